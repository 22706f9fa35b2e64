"""What is asked, what an answer does, and that nothing is guessed in silence."""

from datetime import date
from decimal import Decimal

import pytest

from db.returns.cells import CellValue
from db.returns.understanding.answers import (
    answer,
    answer_all,
    exclude,
    exclude_row,
    include_all,
    remap,
    take_suggestions,
)
from db.returns.understanding.layouts import Layout, layouts
from db.returns.understanding.meaning import Meaning
from db.returns.understanding.painting import Painting
from db.returns.understanding.questions import About
from db.returns.understanding.understand import understand
from db.returns.understanding.understood import Understood
from db.rules.monitoring import Measure, MeasureId, MeasureUnit
from db.rules.refusal import Refusal
from tests.returns.understanding.board import (
    ASKED,
    PEOPLE,
    PLANNED,
    REFERRALS,
    SPEND,
    Board,
    month,
    quarter,
    whole_year,
)
from tests.returns.understanding.shapes import SHAPES


def board(*rows: tuple[CellValue | None, ...], sheet: str = "Q1 2025/26") -> Board:
    """A sheet of rows from A1 down."""
    made = Board().on(sheet)
    for number, row in enumerate(rows, 1):
        made.put(f"A{number}", *row)
    return made


def values(understood: Understood) -> dict[str, Decimal | str | None]:
    """What each cell was read as."""
    return {each.cell: each.value for each in understood.readings}


def asked_about(understood: Understood) -> list[About]:
    """What waits for an answer."""
    return [each.about for each in understood.open_questions]


HEAD = ("Measure", "Actual")


def test_a_quarter_without_a_year_is_asked_and_its_answer_counts_for_the_file() -> None:
    understood = understand(board(HEAD, (PEOPLE.name, 5), sheet="Quarter 1").cells, ASKED)
    assert (asked_about(understood), values(understood)) == ([About.QUARTER], {})
    assert "Quarter 1 is named, and no year" in understood.open_questions[0].evidence
    answered = answer(understood, "quarter", "2025-04-01")
    assert (answered.readings[0].days, answered.readings[0].quarter) == (quarter(1).days, quarter(1))


def test_the_quarter_the_ledger_waits_for_counts_where_the_file_names_none() -> None:
    understood = understand(board(HEAD, (PEOPLE.name, 5), sheet="Data").cells, ASKED, quarter=quarter(3))
    assert understood.readings[0].quarter == quarter(3)


def test_a_lone_year_is_asked_as_it_may_be_two_financial_years() -> None:
    understood = understand(board(("Measure", 2024, 2025), (PEOPLE.name, 5, 6), sheet="Data").cells, ASKED)
    assert asked_about(understood) == [About.YEAR]
    answered = answer(understood, "year", "1")
    assert [each.days for each in answered.readings] == [whole_year(2023), whole_year(2024)]


def test_months_are_months_and_are_not_added_up() -> None:
    understood = understand(
        board(("Measure", date(2025, 4, 1), date(2025, 5, 1)), (PEOPLE.name, 5, 6), sheet="D").cells, ASKED
    )
    assert [(each.days, each.quarter) for each in understood.readings] == [
        (month(2025, 4), None),
        (month(2025, 5), None),
    ]


def test_days_three_months_apart_are_quarters() -> None:
    understood = understand(
        board(("Measure", date(2025, 4, 1), date(2025, 7, 1)), (PEOPLE.name, 5, 6), sheet="D").cells, ASKED
    )
    assert [each.quarter for each in understood.readings] == [quarter(1), quarter(2)]


def test_dates_of_a_column_that_fit_both_orders_are_asked_and_flip_all_together() -> None:
    made = board(
        ("Quarter ending", "Measure", "Value"),
        ("6/9/2025", PEOPLE.name, 5),
        ("6/12/2025", REFERRALS.name, 6),
        sheet="D",
    )
    understood = understand(made.cells, ASKED)
    assert asked_about(understood)[0] is About.DATE_ORDER
    assert understood.readings == ()
    key = understood.open_questions[0].key
    as_day = answer(understood, key, "day first")
    assert [each.days for each in as_day.readings] == [month(2025, 9), month(2025, 12)]
    as_month = answer(as_day, key, "month first")
    assert [each.days for each in as_month.readings] == [month(2025, 6), month(2025, 6)]


def test_fractions_in_a_column_of_percentages_are_asked_once_and_read_alike() -> None:
    more = Measure(MeasureId("m-more"), "Satisfied people", MeasureUnit.PERCENT)
    made = board(HEAD, (PLANNED.name, 0.85), (more.name, 1))
    understood = understand(made.cells, (*ASKED, more))
    assert (asked_about(understood), values(understood)) == ([About.PERCENT], {})
    key = understood.open_questions[0].key
    assert values(answer(understood, key, "of one")) == {"B2": 85, "B3": 100}
    assert values(answer(understood, key, "of a hundred")) == {"B2": Decimal("0.85"), "B3": 1}
    assert "0.85 of one is 85%" in answer(understood, key, "of one").readings[0].how


def test_a_fraction_written_as_text_is_asked_as_well() -> None:
    understood = understand(board(HEAD, (PLANNED.name, "0.85")).cells, ASKED)
    assert (asked_about(understood), values(understood)) == ([About.PERCENT], {})
    assert values(take_suggestions(understood)) == {"B2": 85}


def test_nil_and_a_dash_are_not_nought_until_somebody_says_so() -> None:
    understood = understand(board(HEAD, (PEOPLE.name, "Nil"), (REFERRALS.name, "-")).cells, ASKED)
    assert values(understood) == {"B2": None, "B3": None}
    assert understood.open_questions == ()
    answered = answer(understood, "mark|nil", "0")
    assert values(answered) == {"B2": 0, "B3": None}
    assert "as chosen" in answered.readings[0].how


def test_a_footnote_mark_glued_to_a_number_is_asked() -> None:
    understood = understand(board(HEAD, (PEOPLE.name, "120*")).cells, ASKED)
    assert (asked_about(understood), values(understood)) == ([About.FOOTNOTE], {})
    assert values(take_suggestions(understood)) == {"B2": 120}


def test_a_number_hidden_by_its_format_is_not_stored_unless_chosen() -> None:
    made = board(HEAD, (PEOPLE.name, 3))
    made.formats["Q1 2025/26", "B2"] = '[<5]"*";0'
    understood = understand(made.cells, ASKED)
    assert (asked_about(understood), values(understood)) == ([About.SUPPRESSED], {})
    assert values(take_suggestions(understood)) == {}
    assert values(answer(understood, understood.open_questions[0].key, "store")) == {"B2": 3}


def test_a_number_shown_in_thousands_counts_as_the_cell_holds_it_and_says_so() -> None:
    made = board(HEAD, (SPEND.name, 1250000))
    made.formats["Q1 2025/26", "B2"] = "#,##0,"
    (reading,) = understand(made.cells, ASKED).readings
    assert reading.value == 125_000_000
    assert "thousands" in reading.how


def test_a_number_shown_in_thousands_under_such_a_heading_is_not_multiplied_again() -> None:
    made = board(("Measure", "Actual (£000)"), (SPEND.name, 1250000))
    made.formats["Q1 2025/26", "B2"] = "#,##0,"
    assert values(understand(made.cells, ASKED)) == {"B2": 125_000_000}


def test_nought_shown_as_a_dash_is_nought() -> None:
    made = board(HEAD, (PEOPLE.name, 0))
    made.formats["Q1 2025/26", "B2"] = '_-* #,##0_-;-* #,##0_-;_-* "-"_-;_-@_-'
    (reading,) = understand(made.cells, ASKED).readings
    assert reading.value == 0
    assert reading.how == "The cell shows “-” and holds 0."


def test_a_heading_in_thousands_multiplies_and_can_be_told_not_to() -> None:
    understood = understand(board(("Measure", "Actual (£000)"), (SPEND.name, 12.5)).cells, ASKED)
    assert values(understood) == {"B2": 1_250_000}
    (question,) = [each for each in understood.questions if each.about is About.SCALE]
    assert not question.is_open
    assert values(answer(understood, question.key, "1")) == {"B2": 1250}


@pytest.mark.parametrize("held", [2.5, "twelve", "#REF!", "85%", -3, True, "12 13"])
def test_what_breaks_the_rule_names_sheet_cell_value_and_rule(held: CellValue) -> None:
    understood = understand(board(HEAD, (PEOPLE.name, held), (REFERRALS.name, 4)).cells, ASKED)
    (problem,) = understood.problems
    assert (problem.sheet, problem.cell) == ("Q1 2025/26", "B2")
    assert problem.value
    assert "whole" in problem.rule
    assert values(understood) == {"B3": 4}


def test_a_formula_saved_without_its_result_is_listed_and_not_blank() -> None:
    made = board(HEAD, (PEOPLE.name,), (REFERRALS.name, 4))
    made.uncalculated.add(("Q1 2025/26", "B2"))
    understood = understand(made.cells, ASKED)
    assert "Open the file in Excel" in understood.problems[0].sentence
    assert values(understood) == {"B3": 4}


def test_two_cells_for_the_same_figure_are_asked_and_never_added_up() -> None:
    made = board(HEAD, (PEOPLE.name, 5), (PEOPLE.name, 7))
    understood = understand(made.cells, ASKED)
    assert asked_about(understood) == [About.TWICE]
    key = understood.open_questions[0].key
    assert values(answer(understood, key, "last")) == {"B3": 7}
    assert values(answer(understood, key, "leave out")) == {}


def test_a_label_that_only_resembles_a_measure_is_asked_with_the_likeliest_first_in_mind() -> None:
    understood = understand(board(HEAD, ("Referrals received", 4)).cells, ASKED)
    (question,) = understood.open_questions
    assert (question.about, question.suggested) == (About.MEASURE, REFERRALS.id)
    assert values(take_suggestions(understood)) == {"B2": 4}


def test_without_measures_stated_each_row_names_its_own() -> None:
    understood = understand(board(HEAD, ("Cups of tea", 4), ("Rent paid", "£5")).cells, ())
    assert [(each.measure, each.name, each.unit, each.value) for each in understood.readings] == [
        (None, "Cups of tea", MeasureUnit.COUNT, Decimal(4)), (None, "Rent paid", MeasureUnit.POUNDS, Decimal(500)),
    ]  # fmt: skip


def test_personal_columns_are_pointed_out_and_not_stored_unless_chosen() -> None:
    understood = understand(board(("Measure", "Actual", "Client name"), (PEOPLE.name, 5, "Mr A Example")).cells, ASKED)
    (column,) = [each for each in understood.columns if each.meaning is Meaning.PERSONAL]
    assert "not stored" in column.evidence
    assert values(understood) == {"B2": 5}
    assert values(remap(understood, column, Meaning.COMMENT)) == {"B2": 5, "C2": "Mr A Example"}


def test_another_meaning_for_a_column_is_seen_at_once_and_the_first_stays_as_it_was() -> None:
    understood = understand(board(HEAD, (PEOPLE.name, 5)).cells, ASKED)
    changed = remap(understood, understood.columns[1], Meaning.TARGET)
    assert [each.kind for each in changed.readings] == [Meaning.TARGET]
    assert [each.kind for each in understood.readings] == [Meaning.VALUE]


def test_a_cell_or_a_row_left_out_gives_no_reading_until_it_is_taken_back() -> None:
    understood = understand(board(HEAD, (PEOPLE.name, 5), (REFERRALS.name, 6)).cells, ASKED)
    assert values(exclude(understood, "Q1 2025/26", "B2")) == {"B3": 6}
    without = exclude_row(understood, "Q1 2025/26", 3)
    assert values(without) == {"B2": 5}
    assert values(include_all(without)) == values(understood)


def test_an_answer_that_is_none_of_the_choices_is_refused() -> None:
    understood = understand(board(HEAD, (PEOPLE.name, "120*")).cells, ASKED)
    with pytest.raises(Refusal, match="none of the answers"):
        answer(understood, understood.open_questions[0].key, "perhaps")
    with pytest.raises(Refusal, match="no longer asked"):
        answer_all(understood, [("mark|nil", "0")])


def test_a_screen_is_told_role_meaning_reading_and_question_of_a_cell() -> None:
    understood = understand(board(HEAD, (PEOPLE.name, 5), (REFERRALS.name, "9*")).cells, ASKED)
    painting = Painting(understood)
    figure, waiting = painting.at("Q1 2025/26", 2, 2), painting.at("Q1 2025/26", 3, 2)
    assert figure
    assert (figure.meaning, figure.reading) == (Meaning.VALUE, understood.readings[0])
    assert waiting
    assert waiting.question == understood.open_questions[0]
    assert painting.at("Q1 2025/26", 9, 9) is None


@pytest.mark.parametrize(
    ("shape", "layout"),
    [
        ("quarters_across", Layout.PERIODS_ACROSS), ("sheet_per_quarter", Layout.SHEET_PER_QUARTER),
        ("long_list", Layout.LONG_LIST), ("key_value", Layout.FORM), ("notes_around", Layout.ONE_PERIOD),
        ("four_levels", Layout.PERIODS_ACROSS), ("no_header", Layout.LONG_LIST),
    ],
)  # fmt: skip
def test_the_layout_is_said_with_its_evidence(shape: str, layout: Layout) -> None:
    found = layouts(understand(SHAPES[shape](quarter(2)).board.cells, ASKED))
    assert {each.layout for each in found} == {layout}
    assert all(each.evidence.endswith(".") for each in found)
