"""A view goes out exactly as it was looked at: to a workbook, and to tagged landscape pages."""

from dataclasses import replace
from datetime import date
from io import BytesIO

import pytest
from openpyxl import load_workbook

from exports.pdf.columns import measure
from exports.pdf.lines import Run, set_lines
from exports.pdf.marked import TOLD
from exports.pdf.style import LANDSCAPE
from exports.pdf.table_content import Column, Content, Row
from exports.view_pdf import render as as_pdf
from exports.view_table import Cell, CellKind, ViewColumn, ViewRow, ViewTable
from exports.view_workbook import render as as_workbook
from tests.exports.hostile import UNPRINTABLE
from tests.exports.pdf_reading import broken_rules, pages, tags

COLUMNS = (
    ViewColumn("Ends", CellKind.DAY, 12),
    ViewColumn("Reference", CellKind.TEXT, 20),
    ViewColumn("Annual value", CellKind.PENCE, 14),
    ViewColumn("Options left", CellKind.NUMBER, 8),
)
END = date(2026, 3, 31)


def table(*rows: ViewRow) -> ViewTable:
    said = ("Status: Running", "Sorted by Ends falling")
    return ViewTable("Register", said, "12 of 340", "A. Officer, Manager", END, END, COLUMNS, rows)


def row(reference: str, pence: int | None = 1_234_567_89) -> ViewRow:
    return ViewRow((END, reference, pence, 2))


def cells(content: bytes) -> list[tuple[object, ...]]:
    return list(load_workbook(BytesIO(content)).worksheets[0].iter_rows(values_only=True))


def test_a_workbook_has_the_columns_and_rows_of_the_view_in_their_order() -> None:
    found = cells(as_workbook(table(row("CN-2"), row("CN-1", None))))
    assert found[0] == ("Ends", "Reference", "Annual value", "Options left")
    assert [each[1] for each in found[1:]] == ["CN-2", "CN-1"]
    assert found[1][2:] == (1_234_567.89, 2)
    assert found[2][2] is None
    assert str(found[1][0]) == "2026-03-31 00:00:00"


def test_no_text_becomes_a_formula_and_a_telephone_number_keeps_its_plus() -> None:
    texts: tuple[Cell, ...] = ("=1+1", "@x", "+44 1622 000000")
    content = as_workbook(table(*(ViewRow((END, text, 1, 1)) for text in texts)))
    sheet = load_workbook(BytesIO(content)).worksheets[0]
    found = [sheet.cell(number, 2) for number in (2, 3, 4)]
    assert [(cell.value, cell.data_type) for cell in found] == [(text, "s") for text in texts]


def test_the_workbook_says_what_narrowed_it() -> None:
    about = load_workbook(BytesIO(as_workbook(table(row("CN-1"))))).worksheets[1]
    said = [each[:2] for each in about.iter_rows(values_only=True)]
    assert ("View", "Status: Running") in said
    assert ("Rows", "12 of 340") in said


def test_a_groups_line_stands_in_the_first_column_of_words_with_its_subtotal() -> None:
    found = cells(as_workbook(table(ViewRow((None, None, 500, None), "Service: Carers (1)"), row("CN-1", 500))))
    assert found[1] == (None, "Service: Carers (1)", 5, None)


def test_pages_are_landscape_tagged_and_headed_each() -> None:
    pdf = as_pdf(table(*(row(f"CN-{number}") for number in range(120))))
    read = pages(pdf)
    assert len(read) > 1
    assert all("Annual value" in page and "Status: Running" in page for page in read)
    assert not broken_rules(pdf, "ua1")
    assert tags(pdf).count("Table") == 1


def test_a_view_without_rows_prints_too() -> None:
    assert "No rows" in pages(as_pdf(table()))[0]


def test_subtotals_stand_under_their_group_on_paper() -> None:
    pdf = as_pdf(table(ViewRow((None, None, 500, None), "Service: Carers (1)"), row("CN-1", 500)))
    assert "Service: Carers (1)" in pages(pdf)[0]
    assert "Subtotal" in pages(pdf)[0]


def test_a_groups_line_stands_out_and_the_rows_under_it_fold_away() -> None:
    head = ViewRow((None, None, 500, None), "Service: Carers (1)")
    content = as_workbook(table(head, row("CN-1", 500), row("CN-2", 500), head, row("CN-3", 500)))
    sheet = load_workbook(BytesIO(content)).worksheets[0]
    assert [sheet.row_dimensions[number].outlineLevel for number in range(2, 7)] == [0, 1, 1, 0, 1]
    outline = sheet.sheet_properties.outlinePr
    assert outline is not None
    assert not outline.summaryBelow
    assert [sheet.cell(number, 3).font.bold for number in range(2, 7)] == [True, False, False, True, False]
    assert [sheet.cell(number, 3).number_format for number in (2, 3)] == ['"£"#,##0;[Red]-"£"#,##0'] * 2
    assert sheet.cell(2, 1).fill.fgColor.rgb == sheet.cell(2, 2).fill.fgColor.rgb != sheet.cell(3, 1).fill.fgColor.rgb


def test_a_view_without_groups_has_no_outline() -> None:
    sheet = load_workbook(BytesIO(as_workbook(table(row("CN-1"))))).worksheets[0]
    assert sheet.row_dimensions[2].outlineLevel == 0


@pytest.mark.parametrize("text", UNPRINTABLE)
def test_a_character_that_the_typeface_lacks_is_marked_on_paper_and_told(text: str) -> None:
    pdf = as_pdf(table(row(f"Before {text} after"), row("Plain")))
    page = " ".join(" ".join(pages(pdf)).split())
    assert "Before □ after" in page
    assert TOLD in page
    assert not broken_rules(pdf, "ua1")


def test_where_every_character_can_be_shown_nothing_is_told() -> None:
    assert TOLD not in " ".join(pages(as_pdf(table(row("Siân ½")))))


def test_a_long_text_is_cut_on_paper_and_that_is_told() -> None:
    page = " ".join(" ".join(pages(as_pdf(table(row("Word " * 60))))).split())
    assert page.count("Word") < 30
    assert "[…] A text of more than 120 letters is cut" in page
    assert "is cut" not in " ".join(pages(as_pdf(table(row("Word " * 20)))))


def test_a_title_has_room_in_a_wide_view_where_other_columns_say_little() -> None:
    title = "Mental Health Community and Wellbeing Service (Live Well Kent): Shaw Trust"
    cells = {"Reference": "SAMPLE-LWK-SHAW-TRUST", "Title": title, "Status": "Term not recorded", "Manager": "",
             "Providers": "Involve, Imago, Carers Support East Kent", "Service": "Live Well Kent",
             "Notes": "A note of what was agreed with them. " * 3}  # fmt: skip
    day = "31\N{NO-BREAK SPACE}Mar\N{NO-BREAK SPACE}2026"
    cells |= dict.fromkeys(("Ends", "Serve notice by", "Decide by", "Maximum end"), day)
    amounts = {"Options left": "1", "Annual value": "£1,541,360", "This year": ""}
    columns = (*map(Column, cells), *(Column(each, is_amount=True) for each in amounts))
    rows = (Row((*cells.values(), *amounts.values())),)
    found = measure(Content("", columns, rows, is_dense=True, room=(LANDSCAPE.width, LANDSCAPE.height)))
    lines = {
        column.heading: len(set_lines([Run(cell)], found.look.size, width))
        for column, cell, width in zip(columns, rows[0].cells, found.widths, strict=True)
    }
    assert lines["Title"] <= 5
    assert max(lines.values()) <= 6
    assert {lines[each] for each in ("Ends", "Maximum end", "Annual value", "Options left")} == {1}


def test_a_view_of_many_columns_is_set_smaller_rather_than_refused() -> None:
    columns = tuple(ViewColumn(f"Day {number}", CellKind.DAY, 12) for number in range(15))
    assert "Day 14" in pages(as_pdf(replace(table(), columns=columns, rows=(ViewRow((END,) * 15),))))[0]
