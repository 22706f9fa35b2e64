"""What providers report: return periods, measures, readings, and when a return is due."""

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum
from typing import NewType

from db.rules.dates import Period, financial_quarter, financial_year, next_period_start, quarter_period
from db.rules.decision import ContractId

MeasureId = NewType("MeasureId", str)
ReturnId = NewType("ReturnId", str)


class MeasureUnit(StrEnum):
    """What a measure's figure is: whole things, pounds, a percentage, or words."""

    COUNT = "number"
    POUNDS = "pounds"
    PERCENT = "percent"
    WORDS = "words"


@dataclass(frozen=True, slots=True)
class Measure:
    """One line a provider reports each quarter."""

    id: MeasureId
    name: str
    unit: MeasureUnit


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


@dataclass(frozen=True, slots=True)
class Reading:
    """One figure or text of a return and the cell it came from. None is "not returned", never nought."""

    measure: str
    unit: MeasureUnit
    value: Decimal | str | None
    """Pounds are in pence here; a percentage is of a hundred (85 is 85 %)."""
    sheet: str
    cell: str


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


def quarters_expected(schedule: ReturnSchedule, until: date) -> tuple[ReturnPeriod, ...]:
    """The quarters a schedule expects, from its first day to the quarter of a day, oldest first."""
    periods = []
    day = schedule.first_day
    while day <= until:
        period = quarter_of(day)
        periods.append(period)
        day = next_period_start(period.days.ends_on)
    return tuple(periods)
