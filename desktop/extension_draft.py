"""The officer decision that an extension drafts: its power, its maker, its words."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from db.operations.new_decision import NewDecision
from db.rules.authority import Answer, Exercise, OnContract, Rules, Verdict, authority_for, best_of, uses_of
from db.rules.contract import Contract, ExtensionOption
from db.rules.dates import Period, Unit, show_day, show_length
from db.rules.decision import Decision, DecisionKind, DecisionText
from db.rules.delegation import Delegation, Power
from db.rules.extension import extension_by
from db.rules.money import Pence
from db.rules.posts import same_post
from db.rules.refusal import Refusal

Used = tuple[Contract, ExtensionOption, Period]
"""A contract with the option it uses, and the days that adds."""


@dataclass(frozen=True, slots=True)
class Maker:
    """Who takes the decision."""

    name: str
    post: str


NOBODY = Maker("", "")
"""Nobody is named."""


def options_used(contracts: Iterable[Contract], decided_on: date) -> tuple[Used, ...]:
    """What each contract's next option comes to; those that cannot be extended are left out."""
    found: list[Used] = []
    for contract in contracts:
        try:
            found.append((contract, *extension_by(contract, decided_on)))
        except Refusal:
            continue
    return tuple(found)


def answer_for(
    used: Used, maker_post: str, decided_on: date, decisions: Sequence[Decision], contracts: Sequence[Contract],
    rules: Rules, *, only: Decision | None = None, value: Pence | None = None,
) -> Answer | None:  # fmt: skip
    """The delegation that covers extending a contract best; `only` asks those of one decision."""
    contract, option, period = used
    on = (OnContract(contract.id, contract.reference),)
    limbs = [(each, limb) for each in decisions if only is None or each.id == only.id for limb in each.delegations]
    extending = [(parent, limb) for parent, limb in limbs if limb.power is Power.EXTEND] or limbs
    uses = [use for _, limb in extending for use in uses_of(limb, decisions, contracts)]
    exercise = Exercise(Power.EXTEND, maker_post, decided_on, on, option.number, period, value)
    return best_of(authority_for(exercise, extending, uses, rules))


def maker_for(limb: Delegation | None, officer: Maker, decisions: Iterable[Decision]) -> Maker:
    """The officer at work if the power is theirs, else whoever holds the delegate's post, as last recorded."""
    if limb is None or not limb.delegate or same_post(officer.post, limb.delegate):
        return officer
    before = (each for each in decisions if each.maker_name and same_post(each.maker_post, limb.delegate))
    last = next(before, None)
    return Maker(last.maker_name, last.maker_post) if last else Maker("", limb.delegate)


def drafted(
    number: str, subject: str, decided_on: date, maker: Maker, used: Sequence[Used], answer: Answer | None
) -> NewDecision:
    """The decision to draft, resting on the power that covers it where one does."""
    limb = answer if answer and answer.verdict is not Verdict.OUTSIDE else None
    related = related_for(limb.parent, limb.delegation) if limb else ""
    return NewDecision(
        number,
        DecisionKind.OFFICER,
        subject,
        decided_on,
        maker_name=maker.name,
        maker_post=maker.post,
        relates_to_number=limb.parent.number if limb else "",
        relates_to_on=limb.parent.decided_on if limb else None,
        delegation_id=limb.delegation.id if limb else None,
        text=DecisionText(related_decision=related, decision=sentence_for(used)),
    )


def subject_for(used: Sequence[Used]) -> str:
    """What the decision is about: the service where the contracts share one, else their titles."""
    services = dict.fromkeys(contract.service or contract.title for contract, _, _ in used)
    return f"{_listed(tuple(services))} contract extension" if services else ""


def sentence_for(used: Sequence[Used]) -> str:
    """What is decided: EXTEND … by 12 months, from 1 April 2024 to 31 March 2025; lettered where the days differ."""
    in_order = sorted(used, key=_lengths)
    clauses = [_clause([contract for contract, _, _ in group], *key) for key, group in groupby(in_order, _lengths)]
    if len(clauses) == 1:
        return clauses[0]
    return "\n".join(f"{chr(ord('a') + at)}) {clause}" for at, clause in enumerate(clauses))


def related_for(parent: Decision, limb: Delegation) -> str:
    """What the decision it relates to delegated, as that decision has it."""
    when = f" of {show_day(parent.decided_on)}" if parent.decided_on else ""
    maker = f", by the {parent.maker_post}" if parent.maker_post else ""
    name = parent.number or parent.subject
    limb_named = f" {limb.limb}" if limb.limb else ""
    words = f": {limb.words.rstrip('.')}" if limb.words else ""
    return f"Decision {name}{when}{maker}. Its limb{limb_named} delegates to the {limb.delegate}{words}."


def alike(chosen: Sequence[Contract], offered: Iterable[Contract], decided_on: date) -> tuple[Contract, ...]:
    """Contracts of the same service whose next option is the same as that of one chosen: they belong together."""

    def kind(used: Used) -> tuple[str, int, Period]:
        return used[0].service, used[1].number, used[2]

    known = {kind(each) for each in options_used(chosen, decided_on) if each[0].service}
    others = [each for each in offered if each.id not in {one.id for one in chosen}]
    return tuple(each[0] for each in options_used(others, decided_on) if kind(each) in known)


def is_officers(decision: Decision | None) -> bool:
    """Whether a decision needs a power that was delegated; one still to be drafted is an officer's."""
    return decision is None or decision.kind is DecisionKind.OFFICER


def _lengths(each: Used) -> tuple[date, date, int]:
    return each[2].starts_on, each[2].ends_on, each[1].months


def _clause(together: Sequence[Contract], starts_on: date, ends_on: date, months: int) -> str:
    services = tuple(dict.fromkeys(each.service for each in together if each.service))
    what = f"the {_listed(services)} contract{'s' if len(together) > 1 else ''}" if services else "the contracts"
    titles = "; ".join(each.title for each in together)
    length = show_length(months, Unit.MONTHS)
    return f"EXTEND {what} ({titles}) by {length}, from {show_day(starts_on)} to {show_day(ends_on)}."


def _listed(names: Sequence[str]) -> str:
    return f"{', '.join(names[:-1])} and {names[-1]}" if len(names) > 1 else "".join(names)
