"""Small bars of a scorecard's figures, a panel a measure. The table below them says the same."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from exports.pdf import style
from exports.pdf.canvas import TaggedCanvas
from exports.pdf.flowables import draw_lines
from exports.pdf.lines import Run, set_lines
from exports.pdf.structure import Elem
from exports.pdf.style import Colour, TextStyle

_BARS = 40.0
_NAME = TextStyle(size=8, leading=10, after=0)
_SHOWN = TextStyle(size=8, leading=11, after=0, colour=style.QUIET)
_NAME_LINES = 2
_KEY = "Line: the target. Empty frame: no figure."
_GAP = 14.0
_LEAST_BAR = 1.0
"""A bar of nought is a line; a blank is an empty frame."""
EARLIER: Colour = (0.62, 0.69, 0.78)


@dataclass(frozen=True, slots=True)
class Panel:
    """One measure's bars, oldest first, None where there is no figure; its target; and its last figure as shown."""

    name: str
    values: tuple[Decimal | None, ...]
    target: Decimal | None
    shown: str

    @property
    def top(self) -> Decimal:
        """What the highest bar or the target comes to; 1 where all are nought."""
        stated = [each for each in (*self.values, self.target) if each is not None]
        return max(map(abs, stated), default=Decimal(1)) or Decimal(1)


@dataclass(frozen=True, slots=True)
class Chart:
    """Panels side by side, as wide as the page's text."""

    elem: Elem
    panels: Sequence[Panel]
    places: int
    """How many panels there is room for; a chart with fewer leaves the rest free."""
    before: float = 4
    after: float = 8
    keeps_with_next: bool = True

    @property
    def height(self) -> float:
        return _NAME_LINES * _NAME.leading + _BARS + 2 * _SHOWN.leading + 10

    def split(self, room: float, *, forced: bool = False) -> None:
        return None

    def draw(self, canvas: TaggedCanvas, left: float, top: float) -> None:
        self.elem.attributes["BBox"] = (left, top - self.height, left + style.WIDTH, top)
        width = (style.WIDTH - _GAP * (self.places - 1)) / self.places
        with canvas.tagged(self.elem):
            for index, panel in enumerate(self.panels):
                _draw_panel(canvas, panel, left + index * (width + _GAP), top, width)
            foot = top - self.height + _SHOWN.leading + 2
            draw_lines(canvas, set_lines([Run(_KEY)], _SHOWN.size, style.WIDTH), _SHOWN, left, foot)


def _draw_panel(canvas: TaggedCanvas, panel: Panel, left: float, top: float, width: float) -> None:
    names = set_lines([Run(panel.name)], _NAME.size, width)[:_NAME_LINES]
    draw_lines(canvas, names, _NAME, left, top)
    floor = top - _NAME_LINES * _NAME.leading - _BARS - 4
    _draw_bars(canvas, panel, left, floor, width)
    if panel.target is not None:
        _line(canvas, left, floor + _high(panel.target, panel.top), width)
    draw_lines(canvas, set_lines([Run(panel.shown)], _SHOWN.size, width)[:1], _SHOWN, left, floor - 2)


def _draw_bars(canvas: TaggedCanvas, panel: Panel, left: float, floor: float, width: float) -> None:
    step = width / len(panel.values)
    last = len(panel.values) - 1
    for index, value in enumerate(panel.values):
        _draw_bar(canvas, left + index * step, floor, step * 0.72, value, panel.top, is_last=index == last)


def _draw_bar(
    canvas: TaggedCanvas, x: float, floor: float, wide: float, value: Decimal | None, top: Decimal, *, is_last: bool
) -> None:
    canvas.setLineWidth(0.5)
    if value is None:
        canvas.setStrokeColor(style.OUTLINE)
        canvas.setDash(1.5, 1.5)
        canvas.rect(x, floor, wide, _BARS * 0.3, fill=0, stroke=1)
        canvas.setDash()
        return
    canvas.setFillColor(style.ACCENT if is_last else EARLIER)
    canvas.rect(x, floor, wide, max(_LEAST_BAR, _high(value, top)), fill=1, stroke=0)


def _line(canvas: TaggedCanvas, left: float, y: float, width: float) -> None:
    canvas.setLineWidth(0.75)
    canvas.setStrokeColor(style.INK)
    canvas.line(left, y, left + width, y)


def _high(value: Decimal, top: Decimal) -> float:
    return float(max(Decimal(0), value) / top) * _BARS
