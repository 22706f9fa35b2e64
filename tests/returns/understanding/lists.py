"""Shapes in lists and forms: a row a figure, a label and an answer, no headings at all, a measure a column."""

from decimal import Decimal

from db.returns.cells import CellValue
from db.returns.understanding.meaning import Meaning
from db.rules.dates import financial_quarter, show_day
from db.rules.monitoring import Measure, ReturnPeriod
from tests.returns.understanding.board import ENDED, PEOPLE, PLANNED, REFERRALS, SPEND, STORY, Board, Shape, at, quarter


def _n(now: ReturnPeriod) -> int:
    return financial_quarter(now.days.starts_on)


def long_list(now: ReturnPeriod) -> Shape:
    """A row for each measure and quarter, year and quarter in columns of their own, names of clients beside."""
    board = Board().on("Export")
    board.put("A1", "Financial year", "Quarter", "Provider", "Measure", "Type of figure", "Value", "Client name")
    row = 2
    for number in range(1, _n(now) + 1):
        for measure, figure in ((PEOPLE, 60), (SPEND, 1200)):
            for kind, said in ((Meaning.VALUE, "Actual"), (Meaning.TARGET, "Target")):
                board.put(at(row, 1), "2025/26", number, "Northfield Support", measure.name, said)
                times = 100 if measure is SPEND else 1
                board.figure(
                    at(row, 6), figure + number, measure, quarter(number).days, (figure + number) * times, kind
                )
                board.put(at(row, 7), "Mr A Example")
                row += 1
    return Shape(board)


def key_value(now: ReturnPeriod) -> Shape:
    """A form: a label and what it says, row by row, without headings."""
    board = Board().on("Form")
    board.put("A1", "Monitoring form")
    board.put("A3", "Provider", "Northfield Support")
    board.put("A4", "Contract", "SS/2024/17")
    board.put("A5", "Quarter ending", show_day(now.days.ends_on))
    answers: tuple[tuple[Measure, CellValue, Decimal | int | str | None], ...] = (
        (PEOPLE, 88, 88),
        (REFERRALS, "-", None),
        (SPEND, "£1.2m", 120_000_000),
        (STORY, "Two staff left.", "Two staff left."),
    )
    for row, (measure, written, read) in enumerate(answers, 6):
        board.put(at(row, 1), measure.name)
        board.figure(at(row, 2), written, measure, now.days, read)
    return Shape(board)


def no_header(now: ReturnPeriod) -> Shape:
    """Rows without any headings: measure, quarter, figure."""
    board = Board("export.csv").on("export")
    row = 1
    for number in range(1, _n(now) + 1):
        for measure, figure in ((PEOPLE, 71), (REFERRALS, 23), (ENDED, 8)):
            board.put(at(row, 1), measure.name, f"Q{number} 2025-26")
            board.figure(at(row, 3), figure + number, measure, quarter(number).days, figure + number)
            row += 1
    return Shape(board)


def measures_across(now: ReturnPeriod) -> Shape:
    """A row a quarter and a column a measure: fractions for percentages, thousands of pounds."""
    board = Board().on("Trend")
    board.put("A1", "Trend 2025/26")
    board.put("A3", "Quarter", PEOPLE.name, PLANNED.name, "Spend (£000)")
    for number in range(1, _n(now) + 1):
        row = 3 + number
        board.put(at(row, 1), f"Q{number}")
        board.figure(at(row, 2), 40 + number, PEOPLE, quarter(number).days, 40 + number)
        board.figure(at(row, 3), 0.8 + number / 100, PLANNED, quarter(number).days, Decimal(80 + number))
        board.figure(at(row, 4), 12.5, "Spend (£000)", quarter(number).days, 1_250_000, Meaning.SPEND)
    return Shape(board, [("percent|", "of one")])
