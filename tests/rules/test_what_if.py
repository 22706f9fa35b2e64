"""What a variation would come to: the public cases to the penny, and nothing before its day."""

from dataclasses import replace
from datetime import UTC, date, datetime
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.changes import Author
from db.register import Register
from db.rules.contract import Contract, Part
from db.rules.dates import Period
from db.rules.decision import ContractId
from db.rules.funding import AnnualValue, FundingLine, PartId, PartnerId
from db.rules.money import Pence, parse_pounds, show_millions, show_pounds
from db.rules.refusal import Refusal
from db.rules.value import value_in, yearly_on
from db.rules.what_if import Compared, NewAmount, Proposed, as_varied, cut, what_if
from db.rules.what_if_words import financial_text, savings_lines, show_change
from db.sample.community_navigation import BOARD, COUNCIL, enter_community_navigation
from db.sample.people import enter_providers
from db.sample.wellbeing import VALUES, enter_wellbeing

DAY = date(2026, 1, 2)
LAST = date(2027, 3, 31)
EAST = PartId("East")


def a_contract(*rates: tuple[str, date | None], funding: tuple[tuple[int, str], ...] = ()) -> Contract:
    """A contract of one part from 1 April 2024 to 31 March 2027, paid by the council."""
    return Contract(
        ContractId("A"), 1, "R-1", "A service", starts_on=date(2024, 4, 1), initial_ends_on=LAST,
        parts=(Part(EAST, "East"),),
        annual_values=tuple(AnnualValue(EAST, "East", PartnerId("C"), COUNCIL, on, parse_pounds(pay))
                            for pay, on in rates),
        funding=tuple(FundingLine(EAST, "East", PartnerId("C"), COUNCIL, year, parse_pounds(pay))
                      for year, pay in funding),
    )  # fmt: skip


@pytest.fixture(scope="module")
def sample() -> Register:
    """The sample register as it was before the key decision of 2 October 2025."""
    return before_the_key_decision()


def before_the_key_decision() -> Register:
    """Community Navigation and Wellbeing as the sample enters them, not varied yet."""
    register = Register.in_memory()
    by = Author("Sample officer", "Commissioning officer", datetime(2026, 1, 5, tzinfo=UTC))
    enter_providers(register, by)
    enter_community_navigation(register, by)
    enter_wellbeing(register, by)
    return register


def wellbeing(sample: Register) -> list[Proposed]:
    """The key decision's new yearly amounts, contract by contract."""
    return [
        Proposed(
            sample.contracts.get(reference),
            DAY,
            tuple(NewAmount(area, COUNCIL, after) for area, (_, after) in areas.items()),
            LAST,
        )
        for reference, areas in VALUES.items()
    ]


def test_the_wellbeing_variation_comes_out_row_by_row_as_the_decision_prints_it(sample: Register) -> None:
    found = what_if(wellbeing(sample))
    assert [(show_millions(each.before or Pence(0)), show_millions(each.after or Pence(0)), show_change(each))
            for each in found.rates] == [
        ("£0.99m", "£0.42m", "-57.6%"),
        ("£0.66m", "£0.28m", "-57.6%"),
        ("£1.24m", "£0.52m", "-58.1%"),
        ("£0.98m", "£0.41m", "-58.2%"),
    ]  # fmt: skip
    whole = found.total_rate
    assert (show_pounds(whole.before or Pence(0)), show_pounds(whole.after or Pence(0))) == ("£3,870,000", "£1,630,000")
    assert (show_change(whole), show_pounds(whole.saving)) == ("-57.9%", "£2,240,000")


def test_the_wellbeing_years_are_a_part_year_by_days_and_then_a_whole_one(sample: Register) -> None:
    part, whole = what_if(wellbeing(sample)).year_totals
    assert (part.year, whole.year) == (2025, 2026)
    assert whole.saving == Pence(2_240_000_00)
    exact = Fraction(2_240_000_00 * 89, 365)  # 2 January to 31 March 2026 are 89 of 365 days
    assert abs(part.saving - exact) < 4
    assert part.before == Pence(3_870_000_00)


def test_two_fifths_of_the_councils_part_a_come_off_to_the_penny(sample: Register) -> None:
    part_a = sample.contracts.get("SAMPLE-CN-A")
    (new,) = cut(part_a, 40, date(2024, 4, 1), [COUNCIL])
    assert new == NewAmount("Part A", COUNCIL, Pence(848_829_00 - 339_531_60))
    found = what_if([Proposed(part_a, date(2024, 4, 1), (new,))])
    assert {(each.partner, show_pounds(each.saving)) for each in found.years} == {
        (COUNCIL, "£339,531.60"),
        (BOARD, "£0"),
    }
    assert [each.year for each in found.years] == [2024, 2024]


def test_a_cut_without_partners_named_falls_on_each_of_them(sample: Register) -> None:
    part_a = sample.contracts.get("SAMPLE-CN-A")
    assert [(each.partner, show_pounds(each.pence)) for each in cut(part_a, 50, date(2024, 10, 1))] == [
        (COUNCIL, "£424,414.50"),
        (BOARD, "£346,265.50"),
    ]


def test_the_words_of_the_draft_give_every_figure(sample: Register) -> None:
    proposals = wellbeing(sample)
    found = what_if(proposals)
    told = financial_text(proposals, found)
    assert "West Kent, KCC Adult Social Care: £990,000 becomes £420,000, a saving of £570,000, -57.6%" in told
    assert "Together: £3,870,000 becomes £1,630,000, a saving of £2,240,000, -57.9%" in told
    assert "2026-27: £3,870,000 becomes £1,630,000" in told
    assert "nearest penny" in told
    assert sum(each.pence for each in savings_lines(found)) == 2_240_000_00


days = st.dates(date(2024, 4, 2), LAST)


@given(days, st.integers(0, 10**9), st.sampled_from([None, date(2025, 9, 30), LAST, date(2028, 1, 31)]))
def test_figures_before_the_day_never_change(effective_on: date, pence: int, ends_on: date | None) -> None:
    contract = a_contract(("£100,000", None), ("£120,000", date(2025, 7, 1)), funding=((2024, "£90,000.01"),))
    varied = as_varied(Proposed(contract, effective_on, (NewAmount("East", COUNCIL, Pence(pence)),), ends_on))
    for year in (2024, 2025, 2026):
        whole = Period(date(year, 4, 1), date(year + 1, 3, 31))
        if whole.starts_on < effective_on:
            before = Period(whole.starts_on, min(whole.ends_on, effective_on.replace() - date.resolution))
            payer = ("East", COUNCIL)
            assert value_in(varied, payer, before, whole) == value_in(contract, payer, before, whole)


@given(days, st.integers(0, 10**9))
def test_what_is_saved_is_what_is_paid_less_from_the_day_on(effective_on: date, pence: int) -> None:
    contract = a_contract(("£100,000", None))
    found = what_if([Proposed(contract, effective_on, (NewAmount("East", COUNCIL, Pence(pence)),))])
    whole_years = [each for each in found.years if (each.year or 0) > found.years[0].year]  # type: ignore[operator]
    assert all(each.saving == Pence(100_000_00 - pence) for each in whole_years)
    assert found.total_years.saving == sum(each.saving for each in found.years)


def test_an_earlier_last_day_saves_what_would_have_been_paid_after_it() -> None:
    found = what_if([Proposed(a_contract(("£365,000", None)), date(2026, 4, 1), ends_on=date(2026, 9, 30))])
    assert [(each.year, show_pounds(each.saving)) for each in found.years] == [(2026, "£182,000")]


def test_a_rate_of_a_later_day_changes_what_was_funded_for_the_year() -> None:
    contract = a_contract(("£36,500", date(2026, 1, 1)), funding=((2025, "£73,000"),))
    year = Period(date(2025, 4, 1), date(2026, 3, 31))
    assert value_in(contract, ("East", COUNCIL), year, year) == Pence(200 * 275_00 + 100 * 90_00)
    assert yearly_on(contract, ("East", COUNCIL), date(2025, 12, 31)) == Pence(73_000_00)
    assert yearly_on(contract, ("East", COUNCIL), date(2026, 1, 1)) == Pence(36_500_00)


def test_what_is_not_recorded_is_said_and_left_out_of_the_totals() -> None:
    contract = a_contract(("£100", None))
    new = (NewAmount("East", COUNCIL, Pence(50_00)), NewAmount("East", BOARD, Pence(70_00)))
    found = what_if([Proposed(contract, DAY, new)])
    assert [(each.partner, each.before) for each in found.rates] == [(COUNCIL, Pence(100_00)), (BOARD, None)]
    assert any(f"what {BOARD} pays for East a year is not recorded" in note for note in found.notes)
    assert found.total_rate.saving == Pence(50_00)
    assert show_change(found.rates[1]) == "–"


def test_a_contract_without_a_last_day_is_looked_at_for_one_full_year_more() -> None:
    contract = replace(a_contract(("£100", None)), initial_ends_on=None)
    found = what_if([Proposed(contract, DAY, (NewAmount("East", COUNCIL, Pence(50_00)),))])
    assert [each.year for each in found.years] == [2025, 2026]
    assert any("no last day recorded" in note for note in found.notes)


@pytest.mark.parametrize(
    ("proposed", "reason"),
    [
        (Proposed(a_contract(), DAY), "Enter a cut, a new amount or a new last day"),
        (Proposed(a_contract(), DAY, (NewAmount("East", COUNCIL, Pence(-1)),)), "less than nothing"),
        (Proposed(a_contract(), DAY, ends_on=date(2026, 1, 1)), "before the change takes effect"),
    ],
)
def test_what_cannot_be_is_refused(proposed: Proposed, reason: str) -> None:
    with pytest.raises(Refusal, match=reason):
        what_if([proposed])


@pytest.mark.parametrize("percent", [0, -1, 101])
def test_a_cut_is_above_nothing_and_at_most_all(percent: int) -> None:
    with pytest.raises(Refusal, match="above 0 and up to 100"):
        cut(a_contract(("£100", None)), percent, DAY)


def test_a_cut_of_nothing_recorded_is_refused() -> None:
    with pytest.raises(Refusal, match="No yearly amount is recorded for R-1 on 2 January 2026"):
        cut(a_contract(), 40, DAY)


def test_a_rise_is_more_and_no_saving() -> None:
    line = Compared("R-1", "East", COUNCIL, Pence(100_00), Pence(150_00))
    assert (line.saving, show_change(line)) == (Pence(-50_00), "50.0%")
