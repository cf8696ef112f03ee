"""The score of wire credits: by article, and apart where the name is left in the text."""

from __future__ import annotations

import io
import tarfile
from pathlib import Path

from evaluation.credits import score_credits

_STORY = (
    "Ferry sinks off the cape\n\n{}A ferry sank off the cape on Saturday, the coast guard said."
)
_ROWS = {
    "printed": ("AFP", _STORY.format("BEIRA (AFP) – ")),
    "stripped": ("reuters", _STORY.format("BEIRA – ")),
    "own": ("None", _STORY.format("")),
    "mistaken": ("NA", _STORY.format("BEIRA (AP) — ")),
}


def test_an_agency_that_is_left_out_of_the_text_counts_in_all_alone(tmp_path: Path) -> None:
    rows = "".join(f"{name}\t{wire}\n" for name, (wire, _) in _ROWS.items())
    (tmp_path / "metadata.tsv").write_text(f"filename\twire\n{rows}", "utf-8")
    with tarfile.open(tmp_path / "polnear_train_dev.tar.gz", "w:gz") as archive:
        for name, (_, text) in _ROWS.items():
            member = tarfile.TarInfo(f"dev/text/{name}.txt")
            member.size = len(text.encode())
            archive.addfile(member, io.BytesIO(text.encode()))
    measures, misses = score_credits("wires", tmp_path)
    assert {m.key: (m.value, m.count) for m in measures} == {
        "wires/precision_in_text": (0.5, 2),
        "wires/recall_in_text": (1.0, 1),
        "wires/f1_in_text": (2 / 3, 1),
        "wires/precision_all": (0.5, 2),
        "wires/recall_all": (0.5, 2),
        "wires/f1_all": (0.5, 2),
    }
    assert [miss.split(":")[0] for miss in misses] == ["mistaken", "stripped"]
