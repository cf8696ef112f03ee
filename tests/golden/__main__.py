"""Write the golden files of the example anew: `python -m tests.golden`."""

from __future__ import annotations

from tests.golden.faces import HOME, faces

for name, text in faces().items():
    (HOME / name).write_text(text, "utf-8")
