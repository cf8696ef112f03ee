"""A user's codebook: what its files may say, and that a wrong one is named with its line."""

from __future__ import annotations

from pathlib import Path

import pytest

from dateline.errors import CodebookError
from dateline.knowledge.userbook import open_userbook

STOPPAGE = 'code = "STOPPAGE"\nmeans = "Workers stop working."\nmodes = ["wildcat"]\n'
NGEC = """event,mode,event_def,mode_def,extraction_notes
STOPPAGE,wildcat,Workers stop working.,without their union,the workers act
STOPPAGE,general,Workers stop working.,in all trades,
SPILL,,Something runs out.,,
"""


def write(folder: Path, **files: str) -> Path:
    """Write files, named with "__" for the dot."""
    for name, text in files.items():
        (folder / name.replace("__", ".")).write_text(text, "utf-8")
    return folder


def test_categories_are_told_in_toml(tmp_path: Path) -> None:
    book = open_userbook(write(tmp_path, stoppage__toml=STOPPAGE)).book
    assert book.name == tmp_path.name
    (category,) = book.categories.values()
    assert (category.code, category.modes, category.quad) == ("STOPPAGE", ("wildcat",), None)


def test_the_table_of_ngec_tells_categories_and_their_modes(tmp_path: Path) -> None:
    categories = open_userbook(write(tmp_path, codebook__csv=NGEC)).book.categories
    assert {code: category.modes for code, category in categories.items()} == {
        "STOPPAGE": ("wildcat", "general"),
        "SPILL": (),
    }
    assert categories["STOPPAGE"].means == "Workers stop working."


def test_examples_are_marked_sentences_and_tables(tmp_path: Path) -> None:
    write(
        tmp_path,
        codebook__csv=NGEC,
        a__txt="## first | news\n{Dockers|A1} {walked|1=STOPPAGE/wildcat} out.\nIt rained.\n",
        examples__csv='text,codes\n"Oil leaked, and crews left.",SPILL; STOPPAGE\nA library opened.,\n',
        examples__tsv="text\tcodes\nMud ran out.\tSPILL\n",
    )
    examples = open_userbook(tmp_path).examples
    assert [(e.text, sorted(e.codes), e.where) for e in examples] == [
        ("Dockers walked out.", ["STOPPAGE", "STOPPAGE/wildcat"], "a.txt:2"),
        ("It rained.", [], "a.txt:3"),
        ("Oil leaked, and crews left.", ["SPILL", "STOPPAGE"], "examples.csv:2"),
        ("A library opened.", [], "examples.csv:3"),
        ("Mud ran out.", ["SPILL"], "examples.tsv:2"),
    ]


def test_the_digest_is_of_texts_and_codes(tmp_path: Path) -> None:
    write(tmp_path, codebook__csv=NGEC, examples__csv="text,codes\nOil leaked.,SPILL\n")
    first = open_userbook(tmp_path).digest
    write(tmp_path, examples__csv='text,codes\n"Oil leaked.",  SPILL\n')
    assert open_userbook(tmp_path).digest == first
    write(tmp_path, examples__csv="text,codes\nOil leaked.,\n")
    assert open_userbook(tmp_path).digest != first


@pytest.mark.parametrize(
    ("file", "text", "told"),
    [
        ("examples.csv", "text,codes\nOil.,SPILL\nX.,FLOOD\n", "examples.csv:3: FLOOD is none of"),
        ("examples.csv", "text,codes\nOil.,SPILL/big\n", "examples.csv:2: big is no mode of SPILL"),
        ("examples.csv", "text,code\nOil.,SPILL\n", "examples.csv:1: lacks the column codes"),
        ("examples.csv", "text,codes\n,SPILL\n", "examples.csv:2: text is empty"),
        ("examples.csv", "text,codes\nA,b,c\n", "examples.csv:2: has another number of cells"),
        ("examples.csv", "text,codes\nA\n", "examples.csv:2: has another number of cells"),
        ("marked.txt", "It {ran|1=FLOOD}.\n", "marked.txt:1: FLOOD is none of"),
        ("marked.txt", "Fine.\nIt {ran|1=SPILL.\n", "marked.txt:2: a brace"),
        ("spill.toml", 'means = "x"\n', "spill.toml:1: is no category"),
        ("spill.toml", 'code = "X"\n', "spill.toml:1: category X does not say what it means"),
        ("spill.toml", "code = \n", "spill.toml: "),
        ("spill.toml", 'code = "SPILL"\nmeans = "x"\n', "SPILL is told in TOML too"),
        ("codebook.csv", "event,mode\nA,b\n", "codebook.csv:1: lacks the column event_def"),
        ("codebook.csv", "event,event_def\n,b\n", "codebook.csv:2: event is empty"),
    ],
)
def test_a_wrong_file_is_named_with_its_line(
    tmp_path: Path, file: str, text: str, told: str
) -> None:
    write(tmp_path, codebook__csv=NGEC)
    (tmp_path / file).write_text(text, "utf-8")
    with pytest.raises(CodebookError) as problem:
        open_userbook(tmp_path)
    assert told in str(problem.value)


def test_bytes_that_are_no_utf8_are_told(tmp_path: Path) -> None:
    write(tmp_path, codebook__csv=NGEC)
    (tmp_path / "examples.csv").write_bytes(b"text,codes\nA fine day.,\nCaf\xe9 closed.,\n")
    with pytest.raises(CodebookError, match=r"examples\.csv:3: is not UTF-8"):
        open_userbook(tmp_path)


@pytest.mark.parametrize("name", ["plover", "gone"])
def test_a_folder_that_can_be_no_codebook_is_told(tmp_path: Path, name: str) -> None:
    (tmp_path / "plover").mkdir()
    with pytest.raises(CodebookError, match=r"codebook that ships|is no folder"):
        open_userbook(tmp_path / name)


def test_a_folder_without_categories_is_told(tmp_path: Path) -> None:
    with pytest.raises(CodebookError, match="holds no category"):
        open_userbook(tmp_path)
