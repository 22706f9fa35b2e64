"""Note where a decision's number was used that is not in this register."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from desktop.dialogs.act_dialog import ActDialog
from desktop.fields.field import Field
from desktop.fields.text_fields import TextField


@dataclass(frozen=True, slots=True)
class NumberNoted:
    """A number, and where it was used."""

    number: str
    reason: str


class NumberDialog(ActDialog[NumberNoted]):
    """A number that was skipped is accounted for by a word on where it went."""

    wide = 84

    def __init__(self, number: str, parent: QWidget | None = None) -> None:
        intro = "It is then no gap any more, and is not offered for a new decision."
        super().__init__("A number used elsewhere", "Note &it", parent, intro=intro)
        self.number = self.form.add(
            TextField("notedNumber", "&Number", number, missing="Enter the number", characters=22)
        )
        self.reason = self.form.add(
            TextField("notedReason", "&Where it was used", missing="Enter where it was used", characters=0,
                      helped="For example: another directorate; given out and not used")
        )  # fmt: skip

    def value(self) -> NumberNoted:
        return NumberNoted(self.number.read(), self.reason.read())

    def concerning(self) -> Sequence[tuple[str, Field]]:
        return (("", self.number),)
