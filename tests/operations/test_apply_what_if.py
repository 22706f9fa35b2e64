"""Applying a what-if drafts the decision and varies the contracts together, or does nothing."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from db.changes import Author
from db.operations.apply_what_if import apply_what_if
from db.operations.edit_details import edit_details
from db.operations.record_decision import NewDecision
from db.operations.undo import redo, undo
from db.operations.vary import NewVariation
from db.register import Register
from db.rules.decision import DecisionKind, DecisionText, EffectKind
from db.rules.money import Pence
from db.rules.refusal import Refusal
from db.rules.what_if import what_if
from db.sample.wellbeing import VALUES
from tests.rules.test_what_if import DAY, LAST, before_the_key_decision, wellbeing

BY = Author("A. Officer", "Commissioning officer", datetime(2026, 2, 5, 9, tzinfo=UTC))
DRAFT = NewDecision("OD.25.00009", DecisionKind.OFFICER, "Wellbeing 55+ redesigned", date(2025, 10, 2))


@pytest.fixture
def sample() -> Iterator[Register]:
    """The sample register as it was before the key decision."""
    with before_the_key_decision() as register:
        yield register


def test_the_decision_is_drafted_unsigned_with_the_figures_and_the_variations_rest_on_it(sample: Register) -> None:
    before = len(sample.journal.entries(limit=1000))
    wording = NewVariation("", ground="72(1)(b)", reason="Less money", scope="Higher needs", measures="Outcomes")
    draft = replace(DRAFT, text=DecisionText(financial="As the budget says."))
    done = apply_what_if(sample, BY, wellbeing(sample), draft, wording)
    assert len(sample.journal.entries(limit=1000)) == before + 1
    assert done.sentence.startswith("Drafted decision OD.25.00009 and varied SAMPLE-WB55-INVOLVE, SAMPLE-WB55-SEK")
    decision = sample.decisions.get("OD.25.00009")
    assert decision.needs_signature
    assert decision.text.financial.startswith("As the budget says.\n\nYearly amounts from 2 January 2026:")
    assert sum(each.pence for each in decision.savings) == 2_240_000_00
    assert {(each.contract_reference, each.kind) for each in decision.effects} == {
        (reference, EffectKind.VARIES) for reference in VALUES
    }
    for reference in VALUES:
        variation = sample.contracts.get(reference).variations[-1]
        assert (variation.decision_number, variation.effective_on, variation.ends_on) == ("OD.25.00009", DAY, LAST)
        assert (variation.ground, variation.reason, variation.scope, variation.measures) == (
            "72(1)(b)", "Less money", "Higher needs", "Outcomes",
        )  # fmt: skip
    assert sample.contracts.get("SAMPLE-WB55-SEK").variations[-1].summary == (
        "£1,240,000 to £520,000 a year, last day 31 March 2027"
    )
    assert sample.check() == ()


def test_what_was_applied_is_worth_what_the_what_if_said(sample: Register) -> None:
    said = what_if(wellbeing(sample))
    apply_what_if(sample, BY, wellbeing(sample), DRAFT)
    after = what_if([replace(each, amounts=each.amounts) for each in wellbeing(sample)])
    assert [each.before for each in after.years] == [each.after for each in said.years]
    assert after.total_years.saving == Pence(0)


def test_one_undo_takes_both_back_and_one_redo_brings_both_again(sample: Register) -> None:
    before = sample.content_hash()
    apply_what_if(sample, BY, wellbeing(sample), DRAFT)
    applied = sample.content_hash()
    undo(sample, BY)
    assert sample.content_hash() == before
    redo(sample, BY)
    assert sample.content_hash() == applied


def test_what_is_refused_writes_neither_decision_nor_variation(sample: Register) -> None:
    proposals = wellbeing(sample)
    before = sample.content_hash()
    bad = [*proposals[:2], replace(proposals[2], ends_on=date(2026, 1, 1))]
    for wrong, draft, reason in (
        (bad, DRAFT, "before the change takes effect"),
        (proposals, replace(DRAFT, number="24/00113"), "in the register already"),
        (proposals, replace(DRAFT, signed_on=date(2025, 10, 3)), "A draft is not signed yet"),
        (proposals, replace(DRAFT, subject=" "), "Enter subject"),
        ([proposals[0], proposals[0]], DRAFT, "stands twice"),
    ):
        with pytest.raises(Refusal, match=reason):
            apply_what_if(sample, BY, wrong, draft)
    assert sample.content_hash() == before


def test_figures_worked_out_on_an_older_state_are_not_applied(sample: Register) -> None:
    proposals = wellbeing(sample)
    contract = proposals[0].contract
    edit_details(sample, BY, contract.id, contract.version, {"manager": "Another"})
    with pytest.raises(Refusal, match="was changed after these figures were worked out"):
        apply_what_if(sample, BY, proposals, DRAFT)
