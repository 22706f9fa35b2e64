"""The three values of a contract are kept apart, and what is not recorded is said."""

from dataclasses import replace
from datetime import date

from db.rules.award_facts import AwardFacts
from db.rules.contract import Contract, ExtensionOption, OptionId
from db.rules.money import Pence
from db.rules.value import values_of
from tests.rules.test_what_if import a_contract

DAY = date(2025, 6, 1)
PAID = replace(
    a_contract(("£100,000", None), ("£40,000", date(2026, 4, 1))), options=(ExtensionOption(OptionId("1"), 1, 12),)
)
"""Three years to 31 March 2027: £100,000 a year, from 1 April 2026 £40,000, and an option of a year."""


def pence(contract: Contract, facts: AwardFacts | None = None) -> tuple[Pence | None, ...]:
    found = values_of(contract, facts, DAY)
    return found.original.pence, found.current.pence, found.maximum.pence


def test_the_first_the_present_and_the_most_are_three_values() -> None:
    assert pence(PAID) == (Pence(300_000_00), Pence(240_000_00), Pence(280_000_00))


def test_the_value_recorded_at_award_is_the_original_one() -> None:
    found = values_of(PAID, AwardFacts(date(2024, 1, 2), original_pence=Pence(387_000_00)), DAY).original
    assert (found.pence, found.how) == (Pence(387_000_00), "as recorded at award, without VAT, over the longest term")


def test_years_after_the_last_funded_are_paid_like_it_in_the_maximum_only() -> None:
    years = ((2024, "£10,000"), (2025, "£11,000"), (2026, "£12,000"))
    assert pence(replace(PAID, annual_values=(), funding=a_contract(funding=years).funding)) == (
        Pence(33_000_00),
        Pence(33_000_00),
        Pence(45_000_00),
    )


def test_what_is_not_recorded_is_said_and_never_guessed() -> None:
    gap = values_of(a_contract(funding=((2025, "£1"),)), None, DAY)
    assert (gap.current.pence, gap.current.how) == (None, "not recorded: no amount for 2024-25")
    assert values_of(replace(PAID, starts_on=None), None, DAY).original.how.startswith("not recorded: the first or")
    assert values_of(a_contract(), None, DAY).maximum.how == "not recorded: there is no amount"
