"""When a notice counts as served, by the way it was sent, and the last day to send it."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from types import MappingProxyType

from db.rules.contract import NoticeTerm
from db.rules.counting import Counting, earliest_after, show_count
from db.rules.dates import show_day
from db.rules.notice import earliest_end, serve_by
from db.rules.refusal import Refusal
from db.rules.worked_day import WorkedDay
from db.rules.working_days import (
    ONE_DAY,
    BankHolidays,
    first_working_day_on_or_after,
    holidays_passed,
    is_working_day,
    show_weekday,
    why_not_working,
)


@dataclass(frozen=True, slots=True)
class ServiceRule:
    """When a notice sent one way counts as served; a contract's own clause is one of these too.

    Days after sending, counted as calendar days (and then carried on to a working day) or as working days. With a
    cut-off, a notice sent before it on a working day is served that day, and otherwise on the next working day.
    """

    method: str
    """How people name it: First class post."""
    days: int
    counting: Counting
    source: str
    cut_off: time | None = None


_CPR = "CPR 6.26: a rule for court documents, used where the contract says nothing"
_CLAUSE = "a clause common in public contracts"
_PRACTICE = "Practice Direction [1985] 1 All ER 889 on section 7, Interpretation Act 1978; can be rebutted"

SERVICE_RULES: Mapping[str, ServiceRule] = MappingProxyType(
    {
        "first_class_clause": ServiceRule("First class post", 2, Counting.WORKING_DAYS, _CLAUSE),
        "email_clause_1700": ServiceRule("E-mail", 0, Counting.WORKING_DAYS, _CLAUSE, time(17)),
        "hand_clause_1700": ServiceRule("By hand", 0, Counting.WORKING_DAYS, _CLAUSE, time(17)),
        "first_class_cpr": ServiceRule("First class post", 2, Counting.DAYS, _CPR),
        "email_cpr": ServiceRule("E-mail", 0, Counting.WORKING_DAYS, _CPR, time(16, 30)),
        "hand_cpr": ServiceRule("By hand", 0, Counting.WORKING_DAYS, _CPR, time(16, 30)),
        "first_class_pd1985": ServiceRule("First class post", 2, Counting.WORKING_DAYS, _PRACTICE),
        "second_class_pd1985": ServiceRule("Second class post", 4, Counting.WORKING_DAYS, _PRACTICE),
    }
)
"""The ways of sending that come with the program, by name. The contract's own clause goes before any of them."""


def deemed_service(
    sent: date | datetime,
    n: int | None = None,
    unit: str | None = None,
    rule: str | ServiceRule = "first_class_clause",
    *,
    holidays: BankHolidays,
) -> date:
    """The day on which a notice sent on a day, or at a moment of local time, counts as served.

    A length and unit given go before those of the rule. Source: see the rule.

    Raises:
        YearNotKnown: a year's bank holidays are not recorded.
        Refusal: the rule is not known, or it turns on the time of day and none is given.
    """
    used = own_length(service_rule(rule), n, unit)
    day = sent.date() if isinstance(sent, datetime) else sent
    if used.cut_off is None:
        return _after_sending(day, used, holidays)
    if not isinstance(sent, datetime):
        raise Refusal(f"{used.method} turns on the time of day, {show_time(used.cut_off)}. Give the time it was sent.")
    in_time = sent.time() < used.cut_off and is_working_day(day, holidays=holidays)
    return _after_sending(day if in_time else _next(day, holidays), used, holidays)


def send_by(served_by: date, rule: str | ServiceRule, *, holidays: BankHolidays) -> WorkedDay:
    """The last working day to send a notice so that it counts as served by a day; with a cut-off, before that time.

    Raises:
        YearNotKnown: as deemed_service.
        Refusal: the rule is not known.
    """
    used = service_rule(rule)
    day = served_by
    while not is_working_day(day, holidays=holidays) or _if_sent_early(day, used, holidays) > served_by:
        day -= ONE_DAY
    return WorkedDay(day, (f"It must count as served by {show_weekday(served_by)}.", *_how(day, used, holidays)))


post_by = send_by
"""The last day to post is the last day to send by post."""


def send_notice_by(ends_on: date, term: NoticeTerm, rule: str | ServiceRule, *, holidays: BankHolidays) -> WorkedDay:
    """The last working day to send notice one way so that the contract ends by its last day.

    First the last day to serve, then service counted back from it.

    Raises:
        YearNotKnown: as deemed_service.
        Refusal: the rule is not known.
    """
    serve = serve_by(ends_on, term)
    send = send_by(serve.day, rule, holidays=holidays)
    return WorkedDay(send.day, (*serve.working, *send.working))


def earliest_end_if_sent(
    sent: date | datetime, term: NoticeTerm, rule: str | ServiceRule, *, holidays: BankHolidays
) -> WorkedDay:
    """The first day on which notice sent one way on a day, or at a moment, can end a contract.

    Raises:
        YearNotKnown: as deemed_service.
        Refusal: as deemed_service.
    """
    served = service_worked(sent, rule, holidays=holidays)
    end = earliest_end(served.day, term)
    return WorkedDay(end.day, (*served.working, *end.working))


def service_worked(sent: date | datetime, rule: str | ServiceRule, *, holidays: BankHolidays) -> WorkedDay:
    """The day on which a notice counts as served, with its working.

    Raises:
        YearNotKnown: as deemed_service.
        Refusal: as deemed_service.
    """
    used = service_rule(rule)
    served = deemed_service(sent, rule=used, holidays=holidays)
    day = sent.date() if isinstance(sent, datetime) else sent
    at = f" at {show_time(sent.time())}" if isinstance(sent, datetime) else ""
    return WorkedDay(
        served,
        (
            f"Sent on {show_weekday(day)}{at}. {show_rule(used)}",
            *_not_working(day, holidays),
            *holidays_passed(day + ONE_DAY, served, holidays=holidays),
            f"It counts as served on {show_weekday(served)} ({used.source}).",
        ),
    )


def service_rule(rule: str | ServiceRule) -> ServiceRule:
    """A rule by its name; a contract's own clause is given back as it is.

    Raises:
        Refusal: no rule has that name.
    """
    if isinstance(rule, ServiceRule):
        return rule
    if rule not in SERVICE_RULES:
        raise Refusal(f"“{rule}” is not a way of sending that is known. Choose one of: {', '.join(SERVICE_RULES)}.")
    return SERVICE_RULES[rule]


def own_length(rule: ServiceRule, n: int | None = None, unit: str | None = None) -> ServiceRule:
    """A rule with the contract's own length, or the way it is counted, in place of the rule's."""
    return replace(
        rule, days=rule.days if n is None else n, counting=Counting(unit) if unit is not None else rule.counting
    )


def show_rule(rule: ServiceRule) -> str:
    """A rule as a sentence: First class post counts as served on the second working day after sending."""
    if rule.cut_off is not None:
        same_day = f"before {show_time(rule.cut_off)} on a working day counts that day, otherwise the next working day"
        later = f", and then {show_count(rule.days, rule.counting)} more" if rule.days else ""
        return f"{rule.method}: {same_day}{later}."
    carried = ", or on the next working day if that is not one" if rule.counting is Counting.DAYS else ""
    return f"{rule.method}: served {show_count(rule.days, rule.counting)} after sending{carried}."


def show_time(moment: time) -> str:
    """A time of day for people: 4.30pm, 10am."""
    hour, minute = moment.hour % 12 or 12, f".{moment.minute:02d}" if moment.minute else ""
    return f"{hour}{minute}{'pm' if moment.hour >= 12 else 'am'}"


def _after_sending(day: date, rule: ServiceRule, holidays: BankHolidays) -> date:
    return first_working_day_on_or_after(
        earliest_after(day, rule.days, rule.counting, holidays=holidays), holidays=holidays
    )


def _if_sent_early(day: date, rule: ServiceRule, holidays: BankHolidays) -> date:
    return deemed_service(datetime.combine(day, time.min), rule=rule, holidays=holidays)


def _next(day: date, holidays: BankHolidays) -> date:
    return first_working_day_on_or_after(day + ONE_DAY, holidays=holidays)


def _how(day: date, rule: ServiceRule, holidays: BankHolidays) -> tuple[str, ...]:
    served = _if_sent_early(day, rule, holidays)
    at = f" before {show_time(rule.cut_off)}" if rule.cut_off else ""
    return (
        f"{show_rule(rule)} Source: {rule.source}.",
        *holidays_passed(day + ONE_DAY, served, holidays=holidays),
        f"Sent on {show_weekday(day)}{at}, it counts as served on {show_day(served)}: send it by then.",
    )


def _not_working(day: date, holidays: BankHolidays) -> tuple[str, ...]:
    why = why_not_working(day, holidays=holidays)
    return (f"{show_day(day)} is not a working day ({why}).",) if why else ()
