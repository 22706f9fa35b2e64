"""A spreadsheet was dropped on an empty register: what it is."""

from enum import StrEnum

from PySide6.QtWidgets import QWidget

from db.rules.refusal import Refusal
from desktop.dialogs.act_dialog import ActDialog
from desktop.fields.choice_fields import ChoiceField


class Kept(StrEnum):
    """What a file may be."""

    REGISTER = "The register of contracts I kept so far"
    RETURN = "A provider’s return"


class WhatFileDialog(ActDialog[Kept]):
    """Asks which of the two it is."""

    wide = 76

    def __init__(self, file_name: str, parent: QWidget | None = None) -> None:
        intro = f"“{file_name}” was dropped here and the register holds no contract yet."
        super().__init__("What is this file?", "&Look at it", parent, intro=intro)
        choices = [(each, each.value) for each in Kept]
        self.kept: ChoiceField[Kept] = self.form.add(
            ChoiceField("whatFile", "&It is", choices, Kept.REGISTER, missing="Choose what it is", characters=44)
        )

    def value(self) -> Kept:
        found = self.kept.read()
        if found is None:
            raise Refusal("Choose what it is.")
        return found
