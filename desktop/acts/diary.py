"""The officer's diary: lines of attention acknowledged, put off or done; lead times and steps of a contract."""

from PySide6.QtWidgets import QWidget

from db.calendar import bank_holidays
from db.changes import Changed
from db.operations.diary import choose_runway as choose_runway_verb
from db.operations.diary import mark_line
from db.operations.diary import set_leads as set_leads_verb
from db.rules.attention_line import AttentionLine, Matter
from db.rules.decision import ContractId
from db.rules.marks import MarkKind
from db.rules.refusal import Refusal
from desktop.acts.carrying_out import carry_out, looked_up, ready, tell
from desktop.desk import Desk
from desktop.dialogs.diary_dialogs import LeadsAsked, LeadsDialog, PutOff, PutOffDialog, RunwayDialog


def acknowledge(desk: Desk, parent: QWidget | None, line: AttentionLine) -> Changed | None:
    """Say that a line was seen; it rests until its day moves."""
    return _mark(desk, parent, line, MarkKind.SEEN)


def done(desk: Desk, parent: QWidget | None, line: AttentionLine) -> Changed | None:
    """Say that what a line asks for is done; it rests until its day moves."""
    return _mark(desk, parent, line, MarkKind.DONE)


def put_off(desk: Desk, parent: QWidget | None, line: AttentionLine) -> Changed | None:
    """Put a line off to a day that is asked for."""
    day = desk.session.today()

    def attempt(asked: PutOff) -> Changed:
        return desk.act(mark_line, line, MarkKind.PUT_OFF, day, asked.until, asked.note)

    return carry_out(desk, PutOffDialog(line, day, parent), attempt)


def set_leads(
    desk: Desk, parent: QWidget | None, contract_id: ContractId, matter: Matter | None = None
) -> Changed | None:
    """Say how early a matter of a contract comes into sight."""
    contract = looked_up(parent, lambda: desk.register.contracts.by_id(contract_id))
    if contract is None:
        return None
    dialog = LeadsDialog(contract, desk.register.diaries.lead_times(), matter, parent)

    def attempt(asked: LeadsAsked) -> Changed:
        return desk.act(set_leads_verb, asked.matter, asked.days, contract_id)

    return carry_out(desk, dialog, attempt)


def choose_runway(desk: Desk, parent: QWidget | None, contract_id: ContractId) -> Changed | None:
    """Say which kind of decision a contract's end needs."""
    contract = looked_up(parent, lambda: desk.register.contracts.by_id(contract_id))
    if contract is None:
        return None
    diary = desk.register.diaries.diary(bank_holidays())
    dialog = RunwayDialog(contract, diary, desk.day, parent)
    return carry_out(desk, dialog, lambda name: desk.act(choose_runway_verb, name, contract_id))


def _mark(desk: Desk, parent: QWidget | None, line: AttentionLine, kind: MarkKind) -> Changed | None:
    if not ready(desk, parent):
        return None
    try:
        return desk.act(mark_line, line, kind, desk.session.today())
    except Refusal as refusal:
        tell(parent, "That could not be done", str(refusal))
        return None
