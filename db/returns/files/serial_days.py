"""A spreadsheet's count of days as a day, a moment or a time."""

import re
from datetime import date, datetime, time, timedelta

from db.returns.cells import CellValue

EPOCH_1900 = datetime(1899, 12, 30)
EPOCH_1904 = datetime(1904, 1, 1)
"""Workbooks begun on old Macintoshes count from here."""

_FALSE_LEAP_DAY = 60
"""The count takes 1900 for a leap year, so that what lies before its 29 February is one day off."""
_MILLISECONDS = 86_400_000
_LONGEST = 1_000_000
_SECONDS_OF = {"D": 86_400, "H": 3_600, "M": 60, "S": 1}
_DURATION = re.compile(r"(-?)P(?=.)(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:[.,]\d+)?)S)?)?")


def day_of(count: float, epoch: datetime) -> CellValue:
    """The day, or the moment to the millisecond, of a count of days; below one day its time as text.

    What no calendar holds stays the number it is.
    """
    if 0 <= count < 1:
        return duration_of(count)
    shift = 1 if epoch == EPOCH_1900 and 0 < count < _FALSE_LEAP_DAY else 0
    days, rest = divmod(count, 1)
    try:
        moment = epoch + timedelta(days=days + shift, milliseconds=round(rest * _MILLISECONDS))
    except (OverflowError, ValueError):
        return count
    return plain_day(moment)


def duration_of(count: float) -> CellValue:
    """A length of time in days as text, such as 26:30:00; what no life is long enough for stays a number."""
    if abs(count) > _LONGEST:
        return count
    seconds, milliseconds = divmod(round(abs(count) * _MILLISECONDS), 1000)
    minutes, seconds = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    fraction = f".{milliseconds:03}" if milliseconds else ""
    return f"{'-' if count < 0 else ''}{hours:02}:{minutes:02}:{seconds:02}{fraction}"


def plain_day(moment: date) -> date:
    """A moment at midnight as its day; any other as it is."""
    if isinstance(moment, datetime):
        return moment.date() if moment.time() == time() else moment.replace(tzinfo=None)
    return moment


def written_day(text: str) -> CellValue:
    """A day or moment written as 2025-03-31 or 2025-03-31T14:30:00, or the text when it is neither."""
    try:
        return plain_day(datetime.fromisoformat(text.strip()))
    except ValueError:
        return text


def written_duration(text: str) -> CellValue:
    """A length of time written as PT26H30M00S, as 26:30:00, or the text when it is none."""
    match = _DURATION.fullmatch(text.strip())
    if match is None:
        return text
    parts = zip(match.groups()[1:], _SECONDS_OF.values(), strict=True)
    seconds = sum(float(written.replace(",", ".")) * each for written, each in parts if written)
    return duration_of((-seconds if match[1] else seconds) / _SECONDS_OF["D"])
