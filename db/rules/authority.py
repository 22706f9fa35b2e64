"""Whether the power that a decision rests on covers it, and why; nothing here decides, it tells."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from db.rules.authority_facts import (
    USUAL_RULES,
    Answer,
    Exercise,
    Limit,
    OnContract,
    Reason,
    Rules,
    Use,
    Verdict,
    Weight,
    best_of,
    limb_of,
    verdict_of,
)
from db.rules.authority_limits import parent_stands, reasons_on
from db.rules.contract import Contract
from db.rules.decision import Decision, DecisionKind
from db.rules.delegation import Delegation
from db.rules.exercised import contracts_of, exercises_of
from db.rules.numbering import same_number

__all__ = [
    "Answer",
    "Authority",
    "Exercise",
    "Limit",
    "OnContract",
    "Reason",
    "Rules",
    "Use",
    "Verdict",
    "Weight",
    "authority_for",
    "authority_of",
    "best_of",
    "limb_of",
    "parent_of",
    "uses_of",
]


@dataclass(frozen=True, slots=True)
class Authority:
    """Whether a decision may rest on what it names: one answer with its working."""

    parent: Decision | None
    """The decision that delegates, where the register has it."""
    answers: tuple[Answer, ...]
    """For each thing the decision does, the limb that covers it best."""
    reasons: tuple[Reason, ...]

    @property
    def verdict(self) -> Verdict:
        """Inside only if everything it does is."""
        return verdict_of(self.reasons)

    @property
    def working(self) -> tuple[str, ...]:
        """Each step as a sentence with its source."""
        return tuple(f"{each.sentence} ({each.source})" for each in self.reasons)


def authority_for(
    exercise: Exercise,
    delegations: Iterable[tuple[Decision, Delegation]],
    used: Iterable[Use] = (),
    rules: Rules = USUAL_RULES,
) -> tuple[Answer, ...]:
    """Whether each delegation, given with the decision that made it, covers what is decided.

    Source: the delegating decision's own words; SI 2012/2089 reg 13(4) for the record that must name them.
    """
    uses = tuple(used)
    return tuple(
        Answer(parent, delegation, tuple(reasons_on(exercise, parent, delegation, uses, rules)))
        for parent, delegation in delegations
    )


def authority_of(
    decision: Decision, others: Iterable[Decision], contracts: Iterable[Contract], rules: Rules = USUAL_RULES
) -> Authority:
    """Whether what an officer's decision does lies inside the power it names.

    The limb it names is held against it; where it names none, for each thing it does the limb of the decision it rests
    on that covers it best. A decision of members needs no delegated power.
    """
    known, register = tuple(contracts), tuple(others)
    parent = parent_of(decision, register)
    if decision.kind is not DecisionKind.OFFICER:
        return Authority(None, (), ())
    if parent is None:
        return Authority(None, (), tuple(_without_parent(decision)))
    limbs = [each for each in parent.delegations if decision.delegation_id in {None, each.id}]
    exercises = exercises_of(decision, known)
    if not limbs:
        stands = [reason for each in exercises[:1] for reason in parent_stands(each, parent, rules)]
        return Authority(parent, (), (*stands, _no_limb(decision, parent)))
    used = [use for limb in limbs for use in uses_of(limb, (*register, decision), known)]
    answers = tuple(
        best for each in exercises if (best := best_of(authority_for(each, ((parent, x) for x in limbs), used, rules)))
    )
    reasons = dict.fromkeys(reason for answer in answers for reason in answer.reasons)
    return Authority(parent, answers, tuple(reasons))


def parent_of(decision: Decision, others: Iterable[Decision]) -> Decision | None:
    """The decision that another rests on: the one that made the limb it names, else the one whose number it gives."""
    candidates = tuple(each for each in others if each.id != decision.id)
    if decision.delegation_id is not None:
        for each in candidates:
            if any(limb.id == decision.delegation_id for limb in each.delegations):
                return each
    return next((each for each in candidates if same_number(each.number, decision.relates_to_number)), None)


def uses_of(delegation: Delegation, decisions: Iterable[Decision], contracts: Iterable[Contract]) -> tuple[Use, ...]:
    """What used a delegation: decisions that stand and name it, or name its parent and do just what it allows."""
    register, known = tuple(decisions), tuple(contracts)
    parent = next((each for each in register if delegation in each.delegations), None)
    users = [each for each in register if each.is_taken and _uses(each, delegation, parent, known)]
    return tuple(use for each in users for use in _uses_on_contracts(each, delegation))


def _uses(decision: Decision, delegation: Delegation, parent: Decision | None, contracts: tuple[Contract, ...]) -> bool:
    if decision.delegation_id is not None or parent is None:
        return decision.delegation_id == delegation.id
    if decision.id == parent.id or not same_number(decision.relates_to_number, parent.number):
        return False
    return any(
        each.power is delegation.power and delegation.option_number in {None, each.option_number}
        for each in exercises_of(decision, contracts)
    )


def _uses_on_contracts(decision: Decision, delegation: Delegation) -> Iterator[Use]:
    for each in contracts_of(decision) or (OnContract("", ""),):
        yield Use(delegation.id, decision.id, decision.name, decision.decided_on, each.contract_id, each.reference)


def _without_parent(decision: Decision) -> Iterator[Reason]:
    source = "SI 2012/2089 reg 13(4); SI 2014/2095 reg 7(2)"
    if decision.relates_to_number.strip():
        sentence = f"{decision.relates_to_number} is not in the register, so what it delegates cannot be tested."
        yield Reason(Weight.WARNS, Limit.PARENT, sentence, source)
    elif decision.scheme.strip():
        sentence = f"It rests on the scheme entry as stated, {decision.scheme.strip()}; the register cannot test it."
        yield Reason(Weight.WARNS, Limit.PARENT, sentence, "The council’s scheme of delegation")
    else:
        sentence = "It names no decision and no entry of the scheme of delegation to rest on."
        yield Reason(Weight.BLOCKS, Limit.PARENT, sentence, source)


def _no_limb(decision: Decision, parent: Decision) -> Reason:
    if decision.delegation_id is not None and parent.delegations:
        sentence = f"The limb it names is no longer one of {parent.name}."
    else:
        sentence = f"No delegation of {parent.name} is recorded, so what it allows cannot be tested. Record its limbs."
    return Reason(Weight.WARNS, Limit.POWER, sentence, parent.name)
