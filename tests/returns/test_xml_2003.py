"""XML spreadsheets of 2003 are read as the workbooks they are called."""

from datetime import date, datetime

from db.returns.cells import Cells, Merged
from db.returns.files.limits import Limits
from db.returns.files.xml_2003 import NOTE
from db.returns.workbook import read_content
from tests.returns.test_awkward import by_address


def read(rows: str, *, before: str = "", after: str = "", limits: Limits | None = None) -> Cells:
    """What is read of a workbook of one sheet, Sheet."""
    content = (
        '<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>\n'
        '<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" '
        'xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet" xmlns:x="urn:schemas-microsoft-com:office:excel">'
        f'{before}<Worksheet ss:Name="Sheet"><Table>{rows}</Table>{after}</Worksheet></Workbook>'
    )
    return read_content(content.encode(), "sent.xls", limits or Limits())


def cell(kind: str, text: str, **more: str) -> str:
    """A cell of a type."""
    said = " ".join(f'ss:{name}="{value}"' for name, value in more.items())
    return f'<Cell {said}><Data ss:Type="{kind}">{text}</Data></Cell>'


def row(*cells: str) -> str:
    """A row of cells."""
    return f"<Row>{''.join(cells)}</Row>"


def test_every_kind_of_value_is_read_at_its_address() -> None:
    first = row(cell("String", "Café &amp; co"), cell("Number", "12"), cell("Number", "1.5"), cell("Boolean", "1"))
    cells = read(first + row(cell("DateTime", "2025-03-31T00:00:00.000"), cell("DateTime", "2025-03-31T09:30:00.000")))
    assert by_address(cells) == {
        "Sheet": {
            "A1": "Café & co", "B1": 12, "C1": 1.5, "D1": True, "A2": date(2025, 3, 31),
            "B2": datetime(2025, 3, 31, 9, 30),
        },
    }  # fmt: skip
    assert (cells.kind, cells.notes) == ("xml", (NOTE,))


def test_rows_and_cells_that_are_passed_over_are_counted() -> None:
    first = row(cell("Number", "1"), cell("Number", "2", Index="4"), cell("Number", "3"))
    cells = read(first + "<Row ss:Index='5' ss:Span='2'/>" + row(cell("Number", "4")))
    assert by_address(cells) == {"Sheet": {"A1": 1, "D1": 2, "E1": 3, "A8": 4}}


def test_merged_cells_are_told_and_the_next_cell_stands_after_them() -> None:
    cells = read(row(cell("String", "Title", MergeAcross="2", MergeDown="1"), cell("Number", "1")))
    assert by_address(cells) == {"Sheet": {"A1": "Title", "D1": 1}}
    assert cells.merged == {"Sheet": (Merged(1, 1, 2, 3),)}


def test_what_failed_and_what_was_never_worked_out_is_told() -> None:
    cells = read(row(cell("Error", "#DIV/0!", Formula="=1/0"), "<Cell ss:Formula='=1+1'/>"))
    assert cells.errors == {("Sheet", "A1")}
    assert cells.uncalculated == {("Sheet", "B1")}
    assert by_address(cells) == {"Sheet": {"A1": "#DIV/0!"}}


def test_what_is_hidden_remarked_on_or_shown_in_percent_is_told() -> None:
    styles = '<Styles><Style ss:ID="p"><NumberFormat ss:Format="Percent"/></Style><Style ss:ID="n"/></Styles>'
    note = "<ss:Data xmlns='http://www.w3.org/TR/REC-html40'><B>An</B> estimate</ss:Data>"
    share = f'<Cell ss:StyleID="p"><Data ss:Type="Number">0.5</Data><Comment ss:Author="x">{note}</Comment></Cell>'
    cells = read(
        f"<Column ss:Index='2' ss:Hidden='1' ss:Span='1'/><Row ss:Hidden='1'>{share}{cell('Number', '1', StyleID='n')}"
        "</Row>",
        before=styles,
        after="<x:WorksheetOptions><x:Visible>SheetHidden</x:Visible></x:WorksheetOptions>",
    )
    assert cells.percent == {("Sheet", "A1")}
    assert cells.comments == {("Sheet", "A1"): "An estimate"}
    assert cells.hidden_rows == {"Sheet": {1}}
    assert cells.hidden_columns == {"Sheet": {2, 3}}
    assert cells.hidden_sheets == {"Sheet"}
    assert cells.sheets["Sheet"] == {(1, 1): 0.5, (1, 2): 1}


def test_what_lies_beyond_the_caps_is_told() -> None:
    rows = row(cell("Number", "1"), cell("Number", "2")) * 2
    assert by_address(read(rows, limits=Limits(rows=1, columns=1))) == {"Sheet": {"A1": 1}}
    told = read(rows, limits=Limits(rows=1, columns=1)).notes + read(rows, limits=Limits(cells=3)).notes
    assert [any(words in note for note in told) for words in ("past row", "past column", "more than 3")] == [True] * 3


def test_a_number_or_a_day_that_is_none_stays_as_it_is_written() -> None:
    cells = read(row(cell("Number", "twelve"), cell("DateTime", "soon"), cell("Number", "1E999")))
    assert by_address(cells) == {"Sheet": {"A1": "twelve", "B1": "soon", "C1": "1E999"}}
