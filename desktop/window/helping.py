"""Help: the pages of the manual, what was said so far, the register's check, and what this program is."""

from collections.abc import Sequence
from importlib.metadata import PackageNotFoundError, version

from PySide6.QtCore import QSize, Qt, qVersion
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QDialog, QHBoxLayout, QTextBrowser, QVBoxLayout, QWidget

import resources
from desktop.look.parts import MARGIN, button, label

TITLES = {"help": "Screens and keys", "changes": "What changed"}

WHAT_IS_TYPED = "Amounts and dates you can type"
"""Where the manual says how days and amounts are typed: asked for in a form."""
ABOUT = {
    "contract": "A contract’s page",
    "writing": "Writing a record",
    "publishing": "Publishing",
    "returns": "Following returns",
    "returnsGrid": "Following returns",
    "importing": "Reading a return",
    "original": "Reading a return",
    "scorecard": "The scorecard",
    "oldRegister": "Bringing a register in",
    "toDo": "Bringing a register in",
    "editedWorkbook": "Taking in an edited workbook",
    "quality": "Register menu",
    "thenAndNow": "Register menu",
    "takenOut": "Register menu",
}
"""The words of the manual with which what it says of a screen begins."""


class Page(QDialog):
    """Words to read, that can be selected and copied."""

    def __init__(self, parent: QWidget, title: str, markdown: str) -> None:
        super().__init__(parent)
        self.setObjectName("helpDialog")
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.words = QTextBrowser()
        self.words.setObjectName("helpWords")
        self.words.setAccessibleName(title)
        self.words.setOpenLinks(False)
        self.words.setMarkdown(markdown)
        close = button("Close", "helpClose")
        close.clicked.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, MARGIN, MARGIN, 16)
        column.setSpacing(12)
        column.addWidget(label(title, "pageTitle"))
        column.addWidget(self.words, 1)
        across = QHBoxLayout()
        across.addStretch(1)
        across.addWidget(close)
        column.addLayout(across)
        self.words.setFocus()

    def turn_to(self, about: str) -> None:
        """Begin at these words, where they are found; else at the top."""
        found = self.words.document().find(about) if about else None
        if found is None or found.isNull():
            return
        found.clearSelection()
        self.words.moveCursor(QTextCursor.MoveOperation.End)
        self.words.setTextCursor(found)
        self.words.verticalScrollBar().setValue(
            self.words.verticalScrollBar().value() + self.words.cursorRect().top() - self.words.fontMetrics().height()
        )

    def sizeHint(self) -> QSize:
        above = self.parentWidget()
        wanted = QSize(100 * self.fontMetrics().averageCharWidth(), 40 * self.fontMetrics().height())
        return wanted.boundedTo(above.size() - QSize(32, 32)) if above else wanted


def show_page(parent: QWidget, topic: str, about: str = "") -> Page:
    """A page of the manual: "help" or "changes", opened at the words it is asked about."""
    words = resources.path(f"help/{topic}.md").read_text(encoding="utf-8")
    page = _shown(Page(parent, TITLES[topic], words.partition("\n")[2]))
    page.turn_to(about)
    return page


def show_help(window: QWidget, screen: str) -> Page:
    """The manual, opened where it speaks of a screen."""
    return show_page(window, "help", ABOUT.get(screen, ""))


def show_said(parent: QWidget, said: Sequence[str]) -> Page:
    """Every message since the window opened, the newest first."""
    words = "\n".join(f"- {_plain(each)}" for each in reversed(said)) or "Nothing was said yet."
    return _shown(Page(parent, "Messages so far", words))


def show_check(parent: QWidget, problems: Sequence[str]) -> Page:
    """What checking the register found."""
    if not problems:
        words = "The register is in order: the file is whole, and every entry of the journal is as it was written."
    else:
        lines = "\n".join(f"- {_plain(each)}" for each in problems)
        words = (
            f"{lines}\n\nKeep this file as it is, open the newest backup, and show both to whoever looks after them."
        )
    return _shown(Page(parent, "Check of the register", words))


def show_about(parent: QWidget) -> Page:
    """What this program is, and what it is made with."""
    words = (
        f"**Contract Desk {program_version()}**\n\n"
        "A register of provider contracts for the officers who commission them. It helps to count days; it gives no "
        "legal advice. Check the contract’s own clause.\n\n"
        f"- Qt {qVersion()}, under the GNU Lesser General Public License 3\n"
        "- SQLite, in the public domain\n"
        "- Liberation Sans, under the SIL Open Font License\n"
    )
    return _shown(Page(parent, "About Contract Desk", words))


def program_version() -> str:
    """The version that is installed."""
    try:
        return version("contract-desk")
    except PackageNotFoundError:
        return "(not installed)"


def _shown(page: Page) -> Page:
    page.open()
    return page


def _plain(words: str) -> str:
    return "".join(f"\\{letter}" if letter in "\\`*_[]<>#|" else letter for letter in words)
