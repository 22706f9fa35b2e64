"""Every date calculation by its name: what it is given, what finds it, and the sentences of its working."""

from collections.abc import Callable
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from db.rules import dates, governance, notice_periods, procurement, publication, service_of_notice, working_days

LENGTHS = ("months", "weeks", "days")
CORRESPONDING = "The corresponding day: Dodds v Walker [1981] 1 WLR 1027 (HL)."
"""The rule of the corresponding day."""


@dataclass(frozen=True, slots=True)
class Calculation:
    """One calculation: its name, what it answers, what it is given, and its working as sentences to fill in."""

    name: str
    title: str
    find: Callable[..., Any]
    steps: tuple[str, ...]
    """With {day}, {length}, {variant} and {answer}."""
    units: tuple[str, ...] = ()
    """What the length may be counted in, the usual first; empty where there is no length."""
    n: int | None = None
    """The usual length."""
    variants: tuple[str, ...] = ()
    """The usual first; empty where there are none."""
    needs_holidays: bool = False
    deadline: bool = False
    """Whether the answer is a last day to act, so that a weekend before it is told."""
    needs_time: bool = False


_NOTICE = ("{day} itself does not count.", "{length} after it end with {answer}.", CORRESPONDING)
_BACK = ("{length} are counted back from {day}: {answer}.", "Served by then, the period ends in time.", CORRESPONDING)
_FORTH = "The last day whose period still ends by {day} is {answer}: the latest that could be argued."
_CLEAR = ("Clear: neither the day of service nor the last day counts.", "{length} and {day} give {answer}.")
_WAIT = "Published on {day}; {length} must pass, so the first day is {answer}."
_YEAR = ("The council's year runs from 1 April to 31 March.", "{day} is in {answer}.")

_ALL = (
    Calculation("period_end", "End of a period after a day", dates.period_end, _NOTICE, LENGTHS, 3),
    Calculation(
        "period_end_clear", "End of a clear period", notice_periods.period_end_clear, _CLEAR, LENGTHS, 3, ("clear",)
    ),
    Calculation(
        "earliest_end_at_month_end",
        "End by notice that may expire only at a month's end",
        notice_periods.earliest_end_at_month_end,
        ("{length} after {day}, carried on to the {variant}: {answer}.", "Only where the contract says so."),
        LENGTHS, 3, ("month_end", "quarter_end"),
    ),
    Calculation(
        "earliest_end_at_year_end",
        "End by notice that may expire only at a contract year's end",
        notice_periods.earliest_end_at_year_end,
        ("{length} after {day}, carried on to the next {variant}: {answer}.", "Only where the contract says so."),
        LENGTHS, 3, ("31_march",),
    ),
    Calculation(
        "latest_service_safe", "Last day to serve notice", dates.latest_service_safe, _BACK, LENGTHS, 3, deadline=True
    ),
    Calculation(
        "latest_service_max", "Latest arguable day of service", dates.latest_service_max,
        (_FORTH, "Do not rely on it.", CORRESPONDING), LENGTHS, 3,
    ),
    Calculation(
        "latest_service_clear", "Last day to serve clear notice", notice_periods.latest_service_clear, _CLEAR,
        LENGTHS, 3, ("clear",), deadline=True,
    ),
    Calculation(
        "latest_extension_notice", "Last day to use an option to extend", notice_periods.latest_extension_notice,
        ("{length} are counted back from {day}: {answer}.", "Only where the option clause has that length."),
        LENGTHS, 3, deadline=True,
    ),
    Calculation(
        "last_working_day_on_or_before", "Last working day on or before a day",
        working_days.last_working_day_on_or_before,
        ("A contract's day is not moved by a weekend; act by {answer}.",), needs_holidays=True,
    ),
    Calculation(
        "term_end", "Last day of a term", dates.term_end,
        ("A term that begins on {day} includes it.", "{length} end on {answer}."),
        LENGTHS, 12, ("start_included", "start_left_out"),
    ),
    Calculation(
        "next_period_start", "First day of what follows", dates.next_period_start,
        ("The day after {day} is {answer}: no gap and no overlap.",),
    ),
    Calculation(
        "deemed_service", "Day a notice counts as served", service_of_notice.deemed_service, (),
        ("", "days", "working_days"), None, tuple(service_of_notice.SERVICE_RULES), needs_holidays=True,
    ),
    Calculation(
        "key_decision_earliest", "First day for a key decision", governance.key_decision_earliest,
        (_WAIT, "SI 2012/2089 reg 9(2)."), ("clear_days", "clear_working_days"), 28, needs_holidays=True,
    ),
    Calculation(
        "general_exception_earliest", "First day under the general exception", governance.general_exception_earliest,
        (_WAIT, "SI 2012/2089 reg 10."), ("clear_working_days", "clear_days"), 5, needs_holidays=True,
    ),
    Calculation(
        "call_in_effective", "Day a decision takes effect after call-in", governance.call_in_effective,
        ("{length} after {day} must pass; the next day of the calendar is {answer}.", "The council's constitution."),
        ("working_days", "clear_working_days"), 5, needs_holidays=True,
    ),
    Calculation(
        "beginning_with_end", "End of a period beginning with a day", procurement.beginning_with_end,
        ("{day} counts as the first day.", "{length} beginning with it end on {answer}.", "Procurement Act 2023."),
        ("days", "weeks", "months"), None, tuple(procurement.NOTICE_PERIODS), deadline=True,
    ),
    Calculation(
        "standstill_end", "Last day of standstill", procurement.standstill_end,
        ("{length} beginning with {day} end on {answer}.", "Procurement Act 2023 s.51(2) and s.76."),
        ("working_days",), 8, ("beginning_with",), needs_holidays=True,
    ),
    Calculation(
        "retention_last_day", "Last day to keep a record", publication.retention_last_day,
        ("{length} beginning with {day}, the day of the decision, end on {answer}.", "SI 2014/2095 reg 8."),
        ("years",), None, tuple(publication.RETENTION),
    ),
    Calculation(
        "member_inspection_deadline", "Members may inspect by", publication.member_inspection_deadline,
        ("{length} after {day}: {answer}.", "SI 2012/2089 reg 16(3) and (4)."), ("hours",), 24, needs_time=True,
    ),
    Calculation(
        "transparency_publish_by", "Last day to publish a quarter's contracts", publication.transparency_publish_by,
        ("Not later than {length} after the quarter that ends on {day}: {answer}.", "Transparency Code 2015."),
        LENGTHS, 1, ("safe", "max"), deadline=True,
    ),
    Calculation("financial_year", "Financial year", dates.financial_year, _YEAR),
    Calculation("financial_quarter", "Quarter of the financial year", dates.financial_quarter, _YEAR),
    Calculation("is_working_day", "Is it a working day?", working_days.is_working_day, (), needs_holidays=True),
)  # fmt: skip

CALCULATIONS = MappingProxyType({each.name: each for each in _ALL})
"""Every calculation by name, in the order to offer them."""
