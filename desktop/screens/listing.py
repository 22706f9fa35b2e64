"""A table with its search, its filters, its count, and what stands there when there is nothing to list."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from db.rules.words import counted
from desktop.look import icons
from desktop.look.parts import GAP, button, label, prose
from desktop.look.theme import theme
from desktop.screens.flow import Flow
from desktop.tables.table_view import TableView

_SEARCH = 24
"""Characters a search is given at least."""


class SearchField(QLineEdit):
    """Searches as it is typed in. Esc clears it, the down arrow goes to the table."""

    left = Signal()

    def __init__(self, what: str, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(what)
        self.setPlaceholderText(what)
        self.setProperty("role", "search")
        self.setClearButtonEnabled(True)
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * _SEARCH)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif event.key() == Qt.Key.Key_Down:
            self.left.emit()
        else:
            super().keyPressEvent(event)


class EmptyPage(QWidget):
    """What stands where nothing is recorded yet: a drawing, a sentence on what belongs here, and the next step."""

    asked = Signal()
    asked_other = Signal()
    """The other way to begin was chosen, where one is offered."""

    def __init__(self, icon: str, sentence: str, act: str, other: str = "") -> None:
        super().__init__()
        self._icon = icon
        self._drawing = QLabel(alignment=Qt.AlignmentFlag.AlignHCenter)
        words = prose(sentence)
        words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        words.setMaximumWidth(self.fontMetrics().averageCharWidth() * 64)
        words.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.next_step = button(act, "emptyNextStep", role="act")
        self.next_step.clicked.connect(self.asked)
        body = QVBoxLayout(self)
        body.setSpacing(2 * GAP)
        body.addStretch(2)
        body.addWidget(self._drawing)
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addWidget(words, 8)
        middle.addStretch(1)
        body.addLayout(middle)
        body.addWidget(self.next_step, alignment=Qt.AlignmentFlag.AlignHCenter)
        if other:
            begin = button(other, "emptyOtherStep")
            begin.clicked.connect(self.asked_other)
            body.addWidget(begin, alignment=Qt.AlignmentFlag.AlignHCenter)
        body.addStretch(3)
        theme().changed.connect(self._draw)
        self._draw()

    def _draw(self) -> None:
        self._drawing.setPixmap(icons.pixmap(self._icon, theme().tokens.outline, 72, self.devicePixelRatioF()))


class Listing(QWidget):
    """Search, filters and count above a table.

    Signals:
        next_step: the officer pressed the button of the empty page.
        counted: how many of how many are shown, in words.
    """

    next_step = Signal()
    cleared = Signal()
    """Search and filters were taken away again."""
    counted = Signal(str)

    def __init__(self, table: TableView, what: str, empty: EmptyPage) -> None:
        """`what` names the rows in the plural, such as "decisions"."""
        super().__init__()
        self.table = table
        self.what = what
        self.search = SearchField(f"Search {what}", f"{table.objectName()}Search")
        self.count = label("", "quiet")
        self.clear = button("Clear", f"{table.objectName()}Clear", role="link")
        self.empty = empty
        self._filters: list[tuple[QComboBox, Callable[[Any], str]]] = []
        self.bar = QHBoxLayout()
        self._filter_line = Flow(GAP)
        self._are_filters_below = False
        self._pages = QStackedWidget()
        self._lay_out()
        self._wire()

    def add_filter(self, title: str, everything: str, choices: Sequence[str], said_of: Callable[[Any], str]) -> None:
        """A list to choose one value from, or everything; `said_of` gives a row's value."""
        found = QComboBox()
        found.setObjectName(f"{self.table.objectName()}{title.replace(' ', '')}Filter")
        found.setAccessibleName(title)
        found.addItems([everything, *choices])
        found.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        found.currentIndexChanged.connect(self._sift)
        self._filters.append((found, said_of))
        self._filter_line.addWidget(found)

    def filter_named(self, title: str) -> QComboBox:
        """The filter of a title."""
        return next(found for found, _ in self._filters if found.accessibleName() == title)

    def renew_filter(self, title: str, choices: Sequence[str]) -> None:
        """Offer other values; the one chosen stays if it is still among them."""
        found = self.filter_named(title)
        before = found.currentText() if found.currentIndex() > 0 else ""
        everything = found.itemText(0)
        found.blockSignals(True)
        found.clear()
        found.addItems([everything, *choices])
        found.setCurrentIndex(max(found.findText(before), 0) if before else 0)
        found.blockSignals(False)
        self._sift()

    def clear_all(self) -> None:
        """Show everything again."""
        self.search.clear()
        for found, _ in self._filters:
            found.setCurrentIndex(0)
        self.cleared.emit()

    @property
    def is_narrowed(self) -> bool:
        """Whether a search or a filter leaves rows out."""
        return bool(self.search.text().strip()) or any(found.currentIndex() > 0 for found, _ in self._filters)

    def _lay_out(self) -> None:
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(GAP)
        self.bar.setSpacing(GAP)
        self.bar.addWidget(self.search, 1)
        self.bar.addLayout(self._filter_line)
        self.bar.addWidget(self.clear)
        self.bar.addWidget(self.count)
        listed = QWidget()
        self._inside = QVBoxLayout(listed)
        self._inside.setContentsMargins(0, 0, 0, 0)
        self._inside.setSpacing(GAP)
        self._inside.addLayout(self.bar)
        self._inside.addWidget(self.table, 1)
        self._pages.addWidget(listed)
        self._pages.addWidget(self.empty)
        body.addWidget(self._pages)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._place_filters()
        super().resizeEvent(event)

    def _place_filters(self) -> None:
        """Put the filters on a line of their own where the search would be squeezed."""
        beside = (self._filter_line, self.count, self.clear)
        wanted = _SEARCH * self.fontMetrics().averageCharWidth() + sum(each.sizeHint().width() + GAP for each in beside)
        below = wanted > self.width()
        if below == self._are_filters_below:
            return
        self._are_filters_below = below
        (self.bar if below else self._inside).removeItem(self._filter_line)
        self._filter_line.setParent(None)
        if below:
            self._inside.insertLayout(1, self._filter_line)
        else:
            self.bar.insertLayout(1, self._filter_line)

    def _wire(self) -> None:
        self.search.textChanged.connect(self._find)
        self.search.left.connect(self._enter_table)
        self.search.returnPressed.connect(self._enter_table)
        self.clear.clicked.connect(self.clear_all)
        self.table.typed.connect(self._begin_search)
        self.table.rows.counted.connect(self._tell)
        self.empty.asked.connect(self.next_step)
        QShortcut(QKeySequence.StandardKey.Find, self, self.search.setFocus, context=_WITHIN)

    def _find(self, words: str) -> None:
        self.table.rows.search(words)

    def _enter_table(self) -> None:
        self.table.setFocus()
        if not self.table.currentIndex().isValid() and self.table.rows.rowCount():
            self.table.choose(self.table.rows.id_at(0))

    def _begin_search(self, letter: str) -> None:
        self.search.setFocus()
        self.search.setText(letter)

    def _sift(self) -> None:
        wanted = [(found.currentText(), said_of) for found, said_of in self._filters if found.currentIndex() > 0]
        self.table.rows.keep((lambda row: all(said_of(row) == value for value, said_of in wanted)) if wanted else None)

    def _tell(self, shown: int, total: int) -> None:
        words = f"{shown:,} of {total:,}" if shown != total else counted(total, self.what)
        self.count.setText(words)
        self.clear.setVisible(self.is_narrowed)
        self.table.set_empty(f"None of the {total:,} {self.what} match. Clear the search and the filters to see all.")
        self._pages.setCurrentIndex(0 if total else 1)
        self.counted.emit(words)


_WITHIN = Qt.ShortcutContext.WidgetWithChildrenShortcut
