"""Funding adds up to the penny: the tables of both public decisions, and rates that change on a day."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.rules.funding import (
    AnnualValue,
    FundingLine,
    FundingTable,
    PartId,
    PartnerId,
    check_totals,
    funding_table,
    in_force,
    total_on,
)
from db.rules.money import Pence, parse_pounds, show_millions, show_pounds
from db.rules.refusal import Refusal

COUNCIL, NHS = "Adult Social Care", "Integrated Care Board"


def line(part: str, partner: str, pounds: str, year: int = 2024) -> FundingLine:
    """What a partner pays for a part in a year."""
    return FundingLine(PartId(part), part, PartnerId(partner), partner, year, parse_pounds(pounds))


def rate(part: str, pounds: str, effective_on: date | None) -> AnnualValue:
    """What the council pays a year for a part from a day on."""
    return AnnualValue(PartId(part), part, PartnerId(COUNCIL), COUNCIL, effective_on, parse_pounds(pounds))


NAVIGATION = funding_table(
    [
        line("Part A", COUNCIL, "£848,829"),
        line("Part B", COUNCIL, "£2,507,501"),
        line("Part A", NHS, "£692,531"),
        line("Part B", NHS, "£1,252,704"),
    ]
)
"""The twelve months from 1 April 2024 that OD.24.00002 approves."""

WELLBEING_NOW = {"West Kent": "£0.99million", "North Kent": "£0.66million", "East Kent": "£1.24million",
                 "Ashford, Canterbury and Swale": "£0.98milion"}  # fmt: skip
WELLBEING_PROPOSED = {"West Kent": "£0.42million", "North Kent": "£0.28million", "East Kent": "£0.52million",
                      "Ashford, Canterbury and Swale": "£0.41million"}  # fmt: skip


def test_the_extension_of_2024_adds_up_as_the_decision_states() -> None:
    check_totals(
        NAVIGATION,
        {
            COUNCIL: parse_pounds("£3,356,330"),
            NHS: parse_pounds("£1,945,235"),
            "Part A": parse_pounds("£1,541,360"),
            "Part B": parse_pounds("£3,760,205"),
            "Total": parse_pounds("£5,301,565"),
        },
    )


def test_partners_stand_down_and_parts_across_in_the_order_they_are_met() -> None:
    assert NAVIGATION.columns == ("Part A", "Part B")
    assert [row.partner for row in NAVIGATION.rows] == [COUNCIL, NHS]
    assert [show_pounds(amount) for amount in NAVIGATION.rows[1].amounts] == ["£692,531", "£1,252,704"]
    assert [show_pounds(amount) for amount in NAVIGATION.totals] == ["£1,541,360", "£3,760,205"]


@pytest.mark.parametrize(
    ("stated", "reason"),
    [
        (
            {"Total": parse_pounds("£5,301,564.99")},
            r"Total come to £5,301,565, but £5,301,564\.99.*difference of £0\.01",
        ),
        ({COUNCIL: parse_pounds("£3,356,340")}, r"Adult Social Care come to £3,356,330.*difference of £10\."),
        ({"Part A": parse_pounds("£1,541,350")}, r"Part A come to £1,541,360.*difference of £10\."),
        ({"Part C": parse_pounds("£1")}, "no row or column called “Part C”"),
    ],
)
def test_a_stated_total_that_differs_is_refused_with_the_difference(stated: dict[str, Pence], reason: str) -> None:
    with pytest.raises(Refusal, match=reason):
        check_totals(NAVIGATION, stated)


@pytest.mark.parametrize(("values", "total"), [(WELLBEING_NOW, "£3.87m"), (WELLBEING_PROPOSED, "£1.63m")])
def test_the_wellbeing_contracts_come_to_what_the_key_decision_states(values: dict[str, str], total: str) -> None:
    table = funding_table(line(part, COUNCIL, pounds) for part, pounds in values.items())
    assert show_millions(table.total) == total


def test_the_wellbeing_saving_is_the_difference_of_the_totals() -> None:
    now, proposed = (
        funding_table(line(part, COUNCIL, pounds) for part, pounds in values.items()).total
        for values in (WELLBEING_NOW, WELLBEING_PROPOSED)
    )
    assert show_millions(Pence(now - proposed)) == "£2.24m"


def test_the_three_savings_of_the_key_decision_come_to_its_estimate() -> None:
    live_well = sum(parse_pounds(each) for each in ("£0.28million", "£0.04million", "£0.04million"))
    savings = parse_pounds("£0.85million") + parse_pounds("£2.24million") + live_well
    assert (show_millions(Pence(live_well)), show_millions(Pence(savings))) == ("£0.36m", "£3.45m")


def test_two_amounts_for_the_same_part_and_partner_are_added() -> None:
    table = funding_table([line("Part A", COUNCIL, "£1"), line("Part A", COUNCIL, "£2.50")])
    assert table.rows[0].amounts == (350,)


def test_a_part_that_a_partner_does_not_pay_for_is_nought() -> None:
    table = funding_table([line("Part A", COUNCIL, "£1"), line("Part B", NHS, "£2")])
    assert [row.amounts for row in table.rows] == [(100, 0), (0, 200)]


def test_no_funding_is_an_empty_table() -> None:
    assert funding_table([]) == FundingTable((), (), (), Pence(0))


@given(st.lists(st.tuples(st.sampled_from("ABC"), st.sampled_from("KNH"), st.integers(-(10**9), 10**9))))
def test_rows_and_columns_always_come_to_the_same_total(amounts: list[tuple[str, str, int]]) -> None:
    lines = [FundingLine(PartId(a), a, PartnerId(p), p, 2024, Pence(n)) for a, p, n in amounts]
    table = funding_table(lines)
    assert table.total == sum(table.totals) == sum(row.total for row in table.rows) == sum(n for _, _, n in amounts)


CHANGE = date(2026, 1, 2)
RATES = (
    rate("West Kent", "£0.99m", None),
    rate("North Kent", "£0.66m", date(2025, 4, 1)),
    rate("West Kent", "£0.42m", CHANGE),
)


@pytest.mark.parametrize(
    ("day", "total"),
    [
        (date(2025, 3, 31), "£0.99m"),
        (date(2025, 4, 1), "£1.65m"),
        (date(2026, 1, 1), "£1.65m"),
        (CHANGE, "£1.08m"),
    ],
)
def test_a_rate_counts_from_its_first_day_until_the_next(day: date, total: str) -> None:
    assert show_millions(total_on(RATES, day)) == total
    assert show_millions(total_on(reversed(RATES), day)) == total


def test_one_rate_is_in_force_for_each_part_and_partner() -> None:
    assert [(value.part, value.pence) for value in in_force(RATES, CHANGE)] == [
        ("West Kent", 42_000_000),
        ("North Kent", 66_000_000),
    ]
