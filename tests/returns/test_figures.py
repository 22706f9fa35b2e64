"""What a cell of a return is taken to say."""

from datetime import date, datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.returns.cells import CellValue
from db.returns.figures import is_not_returned, read_figure, show_value
from db.rules.monitoring import MeasureUnit
from db.rules.refusal import Refusal

COUNT, DECIMAL, WORDS = MeasureUnit.COUNT, MeasureUnit.DECIMAL, MeasureUnit.WORDS
POUNDS, PERCENT = MeasureUnit.POUNDS, MeasureUnit.PERCENT

READ: list[tuple[CellValue, MeasureUnit, object]] = [
    (120, COUNT, 120),
    (120.0, COUNT, 120),
    (0, COUNT, 0),
    ("0", COUNT, 0),
    ("1,234", COUNT, 1234),
    (" 1234 ", COUNT, 1234),
    ("1,234.00", COUNT, 1234),
    ("+7", COUNT, 7),
    ("12\xa0", COUNT, 12),
    (12.5, DECIMAL, Decimal("12.5")),
    (0.1 + 0.2, DECIMAL, Decimal("0.3")),
    (-3, DECIMAL, -3),
    ("\u22121,234.25", DECIMAL, Decimal("-1234.25")),
    (".5", DECIMAL, Decimal("0.5")),
    (18250.5, POUNDS, 1825050),
    (848829.1000000001, POUNDS, 84882910),
    (0, POUNDS, 0),
    ("£18,250.50", POUNDS, 1825050),
    ("18250", POUNDS, 1825000),
    ("£ 1,234", POUNDS, 123400),
    ("£0.42m", POUNDS, 42000000),
    ("£3,431k", POUNDS, 343100000),
    ("(1,200)", POUNDS, -120000),
    ("-£5", POUNDS, -500),
    ("£1,234\xa0", POUNDS, 123400),
    (85, PERCENT, 85),
    (0, PERCENT, 0),
    (100, PERCENT, 100),
    ("85%", PERCENT, 85),
    ("85 %", PERCENT, 85),
    ("85.5 per cent", PERCENT, Decimal("85.5")),
    ("0.5%", PERCENT, Decimal("0.5")),
    ("All well", WORDS, "All well"),
    ("  two\nlines ", WORDS, "two\nlines"),
    (12, WORDS, "12"),
    (date(2025, 3, 31), WORDS, "31 March 2025"),
]

WRONG: list[tuple[CellValue, MeasureUnit, str]] = [
    ("about 12.5", DECIMAL, "not a number"),
    (date(2025, 3, 31), DECIMAL, "a date"),
    (10**13, DECIMAL, "larger"),
    (-3, COUNT, "less than nothing"),
    ("-3", COUNT, "less than nothing"),
    ("\u22123", COUNT, "less than nothing"),
    ("(3)", COUNT, "less than nothing"),
    (2.5, COUNT, "fraction"),
    ("2.5", COUNT, "fraction"),
    ("twelve", COUNT, "not a number"),
    ("12 people", COUNT, "not a number"),
    ("about 12", COUNT, "not a number"),
    ("1,23", COUNT, "not a number"),
    ("1 234", COUNT, "not a number"),
    ("12/13", COUNT, "not a number"),
    ("1e3", COUNT, "not a number"),
    ("<5", COUNT, "hidden"),
    ("~20", COUNT, "not an exact number"),
    (True, COUNT, "yes or no"),
    (date(2025, 3, 12), COUNT, "a date"),
    (datetime(2025, 3, 12, 9, 0), COUNT, "a date"),
    (float("inf"), COUNT, "not a number"),
    (10**15, COUNT, "larger than any count"),
    ("#REF!", COUNT, "error of the spreadsheet"),
    ("#N/A", COUNT, "error of the spreadsheet"),
    (0.333, POUNDS, "fraction of a penny"),
    ("£1.234", POUNDS, "fraction of a penny"),
    ("$1,200", POUNDS, "not an amount"),
    ("£0-£2m", POUNDS, "amount"),
    (date(2025, 3, 12), POUNDS, "a date"),
    (10**14, POUNDS, "larger than any contract"),
    (101, PERCENT, "between 0 and 100"),
    (-1, PERCENT, "between 0 and 100"),
    (0.85, PERCENT, "0.85% or 85%"),
    ("0.85", PERCENT, "0.85% or 85%"),
    ("most", PERCENT, "not a percentage"),
    ("#DIV/0!", WORDS, "error of the spreadsheet"),
]


@pytest.mark.parametrize(("value", "unit", "meant"), READ)
def test_a_figure_is_read_as_the_provider_meant_it(value: CellValue, unit: MeasureUnit, meant: object) -> None:
    assert read_figure(value, unit) == meant
    assert not is_not_returned(value, unit)


@pytest.mark.parametrize(("value", "unit", "said"), WRONG)
def test_what_breaks_a_rule_is_refused_with_how_it_does(value: CellValue, unit: MeasureUnit, said: str) -> None:
    with pytest.raises(Refusal) as refused:
        read_figure(value, unit)
    assert said in str(refused.value)


@pytest.mark.parametrize("value", ["N/A", "n/a", "-", "–", "nil", "x", "[x]", "Not held", "not  held", "..", "TBC"])
def test_a_placeholder_is_not_returned_and_never_nought(value: str) -> None:
    assert is_not_returned(value, COUNT)


def test_none_and_nil_are_answers_in_words() -> None:
    assert not is_not_returned("None", WORDS)
    assert is_not_returned("None", POUNDS)


def test_nought_is_not_a_placeholder() -> None:
    assert not is_not_returned(0, COUNT)
    assert not is_not_returned("0", COUNT)


def test_a_number_shown_as_a_percentage_is_of_one() -> None:
    assert read_figure(0.85, PERCENT, shown_as_percent=True) == 85
    assert read_figure(1, PERCENT, shown_as_percent=True) == 100
    assert read_figure(0.005, PERCENT, shown_as_percent=True) == Decimal("0.5")


@pytest.mark.parametrize("unit", [COUNT, POUNDS])
def test_a_percentage_in_place_of_a_number_or_money_is_refused(unit: MeasureUnit) -> None:
    with pytest.raises(Refusal, match="percentage"):
        read_figure(0.5, unit, shown_as_percent=True)


@given(st.integers(min_value=-(10**13), max_value=10**13))
def test_money_typed_as_a_number_is_exact_to_the_penny(pence: int) -> None:
    assert read_figure(pence / 100, POUNDS) == pence


@given(st.integers(min_value=0, max_value=10**12))
def test_a_count_is_the_same_as_a_number_and_as_text(count: int) -> None:
    assert read_figure(count, COUNT) == read_figure(f"{count:,}", COUNT) == read_figure(str(count), COUNT) == count


@given(
    st.text() | st.integers() | st.floats() | st.booleans() | st.dates(), st.sampled_from(MeasureUnit), st.booleans()
)
def test_any_cell_is_a_figure_or_a_refusal(value: CellValue, unit: MeasureUnit, percent: bool) -> None:
    try:
        figure = read_figure(value, unit, shown_as_percent=percent)
    except Refusal:
        return
    assert isinstance(figure, str) is (unit is WORDS)


def test_a_long_value_is_shown_cut_short() -> None:
    assert show_value("x" * 500) == "x" * 57 + "..."
    assert show_value(0.1) == "0.1"
