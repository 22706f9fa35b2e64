"""Record a decision, its effects on contracts, and its signature."""

from dataclasses import asdict, dataclass
from datetime import date

from db.changes import Author, Changed
from db.operations.add_contract import check_term
from db.register import Register
from db.rules.dates import show_day
from db.rules.decision import (
    NOTHING_WRITTEN,
    ContractId,
    DecisionId,
    DecisionKind,
    DecisionText,
    EffectKind,
    Publication,
    Saving,
)
from db.rules.refusal import Refusal
from db.rules.words import clean, clean_line, required
from db.store.journal import Ledger, Value


@dataclass(frozen=True, slots=True)
class NewEffect:
    """What a decision does to a contract, in a few words."""

    contract_id: ContractId
    kind: EffectKind
    detail: str = ""


@dataclass(frozen=True, slots=True)
class NewDecision:
    """A decision as an officer enters it; None and empty mean not recorded."""

    number: str
    kind: DecisionKind
    subject: str
    decided_on: date
    maker_name: str = ""
    maker_post: str = ""
    signed_on: date | None = None
    for_publication: Publication = Publication.UNANSWERED
    is_key: bool | None = None
    callable_in: bool | None = None
    relates_to_number: str = ""
    link: str = ""
    text: DecisionText = NOTHING_WRITTEN
    effects: tuple[NewEffect, ...] = ()
    savings: tuple[Saving, ...] = ()


def record_decision(register: Register, by: Author, new: NewDecision) -> Changed:
    """Enter a decision with its effects and savings.

    Raises:
        Refusal: no subject, a number that is taken, a day out of reach, or signed before it was decided.
    """
    check_decision(register, new)
    with register.acting(by, "record decision", f"Recorded decision {tidy_name(new)}") as ledger:
        write_decision(register, ledger, new)
        return ledger.close()


def tidy_name(new: NewDecision) -> str:
    """How a new decision is named in a sentence: its number, or its subject where it has none."""
    return clean_line(new.number, "Decision number") or new.subject


def check_decision(register: Register, new: NewDecision) -> None:
    """Hold a new decision against the register.

    Raises:
        Refusal: as record_decision.
    """
    check_term(new.decided_on, None)
    _check_number_is_free(register, clean_line(new.number, "Decision number"))
    _check_signature(new.decided_on, new.signed_on)


def write_decision(register: Register, ledger: Ledger, new: NewDecision) -> DecisionId:
    """Write a decision that was checked, with its effects and savings, and give its id."""
    columns = _columns(new, clean_line(new.number, "Decision number"))
    decision_id = DecisionId(ledger.insert("decision", columns))
    for effect in new.effects:
        write_effect(register, ledger, decision_id, effect)
    for position, saving in enumerate(new.savings, 1):
        ledger.insert("saving", _saving_columns(decision_id, position, saving))
    return decision_id


def record_signature(register: Register, by: Author, decision_id: DecisionId, signed_on: date) -> Changed:
    """Record the day a decision's record was signed.

    Raises:
        Refusal: it is signed already, or the day is before the decision.
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


def _saving_columns(decision_id: DecisionId, position: int, saving: Saving) -> dict[str, Value]:
    return {
        "decision_id": decision_id,
        "position": position,
        "heading": clean_line(saving.group, "Saving"),
        "label": required(saving.label, "Saving"),
        "pence": saving.pence,
    }


def _columns(new: NewDecision, number: str) -> dict[str, Value]:
    return {
        "number": number,
        "kind": new.kind.value,
        "subject": required(new.subject, "Subject"),
        "decided_on": new.decided_on.isoformat(),
        "maker_name": clean_line(new.maker_name, "Decision maker's name"),
        "maker_post": clean_line(new.maker_post, "Decision maker's post"),
        "signed_on": new.signed_on.isoformat() if new.signed_on else None,
        "for_publication": new.for_publication.value,
        "is_key": _stored(new.is_key),
        "callable_in": _stored(new.callable_in),
        "relates_to_number": clean_line(new.relates_to_number, "Decision it rests on"),
        "link": clean_line(new.link, "Link"),
        **{name: clean(text, name.replace("_", " ").capitalize()) for name, text in asdict(new.text).items()},
    }


def _check_number_is_free(register: Register, number: str) -> None:
    if number and register.decisions.find(number):
        raise Refusal(f"Decision {number} is in the register already. Give this one its own number.")


def _check_signature(decided_on: date, signed_on: date | None) -> None:
    check_term(signed_on, None)
    if signed_on and signed_on < decided_on:
        raise Refusal(
            f"The signature, {show_day(signed_on)}, is before the decision, {show_day(decided_on)}. "
            "It must be the same as or after it."
        )


def _stored(answer: bool | None) -> int | None:
    return None if answer is None else int(answer)
