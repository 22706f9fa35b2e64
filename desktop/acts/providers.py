"""Adding providers and their other names."""

from PySide6.QtWidgets import QWidget

from db.changes import Changed
from db.operations.providers import add_alias as add_alias_verb
from db.operations.providers import add_provider as add_provider_verb
from db.rules.provider import ProviderId
from desktop.acts.carrying_out import carry_out, tell
from desktop.desk import Desk
from desktop.dialogs.provider_dialogs import AliasDialog, NewAlias, NewProvider, ProviderDialog


def add_provider(desk: Desk, parent: QWidget | None) -> Changed | None:
    """Enter a provider."""

    def attempt(new: NewProvider) -> Changed:
        return desk.act(
            add_provider_verb,
            new.name,
            new.aliases,
            company_number=new.company_number,
            charity_number=new.charity_number,
            contact=new.contact,
            notes=new.notes,
        )

    return carry_out(desk, ProviderDialog(parent), attempt)


def add_alias(desk: Desk, parent: QWidget | None, provider_id: ProviderId) -> Changed | None:
    """Record another name of a provider."""
    provider = next((each for each in desk.register.providers.all() if each.id == provider_id), None)
    if provider is None:
        tell(parent, "That could not be done", "That provider is no longer in the register. Look again.")
        return None

    def attempt(new: NewAlias) -> Changed:
        return desk.act(add_alias_verb, provider_id, new.name, new.source)

    return carry_out(desk, AliasDialog(provider, parent), attempt)
