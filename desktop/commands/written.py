"""How a command's values are written: days, amounts, and lines of several things parted by a bar."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import click

from db.operations.money import AnnualRate, YearAmount
from db.rules.contract import NoticeTerm, Side
from db.rules.dates import Unit, show_year
from db.rules.money import Pence, parse_pounds
from db.rules.refusal import Refusal
from db.rules.written_days import parse_day


class Day(click.ParamType):  # type: ignore[type-arg]
    """A day as officers write it, or ISO."""

    name = "DAY"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """Read it; a day that cannot be read is refused with a sentence."""
        return value if isinstance(value, date) else parse_day(value)


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
    return YearAmount(part, partner, _year(year), parse_pounds(amount))


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
    side, length, *source = things(line, "SIDE|LENGTH or SIDE|LENGTH|SOURCE", 2, 3)
    number, _, unit = length.partition(" ")
    units = {each.value.rstrip("s"): each for each in Unit}
    if side not in {each.value for each in Side} or not number.isdecimal() or unit.rstrip("s") not in units:
        raise Refusal(f"“{line}” is not a notice term. Write it like council|3 months|clause 12.")
    return NoticeTerm(Side(side), int(number), units[unit.rstrip("s")], "".join(source))


def things(line: str, form: str, *counts: int) -> list[str]:
    """The things of a line that are parted by bars.

    Raises:
        Refusal: there are not as many as the form says.
    """
    found = [each.strip() for each in line.split("|")]
    if len(found) not in counts:
        raise Refusal(f"“{line}” must be written as {form}.")
    return found


def _year(text: str) -> int:
    start = text[:4]
    if not (len(start) == 4 and start.isdecimal()) or text not in {
        start,
        show_year(int(start)),
        f"{start}/{(int(start) + 1) % 100:02d}",
    }:
        raise Refusal(f"“{text}” must be a financial year, such as 2024-25.")
    return int(start)


FUND = Line("PART|PARTNER|YEAR|AMOUNT", year_amount)
RATE = Line("PART|PARTNER|AMOUNT[|DAY]", annual_rate)
TOTAL = Line("NAME|AMOUNT", total)
NOTICE = Line("SIDE|LENGTH[|SOURCE]", notice_term)
