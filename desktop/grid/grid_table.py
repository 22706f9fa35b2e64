"""The grid: a table whose cells are chosen, copied, pasted and typed in as a spreadsheet's are."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QEvent, QItemSelection, QItemSelectionModel, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QWidget

from desktop.grid.editing import Editing
from desktop.grid.keys import act_of
from desktop.grid.moves import Ground, Spot, Way
from desktop.grid.pasting import Laid, lay
from desktop.grid.row_numbers import RowNumbers
from desktop.grid.wanted import How, Wanted
from desktop.tables.columns import Column, folded
from desktop.tables.copied_cells import read_cells
from desktop.tables.grouped_rows import GroupedRows
from desktop.tables.kept_layout import Layouts
from desktop.tables.painted_table import PaintedTable
from desktop.tables.row_model import Index, RowModel
from desktop.tables.table_view import TableView

_SELECT = QItemSelectionModel.SelectionFlag


class GridTable(TableView):
    """Cells that can be typed in say so by their column's `edits`; the others offer the acts that change them."""

    wanted = Signal(object)
    """The officer wants texts in cells (a Wanted). The grid itself changes nothing."""
    locked = Signal(str, int)
    """Something was typed on a cell that is not typed in: the row's id, the column."""
    asked = Signal(str)
    """A key asked for something beside the cells: replace, find, findBack, filter."""

    rows: GroupedRows
    editing: Editing

    def __init__(
        self,
        columns: Sequence[Column[Any]],
        name: str,
        accessible_name: str,
        parent: QWidget | None = None,
        *,
        frozen: int = 0,
        layouts: Layouts | None = None,
        today: Callable[[], str] = str,
        writable: Callable[[], bool] = lambda: True,
    ) -> None:
        """`today` is what Ctrl+; puts into a cell; `writable` says whether anything can be typed at all."""
        self._anchor: Spot = (0, 0)
        super().__init__(columns, name, accessible_name, parent, frozen=frozen, layouts=layouts)
        self.editing = Editing(self, today, writable)
        for titles in (self.titles, *([self._frozen.titles] if self._frozen else [])):
            titles.filters = True
            titles.setMouseTracking(True)
            titles.column_wanted.connect(self._choose_column)
        self._preparing = QTimer(self, interval=0)
        self._preparing.timeout.connect(self._prepare)
        self.rows.modelReset.connect(self._preparing.start)
        self.verticalScrollBar().valueChanged.connect(lambda _: self.editing.leave())
        self.horizontalScrollBar().valueChanged.connect(lambda _: self.editing.leave())

    def _make_rows(self, columns: Sequence[Column[Any]]) -> RowModel:
        return GroupedRows(columns)

    def dress(self) -> None:
        if not isinstance(self.verticalHeader(), RowNumbers):
            self.setVerticalHeader(RowNumbers(self))
        super().dress()

    @property
    def visual(self) -> list[int]:
        """The columns in sight or to be scrolled to, in the order they stand."""
        order = (self.titles.logicalIndex(place) for place in range(self.titles.count()))
        return [at for at in order if not self.isColumnHidden(at)]

    @property
    def spot(self) -> Spot:
        """Where the keyboard is."""
        at, visual = self.currentIndex(), self.visual
        column = visual.index(at.column()) if at.column() in visual else 0
        return max(at.row(), 0), column

    def go(self, way: Way, *, far: bool = False, extends: bool = False) -> None:
        """Move as a key does; `extends` chooses everything from where the choice began."""
        if not self.rows.rowCount() or not self.visual:
            return
        target = self._ground().go(self.spot, way, far=far)
        self.choose_block(self._anchor if extends else target, target)

    def choose_block(self, start: Spot, end: Spot) -> None:
        """Choose the cells between two corners; the keyboard is at the second."""
        visual = self.visual
        self._anchor = start
        chosen = QItemSelection()
        top, bottom = sorted((start[0], end[0]))
        first, last = sorted((start[1], end[1]))
        for at in visual[first : last + 1]:
            chosen.merge(QItemSelection(self.rows.index(top, at), self.rows.index(bottom, at)), _SELECT.Select)
        current = self.rows.index(end[0], visual[end[1]])
        self.selectionModel().setCurrentIndex(current, _SELECT.NoUpdate)
        self.selectionModel().select(chosen, _SELECT.ClearAndSelect)
        self.scrollTo(current)

    def choose_rows(self) -> None:
        """Choose the whole of the rows with anything chosen."""
        places = self._selected.places() or [self.spot[0]]
        self._choose_across(places[0], places[-1], 0, len(self.visual) - 1)

    def choose_columns(self) -> None:
        """Choose the whole of the columns with anything chosen."""
        visual = self.visual
        used = [visual.index(at) for at in self._selected.shown_columns()] or [self.spot[1]]
        self._choose_across(0, self.rows.rowCount() - 1, used[0], used[-1])

    def ask(self, what: str) -> None:
        """Ask for something beside the cells."""
        self.asked.emit(what)

    def paste(self) -> None:
        """Lay what was copied over the cells chosen."""
        laid = self._laid(read_cells(QGuiApplication.clipboard().mimeData()))
        if laid.cells or laid.beyond:
            self._want(How.PASTED, laid)

    def fill_down(self) -> None:
        """Put the first chosen row's texts into the rows chosen below it; with one row, the text above it."""
        places, columns = self._selected.places(), self._selected.shown_columns()
        if not places:
            return
        source = places[0] if len(places) > 1 else places[0] - 1
        targets = [place for place in places if place != source]
        if source >= 0 and self.rows.id_at(source):
            texts = {at: self.rows.own_at(source, at) for at in columns}
            self._want_cells(How.FILLED, [(place, at, texts[at]) for place in targets for at in columns])

    def clear_cells(self) -> None:
        """Empty the cells chosen."""
        columns = self._selected.shown_columns()
        self._want_cells(How.CLEARED, [(place, at, "") for place in self._selected.places() for at in columns])

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.ShortcutOverride and act_of(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        act = act_of(event)
        if act:
            act(self)
        elif _types(event):
            self.editing.begin(event.text())
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Letters go into cells here, not to a search."""

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.editing.leave()
        at = self.indexAt(event.position().toPoint())
        if at.isValid() and event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.choose_block(self._anchor, (at.row(), self.visual.index(at.column())))
            return
        super().mousePressEvent(event)
        if at.isValid():
            self._anchor = self.spot
            if self.rows.group_at(at.row()) and event.button() is Qt.MouseButton.LeftButton:
                self.rows.fold(at.row())

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self.verticalHeader().viewport().update()

    def chosen_amounts(self) -> list[int]:
        """The amounts among the cells chosen, in pence."""
        return self._selected.amounts()

    def find_next(self, words: str, *, back: bool = False) -> bool:
        """Go to the next cell that has the words, round the end; False where none has."""
        wanted, visual, (row, column) = folded(words).strip(), self.visual, self.spot
        across, count = len(visual), self.rows.rowCount() * len(visual)
        step = -1 if back else 1
        for number in range(1, count + 1) if wanted else ():
            place, at = divmod((row * across + column + step * number) % count, across)
            if wanted in folded(self.rows.texts_at(place)[visual[at]]):
                self.choose_block((place, at), (place, at))
                return True
        return False

    def over(self, at: Index) -> tuple[PaintedTable, QRect]:
        """What shows a cell, the scrolled columns or those that stay in sight, and where it stands in it."""
        view: PaintedTable = self
        if self._frozen and self._frozen.isVisible() and not self._frozen.isColumnHidden(at.column()):
            view = self._frozen
        return view, view.visualRect(self.rows.index(at.row(), at.column()))

    def _choose_column(self, at: int) -> None:
        column = self.visual.index(at)
        self.choose_block((max(self.rows.rowCount() - 1, 0), column), (0, column))

    def _ground(self) -> Ground:
        page = max(self.viewport().height() // max(self.rowHeight(0), 1) - 1, 1)
        visual = self.visual
        return Ground(
            self.rows.rowCount(), len(visual), lambda spot: bool(self.rows.texts_at(spot[0])[visual[spot[1]]]), page
        )

    def _choose_across(self, top: int, bottom: int, first: int, last: int) -> None:
        """Choose a block and leave the keyboard where it is."""
        here = self.currentIndex()
        self.choose_block((top, first), (bottom, last))
        self.selectionModel().setCurrentIndex(here, _SELECT.NoUpdate)
        self.scrollTo(here)

    def _laid(self, block: Sequence[Sequence[str]]) -> Laid:
        places, columns = self._selected.places(), self._selected.shown_columns()
        if not places or not columns:
            return Laid((), ())
        visual = self.visual
        size = (places[-1] - places[0] + 1, visual.index(columns[-1]) - visual.index(columns[0]) + 1)
        return lay(block, places[0], visual.index(columns[0]), size, (self.rows.rowCount(), len(visual)))

    def _want(self, how: How, laid: Laid) -> None:
        visual = self.visual
        self._want_cells(how, [(row, visual[column], text) for row, column, text in laid.cells], laid.beyond)

    def _want_cells(self, how: How, cells: Sequence[tuple[int, int, str]], beyond: Sequence[str] = ()) -> None:
        meant = [(self.rows.id_at(place), at, text) for place, at, text in cells]
        self.wanted.emit(Wanted(how, tuple(each for each in meant if each[0]), tuple(beyond)))

    def be_idle(self, *, idle: bool) -> None:
        """Whether to read ahead while nothing else is to do, as it begins with."""
        (self._preparing.start if idle else self._preparing.stop)()

    def _prepare(self) -> None:
        """What a search or a sort will need is made ready while nothing else is to do."""
        if not self.rows.prepare():
            self._preparing.stop()


def _types(event: QKeyEvent) -> bool:
    held = event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier)
    text = event.text()
    return bool(text) and text.isprintable() and held == Qt.KeyboardModifier.NoModifier
