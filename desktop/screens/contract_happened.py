"""What happened to a contract, newest first: decisions, extensions, variations, notices, returns."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from db.rules.contract import Contract, Extension, Notice, Variation
from db.rules.dates import show_day
from db.rules.decision import Decision
from db.rules.monitoring import MonitoringReturn
from db.rules.standing import Standing
from desktop.screens.screen import Place

UNNUMBERED = "Open the decision"
"""What leads to a decision that has no number of its own."""


@dataclass(frozen=True, slots=True)
class Happening:
    """Something that happened: the day, an icon, what, more about it, and where to read on."""

    on: date
    icon: str
    what: str
    more: str = ""
    link: str = ""
    place: Place | None = None


def happenings(
    at: Standing, decisions: Iterable[Decision], returns: Iterable[MonitoringReturn]
) -> tuple[Happening, ...]:
    """Everything up to the day looked from, newest first."""
    contract = at.contract
    found = [
        *_extensions(contract),
        *_variations(contract),
        *_notices(contract),
        *_decisions(contract, decisions),
        *_returns(returns),
    ]
    if contract.ended_on:
        found.append(Happening(contract.ended_on, "end", "Recorded as ended"))
    return tuple(sorted((each for each in found if each.on <= at.day), key=lambda each: each.on, reverse=True))


def _extensions(contract: Contract) -> Iterator[Happening]:
    for each in contract.extensions:
        what = f"Extended by option {each.option_number} to {show_day(each.period.ends_on)}"
        yield Happening(each.decided_on, "extend", what, "", *_decision(each))


def _variations(contract: Contract) -> Iterator[Happening]:
    for each in contract.variations:
        more = [f"{each.summary.rstrip('.')}."]
        if each.effective_on:
            more.append(f"From {show_day(each.effective_on)}.")
        if each.ends_on:
            more.append(f"New last day: {show_day(each.ends_on)}.")
        what = f"Varied (variation {each.number})"
        yield Happening(each.decided_on, "vary", what, " ".join(more), *_decision(each))


def _notices(contract: Contract) -> Iterator[Happening]:
    for each in contract.notices:
        what = f"Notice served by the {each.given_by}, ending it on {show_day(each.ends_on)}"
        yield Happening(each.served_on, "notice", what, each.method, *_decision(each))


def _decisions(contract: Contract, decisions: Iterable[Decision]) -> Iterator[Happening]:
    told = {each.decision_id for each in contract.extensions} | {each.decision_id for each in contract.variations}
    for decision in decisions:
        kinds = [effect for effect in decision.effects if effect.contract_id == contract.id]
        if not kinds or decision.id in told or decision.decided_on is None:
            continue
        what = f"{decision.kind.value}: {', '.join(dict.fromkeys(effect.kind.value for effect in kinds))}"
        more = " ".join((decision.subject + ".", *(f"{effect.detail}." for effect in kinds if effect.detail)))
        link = decision.number or UNNUMBERED
        yield Happening(decision.decided_on, "decisions", what, more, link, Place("decisions", decision.id))


def _returns(returns: Iterable[MonitoringReturn]) -> Iterator[Happening]:
    for each in returns:
        again = f", submission {each.number}" if each.number > 1 else ""
        yield Happening(
            each.received_on, "returns", f"{each.period.label} return received{again}", f"From {each.provider}.",
            each.file_name, Place("returns", each.id),
        )  # fmt: skip


def _decision(done: Extension | Variation | Notice) -> tuple[str, Place | None]:
    if done.decision_id is None:
        return "", None
    return done.decision_number or UNNUMBERED, Place("decisions", done.decision_id)
