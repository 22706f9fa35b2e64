"""The chain of authority a decision stands in: what it rests on, what rests on it, and what each does to contracts."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from db.rules.authority import parent_of
from db.rules.decision import Decision, Effect, show_decided
from db.rules.delegation import Delegation
from desktop.drawing.chain import ChainDrawing, Step, StepKind, Verdict
from desktop.screens.delegation_words import References, headline, limits

Judge = Callable[[Decision], Verdict | None]
"""How a decision stands to the power it rests on; None where nothing is to be judged."""
Users = Callable[[Delegation], Sequence[Decision]]
"""The decisions that used a limb."""


def chain_of(
    decision: Decision, others: Sequence[Decision], references: References, judge: Judge, users: Users
) -> ChainDrawing:
    """The chain, from the decision at its head down to the effects on contracts."""
    chain = _Chain(decision, tuple(others), references, judge, users)
    head = head_of(decision, others)
    chain.begin(head)
    return ChainDrawing(f"What {decision.name} rests on, and what rests on it", tuple(chain.steps))


def head_of(decision: Decision, others: Sequence[Decision]) -> Decision:
    """The decision that a chain begins with: the one that rests on none in the register."""
    met = {decision.id}
    while (below := parent_of(decision, others)) and below.id not in met:
        decision = below
        met.add(below.id)
    return decision


def resting_on(decision: Decision, others: Sequence[Decision]) -> tuple[Decision, ...]:
    """The decisions that rest on this one, the earliest first."""
    return tuple(each for each in reversed(others) if (below := parent_of(each, others)) and below.id == decision.id)


@dataclass
class _Chain:
    """Steps as they are added, each after what it rests on; no decision stands twice."""

    here: Decision
    others: tuple[Decision, ...]
    references: References
    judge: Judge
    users: Users
    steps: list[Step] = field(default_factory=list)
    met: set[str] = field(default_factory=set)

    def begin(self, head: Decision) -> None:
        """Add the head and all below it, under what it rests on outside the register."""
        above = head.relates_to_number or head.scheme
        parent = self._add(Step(StepKind.MISSING, above, _outside(head))) if above else None
        self._add_decision(head, parent)

    def _add(self, step: Step) -> int:
        self.steps.append(step)
        return len(self.steps) - 1

    def _add_decision(self, decision: Decision, parent: int | None) -> None:
        if decision.id in self.met:
            return
        self.met.add(decision.id)
        verdict = self.judge(decision) if parent is not None else None
        says = " · ".join((decision.subject, decision.kind.value, show_decided(decision)))
        title = decision.number or decision.kind.value
        here = decision.id == self.here.id
        at = self._add(Step(StepKind.DECISION, title, says, parent, verdict, "decisions", decision.id, here))
        for effect in decision.effects:
            self._add(_effect(effect, at))
        resting = resting_on(decision, self.others)
        for limb in decision.delegations:
            self._add_limb(decision, limb, at)
        for each in resting:
            self._add_decision(each, at)

    def _add_limb(self, owner: Decision, limb: Delegation, parent: int) -> None:
        used_by = self.users(limb)
        used = f" Used by {', '.join(each.name for each in used_by)}." if used_by else " Not used yet."
        says = limits(limb, self.references) + used
        at = self._add(Step(StepKind.DELEGATION, headline(limb), says, parent, screen="decisions", row_id=owner.id))
        for each in used_by:
            self._add_decision(each, at)


def _effect(effect: Effect, parent: int) -> Step:
    title = f"{effect.kind.value.capitalize()} {effect.contract_reference}"
    says = ": ".join(filter(None, (effect.contract_title, effect.detail)))
    return Step(StepKind.EFFECT, title, says, parent, screen="contract", row_id=effect.contract_id)


def _outside(head: Decision) -> str:
    if head.relates_to_number:
        return "It is named, but not in the register. Record it to see what it allows."
    return "The council’s scheme of delegation."
