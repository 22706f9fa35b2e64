"""A dialog that asks for values and gives a value back. It writes nothing itself, and Esc is always safe."""

from collections.abc import Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFrame, QScrollArea, QVBoxLayout, QWidget

from db.rules.refusal import Refusal
from desktop.fields.form import Form, Problem
from desktop.look.parts import MARGIN, button, label, prose

T = TypeVar("T")


class FormDialog(QDialog, Generic[T]):
    """A title, a form, a button that names the act and a safe one. A subclass adds fields and says its value."""

    given = Signal(object)
    """The act was pressed and everything stands: the value."""

    def __init__(
        self, title: str, act: str, parent: QWidget | None = None, *, intro: str = "", safe: str = "Cancel"
    ) -> None:
        super().__init__(parent)
        self.setObjectName(type(self).__name__)
        self.setWindowTitle(title)
        self.form = Form()
        self.answered: T | None = None
        """The value, once the act was pressed."""
        self.act_button = button(act, "act", role="act")
        self.safe_button = button(safe, "safe")
        self._lay_out(title, intro)

    def value(self) -> T:
        """What the dialog gives back; called once every field stands by itself and `rules` found nothing.

        Raises:
            Refusal: what was asked for cannot be done.
        """
        raise NotImplementedError

    def rules(self) -> Sequence[Problem]:
        """Problems between fields, such as an end before a start."""
        return ()

    def answer(self) -> T | None:
        """Ask, and wait: the value, or None where the officer went back."""
        self.exec()
        return self.answered

    def name_act(self, words: str, *, enabled: bool = True) -> None:
        """Name the act anew, as when three contracts are chosen instead of two."""
        self.act_button.setText(words)
        self.act_button.setAccessibleName(words.replace("&", ""))
        self.act_button.setEnabled(enabled)

    def accept(self) -> None:
        if not self.form.check(self.rules):
            return
        try:
            self.answered = self.value()
        except Refusal as refusal:
            self.form.show_problems([(None, str(refusal))])
            return
        super().accept()
        self.given.emit(self.answered)

    def showEvent(self, event: QShowEvent) -> None:
        """The keyboard begins in the first field, unless the dialog has put it elsewhere."""
        if self.focusWidget() is None:
            self.form.enter()
        super().showEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_F1:
            from desktop.window.helping import WHAT_IS_TYPED, show_page

            show_page(self, "help", WHAT_IS_TYPED)
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        wanted = self.form.sizeHint() + QSize(2 * MARGIN + 24, 150)
        em = self.fontMetrics().height()
        room = QGuiApplication.primaryScreen().availableSize() * 0.9
        return QSize(max(wanted.width(), 30 * em), wanted.height()).boundedTo(room)

    def _lay_out(self, title: str, intro: str) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, MARGIN, MARGIN, 16)
        column.setSpacing(16)
        column.addWidget(label(title, "pageTitle"))
        if intro:
            column.addWidget(prose(intro))
        column.addWidget(self._scrolled(), 1)
        column.addWidget(self._buttons())

    def _scrolled(self) -> QScrollArea:
        holder = QWidget()
        inside = QVBoxLayout(holder)
        inside.setContentsMargins(0, 0, 16, 0)
        inside.addWidget(self.form)
        inside.addStretch()
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(holder)
        return area

    def _buttons(self) -> QDialogButtonBox:
        box = QDialogButtonBox()
        box.addButton(self.act_button, QDialogButtonBox.ButtonRole.AcceptRole)
        box.addButton(self.safe_button, QDialogButtonBox.ButtonRole.RejectRole)
        box.accepted.connect(self.accept)
        box.rejected.connect(self.reject)
        self.act_button.setDefault(True)
        self.safe_button.setAutoDefault(False)
        return box
