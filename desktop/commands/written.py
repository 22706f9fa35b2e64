"""How a command's values are written: days, amounts, and lines of several things parted by a bar."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

import click

from db.operations.money import AnnualRate, YearAmount
from db.rules.contract import NoticeTerm, Side
from db.rules.counting import Counting
from db.rules.dates import Unit, parse_year
from db.rules.money import Pence, parse_pounds
from db.rules.refusal import Refusal
from db.rules.runway import Step
from db.rules.written_days import parse_day
from desktop.commands.written_moments import written_day, written_moment, written_time

AS_JSON = click.option("--json", "as_json", is_flag=True, help="As JSON, with the keys that the help documents.")
"""The option of a command whose answer can be read by a program."""


class Day(click.ParamType):  # type: ignore[type-arg]
    """A day as officers write it, or ISO, or today."""

    name = "DAY"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """Read it; a day that cannot be read is refused with a sentence."""
        return value if isinstance(value, date) else written_day(value)


class Moment(click.ParamType):  # type: ignore[type-arg]
    """A day, and the time of day where it is known: 2 October 2025 16:45."""

    name = "DAY[ TIME]"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date | datetime:
        """Read it; a day or time that cannot be read is refused with a sentence."""
        return value if isinstance(value, date) else written_moment(value)


class Words(click.ParamType):  # type: ignore[type-arg]
    """Words, or @FILE for the words of a UTF-8 text file."""

    name = "TEXT"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Take the words, from the file where one is named."""
        text = str(value)
        if not text.startswith("@"):
            return text
        file = Path(text[1:])
        try:
            return file.read_text(encoding="utf-8-sig")
        except UnicodeDecodeError:
            raise Refusal(f"“{file}” is not a text file in UTF-8. Save it as plain text (UTF-8).") from None


class Line(click.ParamType):  # type: ignore[type-arg]
    """Several things on one line, parted by bars; the name shows how it is written."""

    def __init__(self, form: str, read: Callable[[str], object]) -> None:
        self.name = form
        self._read = read

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> object:
        """Read it; a line that cannot be read is refused with a sentence."""
        return self._read(value) if isinstance(value, str) else value


DAY = Day()
MOMENT = Moment()
WORDS = Words()
FILE = click.Path(path_type=Path, readable=False)
"""A file's name; whether it can be read is told by whoever reads it."""


@dataclass(frozen=True, slots=True)
class Total:
    """A total stated elsewhere, by part, partner or "Total"."""

    name: str
    pence: Pence


def year_amount(line: str) -> YearAmount:
    """PART|PARTNER|YEAR|AMOUNT, the year as 2024-25 or 2024."""
    part, partner, year, amount = things(line, "PART|PARTNER|YEAR|AMOUNT", 4)
    return YearAmount(part, partner, parse_year(year), parse_pounds(amount))


def annual_rate(line: str) -> AnnualRate:
    """PART|PARTNER|AMOUNT, and |DAY where the rate begins on a day of its own."""
    part, partner, amount, *begins = things(line, "PART|PARTNER|AMOUNT or PART|PARTNER|AMOUNT|DAY", 3, 4)
    return AnnualRate(part, partner, parse_pounds(amount), parse_day(begins[0]) if begins else None)


def total(line: str) -> Total:
    """NAME|AMOUNT."""
    name, amount = things(line, "NAME|AMOUNT", 2)
    return Total(name, parse_pounds(amount))


def notice_term(line: str) -> NoticeTerm:
    """SIDE|LENGTH and |SOURCE where it is known, such as council|3 months|clause 12."""
    side, stated, *source = things(line, "SIDE|LENGTH or SIDE|LENGTH|SOURCE", 2, 3)
    length = _length(stated)
    if side not in {each.value for each in Side} or length is None:
        raise Refusal(f"“{line}” is not a notice term. Write it like council|3 months|clause 12.")
    return NoticeTerm(Side(side), *length, "".join(source))


def written_length(text: str) -> tuple[int, Unit]:
    """A length of time: 3 months, 6 weeks, 28 days.

    Raises:
        Refusal: it is not one.
    """
    length = _length(text)
    if length is None:
        raise Refusal(f"“{text}” is not a length of time. Write it like 3 months, 6 weeks or 28 days.")
    return length


def _length(text: str) -> tuple[int, Unit] | None:
    number, _, unit = text.strip().partition(" ")
    units = {each.value.rstrip("s"): each for each in Unit}
    return (int(number), units[unit.rstrip("s")]) if number.isdecimal() and unit.rstrip("s") in units else None


def written_count(text: str) -> tuple[int, Counting]:
    """A length as councils count it: 28 clear days, 5 working days, 9 weeks.

    Raises:
        Refusal: it is not one.
    """
    number, _, words = text.strip().partition(" ")
    counted = {each.value.replace("_", " ").rstrip("s"): each for each in Counting}
    if not number.isdecimal() or words.rstrip("s") not in counted:
        raise Refusal(f"“{text}” is not a length of time. Write it like 28 clear days, 5 working days or 9 weeks.")
    return int(number), counted[words.rstrip("s")]


def step_of_runway(line: str) -> Step:
    """NAME|LENGTH|SOURCE, and |decides, |before STEP or both where they are so."""
    name, length, source, *more = things(line, "NAME|LENGTH|SOURCE[|decides][|before STEP]", 3, 4, 5)
    before = [each.removeprefix("before ") for each in more if each.startswith("before ")]
    if len(more) != len(before) + more.count("decides") or len(before) > 1:
        raise Refusal(f"“{line}” must be written as NAME|LENGTH|SOURCE[|decides][|before STEP].")
    return Step(name, *written_count(length), source, "decides" in more, "".join(before))


def things(line: str, form: str, *counts: int) -> list[str]:
    """The things of a line that are parted by bars.

    Raises:
        Refusal: there are not as many as the form says.
    """
    found = [each.strip() for each in line.split("|")]
    if len(found) not in counts:
        raise Refusal(f"“{line}” must be written as {form}.")
    return found


FUND = Line("PART|PARTNER|YEAR|AMOUNT", year_amount)
RATE = Line("PART|PARTNER|AMOUNT[|DAY]", annual_rate)
TOTAL = Line("NAME|AMOUNT", total)
NOTICE = Line("SIDE|LENGTH[|SOURCE]", notice_term)
LENGTH = Line("LENGTH", written_length)
COUNT = Line("LENGTH", written_count)
STEP = Line("NAME|LENGTH|SOURCE[|decides][|before STEP]", step_of_runway)
AMOUNT = Line("AMOUNT", parse_pounds)
TIME = Line("TIME", written_time)
