"""Where each step of a chain stands, for a width and a type."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF

from desktop.drawing.chain import ChainDrawing, Step
from desktop.look.fonts import sized

PAD = 8.0
_DEEPEST = 6
"""Steps further in than this are indented no more."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A step with its box, its two texts, its verdict, and the line from what it rests on."""

    step: Step
    box: QRectF
    picture: QRectF
    title: QRectF
    says: QRectF
    verdict: QRectF
    """Empty where there is none."""
    link: tuple[QPointF, ...] = ()
    """The corners of the line; empty at the head of a chain."""

    def reach(self) -> QRectF:
        """All it covers, for the pointer and the focus ring."""
        return self.box.united(self.verdict) if not self.verdict.isEmpty() else self.box


@dataclass(frozen=True, slots=True)
class ChainLayout:
    """The whole chain laid out."""

    steps: tuple[Placed, ...]
    height: float

    def at(self, point: QPointF) -> int | None:
        """The place of the step at a point."""
        return next((place for place, each in enumerate(self.steps) if each.reach().contains(point)), None)


def lay_out(drawing: ChainDrawing, width: float, font: QFont) -> ChainLayout:
    """Steps one below the other, each indented under what it rests on, its verdict on the line between them."""
    placed: list[Placed] = []
    top = 2.0
    for place, step in enumerate(drawing.steps):
        depth = min(drawing.depth(place), _DEEPEST)
        above = placed[step.parent] if step.parent is not None else None
        one = _place(step, depth, top, width, font, above)
        placed.append(one)
        top = one.box.bottom() + QFontMetricsF(font).height() * 0.6
    return ChainLayout(tuple(placed), top if placed else 0.0)


def indent(font: QFont) -> float:
    """How far a step stands in from what it rests on."""
    return round(QFontMetricsF(font).height() * 1.3)


def _place(step: Step, depth: int, top: float, width: float, font: QFont, above: Placed | None) -> Placed:
    line = QFontMetricsF(font).height()
    left = 2.0 + depth * indent(font)
    inside = max(width - 2.0 - left, 8 * line)
    verdict = _verdict(step, left, top, inside, font)
    if not verdict.isEmpty():
        top = verdict.bottom() + 3
    picture = QRectF(left + PAD, top + PAD, line, line)
    words = inside - line - 3 * PAD
    title = _text(step.title, _bold(font), picture.right() + PAD, top + PAD, words)
    says = _text(step.says, sized(font, 0.9), title.left(), title.bottom() + 1, words)
    bottom = (says if step.says else title).bottom() + PAD
    box = QRectF(left, top, inside, bottom - top)
    return Placed(step, box, picture, title, says, verdict, _link(above, box, picture))


def _verdict(step: Step, left: float, top: float, room: float, font: QFont) -> QRectF:
    if step.verdict is None:
        return QRectF()
    small = QFontMetricsF(sized(font, 0.9))
    height = small.height() + 6
    wide = small.horizontalAdvance(step.verdict.word) + height + 2 * PAD
    return QRectF(left, top, min(wide, room), height)


def _text(text: str, font: QFont, left: float, top: float, width: float) -> QRectF:
    if not text:
        return QRectF(left, top, width, 0)
    needed = QFontMetricsF(font).boundingRect(QRectF(0, 0, width, 10_000), int(Qt.TextFlag.TextWordWrap), text)
    return QRectF(left, top, width, needed.height())


def _link(above: Placed | None, box: QRectF, picture: QRectF) -> tuple[QPointF, ...]:
    if above is None:
        return ()
    x = above.box.left() + (box.left() - above.box.left()) / 2
    y = picture.center().y()
    return (QPointF(x, above.box.bottom()), QPointF(x, y), QPointF(box.left(), y))


def _bold(font: QFont) -> QFont:
    made = QFont(font)
    made.setBold(True)
    return made
