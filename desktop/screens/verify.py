"""A signed PDF checked: the verdict first, who signed it and when, what it is to this register, and the file itself."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication, QShowEvent
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QSplitter, QVBoxLayout, QWidget

from desktop.checked_file import CheckedFile
from desktop.filed_copies import Match
from desktop.look.parts import GAP, MARGIN, button, label, prose
from desktop.preview import PdfPreview
from desktop.screens.detail import Detail, StateMark
from desktop.screens.verify_words import KINSHIPS, VERDICTS, certificate_facts, facts_of, spaced, worth_of
from exports.signatures.verification import SignatureSeen, Verdict

UNSHOWN = "Its pages cannot be shown."


class VerifyDialog(QDialog):
    """What checking a file found. Nothing is kept of it, and nothing in the register is touched.

    Signals:
        another: another file is to be checked.
    """

    another = Signal()
    _was_shown = False

    def __init__(self, checked: CheckedFile, match: Match | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("verifyDialog")
        self.setWindowTitle(f"Signatures on {checked.name}")
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint)
        self.preview = PdfPreview("verifyPreview")
        self.found = Detail("verifyFound", "What checking found")
        self.close_button = button("&Close", "safe", role="act")
        self.again_button = button("Check &another…", "checkAnother")
        tell(self.found, checked, match)
        self._lay_out(checked)
        self.finished.connect(lambda _code: self.preview.clear())

    def sizeHint(self) -> QSize:
        above = self.parentWidget()
        room = above.window().size() - QSize(48, 48) if above else QGuiApplication.primaryScreen().availableSize() * 0.9
        em = self.fontMetrics().height()
        return QSize(80 * em, 48 * em).boundedTo(room)

    def showEvent(self, event: QShowEvent) -> None:
        """Qt alone would open it no larger than two thirds of the screen."""
        if not self._was_shown:
            self._was_shown = True
            self.resize(self.sizeHint())
        super().showEvent(event)

    def _lay_out(self, checked: CheckedFile) -> None:
        across = QSplitter(Qt.Orientation.Horizontal)
        across.setObjectName("verifyParts")
        across.setChildrenCollapsible(False)
        across.setHandleWidth(2 * GAP)
        across.addWidget(self.found)
        across.addWidget(self._pages(checked))
        across.setStretchFactor(0, 2)
        across.setStretchFactor(1, 3)
        box = QDialogButtonBox()
        box.addButton(self.again_button, QDialogButtonBox.ButtonRole.ActionRole)
        box.addButton(self.close_button, QDialogButtonBox.ButtonRole.RejectRole)
        box.rejected.connect(self.reject)
        self.again_button.clicked.connect(self._again)
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, MARGIN, MARGIN, 16)
        column.setSpacing(12)
        title = label(self.windowTitle(), "pageTitle")
        title.setWordWrap(True)
        column.addWidget(title)
        column.addWidget(across, 1)
        column.addWidget(box)
        self.close_button.setDefault(True)
        self.close_button.setFocus()

    def _pages(self, checked: CheckedFile) -> QWidget:
        if not checked.can_be_shown:
            self.preview.setParent(self)
            self.preview.hide()
            words = prose(UNSHOWN, "quiet")
            words.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter)
            return words
        self.preview.show_pdf(checked.content, checked.name.removesuffix(".pdf"))
        return self.preview

    def _again(self) -> None:
        self.accept()
        self.another.emit()


def tell(pane: Detail, checked: CheckedFile, match: Match | None = None) -> None:
    """Fill a pane with what was found: the verdict, the register's copy, every signature, the certificates."""
    found = checked.verification
    pane.begin("")
    pane.add(StateMark(VERDICTS[found.verdict]))
    pane.say(found.sentences[0], "groupTitle")
    if match is not None:
        pane.group("In this register")
        pane.add(StateMark(KINSHIPS[match.kinship]))
        pane.say(match.sentence)
    for number, seen in enumerate(found.signatures, 1):
        _tell_signature(pane, seen, number, len(found.signatures))
    if found.verdict is not Verdict.CANNOT_READ:
        pane.group("The file")
        pane.facts([("Title", checked.title), ("SHA-256", spaced(found.sha256))])


def _tell_signature(pane: Detail, seen: SignatureSeen, number: int, of: int) -> None:
    pane.group(f"Signature {number} of {of}: {seen.name}" if of > 1 else f"Signature: {seen.name}")
    pane.add(StateMark(VERDICTS[seen.standing]))
    pane.facts(tuple(facts_of(seen)))
    for sentence in worth_of(seen):
        pane.say(sentence)
    pane.say("Its certificate", "fieldLabel")
    pane.facts(tuple(certificate_facts(seen.certificate)))
