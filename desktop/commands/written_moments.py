"""Days and times of day as officers give them to a command: today, 2 October 2025 16:45, 4.45pm."""

import re
from datetime import date, datetime, time

from db.rules.refusal import Refusal
from db.rules.written_days import parse_day
from desktop.commands.moment import today

_TIME = re.compile(r"\s+(?:at\s+)?(\d{1,2})(?=[:.]|\s*[ap]m)(?:[:.](\d{2}))?\s*(am|pm)?\s*$", re.IGNORECASE)


def written_day(text: str) -> date:
    """A day, or today where the command is given."""
    return today() if text.strip().lower() == "today" else parse_day(text)


def written_moment(text: str) -> date | datetime:
    """A day, with a time after it such as 16:45, 4.45pm or 10am where that is known.

    Raises:
        Refusal: the day or the time is not real.
    """
    found = _TIME.search(text)
    if found is None:
        return written_day(text)
    return datetime.combine(written_day(text[: found.start()]), _time_of(found))


def written_time(text: str) -> time:
    """A time of day: 16:45, 4.45pm, 10am.

    Raises:
        Refusal: it is not one.
    """
    found = _TIME.fullmatch(f" {text}")
    if found is None:
        raise Refusal(f"“{text}” must be a time of day, such as 16:45 or 4.45pm.")
    return _time_of(found)


def _time_of(found: re.Match[str]) -> time:
    hour, minute, half = int(found[1]), int(found[2] or 0), (found[3] or "").lower()
    after_noon = hour % 12 + 12 * (half == "pm") if half and 1 <= hour <= 12 else hour
    if after_noon > 23 or minute > 59 or (half and not 1 <= hour <= 12):
        raise Refusal(f"“{found[0].strip()}” must be a time of day, such as 16:45 or 4.45pm.")
    return time(after_noon, minute)
