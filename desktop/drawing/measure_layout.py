"""Where the panels of a scorecard's charts stand for a width and a size of type, and where each figure stands in them.

No Qt: lengths are pixels as floats, so that what is drawn can be held against the figures in a test.
"""

from dataclasses import dataclass
from decimal import Decimal

from desktop.drawing.measure_chart import Panel

GAP = 16.0
_LEAST = 24
"""A panel is at least so many times a line high wide … in characters of the type, roughly."""
_PLOT_LINES = 4.5


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle."""

    left: float
    top: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """Its right edge."""
        return self.left + self.width

    @property
    def bottom(self) -> float:
        """Its lower edge."""
        return self.top + self.height

    def holds(self, x: float, y: float) -> bool:
        """Whether a point is in it."""
        return self.left <= x <= self.right and self.top <= y <= self.bottom


@dataclass(frozen=True, slots=True)
class Stroke:
    """A level line from one x to another: a target or a floor over the quarters it holds for."""

    left: float
    right: float
    y: float


@dataclass(frozen=True, slots=True)
class PlacedPanel:
    """A panel with its frame, its plot, and each figure's bar; None where there is no figure."""

    panel: Panel
    frame: Box
    plot: Box
    bars: tuple[Box | None, ...]
    slots: tuple[Box, ...]
    """The room of each quarter, bar or not: for the pointer, the focus ring and the label below."""
    targets: tuple[Stroke, ...]
    floors: tuple[Stroke, ...]
    zero: float
    """Where nought is."""


@dataclass(frozen=True, slots=True)
class ChartsLayout:
    """All panels laid out."""

    panels: tuple[PlacedPanel, ...]
    across: int
    height: float

    def at(self, x: float, y: float) -> tuple[int, int] | None:
        """The panel and the quarter at a point."""
        for number, placed in enumerate(self.panels):
            for quarter, slot in enumerate(placed.slots):
                if slot.holds(x, y):
                    return number, quarter
        return None


def lay_out(panels: tuple[Panel, ...], width: float, line: float) -> ChartsLayout:
    """Panels side by side, then the next row. `line` is the height of a line of type."""
    least = _LEAST * line * 0.52
    across = max(1, min(len(panels), int((width + GAP) // (least + GAP)))) if panels else 1
    wide = (width - GAP * (across - 1)) / across
    tall = round(line * (_PLOT_LINES + 4.6))
    placed = tuple(
        _place(panel, Box((at % across) * (wide + GAP), (at // across) * (tall + GAP), wide, tall), line)
        for at, panel in enumerate(panels)
    )
    rows = -(-len(panels) // across)
    return ChartsLayout(placed, across, rows * tall + max(0, rows - 1) * GAP)


def _place(panel: Panel, frame: Box, line: float) -> PlacedPanel:
    pad = round(line * 0.6)
    top = frame.top + pad + line * 2.2
    plot = Box(frame.left + pad, top, frame.width - 2 * pad, frame.bottom - pad - line * 1.2 - top)
    low, high = panel.bounds()
    step = plot.width / max(len(panel.points), 1)
    slots = tuple(Box(plot.left + step * at, plot.top, step, plot.height) for at in range(len(panel.points)))
    zero = _y(Decimal(0), plot, low, high)
    bars = tuple(
        _bar(point.value, slot, plot, zero, (low, high)) for point, slot in zip(panel.points, slots, strict=True)
    )
    targets = _strokes([point.target for point in panel.points], slots, plot, (low, high))
    floors = _strokes([point.floor for point in panel.points], slots, plot, (low, high))
    return PlacedPanel(panel, frame, plot, bars, slots, targets, floors, zero)


def _bar(value: Decimal | None, slot: Box, plot: Box, zero: float, bounds: tuple[Decimal, Decimal]) -> Box | None:
    if value is None:
        return None
    y = _y(value, plot, *bounds)
    inset = slot.width * 0.2
    return Box(slot.left + inset, min(y, zero), slot.width - 2 * inset, max(abs(y - zero), 1.0))


def _strokes(
    levels: list[Decimal | None], slots: tuple[Box, ...], plot: Box, bounds: tuple[Decimal, Decimal]
) -> tuple[Stroke, ...]:
    """A line over each run of quarters with the same level."""
    found: list[tuple[Decimal, Stroke]] = []
    for level, slot in zip(levels, slots, strict=True):
        if level is None:
            continue
        y = _y(level, plot, *bounds)
        if found and found[-1][0] == level and abs(found[-1][1].right - slot.left) < 0.5:
            found[-1] = (level, Stroke(found[-1][1].left, slot.right, y))
        else:
            found.append((level, Stroke(slot.left, slot.right, y)))
    return tuple(stroke for _, stroke in found)


def _y(value: Decimal, plot: Box, low: Decimal, high: Decimal) -> float:
    return plot.bottom - float((value - low) / (high - low)) * plot.height
