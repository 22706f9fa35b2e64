"""Words on a page that lead to an address on the web, and say so to a screen reader."""

from dataclasses import dataclass

from exports.pdf.canvas import TaggedCanvas
from exports.pdf.flowables import Text, draw_lines

_BELOW = 2.0
"""How far the line under a link stands below the line its letters stand on, in points."""


@dataclass(frozen=True, slots=True)
class LinkText(Text):
    """A paragraph that is a link as a whole, underlined; every line can be clicked."""

    address: str = ""
    alternative: str = ""
    """What a screen reader says of the link."""

    def draw(self, canvas: TaggedCanvas, left: float, top: float) -> None:
        with canvas.tagged(self.elem):
            draw_lines(canvas, self.lines, self.look, left, top)
        canvas.setLineWidth(0.75)
        canvas.setStrokeColor(self.look.colour)
        for line in self.lines:
            foot, right = top - self.look.leading, left + line.width
            canvas.line(left, foot + _BELOW, right, foot + _BELOW)
            canvas.link(self.elem, self.address, self.alternative, (left, foot, right, top))
            top = foot
