"""Fields for choosing: one of several, any of several, yes or no."""

from collections.abc import Collection, Sequence
from typing import Generic, TypeVar

from PySide6.QtWidgets import QCheckBox, QComboBox, QVBoxLayout, QWidget

from desktop.fields.field import Field

T = TypeVar("T")
Choices = Sequence[tuple[T, str]]


class ChoiceField(Field, Generic[T]):
    """One of several. Nothing is chosen until the officer chooses, unless told otherwise."""

    def __init__(
        self,
        name: str,
        words: str,
        choices: Choices[T],
        chosen: T | None = None,
        *,
        helped: str = "",
        missing: str = "",
        characters: int = 40,
    ) -> None:
        self._box = QComboBox()
        self._choices: list[T | None] = []
        super().__init__(name, words, self._box, helped=helped, missing=missing, characters=characters)
        self._box.view().setAccessibleName(self.words)
        self.offer(choices, chosen)
        self._box.currentIndexChanged.connect(self._touched)

    def offer(self, choices: Choices[T], chosen: T | None = None) -> None:
        """Put other choices there."""
        self._choices = [None, *(value for value, _ in choices)]
        self._box.clear()
        self._box.addItems(["", *(shown for _, shown in choices)])
        self.write(chosen)

    def is_empty(self) -> bool:
        return self.read() is None

    def read(self) -> T | None:
        """What is chosen; None while nothing is."""
        return self._choices[max(self._box.currentIndex(), 0)]

    def write(self, chosen: T | None) -> None:
        """Choose one, or nothing."""
        self._box.setCurrentIndex(self._choices.index(chosen) if chosen in self._choices else 0)


class TicksField(Field, Generic[T]):
    """Any of several, each with its tick box."""

    def __init__(
        self,
        name: str,
        words: str,
        choices: Choices[T],
        ticked: Collection[T] = (),
        *,
        helped: str = "",
        missing: str = "",
    ) -> None:
        self._boxes: list[tuple[T, QCheckBox]] = []
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for number, (value, shown) in enumerate(choices):
            box = _tick_box(f"{name}{number}", shown, value in ticked)
            box.toggled.connect(self._on_toggle)
            column.addWidget(box)
            self._boxes.append((value, box))
        super().__init__(name, words, holder, helped=helped, missing=missing)

    def is_empty(self) -> bool:
        return not self.read()

    def read(self) -> tuple[T, ...]:
        """What is ticked, in the order offered."""
        return tuple(value for value, box in self._boxes if box.isChecked())

    def write(self, ticked: Collection[T]) -> None:
        """Tick these and no others."""
        for value, box in self._boxes:
            box.setChecked(value in ticked)

    def focus(self) -> None:
        if self._boxes:
            self._boxes[0][1].setFocus()

    def _on_toggle(self) -> None:
        self._touched()


class TickField(Field):
    """Yes or no, the words beside the box."""

    def __init__(self, name: str, words: str, ticked: bool = False, *, helped: str = "", missing: str = "") -> None:
        """`missing` is the sentence while it must be ticked and is not."""
        self._box = QCheckBox(words)
        self._box.setChecked(ticked)
        super().__init__(name, words, self._box, helped=helped, missing=missing)
        self._title.hide()
        self._box.toggled.connect(self._touched)

    def is_empty(self) -> bool:
        return not self.read()

    def read(self) -> bool:
        """Whether it is ticked."""
        return self._box.isChecked()

    def write(self, ticked: bool) -> None:
        """Tick it or not."""
        self._box.setChecked(ticked)


def _tick_box(name: str, shown: str, ticked: bool) -> QCheckBox:
    box = QCheckBox(shown.replace("&", "&&"))
    box.setObjectName(name)
    box.setAccessibleName(shown)
    box.setChecked(ticked)
    return box
