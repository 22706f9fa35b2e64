"""What the program says: what was done, what lasts, what broke."""

from collections.abc import Callable

from PySide6.QtCore import QEasingCurve, QEvent, QObject, QPropertyAnimation, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QGraphicsOpacityEffect,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from desktop.look import icons
from desktop.look.palette import Tone
from desktop.look.parts import button, icon_button, label, prose, restyle
from desktop.look.theme import theme

UNDO_SECONDS = 12
FADE_MS = 120


def announce(widget: QWidget, words: str) -> None:
    """Have a screen reader say something that appeared by itself."""
    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, words))


class Toast(QFrame):
    """Tells what was done, bottom centre of a window, with a way to undo it. One at a time; all are kept in `said`."""

    undone = Signal()
    """The officer took it back."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self.setObjectName("toast")
        self.setProperty("role", "toast")
        self.said: list[str] = []
        """Everything said since the window opened, oldest first."""
        self._undo: Callable[[], None] | None = None
        self._words = label("")
        self._words.setWordWrap(True)
        self._button = button("&Undo", "toastUndo")
        self._button.clicked.connect(self._take_back)
        row = QHBoxLayout(self)
        self._row = row
        row.setSizeConstraint(QHBoxLayout.SizeConstraint.SetNoConstraint)
        row.setContentsMargins(16, 10, 12, 10)
        row.setSpacing(16)
        row.addWidget(self._words, 1)
        row.addWidget(self._button)
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._fade_out)
        self._veil = QGraphicsOpacityEffect(self)
        self.setGraphicsEffect(self._veil)
        self._fade = QPropertyAnimation(self._veil, b"opacity", self)
        self._fade.setDuration(FADE_MS)
        self._fade.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._fade.finished.connect(self._settled)
        window.installEventFilter(self)
        self.hide()

    def tell(self, words: str, undo: Callable[[], None] | None = None, seconds: int = UNDO_SECONDS) -> None:
        """Say what was done. `undo` takes it back; it stays at least ten seconds where there is one."""
        self.said.append(words)
        self._undo = undo
        self._words.setText(words)
        self._button.setVisible(undo is not None)
        self._button.setAccessibleName(f"Undo: {words}")
        self.place()
        self.show()
        self.raise_()
        self._fade_to(1.0)
        self._timer.start(max(seconds, 10 if undo else 4) * 1000)
        announce(self, words)

    def place(self) -> None:
        """Stand bottom centre, never wider than the window."""
        window, row = self._window, self._row
        beside = self._button.sizeHint().width() + 16 if self._undo else 0
        room = window.width() - 48 - beside - row.contentsMargins().left() - row.contentsMargins().right()
        natural = self._words.fontMetrics().horizontalAdvance(self._words.text()) + 4
        self._words.setFixedWidth(max(min(natural, room), 80))
        self.adjustSize()
        self.move((window.width() - self.width()) // 2, window.height() - self.height() - 48)

    def dismiss(self) -> None:
        """Go away at once."""
        self._timer.stop()
        self._fade.stop()
        self.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize and self.isVisible():
            self.place()
        return False

    def _take_back(self) -> None:
        undo, self._undo = self._undo, None
        self.dismiss()
        if undo:
            undo()
        self.undone.emit()

    def _fade_out(self) -> None:
        self._fade_to(0.0)

    def _fade_to(self, opacity: float) -> None:
        self._fade.stop()
        self._fade.setStartValue(1.0 - opacity)
        self._fade.setEndValue(opacity)
        self._fade.start()

    def _settled(self) -> None:
        if self._fade.endValue() == 0.0:
            self.hide()


class Bar(QFrame):
    """Tells a lasting state above a page: read-only, backup overdue. Hidden while there is nothing to tell."""

    acted = Signal()
    """The bar's one button was pressed."""
    closed = Signal()
    """The officer put it away."""

    def __init__(self, parent: QWidget | None = None, name: str = "bar") -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setProperty("role", "bar")
        self._tone = Tone.NEUTRAL
        self._icon = QLabel()
        self._words = prose("")
        self._act = button("", f"{name}Act")
        self._act.clicked.connect(self.acted)
        self._close = icon_button("close", "Put this message away", f"{name}Close")
        self._close.clicked.connect(self._put_away)
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 6, 12, 6)
        row.setSpacing(8)
        for part, share in ((self._icon, 0), (self._words, 1), (self._act, 0), (self._close, 0)):
            row.addWidget(part, share)
        theme().changed.connect(self._colour)
        self.hide()

    def tell(self, words: str, tone: Tone = Tone.SOON, act: str = "", *, closable: bool = False) -> None:
        """Show a state until it is over, with at most one button that names its act."""
        self._words.setText(words)
        self._act.setText(act)
        self._act.setAccessibleName(act.replace("&", ""))
        self._act.setVisible(bool(act))
        self._close.setVisible(closable)
        self._tone = tone
        self._colour()
        self.show()
        announce(self, words)

    def clear(self) -> None:
        """The state is over."""
        self.hide()

    def _put_away(self) -> None:
        self.hide()
        self.closed.emit()

    def _colour(self) -> None:
        restyle(self, "tone", self._tone.value)
        pair = theme().tokens.pair(self._tone)
        name = "information" if self._tone in (Tone.LATER, Tone.NEUTRAL) else self._tone.value
        self._icon.setPixmap(icons.pixmap(name, pair.ink, icons.scaled(), self.devicePixelRatioF()))


class FaultDialog(QDialog):
    """Something broke that the officer cannot mend: what it means for them, and details to copy for whoever can."""

    def __init__(self, words: str, details: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("faultDialog")
        self.setWindowTitle("Something went wrong")
        self._details = QPlainTextEdit(details)
        self._details.setReadOnly(True)
        self._details.setObjectName("faultDetails")
        self._details.setAccessibleName("Details of the fault")
        self._details.setTabChangesFocus(True)
        box = QDialogButtonBox()
        copy = button("&Copy details", "faultCopy", "copy")
        copy.clicked.connect(self.copy_details)
        close = button("Close", "faultClose")
        box.addButton(copy, QDialogButtonBox.ButtonRole.ActionRole)
        box.addButton(close, QDialogButtonBox.ButtonRole.RejectRole)
        box.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 16)
        column.setSpacing(12)
        for part in (label(self.windowTitle(), "groupTitle"), prose(words), self._details, box):
            column.addWidget(part)
        self.resize(640, 400)
        close.setFocus()

    def copy_details(self) -> None:
        """Put the details on the clipboard."""
        QGuiApplication.clipboard().setText(self._details.toPlainText())
