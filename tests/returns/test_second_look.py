"""What a file does not say at first sight: what is merged, hidden, remarked on, failed or shown otherwise."""

import pytest
from openpyxl import Workbook
from openpyxl.comments import Comment

from db.returns.cells import Cells, Merged
from db.returns.files import with_calamine
from db.returns.files.gathering import MOST_MERGED
from db.returns.files.open_xml import LINKS, MACROS
from db.returns.workbook import read_content
from tests.returns import files
from tests.returns.other_kinds import ods, ods_table, xls

HIDING = """<table:table-column/>
<table:table-column table:number-columns-repeated="2" table:visibility="collapse"/>
<table:table-row><table:table-cell office:value-type="float" office:value="1" table:number-columns-spanned="2"
table:number-rows-spanned="1"><office:annotation><dc:date>2025</dc:date><text:p>An estimate</text:p></office:annotation>
<text:p>1</text:p></table:table-cell><table:covered-table-cell/></table:table-row>
<table:table-row table:number-rows-repeated="2" table:visibility="filter"><table:table-cell/></table:table-row>
<table:table-row><table:table-cell office:value-type="percentage" office:value="0.5"><text:p>50%</text:p>
</table:table-cell></table:table-row>"""


def _read(workbook: Workbook) -> Cells:
    return read_content(files.saved(workbook), "sent.xlsx")


def test_merged_cells_are_told_and_what_lies_under_them_is_kept() -> None:
    content = files.with_sheet('<row r="1"><c r="B1"><v>1</v></c><c r="C1"><v>2</v></c></row>')
    part = files.parts_of(content)[files.SHEET_PART]
    merged = part.replace(b"</sheetData>", b'</sheetData><mergeCells><mergeCell ref="B1:D2"/></mergeCells>')
    cells = read_content(files.with_part(content, files.SHEET_PART, merged), "sent.xlsx")
    assert cells.merged == {"Sheet": (Merged(1, 2, 2, 4),)}
    assert cells.merged["Sheet"][0].address == "B1:D2"
    assert cells.sheets["Sheet"] == {(1, 2): 1, (1, 3): 2}


@pytest.mark.parametrize(
    ("written", "block"),
    [("2:4", (2, 1, 4, 200)), ("B:D", (1, 2, 20_000, 4)), ("$B$1:$D$2", (1, 2, 2, 4)), ("B1", None), ("?:?", None)],
)
def test_whole_rows_and_columns_may_be_merged(written: str, block: tuple[int, int, int, int] | None) -> None:
    merges = f'</sheetData><mergeCells><mergeCell ref="{written}"/></mergeCells>'.encode()
    content = files.with_sheet('<row r="1"><c r="B1"><v>1</v></c></row>')
    part = files.parts_of(content)[files.SHEET_PART].replace(b"</sheetData>", merges)
    cells = read_content(files.with_part(content, files.SHEET_PART, part), "sent.xlsx")
    assert cells.merged.get("Sheet") == ((Merged(*block),) if block else None)
    assert cells.sheets["Sheet"] == {(1, 2): 1}


def test_hidden_rows_columns_and_sheets_are_told_and_their_cells_are_read() -> None:
    workbook = Workbook()
    sheet = workbook.worksheets[0]
    sheet["A2"], sheet["C1"] = 1, 2
    sheet.row_dimensions[2].hidden = True
    sheet.column_dimensions.group("C", "D", hidden=True)
    workbook.create_sheet("Working").sheet_state = "hidden"
    workbook.create_sheet("Stamp").sheet_state = "veryHidden"
    cells = _read(workbook)
    assert cells.hidden_rows == {"Sheet": {2}}
    assert cells.hidden_columns == {"Sheet": {3, 4}}
    assert cells.hidden_sheets == {"Working", "Stamp"}
    assert cells.sheets["Sheet"] == {(2, 1): 1, (1, 3): 2}


def test_a_column_hidden_to_the_last_is_told_only_within_the_caps() -> None:
    cells = read_content(files.with_sheet("", before='<cols><col min="5" max="16384" hidden="1"/></cols>'), "sent.xlsx")
    assert cells.hidden_columns == {"Sheet": set(range(5, 201))}


def test_a_remark_is_told_with_its_cell() -> None:
    workbook = Workbook()
    workbook.worksheets[0]["B2"].comment = Comment("An estimate", "A provider")
    assert _read(workbook).comments == {("Sheet", "B2"): "An estimate"}


def test_a_discussion_is_told_instead_of_the_notice_that_stands_for_it() -> None:
    workbook = Workbook()
    workbook.worksheets[0]["B2"].comment = Comment("[Threaded comment] Your version cannot show it", "A provider")
    parts = files.parts_of(files.saved(workbook))
    relations = "xl/worksheets/_rels/sheet1.xml.rels"
    added = b'<Relationship Id="t" Type="x/threadedComment" Target="/xl/threadedComments/t.xml"/></Relationships>'
    parts[relations] = parts[relations].replace(b"</Relationships>", added)
    parts["xl/threadedComments/t.xml"] = (
        b"<ThreadedComments><threadedComment ref='B2'><text>An estimate?</text></threadedComment>"
        b"<threadedComment ref='B2'><text>Yes</text></threadedComment></ThreadedComments>"
    )
    assert read_content(files.packed(parts), "sent.xlsx").comments == {("Sheet", "B2"): "An estimate?\nYes"}


def test_a_number_that_is_shown_as_something_else_is_told_with_its_format() -> None:
    workbook = Workbook()
    sheet = workbook.worksheets[0]
    for cell, value, code in (
        ("A1", 1_234_567, "#,##0,"),
        ("A2", 3, '[<5]"*";0'),
        ("A3", 7, '[<5]"*";0'),
        ("A4", 5, ";;;"),
        ("A5", 5, "#,##0.00"),
    ):
        sheet[cell].value, sheet[cell].number_format = value, code
    assert {spot[1] for spot in _read(workbook).formats} == {"A1", "A2", "A4"}


def test_an_error_is_told_apart_from_the_same_letters_typed() -> None:
    cells = read_content(
        files.with_sheet('<row r="1"><c r="A1" t="e"><v>#N/A</v></c><c r="B1" t="str"><v>#N/A</v></c></row>'), "x"
    )
    assert cells.errors == {("Sheet", "A1")}
    assert cells.sheets["Sheet"] == {(1, 1): "#N/A", (1, 2): "#N/A"}


def test_macros_and_links_are_told() -> None:
    content = files.with_part(files.plain_workbook(), "xl/vbaProject.bin", b"\x00")
    content = files.with_part(content, "xl/externalLinks/externalLink1.xml", b"<externalLink/>")
    assert read_content(content, "sent.xlsm").notes == (MACROS, LINKS)


@pytest.mark.parametrize("part", ["xl/comments/comment1.xml", "xl/worksheets/_rels/sheet1.xml.rels"])
def test_remarks_that_cannot_be_made_out_are_left_and_that_is_told(part: str) -> None:
    workbook = Workbook()
    workbook.worksheets[0]["B2"] = 7
    workbook.worksheets[0]["B2"].comment = Comment("An estimate", "A provider")
    content = files.saved(workbook)
    assert part in files.parts_of(content)
    cells = read_content(files.with_part(content, part, b"<comments"), "sent.xlsx")
    assert cells.sheets["Sheet"] == {(2, 2): 7}
    assert cells.notes == ("The remarks on the sheet “Sheet” could not be made out.",)


def test_a_sheet_that_is_listed_and_not_there_is_told() -> None:
    workbook = Workbook()
    workbook.create_sheet("Gone")
    parts = files.parts_of(files.saved(workbook))
    del parts["xl/worksheets/sheet2.xml"]
    cells = read_content(files.packed(parts), "sent.xlsx")
    assert list(cells.sheets) == ["Sheet"]
    assert "“Gone” is listed but is not in the file" in cells.notes[0]


def test_what_an_opendocument_file_hides_merges_and_remarks_is_told() -> None:
    cells = read_content(ods(ods_table(HIDING)), "sent.ods")
    assert cells.merged == {"Sheet": (Merged(1, 1, 1, 2),)}
    assert cells.hidden_rows == {"Sheet": {2, 3}}
    assert cells.hidden_columns == {"Sheet": {2, 3}}
    assert cells.comments == {("Sheet", "A1"): "An estimate"}
    assert cells.percent == {("Sheet", "A4")}


TIMES = """<table:table-row><table:table-cell office:value-type="time" office:time-value="PT255H10M10S">
<text:p>255:10:10</text:p></table:table-cell><table:table-cell office:value-type="time" office:time-value="PT09H30M00S">
<text:p>09:30</text:p></table:table-cell></table:table-row>"""
ALIKE = """<table:table-row table:number-rows-repeated="3"><table:table-cell office:value-type="percentage"
office:value="0.5"><text:p>50%</text:p></table:table-cell><table:table-cell table:formula="of:=NA()"
office:value-type="float" office:value="0"><text:p>#N/A</text:p></table:table-cell></table:table-row>"""


COVERED = """<table:table-row><table:table-cell table:number-columns-spanned="2" table:number-rows-spanned="1"
office:value-type="string"><text:p>Title</text:p></table:table-cell><table:covered-table-cell><text:p>under it</text:p>
</table:covered-table-cell></table:table-row>"""


def test_what_lies_under_merged_cells_of_an_opendocument_file_is_kept() -> None:
    cells = read_content(ods(ods_table(COVERED)), "sent.ods")
    assert cells.sheets["Sheet"] == {(1, 1): "Title", (1, 2): "under it"}


def test_a_time_of_more_than_a_day_in_an_opendocument_file_is_said_in_hours() -> None:
    cells = read_content(ods(ods_table(TIMES)), "sent.ods")
    assert cells.sheets["Sheet"] == {(1, 1): "255:10:10", (1, 2): "09:30:00"}


def test_what_failed_in_rows_written_once_for_several_is_told_in_each() -> None:
    cells = read_content(ods(ods_table(ALIKE)), "sent.ods")
    assert cells.errors == {("Sheet", "B1"), ("Sheet", "B2"), ("Sheet", "B3")}
    assert cells.percent == {("Sheet", "A1"), ("Sheet", "A2"), ("Sheet", "A3")}
    assert [cells.at("Sheet", f"B{row}") for row in (1, 2, 3)] == ["#N/A"] * 3


def test_merged_blocks_beyond_count_are_left_and_that_is_said() -> None:
    merges = "<mergeCells>" + '<mergeCell ref="A1:B1"/>' * (MOST_MERGED + 1) + "</mergeCells>"
    part = files.with_sheet("")
    xml = files.parts_of(part)[files.SHEET_PART].replace(b"</sheetData>", b"</sheetData>" + merges.encode())
    cells = read_content(files.with_part(part, files.SHEET_PART, xml), "sent.xlsx")
    assert len(cells.merged["Sheet"]) == MOST_MERGED
    assert "50,000 blocks" in cells.notes[0]


def test_what_cannot_be_seen_of_an_old_workbook_is_said() -> None:
    assert read_content(xls([["x"]]), "sent.xls").notes == (with_calamine.UNSEEN_OLD,)
