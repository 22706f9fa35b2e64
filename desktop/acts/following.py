"""Following returns: chase, accept, query, and send the ledger on."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from PySide6.QtWidgets import QWidget

from db.changes import Changed
from db.operations.following import accept_return as accept_verb
from db.operations.following import answer_query as answer_verb
from db.operations.following import raise_queries, remind
from db.rules.chasing import chase
from db.rules.ledger import ReturnState
from db.rules.monitoring import MonitoringReturn
from db.rules.owed import Owed
from db.rules.queries import KeptQuery, QueryList
from desktop.acts import following_work as work
from desktop.acts.carrying_out import carry_out, looked_up, tell
from desktop.acts.opening_copies import open_copy
from desktop.acts.saving import save_as
from desktop.desk import Desk
from desktop.dialogs.chase_dialog import ChaseDialog
from desktop.dialogs.query_dialogs import AcceptDialog, Answer, AnswerDialog, QueriesAsked, QueriesDialog
from desktop.following import chased

OWED = frozenset({ReturnState.EXPECTED, ReturnState.DUE, ReturnState.REMINDED, ReturnState.LATE})
"""The states of a return that has not come."""


def chase_returns(desk: Desk, parent: QWidget | None, owed: Sequence[Owed]) -> Changed | None:
    """Write to the provider of these returns, and record the reminder once it went."""
    awaited = [each for each in owed if each.line.state in OWED]
    text = chase(chased(awaited), desk.day, council=desk.register.decisions.council().name, officer=officer_name(desk))
    if text is None:
        tell(parent, "Nothing to chase", "These returns have come. Choose returns that are due or late.")
        return None
    named = [(each.line.contract_id, each.line.period) for each in awaited]
    dialog = ChaseDialog(text, len(awaited), desk.day, parent)
    return carry_out(desk, dialog, lambda on: desk.act(remind, named, on))


def accept_return(desk: Desk, parent: QWidget | None, owed: Owed) -> Changed | None:
    """Accept a quarter's return."""
    line = owed.line

    def attempt(note: str) -> Changed:
        return desk.act(accept_verb, line.contract_id, line.period, desk.day, note)

    return carry_out(desk, AcceptDialog(owed.reference, line.period.label, parent), attempt)


def ask_provider(desk: Desk, parent: QWidget | None, found: MonitoringReturn) -> Changed | None:
    """Record what a provider is asked about a return, and save the list for it where it is wanted."""
    asked: list[QueriesAsked] = []

    def attempt(answered: QueriesAsked) -> Changed:
        asked.append(answered)
        return desk.act(raise_queries, found.id, answered.queries, desk.day)

    done = carry_out(desk, QueriesDialog(found, parent), attempt)
    if done is not None and asked[-1].wants_file:
        _save_queries(parent, found, asked[-1], desk.day)
    return done


def record_answer(desk: Desk, parent: QWidget | None, kept: KeptQuery) -> Changed | None:
    """Record what a provider answered."""

    def attempt(answer: Answer) -> Changed:
        return desk.act(answer_verb, kept.id, answer.on, answer.words)

    return carry_out(desk, AnswerDialog(kept, desk.day, parent), attempt)


def look_at_original(desk: Desk, parent: QWidget | None, found: MonitoringReturn) -> Path | None:
    """Open a copy of a return's file, as it was received, in the program that opens such files here."""
    content = looked_up(parent, lambda: desk.register.returns.file(found.file_sha256))
    if content is None:
        return None
    return looked_up(parent, lambda: open_copy(content, found.file_name))


def export_ledger(desk: Desk, parent: QWidget | None, owed: Sequence[Owed], name: str = "Returns") -> Path | None:
    """Save lines of the ledger as a workbook."""
    title = f"{name} {desk.day.isoformat()}"
    words, made = "Making the workbook", work.ledger_as_workbook
    return save_as(parent, "Save the ledger of returns", title, ".xlsx", words, made, tuple(owed), desk.day, name)


def officer_name(desk: Desk) -> str:
    """The officer at work, with the post; empty while not known."""
    officer = desk.session.officer
    return ", ".join(filter(None, (officer.name, officer.post))) if officer else ""


def _save_queries(parent: QWidget | None, found: MonitoringReturn, asked: QueriesAsked, on: date) -> None:
    listed = QueryList(
        found.contract_reference, found.contract_title, found.provider, found.period.label, found.file_name, on,
        asked.queries, asked.answer_by,
    )  # fmt: skip
    name = f"Queries {found.contract_reference} {found.period.label}"
    save_as(parent, "Save the queries", name, ".xlsx", "Making the list", work.queries_as_workbook, listed)
