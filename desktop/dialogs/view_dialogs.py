"""Naming a view of the register, and keeping order among the saved ones."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from desktop.dialogs.act_dialog import ActDialog
from desktop.fields.choice_fields import ChoiceField, TickField
from desktop.fields.text_fields import TextField


class SaveViewDialog(ActDialog[tuple[str, bool]]):
    """The view's name, and whether the register opens with it."""

    wide = 60

    def __init__(self, name: str, starts: bool, parent: QWidget | None = None) -> None:
        intro = "Filters, sorting, columns, grouping and search are kept. A view of the same name is replaced."
        super().__init__("Save view", "&Save view", parent, intro=intro)
        self.view_name = self.form.add(TextField("viewName", "&Name", name, missing="Enter a name for the view"))
        self.starts = self.form.add(TickField("viewStarts", "&Open the register with this view", ticked=starts))

    def value(self) -> tuple[str, bool]:
        return self.view_name.read(), self.starts.read()


class RenameViewDialog(ActDialog[tuple[str, str]]):
    """Which view, and its new name."""

    wide = 60

    def __init__(self, names: Sequence[str], now: str, parent: QWidget | None = None) -> None:
        super().__init__("Rename view", "&Rename view", parent)
        choices = [(name, name) for name in names]
        self.view = self.form.add(
            ChoiceField("viewChoice", "&View", choices, now or None, missing="Choose the view to rename")
        )
        self.view_name = self.form.add(TextField("viewName", "New &name", missing="Enter the view’s new name"))

    def value(self) -> tuple[str, str]:
        return self.view.read() or "", self.view_name.read()
