"""Find words in the cells that are typed in and put others in their place; nothing changes before the plan is seen."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from desktop.dialogs.act_dialog import ActDialog
from desktop.fields.choice_fields import ChoiceField, TickField
from desktop.fields.text_fields import TextField

ALL = ""
"""In place of a column's field: every column that is typed in."""


@dataclass(frozen=True, slots=True)
class Replacement:
    """What to find, what to put there, in which field (ALL is every one), among the chosen cells only or all shown."""

    find: str
    by: str
    field: str
    match_case: bool
    whole: bool
    chosen_only: bool


class ReplaceDialog(ActDialog[Replacement]):
    """Asks what to replace by what, and where."""

    wide = 64

    def __init__(
        self, fields: Sequence[tuple[str, str]], find: str, chosen: int, parent: QWidget | None = None
    ) -> None:
        """`fields` are the fields and their columns' titles; `chosen` is how many rows are chosen."""
        super().__init__("Find and replace", "&Show what would change", parent)
        self.sought = self.form.add(TextField("find", "&Find", find, missing="Enter the words to find"))
        self.by = self.form.add(TextField("by", "&Replace by", helped="Leave it empty to take the words away"))
        everywhere = [(ALL, "Every column that is typed in"), *fields]
        self.field = self.form.add(
            ChoiceField("field", "&In", everywhere, ALL, missing="Choose where to look", characters=32)
        )
        self.whole = self.form.add(TickField("whole", "Only where they are the &whole cell"))
        self.match_case = self.form.add(TickField("matchCase", "&Capitals must match"))
        words = f"Only in the {chosen:,} rows ch&osen"
        self.chosen_only = self.form.add(TickField("chosenOnly", words, ticked=chosen > 1))
        self.chosen_only.setVisible(chosen > 1)

    def value(self) -> Replacement:
        return Replacement(
            self.sought.read(), self.by.read(), self.field.read() or ALL,
            self.match_case.read(), self.whole.read(), self.chosen_only.read(),
        )  # fmt: skip
