"""What many edits would come to, cell by cell, before any is made: those that do not fit come first."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from db.rules.cell_edits import EditPlan, told
from db.rules.details import FIELDS
from db.rules.refusal import Refusal
from desktop.dialogs.act_dialog import ActDialog
from desktop.look.palette import Tone
from desktop.tables.columns import Chip, Column, chip_column, text_column, yielding
from desktop.tables.table_view import TableView

_ROWS = 12
"""Lines of the plan in sight at once."""


@dataclass(frozen=True, slots=True)
class PlanLine:
    """One cell of a plan."""

    number: str
    reference: str
    column: str
    before: str
    wanted: str
    why: str


COLUMNS: tuple[Column[PlanLine], ...] = (
    yielding(text_column("Contract", lambda line: line.reference, width=18), least=12),
    yielding(text_column("Column", lambda line: line.column, width=15), least=11),
    yielding(chip_column("What happens", lambda line: _chip(line), width=17), least=14),
    yielding(text_column("Now", lambda line: line.before, width=16), least=11),
    yielding(text_column("Then", lambda line: line.wanted, width=16), least=11),
    yielding(text_column("Why not", lambda line: line.why, width=40, stretch=True), least=16),
)


class PlanDialog(ActDialog[EditPlan]):
    """Asks whether to make the edits that fit; the others are left as they are."""

    wide = 130

    def __init__(self, title: str, verb: str, plan: EditPlan, parent: QWidget | None = None) -> None:
        """`verb` begins the words of the button, such as "Paste"."""
        super().__init__(title, verb, parent, intro=told(plan))
        self.plan = plan
        self.table = TableView(COLUMNS, "planTable", "Cells")
        self.table.rows.show_rows(plan_lines(plan), lambda line: line.number)
        self.table.setMinimumHeight(
            self.table.rowHeight(0) * _ROWS + self.table.titles.height() if plan_lines(plan) else 60
        )
        self.form.add_widget(self.table)
        count = len(plan.edits)
        words = f"&{verb} {count:,} {'cell' if count == 1 else 'cells'}" if count else f"{verb} nothing"
        self.name_act(words, enabled=bool(count))

    def value(self) -> EditPlan:
        if not self.plan.edits:
            raise Refusal("None of these cells can take its text. Cancel, and choose other cells.")
        return self.plan


def plan_lines(plan: EditPlan) -> Sequence[PlanLine]:
    """A plan's cells: first those that do not fit, then those that change."""
    lines = [PlanLine("", each.reference, each.column, "", each.wanted, each.why) for each in plan.refused]
    lines += [PlanLine("", each.reference, FIELDS[each.field], each.before, each.after, "") for each in plan.edits]
    return [
        PlanLine(str(number), each.reference, each.column, each.before, each.wanted, each.why)
        for number, each in enumerate(lines)
    ]


def _chip(line: PlanLine) -> Chip:
    return Chip(Tone.OVERDUE, "Does not fit") if line.why else Chip(Tone.DONE, "Changes")
