"""Add a provider, or another name of one."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from db.rules.provider import Provider
from desktop.dialogs.act_dialog import ActDialog
from desktop.dialogs.rows_field import Cells, RowsField
from desktop.fields.field import Field
from desktop.fields.text_fields import LongTextField, TextField


@dataclass(frozen=True, slots=True)
class NewProvider:
    """A provider as the officer enters it."""

    name: str
    aliases: tuple[str, ...] = ()
    company_number: str = ""
    charity_number: str = ""
    contact: str = ""
    notes: str = ""


class ProviderDialog(ActDialog[NewProvider]):
    """A charity or company, with every name that documents call it by."""

    wide = 84

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Add a provider", "&Add provider", parent)
        self.name = self.form.add(TextField("name", "&Name", missing="Enter the provider’s name", characters=60))
        self.aliases = self.form.add(
            RowsField(
                "aliases", "&Other names", (Cells("Name", 52),), line="name", helped="As letters and returns call it."
            )
        )
        self.company = TextField("companyNumber", "Com&pany number", characters=14)
        self.charity = TextField("charityNumber", "C&harity number", characters=14)
        self.beside(self.company, self.charity)
        self.contact = self.form.add(TextField("contact", "&Contact", characters=60))
        self.notes = self.form.add(LongTextField("notes", "No&tes", lines=3))

    def value(self) -> NewProvider:
        return NewProvider(
            self.name.read(),
            tuple(name for (name,) in self.aliases.read()),
            self.company.read(),
            self.charity.read(),
            self.contact.read(),
            self.notes.read(),
        )

    def concerning(self) -> Sequence[tuple[str, Field]]:
        others = [(f"“{name}” is already", self.aliases) for (name,) in self.aliases.read()]
        return (*others, ("is already a name", self.name), ("provider's name", self.name), ("other name", self.aliases))


@dataclass(frozen=True, slots=True)
class NewAlias:
    """Another name, and where it was met."""

    name: str
    source: str


class AliasDialog(ActDialog[NewAlias]):
    """Another name by which documents call a provider."""

    wide = 76

    def __init__(self, provider: Provider, parent: QWidget | None = None) -> None:
        known = ", ".join(provider.names)
        super().__init__("Add a name", f"&Add a name of {provider.name}", parent, intro=f"Known so far as {known}.")
        self.name = self.form.add(TextField("name", "&Other name", missing="Enter the other name", characters=52))
        self.source = self.form.add(
            TextField("source", "&Where it was met", helped="For example, return for Quarter 3", characters=52)
        )

    def value(self) -> NewAlias:
        return NewAlias(self.name.read(), self.source.read())

    def concerning(self) -> Sequence[tuple[str, Field]]:
        return (("name", self.name),)
