"""The days that a decision must wait: notice of a key decision, general exception, call-in."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from db.rules.counting import Counting, earliest_after, latest_before
from db.rules.refusal import Refusal
from db.rules.working_days import NONE_RECORDED, ONE_DAY, BankHolidays, working_day_after

KEY_DECISION_DAYS = 28
GENERAL_EXCEPTION_DAYS = 5


class StartingEvent(StrEnum):
    """What call-in is counted from."""

    PUBLICATION = "publication"
    DECISION = "decision"


@dataclass(frozen=True, slots=True)
class CallIn:
    """A council's call-in: how many clear working days, and from which event.

    Source: the council's constitution; there is no statute. Five after publication is what most print (Kent,
    Westminster, Southwark, Hampshire); West Sussex prints seven; some count from the decision.
    """

    working_days: int = 5
    starts_with: StartingEvent = StartingEvent.PUBLICATION


USUAL_CALL_IN = CallIn()


def key_decision_earliest(
    published_on: date,
    n: int = KEY_DECISION_DAYS,
    unit: str = Counting.CLEAR_DAYS,
    *,
    holidays: BankHolidays = NONE_RECORDED,
) -> date:
    """The first day on which a key decision may be taken, its notice having been published on a day.

    28 clear days, which councils count as days of the calendar; clear working days where the council's rules say so.
    Source: SI 2012/2089 reg 9(2).

    Raises:
        YearNotKnown: working days are counted in a year whose bank holidays are not recorded.
    """
    return earliest_after(published_on, n, unit, holidays=holidays)


def key_decision_latest_notice(
    decided_on: date,
    n: int = KEY_DECISION_DAYS,
    unit: str = Counting.CLEAR_DAYS,
    *,
    holidays: BankHolidays = NONE_RECORDED,
) -> date:
    """The last day to publish the notice of a key decision that is to be taken on a day. Source: as its earliest day.

    Raises:
        YearNotKnown: as key_decision_earliest.
    """
    return latest_before(decided_on, n, unit, holidays=holidays)


def general_exception_earliest(
    published_on: date,
    n: int = GENERAL_EXCEPTION_DAYS,
    unit: str = Counting.CLEAR_WORKING_DAYS,
    *,
    holidays: BankHolidays,
) -> date:
    """The first day for a key decision under the general exception, its notice having been published on a day.

    Five clear working days must have passed; the next day of the calendar will do, a Saturday too.
    Source: SI 2012/2089 reg 10; that clear days leave out weekends and bank holidays, R v Swansea City Council ex p
    Elitestone (1993).

    Raises:
        YearNotKnown: a year's bank holidays are not recorded.
    """
    return earliest_after(published_on, n, unit, holidays=holidays)


def call_in_effective(
    starts_on: date, n: int = 5, unit: str = Counting.WORKING_DAYS, *, holidays: BankHolidays
) -> date:
    """The day a decision takes effect if it is not called in: the day after the n-th working day after a day.

    That next day is one of the calendar: published on Friday 22 March 2019, effective on Saturday 30 March.
    Source: the council's constitution (its length and what it is counted from are settings, see CallIn).

    Raises:
        YearNotKnown: a year's bank holidays are not recorded.
        Refusal: counted in something other than working days.
    """
    if Counting(unit) not in {Counting.WORKING_DAYS, Counting.CLEAR_WORKING_DAYS}:
        raise Refusal("Call-in is counted in working days.")
    return working_day_after(starts_on, n, holidays=holidays) + ONE_DAY


def takes_effect(
    decided_on: date, published_on: date | None, call_in: CallIn | None, *, holidays: BankHolidays
) -> date | None:
    """The day a decision takes effect; at once where it cannot be called in; None until it is published if that counts.

    Raises:
        YearNotKnown: as call_in_effective.
    """
    if call_in is None:
        return decided_on
    starts_on = decided_on if call_in.starts_with is StartingEvent.DECISION else published_on
    return None if starts_on is None else call_in_effective(starts_on, call_in.working_days, holidays=holidays)
