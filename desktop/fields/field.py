"""A labelled field: the label above, help under it, the control, and the problem under that."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from db.rules.refusal import Refusal
from desktop.look import icons
from desktop.look.parts import label, prose, restyle
from desktop.look.theme import theme


class Field(QWidget):
    """One thing to fill in. `name` is the control's object name; the field's own is that and "Field"."""

    changed = Signal()
    """What is written there is different now."""

    def __init__(
        self, name: str, words: str, control: QWidget, *, helped: str = "", missing: str = "", characters: int = 0
    ) -> None:
        """`missing` is the sentence when it is left empty, such as "Enter the title"; without one it may be empty.
        `characters` is how wide the control is; 0 takes the whole width."""
        super().__init__()
        self.name = name
        self.words = words.replace("&", "")
        self.control = control
        self._helped = helped
        self._missing = missing
        self._characters = characters
        self._problem = ""
        self._title = label(words if missing else f"{words} (optional)", "fieldLabel")
        self._help = prose(helped, "quiet")
        self._note = prose("", "quiet")
        self._problem_row = _ProblemRow(f"{name}Problem")
        self._name_parts()
        self._lay_out()
        theme().changed.connect(self._measure)

    def problem(self) -> str:
        """The sentence about what is written, or nothing where it stands."""
        if self.is_empty():
            return self._missing
        try:
            self.read()
        except Refusal as refusal:
            return str(refusal)
        return ""

    def is_empty(self) -> bool:
        """Whether nothing is written."""
        raise NotImplementedError

    def read(self) -> object:
        """What is written, understood.

        Raises:
            Refusal: it cannot be understood.
        """
        raise NotImplementedError

    def show_problem(self, words: str) -> None:
        """Show a problem under the control, or none. What was typed stays."""
        self._problem = words
        self._problem_row.tell(words)
        self.control.setAccessibleDescription(" ".join(part for part in (words, self._helped) if part))
        restyle(self.control, "problem", "true" if words else "false")

    @property
    def shown_problem(self) -> str:
        """The problem under the control now."""
        return self._problem

    def focus(self) -> None:
        """Take the keyboard, and come into sight."""
        self.control.setFocus(Qt.FocusReason.OtherFocusReason)

    def hide_title(self) -> None:
        """Show no title, where a heading above names the field; a screen reader still says it."""
        self._title.hide()

    def note(self, words: str) -> None:
        """A quiet line under the control: how what is written was understood."""
        self._note.setText(words)
        self._note.setVisible(bool(words))

    def beside(self) -> QWidget | None:
        """What stands right of the control, such as a button."""
        return None

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._measure()

    def _touched(self) -> None:
        if self._problem:
            self.show_problem("")
        self.changed.emit()

    def _left(self) -> None:
        """On leaving the field: say at once what cannot be read; an empty one is told when the act is tried."""
        if not self.is_empty():
            self.show_problem(self.problem())

    def _name_parts(self) -> None:
        self.setObjectName(f"{self.name}Field")
        self.control.setObjectName(self.name)
        self.control.setAccessibleName(self.words)
        self.control.setAccessibleDescription(self._helped)
        self._title.setBuddy(self.control)
        if not self._helped:
            self._help.hide()
        self._note.hide()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        row = QHBoxLayout()
        row.setSpacing(4)
        row.addWidget(self.control)
        if (beside := self.beside()) is not None:
            row.addWidget(beside)
        if self._characters:
            row.addStretch()
        column.addWidget(self._title)
        column.addWidget(self._help)
        column.addLayout(row)
        column.addWidget(self._note)
        column.addWidget(self._problem_row)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._measure()

    def _measure(self) -> None:
        if self._characters:
            metrics = self.fontMetrics()
            self.control.setFixedWidth(self._characters * metrics.averageCharWidth() + 2 * metrics.height())


class _ProblemRow(QWidget):
    """The problem under a field: icon and red words."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._icon = QLabel()
        self._words = prose("", "problem")
        self._words.setObjectName(name)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._words, 1)
        theme().changed.connect(self._colour)
        self._colour()
        self.hide()

    def tell(self, words: str) -> None:
        """Show a problem, or none."""
        self._words.setText(words)
        self.setVisible(bool(words))

    def _colour(self) -> None:
        size = self.fontMetrics().height()
        picture = icons.pixmap("overdue", theme().tokens.overdue.ink, size, self.devicePixelRatioF())
        self._icon.setPixmap(picture)
