"""A sentence the officer must read: what happened, why, and what to do."""

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from desktop.look.parts import MARGIN, button, label, prose


class ToldDialog(QDialog):
    """A title, the sentence, and a button to close it."""

    def __init__(self, title: str, sentence: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("ToldDialog")
        self.setWindowTitle(title)
        self.sentence = prose(sentence)
        self.sentence.setMinimumWidth(56 * self.fontMetrics().averageCharWidth())
        close = button("&Close", "safe", role="act")
        box = QDialogButtonBox()
        box.addButton(close, QDialogButtonBox.ButtonRole.RejectRole)
        box.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, MARGIN, MARGIN, 16)
        column.setSpacing(16)
        for part in (label(title, "pageTitle"), self.sentence, box):
            column.addWidget(part)
        close.setFocus()
