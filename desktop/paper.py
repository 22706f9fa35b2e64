"""An open PDF: its pages as pictures and as words."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

import pypdfium2
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QImage

NEAR = 20.0
"""How far above or below a line, in points, a place is taken for one on it."""


@dataclass(frozen=True, slots=True)
class Passage:
    """Letters of a page that follow one another; pages and letters are counted from 0."""

    page: int
    first: int
    count: int


class Paper:
    """An open PDF: how large its pages are, what they look like and what they say.

    Raises:
        pypdfium2.PdfiumError: it is no PDF, or cannot be read.
    """

    def __init__(self, content: bytes) -> None:
        self._document = pypdfium2.PdfDocument(content)
        self._document.init_forms()
        self.sizes: tuple[tuple[float, float], ...] = tuple(
            self._document.get_page_size(number) for number in range(len(self._document))
        )
        """Each page's width and height in points."""

    @property
    def page_count(self) -> int:
        """How many pages it has."""
        return len(self.sizes)

    def picture(self, number: int, scale: float) -> QImage:
        """A page painted on white, scale pixels to the point."""
        page = self._document[number]
        try:
            bitmap = page.render(scale=scale, may_draw_forms=True, fill_color=(255, 255, 255, 255), prefer_bgrx=True)
            shown = QImage(bitmap.buffer, bitmap.width, bitmap.height, bitmap.stride, QImage.Format.Format_RGB32)
            return shown.copy()
        finally:
            page.close()

    def words(self, number: int) -> str:
        """What a page says."""
        with self._text(number) as text:
            return str(text.get_text_range())

    def said(self, passage: Passage) -> str:
        """What a passage says, a line below another where it is so on the page."""
        with self._text(passage.page) as text:
            return _lines(text.get_text_range(passage.first, passage.count))

    def whole(self) -> str:
        """All it says, the pages parted by an empty line."""
        return "\n\n".join(_lines(self.words(number)).strip() for number in range(self.page_count))

    def found(self, words: str) -> tuple[Passage, ...]:
        """Every place where words stand, capitals aside, from the first page on."""
        wanted = " ".join(words.split())
        if not wanted:
            return ()
        return tuple(each for number in range(self.page_count) for each in self._found_on(number, wanted))

    def boxes(self, passages: Sequence[Passage]) -> tuple[QRectF, ...]:
        """Where passages of one page stand on it, in points from the top left corner, line by line."""
        if not passages:
            return ()
        number = passages[0].page
        height = self.sizes[number][1]
        with self._text(number) as text:
            sides = [
                text.get_rect(each) for given in passages for each in range(text.count_rects(given.first, given.count))
            ]
        return tuple(QRectF(left, height - top, right - left, top - bottom) for left, bottom, right, top in sides)

    def passage(self, number: int, begin: QPointF, end: QPointF) -> Passage | None:
        """What stands between two places on a page, in points from its top left corner."""
        width, height = self.sizes[number]
        with self._text(number) as text:
            ends = [text.get_index(at.x(), height - at.y(), width, NEAR) for at in (begin, end)]
        if None in ends:
            return None
        first, last = sorted(each for each in ends if each is not None)
        return Passage(number, first, last - first + 1)

    def close(self) -> None:
        """Let the document go."""
        self._document.close()

    def _found_on(self, number: int, words: str) -> Iterator[Passage]:
        with self._text(number) as text:
            search = text.search(words)
            while (found := search.get_next()) is not None:
                yield Passage(number, *found)
            search.close()

    @contextmanager
    def _text(self, number: int) -> Iterator[pypdfium2.PdfTextPage]:
        page = self._document[number]
        text = page.get_textpage()
        try:
            yield text
        finally:
            text.close()
            page.close()


def _lines(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")
