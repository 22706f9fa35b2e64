"""Registers and edited workbooks coming in: which file, which kind it is, and the screen that looks at it."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from db.rules.decision import ContractId
from desktop import acts
from desktop.acts.carrying_out import tell
from desktop.bringing_in.file_screen import KINDS
from desktop.bringing_in.given import EDITED, OLD, given_to
from desktop.desk import Desk
from desktop.dialogs.what_file_dialog import Kept, WhatFileDialog
from desktop.screens.screen import Place

SPREADSHEETS = frozenset({".xlsx", ".xlsm", ".csv", ".tsv", ".txt", ".ods", ".xls", ".xlsb"})


def bring_in_register(desk: Desk, parent: QWidget | None, path: Path | None = None) -> bool:
    """Look at a register that was kept in a spreadsheet, before it is brought in. False where none was chosen."""
    return _take(desk, parent, OLD, path, "The register to bring in")


def take_in_workbook(desk: Desk, parent: QWidget | None, path: Path | None = None) -> bool:
    """Look at what an edited workbook of this register changes. False where none was chosen."""
    return _take(desk, parent, EDITED, path, "The edited workbook")


def take_in_dropped(desk: Desk, parent: QWidget | None, *paths: Path) -> bool:
    """Take files that were dropped: our own workbook comes back, else the register is asked for where it is empty."""
    first = paths[0]
    if len(paths) == 1 and is_own_workbook(first):
        return take_in_workbook(desk, parent, first)
    if len(paths) > 1 or desk.register.contracts.ids():
        return acts.import_return(desk, parent, *paths)
    dialog = WhatFileDialog(first.name, parent)
    asked = dialog.answer()
    dialog.setParent(None)
    dialog.deleteLater()
    if asked is Kept.REGISTER:
        return bring_in_register(desk, parent, first)
    return asked is Kept.RETURN and acts.import_return(desk, parent, first)


def is_own_workbook(path: Path) -> bool:
    """Whether a file is a workbook that was written from a register to come back, by its stamp."""
    from zipfile import BadZipFile, ZipFile

    from db.rules.sheets.stamp import STAMP_SHEET

    try:
        with ZipFile(path) as archive:
            if "xl/workbook.xml" not in archive.namelist():
                return False
            listed = archive.open("xl/workbook.xml").read(200_000)
    except (OSError, BadZipFile, KeyError, NotImplementedError, RuntimeError):
        return False
    return f'name="{STAMP_SHEET}"'.encode() in listed and b"Register" in listed


def take_out(desk: Desk, parent: QWidget | None, contract_id: ContractId) -> object:
    """Take a contract out of the register that was entered by mistake, with the reason."""
    from db.operations.withdraw import withdraw_contract
    from desktop.acts.carrying_out import carry_out, looked_up
    from desktop.dialogs.take_out_dialog import TakeOutDialog

    contract = looked_up(parent, lambda: desk.register.contracts.by_id(contract_id))
    if contract is None:
        return None
    dialog = TakeOutDialog(contract, parent)
    done = carry_out(desk, dialog, lambda why: desk.act(withdraw_contract, contract_id, desk.session.today(), why))
    if done is not None:
        desk.wanted.emit(Place("register"))
    return done


def _take(desk: Desk, parent: QWidget | None, name: str, path: Path | None, title: str) -> bool:
    if desk.register.read_only:
        tell(parent, "Nothing can be taken in", f"{desk.register.read_only_because} Nothing was changed.")
        return False
    chosen = path or _ask(parent, title)
    if chosen is None:
        return False
    given_to(desk, name).give(chosen)
    desk.wanted.emit(Place(name))
    return True


def _ask(parent: QWidget | None, title: str) -> Path | None:
    found, _ = QFileDialog.getOpenFileName(parent, title, "", KINDS)
    return Path(found) if found else None
