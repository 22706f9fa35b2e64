"""Asked when a page is left whose words the register refused."""

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from desktop.look.parts import MARGIN, button, label, prose


class LeaveDialog(QDialog):
    """Stay and mend it, or leave: the words stay in the officer's draft."""

    def __init__(self, sentence: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("LeaveDialog")
        self.setWindowTitle("The record is not in the register")
        words = prose(f"{sentence} What you typed is kept as a draft and is back when you open this page again.")
        words.setMinimumWidth(56 * self.fontMetrics().averageCharWidth())
        stay = button("&Stay and mend it", "safe", role="act")
        leave = button("&Leave the page", "act")
        box = QDialogButtonBox()
        box.addButton(leave, QDialogButtonBox.ButtonRole.AcceptRole)
        box.addButton(stay, QDialogButtonBox.ButtonRole.RejectRole)
        box.accepted.connect(self.accept)
        box.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, MARGIN, MARGIN, 16)
        column.setSpacing(16)
        for part in (label(self.windowTitle(), "pageTitle"), words, box):
            column.addWidget(part)
        stay.setDefault(True)
        stay.setFocus()
