"""Registers to take pictures of: the sample after an officer's morning, an empty one, and a heavy one."""

from datetime import date, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from db.changes import Author
from db.operations.add_contract import NewContract, add_contract
from db.operations.money import AnnualRate, YearAmount
from db.operations.providers import add_provider
from db.operations.returns import expect_returns, import_return, set_measures
from db.register import Register
from db.returns.layout import STANDARD_MEASURES
from db.rules.contract import NoticeTerm, Side
from db.rules.dates import Unit
from db.rules.money import Pence
from db.sample import fill

REPORTING = "SAMPLE-CN-B"
"""The contract of the sample whose returns are expected."""
_LONG = "Sample contract with a title of just sixty characters, no {:04}"
_MOST = Pence(123_456_789_01)


def morning(register: Register, by: Author) -> None:
    """The sample, returns expected of one contract, and one of them received with figures that are only examples."""
    fill(register, by.at)
    contract = register.contracts.get(REPORTING)
    expect_returns(register, by, contract.id, date(2025, 4, 1), days_allowed=20)
    set_measures(register, by, contract.id, tuple((each.name, each.unit) for each in STANDARD_MEASURES))
    _receive(register, by, date(2025, 4, 1), by.at.date() - timedelta(days=140))


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


def _receive(register: Register, by: Author, quarter: date, received_on: date) -> None:
    from desktop.commands.returns import form_of, new_return, read_workbook
    from exports.blank_return import render
    from exports.filled_return import fill_in

    answers = ((412, "Example figure"), (38, ""), (96, ""), (385_335.25, "Example figure"), ("Example figures.", ""))
    with TemporaryDirectory() as folder:
        filled = Path(folder) / "SAMPLE-CN-B example return.xlsx"
        filled.write_bytes(fill_in(render(form_of(register, REPORTING, quarter)), answers))
        content, read = read_workbook(register, filled)
    import_return(register, by, new_return(register, read, content, received_on))


def moment(text: str) -> datetime:
    """A moment written as 2025-12-15 09:02, UTC."""
    return datetime.fromisoformat(f"{text}+00:00")
