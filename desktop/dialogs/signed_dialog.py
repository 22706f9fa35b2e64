"""A signed record as it was filed, and what checking it found."""

from collections.abc import Sequence

from PySide6.QtCore import QSize
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QHBoxLayout, QVBoxLayout, QWidget

from desktop.dialogs.consequence import Consequence
from desktop.look.palette import Tone
from desktop.look.parts import MARGIN, button, label
from desktop.preview import PdfPreview
from exports.signatures.verification import Verification


class SignedDialog(QDialog):
    """The file page by page, its verdict beside it."""

    def __init__(self, title: str, content: bytes, verification: Verification, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("SignedDialog")
        self.setWindowTitle(title)
        self.content = content
        self.preview = PdfPreview("signedPreview")
        self.verdict = Consequence("verdict", "Checked")
        self.verdict.tell(_told(verification))
        self.close_button = button("&Close", "safe", role="act")
        self.save_button = button("&Save PDF…", "saveSigned", icon="pdf")
        box = QDialogButtonBox()
        box.addButton(self.save_button, QDialogButtonBox.ButtonRole.ActionRole)
        box.addButton(self.close_button, QDialogButtonBox.ButtonRole.RejectRole)
        box.rejected.connect(self.reject)
        self._lay_out(title, box)
        self.preview.show_pdf(content)
        self.preview.go_to(len(self.preview.paper.sizes) if self.preview.paper else 1)
        self.close_button.setDefault(True)
        self.close_button.setFocus()
        self.finished.connect(lambda _code: self.preview.clear())

    def sizeHint(self) -> QSize:
        room = QGuiApplication.primaryScreen().availableSize() * 0.92
        em = self.fontMetrics().height()
        return QSize(62 * em, 44 * em).boundedTo(room)

    def _lay_out(self, title: str, box: QDialogButtonBox) -> None:
        beside = QVBoxLayout()
        beside.addWidget(self.verdict)
        beside.addStretch(1)
        across = QHBoxLayout()
        across.setSpacing(16)
        across.addWidget(self.preview, 3)
        across.addLayout(beside, 2)
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, MARGIN, MARGIN, 16)
        column.setSpacing(16)
        column.addWidget(label(title, "pageTitle"))
        column.addLayout(across, 1)
        column.addWidget(box)


def _told(verification: Verification) -> list[tuple[Tone, str, Sequence[str]]]:
    tone = Tone.DONE if verification.is_intact else Tone.SOON
    told: list[tuple[Tone, str, Sequence[str]]] = [(tone, sentence, ()) for sentence in verification.sentences[:1]]
    told += [(Tone.NEUTRAL, sentence, ()) for sentence in verification.sentences[1:]]
    for seen in verification.signatures:
        told += [(Tone.NEUTRAL, sentence, ()) for sentence in seen.sentences]
    return told
