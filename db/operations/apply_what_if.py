"""Apply a what-if: its decision is drafted, unsigned, and the variations resting on it are recorded, all or nothing."""

from collections.abc import Sequence
from dataclasses import replace

from db.changes import Author, Changed
from db.operations.money import AnnualRate
from db.operations.record_decision import NewDecision, check_decision, tidy_name, write_decision
from db.operations.vary import NewVariation, check_variation, write_variation
from db.register import Register
from db.rules.refusal import Refusal
from db.rules.what_if import Outcome, Proposed, what_if
from db.rules.what_if_words import financial_text, savings_lines, summary_of


def apply_what_if(
    register: Register,
    by: Author,
    proposals: Sequence[Proposed],
    draft: NewDecision,
    wording: NewVariation | None = None,
) -> Changed:
    """Draft the decision with the figures in its record, and vary each contract by it, in one entry of the journal.

    `wording` gives every variation its ground, reason, scope and measures, and its summary where it has one.

    Raises:
        Refusal: as what_if, record_decision and vary; or a contract was changed since the proposal was made.
    """
    if draft.signed_on is not None:
        raise Refusal("A draft is not signed yet. Leave the day of signature blank, and record it once it is signed.")
    if draft.decided_on is None:
        raise Refusal("Enter the day of the decision: contracts are varied from a decision that was taken.")
    _check_unchanged(register, proposals)
    outcome = what_if(proposals)
    new = with_figures(draft, proposals, outcome)
    check_decision(register, new)
    varied = [(each, _variation(each, outcome, wording)) for each in proposals]
    for proposed, variation in varied:
        check_variation(proposed.contract, variation, draft.decided_on)
    references = ", ".join(each.contract.reference for each in proposals)
    sentence = f"Drafted decision {tidy_name(new)} and varied {references} by it"
    with register.acting(by, "apply what-if", sentence) as ledger:
        decision_id = write_decision(register, ledger, new)
        for proposed, variation in varied:
            resting = replace(variation, decision_id=decision_id)
            write_variation(register, ledger, proposed.contract, resting, draft.decided_on)
        return ledger.close()


def with_figures(draft: NewDecision, proposals: Sequence[Proposed], outcome: Outcome) -> NewDecision:
    """The draft with what the proposals come to under what its financial section says, and their savings."""
    told = "\n\n".join(filter(None, (draft.text.financial, financial_text(proposals, outcome))))
    text = replace(draft.text, financial=told)
    return replace(draft, text=text, savings=(*draft.savings, *savings_lines(outcome)))


def _variation(proposed: Proposed, outcome: Outcome, wording: NewVariation | None) -> NewVariation:
    base = wording or NewVariation("")
    return replace(
        base,
        summary=base.summary or summary_of(proposed, outcome),
        effective_on=proposed.effective_on,
        ends_on=proposed.ends_on,
        rates=tuple(AnnualRate(each.part, each.partner, each.pence) for each in proposed.amounts),
    )


def _check_unchanged(register: Register, proposals: Sequence[Proposed]) -> None:
    for each in proposals:
        if register.contracts.by_id(each.contract.id) != each.contract:
            raise Refusal(
                f"{each.contract.reference} was changed after these figures were worked out. "
                "Nothing was applied. Drop this what-if and build it again."
            )
    if len({each.contract.id for each in proposals}) < len(proposals):
        raise Refusal("A contract stands twice in the proposal. Propose one change for each contract.")
