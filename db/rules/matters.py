"""What one contract asks for on a day, one function a matter, each with its working."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from db.rules.contract import Contract, Side, Standing, Status
from db.rules.dates import Unit, period_end, show_day, show_length
from db.rules.decision import ContractId, DecisionId
from db.rules.notice import serve_by, use_option_by

SOON = 90
"""Days ahead that count as soon."""
AHEAD = 365
"""Days ahead that are shown at all."""
LAPSED_SHOWN = 365
"""Days for which a lapsed option stays in sight."""


class Matter(StrEnum):
    """What an attention line is about."""

    UNREADABLE = "Cannot be read"
    PAST_END = "Running past its end"
    OPTION = "Decide on an extension option"
    OPTION_LAPSED = "Option lapsed"
    SERVE_BY = "Last day to serve notice"
    NOTICE_UNSERVED = "Notice decided, service not recorded"
    UNDER_NOTICE = "Ends under notice"
    ENDING = "Contract ends"
    UNSIGNED = "Decision unsigned"
    RETURN_DUE = "Return due"
    RETURN_LATE = "Return late"


class Urgency(StrEnum):
    """How pressing a line is: its day has passed, is within 90 days, or is later."""

    OVERDUE = "overdue"
    SOON = "soon"
    LATER = "later"


@dataclass(frozen=True, slots=True)
class AttentionLine:
    """One matter to look at: what, by when, on which contract or decision, and the working behind the day."""

    matter: Matter
    urgency: Urgency
    act_by: date | None
    what: str
    why: tuple[str, ...]
    """The working, one short sentence a step, with its source."""
    contract_id: ContractId | None = None
    contract_reference: str = ""
    contract_title: str = ""
    providers: str = ""
    decision_id: DecisionId | None = None
    decision_number: str = ""


def matters_of(at: Standing) -> Iterator[AttentionLine]:
    """Every matter of a contract as it stands on a day."""
    for matter in (_past_end, _option, _lapsed, _serve_by, _unserved, _ending):
        yield from matter(at)


def urgency(by: date, on: date) -> Urgency:
    """How pressing a last day is on a day: overdue once it has passed, soon from 90 days before."""
    if by < on:
        return Urgency.OVERDUE
    return Urgency.SOON if by <= on + timedelta(SOON) else Urgency.LATER


def within(by: date, on: date) -> bool:
    """Whether a last day is near enough to show: passed, or no more than a year ahead."""
    return by <= on + timedelta(AHEAD)


def show_days(count: int) -> str:
    """A number of days in words."""
    return f"{count} day" if count == 1 else f"{count} days"


def _past_end(at: Standing) -> Iterator[AttentionLine]:
    if at.status is Status.PAST_END and at.ends_on:
        days = (at.day - at.ends_on).days
        what = f"Running past its end by {show_days(days)}: no cover is recorded"
        why = (
            f"Its last day, from all that is recorded by {show_day(at.day)}, was {show_day(at.ends_on)}.",
            "No extension, variation, notice or end is recorded that covers today.",
        )
        yield AttentionLine(Matter.PAST_END, Urgency.OVERDUE, at.ends_on, what, why)


def _option(at: Standing) -> Iterator[AttentionLine]:
    option, period = at.next_option, at.option_period
    if option is None or period is None or at.ends_on is None:
        return
    worked = use_option_by(at.contract, at.ends_on)
    if within(worked.day, at.day):
        what = f"Decide whether to use option {option.number} ({period})"
        yield AttentionLine(Matter.OPTION, urgency(worked.day, at.day), worked.day, what, worked.working)


def _lapsed(at: Standing) -> Iterator[AttentionLine]:
    ended = at.ends_on
    if at.status is Status.ENDED or ended is None or at.notice or not ended < at.day <= ended + timedelta(LAPSED_SHOWN):
        return
    for option in at.lapsed_options:
        what = f"Option {option.number} lapsed unused ({show_length(option.months, Unit.MONTHS)})"
        why = (f"The contract's last day was {show_day(ended)} and no extension was decided by then.",)
        yield AttentionLine(Matter.OPTION_LAPSED, Urgency.OVERDUE, ended, what, why)


def _serve_by(at: Standing) -> Iterator[AttentionLine]:
    term = at.contract.notice_term(Side.COUNCIL)
    if at.status is not Status.RUNNING or at.ends_on is None or term is None:
        return
    worked = serve_by(at.ends_on, term)
    if worked.day >= at.day and within(worked.day, at.day):
        what = f"Last day to serve {show_length(term.length, term.unit)}’ notice to end on {show_day(at.ends_on)}"
        yield AttentionLine(Matter.SERVE_BY, urgency(worked.day, at.day), worked.day, what, worked.working)


def _unserved(at: Standing) -> Iterator[AttentionLine]:
    if at.status is Status.ENDED or at.notice is not None:
        return
    for each in at.contract.notices_decided:
        if each.decided_on <= at.day:
            yield AttentionLine(
                Matter.NOTICE_UNSERVED,
                Urgency.OVERDUE,
                each.decided_on,
                f"{each.decision_number or 'A decision'} gives notice: record the day it was served",
                _if_served(at.contract, each.decided_on),
                decision_id=each.decision_id,
                decision_number=each.decision_number,
            )


def _ending(at: Standing) -> Iterator[AttentionLine]:
    if at.status not in {Status.RUNNING, Status.UNDER_NOTICE} or at.ends_on is None or not within(at.ends_on, at.day):
        return
    if at.notice:
        what = f"Ends under notice by the {at.notice.given_by}, served {show_day(at.notice.served_on)}"
        yield AttentionLine(Matter.UNDER_NOTICE, urgency(at.ends_on, at.day), at.ends_on, what, ())
        return
    left = "an option is left" if at.next_option else f"no option is {'left' if at.contract.options else 'recorded'}"
    what = f"Contract ends on {show_day(at.ends_on)}: {left}"
    yield AttentionLine(Matter.ENDING, urgency(at.ends_on, at.day), at.ends_on, what, _how_it_ends(at))


def _how_it_ends(at: Standing) -> tuple[str, ...]:
    steps = [f"Initial term to {show_day(at.contract.initial_ends_on)}."] if at.contract.initial_ends_on else []
    steps += [f"Option {each.option_number} by {each.decision_number}: {each.period}." for each in at.extensions]
    steps += [
        f"Variation {each.number} by {each.decision_number or 'agreement'}: to {show_day(each.ends_on)}."
        for each in at.variations
        if each.ends_on
    ]
    return tuple(steps)


def _if_served(contract: Contract, decided_on: date) -> tuple[str, ...]:
    term = contract.notice_term(Side.COUNCIL)
    steps = [f"Notice was decided on {show_day(decided_on)}; the day it was served is not recorded."]
    if term:
        day = period_end(decided_on, term.length, term.unit)
        length = show_length(term.length, term.unit)
        steps.append(f"Served that same day, {length}’ notice would end the contract on {show_day(day)}.")
    return tuple(steps)
