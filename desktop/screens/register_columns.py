"""The columns of the register: what an officer reads of a contract, and which cells are typed in."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

from db.rules.dates import show_short_day
from desktop.look.palette import Tone
from desktop.screens.contract_rows import ContractRow
from desktop.tables.columns import (
    Chip,
    Column,
    chip_column,
    day_column,
    money_column,
    number_column,
    text_column,
)

SOON = 90
"""Days before a day that asks for something from which it is marked as soon."""
_TERM = ("extend", "vary", "correctTerms")
_OPTIONS = ("extend", "correctTerms")
_NOTICE = ("giveNotice", "correctTerms")
_MONEY = ("vary", "recordDecision")

Days = Callable[[ContractRow], date | None]
ContractColumn = Column[ContractRow]


def columns(partners: Sequence[str] = ()) -> tuple[ContractColumn, ...]:
    """The columns, those shown at first before the others; each partner has one of its own for this year."""
    return (
        _typed("Reference", "reference", width=22),
        _typed("Title", "title", width=30, stretch=True, tip=lambda row: row.tip),
        chip_column("Status", lambda row: row.chip, width=19),
        _marked("Ends", lambda row: row.ends_on, _TERM, width=13),
        _marked("Serve notice by", lambda row: row.serve_by, _NOTICE, width=16),
        _marked("Decide by", lambda row: row.decide_by, _TERM, width=14),
        _by_act(day_column("Maximum end", lambda row: row.maximum_end, width=12), _TERM),
        _by_act(number_column("Options left", lambda row: row.options_left, width=11), _OPTIONS),
        replace(text_column("Providers", lambda row: row.provider_names, width=20), several=lambda row: row.providers),
        _typed("Service", "service", width=22),
        _typed("Manager", "manager", width=16),
        _by_act(money_column("Annual value", lambda row: row.annual_pence), _MONEY),
        _by_act(money_column("This year", lambda row: row.year_pence), _MONEY),
        _typed("Notes", "notes", width=28, many_lines=True),
        *_hidden(),
        *(_of_partner(partner) for partner in partners),
    )


def _hidden() -> tuple[ContractColumn, ...]:
    found: tuple[ContractColumn, ...] = (
        _typed("Category", "category", width=14),
        _typed("Contact", "contact", width=24),
        replace(text_column("Parts", lambda row: ", ".join(row.parts), width=20), several=lambda row: row.parts),
        _by_act(day_column("Starts", lambda row: row.starts_on, width=12), ("correctTerms",)),
        _by_act(day_column("Initial end", lambda row: row.initial_ends_on, width=12), ("correctTerms",)),
        _by_act(text_column("Council’s notice", lambda row: row.notice, width=14), ("correctTerms",)),
        _by_act(money_column("Funding of all years", lambda row: row.total_pence, width=18), _MONEY),
        text_column("Last decision", lambda row: row.last_decision, width=16),
        day_column("Last decided", lambda row: row.last_decided_on, width=12),
    )
    return tuple(replace(each, shown=False) for each in found)


def _of_partner(partner: str) -> ContractColumn:
    made: ContractColumn = money_column(f"{partner}, this year", lambda row: row.partner_pence.get(partner), width=18)
    return replace(_by_act(made, _MONEY), shown=False)


def _typed(
    title: str,
    name: str,
    *,
    width: int,
    stretch: bool = False,
    many_lines: bool = False,
    tip: Callable[[ContractRow], str] | None = None,
) -> ContractColumn:
    """A column whose cells are typed in."""

    def text(row: ContractRow) -> str:
        return str(getattr(row, name))

    return replace(text_column(title, text, width=width, stretch=stretch, tip=tip), edits=name, many_lines=many_lines)


def _by_act(column: ContractColumn, acts: tuple[str, ...]) -> ContractColumn:
    return replace(column, changed_by=acts)


def _marked(title: str, day: Days, acts: tuple[str, ...], *, width: int) -> ContractColumn:
    """A day that asks for something: marked by icon and tone once it is passed or soon, its tooltip saying which."""
    made = day_column(
        title, day, width=width, chip=lambda row: _mark(row, day(row)), tip=lambda row: _told(row, day(row))
    )
    return _by_act(made, acts)


def _mark(row: ContractRow, day: date | None) -> Chip | None:
    if day is None or not row.is_open or (day - row.day).days > SOON:
        return None
    return Chip(Tone.OVERDUE if day < row.day else Tone.SOON, show_short_day(day))


def _told(row: ContractRow, day: date | None) -> str:
    """What the mark means, in words."""
    if day is None or _mark(row, day) is None:
        return ""
    days = abs((day - row.day).days)
    length = "1 day" if days == 1 else f"{days:,} days"
    if day == row.day:
        return "Today"
    return f"Passed {length} ago" if day < row.day else f"In {length}"
