"""How decisions stand to the powers they rest on, as the chain shows it."""

from collections.abc import Mapping, Sequence

from db.rules.authority import Authority, Rules, Weight, authority_of, uses_of
from db.rules.authority import Verdict as Said
from db.rules.contract import Contract
from db.rules.decision import ContractId, Decision, DecisionId, DecisionKind
from db.rules.delegation import Delegation
from desktop.drawing.chain import Verdict
from desktop.look.palette import Tone

_TONES = {Said.INSIDE: Tone.DONE, Said.INSIDE_WITH_WARNINGS: Tone.SOON, Said.OUTSIDE: Tone.OVERDUE}
_MARKS = {Weight.HOLDS: "✓", Weight.WARNS: "Look at this:", Weight.OUTSIDE: "Outside:", Weight.BLOCKS: "Stops it:"}


class Verdicts:
    """Judges each decision once."""

    def __init__(self, decisions: Sequence[Decision], contracts: Mapping[ContractId, Contract], rules: Rules) -> None:
        self._decisions = tuple(decisions)
        self._contracts = tuple(contracts.values())
        self._rules = rules
        self._known: dict[DecisionId, Authority] = {}

    def authority(self, decision: Decision) -> Authority:
        """Whether it lies inside the power it names, with the working."""
        if decision.id not in self._known:
            self._known[decision.id] = authority_of(decision, self._decisions, self._contracts, self._rules)
        return self._known[decision.id]

    def verdict(self, decision: Decision) -> Verdict | None:
        """The verdict on an officer's decision; members need no delegated power."""
        if decision.kind is not DecisionKind.OFFICER:
            return None
        authority = self.authority(decision)
        against = [each.sentence for each in authority.reasons if each.weight is not Weight.HOLDS]
        return Verdict(_TONES[authority.verdict], authority.verdict.value, " ".join(against))

    def reasons(self, decision: Decision) -> tuple[str, ...]:
        """Why, sentence by sentence, each with its mark and its source."""
        found = self.authority(decision).reasons
        return tuple(f"{_MARKS[each.weight]} {each.sentence} · {each.source}" for each in found)

    def users(self, limb: Delegation) -> tuple[Decision, ...]:
        """The decisions that used a limb, the earliest first."""
        used = {use.decision_id for use in uses_of(limb, self._decisions, self._contracts)}
        used |= {each.id for each in self._decisions if each.delegation_id == limb.id}
        return tuple(each for each in reversed(self._decisions) if each.id in used)
