"""Providers: charities and companies, and the other names they go by."""

from dataclasses import dataclass
from typing import NewType
from unicodedata import normalize

ProviderId = NewType("ProviderId", str)
AliasId = NewType("AliasId", str)


@dataclass(frozen=True, slots=True)
class Alias:
    """Another name by which documents call a provider."""

    id: AliasId
    name: str
    source: str = ""


@dataclass(frozen=True, slots=True)
class Provider:
    """A charity or company that holds contracts, with every name it is known by."""

    id: ProviderId
    version: int
    name: str
    aliases: tuple[Alias, ...] = ()
    company_number: str = ""
    charity_number: str = ""
    contact: str = ""
    notes: str = ""

    @property
    def names(self) -> tuple[str, ...]:
        """The name and every alias, as search should find them."""
        return (self.name, *(alias.name for alias in self.aliases))


def same_name(one: str, other: str) -> bool:
    """Whether two names are the same to a reader: case, spaces and full stops aside."""
    return plain_name(one) == plain_name(other)


def plain_name(name: str) -> str:
    """A name reduced to what distinguishes it: composed letters, lower case, single spaces, no full stops or commas."""
    return " ".join(normalize("NFC", name).casefold().replace(".", " ").replace(",", " ").split())
