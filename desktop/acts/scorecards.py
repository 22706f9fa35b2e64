"""What is done from a scorecard: rate a figure otherwise, take and settle steps, send it on."""

from pathlib import Path

from PySide6.QtWidgets import QWidget

from db.changes import Changed
from db.operations.following import escalate, override_rating, settle
from db.rules.decision import ContractId
from db.rules.ladder import RUNGS, next_rung
from db.rules.monitoring import ReturnPeriod
from db.rules.rating_override import Override
from db.rules.scorecard import Scorecard, ScoreRow
from desktop.acts import following_work as work
from desktop.acts.carrying_out import carry_out, looked_up, tell
from desktop.acts.saving import save_as
from desktop.desk import Desk
from desktop.dialogs.rating_dialog import RatingAsked, RatingDialog, SettleDialog, StepDialog
from exports.scorecard_words import title


def rate_yourself(
    desk: Desk, parent: QWidget | None, contract_id: ContractId, row: ScoreRow, period: ReturnPeriod
) -> Changed | None:
    """Rate a figure otherwise than its rule, with a reason and until a day."""
    now = desk.register.following.overrides(contract_id).get((row.measure.id, period))

    def attempt(asked: RatingAsked) -> Changed:
        own = Override(asked.outcome, asked.reason, desk.day, asked.until)
        return desk.act(override_rating, contract_id, row.measure.id, period, own)

    return carry_out(desk, RatingDialog(row, now, parent), attempt)


def take_step(desk: Desk, parent: QWidget | None, contract_id: ContractId) -> Changed | None:
    """Take a rung of the ladder about a contract; the one above what stands is offered."""
    contract = looked_up(parent, lambda: desk.register.contracts.by_id(contract_id))
    if contract is None:
        return None
    taken = [each for _, each in desk.register.following.escalations(contract_id)]
    offered = next_rung(taken, desk.day) or RUNGS[-1]
    dialog = StepDialog(contract.reference, offered, desk.day, parent)
    return carry_out(desk, dialog, lambda step: desk.act(escalate, contract_id, step))


def settle_step(desk: Desk, parent: QWidget | None, contract_id: ContractId, escalation_id: str) -> Changed | None:
    """Record that a step was settled."""
    taken = dict(desk.register.following.escalations(contract_id)).get(escalation_id)
    if taken is None:
        tell(parent, "That could not be done", "That step is no longer in the register. Look again.")
        return None
    return carry_out(
        desk, SettleDialog(taken, desk.day, parent), lambda on: desk.act(settle, contract_id, escalation_id, on)
    )


def save_pdf(parent: QWidget | None, card: Scorecard, council: str) -> Path | None:
    """Save a scorecard as a PDF."""
    made = work.scorecard_as_pdf
    return save_as(parent, "Save the scorecard", title(card), ".pdf", "Making the scorecard", made, card, council)


def save_workbook(parent: QWidget | None, card: Scorecard) -> Path | None:
    """Save a scorecard as a workbook."""
    made = work.scorecard_as_workbook
    return save_as(parent, "Save the scorecard", title(card), ".xlsx", "Making the scorecard", made, card)
