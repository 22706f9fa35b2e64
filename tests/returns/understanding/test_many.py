"""Wide and long tables are asked about once, and figures with fractions are taken for what they are."""

from datetime import date, datetime
from decimal import Decimal

from db.returns.understanding.answers import answer, take_suggestions
from db.returns.understanding.learned import learned
from db.returns.understanding.meaning import Meaning
from db.returns.understanding.understand import understand
from db.rules.dates import Period
from db.rules.monitoring import MeasureUnit
from tests.returns.understanding.board import ENDED, PEOPLE, REFERRALS, Board, at, quarter

AREAS = ("North", "South", "East", "West", "Town", "Coast")


def by_area(*sheets: str) -> Board:
    board = Board()
    for sheet in sheets:
        board.on(sheet).put("A1", "Return Q2 2025/26")
        board.put("A3", "Measure", *AREAS)
        for row, measure in enumerate((PEOPLE, REFERRALS), 4):
            board.put(at(row, 1), measure.name, *range(row, row + len(AREAS)))
    return board


def test_columns_of_one_table_that_seem_to_say_the_same_are_one_question() -> None:
    (question,) = understand(by_area("Return").cells, (PEOPLE, REFERRALS)).open_questions
    assert question.text == "What do the columns “North”, “South”, “East” and 3 more say?"
    assert question.cells == ("B4", "C4", "D4", "E4", "F4", "G4")


def test_the_answer_for_several_columns_holds_for_each_and_for_the_next_file() -> None:
    board = by_area("Return")
    understood = answer(understand(board.cells, (PEOPLE, REFERRALS)), "columns|return|value", "value")
    assert {each.group for each in understood.readings} == set(AREAS)
    again = understand(board.cells, (PEOPLE, REFERRALS), learned(understood))
    assert (again.open_questions, again.readings) == ((), understood.readings)


def test_many_sheets_with_such_columns_are_one_question() -> None:
    board = by_area(*(f"Team {letter}" for letter in "ABCDEFGH"))
    understood = understand(board.cells, (PEOPLE, REFERRALS))
    (question,) = understood.open_questions
    assert question.evidence.endswith("They stand on 8 sheets.")
    settled = take_suggestions(understood)
    assert len([each for each in settled.readings if each.sheet == "Team H"]) == 12


def test_many_measures_given_twice_on_a_sheet_are_one_question() -> None:
    board = Board().on("Return")
    board.put("A1", "Return Q2 2025/26")
    board.put("A3", "Measure", "Value")
    for row in range(4, 16):
        board.put(at(row, 1), f"Measure {chr(61 + row // 2)}", row)
    (question,) = understand(board.cells, ()).open_questions
    assert question.text == "For each of 6 measures on “Return” several cells give a figure. Which counts?"
    settled = answer(understand(board.cells, ()), question.key, "last")
    assert [each.cell for each in settled.readings] == ["B5", "B7", "B9", "B11", "B13", "B15"]


def test_columns_with_the_same_lowest_heading_are_told_apart_by_those_above() -> None:
    board = Board().on("Q2 2025-26")
    board.put("A1", "Year", "New homes", None, "Repairs")
    board.merge("B1:C1")
    board.merge("D1:E1")
    board.put("B2", "Public", "Private", "Public", "Private")
    board.put("A3", "2025/26", 1, 2, 3, 4)
    names = {each.cell: each.name for each in understand(board.cells, ()).readings}
    assert names == {
        "B3": "New homes – Public",
        "C3": "New homes – Private",
        "D3": "Repairs – Public",
        "E3": "Repairs – Private",
    }


def test_figures_of_a_measure_that_nobody_stated_are_decimals_where_one_has_a_fraction_or_is_below_nothing() -> None:
    board = Board().on("Q2 2025-26")
    board.put("A1", "Measure", "Q1 2025/26", "Q2 2025/26")
    board.put("A2", "Well-being score", 4, 4.25)
    board.put("A3", "Change in list", -3, "12")
    board.put("A4", "Visits", 7, 8)
    readings = understand(board.cells, ()).readings
    assert [(each.cell, each.unit, each.value) for each in readings] == [
        ("B2", MeasureUnit.DECIMAL, Decimal(4)),
        ("C2", MeasureUnit.DECIMAL, Decimal("4.25")),
        ("B3", MeasureUnit.DECIMAL, Decimal(-3)),
        ("C3", MeasureUnit.DECIMAL, Decimal(12)),
        ("B4", MeasureUnit.COUNT, Decimal(7)),
        ("C4", MeasureUnit.COUNT, Decimal(8)),
    ]


def test_a_count_of_the_contract_with_a_fraction_stays_a_problem() -> None:
    board = Board().on("Return")
    board.put("A1", "Measure", "Q2 2025/26")
    board.put("A2", PEOPLE.name, 4.5)
    understood = understand(board.cells, (PEOPLE,), quarter=quarter(2))
    assert "has a fraction" in understood.problems[0].sentence


def test_a_series_of_weeks_or_days_is_no_month_given_again_and_again() -> None:
    board = Board().on("Daily")
    board.put("A1", "Date", "Calls")
    for row in range(2, 12):
        board.put(at(row, 1), date(2025, 7, row), row)
    understood = understand(board.cells, ())
    assert understood.open_questions == ()
    assert understood.readings[0].days == Period(date(2025, 7, 2), date(2025, 7, 2))
    weekly = Board().on("Weekly")
    weekly.put("A1", "Week commencing", *(date(2025, 7, day) for day in (7, 14, 21)))
    weekly.put("A2", "Calls", 4, 5, 6)
    readings = understand(weekly.cells, ()).readings
    assert [each.days for each in readings] == [
        Period(date(2025, 7, day), date(2025, 7, day + 6)) for day in (7, 14, 21)
    ]


def test_codes_coordinates_and_row_numbers_are_left_out_with_a_reason() -> None:
    board = Board().on("Q2 2025-26")
    board.put("A1", None, "Measure", "ONS code", "Latitude", "Value")
    for row, measure in enumerate((PEOPLE, REFERRALS, ENDED), 2):
        board.put(at(row, 1), row - 1, measure.name, 9000 + row, 51.2, row)
    understood = understand(board.cells, (PEOPLE, REFERRALS, ENDED))
    assert [each.cell for each in understood.readings] == ["E2", "E3", "E4"]
    left_out = {each.column: each.evidence for each in understood.columns if each.meaning is Meaning.LEFT_OUT}
    assert left_out == {
        1: "Its cells are row numbers: each is one more than that above.",
        3: "Its heading “ONS code” names a code, which counts nothing.",
        4: "Its heading “Latitude” names a place on the map, which counts nothing.",
    }


def test_columns_mostly_of_a_hundred_with_a_few_small_figures_are_one_question() -> None:
    board = Board().on("Rates")
    board.put("A1", "Quarter", "First, %", "Second, %")
    for number in range(1, 9):
        board.put(at(number + 1, 1), f"Q{(number - 1) % 4 + 1} {2023 + (number - 1) // 4}-{24 + (number - 1) // 4}")
        board.put(at(number + 1, 2), 0.9 if number == 3 else 90 + number, 1 if number == 4 else 70)
    understood = understand(board.cells, ())
    (question,) = understood.open_questions
    assert (question.key, question.suggested) == ("percent||rates", "of a hundred")
    settled = take_suggestions(understood)
    assert {each.cell: each.value for each in settled.readings}["C5"] == Decimal(1)


def test_a_percentile_is_no_percentage() -> None:
    board = Board().on("Q2 2025-26")
    board.put("A1", "Measure", "10 percentile")
    board.put("A2", "Pay", 9947)
    (reading,) = take_suggestions(understand(board.cells, ())).readings
    assert reading.unit is MeasureUnit.COUNT


def test_sheets_that_say_different_things_under_the_same_headings_are_told_apart() -> None:
    board = Board()
    for sheet, figure in (("In hospital", 7), ("In care", 9)):
        board.on(sheet).put("A1", "Quarter", "North", "South")
        board.put("A2", "Q2 2025-26", figure, figure + 1)
    understood = understand(board.cells, ())
    assert {each.suggested for each in understood.open_questions} == {"apart"}
    settled = take_suggestions(understood)
    assert {(each.cell, each.group) for each in settled.readings} == {
        (cell, sheet) for cell in ("B2", "C2") for sheet in ("In hospital", "In care")
    }
    again = understand(board.cells, (), learned(settled))
    assert (again.open_questions, again.readings) == ((), settled.readings)


def test_labels_that_come_again_under_headings_of_two_levels_are_told_apart_by_both() -> None:
    board = Board().on("Q2 2025-26")
    board.put("A1", "Measure", "Value")
    for row, words in ((2, "Women"), (3, "By age"), (6, "Men"), (7, "By age")):
        board.put(at(row, 1), words)
    for row in (4, 5, 8, 9):
        board.put(at(row, 1), "Under 18" if row % 2 == 0 else "Over 18", row)
    readings = understand(board.cells, ()).readings
    assert [each.group for each in readings if each.value is not None] == [
        "Women – By age", "Women – By age", "Men – By age", "Men – By age",
    ]  # fmt: skip


def test_a_heading_that_names_people_over_figures_counts_them_and_names_nobody() -> None:
    board = Board().on("Q2 2025-26")
    board.put("A1", "Quarter", "Child", "Carer")
    board.put("A2", "Q2 2025-26", 7, 8)
    assert [each.name for each in understand(board.cells, ()).readings] == ["Child", "Carer"]


def test_what_a_heading_says_beside_its_period_is_a_part_of_each_measure_or_the_kind_of_figure() -> None:
    board = Board().on("Table 1")
    board.put("A1", "Measure", "2024 to 2025 - number asked", "2024 to 2025 - outcome", "2024 to 2025 - numerator")
    board.put("A2", "Quality of life", 50, 19.1, 40)
    board.put("A3", "Control", 60, 77.5, 41)
    understood = understand(board.cells, ())
    (question,) = understood.open_questions
    assert question.cells == ("B2", "C2")
    parts = {each.cell: (each.group, each.kind) for each in take_suggestions(understood).readings}
    assert parts["B2"] == ("number asked", Meaning.VALUE)
    assert parts["C3"] == ("outcome", Meaning.VALUE)
    assert parts["D2"] == ("", Meaning.NUMERATOR)


def test_days_that_follow_one_another_evenly_are_the_periods_of_their_rows_and_scattered_days_are_none() -> None:
    board = Board().on("Tests")
    board.put("A1", "Area", "Specimen date", "Tests")
    for row in range(2, 12):
        board.put(at(row, 1), "North" if row < 7 else "South", date(2025, 7, 1 + (row - 2) % 5), row)
    readings = take_suggestions(understand(board.cells, ())).readings
    assert (len(readings), readings[0].group, readings[0].days) == (
        10, "North", Period(date(2025, 7, 1), date(2025, 7, 1)),
    )  # fmt: skip
    for row, day in enumerate((1, 2, 9, 11, 23), 2):
        board.put(at(row, 2), date(2025, 7, day))
        board.put(at(row + 5, 2), date(2025, 8, day))
    meanings = [each.meaning for each in understand(board.cells, ()).columns]
    assert meanings[1] is Meaning.LEFT_OUT


def test_many_labels_that_are_like_no_measure_are_one_question_and_may_be_asked_about_one_by_one() -> None:
    board = Board().on("Q2 2025-26")
    board.put("A1", "Measure", "Value")
    board.put("A2", PEOPLE.name, 5)
    for row, place in enumerate(("Ashford", "Canterbury", "Dover", "Folkestone", "Margate", "Ramsgate", "Deal"), 3):
        board.put(at(row, 1), place, row)
    understood = understand(board.cells, (PEOPLE,))
    (question,) = understood.open_questions
    assert question.text == "Is any of “Ashford”, “Canterbury”, “Dover” and 4 more a measure of the contract?"
    left_out = take_suggestions(understood)
    assert [each.cell for each in left_out.readings] == ["B2"]
    again = understand(board.cells, (PEOPLE,), learned(left_out))
    assert (again.open_questions, again.readings, again.changed) == ((), left_out.readings, ())
    each_asked = answer(understood, question.key, "one by one")
    assert len(each_asked.open_questions) == 7
    assert answer(each_asked, "measure|dover", PEOPLE.id).open_questions != each_asked.open_questions


def test_days_with_and_without_a_time_stand_in_one_column() -> None:
    board = Board().on("Log")
    board.put("A1", "Logged on", "Calls")
    for row in range(2, 9):
        board.put(at(row, 1), datetime(2025, 7, row, 9, 30) if row % 2 else date(2025, 7, row), row)
    readings = understand(board.cells, ()).readings
    assert [each.days for each in readings] == [Period(date(2025, 7, row), date(2025, 7, row)) for row in range(2, 9)]
