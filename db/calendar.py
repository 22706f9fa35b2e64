"""Reads the file of bank holidays."""

import csv
from datetime import date
from pathlib import Path
from types import MappingProxyType

import resources
from db.rules.refusal import Refusal
from db.rules.working_days import BankHolidays
from db.rules.written_days import parse_day

FILE = "bank_holidays.csv"
FEWEST = 8
"""England and Wales have had at least eight bank holidays in every year since 1978."""


def bank_holidays(file: Path | None = None) -> BankHolidays:
    """The bank holidays in a file with the columns date, name, note; the one in resources unless another is given.

    Dates may be 2026-12-28 or, as Excel saves them, 28/12/2026.

    Raises:
        Refusal: the file cannot be read, a row is not a day and a name, a day stands twice, or a year is incomplete.
    """
    file = file or resources.path(FILE)
    named = f"resources/{FILE}" if file == resources.path(FILE) else str(file)
    names: dict[date, str] = {}
    for line, row in _rows(file, named):
        day, name = _holiday(row, f"{named}, line {line}")
        if day in names:
            raise Refusal(f"{named}, line {line}: {row['date']} stands there twice. Delete one of the two.")
        names[day] = name
    first, last = _years(names, named)
    return BankHolidays(MappingProxyType(names), first, last, named)


def _rows(file: Path, named: str) -> list[tuple[int, dict[str, str]]]:
    try:
        text = file.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as fault:
        raise Refusal(f"The bank holidays in {named} cannot be read ({fault}). Put the file back.") from fault
    reader = csv.DictReader(text.splitlines(), restval="")
    rows = [(reader.line_num, row) for row in reader]
    if not {"date", "name"} <= set(reader.fieldnames or ()):
        raise Refusal(f"{named} must begin with the headings date, name, note.")
    return [(line, row) for line, row in rows if any(row.values())]


def _holiday(row: dict[str, str], place: str) -> tuple[date, str]:
    try:
        day = parse_day(row["date"])
    except Refusal as fault:
        raise Refusal(f"{place}: {fault}") from fault
    if not row["name"].strip():
        raise Refusal(f"{place}: give the bank holiday on {row['date']} its name.")
    return day, row["name"].strip()


def _years(names: dict[date, str], named: str) -> tuple[int, int]:
    if not names:
        raise Refusal(f"{named} has no bank holidays. Add them from the list on GOV.UK.")
    years = [day.year for day in names]
    for year in range(min(years), max(years) + 1):
        if years.count(year) < FEWEST:
            raise Refusal(
                f"{named} has {years.count(year)} bank holidays for {year}; England and Wales have at least {FEWEST}. "
                "Add the others from the list on GOV.UK, or remove that year."
            )
    return min(years), max(years)
