"""Providers with their other names, and the partners who pay."""

import sqlite3
from dataclasses import dataclass

from db.errors import NotFound
from db.rules.funding import FundingPartner
from db.rules.provider import Alias, Provider, plain_name
from db.store.rows import Named, by, read


@dataclass(frozen=True, slots=True)
class Providers:
    """Reads providers."""

    connection: sqlite3.Connection

    def all(self) -> tuple[Provider, ...]:
        """Every provider by name, with its aliases."""
        aliases = by(read(self.connection, "SELECT * FROM provider_alias ORDER BY name"), "provider_id")
        rows = read(self.connection, "SELECT * FROM provider ORDER BY name COLLATE NOCASE, id")
        return tuple(_provider(row, aliases.get(row["id"], [])) for row in rows)

    def find(self, name: str) -> Provider | None:
        """The provider of a name or alias, however it is capitalised or stopped."""
        wanted = plain_name(name)
        matching = (each for each in self.all() if wanted in {plain_name(known) for known in each.names})
        return next(matching, None)

    def get(self, name: str) -> Provider:
        """The provider of a name or alias.

        Raises:
            NotFound: no provider is known by it.
        """
        found = self.find(name)
        if found is None:
            raise NotFound(f"No provider is known as “{name}”. Add the provider, or add this name as an alias.")
        return found


@dataclass(frozen=True, slots=True)
class Partners:
    """Reads funding partners."""

    connection: sqlite3.Connection

    def all(self) -> tuple[FundingPartner, ...]:
        """Every funding partner in the order they were first recorded."""
        rows = read(self.connection, "SELECT * FROM funding_partner ORDER BY id")
        return tuple(FundingPartner(row["id"], row["version"], row["name"]) for row in rows)

    def find(self, name: str) -> FundingPartner | None:
        """The partner of a name, however it is capitalised or stopped."""
        return next((each for each in self.all() if plain_name(each.name) == plain_name(name)), None)


def _provider(row: Named, aliases: list[Named]) -> Provider:
    known = tuple(Alias(each["id"], each["name"], each["source"]) for each in aliases)
    return Provider(row["id"], row["version"], row["name"], known, row["company_number"], row["charity_number"],
                    row["contact"], row["notes"])  # fmt: skip
