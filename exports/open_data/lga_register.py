"""The transparency register of a quarter: the Local Government Association's columns exactly, as CSV or workbook."""

from collections.abc import Sequence
from datetime import date
from io import BytesIO
from typing import Any

from db.rules.listing import Amount, Entry, RegisterLine, Unfilled
from db.rules.listing_columns import EFFECTIVE, Edition, header_of
from db.rules.listing_quarter import ColumnGap, LeftOut, QuarterListing
from exports.csv_register import plain_pounds
from exports.separated import separated
from exports.sheet_table import Column, Kind, Table

SHEET = "Contracts"


def as_csv(listing: QuarterListing, edition: Edition = Edition.USUAL) -> bytes:
    """The lines as CSV in UTF-8: the header, then a contract a line."""
    header = header_of(edition)
    return separated([header, *(_written(line, header, edition) for line in listing.lines)])


def as_workbook(listing: QuarterListing, edition: Edition = Edition.USUAL) -> bytes:
    """The lines as an .xlsx file, with sheets of what cannot be filled, by column and by contract, and who is left out.

    Every value is text as the CSV has it, but amounts, which are numbers.
    """
    from openpyxl import Workbook

    from exports.sheet_table import write_table

    workbook = Workbook(write_only=True)
    workbook.properties.title = f"Register of contracts, {listing.quarter}"
    workbook.properties.creator = "Contract Desk"
    columns = tuple(_column(name, edition) for name in header_of(edition))
    tables: tuple[Table[Any], ...] = (
        Table(SHEET, "1A5FB4", columns, listing.lines),
        Table("Not filled, by column", "8A4B00", _BY_COLUMN, listing.gaps, is_read=True),
        Table("Not filled, by contract", "8A4B00", _BY_CONTRACT, listing.unfilled, is_read=True),
        Table("Left out", "4A5666", _LEFT_OUT, listing.left_out, is_read=True),
    )
    for table in tables:
        write_table(workbook, table)
    content = BytesIO()
    workbook.save(content)
    return content.getvalue()


_BY_COLUMN: tuple[Column[ColumnGap], ...] = (
    Column("Column", 34, Kind.TEXT, lambda row: row.column),
    Column("Lines without it", 12, Kind.NUMBER, lambda row: row.blanks),
    Column("Required", 10, Kind.TEXT, lambda row: "Yes" if row.is_needed else "No"),
    Column("Why", 90, Kind.TEXT, lambda row: " ".join(row.reasons)),
)
_BY_CONTRACT: tuple[Column[Unfilled], ...] = (
    Column("Reference", 24, Kind.TEXT, lambda row: row.reference),
    Column("Column", 34, Kind.TEXT, lambda row: row.column),
    Column("Required", 10, Kind.TEXT, lambda row: "Yes" if row.is_needed else "No"),
    Column("Why", 90, Kind.TEXT, lambda row: row.why),
)
_LEFT_OUT: tuple[Column[LeftOut], ...] = (
    Column("Reference", 24, Kind.TEXT, lambda row: row.reference),
    Column("Why", 90, Kind.TEXT, lambda row: row.why),
)


def _column(name: str, edition: Edition) -> Column[RegisterLine]:
    if name in {"ContractValue", "IrrecoverableVAT"}:
        return Column(name, 16, Kind.PENCE, lambda line: _pence(line.entries.get(name)))
    return Column(name, 24, Kind.TEXT, lambda line: _said(line, name, edition))


def _pence(entry: Entry | None) -> int | None:
    return entry.pence if isinstance(entry, Amount) else None


def _written(line: RegisterLine, header: Sequence[str], edition: Edition) -> list[str]:
    return [_said(line, name, edition) for name in header]


def _said(line: RegisterLine, name: str, edition: Edition) -> str:
    entry = line.effective_on if name == EFFECTIVE else line.entries.get(name)
    if name == "VCSESupplierType" and entry and edition is Edition.GUIDANCE:
        return "Charity or CIO"
    match entry:
        case None:
            return ""
        case bool():
            return "true" if entry else "false"
        case Amount():
            return plain_pounds(entry.pence)
        case date():
            return f"{entry.isoformat()}T00:00:00" if edition is Edition.JSON else f"{entry:%d/%m/%Y}"
        case _:
            return entry
