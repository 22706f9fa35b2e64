"""A contract's standing as marks on the drawing of its term."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from db.rules.contract import Status
from db.rules.dates import Period, Unit, next_period_start, show_day, show_length
from db.rules.notice import last_day_to_serve, last_day_to_use_option
from db.rules.standing import Standing, option_period
from desktop.drawing.marks import Bar, Flag, Moment, Stretch, TermDrawing


def term_drawing(at: Standing) -> TermDrawing:
    """What stands on the drawing of a term, as it is on the day looked from."""
    return TermDrawing(at.contract.title, at.day, tuple(_bars(at)), tuple(_flags(at)))


def with_flags(drawing: TermDrawing, flags: Iterable[Flag]) -> TermDrawing:
    """A drawing with more days on it."""
    return replace(drawing, flags=(*drawing.flags, *flags))


def _bars(at: Standing) -> Iterator[Bar]:
    contract = at.contract
    if contract.starts_on and contract.initial_ends_on:
        yield Bar(Stretch.INITIAL, Period(contract.starts_on, contract.initial_ends_on), "First term")
    for each in at.extensions:
        yield Bar(Stretch.USED, each.period, f"Option {each.option_number}", f"By {each.decision_number}")
    yield from _varied(at)
    yield from _unused(at)
    yield from _notice_window(at)
    if at.status is Status.PAST_END and at.ends_on:
        yield Bar(
            Stretch.PAST_END, Period(next_period_start(at.ends_on), at.day), "Past its end", "No cover is recorded"
        )


def _varied(at: Standing) -> Iterator[Bar]:
    before = max((each.period.ends_on for each in at.extensions), default=at.contract.initial_ends_on)
    for each in at.variations:
        if each.ends_on is None:
            continue
        starts_on = next_period_start(before) if before else each.effective_on or each.decided_on
        if starts_on <= each.ends_on:
            detail = f"By {each.decision_number}" if each.decision_number else ""
            yield Bar(Stretch.EXTENSION, Period(starts_on, each.ends_on), f"Variation {each.number}", detail)
        before = each.ends_on


def _unused(at: Standing) -> Iterator[Bar]:
    end: date | None = at.ends_on if at.next_option else None
    used = {each.option_id for each in at.extensions}
    for option in sorted(at.contract.options, key=lambda each: each.number):
        if end and option.id not in used:
            period = option_period(end, option)
            length = show_length(option.months, Unit.MONTHS)
            yield Bar(Stretch.UNUSED, period, f"Option {option.number}, open", length)
            end = period.ends_on


def _notice_window(at: Standing) -> Iterator[Bar]:
    if at.notice and at.notice.served_on <= at.notice.ends_on:
        yield Bar(Stretch.NOTICE, Period(at.notice.served_on, at.notice.ends_on), "Notice running")
        return
    served = last_day_to_serve(at)
    if served and at.ends_on and served.day <= at.ends_on:
        yield Bar(
            Stretch.NOTICE, Period(served.day, at.ends_on), "Too late for notice", "Notice would outlast the term"
        )


def _flags(at: Standing) -> Iterator[Flag]:
    for each in at.variations:
        yield Flag(Moment.VARIATION, each.effective_on or each.decided_on, f"Variation {each.number}", each.summary)
    if at.notice:
        yield Flag(Moment.NOTICE_GIVEN, at.notice.served_on, "Notice served", f"By the {at.notice.given_by}")
    served = last_day_to_serve(at)
    if served:
        detail = f"To end by {show_day(at.ends_on)}" if at.ends_on else ""
        yield Flag(Moment.SERVE_BY, served.day, "Serve notice by", detail, passed=served.day < at.day)
    worked = last_day_to_use_option(at)
    if worked and at.next_option:
        decide = worked.day
        detail = f"Option {at.next_option.number}"
        yield Flag(Moment.DECIDE_BY, decide, "Decide option by", detail, passed=decide < at.day)
    if at.ends_on:
        yield Flag(Moment.END, at.ends_on, "Ends")
