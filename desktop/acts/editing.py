"""Changing cells of the register: what they would come to is worked out, shown where it needs a look, then done."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from db.changes import Changed
from db.operations.edit_details import edit_cells as edit_cells_verb
from db.rules.cell_edits import CellRefused, EditPlan, Target, plan_edits
from db.rules.refusal import Refusal
from desktop.acts.carrying_out import carry_out, ready, tell
from desktop.desk import Desk
from desktop.dialogs.plan_dialog import PlanDialog
from desktop.grid.wanted import How

_TITLES = {How.PASTED: "Paste cells", How.FILLED: "Fill down", How.CLEARED: "Clear cells",
           How.REPLACED: "Replace words", How.BULK: "Change contracts"}  # fmt: skip
_ALWAYS_SHOWN = (How.REPLACED,)


def edit_cells(
    desk: Desk, parent: QWidget | None, how: How, targets: Sequence[Target], beyond: Sequence[CellRefused] = ()
) -> Changed | None:
    """Put texts into cells, as one act. What does not fit is shown before anything is changed."""
    if not ready(desk, parent):
        return None
    plan = plan_edits(targets, desk.register.contracts.references(), beyond)
    if how is How.TYPED and plan.refused:
        tell(parent, "The cell stays as it was", plan.refused[0].why)
        return None
    if plan.refused or (how in _ALWAYS_SHOWN and plan.edits):
        dialog = PlanDialog(_TITLES[how], how.value, plan, parent)
        return carry_out(desk, dialog, lambda agreed: _made(desk, agreed))
    return _tried(desk, parent, plan) if plan.edits else None


def _tried(desk: Desk, parent: QWidget | None, plan: EditPlan) -> Changed | None:
    try:
        return _made(desk, plan)
    except Refusal as refusal:
        tell(parent, "Nothing was changed", str(refusal))
        return None


def _made(desk: Desk, plan: EditPlan) -> Changed:
    return desk.act(edit_cells_verb, plan.edits)
