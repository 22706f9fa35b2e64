"""An open PDF: its pages as pictures and as words."""

import pypdfium2
from PySide6.QtGui import QImage


class Paper:
    """An open PDF: how large its pages are, what they look like and what they say."""

    def __init__(self, content: bytes) -> None:
        self._document = pypdfium2.PdfDocument(content)
        self._document.init_forms()
        self.sizes: tuple[tuple[float, float], ...] = tuple(
            self._document.get_page_size(number) for number in range(len(self._document))
        )
        """Each page's width and height in points."""

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
        page = self._document[number]
        try:
            text = page.get_textpage()
            said = str(text.get_text_range())
            text.close()
            return said
        finally:
            page.close()

    def close(self) -> None:
        """Let the document go."""
        self._document.close()
