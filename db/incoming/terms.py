"""What a row says of a contract's term, held to sense: its end, its options, and how they agree."""

from datetime import date

from db.incoming.fields import Field
from db.incoming.reading import ReadRow, SheetReading
from db.incoming.source import one_line, text_of
from db.incoming.values import Said
from db.rules.dates import EARLIEST, LATEST, next_period_start, show_day, term_end

_LONG = 10


def check_term(reading: SheetReading, row: ReadRow) -> None:
    """Note what is odd or wrong in a row's days."""
    starts_on, ends_on = row.day(Field.START), row.day(Field.END)
    for name, day in ((Field.START, starts_on), (Field.END, ends_on)):
        if day and not EARLIEST <= day <= LATEST:
            _note(reading, row, name, Said(None, "Its year is not from 1900 to 2199.", "Check the year."), stops=True)
    if not starts_on or not ends_on:
        return
    if ends_on < starts_on:
        said = Said(None, f"It is before the start, {show_day(starts_on)}.", "Correct the start or the end.")
        _note(reading, row, Field.END, said, stops=True)
    elif ends_on == starts_on:
        said = Said(None, "The end is the same day as the start: the term may not be known.", "Check the end.")
        _note(reading, row, Field.END, said, stops=False)
    elif (ends_on - starts_on).days > _LONG * 366:
        _note(
            reading, row, Field.END, Said(None, "The term is longer than ten years.", "Check both days."), stops=False
        )


def options_of(reading: SheetReading, row: ReadRow) -> tuple[int, ...]:
    """The months of each option, from its own column or from the last day that options reach."""
    found = row.said.get(Field.EXTENSION_MONTHS)
    stated = _within_reach(reading, row, tuple(found) if isinstance(found, tuple) else ())
    name = Field.MAXIMUM_END if row.day(Field.MAXIMUM_END) else Field.EXTENSION_END
    furthest, ends_on = row.day(name), row.day(Field.END)
    if furthest is None:
        return stated
    reached = _reached(ends_on, stated)
    if reached == furthest:
        return stated
    whole = _months_to(ends_on, furthest)
    if stated or whole is None:
        _keep(reading, row, name, furthest, ends_on)
        return stated
    return (whole,) if whole else ()


def _within_reach(reading: SheetReading, row: ReadRow, months: tuple[int, ...]) -> tuple[int, ...]:
    """Options as far as the register can count; those that run past it are kept in the notes."""
    ends_on = row.day(Field.END)
    if not ends_on or ends_on.year + sum(months) // 12 <= LATEST.year:
        return months
    column = reading.column_of(Field.EXTENSION_MONTHS)
    value = reading.source.rows[row.source.number].get(column, "")
    row.kept.append(f"{reading.source.name(column)}: {one_line(text_of(value))}")
    why = f"The options run on past {LATEST.year}."
    _note(reading, row, Field.EXTENSION_MONTHS, Said(None, why, "Check their number and their months."), stops=False)
    return ()


def _reached(ends_on: date | None, options: tuple[int, ...]) -> date | None:
    for months in options:
        ends_on = term_end(next_period_start(ends_on), months) if ends_on else None
    return ends_on


def _months_to(ends_on: date | None, furthest: date) -> int | None:
    """The whole months from the day after one day to another; 0 where they are the same day."""
    if ends_on is None or furthest < ends_on:
        return None
    if furthest == ends_on:
        return 0
    months = (furthest.year - ends_on.year) * 12 + furthest.month - ends_on.month
    begins = next_period_start(ends_on)
    return next(
        (each for each in (months, months + 1) if 1 <= each <= 600 and term_end(begins, each) == furthest), None
    )


def _keep(reading: SheetReading, row: ReadRow, name: Field, furthest: date, ends_on: date | None) -> None:
    heading = reading.source.name(reading.column_of(name))
    row.kept.append(f"{heading}: {show_day(furthest)}")
    after = f" the end, {show_day(ends_on)}, and the options" if ends_on else " an end"
    why = f"{show_day(furthest)} does not follow from{after} in whole months."
    _note(reading, row, name, Said(None, why, "Enter the options by hand; the date is kept in the notes."), stops=False)


def _note(reading: SheetReading, row: ReadRow, name: Field, said: Said, *, stops: bool) -> None:
    column = reading.column_of(name)
    value = reading.source.rows[row.source.number].get(column)
    row.problems.append(reading.problem(row, column, value, said, stops=stops))
