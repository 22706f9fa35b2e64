"""Two dozen workbooks of different shapes, each for any quarter of 2025-26; each figure with what it is to say."""

from collections.abc import Callable, Mapping
from decimal import Decimal

from db.returns.cells import CellValue
from db.returns.understanding.meaning import Meaning
from db.rules.dates import financial_quarter, show_day
from db.rules.monitoring import Measure, ReturnPeriod
from tests.returns.understanding.board import (
    ENDED,
    PEOPLE,
    PLANNED,
    REFERRALS,
    SPEND,
    STORY,
    Board,
    Shape,
    at,
    quarter,
    whole_year,
)
from tests.returns.understanding.lists import key_value, long_list, measures_across, no_header
from tests.returns.understanding.wide_shapes import WIDE

_SHORT = {1: "Apr-Jun", 2: "Jul-Sep", 3: "Oct-Dec", 4: "Jan-Mar"}


def _n(now: ReturnPeriod) -> int:
    return financial_quarter(now.days.starts_on)


def four_levels(now: ReturnPeriod) -> Shape:
    """Year over half over quarter over actual and forecast, merged; a total row and notes."""
    board = Board().on("Performance")
    board.put("A1", "Quarterly performance report")
    board.merge("A1:J1")
    board.put("A3", "Performance measure")
    board.merge("A3:A6")
    board.put("B3", "2025/26")
    board.merge("B3:I3")
    board.put("B4", "First half")
    board.merge("B4:E4")
    board.put("F4", "Second half")
    board.merge("F4:I4")
    for number in range(1, 5):
        column = number * 2
        board.put(at(5, column), f"Quarter {number}")
        board.merge(f"{at(5, column)}:{at(5, column + 1)}")
        board.put(at(6, column), "Actual", "Forecast")
    board.put("J3", "Comments")
    board.merge("J3:J6")
    for row, (measure, figure) in enumerate(((PEOPLE, 120), (REFERRALS, 44), (ENDED, 17)), 7):
        board.put(at(row, 1), measure.name)
        for number in range(1, 5):
            done = number <= _n(now)
            if done:
                board.figure(at(row, number * 2), figure + number, measure, quarter(number).days, figure + number)
            forecast = at(row, number * 2 + 1)
            board.figure(forecast, figure + 5, measure, quarter(number).days, figure + 5, Meaning.FORECAST)
    board.figure("J8", "A busy quarter", REFERRALS, whole_year(), "A busy quarter", Meaning.COMMENT)
    board.put("A10", "Total", 181, 196)
    board.put("A12", "Note: figures are rounded to whole people.")
    board.put("A13", "Source: case management system")
    return Shape(board)


def quarters_across(now: ReturnPeriod) -> Shape:
    """One sheet, a column a quarter and an annual target; what is still to come is blank."""
    board = Board().on("KPIs 2025-26")
    board.put("A1", "Floating support: key performance indicators")
    board.put(
        "A3", "Ref", "Indicator", "Unit", "Annual target", "Q1 2025/26", "Q2 2025/26", "Q3 2025/26", "Q4 2025/26", "RAG"
    )
    rows: tuple[tuple[Measure, str, CellValue, CellValue], ...] = (
        (PEOPLE, "Number", 400, 101),
        (PLANNED, "%", "85%", "82.5%"),
        (SPEND, "£", 90000, "£22,500.50"),
    )
    for row, (measure, unit, target, figure) in enumerate(rows, 4):
        board.put(at(row, 1), f"KPI {row - 3}", measure.name, unit)
        wanted: int = {PEOPLE: 400, PLANNED: 85, SPEND: 9_000_000}[measure]
        board.figure(at(row, 4), target, measure, whole_year(), wanted, Meaning.TARGET)
        for number in range(1, _n(now) + 1):
            read = {PEOPLE: Decimal(101), PLANNED: Decimal("82.5"), SPEND: Decimal(2_250_050)}[measure]
            board.figure(at(row, 4 + number), figure, measure, quarter(number).days, read)
        board.put(at(row, 9), "Green")
    return Shape(board)


def repeated_blocks(now: ReturnPeriod) -> Shape:
    """The same small table for each of three areas, blank rows between."""
    board = Board().on("Areas")
    board.put("A1", f"Monitoring return {now.label}")
    row = 3
    for step, area in enumerate(("Ashford", "Canterbury", "Dover")):
        board.put(at(row, 1), f"Area: {area}")
        board.put(at(row + 1, 1), "Measure", "Target", "Actual")
        for offset, (measure, figure) in enumerate(((PEOPLE, 30), (REFERRALS, 12)), 2):
            board.put(at(row + offset, 1), measure.name)
            board.figure(at(row + offset, 2), 40, measure, now.days, 40, Meaning.TARGET)
            board.figure(at(row + offset, 3), figure + step, measure, now.days, figure + step)
        board.put(at(row + 4, 1), "Total", 80, 42 + 2 * step)
        row += 7
    return Shape(board)


def notes_around(now: ReturnPeriod) -> Shape:
    """Headings on row 9 under titles and pairs, blank rows inside, notes beside and below, totals, an example row."""
    board = Board().on("Return")
    board.put("A1", "QUARTERLY MONITORING RETURN")
    board.merge("A1:F1")
    board.put("A3", "Provider:", "Northfield Support")
    board.put("A4", "Quarter:", now.label.replace("Quarter ", "Q").replace("-", "/"))
    board.put("A5", "Completed on:", now.days.ends_on)
    board.put("A9", "Description", "Figure for the quarter", "Comments")
    board.put("A10", "Example of how to complete", 99, "As in the guidance")
    board.put("A11", f"1. {PEOPLE.name}")
    board.figure("B11", 210, PEOPLE, now.days, 210)
    board.figure("C11", "Up on last quarter", PEOPLE, now.days, "Up on last quarter", Meaning.COMMENT)
    board.put("A13", f"2. {REFERRALS.name}*")
    board.figure("B13", "1,034", REFERRALS, now.days, 1034)
    board.put("E13", "See the guidance, page 4")
    board.put("A14", f"3. {ENDED.name}")
    board.figure("B14", None, ENDED, now.days, None)
    board.put("A15", "Total", 1244)
    board.put("A17", "* Includes self-referrals")
    board.put("A18", "END")
    return Shape(board)


def suppressed(now: ReturnPeriod) -> Shape:
    """Small numbers hidden in every way, and marks in place of figures."""
    board = Board().on(f"Q{_n(now)} 2025-26")
    board.put("A2", "Measure", "North", "South", "East", "West")
    board.put("A3", PEOPLE.name)
    board.put("A4", REFERRALS.name)
    board.put("A5", ENDED.name)
    written: tuple[tuple[CellValue, int | None], ...] = (
        ("<5", None),
        (12, 12),
        ("*", None),
        ("x", None),
        (3, 3),
        ("Not held", None),
        ("c", None),
        (7, 7),
        ("[x]", None),
        ("< Select >", None),
        (9, 9),
        ("n/a", None),
    )
    for step, (value, read) in enumerate(written):
        row, column = 3 + step // 4, 2 + step % 4
        measure = (PEOPLE, REFERRALS, ENDED)[row - 3]
        board.figure(at(row, column), value, measure, now.days, read)
    board.formats[board.sheet, "B4"] = '[<5]"*";0'
    return Shape(board, [("columns|{period}|value", "value"), ("suppressed|", "store")])


def mixed_dates(now: ReturnPeriod) -> Shape:
    """A long list whose quarter ends are dates in several forms, day first as one of them shows."""
    board = Board().on("Data")
    ends = now.days.ends_on
    board.put("A1", "Contract reference", "Quarter ending", "Metric", "Value")
    forms: tuple[CellValue, ...] = (
        f"{ends.day}/{ends.month}/{ends.year}",
        ends,
        f"{ends.day:02}.{ends.month:02}.{ends.year % 100}",
        show_day(ends),
        f"{ends.day}{'st' if ends.day == 31 else 'th'} {show_day(ends).split()[1][:3]} {ends.year}",
        f"{ends.isoformat()}T00:00:00Z",
    )
    measures = (PEOPLE, REFERRALS, ENDED, PLANNED, SPEND, STORY)
    written: tuple[CellValue, ...] = (11, "12", 13, "90%", "£1,200", "All well")
    read: tuple[Decimal | int | str, ...] = (11, 12, 13, 90, 120_000, "All well")
    for row, (form, measure, value, wanted) in enumerate(zip(forms, measures, written, read, strict=True), 2):
        board.put(at(row, 1), "SS/2024/17", form, measure.name)
        board.figure(at(row, 4), value, measure, now.days, wanted)
    return Shape(board)


def hidden_parts(now: ReturnPeriod) -> Shape:
    """Hidden rows that are left out, a hidden column that is taken in, a hidden sheet."""
    board = Board(f"Return {now.label}.xlsx").on("Summary")
    board.put("A1", "Indicator", "Numerator", "Denominator", "Result")
    board.put("A2", PLANNED.name)
    board.figure("B2", 45, PLANNED, now.days, 45, Meaning.NUMERATOR)
    board.figure("C2", 50, PLANNED, now.days, 50, Meaning.DENOMINATOR)
    board.figure("D2", 0.9, PLANNED, now.days, 90)
    board.percent.add(("Summary", "D2"))
    board.put("A3", PEOPLE.name, None, None, 77)
    board.put("A4", REFERRALS.name)
    board.figure("D4", 31, REFERRALS, now.days, 31)
    board.hidden_rows["Summary"] = {3}
    board.hidden_columns["Summary"] = {2}
    board.on("Old").put("A1", "Indicator", "Result")
    board.put("A2", PEOPLE.name, 5)
    board.put("A3", REFERRALS.name, 6)
    board.hidden_sheets.add("Old")
    return Shape(board, [("hidden rows|", "leave out"), ("hidden columns|", "take in"), ("hidden sheet|", "leave out")])


def sheet_per_quarter(now: ReturnPeriod) -> Shape:
    """A sheet for each quarter so far, the year on a cover sheet, labels of the provider's own."""
    board = Board().on("Cover")
    board.put("B2", "Northfield Support")
    board.put("B4", "Performance workbook 2025/26")
    for number in range(1, _n(now) + 1):
        board.on(f"Qtr {number}")
        board.put("B2", f"Activity, {_SHORT[number]}")
        board.put("B4", "What we count", "This quarter", "Notes")
        board.put("B5", "Clients helped")
        board.figure("C5", 50 + number, PEOPLE, quarter(number).days, 50 + number)
        board.put("B6", "Referrals in")
        board.figure("C6", 20 + number, REFERRALS, quarter(number).days, 20 + number)
        board.put("B7", "Volunteer hours", 300)
    answers = [
        ("measure|clients helped", PEOPLE.id),
        ("measure|referrals in", REFERRALS.id),
        ("measure|volunteer hours", "leave out"),
    ]
    return Shape(board, answers)


SHAPES: Mapping[str, Callable[[ReturnPeriod], Shape]] = {
    each.__name__: each
    for each in (
        four_levels,
        quarters_across,
        repeated_blocks,
        notes_around,
        suppressed,
        mixed_dates,
        hidden_parts,
        sheet_per_quarter,
        long_list,
        key_value,
        no_header,
        measures_across,
        *WIDE,
    )
}
