"""Put one text into a column of all the contracts chosen."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from db.rules.words import counted
from desktop.dialogs.act_dialog import ActDialog
from desktop.fields.choice_fields import ChoiceField
from desktop.fields.text_fields import LongTextField


@dataclass(frozen=True, slots=True)
class BulkEdit:
    """A field, and the text every contract chosen gets there."""

    field: str
    text: str


class BulkDialog(ActDialog[BulkEdit]):
    """Which column, and what it is to say."""

    wide = 64

    def __init__(self, fields: Sequence[tuple[str, str]], count: int, parent: QWidget | None = None) -> None:
        """`fields` are the fields that may be the same for many, with their columns' titles."""
        super().__init__(f"Change {counted(count, 'contracts')}", f"&Change {counted(count, 'contracts')}", parent)
        self.field = self.form.add(
            ChoiceField("field", "C&olumn", fields, missing="Choose the column to change", characters=32)
        )
        self.text = self.form.add(
            LongTextField("text", "&Text", helped="Every contract chosen gets it. Empty clears the column.", lines=3)
        )

    def value(self) -> BulkEdit:
        return BulkEdit(self.field.read() or "", self.text.read())
