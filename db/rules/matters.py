"""What one contract asks for on a day, one function a matter, each with its working."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from db.rules.attention_line import AttentionLine, Matter, Urgency, urgency
from db.rules.contract import Contract, Side, Status
from db.rules.dates import Unit, period_end, show_day, show_length, show_short_day
from db.rules.diary import Diary
from db.rules.notice import last_day_to_act, last_day_to_serve
from db.rules.runway import told
from db.rules.standing import Standing
from db.rules.worked_day import WorkedDay

LAPSED_SHOWN = 365
"""Days for which a lapsed option stays in sight."""


def matters_of(at: Standing, diary: Diary) -> Iterator[AttentionLine]:
    """Every matter of a contract as it stands on a day that the diary's lead times bring into sight."""
    last = last_day_to_act(at)
    yield from _past_end(at)
    yield from _decide_by(at, diary, last)
    yield from _option(at, diary, last)
    yield from _lapsed(at)
    yield from _serve_by(at, diary, last)
    yield from _unserved(at)
    yield from _ending(at, diary)


def show_days(count: int) -> str:
    """A number of days in words."""
    return f"{count} day" if count == 1 else f"{count} days"


def _line(at: Standing, matter: Matter, by: date, what: str, why: tuple[str, ...], about: str = "") -> AttentionLine:
    contract = at.contract
    return AttentionLine(
        matter,
        urgency(by, at.day),
        by,
        what,
        why,
        contract.id,
        contract.reference,
        contract.title,
        contract.provider_names,
        about=about,
    )


def _past_end(at: Standing) -> Iterator[AttentionLine]:
    if at.status is Status.PAST_END and at.ends_on:
        days = (at.day - at.ends_on).days
        what = f"Running past its end by {show_days(days)}: no cover is recorded"
        why = (
            f"Its last day, from all that is recorded by {show_day(at.day)}, was {show_day(at.ends_on)}.",
            "No extension, variation, notice or end is recorded that covers today.",
        )
        yield _line(at, Matter.PAST_END, at.ends_on, what, why)


def _decide_by(at: Standing, diary: Diary, last: WorkedDay | None) -> Iterator[AttentionLine]:
    if last is None:
        return
    name, counted = diary.runway_to(at.contract.id, last.day)
    if counted is None or counted.decide_by is None or not diary.shows(Matter.DECIDE_BY, at, counted.decide_by):
        return
    start = f"; start by {show_short_day(counted.start_by)}" if counted.start_by else ""
    what = f"Decide what follows the end on {show_day(at.ends_on)} ({name.lower()}{start})" if at.ends_on else name
    yield _line(at, Matter.DECIDE_BY, counted.decide_by, what, told(counted, last))


def _option(at: Standing, diary: Diary, last: WorkedDay | None) -> Iterator[AttentionLine]:
    """The last day to act is the option's own while one is left."""
    option, period = at.next_option, at.option_period
    if option is None or period is None or last is None or not diary.shows(Matter.OPTION, at, last.day):
        return
    what = f"Decide whether to use option {option.number} ({period})"
    yield _line(at, Matter.OPTION, last.day, what, last.working, str(option.number))


def _lapsed(at: Standing) -> Iterator[AttentionLine]:
    ended = at.ends_on
    if at.status is Status.ENDED or ended is None or at.notice or not ended < at.day <= ended + timedelta(LAPSED_SHOWN):
        return
    for option in at.lapsed_options:
        what = f"Option {option.number} lapsed unused ({show_length(option.months, Unit.MONTHS)})"
        why = (f"The contract's last day was {show_day(ended)} and no extension was decided by then.",)
        yield _line(at, Matter.OPTION_LAPSED, ended, what, why, str(option.number))


def _serve_by(at: Standing, diary: Diary, last: WorkedDay | None) -> Iterator[AttentionLine]:
    """The last day to act is the last day to serve once no option is left."""
    if at.status is not Status.RUNNING:
        return
    term, worked = at.contract.notice_term(Side.COUNCIL), last_day_to_serve(at) if at.next_option else last
    if term is None or worked is None or at.ends_on is None:
        return
    if worked.day >= at.day and diary.shows(Matter.SERVE_BY, at, worked.day):
        what = f"Last day to serve {show_length(term.length, term.unit)}’ notice to end on {show_day(at.ends_on)}"
        yield _line(at, Matter.SERVE_BY, worked.day, what, worked.working)


def _unserved(at: Standing) -> Iterator[AttentionLine]:
    if at.status is Status.ENDED or at.notice is not None:
        return
    for each in at.contract.notices_decided:
        if each.decided_on <= at.day:
            what = f"{each.decision_number or 'A decision'} gives notice: record the day it was served"
            line = _line(at, Matter.NOTICE_UNSERVED, each.decided_on, what, _if_served(at.contract, each.decided_on))
            yield replace(
                line,
                urgency=Urgency.OVERDUE,
                decision_id=each.decision_id,
                decision_number=each.decision_number,
            )


def _ending(at: Standing, diary: Diary) -> Iterator[AttentionLine]:
    if at.status not in {Status.RUNNING, Status.UNDER_NOTICE} or at.ends_on is None:
        return
    matter = Matter.UNDER_NOTICE if at.notice else Matter.ENDING
    if not diary.shows(matter, at, at.ends_on):
        return
    if at.notice:
        what = f"Ends under notice by the {at.notice.given_by}, served {show_day(at.notice.served_on)}"
        yield _line(at, Matter.UNDER_NOTICE, at.ends_on, what, ())
        return
    left = "an option is left" if at.next_option else f"no option is {'left' if at.contract.options else 'recorded'}"
    what = f"Contract ends on {show_day(at.ends_on)}: {left}"
    yield _line(at, Matter.ENDING, at.ends_on, what, _how_it_ends(at))


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
