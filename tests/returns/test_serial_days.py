"""A spreadsheet's count of days as the day it means."""

from datetime import date, datetime

import pytest

from db.returns.files.serial_days import EPOCH_1900, EPOCH_1904, day_of, duration_of, written_day, written_duration


@pytest.mark.parametrize(
    ("count", "meant"),
    [
        (45747, date(2025, 3, 31)),
        (45747.6041666667, datetime(2025, 3, 31, 14, 30)),
        (1, date(1900, 1, 1)),
        (59, date(1900, 2, 28)),
        (61, date(1900, 3, 1)),
        (0.5, "12:00:00"),
        (2_958_465, date(9999, 12, 31)),
        (2_958_466, 2_958_466),
    ],
)
def test_a_count_of_days_is_a_day_a_moment_or_a_time(count: float, meant: object) -> None:
    assert day_of(count, EPOCH_1900) == meant


def test_a_workbook_from_an_old_macintosh_counts_from_1904() -> None:
    assert day_of(44_285, EPOCH_1904) == date(2025, 3, 31)


@pytest.mark.parametrize(
    ("days", "said"), [(1.0625, "25:30:00"), (-0.5, "-12:00:00"), (0.000001157407, "00:00:00.100")]
)
def test_a_length_of_time_is_said_in_hours(days: float, said: str) -> None:
    assert duration_of(days) == said


def test_a_day_in_words_that_is_none_stays_words() -> None:
    assert written_day("2025-03-31") == date(2025, 3, 31)
    assert written_day("31st") == "31st"


def test_a_length_of_time_beyond_all_lives_stays_a_number() -> None:
    assert duration_of(1e300) == 1e300


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("PT255H10M10S", "255:10:10"),
        ("P1DT02H30M", "26:30:00"),
        ("-PT00H30M00.5S", "-00:30:00.500"),
        ("PT1,5S", "00:00:01.500"),
        ("P", "P"),
        ("two hours", "two hours"),
    ],
)
def test_a_length_of_time_in_words_is_said_in_hours(written: str, said: str) -> None:
    assert written_duration(written) == said
