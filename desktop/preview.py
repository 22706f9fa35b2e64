"""A PDF on screen, page under page, as it will print: signature boxes drawn, white paper in either scheme."""

from collections.abc import Callable

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.look.parts import GAP
from desktop.messages import announce
from desktop.paper import Paper
from desktop.pdf.find_bar import FindBar
from desktop.pdf.finding import Finds
from desktop.pdf.stack import PageStack
from desktop.pdf.tools import Tools

_UNNAMED = "Document"


class PdfPreview(QWidget):
    """Shows a PDF. Page up and down turn pages, Ctrl+plus and Ctrl+minus zoom, Ctrl+0 fits the width, Ctrl+F finds,
    F3 goes on to the next found, Ctrl+C copies what was chosen with the mouse, else all, Ctrl+P prints.

    Signals:
        turned: another page is in view (its number from 1, and how many there are).
    """

    turned = Signal(int, int)

    def __init__(self, name: str = "preview", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.paper: Paper | None = None
        self.document_name = ""
        """What a copy of it is called when it is printed or opened elsewhere."""
        self._content = b""
        self._finds = Finds()
        self._printing: object = None
        self.tools = Tools(name)
        self.where, self.size_told = self.tools.where, self.tools.size_told
        self.find_bar = FindBar(name)
        acts = self._acts()
        self.area = PageStack(_keys(acts))
        self.area.setObjectName(f"{name}Pages")
        self.area.setAccessibleName("Pages of the document")
        self._lay_out()
        self.area.moved.connect(self._tell_page)
        self.tools.asked.connect(lambda asked: acts[asked]())
        self.find_bar.asked.connect(self._find)
        self.find_bar.stepped.connect(self.find_next)
        self.find_bar.closed.connect(self.stop_finding)

    def show_pdf(self, content: bytes, name: str = "") -> None:
        """Show this document from its first page; `name` is what a copy of it is called."""
        self.clear()
        self.paper, self._content, self.document_name = Paper(content), content, name or self.document_name
        self.area.show_paper(self.paper)
        if self.find_bar.isVisible():
            self._find(self.find_bar.line.text(), goes=False)

    def renew(self, content: bytes) -> None:
        """Show another state of the document, the place in it kept."""
        bar = self.area.verticalScrollBar()
        place = bar.value()
        self.show_pdf(content)
        self.area.lay_out_at_once()
        bar.setValue(place)
        QTimer.singleShot(0, self, lambda: bar.setValue(place))

    def clear(self) -> None:
        """Show nothing."""
        self.area.clear()
        self._finds, self._content = Finds(), b""
        if self.paper:
            self.paper.close()
            self.paper = None
        self.tools.tell("", "")

    @property
    def page(self) -> int:
        """The page in view, from 1; 0 without a document."""
        return self.area.page

    @property
    def zoom(self) -> float:
        """How large it is shown; 1 is the size of the paper."""
        return self.area.zoom

    def go_to(self, number: int) -> None:
        """Bring a page into view, from 1."""
        self.area.go_to(number)

    def begin_finding(self) -> None:
        """Let words be found in the document."""
        self.find_bar.begin()
        self._find(self.find_bar.line.text())

    def find_next(self, by: int = 1) -> None:
        """Go on to the next found, or back."""
        if not self.find_bar.isVisible():
            self.begin_finding()
            return
        self._finds.step(by)
        self._show_found(goes=True)

    def stop_finding(self) -> None:
        """Mark nothing any more."""
        self._finds = Finds()
        self._show_found(goes=False)
        self.find_bar.hide()
        self.area.setFocus()

    def copy(self) -> None:
        """Copy the text that is chosen, else all of it."""
        if self.paper:
            chosen = self.area.chosen
            QGuiApplication.clipboard().setText(self.paper.said(chosen) if chosen else self.paper.whole())
            announce(self, "Copied what is chosen" if chosen else "Copied all the text")

    def print(self) -> None:
        """Ask for a printer and print."""
        from desktop.pdf.printing import ask_and_print

        if self._content:
            self._printing = ask_and_print(self._content, self.document_name or _UNNAMED, self)

    def open_elsewhere(self) -> None:
        """Open a copy in another program."""
        from desktop.pdf.elsewhere import open_elsewhere

        if self._content:
            open_elsewhere(self._content, self.document_name or _UNNAMED)

    def _lay_out(self) -> None:
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(GAP)
        body.addWidget(self.tools)
        body.addWidget(self.find_bar)
        body.addWidget(self.area, 1)

    def _acts(self) -> dict[str, Callable[[], object]]:
        return {
            "before": lambda: self.area.step_page(-1),
            "after": lambda: self.area.step_page(1),
            "smaller": lambda: self.area.step_zoom(-1),
            "larger": lambda: self.area.step_zoom(1),
            "fit": lambda: self.area.fit_width(),
            "find": self.begin_finding,
            "on": self.find_next,
            "back": lambda: self.find_next(-1),
            "all": lambda: self.area.choose_all(),
            "copy": self.copy,
            "print": self.print,
            "elsewhere": self.open_elsewhere,
        }

    def _tell_page(self) -> None:
        if self.area.pages:
            count = len(self.area.pages)
            self.tools.tell(f"Page {self.page} of {count}", f"{self.zoom * 100:.0f} %")
            self.turned.emit(self.page, count)

    def _find(self, words: str, *, goes: bool = True) -> None:
        if self.paper:
            self._finds = Finds.of(self.paper, words, max(self.page - 1, 0))
        self._show_found(goes=goes)

    def _show_found(self, *, goes: bool) -> None:
        self.area.mark(self._finds.places, self._finds.current)
        self.find_bar.tell(self._finds.at + 1, len(self._finds.places))
        if goes and self._finds.current:
            self.area.show_passage(self._finds.current)


_KEYS = {
    "PgDown": "after", "PgUp": "before", "Ctrl++": "larger", "Ctrl+Shift++": "larger", "Ctrl+=": "larger",
    "Ctrl+-": "smaller", "Ctrl+0": "fit", "Ctrl+F": "find", "F3": "on", "Shift+F3": "back", "Ctrl+A": "all",
    "Ctrl+C": "copy", "Ctrl+P": "print",
}  # fmt: skip
"""The keys that work while the pages have the keyboard, and what each does."""


def _keys(acts: dict[str, Callable[[], object]]) -> dict[str, Callable[[], object]]:
    return {keys: acts[does] for keys, does in _KEYS.items()}
