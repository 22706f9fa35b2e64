"""An officer's own rating: until its day, and with its reason."""

from datetime import date

import pytest

from db.rules.outcome import Outcome
from db.rules.rating import rate
from db.rules.rating_override import Override, standing_rating
from db.rules.refusal import Refusal
from tests.rules.measures import Q3, answered, reading

BY_RULE = rate(answered(), reading("60"), Q3)
OWN = Override(Outcome.AMBER, "Two wards were closed", date(2026, 1, 20), date(2026, 3, 31), "C. Officer")


@pytest.mark.parametrize(
    ("on", "word"),
    [(date(2026, 1, 19), "Red"), (date(2026, 1, 20), "Amber"), (date(2026, 3, 31), "Amber"), (date(2026, 4, 1), "Red")],
)
def test_an_officers_rating_stands_to_its_last_day_and_then_the_rules_comes_back(on: date, word: str) -> None:
    assert standing_rating(BY_RULE, OWN, on).word == word


def test_an_officers_rating_says_so_with_its_reason_and_what_the_rule_gives() -> None:
    rating = standing_rating(BY_RULE, OWN, date(2026, 2, 1))
    assert rating.is_overridden
    assert rating.reason == (
        "Rated amber by C. Officer until 31 March 2026: Two wards were closed. "
        "The rule gives red: 60.0% is below the floor of 75.0%."
    )


def test_without_an_override_the_rule_stands() -> None:
    assert standing_rating(BY_RULE, None, date(2026, 2, 1)) is BY_RULE


@pytest.mark.parametrize(
    ("outcome", "reason", "until", "said"),
    [
        (Outcome.RED, " ", date(2026, 3, 31), "Enter the reason"),
        (Outcome.RED, "Why", date(2026, 1, 19), "Choose a later day"),
        (Outcome.DATA_ONLY, "Why", date(2026, 3, 31), "green, amber or red"),
    ],
)
def test_an_override_needs_a_colour_a_reason_and_a_day(outcome: Outcome, reason: str, until: date, said: str) -> None:
    with pytest.raises(Refusal, match=said):
        Override(outcome, reason, date(2026, 1, 20), until)
