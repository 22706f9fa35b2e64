"""Effects of a decision on contracts: which of them were carried out, and so belong to its record for good."""

from collections.abc import Sequence

from db.rules.contract import Contract
from db.rules.decision import ContractId, Decision, DecisionId, Effect, EffectKind
from db.rules.refusal import Refusal

EffectKey = tuple[ContractId, EffectKind]
"""What tells one effect of a decision from another."""


class CarriedOut(Refusal):
    """An effect cannot be taken away, because it happened."""


def key_of(effect: Effect) -> EffectKey:
    """The contract and what is done to it: a decision does each once."""
    return effect.contract_id, effect.kind


def is_carried_out(contract: Contract, kind: EffectKind, decision_id: DecisionId) -> bool:
    """Whether a contract was extended, varied, modified or given notice by a decision already."""
    if kind is EffectKind.EXTENDS:
        done = {each.decision_id for each in contract.extensions}
    elif kind is EffectKind.GIVES_NOTICE:
        done = {each.decision_id for each in contract.notices}
    else:
        done = {each.decision_id for each in contract.variations} if kind in _HAS_BEEN else set()
    return decision_id in done


def carried_out(decision: Decision, contracts: Sequence[Contract]) -> tuple[Effect, ...]:
    """The effects of a decision that happened."""
    known = {each.id: each for each in contracts}
    return tuple(
        effect
        for effect in decision.effects
        if effect.contract_id in known and is_carried_out(known[effect.contract_id], effect.kind, decision.id)
    )


def check_not_carried_out(contract: Contract, kind: EffectKind, decision: Decision) -> None:
    """Whether an effect may be taken out of a decision's record.

    Raises:
        CarriedOut: it happened.
    """
    if is_carried_out(contract, kind, decision.id):
        raise CarriedOut(
            f"{contract.reference} {_HAS_BEEN[kind]} by {decision.name} already, so that stays in its record. "
            "Undo that first."
        )


_HAS_BEEN = {
    EffectKind.EXTENDS: "was extended",
    EffectKind.VARIES: "was varied",
    EffectKind.MODIFIES: "was modified",
    EffectKind.GIVES_NOTICE: "was given notice",
}
