"""Shown while heavy work is under way elsewhere: what is being done, and a way to call it off."""

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QProgressBar, QVBoxLayout, QWidget

from desktop.look.parts import MARGIN, button, label


class WaitDialog(QDialog):
    """Its rejection calls the work off; whoever shows it accepts it when the work is done."""

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("WaitDialog")
        self.setWindowTitle(words)
        self.bar = bar = QProgressBar()
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

    def show_part(self, part: object) -> None:
        """So much of it is done, from 0 to 1; until that is told, the bar only says that it goes on."""
        if isinstance(part, float | int):
            self.bar.setRange(0, 100)
            self.bar.setValue(round(part * 100))
