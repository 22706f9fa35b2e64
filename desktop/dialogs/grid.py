"""A small sheet inside a form: cells typed over like in a spreadsheet, Tab leads out of it, totals count along."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QColor, QFont, QGuiApplication, QKeyEvent, QKeySequence, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from db.rules.money import Pence, parse_pounds, show_pounds
from db.rules.refusal import Refusal
from desktop.dialogs.column_widths import shared_widths
from desktop.look.theme import theme

_PAD = 5


class Grid(QTableWidget):
    """Cells by row and column. What is typed stays as typed; read-only cells are quiet."""

    edited = Signal()
    """The officer changed a cell."""

    def __init__(self, name: str, accessible_name: str, columns: Sequence[str], most_rows: int = 8) -> None:
        super().__init__(0, len(columns))
        self.setObjectName(name)
        self.setAccessibleName(accessible_name)
        self._most_rows = most_rows
        self._characters: tuple[int, ...] = ()
        self._filling = False
        self._stretching = 0
        self.setHorizontalHeaderLabels(list(columns))
        self.verticalHeader().hide()
        self.setTabKeyNavigation(False)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.AnyKeyPressed
            | QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.SelectedClicked
        )
        self.setItemDelegate(_TypeOver(self))
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setShowGrid(True)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.itemChanged.connect(self._on_change)
        theme().changed.connect(self.measure)

    def fill(self, rows: Sequence[Sequence[str]]) -> None:
        """Put these texts there; every cell may be typed in until it is told to be read-only."""
        self._filling = True
        self.setRowCount(len(rows))
        for row, texts in enumerate(rows):
            for column, text in enumerate(texts):
                self.setItem(row, column, QTableWidgetItem(text))
        self._filling = False
        self._share_out()
        self.measure()

    def cell(self, row: int, column: int) -> QTableWidgetItem:
        """The cell at a place, made if it is not there."""
        item = self.item(row, column)
        if item is None:
            item = QTableWidgetItem()
            self.setItem(row, column, item)
        return item

    def text_at(self, row: int, column: int) -> str:
        """What stands in a cell, without the blanks round it."""
        item = self.item(row, column)
        return item.text().strip() if item else ""

    def put(self, row: int, column: int, text: str, *, strong: bool = False, right: bool = False) -> None:
        """Show a text the officer cannot change."""
        self._filling = True
        item = self.cell(row, column)
        item.setText(text)
        item.setToolTip(text)
        item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
        font = QFont(self.font())
        font.setBold(strong)
        item.setFont(font)
        if right:
            item.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        item.setForeground(QColor(theme().tokens.text if strong else theme().tokens.quiet))
        item.setBackground(QColor(theme().tokens.raised))
        self._filling = False

    def mark(self, row: int, column: int, problem: str) -> None:
        """Show that a cell cannot be read, and why; nothing clears it."""
        self._filling = True
        item = self.item(row, column)
        if item:
            ink = theme().tokens.overdue.ink if problem else theme().tokens.text
            item.setForeground(QColor(ink))
            item.setToolTip(problem)
        self._filling = False

    def to_the_right(self, column: int) -> None:
        """Figures stand right, and their heading with them."""
        self._filling = True
        if heading := self.horizontalHeaderItem(column):
            heading.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        for row in range(self.rowCount()):
            if item := self.item(row, column):
                item.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._filling = False

    def widen(self, *characters: int, stretching: int = 0) -> None:
        """Give each column a width in characters; one takes what room is left."""
        self._characters = characters
        self._stretching = stretching
        self._share_out()

    def measure(self) -> None:
        """Be as tall as the rows, up to the most that are shown at once."""
        row = self.fontMetrics().height() + 14
        self.verticalHeader().setDefaultSectionSize(row)
        for at in range(self.rowCount()):
            self.setRowHeight(at, row)
        shown = min(max(self.rowCount(), 1), self._most_rows)
        wide = self.horizontalHeader().length() > self.viewport().width()
        bar = self.horizontalScrollBar().sizeHint().height() if wide else 0
        self.setFixedHeight(self.horizontalHeader().sizeHint().height() + shown * row + bar + 3)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_out()
        self.measure()

    def _widths(self) -> list[int]:
        one = self.fontMetrics().averageCharWidth()
        return [(characters + 2) * one for characters in self._characters]

    def _share_out(self) -> None:
        widths = shared_widths(self._widths(), self._needs(), self._least(), self.viewport().width(), self._stretching)
        for column, width in enumerate(widths):
            self.setColumnWidth(column, width)

    def _needs(self) -> list[int]:
        """What the words of each column need to be read whole."""
        return [self._need(column) for column in range(len(self._characters))]

    def _need(self, column: int) -> int:
        metrics, heading = self.fontMetrics(), self.horizontalHeaderItem(column)
        widest = [metrics.horizontalAdvance(self.text_at(row, column)) for row in range(self.rowCount())]
        tick = metrics.height() + 8 if self._has_ticks(column) else 0
        head = self.horizontalHeader().fontMetrics().horizontalAdvance(heading.text()) if heading else 0
        return max(max(widest, default=0) + tick, head) + 4 * _PAD

    def _has_ticks(self, column: int) -> bool:
        item = self.item(0, column)
        return item is not None and bool(item.flags() & Qt.ItemFlag.ItemIsUserCheckable)

    def _least(self) -> int:
        return 14 * self.fontMetrics().averageCharWidth()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Paste):
            self._paste(QGuiApplication.clipboard().text())
        elif event.key() == Qt.Key.Key_Delete and self.currentItem() and self._may_edit(self.currentItem()):
            self.currentItem().setText("")
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.state() != self.State.EditingState:
            self.editItem(self.currentItem())
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self.measure()
            self._share_out()

    def _paste(self, text: str) -> None:
        for down, line in enumerate(text.replace("\r\n", "\n").rstrip("\n").split("\n")):
            for across, word in enumerate(line.split("\t")):
                item = self.item(self.currentRow() + down, self.currentColumn() + across)
                if item and self._may_edit(item):
                    item.setText(word.strip())

    def _may_edit(self, item: QTableWidgetItem) -> bool:
        return bool(item.flags() & Qt.ItemFlag.ItemIsEditable)

    def _on_change(self) -> None:
        if not self._filling:
            self.edited.emit()
            self._share_out()


class _TypeOver(QStyledItemDelegate):
    """Cells with room at their sides, and an editor as tall as its cell."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        inside = QStyleOptionViewItem(option)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        ground = index.data(Qt.ItemDataRole.BackgroundRole)
        if chosen:
            painter.fillRect(option.rect, QColor(theme().tokens.selection))
        elif ground is not None:
            painter.fillRect(option.rect, ground)
        inside.rect = option.rect.adjusted(_PAD, 0, -_PAD, 0)
        super().paint(painter, inside, index)

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        editor.setMinimumHeight(0)
        editor.setGeometry(option.rect)


def amount_in(text: str) -> tuple[Pence | None, str]:
    """A cell's amount, and what is wrong with it; an empty cell has neither."""
    if not text:
        return None, ""
    try:
        return parse_pounds(text), ""
    except Refusal as refusal:
        return None, str(refusal)


def difference_in_words(before: Pence, after: Pence) -> str:
    """What a change comes to, with its sign: +£12,000 or -£570,000."""
    change = Pence(after - before)
    return f"+{show_pounds(change)}" if change > 0 else show_pounds(change)
