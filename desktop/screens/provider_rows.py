"""How providers stand in their table: their names, their contracts, and what those come to a year."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from db.rules.contract import Contract, Status
from db.rules.funding import total_on
from db.rules.money import Pence
from db.rules.provider import Provider
from db.rules.standing import standing
from desktop.tables.columns import Column, money_column, number_column, text_column, yielding

_RUNNING = {Status.RUNNING, Status.UNDER_NOTICE, Status.PAST_END}


@dataclass(frozen=True, slots=True)
class ProviderRow:
    """A provider with its contracts as they stand on a day."""

    provider: Provider
    contracts: tuple[Contract, ...]
    running: int
    annual_pence: Pence | None
    """The rates in force of the contracts it holds, added up; a contract of several providers counts for each."""

    @property
    def id(self) -> str:
        """The provider's id."""
        return self.provider.id

    @property
    def other_names(self) -> str:
        """Its aliases in one line."""
        return ", ".join(alias.name for alias in self.provider.aliases)


COLUMNS: tuple[Column[ProviderRow], ...] = (
    yielding(text_column("Provider", lambda row: row.provider.name, width=30), least=18),
    yielding(text_column("Other names", lambda row: row.other_names, width=30, stretch=True), least=14),
    yielding(number_column("Contracts", lambda row: len(row.contracts), width=10), gives_way=1),
    yielding(number_column("Running", lambda row: row.running, width=9), least=8),
    yielding(money_column("Annual value", lambda row: row.annual_pence), least=13),
)


def provider_rows(providers: Iterable[Provider], contracts: Iterable[Contract], on: date) -> tuple[ProviderRow, ...]:
    """A row for each provider, in the order given."""
    known = tuple(contracts)
    return tuple(_row(provider, known, on) for provider in providers)


def _row(provider: Provider, contracts: tuple[Contract, ...], on: date) -> ProviderRow:
    held = tuple(each for each in contracts if any(holder.provider_id == provider.id for holder in each.holders))
    running = [each for each in held if standing(each, on).status in _RUNNING]
    valued = [each for each in held if each.annual_values and standing(each, on).status is not Status.ENDED]
    pence = Pence(sum(total_on(each.annual_values, on) for each in valued)) if valued else None
    return ProviderRow(provider, held, len(running), pence)
