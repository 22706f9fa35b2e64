"""Decision numbers: as councils print them, unique, in order, with what was skipped."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.rules.decision import DecisionKind
from db.rules.numbering import Series, Skipped, did_you_mean, gaps, next_number, read_number, same_number
from db.rules.refusal import Refusal

OFFICER, MEMBER = DecisionKind.OFFICER, DecisionKind.MEMBER
JANUARY = date(2024, 1, 15)


@pytest.mark.parametrize(
    ("printed", "series", "year", "sequence"),
    [
        ("OD.24.00002", Series.OFFICER, 2024, 2),
        ("OD-23-0002", Series.OFFICER, 2023, 2),
        ("OD/24/00002", Series.OFFICER, 2024, 2),
        ("od.24.00002", Series.OFFICER, 2024, 2),
        ("OD 24 00002", Series.OFFICER, 2024, 2),
        ("OD.24.99999", Series.OFFICER, 2024, 99_999),
        ("22/00092", Series.MEMBERS, 2022, 92),
        ("11/01810", Series.MEMBERS, 2011, 1810),
        ("24/0113", Series.MEMBERS, 2024, 113),
        ("OKD35 (24/25)", Series.FINANCIAL_YEAR, 2024, 35),
        ("OKD35 19/20", Series.FINANCIAL_YEAR, 2019, 35),
        ("OKD35 99/00", Series.FINANCIAL_YEAR, 2099, 35),
        ("Cabinet 4 of May", Series.AS_PRINTED, None, None),
        ("OKD35 (24/26)", Series.AS_PRINTED, None, None),
        ("3022", Series.AS_PRINTED, None, None),
    ],
)
def test_numbers_are_read_as_councils_print_them(
    printed: str, series: Series, year: int | None, sequence: int | None
) -> None:
    read = read_number(f"  {printed} ")
    assert read is not None
    assert (read.series, read.year, read.sequence, read.printed) == (series, year, sequence, printed)


@pytest.mark.parametrize("nothing", ["", "  ", "\n\t"])
def test_nothing_written_is_no_number(nothing: str) -> None:
    assert read_number(nothing) is None
    assert not same_number(nothing, nothing)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("OD.24.00002", "OD-24-00002"),
        ("OD.24.00002", "od/24/00002"),
        ("OD-23-0002", "OD.23.00002"),
        ("OKD35 (24/25)", "okd35 24/25"),
        ("22/00092", "22 / 00092"),
        ("Minute 12", "minute  12"),
    ],
)
def test_one_number_printed_two_ways_is_one_number(one: str, other: str) -> None:
    assert same_number(one, other)
    assert same_number(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("OD.24.00002", "OD.23.00002"),
        ("OD.24.00002", "24/00002"),
        ("OD.24.00002", "OD.24.00020"),
        ("OKD35 (24/25)", "OKD35 19/20"),
        ("24/0113", "24/00113"),
        ("Minute 12", "Minute 13"),
    ],
)
def test_numbers_that_only_look_alike_are_two(one: str, other: str) -> None:
    assert not same_number(one, other)


@pytest.mark.parametrize(
    ("printed", "usual"),
    [
        ("24/0113", False),
        ("24/00113", True),
        ("OD.24.002", False),
        ("OD-23-0002", True),
        ("OD.24.00002", True),
        ("Minute 12", True),
    ],
)
def test_an_unusual_length_is_told(printed: str, usual: bool) -> None:
    read = read_number(printed)
    assert read is not None
    assert read.is_usual is usual


@pytest.mark.parametrize(
    ("misprint", "meant"),
    [
        ("24/0113", "24/00113"),
        ("24/00131", "24/00113"),
        ("24/000113", "24/00113"),
        ("24/00103", "24/00113"),
        ("24/00113", None),
        ("24/00777", None),
        ("OD.24.00113", None),
        ("OD.24.0002", None),
        ("", None),
    ],
)
def test_a_likely_misprint_is_told_from_what_was_meant(misprint: str, meant: str | None) -> None:
    assert did_you_mean(misprint, ["22/00092", "24/00113", "OD.24.00002"]) == meant


@pytest.mark.parametrize(
    ("kind", "day", "taken", "expected"),
    [
        (OFFICER, JANUARY, (), "OD.24.00001"),
        (OFFICER, JANUARY, ("OD.24.00002",), "OD.24.00003"),
        (OFFICER, JANUARY, ("OD-24-0002",), "OD.24.00003"),
        (OFFICER, JANUARY, ("OD.23.00417",), "OD.24.00001"),
        (OFFICER, JANUARY, ("24/00113",), "OD.24.00001"),
        (OFFICER, date(2023, 12, 31), ("OD.23.00417", "OD.24.00002"), "OD.23.00418"),
        (OFFICER, date(2024, 3, 31), ("OD.24.00002",), "OD.24.00003"),
        (OFFICER, JANUARY, ("OD.24.00002", "Minute 9", "OKD35 (24/25)", ""), "OD.24.00003"),
        (MEMBER, JANUARY, ("24/00113",), "24/00114"),
        (DecisionKind.CABINET, JANUARY, ("24/00113",), "24/00114"),
        (DecisionKind.COUNCIL, JANUARY, ("24/0113",), "24/00114"),
        (MEMBER, date(2025, 1, 31), ("24/00113",), "25/00001"),
        (OFFICER, date(2009, 6, 1), ("OD.09.00007",), "OD.09.00008"),
    ],
)
def test_the_next_number_follows_the_highest_of_its_year(
    kind: DecisionKind, day: date, taken: tuple[str, ...], expected: str
) -> None:
    assert next_number(kind, day, taken, {}) == expected


def test_a_number_noted_as_used_elsewhere_is_not_offered() -> None:
    assert next_number(OFFICER, JANUARY, ["OD.24.00002"], {"OD.24.00003": "Highways"}) == "OD.24.00004"


def test_a_year_whose_numbers_are_used_up_says_so() -> None:
    with pytest.raises(Refusal, match=r"OD\.24\.99999 is the last number of 2024"):
        next_number(OFFICER, JANUARY, ["OD.24.99999"])
    assert next_number(OFFICER, date(2025, 1, 1), ["OD.24.99999"]) == "OD.25.00001"


def test_what_was_skipped_is_shown_with_what_was_noted_of_it() -> None:
    taken = ["OD.24.00002", "OD.24.00006", "OD.23.00009", "24/00113"]
    noted = {"OD.24.00004": "Used by Highways", "OD.24.00005": "Used by Highways"}
    assert gaps(OFFICER, 2024, taken, noted) == (
        Skipped("OD.24.00001", "OD.24.00001"),
        Skipped("OD.24.00003", "OD.24.00003"),
        Skipped("OD.24.00004", "OD.24.00005", "Used by Highways"),
    )
    assert [each.is_noted for each in gaps(OFFICER, 2024, taken, noted)] == [False, False, True]


def test_a_year_without_decisions_has_no_gaps() -> None:
    assert gaps(MEMBER, 2024, ["22/00092"]) == ()


def test_a_noted_number_above_the_highest_taken_is_told_too() -> None:
    assert gaps(OFFICER, 2024, ["OD.24.00001"], {"OD.24.00002": "Void"}) == (
        Skipped("OD.24.00002", "OD.24.00002", "Void"),
    )


def test_a_noted_number_that_was_taken_after_all_is_no_gap() -> None:
    assert gaps(OFFICER, 2024, ["OD.24.00001", "OD.24.00002"], {"OD.24.00002": "Void"}) == ()


def test_the_longest_year_is_one_line() -> None:
    assert gaps(OFFICER, 2024, ["OD.24.99999"]) == (Skipped("OD.24.00001", "OD.24.99998"),)


@given(st.text(max_size=40), st.text(max_size=40))
def test_no_text_stops_the_reading_of_numbers(one: str, other: str) -> None:
    read_number(one)
    did_you_mean(one, [other])
    assert same_number(one, other) == same_number(other, one)


@given(st.sampled_from([OFFICER, MEMBER]), st.dates(date(2001, 1, 1), date(2098, 12, 31)), st.sets(st.integers(1, 500)))
def test_the_number_offered_is_new_and_reads_back_in_its_year(kind: DecisionKind, day: date, used: set[int]) -> None:
    taken = [f"OD.{day:%y}.{each:05d}" if kind is OFFICER else f"{day:%y}/{each:05d}" for each in used]
    offered = next_number(kind, day, taken)
    read = read_number(offered)
    assert read is not None
    assert read.year == day.year
    assert not any(same_number(offered, each) for each in taken)
