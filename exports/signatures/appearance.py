"""What is seen of a signature in its field: a frame, the hand's picture, and its words."""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL.Image import Image
    from reportlab.pdfgen.canvas import Canvas

    from exports.pdf.lines import Line

_MARGIN = 8.0
_PICTURE_SHARE = 0.4
"""How much of the field's width a picture has where words stand beside it."""

_SIZE, _LEADING, _SMALLEST = 11.0, 14.5, 6.0


@dataclass(frozen=True, slots=True)
class Appearance:
    """What stands in a field; the first of the words is bold."""

    words: tuple[str, ...] = ()
    picture: Image | None = None


def draw(appearance: Appearance, width: float, height: float) -> bytes:
    """One page of exactly a field's size, in points, in the record's own typeface.

    Raises:
        Refusal: the typeface lacks a character of the words.
    """
    from reportlab.pdfgen.canvas import Canvas

    from exports.pdf.fonts import Face, load

    for face in (Face.REGULAR, Face.BOLD):
        load(face)
    file = BytesIO()
    canvas = Canvas(
        file,
        pagesize=(width, height),
        pageCompression=1,
        invariant=1,
        initialFontName=Face.REGULAR.value,  # type: ignore[arg-type]
    )
    _frame(canvas, width, height)
    _fill(canvas, appearance, width, height)
    canvas.save()
    return file.getvalue()


def _frame(canvas: Canvas, width: float, height: float) -> None:
    """The field's frame again, in the colour of what is signed."""
    from exports.pdf import style
    from exports.pdf.flowables import AROUND, CORNER

    canvas.setLineWidth(1.25)
    canvas.setStrokeColor(style.ACCENT)
    canvas.roundRect(AROUND, AROUND, width - 2 * AROUND, height - 2 * AROUND, CORNER)


def _fill(canvas: Canvas, appearance: Appearance, width: float, height: float) -> None:
    from_right = 0.0
    if appearance.picture is not None:
        from_right = width * _PICTURE_SHARE if appearance.words else width
        _put_picture(canvas, appearance.picture, width - from_right, from_right, height)
    if appearance.words:
        _put_words(canvas, appearance.words, width - from_right - 2 * _MARGIN, height)


def _put_picture(canvas: Canvas, picture: Image, left: float, width: float, height: float) -> None:
    from reportlab.lib.utils import ImageReader

    canvas.drawImage(
        ImageReader(picture),
        left + _MARGIN / 2,
        _MARGIN / 2,
        width - _MARGIN,
        height - _MARGIN,
        mask="auto",
        preserveAspectRatio=True,
    )


def _put_words(canvas: Canvas, words: tuple[str, ...], width: float, height: float) -> None:
    from exports.pdf import style
    from exports.pdf.flowables import draw_lines
    from exports.pdf.style import TextStyle

    size = _SIZE
    while (lines := _set(words, size, width)) and len(lines) * _leading(size) > height - _MARGIN and size > _SMALLEST:
        size -= 0.5
    look = TextStyle(size=size, leading=_leading(size), colour=style.INK)
    top = (height + len(lines) * look.leading) / 2
    draw_lines(canvas, lines, look, _MARGIN, top)


def _leading(size: float) -> float:
    return size * _LEADING / _SIZE


def _set(words: tuple[str, ...], size: float, width: float) -> list[Line]:
    from exports.pdf.fonts import Face
    from exports.pdf.lines import Run, set_lines
    from exports.pdf.text import one_line

    faces = (Face.BOLD, *(Face.REGULAR for _ in words[1:]))
    runs = [Run(one_line(text, "Signature"), face) for text, face in zip(words, faces, strict=True)]
    return [line for run in runs if run.text for line in set_lines([run], size, width)]
