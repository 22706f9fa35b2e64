"""Days, amounts and periods as open contracting data writes them."""

from collections.abc import Mapping
from datetime import date
from typing import Any


def known(values: Mapping[str, Any]) -> dict[str, Any]:
    """Only what is known: the standard leaves out what is not, and takes no blanks."""
    return {name: value for name, value in values.items() if value not in (None, "", [], {})}


def day_of(day: date, *, is_last: bool = False) -> str:
    """A day as a moment: its first, or its last where a period ends with it."""
    return f"{day.isoformat()}T{'23:59:59' if is_last else '00:00:00'}Z"


def amount(pence: int) -> dict[str, Any]:
    """An amount in pounds."""
    return {"amount": pence // 100 if pence % 100 == 0 else pence / 100, "currency": "GBP"}


def period_of(starts_on: date | None, ends_on: date | None, maximum_end: date | None = None) -> dict[str, Any]:
    """A period, first and last day included, with the last day it can be extended to."""
    both = starts_on is not None and ends_on is not None and starts_on <= ends_on
    return known(
        {
            "startDate": day_of(starts_on) if starts_on else None,
            "endDate": day_of(ends_on, is_last=True) if ends_on else None,
            "maxExtentDate": day_of(maximum_end, is_last=True) if maximum_end else None,
            "durationInDays": (ends_on - starts_on).days + 1 if both and starts_on and ends_on else None,
        }
    )
