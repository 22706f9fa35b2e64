"""The steps behind a contract's days, as the sample's history gives them."""

from datetime import UTC, date, datetime

import pytest

from db.register import Register
from db.rules.contract import Contract
from db.rules.standing import standing
from db.rules.working import how_far_it_can_go, how_it_ends
from db.sample import fill


@pytest.fixture(scope="module")
def contracts() -> dict[str, Contract]:
    """The contracts of the sample by reference."""
    with Register.in_memory() as register:
        fill(register, datetime(2026, 1, 5, tzinfo=UTC))
        return {each.reference: each for each in register.contracts.all() if isinstance(each, Contract)}


def test_the_steps_to_the_last_day_are_told_in_the_order_they_were_decided(contracts: dict[str, Contract]) -> None:
    assert how_it_ends(standing(contracts["SAMPLE-CN-B"], date(2025, 12, 15))) == (
        "First term from 1 April 2019 to 31 March 2023, as the contract says.",
        "Option 1, used by 22/00092: 1 April 2023 to 31 March 2024.",
        "Option 2, used by OD.24.00002: 1 April 2024 to 31 March 2025.",
        "Variation 1, by 24/00113: to 31 March 2026.",
    )


def test_a_step_that_was_not_yet_decided_on_the_day_is_not_told(contracts: dict[str, Contract]) -> None:
    steps = how_it_ends(standing(contracts["SAMPLE-CN-A"], date(2023, 12, 15)))
    assert steps[-1] == "Option 1, used by 22/00092: 1 April 2023 to 31 March 2024."


def test_how_far_it_can_go_adds_every_option(contracts: dict[str, Contract]) -> None:
    steps = how_far_it_can_go(standing(contracts["SAMPLE-CN-A"], date(2022, 12, 1)))
    assert steps[1:] == (
        "Option 1 adds 12 months: 1 April 2023 to 31 March 2024.",
        "Option 2 adds 12 months: 1 April 2024 to 31 March 2025.",
    )


def test_a_first_term_that_is_not_recorded_is_said_to_be_so(contracts: dict[str, Contract]) -> None:
    at = standing(contracts["SAMPLE-LWK-PORCHLIGHT"], date(2025, 12, 15))
    assert how_far_it_can_go(at) == ("The first term is not recorded.",)
    assert how_it_ends(at) == ()
