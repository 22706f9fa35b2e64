"""How the cells of a register that comes in are shown: by what becomes of their row and column. No Qt here."""

from collections import defaultdict

from db.incoming.choices import Choices
from db.incoming.plan import Plan
from db.incoming.plan_parts import CellProblem, ColumnPlan
from desktop.importing.cell_look import PLAIN, CellLook
from desktop.look.palette import Tone

HEADING = CellLook("Heading", Tone.LATER, is_bold=True)
STOPS = CellLook("Row waits for it", Tone.OVERDUE, "overdue")
WAITS = CellLook("Row to do", Tone.NEUTRAL, is_quiet=True)
ODD = CellLook("Worth a look", Tone.SOON, "soon")
FIXED = CellLook("Corrected here", Tone.DONE, "tick")
ASIDE = CellLook("Not taken in", None, is_quiet=True)
LEGEND = (HEADING, STOPS, ODD, FIXED, WAITS, ASIDE)


class OldLook:
    """Answers, for one plan, how each cell looks and what is said of it."""

    def __init__(self, plan: Plan, choices: Choices) -> None:
        self.plan = plan
        self._sheets = {each.name: each for each in plan.sheets}
        self._columns = {(each.name, column.number): column for each in plan.sheets for column in each.columns}
        self._waiting = {each.row.key: each.reason for each in plan.listed}
        self._fixed = choices.fixes
        self._problems: dict[tuple[str, int, int], list[CellProblem]] = defaultdict(list)
        for each in plan.problems:
            self._problems[each.sheet, each.row, each.column].append(each)

    def column(self, sheet: str, column: int) -> ColumnPlan | None:
        """What a column was taken for."""
        return self._columns.get((sheet, column))

    def look(self, sheet: str, row: int, column: int) -> CellLook:
        """A cell's tint and icon: what stops its row before what is odd, and that before where it stands."""
        held = self._sheets.get(sheet)
        if held is None or row < min(held.header_rows, default=1):
            return ASIDE
        if row in held.header_rows:
            return HEADING
        if found := self._problems.get((sheet, row, column)):
            return STOPS if any(each.stops for each in found) else ODD
        return self._by_place(sheet, row, column)

    def tell(self, sheet: str, row: int, column: int) -> str:
        """What is said of a cell: what is wrong with it and what to do, or why its row waits."""
        if found := self._problems.get((sheet, row, column)):
            return " ".join(f"{each.why} {each.todo}" for each in found)
        if reason := self._waiting.get((sheet, row)):
            return f"Its row waits: {reason}"
        plan = self.column(sheet, column)
        if plan is None:
            return ""
        return f"Read as {plan.field.value.lower()}." if plan.field else f"Not taken in. {plan.evidence}"

    def mean(self, sheet: str, column: int) -> str:
        """What stands at a column's head."""
        plan = self.column(sheet, column)
        if plan is None:
            return ""
        return plan.field.value if plan.field else "not taken in"

    def _by_place(self, sheet: str, row: int, column: int) -> CellLook:
        if (sheet, row, column) in self._fixed:
            return FIXED
        if (sheet, row) in self._waiting:
            return WAITS
        plan = self.column(sheet, column)
        return PLAIN if plan and plan.field else ASIDE
