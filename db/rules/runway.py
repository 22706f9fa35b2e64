"""The governance runway: the steps that must come before a last day, counted back to the day to decide and to start."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from db.rules.counting import Counting, latest_before, show_count
from db.rules.refusal import Refusal
from db.rules.worked_day import WorkedDay
from db.rules.working_days import (
    BankHolidays,
    YearNotKnown,
    holidays_passed,
    last_working_day_on_or_before,
    show_weekday,
)


@dataclass(frozen=True, slots=True)
class Step:
    """One step on the way to a last day: what is done, and how long must lie between it and what waits for it."""

    name: str
    length: int
    counting: Counting
    source: str
    decides: bool = False
    """Whether this is where the decision is taken."""
    before: str = ""
    """The step that waits for it, where that is not the next in the list: two steps may run side by side."""


@dataclass(frozen=True, slots=True)
class DatedStep:
    """A step with the last working day to do it; no day where the bank holidays it needs are not recorded."""

    step: Step
    day: date | None
    working: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Runway:
    """Every step with its last day, the last day to decide and the last day to start, and what could not be dated."""

    last_day: date
    steps: tuple[DatedStep, ...]
    decide_by: date | None
    start_by: date | None
    warnings: tuple[str, ...] = ()


_SERVICE = Step(
    "Send the notice or letter", 2, Counting.WORKING_DAYS, "first class post, served on the second working day"
)
_KEY_NOTICE = Step(
    "Publish the notice of the key decision",
    28,
    Counting.CLEAR_DAYS,
    "SI 2012/2089 reg 9(2)",
    before="Take the decision",
)
_PAPERS = Step(
    "Publish the committee's papers", 5, Counting.CLEAR_WORKING_DAYS, "Local Government Act 1972 s.100B, clear days"
)
_COMMITTEE = Step(
    "Cabinet committee considers it", 5, Counting.WORKING_DAYS, "practice: a week from committee to decision"
)
_DECISION = Step(
    "Take the decision", 1, Counting.WORKING_DAYS, "practice: signed and published the next working day", decides=True
)
_CALL_IN = Step("Publish the decision; call-in runs", 5, Counting.CLEAR_WORKING_DAYS, "the council's constitution")

OFFICER_DECISION = (
    Step(
        "Write the record and take advice",
        10,
        Counting.WORKING_DAYS,
        "practice: two weeks for legal and equality advice",
    ),
    Step("Take the decision and sign the record", 1, Counting.WORKING_DAYS, "SI 2012/2089 reg 13(4)", decides=True),
    _SERVICE,
)
MEMBER_DECISION = (_PAPERS, _COMMITTEE, _DECISION, _CALL_IN, _SERVICE)
KEY_DECISION = (_KEY_NOTICE, *MEMBER_DECISION)
KEY_DECISION_AFTER_CONSULTATION = (
    Step(
        "Open the public consultation",
        9,
        Counting.WEEKS,
        "as in the consultation of 26 November 2024 to 27 January 2025",
    ),
    Step(
        "Weigh the answers, write the report",
        20,
        Counting.WORKING_DAYS,
        "practice: four weeks",
        before=_KEY_NOTICE.name,
    ),
    *KEY_DECISION,
)

RUNWAYS = {
    "Officer decision": OFFICER_DECISION,
    "Member decision, not key": MEMBER_DECISION,
    "Key decision": KEY_DECISION,
    "Key decision after consultation": KEY_DECISION_AFTER_CONSULTATION,
}
"""The steps that come with the program, for each kind of decision. A council edits them; lengths are its own."""


def runway(steps: Sequence[Step], last_day: date, *, holidays: BankHolidays) -> Runway:
    """Date every step back from the last day to serve or to decide.

    Each step's day is the last working day that leaves its length whole before the step that waits for it; the last
    step in the list waits for the last day itself. What needs bank holidays that are not recorded gets no day, with
    a warning. Decide by: the step that decides. Start by: the earliest step.

    Raises:
        Refusal: there are no steps, two have one name, none or several decide, or one comes before an earlier step.
    """
    check_steps(steps)
    dated: dict[str, DatedStep] = {}
    warnings: dict[str, None] = {}
    for index in reversed(range(len(steps))):
        step = steps[index]
        following = step.before or (steps[index + 1].name if index + 1 < len(steps) else "")
        dated[step.name] = _dated(step, following, dated[following].day if following else last_day, holidays, warnings)
    in_order = tuple(dated[step.name] for step in steps)
    days = [each.day for each in in_order]
    known = [day for day in days if day is not None]
    return Runway(
        last_day=last_day,
        steps=in_order,
        decide_by=next(each.day for each in in_order if each.step.decides),
        start_by=min(known) if len(known) == len(days) else None,
        warnings=tuple(warnings),
    )


def told(counted: Runway, last_day: WorkedDay) -> tuple[str, ...]:
    """A runway's working as short sentences, the last day's own first, then each step back from it."""
    steps = (
        f"{each.step.name}: by {show_weekday(each.day)} ({each.step.source})."
        for each in reversed(counted.steps)
        if each.day
    )
    return (*last_day.working, *steps, *counted.warnings)


def _dated(
    step: Step, following: str, until: date | None, holidays: BankHolidays, warnings: dict[str, None]
) -> DatedStep:
    if until is None:
        return DatedStep(step, None, (f"“{following}” has no day, so neither has this.",))
    try:
        latest = latest_before(until, step.length, step.counting, holidays=holidays)
        day = last_working_day_on_or_before(latest, holidays=holidays)
        passed = holidays_passed(day, until, holidays=holidays) if step.counting.needs_holidays else ()
    except YearNotKnown as fault:
        warnings[str(fault)] = None
        return DatedStep(step, None, (str(fault),))
    waits = (
        f"“{following}” is on {show_weekday(until)} at the latest."
        if following
        else (f"The last day is {show_weekday(until)}.")
    )
    needs = f"{show_count(step.length, step.counting)} before it ({step.source}): {show_weekday(latest)}."
    moved = (f"Brought back to a working day: {show_weekday(day)}.",) if day != latest else ()
    return DatedStep(step, day, (waits, needs, *passed, *moved))


def check_steps(steps: Sequence[Step]) -> None:
    """Hold steps to sense.

    Raises:
        Refusal: there are none, two have one name, none or several decide, or one comes before an earlier step.
    """
    if not steps:
        raise Refusal("One step, and only one, must be the step that takes the decision. Enter the steps.")
    names = [step.name for step in steps]
    if len(set(names)) < len(names):
        raise Refusal("Two steps have the same name. Give each step a name of its own.")
    if sum(step.decides for step in steps) != 1:
        raise Refusal("One step, and only one, must be the step that takes the decision.")
    for index, step in enumerate(steps):
        if step.before and step.before not in names[index + 1 :]:
            raise Refusal(f"“{step.name}” must come before a step that is later in the list, not “{step.before}”.")
