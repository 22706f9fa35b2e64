"""A form: one column of fields, and a summary of problems on top that leads to them."""

from collections.abc import Callable, Sequence
from typing import TypeVar

from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from desktop.fields.field import Field
from desktop.fields.problems import ErrorSummary
from desktop.look.parts import label

F = TypeVar("F", bound=Field)
Problem = tuple[Field | None, str]
"""A sentence, and the field it is about where it is about one."""


class Form(QWidget):
    """Fields in one column."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.fields: list[Field] = []
        self.summary = ErrorSummary()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(16)
        self._column.addWidget(self.summary)

    def add(self, field: F) -> F:
        """Put a field under the others."""
        self.fields.append(field)
        self._column.addWidget(field)
        return field

    def add_group(self, title: str) -> None:
        """Begin a group of fields."""
        self._column.addSpacing(8)
        self._column.addWidget(label(title, "groupTitle"))

    def add_widget(self, widget: QWidget) -> None:
        """Put anything else under the fields so far."""
        self._column.addWidget(widget)

    def field(self, name: str) -> Field:
        """The field of that name.

        Raises:
            KeyError: there is none.
        """
        return {each.name: each for each in self.fields}[name]

    def enter(self) -> None:
        """Take the keyboard to the first field that can be filled in."""
        for field in self.fields:
            if field.isVisibleTo(self) and field.control.isEnabled():
                field.focus()
                return

    def problems(self) -> list[Problem]:
        """What is missing or cannot be read, in the order of the fields."""
        return [(field, words) for field in self.fields if not field.isHidden() and (words := field.problem())]

    def check(self, rules: Callable[[], Sequence[Problem]] = tuple) -> bool:
        """Show every problem, beside its field and in the summary; True where there is none. `rules` are asked about
        several fields together once each field stands by itself."""
        found = self.problems() or list(rules())
        self.show_problems(found)
        return not found

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Show these problems and no others, in the same words at the field and in the summary."""
        for field in self.fields:
            field.show_problem(" ".join(words for about, words in problems if about is field))
        self.summary.tell([(words, self._way_to(field)) for field, words in problems])
        if problems:
            self._into_sight(self.summary)

    def _way_to(self, field: Field | None) -> Callable[[], None] | None:
        if field is None:
            return None

        def follow() -> None:
            self._into_sight(field)
            field.focus()

        return follow

    def _into_sight(self, widget: QWidget) -> None:
        above = self.parentWidget()
        while above is not None and not isinstance(above, QScrollArea):
            above = above.parentWidget()
        if isinstance(above, QScrollArea):
            above.ensureWidgetVisible(widget)
