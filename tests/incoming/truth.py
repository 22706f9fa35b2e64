"""Contracts as they truly are, and the ways in which registers of different making write them."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

WORDS = (
    "Advice", "Bridge", "Carers", "Day", "Evening", "Family", "Garden", "Home", "Inclusion", "Journey", "Kitchen",
    "Library", "Meals", "Night", "Outreach", "Parking", "Quiet", "Respite", "Stroke", "Travel", "Urban", "Visiting",
)  # fmt: skip
PROVIDERS = (
    "Alder Homecare", "Birch and Beech Trust", "Cedar Transport", "Dogwood Legal Services", "Elm Street Kitchen",
    "Fir Tree Advocacy", "Gorse Hill Nursing", "Hazel Interpreting", "Ivy House", "Juniper Waste Management",
)  # fmt: skip
Row = list[object]


@dataclass(frozen=True, slots=True)
class Agreed:
    """A contract as it is."""

    reference: str
    title: str
    provider: str
    start: date
    end: date
    pounds: int
    months: int
    manager: str
    service: str


def contracts(count: int, seed: int = 1) -> list[Agreed]:
    """So many contracts, the same for the same seed."""
    chance = Random(seed)  # noqa: S311 - the same for the same seed
    return [_contract(number, chance) for number in range(1, count + 1)]


def _contract(number: int, chance: Random) -> Agreed:
    start = date(2022, 1, 1) + timedelta(days=chance.randrange(900))
    end = start + timedelta(days=chance.choice([364, 729, 1094]))
    title = f"{chance.choice(WORDS)} {chance.choice(WORDS).lower()} {number}"
    return Agreed(
        f"{number:05}" if number % 3 else f"DN/{number}**", title, PROVIDERS[number % len(PROVIDERS)], start, end,
        1000 * chance.randrange(5, 900), chance.choice([0, 12, 24]), f"Officer {number % 4}", f"Service {number % 5}",
    )  # fmt: skip


Written = Callable[[date], object]
DAY_FORMS: tuple[Written, ...] = (
    lambda day: day.strftime("%d/%m/%Y"),
    lambda day: day.isoformat(),
    lambda day: f"{day.day} {day:%b %Y}",
    lambda day: day.strftime("%d.%m.%Y"),
    lambda day: f"{day.isoformat()}T00:00:00+01:00",
    lambda day: f"{day.day}/{day.month}/{day:%y}",
    lambda day: f"{day:%d,%m,%Y}",
    lambda day: f"{day.day} {day:%B %Y}",
)


def mixed_day(number: int, day: date) -> object:
    """A day in one of eight forms."""
    return DAY_FORMS[number % len(DAY_FORMS)](day)


HEADINGS = (
    "Contract Reference number", "Title of agreement", "Supplier Name", "Start Date", "End date", "Contract value",
    "Extension Period Months", "Contract manager", "Department responsible",
)  # fmt: skip


def row_of(each: Agreed, day: Written = DAY_FORMS[0]) -> Row:
    """A contract in the order of HEADINGS."""
    return [
        each.reference, each.title, each.provider, day(each.start), day(each.end), f"£{each.pounds:,}.00",
        each.months or "", each.manager, each.service,
    ]  # fmt: skip


def rows_of(several: Iterable[Agreed], day: Written = DAY_FORMS[0]) -> list[Row]:
    """Contracts in the order of HEADINGS."""
    return [row_of(each, day) for each in several]
