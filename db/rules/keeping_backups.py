"""When a backup is due, and which of the automatic ones are kept."""

from collections.abc import Callable, Hashable, Iterable
from datetime import datetime, timedelta

EVERY = timedelta(minutes=30)
"""How much work is at most without a backup."""

_ALL_OF = 2
_DAYS, _WEEKS, _MONTHS = 12, 10, 9


def is_due(last_change: datetime | None, last_backup: datetime | None, now: datetime) -> bool:
    """Whether something was changed since the last backup and that is half an hour old; moments in UTC.

    A clock that was put back makes no backup wait: one from the future counts as old.
    """
    if last_change is None:
        return False
    if last_backup is None:
        return True
    return last_change > last_backup and not timedelta(0) <= now - last_backup < EVERY


def to_keep(made: Iterable[datetime]) -> frozenset[datetime]:
    """Which automatic backups are kept: all of the last two days that have any, then the newest of each of twelve
    days, ten weeks and nine months before.

    Counted by the backups there are, never by today, so that a clock that jumps throws none away.
    """
    newest_first = sorted(made, reverse=True)
    days = _newest_of_each(newest_first, _day)
    recent = {_day(each) for each in days[:_ALL_OF]}
    kept = [each for each in newest_first if _day(each) in recent]
    older = [each for each in newest_first if _day(each) not in recent]
    for bucket, how_many in ((_day, _DAYS), (_week, _WEEKS), (_month, _MONTHS)):
        chosen = _newest_of_each(older, bucket)[:how_many]
        kept += chosen
        used = {bucket(each) for each in chosen}
        older = [each for each in older if bucket(each) not in used]
    return frozenset(kept)


def _newest_of_each(newest_first: Iterable[datetime], bucket: Callable[[datetime], Hashable]) -> list[datetime]:
    found: dict[Hashable, datetime] = {}
    for each in newest_first:
        found.setdefault(bucket(each), each)
    return list(found.values())


def _day(moment: datetime) -> Hashable:
    return moment.date()


def _week(moment: datetime) -> Hashable:
    return moment.isocalendar()[:2]


def _month(moment: datetime) -> Hashable:
    return moment.year, moment.month
