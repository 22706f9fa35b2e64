"""Moments of signing, for people."""

from datetime import datetime, timedelta

from db.rules.dates import show_day


def show_moment(moment: datetime) -> str:
    """A moment in words, where it was seen: 2 October 2025, 16:45 (UTC+1)."""
    return f"{show_day(moment.date())}, {moment:%H:%M} ({_zone(moment.utcoffset() or timedelta())})"


def _zone(offset: timedelta) -> str:
    minutes = round(offset.total_seconds() / 60)
    hours, rest = divmod(abs(minutes), 60)
    return f"UTC{'-' if minutes < 0 else '+'}{hours}{f':{rest:02d}' if rest else ''}" if minutes else "UTC"
