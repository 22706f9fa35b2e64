"""What leaves the register, made in the worker process: plain values in, bytes out. No Qt here."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING

from db.rules.audit_return import AuditRow
from db.rules.contract import Contract, Unreadable
from db.rules.dates import Period
from db.rules.decision import Decision
from db.rules.listing_quarter import QuarterListing
from db.rules.money import Pence
from db.rules.provider import Provider, ProviderId
from db.rules.publisher import Publisher

if TYPE_CHECKING:
    from exports.open_data.ocds import Released
    from exports.pack.facts import PackFacts, PackFile


def contracts_as_csv(
    contracts: Sequence[Contract | Unreadable], day: date, decisions: Sequence[Decision], providers: Sequence[Provider]
) -> bytes:
    """Every contract in a line, as they stand on a day."""
    from db.rules.sheets.register import CONTRACTS, register_sheets
    from exports.csv_register import render

    sheets = register_sheets(contracts, day, decisions, providers)
    return render(next(each for each in sheets if each.name == CONTRACTS))


def transparency_as_csv(listing: QuarterListing) -> bytes:
    """A quarter's published register as CSV."""
    from exports.open_data.lga_register import as_csv

    return as_csv(listing)


def transparency_as_workbook(listing: QuarterListing) -> bytes:
    """The same as a workbook, with sheets of what cannot be filled and who is left out."""
    from exports.open_data.lga_register import as_workbook

    return as_workbook(listing)


def open_data_as_json(
    released: Sequence["Released"],
    providers: Mapping[ProviderId, Provider],
    publisher: Publisher,
    day: date,
    made_at: datetime,
) -> bytes:
    """A release package.

    Raises:
        Refusal: the council's prefix is not one.
    """
    from exports.open_data.ocds import render

    return render(released, providers, publisher, day, made_at)


def audit_as_workbook(rows: Sequence[AuditRow], period: Period, threshold: Pence) -> bytes:
    """The audit committee's return."""
    from exports.audit_return import as_workbook

    return as_workbook(rows, period, threshold)


def pack_as_archive(pack: "PackFacts", files: Sequence["PackFile"]) -> bytes:
    """A contract's pack with its files.

    Raises:
        Refusal: the typeface lacks a character.
    """
    from exports.pack.archive import archive
    from exports.pack.document import render

    return archive(pack.contract.reference, render(pack), files, pack.day)
