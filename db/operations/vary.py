"""Vary a contract: its last day, its rates, its scope, by an instrument with a number of its own."""

from dataclasses import dataclass
from datetime import date

from db.changes import Author, Changed
from db.operations.add_contract import check_term
from db.operations.money import AnnualRate, YearAmount, write_rates, write_years
from db.operations.record_decision import NewEffect, write_effect
from db.register import Register
from db.rules.contract import Contract, Status
from db.rules.dates import show_day, show_year, year_of
from db.rules.decision import ContractId, Decision, DecisionId, EffectKind, taken_on
from db.rules.refusal import Refusal
from db.rules.standing import standing
from db.rules.words import clean, clean_line, required
from db.store.journal import Ledger, Value


@dataclass(frozen=True, slots=True)
class NewVariation:
    """A variation as an officer enters it. It rests on a decision, or is dated itself where none is recorded."""

    summary: str
    decision_id: DecisionId | None = None
    decided_on: date | None = None
    effective_on: date | None = None
    ends_on: date | None = None
    """The new last day, if it changes."""
    ground: str = ""
    rates: tuple[AnnualRate, ...] = ()
    """New annual rates; each begins on the variation's effective day unless it says otherwise."""
    funding: tuple[YearAmount, ...] = ()
    kind: EffectKind = EffectKind.VARIES
    """How the decision words it: varies, or modifies."""
    reason: str = ""
    scope: str = ""
    """What changes in what is delivered, and to whom."""
    measures: str = ""
    """What changes in what the provider reports."""


def vary(register: Register, by: Author, contract_id: ContractId, new: NewVariation) -> Changed:
    """Record a variation, numbered on from the contract's last.

    Raises:
        Refusal: no summary, no day it was decided, a last day before the contract's first, money before its
            effective day, or the contract has ended.
    """
    contract = register.contracts.by_id(contract_id)
    decision = register.decisions.by_id(new.decision_id) if new.decision_id else None
    decided_on = _decided_on(new, decision)
    check_variation(contract, new, decided_on)
    number = next_number(contract)
    sentence = f"Varied {contract.reference} (variation {number}): {clean_line(new.summary, 'What it changes')}"
    with register.acting(by, "vary", sentence) as ledger:
        write_variation(register, ledger, contract, new, decided_on)
        return ledger.close()


def next_number(contract: Contract) -> int:
    """The number of a contract's next variation."""
    return max((each.number for each in contract.variations), default=0) + 1


def write_variation(
    register: Register, ledger: Ledger, contract: Contract, new: NewVariation, decided_on: date
) -> None:
    """Write a variation that was checked, with its money, and what its decision does to the contract."""
    ledger.insert("variation", _columns(contract, new, decided_on))
    write_rates(register, ledger, contract, tuple(_begun(rate, new) for rate in new.rates), new.decision_id)
    write_years(register, ledger, contract, new.funding, new.decision_id)
    if new.decision_id:
        write_effect(register, ledger, new.decision_id, NewEffect(contract.id, new.kind, new.summary))


def _columns(contract: Contract, new: NewVariation, decided_on: date) -> dict[str, Value]:
    return {
        "contract_id": contract.id,
        "number": next_number(contract),
        "decision_id": new.decision_id,
        "decided_on": decided_on.isoformat(),
        "effective_on": new.effective_on.isoformat() if new.effective_on else None,
        "summary": required(new.summary, "What the variation changes"),
        "ends_on": new.ends_on.isoformat() if new.ends_on else None,
        "ground": clean_line(new.ground, "Ground"),
        "reason": clean(new.reason, "Reason"),
        "scope": clean(new.scope, "Scope"),
        "measures": clean(new.measures, "Measures"),
    }


def _decided_on(new: NewVariation, decision: Decision | None) -> date:
    decided_on = taken_on(decision) if decision else new.decided_on
    if decided_on is None:
        raise Refusal("Name the decision the variation rests on, or enter the day it was agreed.")
    return decided_on


def check_variation(contract: Contract, new: NewVariation, decided_on: date) -> None:
    """Hold a variation against its contract.

    Raises:
        Refusal: as vary.
    """
    check_term(contract.starts_on, new.ends_on)
    check_term(decided_on, None)
    check_term(new.effective_on, None)
    at = standing(contract, decided_on)
    if at.status is Status.ENDED and at.ends_on:
        raise Refusal(f"{contract.reference} ended on {show_day(at.ends_on)}, so it cannot be varied.")
    if new.ends_on and new.effective_on and new.ends_on < new.effective_on:
        raise Refusal(
            f"The new last day, {show_day(new.ends_on)}, is before the variation takes effect, "
            f"{show_day(new.effective_on)}. It must be the same as or after it."
        )
    if new.rates and new.effective_on is None and any(rate.effective_on is None for rate in new.rates):
        raise Refusal("Enter the day the new rates take effect.")
    early = next(
        (each.year for each in new.funding if new.effective_on and each.year < year_of(new.effective_on)), None
    )
    if early is not None:
        raise Refusal(
            f"Funding for {show_year(early)} is before the variation takes effect. "
            "Figures before that day do not change."
        )


def _begun(rate: AnnualRate, new: NewVariation) -> AnnualRate:
    return AnnualRate(rate.part, rate.partner, rate.pence, rate.effective_on or new.effective_on)
