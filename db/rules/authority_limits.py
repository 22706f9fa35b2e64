"""The limits of a delegated power, one function a limit: each says on which side of it a decision lies."""

from collections.abc import Iterator
from datetime import date

from db.rules.authority_facts import Exercise, Limit, Reason, Rules, Use, Weight, limb_of
from db.rules.authority_power import power_covered
from db.rules.dates import show_day
from db.rules.decision import Decision
from db.rules.delegation import Delegation, Power
from db.rules.governance import call_in_effective, takes_effect
from db.rules.money import Pence, show_pounds
from db.rules.posts import names_post, same_post, stands_in_for
from db.rules.working_days import YearNotKnown


def reasons_on(
    exercise: Exercise, parent: Decision, delegation: Delegation, used: tuple[Use, ...], rules: Rules
) -> Iterator[Reason]:
    """Every reason why a delegation covers an exercise or does not, limit by limit."""
    yield from parent_stands(exercise, parent, rules)
    yield from _delegate(exercise, parent, delegation)
    yield from power_covered(exercise, parent, delegation)
    yield from _contracts(exercise, parent, delegation)
    yield from _option(exercise, parent, delegation)
    yield from _days(exercise, parent, delegation)
    yield from _value(exercise, parent, delegation)
    yield from _expiry(exercise, parent, delegation)
    yield from _consultation(exercise, parent, delegation)
    yield from _once(exercise, parent, delegation, used)


def parent_stands(exercise: Exercise, parent: Decision, rules: Rules) -> Iterator[Reason]:
    """Whether the decision that delegates was taken by then, stands, and has taken effect."""

    def reason(weight: Weight, sentence: str) -> Reason:
        return Reason(weight, Limit.PARENT, sentence, f"{parent.name}; SI 2012/2089 reg 13(4)")

    if parent.decided_on is None or not parent.is_taken:
        yield reason(
            Weight.BLOCKS, f"{parent.name} has not been taken ({parent.status.value}), so it delegates nothing."
        )
        return
    taken = f"{parent.name} was taken on {show_day(parent.decided_on)}"
    if exercise.decided_on is None:
        yield reason(Weight.WARNS, f"{taken}; this decision has no date yet to hold against it.")
    elif parent.decided_on > exercise.decided_on:
        yield reason(Weight.BLOCKS, f"{taken}, after this decision of {show_day(exercise.decided_on)}.")
    else:
        yield reason(Weight.HOLDS, f"{taken} and stands.")
        yield from _in_effect(exercise.decided_on, parent, rules)


def _in_effect(decided_on: date, parent: Decision, rules: Rules) -> Iterator[Reason]:
    from_day = _takes_effect(parent, rules)
    source = f"{parent.name}; the council’s call-in rules"
    if from_day is not None and from_day > decided_on:
        sentence = (
            f"{parent.name} can be called in and takes effect on {show_day(from_day)}, "
            f"after this decision of {show_day(decided_on)}."
        )
        yield Reason(Weight.WARNS, Limit.PARENT, sentence, source)
    elif from_day is None and parent.status is parent.status.APPROVED_SUBJECT_TO_CALL_IN:
        sentence = f"{parent.name} is still subject to call-in, and the day it takes effect is not recorded."
        yield Reason(Weight.WARNS, Limit.PARENT, sentence, source)


def _takes_effect(parent: Decision, rules: Rules) -> date | None:
    """The day as printed, or the earliest that call-in allows; None where call-in does not come into it or is open."""
    if parent.published.effective_on is not None:
        return parent.published.effective_on
    waits = parent.callable_in or parent.status is parent.status.APPROVED_SUBJECT_TO_CALL_IN
    if parent.decided_on is None or not waits:
        return None
    try:
        worked = takes_effect(parent.decided_on, parent.published.published_on, rules.call_in, holidays=rules.holidays)
        if worked is None and parent.status is not parent.status.APPROVED_SUBJECT_TO_CALL_IN:
            return call_in_effective(parent.decided_on, rules.call_in.working_days, holidays=rules.holidays)
    except YearNotKnown:
        return None
    return worked


def _delegate(exercise: Exercise, parent: Decision, delegation: Delegation) -> Iterator[Reason]:
    source = limb_of(parent, delegation)
    if same_post(exercise.post, delegation.delegate):
        yield Reason(Weight.HOLDS, Limit.DELEGATE, f"It is delegated to the {delegation.delegate}.", source)
    elif not delegation.delegate.strip():
        yield Reason(Weight.BLOCKS, Limit.DELEGATE, "The post it is delegated to is not recorded.", source)
    elif not exercise.post.strip():
        sentence = f"It is delegated to the {delegation.delegate}; this decision names no post that takes it."
        yield Reason(Weight.BLOCKS, Limit.DELEGATE, sentence, source)
    elif stands_in_for(exercise.post, delegation.delegate):
        sentence = f"It is delegated to the {delegation.delegate}; the {exercise.post} takes it in that post’s place."
        yield Reason(Weight.WARNS, Limit.DELEGATE, sentence, source)
    else:
        sentence = f"It is delegated to the {delegation.delegate}, not to the {exercise.post}."
        yield Reason(Weight.BLOCKS, Limit.DELEGATE, sentence, source)


def _contracts(exercise: Exercise, parent: Decision, delegation: Delegation) -> Iterator[Reason]:
    source = limb_of(parent, delegation)
    covered = delegation.contract_ids or tuple(effect.contract_id for effect in parent.effects)
    if not exercise.contracts:
        return
    if not covered:
        sentence = f"{source} names no contracts, so whether it covers these cannot be tested."
        yield Reason(Weight.WARNS, Limit.CONTRACTS, sentence, source)
        return
    outside = [each.reference for each in exercise.contracts if each.contract_id not in covered]
    for reference in outside:
        yield Reason(Weight.OUTSIDE, Limit.CONTRACTS, f"{reference} is not one of the contracts it covers.", source)
    if not outside:
        named = " and ".join(each.reference for each in exercise.contracts)
        yield Reason(Weight.HOLDS, Limit.CONTRACTS, f"It covers {named}.", source)


def _option(exercise: Exercise, parent: Decision, delegation: Delegation) -> Iterator[Reason]:
    source, wanted = limb_of(parent, delegation), delegation.option_number
    if wanted is None or exercise.power is not Power.EXTEND:
        return
    if exercise.option_number == wanted:
        yield Reason(Weight.HOLDS, Limit.OPTION, f"It is for option {wanted}, which this decision uses.", source)
        return
    uses = f"option {exercise.option_number}" if exercise.option_number is not None else "no numbered option"
    yield Reason(Weight.OUTSIDE, Limit.OPTION, f"It is for option {wanted}; this decision uses {uses}.", source)


def _days(exercise: Exercise, parent: Decision, delegation: Delegation) -> Iterator[Reason]:
    source, within, period = limb_of(parent, delegation), delegation.within, exercise.period
    if within is None:
        return
    if period is None:
        sentence = f"It is for {within}; the days of this decision are not recorded, so they cannot be tested."
        yield Reason(Weight.WARNS, Limit.DAYS, sentence, source)
        return
    if period.starts_on < within.starts_on:
        early = _days_apart(period.starts_on, within.starts_on)
        sentence = f"It is for {within}; this starts on {show_day(period.starts_on)}, {early} too early."
        yield Reason(Weight.OUTSIDE, Limit.DAYS, sentence, source)
    if period.ends_on > within.ends_on:
        late = _days_apart(within.ends_on, period.ends_on)
        sentence = f"It is for {within}; this runs to {show_day(period.ends_on)}, {late} too long."
        yield Reason(Weight.OUTSIDE, Limit.DAYS, sentence, source)
    if within.starts_on <= period.starts_on and period.ends_on <= within.ends_on:
        yield Reason(Weight.HOLDS, Limit.DAYS, f"{period} lies within {within}.", source)


def _value(exercise: Exercise, parent: Decision, delegation: Delegation) -> Iterator[Reason]:
    source, most, value = limb_of(parent, delegation), delegation.most_pence, exercise.value_pence
    if most is None:
        return
    if value is None:
        sentence = f"It allows at most {show_pounds(most)}; what this decision commits is not recorded."
        yield Reason(Weight.WARNS, Limit.VALUE, sentence, source)
    elif value > most:
        over = show_pounds(Pence(value - most))
        sentence = f"It allows at most {show_pounds(most)}; this commits {show_pounds(value)}, {over} over."
        yield Reason(Weight.OUTSIDE, Limit.VALUE, sentence, source)
    else:
        sentence = f"{show_pounds(value)} is within the most it allows, {show_pounds(most)}."
        yield Reason(Weight.HOLDS, Limit.VALUE, sentence, source)


def _expiry(exercise: Exercise, parent: Decision, delegation: Delegation) -> Iterator[Reason]:
    source, until, day = limb_of(parent, delegation), delegation.until, exercise.decided_on
    if until is None:
        return
    if day is None:
        sentence = f"It could be used until {show_day(until)}; this decision has no date yet."
        yield Reason(Weight.WARNS, Limit.EXPIRY, sentence, source)
    elif day > until:
        sentence = (
            f"It could be used until {show_day(until)}; this decision of {show_day(day)} is "
            f"{_days_apart(until, day)} later."
        )
        yield Reason(Weight.OUTSIDE, Limit.EXPIRY, sentence, source)
    else:
        yield Reason(Weight.HOLDS, Limit.EXPIRY, f"It can be used until {show_day(until)}.", source)


def _consultation(exercise: Exercise, parent: Decision, delegation: Delegation) -> Iterator[Reason]:
    source = limb_of(parent, delegation)
    for post in delegation.in_consultation_with:
        listed = any(same_post(each, post) for each in exercise.consulted)
        if listed or names_post(exercise.comments, post):
            yield Reason(Weight.HOLDS, Limit.CONSULTATION, f"The {post} was consulted, as it asks.", source)
        else:
            sentence = f"It is to be used in consultation with the {post}; the record does not name that post."
            yield Reason(Weight.WARNS, Limit.CONSULTATION, sentence, source)


def _once(exercise: Exercise, parent: Decision, delegation: Delegation, used: tuple[Use, ...]) -> Iterator[Reason]:
    """An option is spent by one use on each contract, whether or not the delegation says once."""
    if not (delegation.is_once or (delegation.power is Power.EXTEND and delegation.option_number is not None)):
        return
    on = {each.contract_id: each.reference for each in exercise.contracts}
    others = (each for each in used if each.delegation_id == delegation.id and each.decision_id != exercise.decision_id)
    for use in others:
        if use.contract_id in on or not use.contract_id or not on:
            day = f" of {show_day(use.decided_on)}" if use.decided_on else ""
            where = f" on {use.contract_reference}" if use.contract_reference else ""
            sentence = f"It may be used once, and {use.decision_name}{day} used it{where}."
            yield Reason(Weight.WARNS, Limit.ONCE, sentence, limb_of(parent, delegation))


def _days_apart(one: date, other: date) -> str:
    days = abs((other - one).days)
    return "1 day" if days == 1 else f"{days} days"
