"""What partners are likely to pay for the days an extension adds, from what the register knows already."""

from collections.abc import Iterator
from dataclasses import dataclass

from db.rules.contract import Contract
from db.rules.dates import Period, financial_year_period, show_year, year_of
from db.rules.funding import in_force
from db.rules.money import Pence
from db.rules.pro_rata import part_year

Amount = tuple[str, str, Pence]
"""A part, a partner, and what it pays in pence."""


@dataclass(frozen=True, slots=True)
class Offered:
    """Amounts for one financial year, and where they come from."""

    amounts: tuple[Amount, ...] = ()
    source: str = ""


def offered(contract: Contract, added: Period, year: int) -> Offered:
    """The amounts entered for the year already, else the annual rates for its days, else those of the last year."""
    return _entered(contract, year) or _by_rates(contract, added, year) or _last_year(contract, year) or Offered()


def _entered(contract: Contract, year: int) -> Offered | None:
    lines = [each for each in contract.funding if each.year == year and not each.decision_number]
    amounts = tuple((each.part, each.partner, each.pence) for each in lines)
    return Offered(amounts, f"{contract.reference}: as entered for {show_year(year)}.") if amounts else None


def _by_rates(contract: Contract, added: Period, year: int) -> Offered | None:
    days = _within(added, year)
    rates = in_force(contract.annual_values, days.starts_on)
    amounts = tuple((each.part, each.partner, part_year(each.pence, days).pence) for each in rates)
    if not amounts:
        return None
    share = "" if days == financial_year_period(year) else ", for the days that are added"
    return Offered(amounts, f"{contract.reference}: by the annual rates in force{share}.")


def _last_year(contract: Contract, year: int) -> Offered | None:
    last = max((each.year for each in contract.funding if each.year < year), default=None)
    if last is None:
        return None
    amounts = tuple(_summed(contract, last))
    why = f"because nothing is recorded for {show_year(year)}"
    return Offered(amounts, f"{contract.reference}: as in {show_year(last)}, {why}. Change what differs.")


def _summed(contract: Contract, year: int) -> Iterator[Amount]:
    """A year's lines, those of one part and partner together."""
    sums: dict[tuple[str, str], int] = {}
    for each in contract.funding:
        if each.year == year:
            sums[each.part, each.partner] = sums.get((each.part, each.partner), 0) + each.pence
    yield from ((part, partner, Pence(pence)) for (part, partner), pence in sums.items())


def _within(added: Period, year: int) -> Period:
    whole = financial_year_period(year)
    return Period(max(added.starts_on, whole.starts_on), min(added.ends_on, whole.ends_on))


def years_of(added: Period) -> range:
    """The financial years that days fall in, by the year each starts in."""
    return range(year_of(added.starts_on), year_of(added.ends_on) + 1)
