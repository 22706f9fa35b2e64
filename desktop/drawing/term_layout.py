"""Where each mark of a term stands, for a width and a type."""

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFont, QFontMetricsF

from db.rules.dates import show_short_day
from desktop.drawing.axis import Axis, inside, stacked
from desktop.drawing.marks import Bar, Flag, Mark, Moment, Stretch, TermDrawing
from desktop.look.fonts import sized

PAD = 8.0
_PARTED = {Moment.VARIATION: ", ", Moment.NOTICE_GIVEN: ", "}


@dataclass(frozen=True, slots=True)
class Placed:
    """A mark with its place: a bar's box or a flag's pole, its words and where they stand."""

    mark: Mark
    box: QRectF
    words: str
    at: QRectF

    def reach(self) -> QRectF:
        """All it covers, for the pointer and the focus ring."""
        return self.box.united(self.at) if self.words else self.box


@dataclass(frozen=True, slots=True)
class TermLayout:
    """The whole drawing laid out."""

    axis: Axis
    marks: tuple[Placed, ...]
    track: QRectF
    axis_top: float
    on: date
    today: QRectF
    today_words: str
    height: float


def lay_out(drawing: TermDrawing, width: float, font: QFont) -> TermLayout:
    """Flags with their days stand stacked above the bar, the words of short bars below it, months under all."""
    small = QFontMetricsF(sized(font, 0.9))
    line = small.height() + 4
    axis = Axis(drawing.span(), 1.0, max(width - 1.0, 2.0))
    labels = _flag_labels(drawing, axis, small, line)
    above = (max((row for *_, row in labels), default=-1) + 1) * line
    track = QRectF(axis.left, above + 10, axis.right - axis.left, round(line * 1.5))
    flags = [
        Placed(flag, _pole(axis, flag, above - (row + 1) * line, track), words, _label_box(at, above, row, line))
        for flag, words, at, row in labels
        if isinstance(flag, Flag)
    ]
    bars, below = _bars(drawing, axis, track, small, line)
    words = f"Today, {show_short_day(drawing.today)}"
    today = next(QRectF(at[0], 0, at[1] - at[0], line) for flag, _, at, _ in labels if flag is None)
    row = next(row for flag, _, _, row in labels if flag is None)
    today.moveTop(above - (row + 1) * line)
    axis_top = track.bottom() + 4 + below * line
    in_order = sorted((*bars, *flags), key=lambda placed: drawing.marks().index(placed.mark))
    return TermLayout(axis, tuple(in_order), track, axis_top, drawing.today, today, words, axis_top + line + 6)


_Label = tuple[Flag | None, str, tuple[float, float], int]


def _flag_labels(drawing: TermDrawing, axis: Axis, metrics: QFontMetricsF, line: float) -> list[_Label]:
    named: list[tuple[Flag | None, str, float]] = [
        (flag, f"{flag.label}{_PARTED.get(flag.kind, ' ')}{show_short_day(flag.on)}", axis.x(flag.on))
        for flag in drawing.flags
    ]
    named.append((None, f"Today, {show_short_day(drawing.today)}", axis.x(drawing.today)))
    spans = []
    for flag, words, x in named:
        width = metrics.horizontalAdvance(words) + (line if flag else 0) + PAD
        start = inside(x, width, axis.left, axis.right)
        spans.append((start, start + width))
    order = sorted(range(len(named)), key=lambda number: spans[number])
    rows = stacked([spans[number] for number in order])
    return [(*named[number][:2], spans[number], row) for number, row in zip(order, rows, strict=True)]


def _label_box(at: tuple[float, float], above: float, row: int, line: float) -> QRectF:
    return QRectF(at[0], above - (row + 1) * line, at[1] - at[0], line)


def _pole(axis: Axis, flag: Flag, top: float, track: QRectF) -> QRectF:
    return QRectF(axis.x(flag.on), top, 1.5, track.bottom() - top)


def _bars(
    drawing: TermDrawing, axis: Axis, track: QRectF, metrics: QFontMetricsF, line: float
) -> tuple[list[Placed], int]:
    boxes = [(bar, _box(axis, bar, track)) for bar in sorted(drawing.bars, key=lambda bar: bar.period.starts_on)]
    short = [
        (bar, box)
        for bar, box in boxes
        if bar.kind is Stretch.NOTICE or metrics.horizontalAdvance(bar.label) + 2 * PAD > box.width()
    ]
    spans = []
    for bar, box in short:
        width = metrics.horizontalAdvance(bar.label) + 2
        start = inside(box.left(), width, axis.left, axis.right)
        spans.append((start, start + width))
    order = sorted(range(len(short)), key=lambda number: spans[number])
    rows = stacked([spans[number] for number in order])
    under = {
        id(short[number][0]): QRectF(
            spans[number][0], track.bottom() + 4 + row * line, spans[number][1] - spans[number][0], line
        )
        for number, row in zip(order, rows, strict=True)
    }
    placed = [Placed(bar, box, bar.label, under.get(id(bar), box.adjusted(PAD, 0, -PAD, 0))) for bar, box in boxes]
    return placed, max(rows, default=-1) + 1


def _box(axis: Axis, bar: Bar, track: QRectF) -> QRectF:
    left, right = axis.x(bar.period.starts_on), axis.after(bar.period.ends_on)
    return QRectF(left, track.top(), max(right - left, 2.0), track.height())


def spoken_at(layout: TermLayout, point: QPointF) -> str:
    """The mark at a point in words, or nothing; flags come before bars, and bars on top before those under them."""
    for placed in reversed(layout.marks):
        if isinstance(placed.mark, Flag) and placed.reach().adjusted(-2, 0, 2, 0).contains(point):
            return placed.mark.spoken()
    for placed in reversed(layout.marks):
        if placed.box.contains(point) or placed.at.contains(point):
            return placed.mark.spoken()
    return ""
