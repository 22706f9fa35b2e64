"""Typing, pasting and replacing in the register: what is wanted in its cells becomes one act."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QObject, QPoint
from PySide6.QtWidgets import QMenu, QWidget

from db.changes import Changed
from db.rules.cell_edits import CellRefused, Target, replaced
from db.rules.decision import ContractId
from desktop import acts
from desktop.desk import Desk
from desktop.dialogs.bulk_dialog import BulkEdit
from desktop.dialogs.replace_dialog import ALL, Replacement
from desktop.grid.grid_table import GridTable
from desktop.grid.wanted import How, Wanted
from desktop.screens import doing
from desktop.screens.answering import answered
from desktop.screens.contract_rows import ContractRow

_OWN = frozenset({"reference", "title"})
"""What each contract has of its own, and is not put into many at once."""
_BESIDE = "It falls beside the table: below its last row, or to the right of its last column."


class RegisterEdits(QObject):
    """Stands between the grid and the act of changing cells."""

    def __init__(self, desk: Desk, grid: GridTable, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk, self._grid, self._page = desk, grid, parent
        self.sought = ""
        """The words looked for last."""
        grid.wanted.connect(self.put)
        grid.locked.connect(self._offer_acts)

    def put(self, wanted: Wanted) -> Changed | None:
        """Change cells as wanted, once what does not fit was seen."""
        targets = [self.target(row_id, at, text) for row_id, at, text in wanted.cells]
        beyond = [CellRefused("", "", text, _BESIDE) for text in wanted.beyond]
        return acts.edit_cells(self._desk, self._page.window(), wanted.how, targets, beyond)

    def replace(self, find: str = "") -> Changed | None:
        """Ask what to replace by what, and put it into the cells that hold it."""
        from desktop.dialogs.replace_dialog import ReplaceDialog

        dialog = ReplaceDialog(self._fields(), find or self.sought, len(self._grid.chosen_ids()), self._page.window())
        asked = answered(dialog)
        return self.put(self.replacing(asked)) if asked else None

    def replacing(self, asked: Replacement) -> Wanted:
        """The cells among those shown that a replacement would change, and what they would hold."""
        self.sought = asked.find
        rows = self._grid.rows
        ids = self._grid.chosen_ids() if asked.chosen_only else rows.shown_ids()
        places = [
            at for at in self._grid.visual if rows.columns[at].edits and asked.field in {ALL, rows.columns[at].edits}
        ]
        cells: list[tuple[str, int, str]] = []
        for row_id in ids:
            place = rows.place_of(row_id)
            for at in places if place >= 0 else ():
                now = rows.own_at(place, at)
                then = replaced(now, asked.find, asked.by, match_case=asked.match_case, whole=asked.whole)
                cells += [(row_id, at, then)] * (then != now)
        return Wanted(How.REPLACED, tuple(cells))

    def change_together(self) -> Changed | None:
        """Ask for one text and put it into a column of every contract chosen."""
        from desktop.dialogs.bulk_dialog import BulkDialog

        ids = self._grid.chosen_ids()
        dialog = BulkDialog([each for each in self._fields() if each[0] not in _OWN], len(ids), self._page.window())
        asked = answered(dialog)
        return self.put(self.together(ids, asked)) if asked else None

    def together(self, ids: Sequence[str], asked: BulkEdit) -> Wanted:
        """One text in a column of all these contracts."""
        at = next(at for at, each in enumerate(self._grid.rows.columns) if each.edits == asked.field)
        return Wanted(How.BULK, tuple((row_id, at, asked.text) for row_id in ids))

    def _fields(self) -> list[tuple[str, str]]:
        return [(each.edits, each.title) for each in self._grid.rows.columns if each.edits]

    def target(self, row_id: str, at: int, text: str) -> Target:
        """A cell and the text meant for it."""
        rows, place = self._grid.rows, self._grid.rows.place_of(row_id)
        row: ContractRow = rows.row_at(place)
        column = rows.columns[at]
        before = rows.own_at(place, at)
        is_typed = bool(column.edits) and row.version > 0
        if not is_typed and text == rows.copied_at(place, at):
            text = before
        return Target(
            ContractId(row_id), row.version, row.reference, column.title, column.edits if is_typed else "",
            before, text, _named(doing.named(name) for name in column.changed_by),
        )  # fmt: skip

    def _offer_acts(self, row_id: str, at: int) -> None:
        menu = self.menu_for(row_id, at)
        view, area = self._grid.over(self._grid.currentIndex())
        menu.popup(view.viewport().mapToGlobal(area.bottomLeft() + QPoint(0, 2)))

    def menu_for(self, row_id: str, at: int) -> QMenu:
        """What a cell that is not typed in says, and the acts that change it."""
        column = self._grid.rows.columns[at]
        found = [doing.named(name) for name in column.changed_by]
        menu = QMenu(self._grid)
        menu.setObjectName("lockedMenu")
        said = menu.addAction(f"{column.title} is changed by" if found else f"{column.title} is worked out")
        said.setEnabled(False)
        ids = (ContractId(row_id),)
        for act in found:
            item = doing.act_item(act, menu)
            item.setEnabled(not self._desk.register.read_only)
            item.triggered.connect(lambda _=False, act=act: act.do(self._desk, self._page.window(), ids))
            menu.addAction(item)
        menu.aboutToHide.connect(menu.deleteLater)
        return menu


def _named(found: Iterable[doing.ContractAct]) -> str:
    words: Sequence[str] = [each.title.removesuffix("…") for each in found]
    return " or ".join(part for part in (", ".join(words[:-1]), *words[-1:]) if part)
