"""Twenty registers of different making, each with the contracts that it truly tells of."""

import csv
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime, time
from io import BytesIO, StringIO

from openpyxl import Workbook

from db.incoming.choices import Choices
from db.returns.cells import Cells
from db.returns.files.limits import OF_A_REGISTER
from db.returns.workbook import read_content
from tests.incoming.truth import HEADINGS, Agreed, Row, contracts, mixed_day, row_of, rows_of

LGA = (
    "OrganisationLabel", "OrganisationURI", "ContractReference", "OpenContractingID", "ContractTitle", "ContractType",
    "OrganisationalUnit", "ServiceCategoryLabel", "ServiceCategoryURI", "Description", "ProcurementCategory",
    "CPVLabel", "CPVCode", "ProclassLabel", "ProclassCode", "StartDate", "EndDate", "ReviewDate", "LastExtensionDate",
    "ContractValue", "FixedCost", "IrrecoverableVAT", "SupplierName", "CompaniesHouseRegistrationNumber",
    "CharityCommissionNumber", "OtherSupplierID", "SMESupplier", "VCSESupplier", "VCSESupplierType", "ContactName",
    "ContactEmail", "ContactURL", "ProcessType", "TenderDocumentURL", "ContractDocumentURL",
    "PerformanceInformationURL", "AreaServedLabel", "AreaServedURI",
)  # fmt: skip
NORFOLK = (
    "Organisation Name", "Organisation URI", "Effective Date", "Contract Reference number / ID", "Title of Agreement",
    "Local authority directorate/service responsible", "Description of the goods and/or services",
    "Contract start date", "Contract end date", "Review date",
    "Sum to be paid over the length of the contract or estimated annual spending", "Supplier name",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Made:
    """A register's cells, what is true, and how many of its rows are no contracts."""

    cells: Cells
    truth: list[Agreed]
    others: int = 0
    choices: Choices = field(default_factory=Choices)
    spread: int = 0
    """Cells that are blank below a merged one whose value they share."""


def csv_bytes(rows: list[Row], end: str = "\r\n") -> bytes:
    """Rows as separated text."""
    out = StringIO()
    csv.writer(out, lineterminator=end).writerows(rows)
    return out.getvalue().encode()


def from_csv(content: bytes, name: str = "register.csv") -> Cells:
    """Cells of separated text."""
    return read_content(content, name, OF_A_REGISTER)


def from_sheets(sheets: dict[str, list[Row]], make: Callable[[Workbook], None] | None = None) -> Cells:
    """Cells of a workbook."""
    workbook = Workbook()
    workbook.remove(workbook.worksheets[0])
    for name, rows in sheets.items():
        sheet = workbook.create_sheet(name)
        for row in rows:
            sheet.append(row)
    if make:
        make(workbook)
    content = BytesIO()
    workbook.save(content)
    return read_content(content.getvalue(), "register.xlsx", OF_A_REGISTER)


def plain_csv() -> Made:
    """Separated text with a heading row."""
    truth = contracts(60)
    return Made(from_csv(csv_bytes([list(HEADINGS), *rows_of(truth)])), truth)


def without_headings() -> Made:
    """No heading row at all."""
    truth = contracts(60, 2)
    return Made(from_csv(csv_bytes(rows_of(truth))), truth)


def many_forms_of_day() -> Made:
    """Eight forms of date in one column."""
    truth = contracts(80, 3)
    rows = [row_of(each, lambda day, at=at: mixed_day(at, day)) for at, each in enumerate(truth)]  # type: ignore[misc]
    return Made(from_csv(csv_bytes([list(HEADINGS), *rows])), truth)


def bare_returns() -> Made:
    """Lines that end with a carriage return alone."""
    truth = contracts(50, 4)
    return Made(from_csv(csv_bytes([list(HEADINGS), *rows_of(truth)], "\r")), truth)


def western_bytes() -> Made:
    """Bytes of cp1252, with pound signs and dashes of that code."""
    truth = contracts(50, 5)
    text = csv_bytes([list(HEADINGS), *rows_of(truth)]).decode().replace("Officer 1", "Zoë – officer 1")
    return Made(from_csv(text.encode("cp1252")), truth)


def ragged() -> Made:
    """Rows of different lengths, blank rows inside, and an empty column at the end."""
    truth = contracts(50, 6)
    rows: list[Row] = [[*HEADINGS, ""]]
    for at, row in enumerate(rows_of(truth)):
        rows += [row if at % 3 else [*row, "", ""], *([[]] if at % 7 == 0 else [])]
    return Made(from_csv(csv_bytes(rows)), truth)


def titles_above() -> Made:
    """Lines of title above the headings."""
    truth = contracts(40, 7)
    above: list[Row] = [["Register of contracts"], ["Published for the quarter to 30 September 2024"], []]
    return Made(from_sheets({"Register": [*above, list(HEADINGS), *rows_of(truth, lambda day: day)]}), truth)


def repeated_headings() -> Made:
    """The headings again every ten rows, as printed pages have them."""
    truth = contracts(45, 8)
    rows: list[Row] = []
    for at, row in enumerate(rows_of(truth)):
        rows += [list(HEADINGS), row] if at % 10 == 0 else [row]
    return Made(from_csv(csv_bytes(rows)), truth, others=4)


def merged_headings() -> Made:
    """A row of merged headings above the headings."""
    truth = contracts(40, 9)
    upper: Row = ["Contract", None, None, "Term", None, "Money", None, "People", None]
    lower: Row = ["Reference", "Title", "Provider", "Start", "End", "Contract value", "Extension (months)", "Manager",
                  "Service"]  # fmt: skip

    def merge(workbook: Workbook) -> None:
        for block in ("A1:C1", "D1:E1", "F1:G1", "H1:I1"):
            workbook["Register"].merge_cells(block)

    return Made(from_sheets({"Register": [upper, lower, *rows_of(truth, lambda day: day)]}, merge), truth)


def with_totals() -> Made:
    """A row of totals and a note below the contracts."""
    truth = contracts(40, 10)
    total: Row = ["Total", None, None, None, None, "£9,999.00"]
    note: Row = ["Note: values are without VAT"]
    return Made(from_csv(csv_bytes([list(HEADINGS), *rows_of(truth), total, note])), truth, others=2)


def hidden_rows() -> Made:
    """Some rows hidden."""
    truth = contracts(40, 11)

    def hide(workbook: Workbook) -> None:
        for row in range(5, 15):
            workbook["Register"].row_dimensions[row].hidden = True

    return Made(from_sheets({"Register": [list(HEADINGS), *rows_of(truth, lambda day: day)]}, hide), truth)


def lga_columns() -> Made:
    """The columns of the published schema for contracts."""
    truth = contracts(40, 12)
    own = {"ContractReference": 0, "ContractTitle": 1, "SupplierName": 2, "StartDate": 3, "EndDate": 4,
           "ContractValue": 5, "OrganisationalUnit": 8, "ContactName": 7}  # fmt: skip
    rows: list[Row] = [
        [row[own[name]] if name in own else "Yes" if "Supplier" in name else "" for name in LGA]
        for row in rows_of(truth)
    ]
    for row in rows:
        row[LGA.index("CompaniesHouseRegistrationNumber")] = ""
        row[LGA.index("OtherSupplierID")] = "S-1"
        row[LGA.index("ReviewDate")] = "30/06/2027"
    return Made(from_csv(csv_bytes([list(LGA), *rows])), truth)


def norfolk_columns() -> Made:
    """Long headings as one published register has them."""
    truth = contracts(40, 13)
    rows: list[Row] = [
        ["A County Council", "http://example.org", "01/04/2024", each.reference, each.title, each.service,
         f"What {each.title} is for", each.start.strftime("%d/%m/%Y"), each.end.strftime("%d/%m/%Y"), "not usable",
         f"{each.pounds}.00", each.provider]
        for each in truth
    ]  # fmt: skip
    return Made(from_csv(csv_bytes([list(NORFOLK), *rows])), truth)


def two_sheets() -> Made:
    """Two sheets of contracts and one of lists."""
    truth = contracts(60, 14)
    return Made(
        from_sheets(
            {
                "Live": [list(HEADINGS), *rows_of(truth[:35], lambda day: day)],
                "Ended": [list(HEADINGS), *rows_of(truth[35:], lambda day: day)],
                "Lists": [["Yes"], ["No"]],
            }
        ),
        truth,
    )


def american_days() -> Made:
    """Month first throughout."""
    truth = contracts(60, 15)
    return Made(from_csv(csv_bytes([list(HEADINGS), *rows_of(truth, lambda day: day.strftime("%m/%d/%Y"))])), truth)


def moments() -> Made:
    """Real moments with a time of day."""
    truth = contracts(40, 16)
    rows = rows_of(truth, lambda day: datetime.combine(day, time(9, 30)))
    return Made(from_sheets({"Register": [list(HEADINGS), *rows]}), truth)


def serial_numbers() -> Made:
    """Days as the numbers a spreadsheet counts them by."""
    truth = contracts(40, 17)
    rows = rows_of(truth, lambda day: (day - date(1899, 12, 30)).days)
    return Made(from_csv(csv_bytes([list(HEADINGS), *rows])), truth)


def placeholders() -> Made:
    """Marks in place of what is not known."""
    truth = contracts(40, 18)
    rows = rows_of(truth)
    for at, row in enumerate(rows):
        row[7] = ("None", "N/A", ".", "-", "TBC", "???", "various")[at % 7]
    return Made(from_csv(csv_bytes([list(HEADINGS), *rows])), truth)


def shuffled_columns() -> Made:
    """The columns in another order, under names of another system."""
    truth = contracts(40, 19)
    names: Row = ["CONTRACT_CURRENT_END_DATE", "SUPPLIER_NAME", "CONTRACT_TITLE", "CONTRACT_AWARD_VALUE",
                  "CONTRACT_REF", "CONTRACT_START_DATE"]  # fmt: skip
    rows: list[Row] = [[row[4], row[2], row[1], row[5], row[0], row[3]] for row in rows_of(truth)]
    return Made(from_csv(csv_bytes([names, *rows])), truth)


def broken_spaces() -> Made:
    """Spaces that do not break, and lines within cells."""
    truth = contracts(40, 20)
    rows = rows_of(truth)
    for row in rows:
        row[1] = str(row[1]).replace(" ", "\xa0", 1)
        row[8] = f"{row[8]}\nsecond line"
    return Made(from_csv(csv_bytes([list(HEADINGS), *rows])), truth)


MAKINGS = (
    plain_csv, without_headings, many_forms_of_day, bare_returns, western_bytes, ragged, titles_above,
    repeated_headings, merged_headings, with_totals, hidden_rows, lga_columns, norfolk_columns, two_sheets,
    american_days, moments, serial_numbers, placeholders, shuffled_columns, broken_spaces,
)  # fmt: skip
