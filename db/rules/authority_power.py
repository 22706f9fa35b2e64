"""Which power a decision needs, and whether the power that is delegated is that one."""

from collections.abc import Iterator

from db.rules.authority_facts import Exercise, Limit, Reason, Weight, limb_of
from db.rules.decision import Decision, EffectKind
from db.rules.delegation import Delegation, Power

_FURTHER_STEPS = frozenset((Power.ENTER_AGREEMENTS, Power.OTHER))
_DOES = {
    Power.VARY: frozenset((EffectKind.VARIES, EffectKind.MODIFIES)),
    Power.GIVE_NOTICE: frozenset((EffectKind.GIVES_NOTICE, EffectKind.ENDS)),
}
"""What the parent itself must do to a contract, for the steps that carry it out to be that."""


def power_covered(exercise: Exercise, parent: Decision, delegation: Delegation) -> Iterator[Reason]:
    """Whether the power delegated is the power used.

    "Relevant actions … as necessary to implement the decision" covers what the parent decided itself and no more, so
    never a further extension. Source: the standing limb of Kent's decisions.
    """
    source = limb_of(parent, delegation)
    if exercise.power is delegation.power or _is_a_step(exercise.power, delegation.power):
        sentence = f"It is the power to {delegation.power.value}, which is what this decision uses."
        yield Reason(Weight.HOLDS, Limit.POWER, sentence, source)
    elif delegation.power in _FURTHER_STEPS:
        yield from _carries_out(exercise, parent, delegation)
    else:
        sentence = f"It is the power to {delegation.power.value}; this decision needs the power to {exercise.power}."
        yield Reason(Weight.OUTSIDE, Limit.POWER, sentence, source)


def _is_a_step(needed: Power, delegated: Power) -> bool:
    """The wide standing limb, "other relevant steps", names the entering into agreements among them."""
    return delegated is Power.OTHER and needed is Power.ENTER_AGREEMENTS


def _carries_out(exercise: Exercise, parent: Decision, delegation: Delegation) -> Iterator[Reason]:
    source = limb_of(parent, delegation)
    kinds = _DOES.get(exercise.power, frozenset[EffectKind]())
    decided = {effect.contract_id for effect in parent.effects if effect.kind in kinds}
    beyond = [each.reference for each in exercise.contracts if each.contract_id not in decided]
    if decided and exercise.contracts and not beyond:
        sentence = f"{parent.name} decided this itself; the limb covers the steps that carry it out."
        yield Reason(Weight.HOLDS, Limit.POWER, sentence, source)
        return
    on = f" on {' and '.join(beyond)}" if beyond else ""
    sentence = (
        f"It covers the steps needed to carry out {parent.name} itself, and {parent.name} did not decide to "
        f"{exercise.power}{on}."
    )
    if exercise.power is Power.EXTEND:
        sentence = f"It covers the steps needed to carry out {parent.name} itself, so no further extension{on}."
    yield Reason(Weight.OUTSIDE, Limit.POWER, sentence, source)
