"""What stands on a page, from top to foot: text, facts beside their names, and the place for a signature."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Protocol, Self

from reportlab.pdfgen.canvas import Canvas
from reportlab.pdfgen.textobject import PDFTextObject

from exports.pdf import style
from exports.pdf.canvas import TaggedCanvas
from exports.pdf.fonts import ASCENT, DESCENT
from exports.pdf.lines import Line
from exports.pdf.structure import Elem
from exports.pdf.style import Align, TextStyle

AROUND = 1.0
"""How far a field to sign in reaches beyond its frame, so that a signature's own frame covers it."""

CORNER = 4.0


class Flowable(Protocol):
    """Something with a height that is drawn below what came before it, all in points."""

    @property
    def height(self) -> float: ...
    @property
    def before(self) -> float: ...
    @property
    def after(self) -> float: ...
    @property
    def keeps_with_next(self) -> bool: ...

    def split(self, room: float, *, forced: bool = False) -> "tuple[Flowable, Flowable] | None":
        """The part that stands in the room there is, and the rest; None where it may not be parted so.

        `forced` is asked for on an empty page, where what may not be parted would never find room.
        """

    def draw(self, canvas: TaggedCanvas, left: float, top: float) -> None:
        """Draw it, its top left corner at a place on the page."""


class LinesObject(PDFTextObject):
    """Text on a page, a line at a time."""

    _code: list[str]
    _fontname: str
    _fontsize: float

    def put(self, line: Line, x: float, y: float, size: float) -> None:
        """Draw a line of a size with its left end at a place."""
        self.setTextOrigin(x, y)
        for run in line.runs:
            if (self._fontname, self._fontsize) != (run.face.value, size):
                self._setFont(run.face.value, size)  # type: ignore[attr-defined]
            self._code.append(self._formatText(run.text))  # type: ignore[attr-defined]


def draw_lines(
    canvas: Canvas, lines: Sequence[Line], look: TextStyle, left: float, top: float, width: float = 0.0
) -> None:
    """Draw lines below a height; those that keep to the right end at `width` from the left."""
    text = LinesObject(canvas)
    text.setFillColor(look.colour)
    baseline = top - (look.leading + (ASCENT - DESCENT) * look.size) / 2
    for line in lines:
        offset = width - line.width if look.align is Align.RIGHT else 0.0
        text.put(line, left + offset, baseline, look.size)
        baseline -= look.leading
    canvas.drawText(text)


@dataclass(frozen=True, slots=True)
class Label:
    """What stands before an item of a list: a bullet or a letter."""

    elem: Elem
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Text:
    """A paragraph, a heading or an item of a list, already set into lines."""

    elem: Elem
    lines: tuple[Line, ...]
    look: TextStyle
    label: Label | None = None
    outline: tuple[int, str] | None = None
    """Its level, the highest 0, and its words in the outline."""

    @property
    def height(self) -> float:
        return len(self.lines) * self.look.leading

    @property
    def before(self) -> float:
        return self.look.before

    @property
    def after(self) -> float:
        return self.look.after

    @property
    def keeps_with_next(self) -> bool:
        return self.look.keeps_with_next

    def split(self, room: float, *, forced: bool = False) -> tuple[Self, Self] | None:
        fewest = 1 if forced else 2
        count = min(int(room / self.look.leading + 1e-6), len(self.lines) - fewest)
        if count < fewest:
            return None
        return replace(self, lines=self.lines[:count]), replace(self, lines=self.lines[count:], label=None)

    def draw(self, canvas: TaggedCanvas, left: float, top: float) -> None:
        if self.outline:
            level, title = self.outline
            canvas.bookmark(title, level, top + self.look.leading)
        if self.label:
            with canvas.tagged(self.label.elem):
                draw_lines(canvas, self.label.lines, self.look, left + 2, top)
        with canvas.tagged(self.elem):
            draw_lines(canvas, self.lines, self.look, left + self.look.indent, top)


@dataclass(frozen=True, slots=True)
class Fact:
    """A short heading with what it says beside it, above a rule."""

    name: Text
    value: tuple[Text, ...]
    column: float
    """How far the value stands from the left."""
    is_ruled: bool = True
    before: float = 0
    after: float = 0
    keeps_with_next: bool = False

    @property
    def height(self) -> float:
        between = self._between * (len(self.value) - 1)
        return max(self.name.height, sum(text.height for text in self.value) + between) + 13

    @property
    def _between(self) -> float:
        """The space between what is said, where any of it takes more than a line."""
        return 5.0 if any(len(text.lines) > 1 for text in self.value) else 0.0

    def split(self, room: float, *, forced: bool = False) -> tuple[Self, Self] | None:
        return None

    def draw(self, canvas: TaggedCanvas, left: float, top: float) -> None:
        self.name.draw(canvas, left, top - 6)
        below = top - 6
        for text in self.value:
            text.draw(canvas, left + self.column, below)
            below -= text.height + self._between
        if self.is_ruled:
            rule(canvas, left, top - self.height, style.WIDTH)


@dataclass(frozen=True, slots=True)
class SignatureBox:
    """An empty, framed field to sign in."""

    elem: Elem
    name: str
    alternative: str
    """What a screen reader says of the field."""
    indent: float
    height: float = 72
    before: float = 0
    after: float = 4
    keeps_with_next: bool = False

    def split(self, room: float, *, forced: bool = False) -> None:
        return None

    def draw(self, canvas: TaggedCanvas, left: float, top: float) -> None:
        left, width = left + self.indent, style.WIDTH - self.indent
        canvas.setLineWidth(0.75)
        canvas.setStrokeColor(style.OUTLINE)
        canvas.roundRect(left, top - self.height, width, self.height, CORNER)
        outside = (left - AROUND, top - self.height - AROUND, left + width + AROUND, top + AROUND)
        canvas.signature_field(self.elem, self.name, self.alternative, outside)


def rule(canvas: TaggedCanvas, left: float, y: float, width: float, *, strong: bool = False) -> None:
    """A line across, which is an artifact."""
    canvas.setLineWidth(1.0 if strong else 0.5)
    canvas.setStrokeColor(style.INK if strong else style.RULE)
    canvas.line(left, y, left + width, y)
