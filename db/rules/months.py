"""The quarter's figure of a measure that is reported by month: by the rule that is stated for it, never by silence."""

import re
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from enum import StrEnum

from db.rules.dates import MONTHS

_MONTH = re.compile(rf"({'|'.join(MONTHS)}) (\d{{4}})")
_IN_A_QUARTER = 3


class Months(StrEnum):
    """How the months of a quarter make its figure."""

    NONE = "none"
    """They do not: the provider gives the quarter's own figure, or there is none."""
    SUM = "sum"
    LAST = "last"
    """What the quarter's last month says, as of a caseload or a waiting list."""


MONTHS_SAID = {
    Months.NONE: "Months make no quarter",
    Months.SUM: "Its months are added up",
    Months.LAST: "Its last month counts",
}
"""Each rule, for people."""


def month_named(part: str) -> tuple[int, int] | None:
    """The year and month that a part of a measure is, as “April 2025”; None where it is something else."""
    match = _MONTH.fullmatch(part)
    return (int(match[2]), MONTHS.index(match[1]) + 1) if match else None


def quarter_value(rule: Months, months: Mapping[tuple[int, int], Decimal | None]) -> tuple[Decimal | None, str]:
    """The figure that a quarter's months make by a rule, and the working; no figure where a month it needs is missing.

    A month that was not returned is never counted as nought.
    """
    in_order = sorted(months)
    known = [(each, value) for each in in_order if (value := months[each]) is not None]
    if rule is Months.SUM:
        return _sum(known)
    if rule is Months.LAST:
        return _last(known)
    return None, f"Reported by month ({_listed(in_order)}). The measure does not say how months make the quarter."


def _sum(known: Sequence[tuple[tuple[int, int], Decimal]]) -> tuple[Decimal | None, str]:
    if len(known) < _IN_A_QUARTER:
        were = "was" if len(known) == 1 else "were"
        return None, f"{len(known)} of 3 months {were} returned, and all are needed to add them up."
    return sum((value for _, value in known), Decimal()), f"{_listed(each for each, _ in known)} added up."


def _last(known: Sequence[tuple[tuple[int, int], Decimal]]) -> tuple[Decimal | None, str]:
    last = next(((each, value) for each, value in known if each[1] % _IN_A_QUARTER == 0), None)
    if last is None:
        return None, "The quarter’s last month was not returned, and its figure is the quarter’s."
    return last[1], f"The figure of {_said(last[0])}, the quarter’s last month."


def _listed(months: Iterable[tuple[int, int]]) -> str:
    said = [_said(each) for each in months]
    return f"{', '.join(said[:-1])} and {said[-1]}" if len(said) > 1 else "".join(said)


def _said(month: tuple[int, int]) -> str:
    return f"{MONTHS[month[1] - 1]} {month[0]}"
