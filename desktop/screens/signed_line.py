"""One line over a signed record: whether it is intact, who signed it, and the way to all about its signatures."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from db.rules.dates import show_day
from desktop.checked_file import CheckedFile
from desktop.look.parts import GAP, button, prose
from desktop.screens.detail import StateMark
from desktop.screens.verify_words import VERDICTS
from exports.signatures.verification import SignatureSeen


class SignedLine(QWidget):
    """Hidden while nothing that is signed is shown.

    Signals:
        asked: everything about the signatures is to be shown (the CheckedFile).
    """

    asked = Signal(object)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self._checked: CheckedFile | None = None
        self._mark = QWidget()
        self.words = prose("")
        self.more = button("Signatures…", f"{name}More", icon="sign")
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(GAP)
        self._row.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignVCenter)
        self._row.addWidget(self.words, 1)
        self._row.addWidget(self.more)
        self.more.clicked.connect(lambda: self.asked.emit(self._checked))
        self.hide()

    def tell(self, checked: CheckedFile) -> None:
        """Say what a file is worth."""
        self._checked = checked
        before, self._mark = self._mark, StateMark(VERDICTS[checked.verification.verdict])
        self._row.replaceWidget(before, self._mark)
        before.deleteLater()
        self.words.setText("; ".join(map(_signed, checked.verification.signatures)))
        self.show()


def _signed(seen: SignatureSeen) -> str:
    who = ", ".join(filter(None, (seen.name, seen.post)))
    at = seen.timestamped_at or seen.claimed_at
    return f"Signed by {who}, on {show_day(at.date())}" if at else f"Signed by {who}"
