"""The page on which the sheets of a file stand: tabs, the line of the cell in hand, the grid and the legend."""

from collections.abc import Collection, Iterable, Sequence

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QHBoxLayout, QTabBar, QVBoxLayout, QWidget

from db.returns.cells import place
from desktop.importing.cell_look import CellLook
from desktop.importing.sheet_grid import SheetGrid
from desktop.importing.small_parts import LegendEntry, OneLine
from desktop.look.parts import label
from desktop.screens.flow import Flow


class SheetPage(QWidget):
    """Each kind says how cells look and what they mean, and what is shown when a sheet is turned to.

    Signals:
        asked: something is to be done about a cell: sheet, row, column and place on the screen.
        turned: another sheet is in view.
    """

    asked = Signal(str, int, int, QPoint)
    turned = Signal(str)

    def __init__(
        self, grid: SheetGrid, says: QWidget, looks: Iterable[CellLook], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.grid = grid
        self.tabs = QTabBar()
        self.where, self.means = label("", "fieldLabel"), OneLine("cellMeans", "quiet")
        self._sheets: tuple[str, ...] = ()
        self._legend = {look: LegendEntry(look) for look in looks}
        self._dress_tabs()
        self._lay_out(says)
        self.tabs.currentChanged.connect(self._turn)
        grid.reached.connect(self._tell)
        grid.asked.connect(lambda row, column, spot: self.asked.emit(self.sheet, row, column, spot))

    @property
    def sheet(self) -> str:
        """The sheet in view."""
        at = self.tabs.currentIndex()
        return self._sheets[at] if 0 <= at < len(self._sheets) else ""

    def go(self, sheet: str, cell: str) -> None:
        """Bring a cell into view; without a cell, its sheet."""
        if sheet in self._sheets and sheet != self.sheet:
            self.tabs.setCurrentIndex(self._sheets.index(sheet))
        if cell and not cell.isdigit():
            self.grid.go(*place(cell))

    def step_sheet(self, step: int) -> None:
        """Turn to the sheet beside this one."""
        self.tabs.setCurrentIndex(max(0, min(self.tabs.currentIndex() + step, len(self._sheets) - 1)))

    def _show_sheets(self, sheets: Sequence[str], first: str | None, hidden: Collection[str] = ()) -> None:
        """The sheets of another file, from the first that says something; which are hidden in the file is said."""
        self._sheets = tuple(sheets)
        self.tabs.blockSignals(True)
        while self.tabs.count():
            self.tabs.removeTab(0)
        for sheet in self._sheets:
            self.tabs.addTab(f"{sheet}{' (hidden)' if sheet in hidden else ''}".replace("&", "&&"))
        self.tabs.setCurrentIndex(self._sheets.index(first) if first in self._sheets else 0)
        self.tabs.blockSignals(False)

    def _turn(self, _at: int = 0) -> None:
        """Another sheet is in view. Each kind's own."""
        raise NotImplementedError

    def _tell(self, row: int, column: int) -> None:
        """Say what the cell in hand is. Each kind's own."""
        raise NotImplementedError

    def _dress_tabs(self) -> None:
        self.tabs.setObjectName("sheetTabs")
        self.tabs.setAccessibleName("Sheets")
        self.tabs.setExpanding(False)
        self.tabs.setDrawBase(False)
        self.tabs.setUsesScrollButtons(True)

    def _lay_out(self, says: QWidget) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        line = QHBoxLayout()
        line.setSpacing(12)
        self.where.setMinimumWidth(self.fontMetrics().averageCharWidth() * 7)
        line.addWidget(self.where)
        line.addWidget(says, 1)
        line.addWidget(self.means, 2)
        legend, flow = QWidget(), Flow(6)
        for entry in self._legend.values():
            flow.addWidget(entry)
        legend.setLayout(flow)
        column.addWidget(self.tabs)
        column.addLayout(line)
        column.addWidget(self.grid, 1)
        column.addWidget(legend)
