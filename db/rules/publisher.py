"""Who publishes a register, and what of every contract is the same because it is the council's."""

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace

from db.rules.council import USUAL_COUNCIL
from db.rules.money import Pence


@dataclass(frozen=True, slots=True)
class Publisher:
    """What a council states of itself when it publishes contracts; empty and None are not stated, never guessed."""

    name: str = USUAL_COUNCIL.name
    uri: str = ""
    """The council's own address as an organisation, as OrganisationURI."""
    identifier: str = ""
    """The council's identifier as a buyer, such as GB-PPON- and its number."""
    ocid_prefix: str = ""
    """The prefix registered for the council's open contracting identifiers, such as ocds-b5fd17."""
    department: str = ""
    """The directorate that answers for these contracts."""
    contact_name: str = ""
    contact_email: str = ""
    contact_url: str = ""
    irrecoverable_vat: Pence | None = None
    """The VAT that the council cannot recover, where it is the same for every contract; £0 for most councils."""
    area: str = ""
    area_uri: str = ""


USUAL_PUBLISHER = Publisher()


def ocid_of(publisher: Publisher, contract_id: str) -> str:
    """The open contracting identifier of a contract: the prefix and the register's own id; empty without a prefix."""
    return f"{publisher.ocid_prefix}-{contract_id}" if publisher.ocid_prefix else ""


_OF_SETTINGS = "publisher "
"""Begins the name of every setting that holds what is stated."""
STATED = tuple(each.name for each in fields(Publisher) if each.name != "name")
"""What a council states besides its name."""


def settings_of(publisher: Publisher) -> dict[str, str]:
    """What is stated, as the register's settings hold it."""
    vat = publisher.irrecoverable_vat
    texts = {name: str(getattr(publisher, name)) for name in STATED}
    texts["irrecoverable_vat"] = "" if vat is None else str(int(vat))
    return {f"{_OF_SETTINGS}{name}": text for name, text in texts.items()}


def publisher_from(name: str, settings: Mapping[str, str]) -> Publisher:
    """A council's publisher as its register's settings state it."""
    texts = {each: settings.get(f"{_OF_SETTINGS}{each}", "") for each in STATED}
    vat = texts.pop("irrecoverable_vat")
    return replace(Publisher(name, **texts), irrecoverable_vat=Pence(int(vat)) if vat else None)  # type: ignore[arg-type]


def is_contact(setting: str) -> bool:
    """Whether a setting says whom to turn to."""
    return setting.startswith(f"{_OF_SETTINGS}contact")
