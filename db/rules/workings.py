"""A date calculation's answer with its working: what `contract-desk dates` shows."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from db.rules import procurement, publication, service_of_notice
from db.rules.calculations import CALCULATIONS, Calculation
from db.rules.counting import show_count
from db.rules.dates import MONTHS, show_day
from db.rules.refusal import Refusal
from db.rules.working_days import (
    BankHolidays,
    YearNotKnown,
    holidays_passed,
    last_working_day_on_or_before,
    show_weekday,
    why_not_working,
)

Answer = date | datetime | str | int | bool


@dataclass(frozen=True, slots=True)
class Worked:
    """An answer, how it is shown, and the steps that lead to it, each a short sentence."""

    answer: Answer
    shown: str
    working: tuple[str, ...]


def work_out(
    name: str,
    day: date | datetime,
    n: int | None = None,
    unit: str | None = None,
    variant: str | None = None,
    *,
    holidays: BankHolidays,
) -> Worked:
    """The answer of a calculation with its working; what is left out takes the usual value.

    Raises:
        YearNotKnown: it counts working days in a year whose bank holidays are not recorded.
        Refusal: the calculation, its unit or variant is not known, or a length or time is wrong or missing.
    """
    if name not in CALCULATIONS:
        raise Refusal(f"“{name}” is not a calculation that is known. Choose one of: {', '.join(CALCULATIONS)}.")
    asked = CALCULATIONS[name]
    given = _given(asked, n, unit, variant)
    at = day if asked.needs_time or name == "deemed_service" else _day(day)
    if asked.needs_time and not isinstance(at, datetime):
        raise Refusal(f"{asked.title}: give the time of day as well.")
    answer: Answer = asked.find(at, *given, **({"holidays": holidays} if asked.needs_holidays else {}))
    return Worked(answer, _show(answer), (*_steps(asked, at, given, answer, holidays),))


def _given(asked: Calculation, n: int | None, unit: str | None, variant: str | None) -> list[Any]:
    """The length, unit and variant in the order the calculation takes them, what is left out filled in."""
    given: list[Any] = []
    if asked.units:
        used = unit or asked.units[0]
        if used not in asked.units:
            raise Refusal(f"{asked.title} is counted in {' or '.join(filter(None, asked.units))}, not in {used}.")
        length = asked.n if n is None else n
        if length is not None and length < 0:
            raise Refusal("A length of time must be 0 or more.")
        given = [length, used or None]
    if asked.variants:
        given.append(variant or asked.variants[0])
    return given


def _steps(asked: Calculation, day: date, given: list[Any], answer: Answer, holidays: BankHolidays) -> tuple[str, ...]:
    if asked.name == "deemed_service":
        return _how_served(day, given, holidays)
    if asked.name == "is_working_day":
        why = why_not_working(_day(day), holidays=holidays)
        return (f"{show_weekday(_day(day))}: {why or 'Monday to Friday and no bank holiday'}.",)
    length = given[0] if given and isinstance(given[0], int) else _usual_length(given)
    words = {
        "day": _show(day),
        "length": show_count(length, given[1]) if len(given) > 1 else "",
        "variant": _words(str(given[-1])) if given else "",
        "answer": _show(answer),
    }
    told = tuple(step.format(**words) for step in asked.steps)
    return (*told, *_if_no_such_day(given, day, answer), *_about_working_days(asked, given, day, answer, holidays))


def _if_no_such_day(given: list[Any], day: date, answer: Answer) -> tuple[str, ...]:
    if len(given) < 2 or given[1] not in {"months", "years"} or not isinstance(answer, date):
        return ()
    last = monthrange(answer.year, answer.month)[1]
    month = f"{MONTHS[answer.month - 1]} {answer.year}"
    return (f"{month} has no day {day.day}, so its last day, {last}, is taken.",) if day.day > last else ()


def _about_working_days(
    asked: Calculation, given: list[Any], day: date, answer: Answer, holidays: BankHolidays
) -> tuple[str, ...]:
    if not isinstance(answer, date) or isinstance(answer, datetime):
        return ()
    if asked.deadline:
        return _if_no_working_day(answer, holidays)
    if asked.needs_holidays and (not given or "working" in str(given[1])):
        return holidays_passed(min(day, answer), max(day, answer), holidays=holidays)
    return ()


def _if_no_working_day(answer: date, holidays: BankHolidays) -> tuple[str, ...]:
    try:
        why = why_not_working(answer, holidays=holidays)
        act = last_working_day_on_or_before(answer, holidays=holidays)
    except YearNotKnown as unknown:
        return (str(unknown),)
    return (f"{show_day(answer)} is not a working day ({why}): act by {show_weekday(act)}.",) if why else ()


def _how_served(sent: date, given: list[Any], holidays: BankHolidays) -> tuple[str, ...]:
    n, unit, variant = given
    rule = service_of_notice.own_length(service_of_notice.service_rule(variant), n, unit)
    return service_of_notice.service_worked(sent, rule, holidays=holidays).working


def _words(variant: str) -> str:
    """A variant as people write it: 31_march is 31 March."""
    words = variant.split("_")
    return " ".join(word.capitalize() if word.capitalize() in MONTHS else word for word in words)


def _usual_length(given: list[Any]) -> int:
    usual = {**{name: each.days for name, each in procurement.NOTICE_PERIODS.items()},
             **{name: each.years for name, each in publication.RETENTION.items()}}  # fmt: skip
    return usual.get(given[-1], 0) if given else 0


def _day(day: date | datetime) -> date:
    return day.date() if isinstance(day, datetime) else day


def _show(answer: Answer) -> str:
    match answer:
        case bool():
            return "a working day" if answer else "not a working day"
        case datetime():
            return f"{show_weekday(answer)} at {service_of_notice.show_time(answer.time())}"
        case date():
            return show_weekday(answer)
        case int():
            return f"quarter {answer}"
        case str():
            return answer
