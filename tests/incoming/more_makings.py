"""More registers of different making: where they begin, how they write, and what stands between their rows."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from openpyxl import Workbook

from db.incoming.choices import Choices, Repeat
from db.returns.files.limits import OF_A_REGISTER
from db.returns.tables.days import DateOrder
from db.returns.workbook import read_content
from tests.incoming.makings import Made, csv_bytes, from_csv, from_sheets
from tests.incoming.truth import HEADINGS, Agreed, Row, contracts, row_of, rows_of
from tests.returns.other_kinds import ods, ods_rows, ods_table, xls, xlsb

_SPREADSHEETS_FIRST = date(1899, 12, 30)
MIXED: tuple[Callable[[date], object], ...] = (
    lambda day: day.strftime("%d/%m/%Y"),
    lambda day: f"{day.day} {day:%b %Y}",
    lambda day: day.isoformat(),
    lambda day: (day - _SPREADSHEETS_FIRST).days,
)


def four_forms_and_none_that_shows_the_order() -> Made:
    """Four forms of date in a column; of its figures with strokes none shows which comes first, and that is asked."""
    truth = [replace(each, start=each.start.replace(day=1 + at % 12)) for at, each in enumerate(contracts(48, 21))]
    rows = [[*row_of(each)[:3], MIXED[at % 4](each.start), each.end.strftime("%d/%m/%Y"), *row_of(each)[5:]]
            for at, each in enumerate(truth)]  # fmt: skip
    ends = [f"{each.end:%d %B %Y}" for each in truth]
    rows = [[*row[:4], end, *row[5:]] for row, end in zip(rows, ends, strict=True)]
    return Made(
        from_csv(csv_bytes([list(HEADINGS), *rows])),
        truth,
        choices=Choices(orders={("Sheet1", 4): DateOrder.DAY_FIRST}),
    )


def below_a_title_and_notes() -> Made:
    """The headings in row 7, below a title, the council's name, notes and blanks."""
    truth = contracts(40, 22)
    above: list[Row] = [
        ["Example Borough Council"], ["Contracts register", None, None, "Version 3"], [],
        ["Note 1: all values are without VAT.", None], ["Note 2: contact procurement before re-using."], [],
    ]  # fmt: skip
    return Made(from_sheets({"Q2": [*above, list(HEADINGS), *rows_of(truth, lambda day: day)]}), truth)


def wide_bytes() -> Made:
    """UTF-16 with tabs, as a spreadsheet saves “Unicode text”."""
    truth = contracts(40, 23)
    text = "\r\n".join("\t".join(map(str, row)) for row in (list[object](HEADINGS), *rows_of(truth)))
    return Made(from_csv(text.encode("utf-16"), "register.txt"), truth)


def semicolons_and_quotes() -> Made:
    """Semicolons between cells, and quotes, commas and lines within them."""
    truth = [replace(each, title=f'{each.title}; "phase 2", north') for each in contracts(40, 24)]
    rows: list[Row] = [list(HEADINGS), *rows_of(truth)]
    for row in rows[1:]:
        row[8] = f'{row[8]}\n"as amended"'
    quoted = [";".join('"' + str(cell).replace('"', '""') + '"' for cell in row) for row in rows]
    return Made(from_csv("\r\n".join(quoted).encode()), truth)


def under_directorates() -> Made:
    """A line with the directorate's name above each group, merged across, and a subtotal below."""
    truth = contracts(30, 25)
    rows: list[Row] = [list(HEADINGS)]
    for at, name in enumerate(("Adults", "Children", "Highways")):
        rows += [[name], *rows_of(truth[at * 10 : at * 10 + 10], lambda day: day), ["Subtotal", *[None] * 4, "£1.00"]]

    def merge(workbook: Workbook) -> None:
        for row in (2, 14, 26):
            workbook["Register"].merge_cells(start_row=row, start_column=1, end_row=row, end_column=9)

    return Made(from_sheets({"Register": rows}, merge), truth, others=6)


def a_sheet_a_year() -> Made:
    """A sheet for each year, with the columns in another order in one of them."""
    truth = contracts(45, 26)
    plain: list[Row] = [list(HEADINGS), *rows_of(truth[:15], lambda day: day)]
    turned = [row[::-1] for row in (list[object](HEADINGS), *rows_of(truth[15:30], lambda day: day))]
    last: list[Row] = [list(HEADINGS), *rows_of(truth[30:], lambda day: day)]
    return Made(from_sheets({"2022-23": plain, "2023-24": turned, "2024-25": last}), truth)


def lots() -> Made:
    """A reference that stands on several rows, a lot each, said to be contracts of their own."""
    truth = contracts(24, 27)
    written = [replace(each, reference=f"F-{at // 3}") for at, each in enumerate(truth)]
    told = [replace(each, reference=f"F-{at // 3}{f'/{at % 3 + 1}' * bool(at % 3)}") for at, each in enumerate(truth)]
    answers = {f"F-{at}": Repeat.SEPARATE for at in range(8)}
    cells = from_csv(csv_bytes([list(HEADINGS), *rows_of(written)]))
    return Made(cells, told, choices=Choices(references=answers))


def lots_below_one_merged_cell() -> Made:
    """The supplier and the manager merged over the lots of each: every lot has them."""
    truth = [replace(each, provider=f"Provider of {at // 3}") for at, each in enumerate(contracts(24, 28))]
    rows = rows_of(truth, lambda day: day)
    for at, row in enumerate(rows):
        row[2] = row[2] if at % 3 == 0 else None

    def merge(workbook: Workbook) -> None:
        for at in range(2, 26, 3):
            workbook["Register"].merge_cells(start_row=at, start_column=3, end_row=at + 2, end_column=3)

    return Made(from_sheets({"Register": [list(HEADINGS), *rows]}, merge), truth, spread=16)


def money_in_many_forms() -> Made:
    """An amount written in eight ways in one column."""
    truth = contracts(40, 29)
    forms: tuple[Callable[[int], object], ...] = (
        lambda pounds: f"£{pounds / 1_000_000:.3f}m", lambda pounds: f"{pounds // 1000}k", lambda pounds: pounds,
        lambda pounds: f"{pounds:,}.00", lambda pounds: f"GBP {pounds:,}", lambda pounds: f"£ {pounds:,}",
        lambda pounds: f"£{pounds:,} ex VAT", lambda pounds: f"{pounds}.00 ",
    )  # fmt: skip
    rows = rows_of(truth)
    for at, (row, each) in enumerate(zip(rows, truth, strict=True)):
        row[5] = forms[at % len(forms)](each.pounds)
    return Made(from_csv(csv_bytes([list(HEADINGS), *rows])), truth)


def money_in_thousands() -> Made:
    """Thousands of pounds, as the heading says."""
    return _money_of("Contract value (£000s)", lambda pounds: pounds // 1000)


def money_in_pence() -> Made:
    """Pence, as the heading says."""
    return _money_of("Contract value in pence", lambda pounds: pounds * 100)


def money_in_millions() -> Made:
    """Millions of pounds, as the heading says."""
    return _money_of("Contract value £m", lambda pounds: f"{pounds / 1_000_000:.3f}")


def _money_of(heading: str, written: Callable[[int], object]) -> Made:
    truth = contracts(40, 30)
    rows = rows_of(truth)
    for row, each in zip(rows, truth, strict=True):
        row[5] = written(each.pounds)
    return Made(from_csv(csv_bytes([[*HEADINGS[:5], heading, *HEADINGS[6:]], *rows])), truth)


def days_run_together() -> Made:
    """Days as eight figures, and references under another heading."""
    truth = contracts(60, 31)
    headings: Row = ["original_contract_id", "short_desc", "vendor", "start_dt", "end_dt", "amt", "Extension Months",
                     "Officer", "Department"]  # fmt: skip
    return Made(from_csv(csv_bytes([headings, *rows_of(truth, lambda day: f"{day:%Y%m%d}")])), truth)


def without_headings_and_with_bare_returns() -> Made:
    """No headings, lines that end with a carriage return alone, and bytes of cp1252."""
    truth = contracts(60, 32)
    rows = [[row[0], row[2], row[1], row[5], row[3], row[4]] for row in rows_of(truth)]
    return Made(from_csv(csv_bytes(rows, "\r").decode().encode("cp1252")), truth)


def open_document() -> Made:
    """An OpenDocument spreadsheet."""
    truth = contracts(40, 33)
    content = ods(ods_table(ods_rows(_numbers_and_texts(truth))))
    return Made(read_content(content, "register.ods", OF_A_REGISTER), truth)


def old_workbook() -> Made:
    """A workbook of the kind that spreadsheets wrote until 2007."""
    truth = contracts(40, 34)
    return Made(read_content(xls(_numbers_and_texts(truth)), "register.xls", OF_A_REGISTER), truth)


def binary_workbook() -> Made:
    """A workbook of the binary kind."""
    truth = contracts(40, 35)
    return Made(read_content(xlsb(_numbers_and_texts(truth)), "register.xlsb", OF_A_REGISTER), truth)


def _numbers_and_texts(truth: list[Agreed]) -> list[list[float | str | None]]:
    rows: list[Row] = [list(HEADINGS), *rows_of(truth, lambda day: f"{day:%d/%m/%Y}")]
    return [[cell if isinstance(cell, str) else float(str(cell)) for cell in row] for row in rows]


def twenty_thousand_rows() -> Made:
    """A register of 20,000 contracts."""
    truth = contracts(20_000, 36)
    return Made(from_csv(csv_bytes([list(HEADINGS), *rows_of(truth)])), truth)


MORE_MAKINGS = (
    four_forms_and_none_that_shows_the_order, below_a_title_and_notes, wide_bytes, semicolons_and_quotes,
    under_directorates, a_sheet_a_year, lots, lots_below_one_merged_cell, money_in_many_forms, money_in_thousands,
    money_in_pence, money_in_millions, days_run_together, without_headings_and_with_bare_returns, open_document,
    old_workbook, binary_workbook, twenty_thousand_rows,
)  # fmt: skip
