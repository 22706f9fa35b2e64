"""The moment a command is given, which is handed in once from outside."""

from datetime import UTC, date, datetime, time, timedelta

import click


def local_moment() -> datetime:
    """The moment of the command, in the time zone of whoever gave it."""
    moment = click.get_current_context().find_object(datetime)
    if moment is None:
        raise RuntimeError("a command needs its moment as the context's object")
    return moment


def now() -> datetime:
    """The moment in UTC, as journal entries carry it."""
    return local_moment().astimezone(UTC)


def today() -> date:
    """The day of the command, where it was given."""
    return local_moment().date()


def end_of(day: date) -> datetime:
    """The last moment of a day here, in UTC."""
    midnight = datetime.combine(day + timedelta(days=1), time())
    return midnight.astimezone(UTC) - timedelta(microseconds=1)
