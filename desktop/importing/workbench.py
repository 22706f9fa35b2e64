"""The file in hand on the desk: whose it is, its sheets, what was understood beside them, and the lists below."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QFrame, QMenu, QScrollArea, QVBoxLayout, QWidget

from db.returns.cells import address
from db.returns.taking.readings import quarters_told
from db.returns.taking.steps import AllTakenBack, LeftOut
from db.returns.understanding.understood import Understood
from db.rules.changed_figures import ChangedFigure
from desktop.importing.belonging import Belonging
from desktop.importing.in_hand import InHand
from desktop.importing.lists import Lists
from desktop.importing.meaning_menu import column_menu
from desktop.importing.pane import Pane
from desktop.importing.sheet_above import SheetAbove
from desktop.importing.sheet_view import SheetView
from desktop.look.parts import GAP
from desktop.screens.beside import Beside
from desktop.session import Session


class Workbench(QWidget):
    """Shows one file; what the officer does to it is told as a Step."""

    taken = Signal(object)

    def __init__(self, day: date, layouts: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._understood: Understood | None = None
        self.belonging = Belonging(day)
        self.sheets, self.pane, self.lists = SheetView(), Pane(), Lists(layouts)
        self._lay_out()
        self.pane.taken.connect(self.taken)
        self.pane.pointed.connect(self.sheets.point)
        self.pane.settled.connect(self.sheets.grid.setFocus)
        self.lists.pointed.connect(self.sheets.go)
        self.sheets.asked.connect(self._ask_cell)
        self.sheets.turned.connect(self._on_turned)

    def begin(self, understood: Understood, day: date) -> None:
        """Another file."""
        self._understood = understood
        self.belonging.begin(day)
        self.sheets.show_file(understood)
        self.lists.open_on(problems=bool(understood.problems))
        self.above.begin()

    def show_file(self, hand: InHand, changes: Sequence[ChangedFigure]) -> None:
        """The file as it is understood now."""
        understood = hand.understood
        if understood is None:
            return
        self._understood = understood
        told = quarters_told(understood)
        self.belonging.show_file(hand.candidates, hand.candidate, hand.provider, hand.quarter, told)
        self.belonging.contract.note(hand.evidence if hand.candidate else "")
        self.sheets.show_again(understood)
        self.pane.show_file(understood, self.sheets.sheet)
        self.lists.show_file(understood.problems, hand.readings, changes)
        self.above.fit()

    def next_place(self, step: int = 1) -> None:
        """Go to the next problem or question after the cell in hand."""
        spots = self._troubles()
        if not spots:
            return
        here = (self.sheets.sheet, address(*self.sheets.grid.current))
        at = (spots.index(here) + step) % len(spots) if here in spots else (0 if step > 0 else -1)
        self.sheets.go(*spots[at])
        self.sheets.grid.setFocus()

    def _troubles(self) -> list[tuple[str, str]]:
        if self._understood is None:
            return []
        found = [(each.sheet, each.cell) for each in self._understood.problems]
        found += [(each.sheet, each.cells[0]) for each in self._understood.open_questions if each.cells]
        return list(dict.fromkeys(found))

    def _on_turned(self, sheet: str) -> None:
        if self._understood:
            self.pane.show_file(self._understood, sheet)

    def _ask_cell(self, sheet: str, row: int, column: int, spot: QPoint) -> None:
        """What can be done about a cell."""
        if self._understood is None:
            return
        cell = address(row, column)
        menu = QMenu(f"Cell {cell}", self)
        menu.setObjectName("cellMenu")
        menu.addAction(f"Leave cell {cell} out", lambda: self.taken.emit(LeftOut(sheet, cell)))
        menu.addAction(f"Leave row {row} out", lambda: self.taken.emit(LeftOut(sheet, str(row))))
        menu.addAction("Take everything back in", lambda: self.taken.emit(AllTakenBack()))
        found = self.sheets.column_at(row, column)
        if found:
            menu.addSeparator()
            meaning = column_menu(found, self._understood.asked, self.taken.emit, menu)
            meaning.setTitle(f"Column {address(1, column)[:-1]} says")
            menu.addMenu(meaning)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(spot)

    def _lay_out(self) -> None:
        self.above = SheetAbove(self.sheets, self.lists, "importDown")
        beside = Beside(self.above, self.pane, "importAcross", above=0.6)
        beside.setSizes([760, 340])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addWidget(self.belonging)
        column.addWidget(beside, 1)


def scrolled(bench: Workbench) -> QScrollArea:
    """The bench in a window too small for it: large type scrolls rather than being cut."""
    area = QScrollArea()
    area.setObjectName("importScroll")
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(bench)
    return area
