"""How a document looks: sizes, leading and space in points, colours. Body text is 12 pt, as GOV.UK asks of a PDF."""

from dataclasses import dataclass, replace
from enum import Enum

from reportlab.lib.pagesizes import A4

from exports.pdf.fonts import Face

Colour = tuple[float, float, float]


def _colour(code: int) -> Colour:
    return (code >> 16) / 255, (code >> 8 & 0xFF) / 255, (code & 0xFF) / 255


INK = _colour(0x16202C)
QUIET = _colour(0x4A5666)
RULE = _colour(0xC9CFD8)
OUTLINE = _colour(0x6B7686)
ACCENT = _colour(0x1A5FB4)
TINT = _colour(0xEDF0F4)

TOP = 72.0
FOOT = 70.0


@dataclass(frozen=True, slots=True)
class Sheet:
    """The paper of a document: its size and the margin at either side, in points."""

    page_width: float
    page_height: float
    side: float

    @property
    def width(self) -> float:
        """The width of the text."""
        return self.page_width - 2 * self.side

    @property
    def height(self) -> float:
        """The height of the text."""
        return self.page_height - TOP - FOOT


PORTRAIT = Sheet(*A4, 68.0)
LANDSCAPE = Sheet(A4[1], A4[0], 42.0)
"""For wide tables."""
WIDTH = PORTRAIT.width
HEIGHT = PORTRAIT.height


class Align(Enum):
    """Which side of its column a text keeps to."""

    LEFT = "left"
    RIGHT = "right"


@dataclass(frozen=True, slots=True)
class TextStyle:
    """How one kind of text is set."""

    size: float = 12
    leading: float = 17
    face: Face = Face.REGULAR
    colour: Colour = INK
    before: float = 0
    after: float = 9
    indent: float = 0
    keeps_with_next: bool = False
    align: Align = Align.LEFT


_DENSE = 0.83
"""How much smaller the text of a dense document is: 10 pt for 12 pt. The space between is half."""


def dense(look: TextStyle) -> TextStyle:
    """A style as it is in a dense document, such as a card of figures that stands on one page."""
    size, leading, indent = (round(each * _DENSE, 1) for each in (look.size, look.leading, look.indent))
    before, after = look.before / 2, look.after / 2
    return replace(look, size=size, leading=leading, before=before, after=after, indent=indent)


BODY = TextStyle()
LEADING_IN = replace(BODY, keeps_with_next=True)
QUIET_BODY = replace(BODY, colour=QUIET)
KICKER = TextStyle(face=Face.BOLD, colour=ACCENT, after=4, keeps_with_next=True)
HEADINGS = {
    1: TextStyle(size=25, leading=30, face=Face.BOLD, after=18, keeps_with_next=True),
    2: TextStyle(size=15, leading=20, face=Face.BOLD, before=20, after=6, keeps_with_next=True),
    3: TextStyle(size=12, leading=17, face=Face.BOLD, before=12, after=4, keeps_with_next=True),
}
LINK = replace(BODY, colour=ACCENT)
ITEM = TextStyle(after=5, indent=22)
LAST_ITEM = replace(ITEM, after=BODY.after)
FACT_NAME = TextStyle(face=Face.BOLD, after=0)
FACT = TextStyle(after=0)
QUIET_FACT = replace(FACT, colour=QUIET)
CAPTION = TextStyle(face=Face.BOLD, before=14, after=8, keeps_with_next=True)
CELL = TextStyle(leading=15.5, after=0)
MARGIN = TextStyle(size=9.5, leading=12, colour=QUIET, after=0)
