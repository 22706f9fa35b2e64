"""What the menus do to the page in view: act on its contracts, copy, find, export, import."""

from pathlib import Path
from typing import TYPE_CHECKING, Protocol, runtime_checkable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QLineEdit, QWidget

from db.rules.decision import ContractId
from desktop import acts
from desktop.desk import Desk
from desktop.screens import doing
from desktop.tables.table_view import TableView
from desktop.window.pages import Pages

if TYPE_CHECKING:
    from desktop.grid.grid_table import GridTable


@runtime_checkable
class HasContracts(Protocol):
    """A page on which contracts can be chosen."""

    def chosen(self) -> tuple[ContractId, ...]:
        """The contracts chosen."""


class Working(QObject):
    """Acts on the page in view."""

    def __init__(self, desk: Desk, pages: Pages, window: QWidget) -> None:
        super().__init__(window)
        self._desk, self._pages, self._window = desk, pages, window

    def do(self, act: doing.ContractAct) -> None:
        """Do an act on the contracts chosen on the page."""
        act.do(self._desk, self._window, self.chosen())

    def can_do(self, act: doing.ContractAct) -> bool:
        """Whether the register can be written and enough contracts are chosen."""
        count = len(self.chosen())
        return self.can_write() and (not act.needs_one or count == 1 or (act.many and count > 1))

    def can_write(self) -> bool:
        """Whether the register can be changed."""
        return not self._desk.register.read_only

    def chosen(self) -> tuple[ContractId, ...]:
        """The contracts chosen on the page in view."""
        page = self._pages.currentWidget()
        return page.chosen() if isinstance(page, HasContracts) else ()

    def copy(self, *, headed: bool) -> None:
        """Copy what is chosen in the page's table, or in the line the keyboard is in."""
        line = self._window.focusWidget()
        if isinstance(line, QLineEdit):
            line.copy()
        elif table := self._table():
            table.copy(headed=headed)

    def find(self) -> None:
        """Put the keyboard in the page's search."""
        if line := self._search_line():
            line.setFocus()
            line.selectAll()

    def paste(self) -> None:
        """Put what was copied into the cells chosen."""
        if grid := self._grid():
            grid.paste()

    def fill_down(self) -> None:
        """Put the first chosen row's texts into those below it."""
        if grid := self._grid():
            grid.fill_down()

    def replace(self) -> None:
        """Ask what words to replace in the cells."""
        if grid := self._grid():
            grid.ask("replace")

    def has_grid(self) -> bool:
        """Whether the page has cells that are typed in, of a register that can be written."""
        return self.can_write() and self._grid() is not None

    def has_table(self) -> bool:
        """Whether the page has a table to copy from."""
        return self._table() is not None

    def has_search(self) -> bool:
        """Whether the page can be searched."""
        return self._search_line() is not None

    def export(self) -> None:
        """The whole register to Excel."""
        acts.export_register(self._desk, self._window)

    def import_return(self, *paths: Path) -> None:
        """Take in providers' returns."""
        acts.import_return(self._desk, self._window, *paths)

    def bring_in(self) -> None:
        """Bring in a register that was kept in a spreadsheet."""
        acts.bring_in_register(self._desk, self._window)

    def take_in_workbook(self) -> None:
        """Take in what was changed in a workbook of this register."""
        acts.take_in_workbook(self._desk, self._window)

    def take_in(self, *paths: Path) -> None:
        """Take in spreadsheets that were dropped, each as what it is."""
        acts.take_in_dropped(self._desk, self._window, *paths)

    def send_out(self) -> None:
        """Send the register out in one of its forms."""
        from desktop.acts.leaving import send_out
        from desktop.screens.register import RegisterScreen

        page = self._pages.page("register")
        page.refresh()
        view = page.out.export if isinstance(page, RegisterScreen) else None
        send_out(self._desk, self._window, self.chosen(), view)

    def _table(self) -> TableView | None:
        page = self._pages.currentWidget()
        return page.findChild(TableView) if page else None

    def _grid(self) -> "GridTable | None":
        from desktop.grid.grid_table import GridTable  # a window starts without it

        table = self._table()
        return table if isinstance(table, GridTable) else None

    def _search_line(self) -> QLineEdit | None:
        page = self._pages.currentWidget()
        lines = page.findChildren(QLineEdit) if page else []
        return next((line for line in lines if line.property("role") == "search" and line.isVisible()), None)
