"""Printing a document: the officer chooses the printer, and its pages go there one after another."""

from PySide6.QtCore import QObject, QRectF, QTimer, Signal
from PySide6.QtGui import QPageLayout, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QWidget

from desktop.paper import Paper

MOST_DOTS = 300
"""Dots to the inch that a page is painted at; finer printing would only take longer."""


class Printing(QObject):
    """Pages on their way to a printer, one each turn of the event loop, so that the window stays alive.

    Signals:
        ended: all of it was given to the printer (True), or the printer did not take it.
    """

    ended = Signal(bool)

    def __init__(self, content: bytes, printer: QPrinter, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._paper = Paper(content)
        self._printer = printer
        self._painter = QPainter()
        first = printer.fromPage() or 1
        last = min(printer.toPage() or self._paper.page_count, self._paper.page_count)
        self._pages = list(range(first - 1, last))
        self._is_first = True

    def begin(self) -> None:
        """Begin; `ended` tells when it is done."""
        if not self._pages or not self._painter.begin(self._printer):
            self._end(done=False)
            return
        self._go_on()

    def _go_on(self) -> None:
        if not self._pages:
            self._end(done=self._painter.end())
            return
        if not self._is_first and not self._printer.newPage():
            self._painter.end()
            self._end(done=False)
            return
        self._is_first = False
        self._page(self._pages.pop(0))
        QTimer.singleShot(0, self, self._go_on)

    def _page(self, number: int) -> None:
        """Paint a page as large as it is, smaller only where the paper is."""
        sheet = self._printer.pageRect(QPrinter.Unit.DevicePixel)
        dots = self._printer.resolution()
        width, height = (side * dots / 72 for side in self._paper.sizes[number])
        whole = self._printer.paperRect(QPrinter.Unit.DevicePixel)
        shrink = min(1.0, whole.width() / width, whole.height() / height)
        picture = self._paper.picture(number, min(dots, MOST_DOTS) / 72)
        self._painter.drawImage(QRectF(-sheet.left(), -sheet.top(), width * shrink, height * shrink), picture)

    def _end(self, *, done: bool) -> None:
        self._paper.close()
        self.ended.emit(done)


def turn(printer: QPrinter, paper: Paper) -> None:
    """Lay the printer's paper as the first page lies: a wide page on upright paper would come out half as large."""
    width, height = paper.sizes[0] if paper.sizes else (0.0, 0.0)
    lies = QPageLayout.Orientation.Landscape if width > height else QPageLayout.Orientation.Portrait
    printer.setPageOrientation(lies)


def ask_and_print(content: bytes, title: str, parent: QWidget) -> Printing | None:
    """Ask for a printer and begin; None where the officer went back. Keep what is given until it ended."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(title)
    dialog = QPrintDialog(printer, parent)
    dialog.setObjectName("printDialog")
    dialog.setWindowTitle(f"Print {title}")
    paper = Paper(content)
    dialog.setMinMax(1, paper.page_count)
    turn(printer, paper)
    paper.close()
    agreed = bool(dialog.exec())
    dialog.setParent(None)
    dialog.deleteLater()
    if not agreed:
        return None
    made = Printing(content, printer, parent)
    made.begin()
    return made
