"""What a decision does, as exercises of a power: read from its effects and what they left on the contracts."""

import re
from collections.abc import Iterable, Iterator

from db.rules.authority_facts import Exercise, OnContract
from db.rules.contract import Contract, Extension, Variation
from db.rules.dates import Period
from db.rules.decision import Decision, Effect, EffectKind
from db.rules.delegation import Power
from db.rules.money import Pence
from db.rules.stated_periods import stated_periods

_POWERS = {
    EffectKind.EXTENDS: Power.EXTEND,
    EffectKind.VARIES: Power.VARY,
    EffectKind.MODIFIES: Power.VARY,
    EffectKind.GIVES_NOTICE: Power.GIVE_NOTICE,
    EffectKind.ENDS: Power.GIVE_NOTICE,
}
_AWARDS = re.compile(r"\baward(?:s|ed|ing)?\b", re.IGNORECASE)
_ENTERS = re.compile(r"\benter(?:s|ed|ing)?\s+into\b", re.IGNORECASE)


def exercises_of(decision: Decision, contracts: Iterable[Contract]) -> tuple[Exercise, ...]:
    """What a decision does that needs a power: contracts treated alike together, one exercise a kind and period."""
    known = {contract.id: contract for contract in contracts}
    together: dict[tuple[Power, int | None, Period | None], list[OnContract]] = {}
    for effect in decision.effects:
        contract = known.get(effect.contract_id)
        option, period = _option_and_days(decision, effect, contract)
        on = OnContract(effect.contract_id, contract.reference if contract else effect.contract_reference)
        together.setdefault((_POWERS[effect.kind], option, period), []).append(on)
    if not together:
        together[(_power_by_words(decision.text.decision), None, None)] = []
    value = value_of(decision, known.values())
    return tuple(
        Exercise(
            power,
            decision.maker_post,
            decision.decided_on,
            tuple(dict.fromkeys(on)),
            option,
            period,
            value,
            decision.consultees,
            f"{decision.text.comments}\n{decision.text.consultation}",
            decision.id,
        )
        for (power, option, period), on in together.items()
    )


def contracts_of(decision: Decision) -> tuple[OnContract, ...]:
    """The contracts a decision acts on, each once."""
    return tuple(dict.fromkeys(OnContract(each.contract_id, each.contract_reference) for each in decision.effects))


def value_of(decision: Decision, contracts: Iterable[Contract]) -> Pence | None:
    """What a decision commits, in pence: the funding it approves, else what the record states; None if neither does."""
    approved = [
        line.pence
        for contract in contracts
        for line in contract.funding
        if decision.number and line.decision_number == decision.number
    ]
    return Pence(sum(approved)) if approved else decision.value_pence


def extensions_by(decision: Decision, contract: Contract) -> tuple[Extension, ...]:
    """The extensions that a decision made on a contract."""
    return tuple(each for each in contract.extensions if _is_by(each, decision))


def variations_by(decision: Decision, contract: Contract) -> tuple[Variation, ...]:
    """The variations that a decision made on a contract."""
    return tuple(each for each in contract.variations if _is_by(each, decision))


def _is_by(change: Extension | Variation, decision: Decision) -> bool:
    if change.decision_id is not None:
        return change.decision_id == decision.id
    return bool(decision.number) and change.decision_number == decision.number


def _option_and_days(decision: Decision, effect: Effect, contract: Contract | None) -> tuple[int | None, Period | None]:
    if effect.kind is EffectKind.EXTENDS:
        for each in extensions_by(decision, contract) if contract else ():
            return each.option_number, each.period
        return None, _only_period_stated(decision.text.decision)
    if contract and _POWERS[effect.kind] is Power.VARY:
        return None, next(_days_varied(decision, contract), None)
    return None, None


def _days_varied(decision: Decision, contract: Contract) -> Iterator[Period]:
    for each in variations_by(decision, contract):
        if each.effective_on and each.ends_on and each.ends_on >= each.effective_on:
            yield Period(each.effective_on, each.ends_on)
        elif each.effective_on:
            yield Period(each.effective_on, each.effective_on)


def _only_period_stated(text: str) -> Period | None:
    stated = {Period(each.starts_on, each.ends_on) for each in stated_periods(text) if each.starts_on <= each.ends_on}
    return stated.pop() if len(stated) == 1 else None


def _power_by_words(text: str) -> Power:
    if _AWARDS.search(text):
        return Power.AWARD
    return Power.ENTER_AGREEMENTS if _ENTERS.search(text) else Power.OTHER
