"""How a contract was bought, what it is worth, and what it says of serving notice: facts with their source."""

from collections.abc import Iterable, Iterator
from datetime import date

from db.rules.award_facts import AwardFacts, notices_due, regime_of
from db.rules.contract import Contract, Notice, Side
from db.rules.dates import Unit, show_day, show_length
from db.rules.money import show_pounds
from db.rules.procurement import NoticeDue
from db.rules.refusal import Refusal
from db.rules.service_of_notice import ServiceRule, send_notice_by, show_rule
from db.rules.standing import Standing
from db.rules.value import Worth, values_of
from db.rules.working_days import BankHolidays, show_weekday
from desktop.screens.contract_facts import NOT_RECORDED, Fact

FIRST_CLASS = "first_class_clause"
"""The usual rule for post, until the contract's own clause is recorded."""


def bought_facts(at: Standing, facts: AwardFacts | None) -> tuple[Fact, ...]:
    """How it was bought: the law it lives under, what later changes are measured against, and the notices due."""
    if facts is None:
        return (Fact("How it was bought", NOT_RECORDED),)
    law = regime_of(facts)
    began = show_day(facts.procured_on) if facts.procured_on else NOT_RECORDED
    why = (f"The procurement began on {began}; that day decides the law for the contract’s whole life.",)
    longest = show_length(facts.maximum_months, Unit.MONTHS) if facts.maximum_months else NOT_RECORDED
    return (
        Fact("Law", law.value if law else NOT_RECORDED, why if law else ()),
        Fact("Procurement began", began),
        Fact("Longest term at award", longest),
        *(_due(each) for each in notices_due(at, facts)),
    )


def value_facts(contract: Contract, facts: AwardFacts | None, day: date) -> tuple[Fact, ...]:
    """Its value at first, as it stands, and at most, kept apart."""
    values = values_of(contract, facts, day)
    return (
        _worth("Original value", values.original),
        _worth("Current value", values.current),
        _worth("Maximum value", values.maximum),
    )


def service_facts(at: Standing, clauses: Iterable[ServiceRule], holidays: BankHolidays) -> tuple[Fact, ...]:
    """What it says of how notice is served, and the last day to post it so that it ends by its last day."""
    return tuple(_service(at, tuple(clauses), holidays))


def served_facts(notices: Iterable[Notice]) -> tuple[Fact, ...]:
    """The notices given: when each was sent and served, how, and the working as it was told then."""
    return tuple(Fact(f"Notice by the {each.given_by}", _served(each), each.working) for each in notices)


def _due(due: NoticeDue) -> Fact:
    by = f"by {show_day(due.by)}" if due.by else "no day is set"
    counted = "Counted from the contract’s first day or its last; the day it was entered into is not recorded."
    return Fact(due.notice, f"{due.what}, {by}", (f"Source: {due.source}.", counted))


def _service(at: Standing, clauses: tuple[ServiceRule, ...], holidays: BankHolidays) -> Iterator[Fact]:
    for clause in clauses:
        yield Fact(clause.method, show_rule(clause), (f"Source: {clause.source}.",) if clause.source else ())
    if not clauses:
        yield Fact("Service clause", NOT_RECORDED)
    term = at.contract.notice_term(Side.COUNCIL)
    if term is None or at.ends_on is None or at.notice or at.ends_on < at.day:
        return
    post = next((each for each in clauses if "post" in each.method.casefold()), None)
    try:
        worked = send_notice_by(at.ends_on, term, post or FIRST_CLASS, holidays=holidays)
    except Refusal as refusal:
        yield Fact("Post notice by", "cannot be counted", (str(refusal),))
        return
    yield Fact("Post notice by", show_weekday(worked.day), worked.working)


def _served(each: Notice) -> str:
    sent = f"sent {show_day(date.fromisoformat(each.sent_at[:10]))}, " if each.sent_at else ""
    method = f", {each.method.lower()}" if each.method else ""
    return f"{sent}served {show_day(each.served_on)}{method}; ends it on {show_day(each.ends_on)}"


def _worth(name: str, worth: Worth) -> Fact:
    said = show_pounds(worth.pence) if worth.pence is not None else NOT_RECORDED
    return Fact(name, said, (f"{worth.how[:1].upper()}{worth.how[1:]}.",))
