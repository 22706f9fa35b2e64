"""Write a decision's record: whatever an officer may still change of a decision that is not yet signed and filed."""

from collections.abc import Sequence

from db.changes import Author, Changed
from db.operations.decision_columns import (
    Columns,
    alternative_columns,
    decision_columns,
    delegation_columns,
    saving_columns,
)
from db.operations.record_decision import NewEffect, check_decision, write_effect
from db.register import Register
from db.rules.decision import Decision, DecisionId
from db.rules.effects import check_not_carried_out
from db.rules.refusal import Refusal
from db.rules.words import required
from db.store.journal import Ledger


def write_record(register: Register, by: Author, decision: Decision) -> Changed:
    """Keep a decision as it is given: its facts, its text, and what belongs to it.

    Effects that an extension, a variation or a notice made stay; others may be added and taken away.

    Raises:
        Refusal: it is signed and filed, it was changed meanwhile, an effect that was carried out is left out, or as
            record_decision.
    """
    before = register.decisions.by_id(decision.id)
    check_open(before)
    check_decision(register, decision, decision.id)
    with register.acting(by, "write record", f"Wrote the record of {decision.name}") as ledger:
        ledger.update("decision", decision.id, decision_columns(decision), decision.version)
        _keep(register, ledger, decision.id, "saving", [saving_columns(each) for each in decision.savings])
        _keep(
            register, ledger, decision.id, "alternative", [alternative_columns(each) for each in decision.alternatives]
        )
        _keep_delegations(register, ledger, decision)
        _keep_effects(register, ledger, before, decision)
        return ledger.close()


def pass_over(register: Register, by: Author, decision_id: DecisionId, check: str, reason: str) -> Changed:
    """Pass over a warning on a record, with the reason; an empty reason takes that back.

    Raises:
        Refusal: the record is signed and filed.
    """
    decision = register.decisions.by_id(decision_id)
    check_open(decision)
    tidy = required(reason, "Reason for passing over the warning") if reason.strip() else ""
    what = "Passed over" if tidy else "Took up again"
    with register.acting(by, "pass over check", f"{what} check {check} on {decision.name}") as ledger:
        kept = register.decisions.row_ids("passed_check", decision_id, check_id=check)
        if kept:
            ledger.update("passed_check", kept[0], {"reason": tidy})
        elif tidy:
            ledger.insert("passed_check", {"decision_id": decision_id, "check_id": check, "reason": tidy})
        return ledger.close()


def check_open(decision: Decision) -> None:
    """Whether a record may still be changed.

    Raises:
        Refusal: it is signed and filed.
    """
    if decision.is_locked:
        raise Refusal(
            f"The record of {decision.name} is signed and filed, so it stays as it is. Write a new decision that "
            "corrects it."
        )


def _keep(register: Register, ledger: Ledger, decision_id: DecisionId, table: str, several: Sequence[Columns]) -> None:
    """Keep rows in their order; what is no longer given is withdrawn by its place, 0."""
    kept = register.decisions.row_ids(table, decision_id)
    for position, columns in enumerate(several, 1):
        values = {"position": position, **columns}
        if position <= len(kept):
            ledger.update(table, kept[position - 1], values)
        else:
            ledger.insert(table, {"decision_id": decision_id, **values})
    for unused in kept[len(several) :]:
        ledger.update(table, unused, {"position": 0})


def _keep_delegations(register: Register, ledger: Ledger, decision: Decision) -> None:
    """Delegations keep their ids, because later decisions rest on them."""
    kept = set(register.decisions.row_ids("delegation", decision.id))
    for position, delegation in enumerate(decision.delegations, 1):
        values = {"position": position, **delegation_columns(delegation)}
        if delegation.id in kept:
            ledger.update("delegation", delegation.id, values)
        else:
            ledger.insert("delegation", {"decision_id": decision.id, **values})
    for unused in sorted(kept - {each.id for each in decision.delegations}):
        ledger.update("delegation", unused, {"position": 0})


def _keep_effects(register: Register, ledger: Ledger, before: Decision, decision: Decision) -> None:
    given = {(each.contract_id, each.kind): each for each in decision.effects}
    for effect in before.effects:
        [row] = register.decisions.row_ids(
            "decision_effect", decision.id, contract_id=effect.contract_id, kind=effect.kind.value, withdrawn=0
        )[:1]
        stays = given.pop((effect.contract_id, effect.kind), None)
        if stays is not None:
            ledger.update("decision_effect", row, {"detail": stays.detail})
            continue
        check_not_carried_out(register.contracts.by_id(effect.contract_id), effect.kind, before)
        ledger.update("decision_effect", row, {"withdrawn": 1})
    for effect in given.values():
        write_effect(register, ledger, decision.id, NewEffect(effect.contract_id, effect.kind, effect.detail))
