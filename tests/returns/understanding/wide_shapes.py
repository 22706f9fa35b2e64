"""More shapes as providers make them: side by side, spacer columns, years over quarters, colours, running totals."""

from decimal import Decimal

from db.returns.cells import CellValue
from db.returns.understanding.meaning import Meaning
from db.rules.dates import MONTHS, financial_quarter
from db.rules.monitoring import Measure, ReturnPeriod
from tests.returns.understanding.board import (
    ENDED,
    PEOPLE,
    PLANNED,
    REFERRALS,
    SPEND,
    Board,
    Shape,
    at,
    month,
    quarter,
    whole_year,
)

_TWO = ((PEOPLE, 60), (REFERRALS, 25))


def _n(now: ReturnPeriod) -> int:
    return financial_quarter(now.days.starts_on)


def side_by_side(now: ReturnPeriod) -> Shape:
    """Two tables with the same headings beside each other, a blank column between them, an area over each."""
    board = Board().on("Return")
    board.put("A1", f"Return for {now.label}")
    for start, figure in ((1, 10), (5, 20)):
        board.put(at(3, start), "Measure", "Target", "Actual")
        for row, (measure, more) in enumerate(((PEOPLE, 1), (REFERRALS, 2)) if start == 1 else ((ENDED, 1),), 4):
            board.put(at(row, start), measure.name)
            board.figure(at(row, start + 1), 30, measure, now.days, 30, Meaning.TARGET)
            board.figure(at(row, start + 2), figure + more, measure, now.days, figure + more)
    return Shape(board)


def years_down(now: ReturnPeriod) -> Shape:
    """Quarters down and measures across; the year stands beside its first quarter only."""
    board = Board().on("Trend")
    board.put("A2", "Activity by quarter")
    board.put("A4", "Year", "Quarter", PEOPLE.name, REFERRALS.name)
    row = 5
    for year, last in ((2024, 4), (2025, _n(now))):
        board.put(at(row, 1), f"{year}/{(year + 1) % 100}")
        for number in range(1, last + 1):
            board.put(at(row, 2), f"Q{number}")
            board.figure(at(row, 3), row * 3, PEOPLE, quarter(number, year).days, row * 3)
            board.figure(at(row, 4), row * 2, REFERRALS, quarter(number, year).days, row * 2)
            row += 1
    return Shape(board)


def spacer_columns(now: ReturnPeriod) -> Shape:
    """Headings merged over two columns each, a blank column after each pair, a blank row under the upper level."""
    board = Board().on("Return 2025-26")
    board.put("A1", "Quarterly return")
    for number in range(1, 5):
        column = number * 3
        board.put(at(3, column), f"Quarter {number}")
        board.merge(f"{at(3, column)}:{at(3, column + 1)}")
        board.put(at(5, column), "Target", "Actual")
    for row, (measure, figure) in enumerate(_TWO, 6):
        board.put(at(row, 1), measure.name)
        for number in range(1, 5):
            board.figure(at(row, number * 3), 99, measure, quarter(number).days, 99, Meaning.TARGET)
            if number <= _n(now):
                board.figure(at(row, number * 3 + 1), figure + number, measure, quarter(number).days, figure + number)
    return Shape(board)


def years_over_quarters(now: ReturnPeriod) -> Shape:
    """The year again over each quarter, sub-headings within the table, blank rows, totals, a code beside each label."""
    board = Board().on("Table 1")
    board.put("A1", "1", "Activity and outcomes")
    numbers = range(1, _n(now) + 1)
    board.put("D4", *("2024/25",) * 4, *("2025/26" for _ in numbers))
    board.put("D5", *(f"Q{number}" for number in range(1, 5)), *(f"Q{number}" for number in numbers))
    board.put("B7", "Starts")
    for row, measure, figure in ((8, PEOPLE, 100), (9, REFERRALS, 40), (13, ENDED, 20)):
        board.put(at(row, 2), measure.name, f"AB{row:02}")
        for step in range(4 + _n(now)):
            number, year = (step % 4 + 1, 2024) if step < 4 else (step - 3, 2025)
            board.figure(at(row, 4 + step), figure + step, measure, quarter(number, year).days, figure + step)
    board.put("B10", "Total starts", None, *(140 + 2 * step for step in range(4 + _n(now))))
    board.put("B12", "Ends")
    board.put("B15", "Source: case files")
    return Shape(board)


def with_colours(now: ReturnPeriod) -> Shape:
    """Numbers of rows, codes of sites and post codes beside the figures, and a colour for each."""
    board = Board().on(f"Q{_n(now)} 2025-26")
    board.put("A1", "Row no", "Measure", "Site code", "Post code", "Target", "Actual", "RAG", "Direction of travel")
    for row, (measure, figure) in enumerate((*_TWO, (ENDED, 7)), 2):
        board.put(at(row, 1), row - 1, measure.name, 990000 + row, f"CT{row} {row}AA")
        board.figure(at(row, 5), 50, measure, now.days, 50, Meaning.TARGET)
        board.figure(at(row, 6), figure, measure, now.days, figure)
        board.put(at(row, 7), "Amber", "Up")
    return Shape(board)


def running_totals(now: ReturnPeriod) -> Shape:
    """The quarter beside what came in the year so far."""
    board = Board().on("KPI")
    board.put("A1", "Performance 2025/26")
    names = [name for number in range(1, 5) for name in (f"Q{number}", f"Q{number} YTD")]
    board.put("A3", "Indicator", *names, "Full year target")
    for row, (measure, figure) in enumerate(_TWO, 4):
        board.put(at(row, 1), measure.name)
        for number in range(1, _n(now) + 1):
            board.figure(at(row, number * 2), figure + number, measure, quarter(number).days, figure + number)
            board.put(at(row, number * 2 + 1), figure * number)
        board.figure(at(row, 10), 400, measure, whole_year(), 400, Meaning.TARGET)
    return Shape(board)


def target_rows(now: ReturnPeriod) -> Shape:
    """Under each measure a row of what was aimed at and a row of what came."""
    board = Board().on("Return 2025-26")
    board.put("A1", "Measure", "Type", *(f"Q{number}" for number in range(1, 5)))
    row = 2
    for measure, figure in _TWO:
        board.put(at(row, 1), measure.name, "Target")
        board.put(at(row + 1, 2), "Actual")
        for number in range(1, 5):
            board.figure(at(row, 2 + number), 70, measure, quarter(number).days, 70, Meaning.TARGET)
            if number <= _n(now):
                board.figure(at(row + 1, 2 + number), figure + number, measure, quarter(number).days, figure + number)
        row += 2
    return Shape(board)


def pence_and_percent(now: ReturnPeriod) -> Shape:
    """Pounds with pence in every writing; percentages of one, of a hundred and with the sign in one column."""
    board = Board().on("Money")
    board.put("A1", f"Finance return {now.label}")
    board.put("A3", "Measure", "North", "South", "East", "West")
    board.put("A4", SPEND.name)
    written: tuple[CellValue, ...] = (1234.56, "£1,234.5", "(12.34)", "GBP 1,000.99")
    for column, (value, read) in enumerate(zip(written, (123456, 123450, -1234, 100099), strict=True), 2):
        board.figure(at(4, column), value, SPEND, now.days, read)
    board.put("A5", PLANNED.name)
    shares: tuple[CellValue, ...] = (85, "85%", "72.5 per cent", 64)
    for column, (share, of) in enumerate(zip(shares, ("85", "85", "72.5", "64"), strict=True), 2):
        board.figure(at(5, column), share, PLANNED, now.days, Decimal(of))
    return Shape(board, [("columns|money|value", "value")])


def mixed_percent(now: ReturnPeriod) -> Shape:
    """One column of percentages: of one as the cells show them, with the sign as text, and bare."""
    board = Board().on("Rates")
    board.put("A1", "Quarter", PLANNED.name)
    for number in range(1, _n(now) + 1):
        board.put(at(number + 1, 1), f"Q{number} 2025-26")
        value = (0.85, "85%", 85)[number % 3]
        board.figure(at(number + 1, 2), value, PLANNED, quarter(number).days, 85)
        if isinstance(value, float):
            board.percent.add(("Rates", at(number + 1, 2)))
    return Shape(board)


def dates_month_first(now: ReturnPeriod) -> Shape:
    """A list with the last day of each quarter, the month first."""
    board = Board().on("Data")
    board.put("A1", "Quarter ending", "Metric", "Value")
    row = 2
    for number in range(1, _n(now) + 1):
        day = quarter(number).days.ends_on
        for measure, figure in _TWO:
            board.put(at(row, 1), f"{day.month}/{day.day}/{day.year}", measure.name)
            board.figure(at(row, 3), figure + number, measure, quarter(number).days, figure + number)
            row += 1
    return Shape(board)


def words_between(now: ReturnPeriod) -> Shape:
    """Blocks of figures with paragraphs of text between them."""
    board = Board().on("Report")
    board.put("A1", f"Report for {now.label}")
    story = "Demand rose in the north while two posts stood empty, and the waiting list grew by more than a third. "
    row = 3
    for measures in ((PEOPLE, REFERRALS), (ENDED,)):
        board.put(at(row, 1), story * 2)
        board.put(at(row + 2, 1), "Measure", "This quarter", "Comments")
        for offset, measure in enumerate(measures, 3):
            board.put(at(row + offset, 1), measure.name)
            board.figure(at(row + offset, 2), row + offset, measure, now.days, row + offset)
            board.figure(at(row + offset, 3), "As planned", measure, now.days, "As planned", Meaning.COMMENT)
        row += 8
    board.put(at(row, 1), story)
    return Shape(board)


def sheet_per_month(now: ReturnPeriod) -> Shape:
    """A sheet for each month of the quarter and a summary of the quarter first."""
    board = Board().on("Summary")
    board.put("A1", f"Summary, {now.label}")
    board.put("A3", "Measure", "Quarter total")
    for row, (measure, figure) in enumerate(_TWO, 4):
        board.put(at(row, 1), measure.name)
        board.figure(at(row, 2), figure * 3, measure, now.days, figure * 3)
    first = now.days.starts_on
    for number in range(first.month, first.month + 3):
        board.on(f"{MONTHS[number - 1][:3]} {first.year}").put("A2", "Measure", "Number", "Notes")
        for row, (measure, figure) in enumerate(_TWO, 3):
            board.put(at(row, 1), measure.name)
            board.figure(at(row, 2), figure, measure, month(first.year, number), figure)
    return Shape(board)


WIDE = (
    side_by_side, years_down, spacer_columns, years_over_quarters, with_colours, running_totals, target_rows,
    pence_and_percent, mixed_percent, dates_month_first, words_between, sheet_per_month,
)  # fmt: skip

MEASURES: tuple[Measure, ...] = (PEOPLE, REFERRALS, ENDED, PLANNED, SPEND)
