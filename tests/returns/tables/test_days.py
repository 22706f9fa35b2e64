"""Days in a column: which comes first is decided once, and what is no day says why."""

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.returns.cells import CellValue
from db.returns.tables.days import DateOrder, order_of, read_day

DAY, MONTH = DateOrder.DAY_FIRST, DateOrder.MONTH_FIRST


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("2024-04-01", date(2024, 4, 1)),
        ("2024-04-01T00:00:00Z", date(2024, 4, 1)),
        ("2024-04-01 09:30", date(2024, 4, 1)),
        ("1/4/2024", date(2024, 4, 1)),
        ("1/4/24", date(2024, 4, 1)),
        ("01.04.2024", date(2024, 4, 1)),
        ("01 Nov 2019", date(2019, 11, 1)),
        ("21,01,2013", date(2013, 1, 21)),
        ("31March 2023", date(2023, 3, 31)),
        ("1st Oct 2022", date(2022, 10, 1)),
        ("1st of October 2022", date(2022, 10, 1)),
        ("October 1, 2022", date(2022, 10, 1)),
        ("7-Sept-21", date(2021, 9, 7)),
        ("45383", date(2024, 4, 1)),
        (45383, date(2024, 4, 1)),
        (date(2024, 4, 1), date(2024, 4, 1)),
        (datetime(2024, 4, 1, 9, 30), date(2024, 4, 1)),
    ],
)
def test_a_day_is_read_in_every_form_seen(written: CellValue, day: date) -> None:
    assert read_day(written, DAY).day == day


@pytest.mark.parametrize(
    ("written", "why"),
    [
        ("01/04/2024 to 31/03/2025", "two dates"),
        ("March 2023", "month and no day"),
        ("cancelled", "words"),
        ("month to month", "words"),
        ("31/02/2024", "no such day"),
        ("1/4/99999", "99999"),
        (date(1, 1, 1), "1900"),
        (17, "number"),
        (True, "yes or no"),
        ("4/13/2025", "only be read month first"),
    ],
)
def test_what_is_no_day_says_why(written: CellValue, why: str) -> None:
    read = read_day(written, DAY)
    assert read.day is None
    assert why in read.trouble


@pytest.mark.parametrize("written", ["TBC", "n/a", "-", ""])
def test_a_mark_gives_no_day_and_is_no_trouble(written: str) -> None:
    assert read_day(written, DAY) == read_day(written, MONTH)
    assert (read_day(written, DAY).day, read_day(written, DAY).trouble) == (None, "")


def test_one_date_that_fits_only_one_order_decides_for_the_column() -> None:
    assert order_of(["1/4/2024", "13/4/2024", "2/3/2024"]).order is DAY
    assert order_of(["1/4/2024", "4/13/2024", "2/3/2024"]).order is MONTH


def test_dates_that_fit_both_orders_are_asked() -> None:
    seen = order_of(["1/4/2024", "2/3/2024"])
    assert seen.order is None
    assert seen.must_ask
    assert "2 dates can be read day first and month first" in seen.evidence


def test_a_column_that_mixes_both_orders_is_asked_and_says_so() -> None:
    seen = order_of(["13/4/2024", "4/13/2024"])
    assert seen.must_ask
    assert "mixes both" in seen.evidence


def test_nothing_is_asked_where_no_order_is_needed() -> None:
    assert not order_of(["2024-04-01", date(2024, 4, 2), "5 May 2024", "3/3/2024"]).must_ask


def test_real_dates_beside_texts_that_could_be_none_may_be_swapped() -> None:
    assert order_of([date(2025, 9, 1), "15/01/2025"]).swapped
    assert not order_of([date(2025, 1, 19), "15/01/2025"]).swapped


def test_every_conversion_is_told() -> None:
    assert "45,383" in read_day("45383", DAY).how
    assert "2024" in read_day("1/4/24", DAY).how
    assert read_day("1/4/2024", DAY).how == "Read day first, as the whole column."
    assert read_day("13/4/2024", DAY).how == ""


@given(st.lists(st.dates(date(2000, 1, 1), date(2099, 12, 31)), min_size=1, max_size=20))
def test_all_dates_of_a_column_are_read_in_one_order_or_none_is(days: list[date]) -> None:
    written: list[CellValue] = [f"{day.day}/{day.month}/{day.year}" for day in days]
    seen = order_of(written)
    read = [read_day(each, seen.order).day for each in written]
    if seen.order:
        assert read == days
    else:
        assert all(day is None or day == wanted for day, wanted in zip(read, days, strict=True))
