"""What providers report: return periods, measures, readings, and when a return is due."""

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum
from typing import NewType

from db.rules.dates import Period, financial_quarter, financial_year, next_period_start, quarter_period
from db.rules.decision import ContractId
from db.rules.months import Months
from db.rules.rating_rules import DATA_ONLY, RatingRule
from db.rules.targets import Direction, Target, target_on
from db.rules.working_days import BankHolidays, working_day_after

MeasureId = NewType("MeasureId", str)
ReturnId = NewType("ReturnId", str)


class MeasureUnit(StrEnum):
    """What a measure's figure is: whole things, a number with decimals, pounds, a percentage, or words."""

    COUNT = "number"
    DECIMAL = "decimal"
    """An average, a score, days: it may have a fraction and be below nothing."""
    POUNDS = "pounds"
    PERCENT = "percent"
    WORDS = "words"


class FigureState(StrEnum):
    """What a reading is. A figure kept back is neither a blank nor nought."""

    RETURNED = "returned"
    SUPPRESSED = "suppressed"
    """Too small to be told without telling of people."""


class DaysCounted(StrEnum):
    """What the days that a provider is allowed for a return are counted in."""

    CALENDAR = "days"
    WORKING = "working days"


@dataclass(frozen=True, slots=True)
class Measure:
    """One line a provider reports each quarter, and how it is followed."""

    id: MeasureId
    name: str
    unit: MeasureUnit
    direction: Direction = Direction.NONE
    numerator: str = ""
    """The measure whose figure is divided, by its name; empty where this one is not worked out from others."""
    denominator: str = ""
    targets: tuple[Target, ...] = ()
    rule: RatingRule = DATA_ONLY
    months: Months = Months.NONE
    """How the quarter's figure comes of its months, where the provider reports by month."""

    def target_in(self, period: "ReturnPeriod") -> Target | None:
        """The target of a quarter: that in force on its first day."""
        return target_on(self.targets, period.days.starts_on)


@dataclass(frozen=True, slots=True)
class ReturnPeriod:
    """A financial quarter that a return reports on."""

    days: Period

    @property
    def label(self) -> str:
        """As officers say it: Quarter 3 2025-26."""
        return f"Quarter {financial_quarter(self.days.starts_on)} {financial_year(self.days.starts_on)}"


@dataclass(frozen=True, slots=True)
class ReturnSchedule:
    """From when a contract's provider reports, and how many days after a quarter's end a return is due."""

    contract_id: ContractId
    first_day: date
    days_allowed: int
    counted_in: DaysCounted = DaysCounted.CALENDAR


@dataclass(frozen=True, slots=True)
class Reading:
    """One figure or text of a return and the cell it came from. None is "not returned", never nought."""

    measure: str
    unit: MeasureUnit
    value: Decimal | str | None
    """Pounds are in pence here; a percentage is of a hundred (85 is 85 %)."""
    sheet: str
    cell: str
    state: FigureState = FigureState.RETURNED
    kind: str = "value"
    """What the cell says of the measure: its value, or the target, forecast or other figure that stood beside it."""
    part: str = ""
    """The part of the measure it speaks of, as an area; empty for the whole."""
    how: str = ""
    """What was done to the cell to read it, as a sentence; empty where it says what it says."""


@dataclass(frozen=True, slots=True)
class MonitoringReturn:
    """A provider's return for a quarter as imported; a resubmission is a higher number and the earlier stays."""

    id: ReturnId
    contract_id: ContractId
    contract_reference: str
    contract_title: str
    provider: str
    period: ReturnPeriod
    number: int
    received_on: date
    file_name: str
    file_sha256: str
    readings: tuple[Reading, ...] = ()


def quarter_of(day: date) -> ReturnPeriod:
    """The quarter a day falls in."""
    return ReturnPeriod(quarter_period(day))


def due_on(period: ReturnPeriod, days_allowed: int) -> date:
    """The day by which a return is due: the quarter's last day and the days allowed after it (whole days)."""
    return period.days.ends_on + timedelta(days=days_allowed)


def return_due_on(schedule: ReturnSchedule, period: ReturnPeriod, *, holidays: BankHolidays) -> date:
    """The day by which a schedule asks for a quarter's return, in days or working days after the quarter's last day.

    Raises:
        YearNotKnown: working days are counted and the bank holidays of a year they reach into are not recorded.
    """
    if schedule.counted_in is DaysCounted.WORKING:
        return working_day_after(period.days.ends_on, schedule.days_allowed, holidays=holidays)
    return due_on(period, schedule.days_allowed)


def quarter_before(period: ReturnPeriod) -> ReturnPeriod:
    """The quarter that ends the day before a quarter begins."""
    return quarter_of(period.days.starts_on - timedelta(days=1))


def same_quarter_last_year(period: ReturnPeriod) -> ReturnPeriod:
    """The quarter with the same number in the financial year before."""
    return quarter_of(period.days.starts_on.replace(year=period.days.starts_on.year - 1))


def last_quarters(period: ReturnPeriod, count: int) -> tuple[ReturnPeriod, ...]:
    """So many quarters up to and with a quarter, oldest first."""
    periods = [period]
    while len(periods) < count:
        periods.append(quarter_before(periods[-1]))
    return tuple(reversed(periods))


def quarters_expected(schedule: ReturnSchedule, until: date) -> tuple[ReturnPeriod, ...]:
    """The quarters a schedule expects, from its first day to the quarter of a day, oldest first."""
    periods = []
    day = schedule.first_day
    while day <= until:
        period = quarter_of(day)
        periods.append(period)
        day = next_period_start(period.days.ends_on)
    return tuple(periods)
