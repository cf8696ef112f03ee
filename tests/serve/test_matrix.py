"""The matrix: a row a claim, a cell the sentences of one report."""

from __future__ import annotations

from dataclasses import replace

from dateline.serve.matrix import lay_matrix
from tests.serve import sample


def test_a_claim_of_several_reports_comes_first_with_the_value_of_each() -> None:
    first, second = lay_matrix(sample.story(), most=9).rows
    assert [(cell.marks[0].text, cell.value) for cell in first.cells] == [
        ("A1", "at least 40"),
        ("B1", "52"),
    ]
    assert (first.relation, first.least, first.most) == ("updated", 1, 2)
    assert (second.gist, second.relation) == ("Rui Macie warned of disease", None)
    assert [bool(cell.marks) for cell in second.cells] == [False, True]


def test_what_has_no_room_is_counted() -> None:
    matrix = lay_matrix(sample.story(), most=1)
    assert (len(matrix.rows), matrix.left_out) == (1, 1)


def test_a_member_that_is_gone_leaves_its_cell_empty() -> None:
    story = sample.story()
    claim = story.claims[0]
    members = (replace(claim.members[0], record="figures/0-1"), claim.members[1])
    (row,) = lay_matrix(replace(story, claims=(replace(claim, members=members),)), most=9).rows
    assert (row.cells[0].marks, row.told) == ((), 1)
