"""The readings of one quarter as the register keeps them, each with its cell and what it is part of."""

from collections import Counter
from collections.abc import Iterator

from db.returns.tables.marks import Missing, missing_mark
from db.returns.understanding.meaning import Meaning
from db.returns.understanding.understood import CellReading, Understood
from db.rules.dates import MONTHS, Period, financial_year, financial_year_period, term_end
from db.rules.monitoring import FigureState, MeasureUnit, Reading, ReturnPeriod, quarter_of

_REPORTED = frozenset({Meaning.VALUE, Meaning.SPEND, Meaning.NUMERATOR, Meaning.NARRATIVE, Meaning.COMMENT})
"""What is only said of a quarter once it is over: a target or a forecast is given ahead."""


def kept_readings(understood: Understood, quarter: ReturnPeriod) -> tuple[Reading, ...]:
    """What a quarter's return says: its own figures, those of its months, and those of longer times it lies in.

    A figure of a month or of a longer time is kept as a part, so that it is never taken for the quarter's.
    """
    found = ((each, _part_in(each, quarter)) for each in understood.readings)
    return tuple(_kept(understood, each, part) for each, part in found if part is not None)


def quarters_told(understood: Understood) -> tuple[tuple[ReturnPeriod, int], ...]:
    """Each quarter of which a file reports something, in time, with how many figures it gives of it."""
    counts = Counter(_quarters(understood))
    return tuple(sorted(counts.items(), key=lambda each: each[0].days.starts_on))


def newest_quarter(understood: Understood) -> ReturnPeriod | None:
    """The quarter a file is for: the newest it reports something of, else the one that was chosen."""
    told = quarters_told(understood)
    return told[-1][0] if told else understood.chosen.quarter


def days_words(days: Period) -> str:
    """Days that are no quarter, as a part is called: April 2025, 2025-26, or the days themselves."""
    start = days.starts_on
    if start.day == 1 and term_end(start, 1) == days.ends_on:
        return f"{MONTHS[start.month - 1]} {start.year}"
    if start.month == 4 and financial_year_period(start.year) == days:
        return financial_year(start)
    for first, name in ((4, "First"), (10, "Second")):
        if start.day == 1 and start.month == first and term_end(start, 6) == days.ends_on:
            return f"{name} half of {financial_year(start)}"
    return str(days)


def _quarters(understood: Understood) -> Iterator[ReturnPeriod]:
    for each in understood.readings:
        if each.value is not None and each.kind in _REPORTED and each.days is not None:
            quarter = quarter_of(each.days.starts_on)
            if quarter == quarter_of(each.days.ends_on):
                yield quarter


def _part_in(reading: CellReading, quarter: ReturnPeriod) -> str | None:
    """What part of the measure a reading speaks of; None where it says nothing of the quarter."""
    days, whole = reading.days, quarter.days
    if days is None or days == whole:
        return reading.group
    within = whole.starts_on <= days.starts_on and days.ends_on <= whole.ends_on
    around = days.starts_on <= whole.starts_on and whole.ends_on <= days.ends_on
    if not (within or around):
        return None
    return " – ".join(filter(None, (reading.group, days_words(days))))


def _kept(understood: Understood, reading: CellReading, part: str) -> Reading:
    suppressed = reading.value is None and _is_suppressed(understood, reading)
    state = FigureState.SUPPRESSED if suppressed else FigureState.RETURNED
    kind = _kind(understood, reading)
    return Reading(
        reading.name, reading.unit, reading.value, reading.sheet, reading.cell, state, kind.value, part, reading.how
    )


def _kind(understood: Understood, reading: CellReading) -> Meaning:
    """Money spent is the value of a measure that is about money, and of one that the heading alone names."""
    if reading.kind is not Meaning.SPEND:
        return reading.kind
    units = {each.id: each.unit for each in understood.asked}
    is_own = reading.measure is None or units.get(reading.measure) is MeasureUnit.POUNDS
    return Meaning.VALUE if is_own else Meaning.SPEND


def _is_suppressed(understood: Understood, reading: CellReading) -> bool:
    value = understood.cells.at(reading.sheet, reading.cell)
    return isinstance(value, str) and missing_mark(value) is Missing.SUPPRESSED
