"""The table of every screen: rows to look through, search, sort, choose, open and copy."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QItemSelection, QItemSelectionModel, Qt, QTimer, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QGuiApplication,
    QHideEvent,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QWidget

from desktop.tables.columns import Column
from desktop.tables.fitting import fitted, wishes
from desktop.tables.frozen import FrozenColumns
from desktop.tables.kept_layout import Layout, Layouts, Unkept, read_layout
from desktop.tables.layout import layout_of, put_layout
from desktop.tables.painted_table import PaintedTable
from desktop.tables.row_model import Index, RowModel
from desktop.tables.selected import Selected

Hint = QAbstractItemView.ScrollHint
_SELECT = QItemSelectionModel.SelectionFlag
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class TableView(PaintedTable):
    """Shows a RowModel of its own. `name` is its object name and the name its layout is kept under."""

    opened = Signal(str)
    """Enter or a double click on a row: its id."""
    chosen = Signal(object)
    """The ids of the rows with anything selected, a tuple in the order shown."""
    summed = Signal(object)
    """The selected pence added up, an int of any size; None when no amount is selected."""
    placed = Signal()
    """The table is of another size or type now: what stands over it must follow."""
    typed = Signal(str)
    """A letter typed on the table: the start of a search."""

    _frozen: "FrozenColumns | None" = None
    _ready = False

    def __init__(
        self,
        columns: Sequence[Column[Any]],
        name: str,
        accessible_name: str,
        parent: QWidget | None = None,
        *,
        frozen: int = 0,
        lines: int = 1,
        layouts: Layouts | None = None,
    ) -> None:
        """The first `frozen` columns stay in sight when the table is scrolled sideways."""
        super().__init__(self._make_rows(columns), lines, parent)
        self.rows.setParent(self)
        self.setObjectName(name)
        self.setAccessibleName(accessible_name)
        self._layouts: Layouts = layouts or Unkept()
        self._empty = "Nothing here yet"
        self._kept_id: tuple[str, int] | None = None
        self._fitting = False
        self._own_widths: dict[int, int] = {}
        self._away: set[int] = set()
        """Columns that gave way to the room there is."""
        self._saving = QTimer(self, singleShot=True, interval=400)
        self._saving.timeout.connect(self.keep_layout)
        self.titles.setSectionsMovable(True)
        self.setSortingEnabled(True)
        if frozen:
            self._frozen = FrozenColumns(self, frozen)
        self._wire()
        self._selected = Selected(self.rows, self.selectionModel(), self.titles)
        self._restore()
        self._ready = True

    def _make_rows(self, columns: Sequence[Column[Any]]) -> RowModel:
        return RowModel(columns)

    def _wire(self) -> None:
        self.titles.sectionHandleDoubleClicked.connect(self.fit_to_content)
        self.doubleClicked.connect(lambda index: self._open(index.row()))
        self.rows.modelAboutToBeReset.connect(self._remember_place)
        self.rows.modelReset.connect(self._return_to_place)
        self.titles.sectionResized.connect(self._resized)
        self.titles.sectionMoved.connect(lambda *_: self._saving.start())
        self.titles.sortIndicatorChanged.connect(self._sorted)

    def hideEvent(self, event: QHideEvent) -> None:
        """What was changed a moment ago is remembered although the window closes."""
        super().hideEvent(event)
        if self._saving.isActive():
            self._saving.stop()
            self.keep_layout()

    def set_empty(self, words: str) -> None:
        """What stands in the table while it shows no rows."""
        self._empty = words
        self.viewport().update()

    def current_id(self) -> str:
        """The id of the row the keyboard is on, or nothing."""
        index = self.currentIndex()
        return self.rows.id_at(index.row()) if index.isValid() else ""

    def chosen_ids(self) -> tuple[str, ...]:
        """The ids of the rows with anything selected, in the order shown."""
        return self._selected.ids()

    def choose(self, row_id: str) -> bool:
        """Put the keyboard on a row and select it; False where it is not shown."""
        place = self.rows.place_of(row_id)
        if place >= 0:
            index = self.rows.index(place, max(self.currentIndex().column(), 0))
            self.selectionModel().setCurrentIndex(index, _SELECT.ClearAndSelect)
            self.scrollTo(index, Hint.EnsureVisible)
        return place >= 0

    def copy(self, *, headed: bool = False) -> None:
        """Put the selected block on the clipboard as tab-separated text and as an HTML table."""
        from desktop.tables.clipboard import for_clipboard  # not needed to show a first window

        cells = self._selected.cells(headed=headed)
        if cells:
            QGuiApplication.clipboard().setMimeData(for_clipboard(cells, self._selected.own_cells(), headed=headed))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        copies = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.key() == Qt.Key.Key_C and event.modifiers() == copies:
            self.copy(headed=True)
        elif event.key() in _ENTER and self.currentIndex().isValid():
            self._open(self.currentIndex().row())
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        self.typed.emit(search)

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        super().selectionChanged(selected, deselected)
        self.viewport().update()
        if self._ready:
            self._tell()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._ready:
            self.fit()

    def dress(self) -> None:
        super().dress()
        if self._ready:
            self._own_widths.clear()
            self.fit()

    def fit(self) -> None:
        """Give each column its width; where room is short some shrink and the lesser give way, else some stretch."""
        self._fitting = True
        places = range(len(self.rows.columns))
        shown = [at for at in places if at in self._away or not self.isColumnHidden(at)]
        steps = {at for at, _ in self.rows.sorted_by}
        asked = wishes(self.rows.columns, shown, self.cells.width_of, self._own_widths, steps)
        widths = fitted(asked, self.viewport().width())
        for at in places:
            if at in widths:
                self.setColumnHidden(at, False)
                self.setColumnWidth(at, widths[at])
            elif not self.isColumnHidden(at):
                self._away.add(at)
                self.setColumnHidden(at, True)
        self._away.difference_update(widths)
        self._stay_in_sight()
        self._fitting = False
        self.placed.emit()

    def _stay_in_sight(self) -> None:
        """Take the keyboard to the first column where the one it was on gave way."""
        index = self.currentIndex()
        if index.column() in self._away and self.isVisible():
            order = map(self.titles.logicalIndex, range(self.titles.count()))
            first = next(at for at in order if not self.isColumnHidden(at))
            self.selectionModel().setCurrentIndex(self.rows.index(index.row(), first), _SELECT.NoUpdate)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.placed.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.placed.emit()

    def scrollTo(self, index: Index, hint: Hint = Hint.EnsureVisible) -> None:
        super().scrollTo(index, hint)
        if self._frozen and self._frozen.hides(index):
            covered = self._frozen.width() - self.columnViewportPosition(index.column())
            self.horizontalScrollBar().setValue(self.horizontalScrollBar().value() - covered)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.rows.rowCount() == 0:
            painter = QPainter(self.viewport())
            painter.setFont(self.font())
            painter.setPen(self.cells.quiet)
            painter.drawText(
                self.viewport().rect(), Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, self._empty
            )
            painter.end()

    def keep_layout(self) -> None:
        """Have the columns' order, widths and sorting remembered."""
        self._layouts.keep_layout(self.objectName(), self.layout_now().written())

    def kept_layout(self) -> Layout:
        """The layout the officer left; how the columns stand where none was kept."""
        written = self._layouts.layout(self.objectName())
        return read_layout(written) if written else self.layout_now()

    def layout_now(self) -> Layout:
        """How the columns stand."""
        return layout_of(self.titles, self.rows.columns, self._own_widths, self.rows.sorted_by, self._away)

    def put_layout(self, layout: Layout) -> None:
        """Put the columns as a layout says; an empty one is how the table was made."""
        for place in range(self.titles.count()):
            self.titles.moveSection(self.titles.visualIndex(place), place)
        self._away.clear()
        self._own_widths, steps = put_layout(layout, self.titles, self.rows.columns)
        first = steps[0] if steps else (-1, Qt.SortOrder.AscendingOrder)
        self.titles.blockSignals(True)
        self.titles.setSortIndicator(*first)
        self.titles.blockSignals(False)
        if steps != self.rows.sorted_by:
            self.rows.sort_by(steps)
        self.fit()
        self.titles.viewport().update()
        self._saving.start()

    def fit_to_content(self, at: int) -> None:
        """Make a column as wide as its title and what is in sight of it need."""
        first, last = max(self.rowAt(0), 0), self.rowAt(self.viewport().height() - 1)
        rows = range(first, last + 1 if last >= 0 else self.rows.rowCount())
        texts = [self.rows.texts_at(row)[at] for row in rows if not self.rows.group_at(row)]
        chips = 2 if self.rows.columns[at].chip else 0
        self._own_widths[at] = self.cells.width_for((*texts, self.rows.columns[at].title), icons=chips or 1)
        self.fit()
        self._saving.start()

    def _open(self, row: int) -> None:
        if row_id := self.rows.id_at(row):
            self.opened.emit(row_id)

    def _restore(self) -> None:
        self.put_layout(read_layout(self._layouts.layout(self.objectName())))
        self._saving.stop()

    def _resized(self, at: int, _before: int, width: int) -> None:
        if not self._fitting and width:
            self._own_widths[at] = width
            self._saving.start()

    def _sorted(self) -> None:
        self.fit()
        self._saving.start()

    def _remember_place(self) -> None:
        index = self.currentIndex()
        row_id = self.rows.id_at(index.row()) if index.isValid() else ""
        self._kept_id = (row_id, index.column()) if row_id else None

    def _return_to_place(self) -> None:
        place = self.rows.place_of(self._kept_id[0]) if self._kept_id else -1
        if place >= 0 and self._kept_id:
            self.selectionModel().setCurrentIndex(self.rows.index(place, self._kept_id[1]), _SELECT.ClearAndSelect)
        self._tell()

    def _tell(self) -> None:
        self.chosen.emit(self.chosen_ids())
        self.summed.emit(self._selected.pence())
