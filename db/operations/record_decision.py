"""Record a decision with what belongs to it, and the day its record was signed."""

from datetime import date

from db.changes import Author, Changed
from db.operations.add_contract import check_term
from db.operations.decision_columns import alternative_columns, decision_columns, delegation_columns, saving_columns
from db.operations.new_decision import NewDecision, NewEffect
from db.register import Register
from db.rules.dates import show_day
from db.rules.decision import Decision, DecisionId
from db.rules.refusal import Refusal
from db.rules.words import clean_line
from db.store.journal import Ledger

__all__ = [
    "NewDecision",
    "NewEffect",
    "check_decision",
    "record_decision",
    "record_signature",
    "tidy_name",
    "write_decision",
    "write_effect",
]


def record_decision(register: Register, by: Author, new: NewDecision) -> Changed:
    """Enter a decision with its effects, savings, alternatives and delegations.

    Raises:
        Refusal: no subject, a number that is taken, a day out of reach, taken without a day, or signed before it.
    """
    check_decision(register, new)
    with register.acting(by, "record decision", f"Recorded decision {tidy_name(new)}") as ledger:
        write_decision(register, ledger, new)
        return ledger.close()


def tidy_name(new: NewDecision) -> str:
    """How a new decision is named in a sentence: its number, or its subject where it has none."""
    return clean_line(new.number, "Decision number") or new.subject


def check_decision(register: Register, new: NewDecision | Decision, of: DecisionId | None = None) -> None:
    """Hold a decision as it is to be kept against the register; of is its own id where it is there already.

    Raises:
        Refusal: as record_decision.
    """
    check_term(new.decided_on, None)
    _check_taken(new)
    _check_number_is_free(register, clean_line(new.number, "Decision number"), of)
    _check_signature(new.decided_on, new.signed_on)


def write_decision(register: Register, ledger: Ledger, new: NewDecision) -> DecisionId:
    """Write a decision that was checked, with what belongs to it, and give its id."""
    decision_id = DecisionId(ledger.insert("decision", decision_columns(new)))
    for effect in new.effects:
        write_effect(register, ledger, decision_id, effect)
    rows = {
        "saving": [saving_columns(each) for each in new.savings],
        "alternative": [alternative_columns(each) for each in new.alternatives],
        "delegation": [delegation_columns(each) for each in new.delegations],
    }
    for table, several in rows.items():
        for position, columns in enumerate(several, 1):
            ledger.insert(table, {"decision_id": decision_id, "position": position, **columns})
    return decision_id


def record_signature(register: Register, by: Author, decision_id: DecisionId, signed_on: date) -> Changed:
    """Record the day a decision's record was signed on paper.

    Raises:
        Refusal: it is signed already, it was not taken, or the day is before the decision.
    """
    decision = register.decisions.by_id(decision_id)
    if decision.signed_on is not None:
        raise Refusal(f"{decision.name} was signed on {show_day(decision.signed_on)}. A correction is a new decision.")
    _check_signature(decision.decided_on, signed_on)
    with register.acting(by, "record signature", f"Recorded that {decision.name} was signed") as ledger:
        ledger.update("decision", decision_id, {"signed_on": signed_on.isoformat()}, decision.version)
        return ledger.close()


def write_effect(register: Register, ledger: Ledger, decision_id: DecisionId, effect: NewEffect) -> None:
    """Note what a decision does to a contract, unless that is noted already."""
    decision = register.decisions.by_id(decision_id)
    if any(each.contract_id == effect.contract_id and each.kind is effect.kind for each in decision.effects):
        return
    register.contracts.by_id(effect.contract_id)
    ledger.insert(
        "decision_effect",
        {
            "decision_id": decision_id,
            "contract_id": effect.contract_id,
            "kind": effect.kind.value,
            "detail": clean_line(effect.detail, "Effect"),
        },
    )


def _check_number_is_free(register: Register, number: str, of: DecisionId | None) -> None:
    found = register.decisions.find(number) if number else None
    if found and found.id != of:
        raise Refusal(f"Decision {number} is in the register already. Give this one its own number.")


def _check_taken(new: NewDecision | Decision) -> None:
    if new.status.is_taken and new.decided_on is None:
        raise Refusal(
            f"“{new.status.value}” is for a decision that was taken. Enter the day, or choose “For Determination”."
        )


def _check_signature(decided_on: date | None, signed_on: date | None) -> None:
    check_term(signed_on, None)
    if signed_on and decided_on is None:
        raise Refusal("A decision is signed once it is taken. Enter the day it was taken, or leave the signature out.")
    if signed_on and decided_on and signed_on < decided_on:
        raise Refusal(
            f"The signature, {show_day(signed_on)}, is before the decision, {show_day(decided_on)}. "
            "It must be the same as or after it."
        )
