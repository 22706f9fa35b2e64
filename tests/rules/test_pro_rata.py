"""Part years and shares, to the penny, always adding up."""

from datetime import date, timedelta
from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.rules.dates import Period, financial_year_period, term_end, year_of
from db.rules.money import Pence, parse_pounds
from db.rules.pro_rata import Basis, over_years, part_year, shared_out
from db.rules.refusal import Refusal

ONE_DAY = timedelta(days=1)
annuals = st.integers(-(10**11), 10**11).map(Pence)
bases = st.sampled_from(Basis)
days = st.dates(date(2000, 1, 1), date(2060, 12, 31))


@given(annuals, st.integers(2000, 2060), st.data(), bases)
def test_the_parts_of_a_year_however_cut_add_up_to_the_year(
    annual: Pence, year: int, data: st.DataObject, basis: Basis
) -> None:
    whole = financial_year_period(year)
    cuts = sorted(data.draw(st.sets(st.dates(whole.starts_on + ONE_DAY, whole.ends_on), max_size=6)))
    starts, ends = [whole.starts_on, *cuts], [*(cut - ONE_DAY for cut in cuts), whole.ends_on]
    parts = [part_year(annual, Period(*each), basis) for each in zip(starts, ends, strict=True)]
    assert sum(part.pence for part in parts) == annual


@given(annuals, days, st.integers(0, 400))
def test_a_part_is_never_more_than_a_penny_out(annual: Pence, starts_on: date, length: int) -> None:
    year = financial_year_period(year_of(starts_on))
    part = part_year(annual, Period(starts_on, min(starts_on + length * ONE_DAY, year.ends_on)), Basis.DAYS)
    exact = Fraction((part.days.ends_on - part.days.starts_on).days + 1, (year.ends_on - year.starts_on).days + 1)
    assert abs(part.pence - annual * exact) <= 1


@given(annuals, days, st.integers(1, 10), bases)
def test_a_term_of_whole_years_from_april_costs_the_yearly_amount_each_year(
    annual: Pence, day: date, years: int, basis: Basis
) -> None:
    starts_on = date(day.year, 4, 1)
    parts = over_years(annual, Period(starts_on, term_end(starts_on, 12 * years)), basis)
    assert [part.pence for part in parts] == [annual] * years
    assert [part.year for part in parts] == list(range(day.year, day.year + years))


@given(days, st.integers(0, 3000))
def test_a_term_is_cut_into_its_years_without_gap_or_overlap(starts_on: date, length: int) -> None:
    term = Period(starts_on, starts_on + length * ONE_DAY)
    parts = [part.days for part in over_years(Pence(100), term)]
    assert (parts[0].starts_on, parts[-1].ends_on) == (term.starts_on, term.ends_on)
    assert all(one.ends_on + ONE_DAY == next_.starts_on for one, next_ in pairwise(parts))


def test_four_months_to_the_end_of_july_by_months_are_a_third_and_by_days_a_little_more() -> None:
    annual, months = parse_pounds("£848,829"), Period(date(2026, 4, 1), date(2026, 7, 31))
    assert part_year(annual, months, Basis.MONTHS).pence == 28_294_300
    assert part_year(annual, months, Basis.DAYS).pence == 28_371_819


def test_a_change_on_2_january_parts_the_year_between_two_rates() -> None:
    before = part_year(parse_pounds("£3.87m"), Period(date(2025, 4, 1), date(2026, 1, 1)))
    after = part_year(parse_pounds("£1.63m"), Period(date(2026, 1, 2), date(2026, 3, 31)))
    assert (before.pence, after.pence) == (292_635_616, 39_745_205)
    assert before.working == (
        "2025-26: 1 April 2025 to 1 January 2026, 276 of 365 days of £3,870,000 is £2,926,356.16."
    )


def test_a_leap_year_has_a_day_more_to_share() -> None:
    assert part_year(Pence(36_600), Period(date(2023, 4, 1), date(2023, 4, 1))).pence == 100
    assert part_year(Pence(36_500), Period(date(2024, 4, 1), date(2024, 4, 1))).pence == 100


def test_the_working_names_the_whole_year_and_the_basis() -> None:
    annual = Pence(120_000)
    assert over_years(annual, financial_year_period(2024))[0].working == "2024-25: the whole year, £1,200."
    month = part_year(annual, Period(date(2024, 5, 1), date(2024, 5, 31)), Basis.MONTHS)
    assert month.working == "2024-25: 1 May 2024 to 31 May 2024, 1/12 of the year by months of £1,200 is £100."


def test_days_in_two_financial_years_are_refused() -> None:
    with pytest.raises(Refusal, match="two financial years"):
        part_year(Pence(100), Period(date(2025, 3, 31), date(2025, 4, 1)))


@given(st.integers(-(10**11), 10**11).map(Pence), st.lists(st.integers(0, 10**6), min_size=1, max_size=8).filter(any))
def test_shares_add_up_and_none_is_a_penny_out(amount: Pence, weights: list[int]) -> None:
    shares = shared_out(amount, weights)
    assert sum(shares) == amount
    assert all(
        abs(share - Fraction(amount * weight, sum(weights))) < 1 for share, weight in zip(shares, weights, strict=True)
    )


def test_of_equal_shares_the_first_takes_the_odd_penny() -> None:
    assert shared_out(Pence(100), [1, 1, 1]) == (34, 33, 33)
    assert shared_out(Pence(-100), [1, 1, 1]) == (-34, -33, -33)


@pytest.mark.parametrize("weights", [[0, 0], [-1, 2]])
def test_an_amount_is_not_shared_by_nothing(weights: list[int]) -> None:
    with pytest.raises(Refusal, match="above 0"):
        shared_out(Pence(100), weights)
