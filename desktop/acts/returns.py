"""Providers' returns: sending a blank one, taking a filled one in, saying what is expected and measured."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from db.changes import Changed
from db.operations.measures import define_measures
from db.operations.returns import expect_returns as expect_returns_verb
from db.register import Register
from db.returns.layout import STANDARD_MEASURES, ReturnForm
from db.rules.dates import quarter_period
from db.rules.decision import ContractId
from db.rules.monitoring import DaysCounted, MonitoringReturn, ReturnSchedule
from desktop.acts import work
from desktop.acts.carrying_out import carry_out, looked_up
from desktop.acts.saving import keep, save_as
from desktop.desk import Desk
from desktop.dialogs.blank_return_dialog import BlankAsked, BlankReturnDialog
from desktop.dialogs.expect_dialog import Expectation, ExpectDialog
from desktop.dialogs.measures_dialog import MeasuresDialog
from desktop.importing.line import line_of
from desktop.screens.screen import Place

DAYS_ALLOWED = 15
"""Working days after a quarter's end that are offered where a contract has none of its own."""
KINDS = "Workbooks and lists (*.xlsx *.xlsm *.csv *.tsv *.ods *.xls *.xlsb);;All files (*)"


def import_return(desk: Desk, parent: QWidget | None, *paths: Path) -> bool:
    """Put files of providers in line to be read, and go to where they are looked at and accepted.

    Without files the officer is asked for them. False where the officer went back.
    """
    chosen = paths or _ask_files(parent)
    if not chosen:
        return False
    line_of(desk).add(chosen)
    desk.wanted.emit(Place("importing"))
    return True


def blank_return(desk: Desk, parent: QWidget | None, contract_id: ContractId) -> Path | None:
    """Save a contract's blank return for a quarter, for its provider to fill in."""
    contract = looked_up(parent, lambda: desk.register.contracts.by_id(contract_id))
    if contract is None:
        return None
    measures = desk.register.returns.measures(contract_id)
    schedule = _schedule(desk.register, contract_id)
    dialog = BlankReturnDialog(contract, measures or STANDARD_MEASURES, schedule, desk.day, desk.holidays, parent)
    asked: BlankAsked | None = dialog.answer()
    dialog.setParent(None)
    dialog.deleteLater()
    if asked is None:
        return None
    form = ReturnForm(
        contract.id, contract.reference, contract.title, contract.provider_names, asked.period, measures, asked.due_on
    )
    name = f"Return {contract.reference} {asked.period.label}"
    made = work.blank_return_as_workbook
    return save_as(parent, "Save the blank return", name, ".xlsx", "Making the blank return", made, form)


def expect_returns(desk: Desk, parent: QWidget | None, contract_id: ContractId) -> Changed | None:
    """Say from when a contract's returns are expected, and how soon after each quarter."""
    contract = looked_up(parent, lambda: desk.register.contracts.by_id(contract_id))
    if contract is None:
        return None
    schedule = _schedule(desk.register, contract_id)
    now = Expectation(contract.starts_on or quarter_period(desk.day).starts_on, DAYS_ALLOWED, DaysCounted.WORKING)
    if schedule:
        now = Expectation(schedule.first_day, schedule.days_allowed, schedule.counted_in)

    def attempt(wanted: Expectation) -> Changed:
        return desk.act(expect_returns_verb, contract_id, wanted.first_day, wanted.days_allowed, wanted.counted_in)

    return carry_out(desk, ExpectDialog(contract, now, desk.holidays, parent), attempt)


def set_measures(desk: Desk, parent: QWidget | None, contract_id: ContractId) -> Changed | None:
    """Say what a contract's provider reports each quarter."""
    contract = looked_up(parent, lambda: desk.register.contracts.by_id(contract_id))
    if contract is None:
        return None
    measures = desk.register.returns.measures(contract_id) or STANDARD_MEASURES
    dialog = MeasuresDialog(contract, measures, parent)
    return carry_out(desk, dialog, lambda wanted: desk.act(define_measures, contract_id, wanted))


def save_original(desk: Desk, parent: QWidget | None, found: MonitoringReturn) -> Path | None:
    """Save a return's workbook again, exactly as it was received."""
    content = looked_up(parent, lambda: desk.register.returns.file(found.file_sha256))
    if content is None:
        return None
    start = str(Path.home() / found.file_name)
    chosen, _ = QFileDialog.getSaveFileName(parent, "Save the original workbook", start)
    return keep(parent, Path(chosen), content) if chosen else None


def _ask_files(parent: QWidget | None) -> tuple[Path, ...]:
    chosen, _ = QFileDialog.getOpenFileNames(parent, "Read returns", "", KINDS)
    return tuple(Path(each) for each in chosen)


def _schedule(register: Register, contract_id: ContractId) -> ReturnSchedule | None:
    return next((each for each in register.returns.schedules() if each.contract_id == contract_id), None)
