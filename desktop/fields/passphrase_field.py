"""A field for a passphrase: never shown, never kept, and empty again as soon as it is taken."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QLineEdit

from desktop.fields.field import Field
from exports.signatures.passphrase import Passphrase


class PassphraseField(Field):
    """Dots for what is typed. Nothing can be copied out of it, and nothing typed in it is remembered."""

    left = Signal()
    """The keyboard went elsewhere."""

    def __init__(self, name: str, words: str, *, helped: str = "", missing: str = "") -> None:
        self._line = _Hidden()
        super().__init__(name, words, self._line, helped=helped, missing=missing, characters=32)
        self._line.textChanged.connect(self._touched)
        self._line.left.connect(self.left)

    def is_empty(self) -> bool:
        return not self._line.text()

    def read(self) -> Passphrase:
        """What is typed, for a look at the certificate; it stays typed."""
        return Passphrase(self._line.text())

    def take(self) -> Passphrase:
        """What is typed; the field is empty from now on, and cannot be undone."""
        taken = self.read()
        self.wipe()
        return taken

    def wipe(self) -> None:
        """Forget what is typed."""
        self._line.clear()
        self._line.setModified(False)


class _Hidden(QLineEdit):
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setEchoMode(QLineEdit.EchoMode.Password)
        self.setInputMethodHints(
            Qt.InputMethodHint.ImhHiddenText
            | Qt.InputMethodHint.ImhNoPredictiveText
            | Qt.InputMethodHint.ImhSensitiveData
        )
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.setDragEnabled(False)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()
