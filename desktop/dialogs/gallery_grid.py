"""The dialogs of the register's grid, filled as they typically are: for pictures, and for tests that walk them all."""

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QWidget

from db.rules.cell_edits import EditPlan, Target, plan_edits
from db.rules.contract import Contract
from db.rules.details import FIELDS
from desktop.desk import Desk
from desktop.dialogs.bulk_dialog import BulkDialog
from desktop.dialogs.columns_dialog import ColumnsDialog
from desktop.dialogs.filter_dialog import FilterDialog
from desktop.dialogs.plan_dialog import PlanDialog
from desktop.dialogs.replace_dialog import ReplaceDialog
from desktop.dialogs.view_dialogs import RenameViewDialog, SaveViewDialog
from desktop.grid.filters import Filter
from desktop.screens.register_columns import columns
from desktop.tables.columns import Kind

_FIELDS = tuple(FIELDS.items())
_SPRING = date(2025, 4, 1).toordinal()


def _services(desk: Desk) -> tuple[str, ...]:
    known = (each.service for each in desk.register.contracts.all() if isinstance(each, Contract))
    return ("", *sorted(set(known) - {""}))


def _plan(desk: Desk) -> EditPlan:
    """Seven managers that fit, and two ends that do not."""
    known = [each for each in desk.register.contracts.all() if isinstance(each, Contract)]
    targets = [
        Target(each.id, each.version, each.reference, "Manager", "manager", each.manager, "Sample manager")
        for each in known
    ]
    targets += [
        Target(each.id, each.version, each.reference, "Ends", "", "31 Mar 2027", "1 Jan 2030", "Extend or Vary")
        for each in known[:2]
    ]
    return plan_edits(targets, {})


GRID: dict[str, Callable[[Desk], QWidget]] = {
    "filter-words": lambda desk: FilterDialog(Filter("Service", contains=""), Kind.WORDS, _services(desk)),
    "filter-days": lambda _desk: FilterDialog(Filter("Ends", least=_SPRING, most=_SPRING + 364), Kind.DAY, ()),
    "filter-amounts": lambda _desk: FilterDialog(Filter("Annual value", least=10_000_00), Kind.AMOUNT, ()),
    "columns": lambda _desk: ColumnsDialog([(each.title, each.shown) for each in columns()]),
    "paste-preview": lambda desk: PlanDialog("Paste cells", "Paste", _plan(desk)),
    "replace": lambda _desk: ReplaceDialog(_FIELDS, "Kent", 7),
    "bulk-change": lambda _desk: BulkDialog(_FIELDS[2:], 7),
    "save-view": lambda _desk: SaveViewDialog("Ending this year", False),
    "rename-view": lambda _desk: RenameViewDialog(["Ending this year"], "Ending this year"),
}
"""Each dialog by a name for its picture."""
