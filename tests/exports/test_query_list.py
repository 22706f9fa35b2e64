"""What is asked about a return: a row a question with room to answer, and text to paste."""

from dataclasses import replace
from datetime import date
from io import BytesIO
from typing import Any

from openpyxl import load_workbook

from db.rules.queries import Query, QueryList
from exports.query_list import as_text, render, subject

ASKED = QueryList(
    "H-1", "Help at home", "Help CIO", "Quarter 3 2025-26", "Q3 return.xlsx", date(2026, 1, 26),
    (
        Query("Q3", "D14", "abc", "How many people were supported? The cell holds words where a number is expected."),
        Query("Q3", "", "", "The sheet has no column for complaints. Were there none?"),
        Query("", "", "", "Is this the file for Quarter 3?"),
    ),
    date(2026, 2, 9),
)  # fmt: skip


def rows(content: bytes, name: str) -> list[list[Any]]:
    """The cells of a sheet."""
    return [[cell.value for cell in row] for row in load_workbook(BytesIO(content))[name].iter_rows()]


def test_each_question_is_a_row_with_its_sheet_cell_and_room_to_answer() -> None:
    found = rows(render(ASKED), "Queries")
    assert found[0] == ["No.", "Sheet", "Cell", "What it says", "What is asked", "Your answer"]
    assert found[1] == [1, "Q3", "D14", "abc", ASKED.queries[0].asked, None]
    assert len(found) == 4


def test_the_workbook_says_whose_questions_they_are() -> None:
    about = dict(row[:2] for row in rows(render(ASKED), "About"))
    assert about["Contract"] == "H-1, Help at home"
    assert about["Answer by"] == "9 February 2026"
    assert "Answer by" not in dict(row[:2] for row in rows(render(replace(ASKED, answer_by=None)), "About"))


def test_the_text_has_each_question_with_its_place() -> None:
    said = as_text(ASKED)
    assert said.startswith("Contract: H-1, Help at home\nProvider: Help CIO\nQuarter: Quarter 3 2025-26\n")
    assert (
        "1. Sheet “Q3”, cell D14\n   It says: “abc”\n   We ask: How many people were supported? "
        "The cell holds words where a number is expected.\n\n2. Sheet “Q3”\n   It says: nothing\n"
    ) in said
    assert said.endswith("3. The file as a whole\n   It says: nothing\n   We ask: Is this the file for Quarter 3?\n")


def test_the_subject_counts_the_questions() -> None:
    assert subject(ASKED) == "H-1: 3 queries on the return for Quarter 3 2025-26"
    assert subject(replace(ASKED, queries=ASKED.queries[:1])) == "H-1: 1 query on the return for Quarter 3 2025-26"


def test_what_a_provider_wrote_is_never_a_formula() -> None:
    odd = replace(ASKED, queries=(Query("=Q3", "D14", "=1+1", "@ask"),))
    book = load_workbook(BytesIO(render(odd)))
    assert [cell.data_type for cell in book["Queries"][2]][1:5] == ["s"] * 4
