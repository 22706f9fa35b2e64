"""What leaves the register, made in the worker process, which reads the register itself. No Qt here."""

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

from db.rules.dates import Period
from db.rules.decision import ContractId
from db.rules.listing_quarter import Tally
from db.rules.money import Pence
from db.rules.publisher import Publisher
from db.whereabouts import Whereabouts

FEW = 300
"""Up to so many contracts a register is read while the officer looks: it takes less than 50 ms."""


def contracts_as_csv(where: Whereabouts, day: date) -> bytes:
    """Every contract in a line, as they stand on a day."""
    from db.own_workbook.against import sheets_of
    from db.rules.sheets.register import CONTRACTS
    from exports.csv_register import render

    with where.opened() as register:
        return render(next(each for each in sheets_of(register, day) if each.name == CONTRACTS))


def tally(where: Whereabouts, day: date, publisher: Publisher) -> Tally:
    """What the published register of the quarter that a day falls in will hold."""
    from desktop.open_data import listing_in

    with where.opened() as register:
        return listing_in(register, day, publisher).tally()


def transparency_as_csv(where: Whereabouts, day: date, publisher: Publisher) -> bytes:
    """The published register of the quarter that a day falls in, as CSV."""
    from desktop.open_data import listing_in
    from exports.open_data.lga_register import as_csv

    with where.opened() as register:
        return as_csv(listing_in(register, day, publisher))


def transparency_as_workbook(where: Whereabouts, day: date, publisher: Publisher) -> bytes:
    """The same as a workbook, with sheets of what cannot be filled and who is left out."""
    from desktop.open_data import listing_in
    from exports.open_data.lga_register import as_workbook

    with where.opened() as register:
        return as_workbook(listing_in(register, day, publisher))


def open_data_as_json(where: Whereabouts, publisher: Publisher, day: date, made_at: datetime) -> bytes:
    """A release package.

    Raises:
        Refusal: the council's prefix is not one.
    """
    from desktop.open_data import released_in
    from exports.open_data.ocds import render

    with where.opened() as register:
        providers = {each.id: each for each in register.providers.all()}
        return render(released_in(register, day), providers, publisher, day, made_at)


def audit_as_workbook(where: Whereabouts, period: Period, threshold: Pence) -> bytes:
    """The audit committee's return."""
    from db.rules.audit_return import audit_return
    from exports.audit_return import as_workbook

    with where.opened() as register:
        rows = audit_return(register.contracts.all(), register.decisions.all(), period, threshold)
        return as_workbook(rows, period, threshold)


def pack_as_archive(where: Whereabouts, contract_id: ContractId, day: date, with_notes: bool) -> bytes:
    """A contract's pack with its files."""
    from desktop.open_data import files_in, pack_in
    from exports.pack.archive import archive
    from exports.pack.document import render

    with where.opened() as register:
        contract = register.contracts.by_id(contract_id)
        pack = pack_in(register, contract, day, with_notes=with_notes)
        return archive(contract.reference, render(pack), files_in(register, contract), day)


def copy_without_names(
    where: Whereabouts, target: Path, at: datetime, workshop: Path, progress: Callable[[float], None]
) -> Path:
    """A nameless copy, made in a workshop and put in its place; where.

    Raises:
        Refusal: something is there already, it cannot be written, or a name could not be taken out.
    """
    from db.operations.anonymise import anonymise

    with where.opened() as register:
        anonymise(register, target, at, workshop, progress)
    return target
