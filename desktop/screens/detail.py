"""The pane beside a table: what is known of the chosen row, group by group."""

from collections.abc import Callable, Sequence
from typing import cast

from PySide6.QtCore import QRect, QSize, Qt, QTimer
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from db.rules.money import Pence, show_pounds
from desktop.look.fonts import sized
from desktop.look.parts import GAP, button, label, prose
from desktop.look.theme import theme
from desktop.tables.cell_painter import PAD, painter_for
from desktop.tables.columns import Chip, Column, chip_column

Line = tuple[str, Sequence[Pence]]

Target = tuple[str, str, Callable[[], object]]
"""Words that lead somewhere, what is said beside them, and what going there does."""

AT_ONCE = 20
"""Links that are shown without being asked for."""
LINK_PAD = 6
"""What a link keeps clear round its words, for its focus ring."""


class StateMark(QWidget):
    """A chip that stands on its own: icon, word and colour, as in a table."""

    def __init__(self, chip: Chip) -> None:
        super().__init__()
        self._column: Column[object] = chip_column("", lambda _row: chip)
        self._word = chip.word
        self.setAccessibleName(chip.word)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme().changed.connect(self.update)

    def sizeHint(self) -> QSize:
        painting = painter_for(self.font())
        small = QFontMetrics(sized(self.font(), 0.9))
        return QSize(small.height() + small.horizontalAdvance(self._word) + 22 + PAD, painting.row_height)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(self.font())
        area = QRect(-PAD // 2, 0, self.width() + PAD, self.height())
        painter_for(self.font()).cell(painter, area, self._column, None, self._word)
        painter.end()


class Detail(QScrollArea):
    """Shows one thing at a time. `begin` clears it; what follows is added below."""

    def __init__(self, name: str, accessible_name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(accessible_name)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * 40)
        self._body = QVBoxLayout()
        self._ordering = QTimer(self, singleShot=True, interval=0)
        self._ordering.timeout.connect(self._order_keys)
        self.begin("")

    def begin(self, title: str, chip: Chip | None = None) -> None:
        """Start over with a title."""
        self._links = 0
        self._ordering.start()
        page = QWidget()
        self._body = QVBoxLayout(page)
        self._body.setContentsMargins(2 * GAP - LINK_PAD, 4, 2 * GAP, 2 * GAP)
        self._body.setSpacing(GAP)
        self._body.addStretch(1)
        self._put(page)
        if title:
            top = QHBoxLayout()
            heading = prose(title, "groupTitle")
            top.addWidget(heading, 1)
            if chip:
                top.addWidget(StateMark(chip), alignment=Qt.AlignmentFlag.AlignTop)
            self._add_layout(top)

    def _put(self, page: QWidget) -> None:
        """Show a page; the one before ends later, as a button of it may be what asked for this."""
        before = self.takeWidget()
        if before is not None:
            before.hide()
            before.deleteLater()
        self.setWidget(page)

    def _order_keys(self) -> None:
        """Tab goes from the pane to what is in it, before whatever stands below: what is made last would come last."""
        page, before = self.widget(), cast(QWidget, self)
        takers = page.findChildren(QWidget) if page else ()
        for each in takers:
            if each.window() is not self.window() or not each.focusPolicy() & Qt.FocusPolicy.TabFocus:
                continue
            QWidget.setTabOrder(before, each)
            before = each

    def say(self, words: str, role: str = "") -> None:
        """A paragraph."""
        self.add(prose(words, role))

    def group(self, title: str) -> None:
        """A heading that begins a group."""
        heading = label(title, "groupTitle")
        heading.setContentsMargins(0, 2 * GAP, 0, 0)
        self.add(heading)

    def facts(self, facts: Sequence[tuple[str, str | QWidget]]) -> None:
        """Names and what they are, a line each; what is not recorded is left out."""
        known = [(name, said) for name, said in facts if said]
        above = 0 if all(isinstance(said, str) for _, said in known) else 3
        grid = QGridLayout()
        grid.setHorizontalSpacing(2 * GAP - LINK_PAD)
        grid.setVerticalSpacing(4 - above // 2)
        grid.setColumnStretch(1, 1)
        for row, (name, said) in enumerate(known):
            _put_fact(grid, row, label(name, "quiet"), said, above)
        self._add_layout(grid)

    def links(self, targets: Sequence[Target], at_once: int = AT_ONCE) -> None:
        """Something to go to, a line each: its words, what is said beside it, and what going there does.

        Beyond so many at once the rest waits behind a link.
        """
        grid = QGridLayout()
        grid.setHorizontalSpacing(GAP)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(1, 1)
        self._body.insertLayout(self._body.count() - 1, grid)
        self._put_links(grid, targets[:at_once])
        if rest := targets[at_once:]:
            self._offer_more(grid, rest)

    def _put_links(self, grid: QGridLayout, targets: Sequence[Target]) -> list[QWidget]:
        made = []
        for row, (words, beside, go) in enumerate(targets, grid.rowCount()):
            link = self._link(words, go)
            made.append(link)
            grid.addWidget(link, row, 0, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
            said = prose(beside, "quiet")
            said.setContentsMargins(0, LINK_PAD, 0, 0)
            grid.addWidget(said, row, 1, Qt.AlignmentFlag.AlignTop)
        return made

    def _offer_more(self, grid: QGridLayout, rest: Sequence[Target]) -> None:
        more = self._link(f"Show {len(rest):,} more", lambda: self._show_more(grid, more, rest))
        grid.addWidget(more, grid.rowCount(), 0, 1, 2, Qt.AlignmentFlag.AlignLeft)

    def _show_more(self, grid: QGridLayout, more: QWidget, rest: Sequence[Target]) -> None:
        """The keyboard goes on to the first that came."""
        made = self._put_links(grid, rest)
        made[0].show()
        made[0].setFocus(Qt.FocusReason.TabFocusReason)
        self._ordering.start()
        grid.removeWidget(more)
        more.deleteLater()

    def _link(self, words: str, go: Callable[[], object]) -> QWidget:
        self._links += 1
        return linked(words, f"{self.objectName()}Link{self._links - 1}", go)

    def amounts(self, columns: Sequence[str], lines: Sequence[Line], totals: Sequence[Line] = ()) -> None:
        """A small table of money: a name and its amounts a line, the totals below a rule."""
        self.add(money_grid(columns, lines, totals))

    def add(self, widget: QWidget) -> None:
        """Anything else."""
        line = QHBoxLayout()
        line.addWidget(widget)
        if widget.sizePolicy().horizontalPolicy() is QSizePolicy.Policy.Fixed:
            line.addStretch(1)
        self._add_layout(line)

    def _add_layout(self, layout: QHBoxLayout | QGridLayout) -> None:
        """Words begin where those of links do, whose focus rings stand clear of them."""
        layout.setContentsMargins(LINK_PAD, 0, 0, 0)
        self._body.insertLayout(self._body.count() - 1, layout)


def _put_fact(grid: QGridLayout, row: int, name: QLabel, said: str | QWidget, above: int) -> None:
    """A name and what it is, as far apart as lines with a link are; the words of all begin at one edge."""
    name.setContentsMargins(0, above, 0, above)
    grid.addWidget(name, row, 0, Qt.AlignmentFlag.AlignTop)
    if isinstance(said, str):
        words = prose(said)
        words.setContentsMargins(LINK_PAD, above, 0, above)
        grid.addWidget(words, row, 1)
        return
    if not isinstance(said, QPushButton):
        said.setContentsMargins(LINK_PAD, 0, 0, 0)
    grid.addWidget(said, row, 1, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)


def linked(words: str, name: str, go: Callable[[], object]) -> QWidget:
    """Words that lead somewhere."""
    made = button(words.replace("&", "&&"), name, role="link")
    made.setAccessibleName(words)
    made.setCursor(Qt.CursorShape.PointingHandCursor)
    made.clicked.connect(lambda: go())
    return made


def money_grid(columns: Sequence[str], lines: Sequence[Line], totals: Sequence[Line] = ()) -> QWidget:
    """Money set out in a grid: names left, amounts right, totals below a rule."""
    made = QWidget()
    grid = QGridLayout(made)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(2 * GAP)
    grid.setVerticalSpacing(4)
    grid.setColumnStretch(0, 1)
    for at, title in enumerate(columns, 1):
        grid.addWidget(_right(title, "quiet"), 0, at)
    for row, line in enumerate(lines, 1):
        _put_line(grid, row, line, "")
    below = len(lines) + 1
    if totals:
        thin = QFrame()
        thin.setProperty("role", "rule")
        grid.addWidget(thin, below, 0, 1, grid.columnCount())
    for row, line in enumerate(totals, below + 1):
        _put_line(grid, row, line, "fieldLabel")
    return made


def _put_line(grid: QGridLayout, row: int, line: Line, role: str) -> None:
    name, amounts = line
    grid.addWidget(prose(name, role), row, 0)
    for at, amount in enumerate(amounts, 1):
        grid.addWidget(_right(show_pounds(amount), role), row, at)


def _right(text: str, role: str) -> QLabel:
    made = label(text, role)
    made.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    return made
