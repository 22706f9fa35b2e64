"""Registers to take pictures of: the sample after an officer's morning, an empty one, and a heavy one."""

from datetime import date, datetime

from db.changes import Author
from db.operations.add_contract import NewContract, add_contract
from db.operations.money import AnnualRate, YearAmount
from db.operations.providers import add_provider
from db.register import Register
from db.rules.contract import NoticeTerm, Side
from db.rules.dates import Unit
from db.rules.money import Pence
from db.sample import fill
from desktop.picture_returns import follow, followed_to

_LONG = "Sample contract with a title of just sixty characters, no {:04}"
_MOST = Pence(123_456_789_01)


def morning(register: Register, by: Author) -> None:
    """The sample, and returns of two contracts with figures that are only examples."""
    fill(register, by.at)
    on = by.at.date()
    follow(register, by, followed_to(on), on)


def heavy(register: Register, by: Author, contracts: int = 300) -> None:
    """Many contracts with names of sixty characters and amounts as large as they come; everything in it is made up."""
    names = [f"Sample provider with a name that is long as names can be, {number:02}" for number in range(12)]
    for name in names:
        add_provider(register, by, name)
    term = NoticeTerm(Side.COUNCIL, 3, Unit.MONTHS, "example clause")
    for number in range(1, contracts + 1):
        starts_on = date(2019 + number % 7, 1 + number % 12, 1)
        add_contract(
            register,
            by,
            NewContract(
                reference=f"SAMPLE-HEAVY-{number:04}",
                title=_LONG.format(number),
                service=f"Sample service {number % 9}: support at home and in the community",
                manager="Sample officer",
                starts_on=starts_on,
                initial_ends_on=date(starts_on.year + 5, starts_on.month, 27),
                providers=(names[number % 12], names[(number + 5) % 12]),
                parts=("North", "South"),
                options=(12, 12),
                notice_terms=(term,),
                funding=(YearAmount("North", "The council", 2025, _MOST), YearAmount("South", "NHS", 2025, _MOST)),
                annual_rates=(AnnualRate("North", "The council", _MOST),),
            ),
        )


def moment(text: str) -> datetime:
    """A moment written as 2025-12-15 09:02, UTC."""
    return datetime.fromisoformat(f"{text}+00:00")
