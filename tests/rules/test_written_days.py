"""Days as officers type them and as councils' papers print them."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.rules.dates import EARLIEST, LATEST, show_day, show_short_day
from db.rules.refusal import Refusal
from db.rules.written_days import parse_day

MARCH = date(2025, 3, 31)

UNDERSTOOD = [
    ("31/3/2025", MARCH),
    ("31/03/2025", MARCH),
    ("31 3 2025", MARCH),
    ("31 03 2025", MARCH),
    ("31.3.2025", MARCH),
    ("31.03.2025", MARCH),
    ("31-3-2025", MARCH),
    ("31 / 3 / 2025", MARCH),
    ("31, 3, 2025", MARCH),
    ("31 March 2025", MARCH),
    ("31 march 2025", MARCH),
    ("31 MARCH 2025", MARCH),
    ("31 Mar 2025", MARCH),
    ("31 mar. 2025", MARCH),
    ("31st March 2025", MARCH),
    ("31 st March 2025", MARCH),
    ("31st of March 2025", MARCH),
    ("31 March, 2025", MARCH),
    ("31March 2025", MARCH),
    ("31March2025", MARCH),
    ("31-Mar-2025", MARCH),
    ("31-March-2025", MARCH),
    ("March 31, 2025", MARCH),
    ("March 31st, 2025", MARCH),
    ("March 31 2025", MARCH),
    ("2025-03-31", MARCH),
    ("2025-3-31", MARCH),
    ("  31 March 2025  ", MARCH),
    ("31\xa0March\xa02025", MARCH),
    ("31\tMarch\n2025", MARCH),
    (".15 January 2024.....", date(2024, 1, 15)),
    ("15 January 2024", date(2024, 1, 15)),
    ("October 2, 2025", date(2025, 10, 2)),
    ("23/06/2025.", date(2025, 6, 23)),
    ("12.06.2025", date(2025, 6, 12)),
    ("6th December 2024", date(2024, 12, 6)),
    ("31March 2023", date(2023, 3, 31)),
    ("1st Oct 2022", date(2022, 10, 1)),
    ("September 1st, 2019", date(2019, 9, 1)),
    ("1 Sept 2019", date(2019, 9, 1)),
    ("2nd May 2025", date(2025, 5, 2)),
    ("3rd jun 2025", date(2025, 6, 3)),
    ("1 4 2025", date(2025, 4, 1)),
    ("04/05/2025", date(2025, 5, 4)),
    ("29 February 2024", date(2024, 2, 29)),
    ("1 1 1900", date(1900, 1, 1)),
    ("31 12 2199", date(2199, 12, 31)),
]

REFUSED = [
    ("", "Enter a date"),
    ("  ", "Enter a date"),
    ("....", "Enter a date"),
    ("01/10/19", "year must include 4 numbers"),
    ("31 March 25", "year must include 4 numbers"),
    ("31-Mar-25", "year must include 4 numbers"),
    ("31 March 20255", "year must include 4 numbers"),
    ("30 June", "must include a year"),
    ("30th of June", "must include a year"),
    ("30/6", "must include a year"),
    ("March 2027", "must include a day"),
    ("April 2019", "must include a day"),
    ("29 February 2025", "must be a real date"),
    ("31 June 2025", "must be a real date"),
    ("31/13/2025", "must be a real date"),
    ("03/31/2025", "must be a real date"),
    ("0/3/2025", "must be a real date"),
    ("32 March 2025", "must be a real date"),
    ("31 Marzo 2025", "is not a month"),
    ("31 Ju 2025", "must be a real date"),
    ("soon", "must be a real date"),
    ("20250331", "must be a real date"),
    ("31 March 1899", "from 1900 to 2199"),
    ("1 1 2200", "from 1900 to 2199"),
    ("31 March 0000", "must be a real date"),
]


@pytest.mark.parametrize(("written", "day"), UNDERSTOOD)
def test_a_written_day_is_understood(written: str, day: date) -> None:
    assert parse_day(written) == day


@pytest.mark.parametrize(("written", "reason"), REFUSED)
def test_what_is_not_a_day_is_refused_with_its_reason(written: str, reason: str) -> None:
    with pytest.raises(Refusal, match=reason):
        parse_day(written)


def test_the_table_of_forms_is_as_long_as_promised() -> None:
    assert len({written for written, _ in UNDERSTOOD}) >= 40


@given(st.dates(EARLIEST, LATEST))
def test_every_way_we_show_a_day_reads_back(day: date) -> None:
    shown = (show_day(day), show_short_day(day), day.isoformat(), f"{day.day}/{day.month}/{day.year}")
    assert {parse_day(each) for each in shown} == {day}


@given(st.text(max_size=30) | st.text(alphabet="0123456789/.- Marchth,", max_size=20))
def test_any_text_is_a_day_or_is_refused(text: str) -> None:
    try:
        found = parse_day(text)
    except Refusal:
        return
    assert EARLIEST <= found <= LATEST


def test_a_day_is_the_same_day_in_every_time_zone(time_zone: str) -> None:
    written = [(MARCH + timedelta(days=n)).isoformat() for n in range(366)]
    assert [parse_day(each).isoformat() for each in written] == written
