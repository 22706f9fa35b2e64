"""How separated text is divided, and what is said of what could not be made out."""

import csv
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.returns.files.limits import Limits
from db.returns.files.separated import SEPARATORS, SHEET, separator_of
from db.returns.workbook import read_content


def notes_of(content: bytes) -> str:
    """All that is said of a file."""
    return " ".join(read_content(content, "sent.csv").notes)


@pytest.mark.parametrize("separator", SEPARATORS)
def test_the_separator_is_the_one_that_divides_the_rows_evenly(separator: str) -> None:
    rows = [["Title, of; a\tsort"], ["Measure", "Figure", "Comment"], ["People", "1", "well; and, so on"]]
    rows += [["Spend", "1", "yes"]] * 5
    text = "\n".join(separator.join(f'"{each}"' if separator in each else each for each in row) for row in rows)
    assert separator_of(text) == separator


@pytest.mark.parametrize(("line", "separator"), [("sep=|", "|"), ('"sep=^"', "^"), ("SEP=\t", "\t"), ("sep=a", ",")])
def test_a_first_line_may_tell_the_separator(line: str, separator: str) -> None:
    assert separator_of(f"{line}\na,b{separator}c\n") == separator


def test_broken_characters_are_counted() -> None:
    assert "2 characters could not be made out" in notes_of("é,ü,ö,ä\n".encode() + b"\xff,\xfe\n")
    assert notes_of("é,\ufffd\n".encode()) == ""


def test_a_quotation_mark_never_closed_is_told_with_its_line() -> None:
    assert "opens in line 3" in notes_of(b'a,b\n1,2\n3,"4\n5,6\n')


def test_what_lies_beyond_the_caps_is_told() -> None:
    cells = read_content(b"a,b,c\n1,2,3\n4,5,6\n", "sent.csv", Limits(rows=2, columns=2))
    assert set(cells.sheets[SHEET].values()) == {"a", "b", "1", "2"}
    assert [("past column B" in note, "past row 2" in note) for note in cells.notes] == [(True, False), (False, True)]


@pytest.mark.parametrize(("beyond", "is_told"), [("x", True), ("", False)])
def test_a_line_without_end_is_read_as_far_as_columns_are(beyond: str, is_told: bool) -> None:
    cells = read_content(b"a,b\n1,2" + b"," * 150_000 + beyond.encode() + b"\n3,4\n", "sent.csv")
    assert cells.sheets[SHEET] == dict(zip(((1, 1), (1, 2), (2, 1), (2, 2), (3, 1), (3, 2)), "ab1234", strict=True))
    assert bool(cells.notes) is is_told


def test_a_line_without_end_within_quotation_marks_is_one_cell() -> None:
    cells = read_content(b'"' + b"," * 150_000 + b'",b\n"1","2"' + b',"x"' * 150_000 + b"\n", "sent.csv")
    assert (cells.at(SHEET, "A1"), cells.at(SHEET, "B1")) == ("," * 150_000, "b")
    assert (cells.at(SHEET, "A2"), cells.at(SHEET, "GR2"), cells.at(SHEET, "GS2")) == ("1", "x", None)


def test_values_beyond_the_last_column_alone_are_told_and_not_called_none() -> None:
    assert "past column GR" in notes_of(b"," * 300 + b"1\n")


@pytest.mark.parametrize("heading", ["BM", "PK", "PKs", "GIF8", "RIFF", "MM", "TABLE\n0,1\nx", "ID;Provider", "Rar"])
def test_a_heading_that_begins_as_another_kind_of_file_does_is_a_heading(heading: str) -> None:
    separator = ";" if ";" in heading else ","
    content = f"{heading}{separator}Figure\nA1{separator}2\n".encode()
    assert read_content(content, "sent.csv").at(SHEET, "A1") == re.split("[;,\n]", heading)[0]


VALUES = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=8)


@given(st.lists(st.tuples(VALUES, VALUES, VALUES), min_size=1, max_size=6))
def test_what_a_spreadsheet_program_writes_is_read_back_as_it_was(values: list[tuple[str, str, str]]) -> None:
    rows = [("first", "second", "third"), *values]

    class Out(list[str]):
        write = list.append

    out = Out()
    csv.writer(out, quoting=csv.QUOTE_ALL).writerows(rows)
    cells = read_content("".join(out).encode("utf-8-sig"), "sent.csv").sheets[SHEET]
    expected = {
        (row, column): each for row, cells in enumerate(rows, 1) for column, each in enumerate(cells, 1) if each
    }
    assert cells == expected
