"""Fields for a decision's number and the day it was taken."""

from collections.abc import Mapping, Sequence
from datetime import date

from PySide6.QtWidgets import QWidget

from db.rules.decision import Decision, DecisionKind
from db.rules.numbering import did_you_mean, next_number
from db.rules.refusal import Refusal
from desktop.fields.date_field import DateField
from desktop.fields.text_fields import TextField
from desktop.look.parts import button


class NumberField(TextField):
    """A decision's number; the next free one is taken with a press, and a likely misprint is told."""

    def __init__(self, name: str, words: str, taken: Sequence[str]) -> None:
        self._taken = tuple(taken)
        self._free = ""
        self.use = button("Next free", f"{name}Use")
        self.use.setAutoDefault(False)
        super().__init__(name, words, characters=16)
        self.use.clicked.connect(lambda: self.write(self._free))
        self.changed.connect(self._tell)

    def offer(self, free: str) -> None:
        """Offer a number; one that was offered before and stands there gives way to it."""
        if free != self._free and self._free and self.read() == self._free:
            self.write(free)
        self._free = free
        self.use.setText(f"Use {free}" if free else "None is free")
        self.use.setAccessibleName(f"Use the next free number, {free}")
        self.use.setEnabled(bool(free))

    def beside(self) -> QWidget:
        return self.use

    def _tell(self) -> None:
        meant = did_you_mean(self.read(), self._taken)
        self.note(f"{meant} is in the register: is it the same decision?" if meant else "")


class TakenOn(DateField):
    """The day a decision was taken; it may be left out while it is still to be taken."""

    is_needed = True

    def problem(self) -> str:
        return super().problem() if self.is_needed or not self.is_empty() else ""


def free_number(kind: DecisionKind, day: date, decisions: Sequence[Decision], noted: Mapping[str, str]) -> str:
    """The next number for a kind of decision in a day's year; nothing where the year's numbers are used up."""
    try:
        return next_number(kind, day, [each.number for each in decisions if each.number], noted)
    except Refusal:
        return ""
