"""Shown while heavy work is under way elsewhere: what is being done, and a way to call it off."""

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QProgressBar, QVBoxLayout, QWidget

from desktop.look.parts import MARGIN, button, label


class WaitDialog(QDialog):
    """Its rejection calls the work off; whoever shows it accepts it when the work is done."""

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("WaitDialog")
        self.setWindowTitle(words)
        bar = QProgressBar()
        bar.setRange(0, 0)
        bar.setTextVisible(False)
        bar.setAccessibleName(words)
        bar.setMinimumWidth(48 * self.fontMetrics().averageCharWidth())
        cancel = button("&Cancel", "safe")
        box = QDialogButtonBox()
        box.addButton(cancel, QDialogButtonBox.ButtonRole.RejectRole)
        box.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, MARGIN, MARGIN, 16)
        column.setSpacing(16)
        for part in (label(f"{words}…", "groupTitle"), bar, box):
            column.addWidget(part)
