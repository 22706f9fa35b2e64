"""Small registers written by hand."""

from datetime import date

from db.incoming.choices import Choices
from db.incoming.known import Known
from db.incoming.plan import Plan, plan
from db.returns.cells import Cells, CellValue
from db.rules.provider import Alias, AliasId, Provider, ProviderId

TODAY = date(2026, 11, 22)
HEADINGS: list[CellValue | None] = [
    "Reference", "Title", "Supplier", "Start date", "End date", "Contract value", "Extension",
]  # fmt: skip
Row = list[CellValue | None]


def cells_of(*rows: Row, sheet: str = "Register", sha256: str = "") -> Cells:
    """Rows as a sheet's cells; None is blank."""
    held = {
        (number, column): value
        for number, row in enumerate(rows, 1)
        for column, value in enumerate(row, 1)
        if value is not None
    }
    return Cells("register.xlsx", sha256, {sheet: held})


def planned(*rows: Row, known: Known | None = None, choices: Choices | None = None) -> Plan:
    """What rows under the usual headings come to."""
    return plan(cells_of(HEADINGS, *rows), known or Known(), TODAY, choices)


def row(
    reference: CellValue | None = "R-1",
    title: CellValue | None = "Meals at home",
    supplier: CellValue | None = "Alder Homecare",
    start: CellValue | None = "1 April 2026",
    end: CellValue | None = "31 March 2029",
    value: CellValue | None = "£1,000",
    extension: CellValue | None = None,
) -> Row:
    """A good row, but for what is given."""
    return [reference, title, supplier, start, end, value, extension]


def provider(name: str, *aliases: str, company: str = "", charity: str = "") -> Provider:
    """A provider in the register."""
    others = tuple(Alias(AliasId(f"{name}-{each}"), each) for each in aliases)
    return Provider(ProviderId(f"id of {name}"), 1, name, others, company, charity)
