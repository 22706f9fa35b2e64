"""Writing a decision's record: keeping it, passing over a warning, beginning a correction."""

from PySide6.QtWidgets import QWidget

from db.changes import Changed
from db.operations.record_decision import NewDecision, record_decision
from db.operations.write_record import pass_over as pass_over_verb
from db.operations.write_record import write_record
from db.rules.decision import Decision, DecisionId
from db.rules.decision_facts import DecisionStatus
from db.rules.numbering import next_number
from desktop.acts.carrying_out import carry_out, ready
from desktop.desk import Desk
from desktop.dialogs.leave_dialog import LeaveDialog
from desktop.dialogs.pass_over_dialog import PassOverDialog
from desktop.writing.gap_notes import Missing


def save_record(desk: Desk, parent: QWidget | None, decision: Decision) -> Changed | None:
    """Put a decision's record into the register; None where nothing can be changed now.

    Raises:
        Refusal: the register does not take it; nothing was changed.
    """
    return desk.act(write_record, decision) if ready(desk, parent) else None


def pass_over(desk: Desk, parent: QWidget | None, decision_id: DecisionId, missing: Missing) -> Changed | None:
    """Pass over a warning with a reason, or take it up again."""
    dialog = PassOverDialog(missing.sentence, missing.source, missing.passed_over, parent)
    return carry_out(desk, dialog, lambda reason: desk.act(pass_over_verb, decision_id, missing.check, reason))


def correct(desk: Desk, parent: QWidget | None, decision: Decision) -> DecisionId | None:
    """Begin a decision that corrects a signed one, its words to start from; its id."""
    if not ready(desk, parent):
        return None
    known = desk.register.decisions.all()
    numbers = [each.number for each in known if each.number]
    number = next_number(decision.kind, desk.day, numbers, desk.register.decisions.noted_numbers())
    desk.act(record_decision, _correction(decision, number))
    return desk.register.decisions.get(number).id


def may_leave(parent: QWidget | None, sentence: str) -> bool:
    """Ask whether to leave a page whose words the register refused."""
    dialog = LeaveDialog(sentence, parent)
    leaves = bool(dialog.exec())
    dialog.setParent(None)
    dialog.deleteLater()
    return leaves


def _correction(decision: Decision, number: str) -> NewDecision:
    return NewDecision(
        number=number,
        kind=decision.kind,
        subject=decision.subject,
        decided_on=None,
        maker_name=decision.maker_name,
        maker_post=decision.maker_post,
        for_publication=decision.for_publication,
        is_key=decision.is_key,
        callable_in=decision.callable_in,
        relates_to_number=decision.relates_to_number,
        text=decision.text,
        savings=decision.savings,
        status=DecisionStatus.FOR_DETERMINATION,
        is_executive=decision.is_executive,
        exemption=decision.exemption,
        responsible=decision.responsible,
        delegation_id=decision.delegation_id,
        scheme=decision.scheme,
        corrects_number=decision.number,
        consultees=decision.consultees,
        alternatives=decision.alternatives,
        none_considered=decision.none_considered,
        value_pence=decision.value_pence,
        ground=decision.ground,
    )
