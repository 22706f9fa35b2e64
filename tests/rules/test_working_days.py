"""Working days of England and Wales, and the file of bank holidays behind them."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import resources
from db.calendar import bank_holidays
from db.rules.refusal import Refusal
from db.rules.working_days import (
    NONE_RECORDED,
    YearNotKnown,
    first_working_day_on_or_after,
    holidays_passed,
    is_working_day,
    last_working_day_on_or_before,
    show_weekday,
    why_not_working,
    working_day_after,
    working_day_before,
    working_days_between,
)
from tests.rules.english_days import HOLIDAYS

ONE_DAY = timedelta(days=1)
days = st.dates(date(2013, 1, 1), date(2029, 12, 31))
counts = st.integers(0, 60)

MOVED_OR_ONCE = {
    2012: ({date(2012, 5, 28)}, {date(2012, 6, 4), date(2012, 6, 5)}),
    2020: ({date(2020, 5, 4)}, {date(2020, 5, 8)}),
    2022: ({date(2022, 5, 30)}, {date(2022, 6, 2), date(2022, 6, 3), date(2022, 9, 19)}),
    2023: (set(), {date(2023, 5, 8)}),
}
"""By proclamation: the usual day that was none, and the days that were added."""


def nth_monday(year: int, month: int, n: int) -> date:
    mondays = [
        date(year, month, day) for day in range(1, 32) if month in {5, 8} and date(year, month, day).weekday() == 0
    ]
    return mondays[n]


def easter_sunday(year: int) -> date:
    """The day the Calendar (New Style) Act 1750 gives, by Meeus's steps."""
    a, b, c = year % 19, year // 100, year % 100
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, day = divmod(h + m - 7 * n + 114, 31)
    return date(year, month, day + 1)


def by_the_act(year: int) -> set[date]:
    """The bank holidays of a year by the Act of 1971 and common law, before proclamations."""
    found = {easter_sunday(year) - 2 * ONE_DAY, easter_sunday(year) + ONE_DAY}
    found |= {nth_monday(year, 5, 0), nth_monday(year, 5, -1), nth_monday(year, 8, -1)}
    for day in (date(year, 1, 1), date(year, 12, 25), date(year, 12, 26)):
        while day.weekday() > 4 or day in found:
            day += ONE_DAY
        found.add(day)
    return found


@pytest.mark.parametrize("year", range(2012, 2031))
def test_the_file_has_the_days_of_the_act_and_of_every_proclamation(year: int) -> None:
    taken, added = MOVED_OR_ONCE.get(year, (set(), set()))
    assert {day for day in HOLIDAYS.names if day.year == year} == by_the_act(year) - taken | added


def test_the_file_agrees_with_another_collection_of_bank_holidays() -> None:
    others = pytest.importorskip("holidays")
    theirs = others.country_holidays("GB", subdiv="ENG", years=range(2012, 2031))
    assert set(HOLIDAYS.names) == {day for day in theirs if day.weekday() < 5}


def test_the_file_covers_2018_to_2030_and_the_years_of_the_records_before() -> None:
    assert (HOLIDAYS.first_year, HOLIDAYS.last_year) == (2012, 2030)


@pytest.mark.parametrize("day", [date(2011, 12, 30), date(2031, 1, 2), date(2031, 1, 4)])
def test_a_year_that_is_not_recorded_is_never_guessed(day: date) -> None:
    with pytest.raises(YearNotKnown, match=rf"{day.year} are not recorded.*resources/bank_holidays\.csv"):
        is_working_day(day, holidays=HOLIDAYS)


def test_a_count_that_runs_into_a_year_not_recorded_is_refused() -> None:
    with pytest.raises(YearNotKnown, match="2031"):
        working_day_after(date(2030, 12, 30), 3, holidays=HOLIDAYS)


def test_without_bank_holidays_no_year_is_known() -> None:
    with pytest.raises(YearNotKnown):
        is_working_day(date(2025, 3, 31), holidays=NONE_RECORDED)


def test_years_that_are_missing_are_named() -> None:
    assert HOLIDAYS.missing(date(2029, 1, 1), date(2033, 3, 31)) == (2031, 2032, 2033)
    assert HOLIDAYS.missing(date(2024, 1, 1), date(2030, 12, 31)) == ()


@given(days, counts)
def test_from_a_working_day_so_many_forward_and_as_many_back_is_the_same_day(day: date, n: int) -> None:
    start = first_working_day_on_or_after(day, holidays=HOLIDAYS)
    there = working_day_after(start, n, holidays=HOLIDAYS)
    assert working_day_before(there, n, holidays=HOLIDAYS) == start
    assert working_days_between(start, there, holidays=HOLIDAYS) == max(n - 1, 0)


@given(days, counts)
def test_the_later_a_count_starts_the_later_it_ends(day: date, n: int) -> None:
    assert working_day_after(day, n, holidays=HOLIDAYS) <= working_day_after(day + ONE_DAY, n, holidays=HOLIDAYS)


@given(days)
def test_the_working_days_around_a_day_are_the_nearest(day: date) -> None:
    before = last_working_day_on_or_before(day, holidays=HOLIDAYS)
    after = first_working_day_on_or_after(day, holidays=HOLIDAYS)
    assert before <= day <= after
    assert is_working_day(before, holidays=HOLIDAYS)
    assert is_working_day(after, holidays=HOLIDAYS)
    assert (before == after) is is_working_day(day, holidays=HOLIDAYS)
    assert working_days_between(before, after, holidays=HOLIDAYS) == 0


@given(days)
def test_a_day_is_a_working_day_when_nothing_says_why_not(day: date) -> None:
    assert is_working_day(day, holidays=HOLIDAYS) is not bool(why_not_working(day, holidays=HOLIDAYS))


def test_a_count_below_nothing_is_refused() -> None:
    with pytest.raises(Refusal, match="0 or more"):
        working_day_after(date(2025, 1, 2), -1, holidays=HOLIDAYS)


def test_bank_holidays_that_were_passed_are_told() -> None:
    assert holidays_passed(date(2025, 12, 24), date(2025, 12, 30), holidays=HOLIDAYS) == (
        "Bank holidays not counted: Christmas Day (25 December 2025), Boxing Day (26 December 2025).",
    )
    assert holidays_passed(date(2025, 3, 3), date(2025, 3, 10), holidays=HOLIDAYS) == ()


class DayThatKnowsNoLanguage(date):
    """A day whose own formatting, which follows the machine's language, may not be used."""

    def __format__(self, spec: str) -> str:
        raise AssertionError(spec)

    strftime = __format__


def test_days_of_the_week_are_shown_in_english_whatever_the_language_of_the_machine() -> None:
    assert show_weekday(DayThatKnowsNoLanguage(2026, 12, 29)) == "Tuesday 29 December 2026"


def a_file(folder: Path, text: str) -> Path:
    file = folder / "bank_holidays.csv"
    file.write_text(text, encoding="utf-8")
    return file


def test_a_file_that_excel_saved_is_read_alike(tmp_path: Path) -> None:
    ours = resources.path("bank_holidays.csv").read_text("utf-8").splitlines()
    turned = [f"{line[8:10]}/{line[5:7]}/{line[:4]}{line[10:]}" for line in ours[1:]]
    saved = a_file(tmp_path, "\ufeff" + "\n".join([ours[0], *turned, ",,"]))
    assert bank_holidays(saved).names == HOLIDAYS.names


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda text: text.replace("2026-04-03,Good Friday,\n", ""), "7 bank holidays for 2026"),
        (lambda text: text + "2026-13-01,A day,\n", "must be a real date"),
        (lambda text: text + "2030-12-27,,\n", "line 158: give the bank holiday"),
        (lambda text: text + "2026-04-03,Good Friday,\n", "stands there twice"),
        (lambda text: text.replace("date,", "day,"), "headings date, name, note"),
        (lambda text: "date,name,note\n", "has no bank holidays"),
        (lambda text: text + "2035-12-25,Christmas Day,\n", "0 bank holidays for 2031"),
    ],
)
def test_a_file_that_is_not_whole_is_refused_with_the_place(tmp_path: Path, change, said: str) -> None:  # type: ignore[no-untyped-def]
    with pytest.raises(Refusal, match=said):
        bank_holidays(a_file(tmp_path, change(resources.path("bank_holidays.csv").read_text("utf-8"))))


def test_a_file_that_is_not_there_is_refused_with_its_name(tmp_path: Path) -> None:
    with pytest.raises(Refusal, match=r"nowhere\.csv cannot be read"):
        bank_holidays(tmp_path / "nowhere.csv")
