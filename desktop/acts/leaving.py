"""Sending the register out in any of its forms: asked in one dialog, made in the worker, saved where asked."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from db.rules.audit_return import audit_return
from db.rules.contract import Contract
from db.rules.decision import ContractId
from db.rules.refusal import Refusal
from desktop.acts import leaving_work as work
from desktop.acts.carrying_out import tell
from desktop.acts.exporting import export_register
from desktop.acts.saving import ask_path, save_as, say
from desktop.desk import Desk
from desktop.dialogs.send_out_dialog import Sending, SendOutDialog, Way
from desktop.open_data import files_in, listing_in, pack_in, released_in
from desktop.publisher import keep_publisher, publisher_of

View = Callable[[], object]


def send_out(desk: Desk, parent: QWidget | None, chosen: Sequence[ContractId] = (), view: View | None = None) -> object:
    """Ask what is sent, and send it; `view` saves the register as it is looked at."""
    contracts = [each for each in desk.register.contracts.all() if isinstance(each, Contract)]
    first = next((each for each in contracts if chosen and each.id == chosen[0]), None)
    listing = partial(listing_in, desk.register)
    dialog = SendOutDialog(desk.day, publisher_of(desk), contracts, first, listing, parent)
    asked = dialog.answer()
    dialog.setParent(None)
    dialog.deleteLater()
    if asked is None:
        return None
    keep_publisher(desk, asked.publisher)
    if asked.way is Way.VIEW:
        return view() if view else export_register(desk, parent)
    return _WAYS[asked.way](desk, parent, asked)


def _whole(desk: Desk, parent: QWidget | None, _asked: Sending) -> object:
    return export_register(desk, parent)


def _csv(desk: Desk, parent: QWidget | None, _asked: Sending) -> object:
    register = desk.register
    held = register.contracts.all(), desk.day, register.decisions.all(), register.providers.all()
    name = f"Register {desk.day.isoformat()}"
    return save_as(parent, "Save the register as text", name, ".csv", "Making the list", work.contracts_as_csv, *held)


def _transparency(desk: Desk, parent: QWidget | None, asked: Sending) -> object:
    listing = listing_in(desk.register, asked.quarter.days.ends_on, asked.publisher)
    name = f"Contracts register {asked.quarter.label}"
    title = "Save the transparency register"
    if asked.way is Way.TRANSPARENCY_BOOK:
        return save_as(parent, title, name, ".xlsx", "Making the register", work.transparency_as_workbook, listing)
    return save_as(parent, title, name, ".csv", "Making the register", work.transparency_as_csv, listing)


def _open_data(desk: Desk, parent: QWidget | None, asked: Sending) -> object:
    register, name = desk.register, f"Open contracting {desk.day.isoformat()}"
    providers = {each.id: each for each in register.providers.all()}
    released = released_in(register, desk.day)
    return save_as(
        parent, "Save the open contracting data", name, ".json", "Making the releases", work.open_data_as_json,
        released, providers, asked.publisher, desk.day, desk.session.moment(),
    )  # fmt: skip


def _audit(desk: Desk, parent: QWidget | None, asked: Sending) -> object:
    register = desk.register
    rows = audit_return(register.contracts.all(), register.decisions.all(), asked.period, asked.threshold)
    name = f"Extensions, variations and waivers {asked.period.starts_on.isoformat()}"
    return save_as(
        parent, "Save the audit return", name, ".xlsx", "Making the return", work.audit_as_workbook, rows,
        asked.period, asked.threshold,
    )  # fmt: skip


def _pack(desk: Desk, parent: QWidget | None, asked: Sending) -> object:
    contract = asked.contract
    if contract is None:
        return None
    pack = pack_in(desk.register, contract, desk.day, with_notes=asked.with_notes)
    files = files_in(desk.register, contract)
    title, name = "Save the contract’s pack", f"{contract.reference} pack"
    return save_as(parent, title, name, ".zip", "Making the pack", work.pack_as_archive, pack, files)


def _anonymous(desk: Desk, parent: QWidget | None, _asked: Sending) -> Path | None:
    from db.operations.anonymise import anonymise

    path = ask_path(parent, "Save a copy without names", "Without names", ".register")
    if path is None:
        return None
    QApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
    refused = ""
    try:
        anonymise(desk.register, path, desk.session.moment())
    except Refusal as refusal:
        refused = str(refusal)
    finally:
        QApplication.restoreOverrideCursor()
    if refused:
        tell(parent, "The copy was not made", refused)
        return None
    say(parent, f"Saved “{path.name}” in {path.parent}")
    return path


_WAYS: dict[Way, Callable[[Desk, QWidget | None, Sending], object]] = {
    Way.WHOLE: _whole,
    Way.CSV: _csv,
    Way.TRANSPARENCY: _transparency,
    Way.TRANSPARENCY_BOOK: _transparency,
    Way.OPEN_DATA: _open_data,
    Way.AUDIT: _audit,
    Way.PACK: _pack,
    Way.ANONYMOUS: _anonymous,
}
