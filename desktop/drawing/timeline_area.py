"""The place the timeline is drawn in: what is shown, how near, and how far it is scrolled."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from db.rules.dates import Period
from desktop.drawing.marks import Mark
from desktop.drawing.timeline_layout import TimelineLayout, fitting, stepped
from desktop.drawing.timeline_painter import TimelinePainter
from desktop.drawing.timeline_rows import Lane, TimelineRow, lanes, span
from desktop.look.theme import theme

SHOWN = 30 * 31
"""Days in sight at first."""
_BEFORE = timedelta(days=150)
"""How much of what has passed is in sight at first."""
_NO_DAY = date(2000, 1, 1)
"""Stands there until contracts are shown."""
_NAMES = 38
"""Characters the names are given at most."""


class TimelineArea(QAbstractScrollArea):
    """Rows of contracts, months across. Only the rows in sight are drawn, so that ten thousand are no slower."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.lanes: tuple[Lane, ...] = ()
        self.lane, self.mark = -1, -1
        self._today = _NO_DAY
        self._span = Period(_NO_DAY, _NO_DAY)
        self._scale = 0.0
        self.horizontalScrollBar().valueChanged.connect(lambda _at: self.viewport().update())
        self.verticalScrollBar().valueChanged.connect(lambda _at: self.viewport().update())
        theme().changed.connect(self._again)

    def show_rows(self, rows: Sequence[TimelineRow], today: date) -> None:
        """Show these contracts as they stand on a day; the keyboard stays on the contract it was on."""
        before = self.row
        moved = today != self._today
        self.lanes, self._today = lanes(rows), today
        self._span = span(rows, today)
        self.lane = next((at for at, lane in enumerate(self.lanes) if before and _is(lane, before.id)), -1)
        self.mark = -1
        self._again()
        if moved:
            self.go_to_today()

    @property
    def row(self) -> TimelineRow | None:
        """The contract the keyboard is on."""
        found = self.lanes[self.lane] if 0 <= self.lane < len(self.lanes) else None
        return found if isinstance(found, TimelineRow) else None

    @property
    def current(self) -> Mark | None:
        """The mark the keyboard is on."""
        marks = self.row.marks() if self.row else ()
        return marks[self.mark] if 0 <= self.mark < len(marks) else None

    @property
    def laid_out(self) -> TimelineLayout:
        """Where everything stands now."""
        metrics = QFontMetricsF(self.font())
        size = self.viewport().size()
        names = min(_NAMES * metrics.averageCharWidth(), size.width() * 0.34)
        header, row = round(metrics.height() * 2.6), round(metrics.height() * 1.85)
        scale = self._scale or fitting(size.width() - names, SHOWN)
        across, down = self.horizontalScrollBar().value(), self.verticalScrollBar().value()
        return TimelineLayout(self._span, size.width(), size.height(), round(names), header, row, scale, across, down)

    def go_to_today(self) -> None:
        """Bring the day looked from into sight, with some of what has passed."""
        layout = replace(self.laid_out, across=0)
        self.horizontalScrollBar().setValue(round(layout.x(self._today - _BEFORE) - layout.names))

    def zoom(self, steps: float, at: float | None = None) -> None:
        """Come nearer by steps, or go further away; the day at a place across stays where it is."""
        before = self.laid_out
        fixed = before.names + before.room / 3 if at is None else max(at, before.names)
        days = (fixed - before.names + before.across) / before.scale
        self._scale = stepped(before.scale, steps)
        self._measure()
        self.horizontalScrollBar().setValue(round(days * self._scale - (fixed - before.names)))
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        day = self.laid_out.day_at(self.laid_out.names)
        self._measure()
        if not self._scale:
            self.go_to_today()
        else:
            self.horizontalScrollBar().setValue(round((day - self._span.starts_on).days * self._scale))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._again()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tokens = theme().tokens
        painting = TimelinePainter(painter, self.laid_out, self.font(), tokens, self._today)
        painting.paint(self.lanes, self.lane, self.current, focused=self.hasFocus())
        painter.end()

    def sizeHint(self) -> QSize:
        return QSize(800, 400)

    def into_sight(self) -> None:
        """Bring the row and the mark the keyboard is on into sight."""
        layout = self.laid_out
        top, bar = layout.top(self.lane), self.verticalScrollBar()
        if top < layout.header + layout.row:
            bar.setValue(round(bar.value() + top - layout.header - layout.row))
        elif top + layout.row > layout.height:
            bar.setValue(round(bar.value() + top + layout.row - layout.height))
        if self.current:
            x, margin = layout.place(self.current), layout.room * 0.15
            if not layout.names + layout.row / 2 <= x <= layout.width - layout.row / 2:
                across = self.horizontalScrollBar()
                across.setValue(round(across.value() + x - layout.names - margin))

    def _again(self) -> None:
        self._measure()
        self.viewport().update()

    def _measure(self) -> None:
        layout = self.laid_out
        across, down = self.horizontalScrollBar(), self.verticalScrollBar()
        across.setPageStep(round(layout.room))
        across.setSingleStep(round(layout.row))
        across.setRange(0, max(0, round(layout.length - layout.room)))
        down.setPageStep(round(layout.height - layout.header))
        down.setSingleStep(round(layout.row))
        down.setRange(0, max(0, round(len(self.lanes) * layout.row - (layout.height - layout.header))))


def _is(lane: Lane, row_id: str) -> bool:
    return isinstance(lane, TimelineRow) and lane.id == row_id
