"""The audit committee's return: extensions, variations and waivers of a period that are worth a threshold or more."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from db.rules.contract import Contract, Extension, Unreadable, Variation
from db.rules.dates import Period
from db.rules.decision import Decision, DecisionId
from db.rules.money import Pence, show_pounds
from db.rules.value import values_of

USUAL_THRESHOLD = Pence(50_000_00)
"""What councils' audit committees commonly ask to see. A setting of each council."""


class What(StrEnum):
    """What is returned to the committee."""

    EXTENSION = "Extension"
    VARIATION = "Variation"
    WAIVER = "Waiver"
    """A check on a decision's record that was passed over, with the reason given."""


@dataclass(frozen=True, slots=True)
class AuditRow:
    """One line of the return."""

    what: What
    reference: str
    title: str
    provider: str
    number: str
    """Which extension option, variation or check."""
    decided_on: date
    decision: str
    decided_by: str
    ends_on: date | None
    """The last day that follows from it, where it moves one."""
    pence: Pence | None
    """How much the contract's value moved to its last day; of a waiver, what its decision commits."""
    how: str
    reason: str


def audit_return(
    contracts: Iterable[Contract | Unreadable],
    decisions: Iterable[Decision],
    period: Period,
    threshold: Pence = USUAL_THRESHOLD,
) -> tuple[AuditRow, ...]:
    """What was decided in a period, oldest first: worth the threshold or more, or of a value that is not recorded."""
    known = {each.id: each for each in decisions}
    rows = [row for each in contracts if isinstance(each, Contract) for row in _of_contract(each, known, period)]
    rows += [row for decision in known.values() for row in _waivers(decision, period)]
    over = [row for row in rows if row.pence is None or abs(row.pence) >= threshold]
    return tuple(sorted(over, key=lambda row: (row.decided_on, row.reference.casefold(), row.what, row.number)))


Act = Extension | Variation


def _of_contract(contract: Contract, decisions: dict[DecisionId, Decision], period: Period) -> Iterator[AuditRow]:
    acts: list[Act] = sorted((*contract.extensions, *contract.variations), key=_order)
    for place, act in enumerate(acts):
        if act.decided_on not in period:
            continue
        decision = decisions.get(act.decision_id) if act.decision_id else None
        pence, how = _moved(contract, acts[:place], act, acts[place + 1 :])
        yield AuditRow(
            What.EXTENSION if isinstance(act, Extension) else What.VARIATION,
            contract.reference,
            contract.title,
            contract.provider_names,
            f"Option {act.option_number}" if isinstance(act, Extension) else f"Variation {act.number}",
            act.decided_on,
            act.decision_number,
            decision.maker_post or decision.kind.value if decision else "",
            act.period.ends_on if isinstance(act, Extension) else act.ends_on,
            pence,
            how,
            _reason(act, decision),
        )


def _order(act: Act) -> tuple[date, bool, int]:
    is_variation = isinstance(act, Variation)
    return act.decided_on, is_variation, act.number if isinstance(act, Variation) else act.option_number


def _moved(contract: Contract, before: list[Act], act: Act, after: list[Act]) -> tuple[Pence | None, str]:
    """By how much an act moved the contract's value to its last day, and how that was found."""
    later = {each.decision_number for each in after} - {each.decision_number for each in (*before, act)}
    own = {act.decision_number} - {each.decision_number for each in before}
    was = values_of(_with(contract, before, later | own), None, act.decided_on).current
    became = values_of(_with(contract, [*before, act], later), None, act.decided_on).current
    if was.pence is None or became.pence is None:
        return None, f"Its value is {became.how if became.pence is None else was.how}"
    return Pence(became.pence - was.pence), f"{show_pounds(became.pence)} after it, {show_pounds(was.pence)} before"


def _with(contract: Contract, acts: list[Act], without: set[str]) -> Contract:
    """A contract with only these acts done, and without the money that rests on some decisions."""
    hidden = without - {""}
    return replace(
        contract,
        ended_on=None,
        notices=(),
        extensions=tuple(each for each in acts if isinstance(each, Extension)),
        variations=tuple(each for each in acts if isinstance(each, Variation)),
        funding=tuple(each for each in contract.funding if each.decision_number not in hidden),
        annual_values=tuple(each for each in contract.annual_values if each.decision_number not in hidden),
    )


def _reason(act: Act, decision: Decision | None) -> str:
    if isinstance(act, Variation):
        ground = f"Ground: {act.ground}" if act.ground else ""
        return ". ".join(filter(None, (act.summary, act.reason, ground)))
    return decision.subject if decision else ""


def _waivers(decision: Decision, period: Period) -> Iterator[AuditRow]:
    if decision.decided_on is None or not decision.is_taken or decision.decided_on not in period:
        return
    references = ", ".join(dict.fromkeys(each.contract_reference for each in decision.effects))
    titles = "; ".join(dict.fromkeys(each.contract_title for each in decision.effects))
    value = decision.value_pence
    how = "What the decision commits" if value is not None else "What the decision commits is not recorded"
    for passed in decision.overrides:
        yield AuditRow(
            What.WAIVER, references, titles, "", passed.check, decision.decided_on, decision.name,
            decision.maker_post or decision.kind.value, None, value, how, passed.reason,
        )  # fmt: skip
