"""C15: whether it is a key decision, and whether it went the way of one."""

import re

from db.rules.checks.authority import can_be_tested
from db.rules.dates import show_day
from db.rules.decision import DecisionKind
from db.rules.decision_facts import Route
from db.rules.money import show_pounds
from db.rules.record_dates import clocks_of
from db.rules.record_in_hand import Gaps, RecordInHand, warning

_SOURCE = "SI 2012/2089 regs 8 to 11; the council’s own threshold"
_ALL = re.compile(
    r"\b(?:all|county[- ]?wide|borough[- ]?wide|city[- ]?wide|district[- ]?wide|whole (?:of the )?county)\b", re.I
)
_BETWEEN = re.compile(r"\s*(?:[,;\n]|\band\b|&)\s*", re.IGNORECASE)
_DIVISIONS = 2
"""Divisions or wards from which a decision is a key one by its effects."""


def key_decision(record: RecordInHand) -> Gaps:
    """C15: what is large or touches two divisions rests on a key decision, or took a route of its own.

    Source: SI 2012/2089 reg 8 (what is key), regs 9 to 11 (28 days, general exception, special urgency).
    """
    decision, why = record.decision, why_key(record)
    if not why:
        return
    if decision.kind is DecisionKind.OFFICER:
        if _rests_on_key(record) or not can_be_tested(record):
            return
    elif decision.is_key is not True:
        sentence = f"{why}, but it is not recorded as a key decision."
        yield warning("C15", "is_key", sentence, _SOURCE)
        return
    yield from _route(record, why)


def why_key(record: RecordInHand) -> str:
    """What makes it a key decision, in words; empty when nothing does."""
    value, divisions = record.value_pence, record.decision.responsible.divisions
    if record.decision.is_key:
        return "It is recorded as a key decision"
    if value is not None and abs(value) >= record.key_threshold:
        limit = show_pounds(record.key_threshold)
        return f"{show_pounds(value)} is at or above {limit}, from which a decision is a key decision"
    if _ALL.search(divisions) or len([each for each in _BETWEEN.split(divisions) if each.strip()]) >= _DIVISIONS:
        return f"It touches two divisions or more ({' '.join(divisions.split())})"
    return ""


def _rests_on_key(record: RecordInHand) -> bool:
    parent = record.authority.parent
    return parent is not None and bool(parent.is_key)


def _route(record: RecordInHand, why: str) -> Gaps:
    plan = record.decision.plan
    if plan.route is Route.NOT_STATED:
        rests = (
            " and does not rest on a decision recorded as key" if record.decision.kind is DecisionKind.OFFICER else ""
        )
        sentence = f"{why}{rests}. Record its route: 28 days’ notice, general exception or special urgency."
        yield warning("C15", "plan.route", sentence, _SOURCE)
    elif plan.route is not Route.NOTICE and not plan.urgency_reason.strip():
        yield warning("C15", "plan.urgency_reason", f"{plan.route.value}: say why it could not wait.", _SOURCE)
    elif plan.route is not Route.SPECIAL_URGENCY:
        yield from _notice(record)


def _notice(record: RecordInHand) -> Gaps:
    published_on = record.decision.plan.notice_published_on
    clock = clocks_of(record.decision, record.holidays, record.call_in).key_earliest
    if published_on is None:
        sentence = f"{record.decision.plan.route.value}: record the day its notice was published."
        yield warning("C15", "plan.notice_published_on", sentence, _SOURCE)
    elif clock is not None and clock.day is not None and record.taken_on < clock.day:
        sentence = (
            f"Notice was published on {show_day(published_on)}, so it could be taken from {show_day(clock.day)}; "
            f"{show_day(record.taken_on)} is too early."
        )
        yield warning("C15", "plan.notice_published_on", sentence, clock.source)
