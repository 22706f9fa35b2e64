"""What stands in the window for the moment in which a register is opened and worked through."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.look.parts import GAP, MARGIN, label


class WaitingPage(QWidget):
    """The start page's title, where it will stand, and what is being done."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("waitingPage")
        self.setProperty("role", "page")
        self.said = label("Opening the register and working out what needs attention…", "quiet")
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, MARGIN, MARGIN, GAP)
        column.setSpacing(4)
        column.addWidget(label("Attention", "pageTitle"))
        column.addWidget(self.said)
        column.addStretch(1)
