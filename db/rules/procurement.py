"""Under which procurement law a contract lives, and the notices its life asks for, each with its day."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from types import MappingProxyType

from db.rules.counting import Counting
from db.rules.dates import Unit, term_end
from db.rules.money import Pence
from db.rules.percent import with_vat
from db.rules.refusal import Refusal
from db.rules.thresholds import Kind
from db.rules.working_days import ONE_DAY, BankHolidays, working_day_after

ACT_STARTS = date(2025, 2, 24)
"""Procurements begun from this day are under the Procurement Act 2023."""
LARGE = Pence(5_000_000_00)
"""With VAT: above it, performance indicators are set and the contract itself is published."""


class Regime(StrEnum):
    """The law that a contract is bought and changed under, for its whole life."""

    HEALTH = "Provider Selection Regime 2023"
    REGULATIONS = "Public Contracts Regulations 2015"
    ACT = "Procurement Act 2023"
    LIGHT_TOUCH = "Procurement Act 2023, light touch"


@dataclass(frozen=True, slots=True)
class Award:
    """What was awarded: the law, and the value and longest term that every later change is measured against."""

    regime: Regime
    net_value: Pence
    """Without VAT, over the longest term."""
    maximum_months: int
    """The longest term provided for on award, every option used."""
    options: int = 0
    options_used: int = 0
    """Options used, this change not counted."""
    kind: Kind = Kind.SERVICES

    @property
    def small_percent(self) -> int:
        """How far the value may move, in per cent, and still be a small change: 10, or 15 for works."""
        return 15 if self.kind is Kind.WORKS else 10


@dataclass(frozen=True, slots=True)
class NoticeDue:
    """A notice or a duty that follows from an award, a change or an end; by None means before it, or with no day."""

    notice: str
    what: str
    by: date | None
    source: str


@dataclass(frozen=True, slots=True)
class NoticePeriod:
    """How long there is to publish, beginning with the day of the event."""

    days: int
    source: str


NOTICE_PERIODS: Mapping[str, NoticePeriod] = MappingProxyType(
    {
        "beginning_with": NoticePeriod(56, "Procurement Act 2023 s.93: UK1, 56 days beginning with 1 April"),
        "uk7_light_touch": NoticePeriod(120, "Procurement Act 2023 s.53(1), light touch"),
        "uk7_standard": NoticePeriod(30, "Procurement Act 2023 s.53(1)"),
        "uk11_termination": NoticePeriod(30, "Procurement Act 2023 s.80(1)"),
    }
)


def regime(procured_on: date, *, health_care: bool = False, light_touch: bool = False) -> Regime:
    """The law a contract lives under, by the day its procurement began and what it buys.

    Health care services: the Provider Selection Regime, whatever the contract's date. Begun before 24 February 2025:
    the 2015 Regulations, for life. Otherwise the 2023 Act, light touch for social care.
    Source: SI 2023/1348; SI 2015/102; Procurement Act 2023 with its transitional provisions.
    """
    if health_care:
        return Regime.HEALTH
    if procured_on < ACT_STARTS:
        return Regime.REGULATIONS
    return Regime.LIGHT_TOUCH if light_touch else Regime.ACT


def beginning_with_end(
    event: date, n: int | None = None, unit: Unit | None = Unit.DAYS, what: str = "beginning_with"
) -> date:
    """The last day of a period that begins with, and so counts, the day of an event: 56 days from 1 April end 26 May.

    A length given goes before that of the notice named. Source: see NOTICE_PERIODS; Procurement Act 2023 s.80(1).

    Raises:
        Refusal: the notice is not known and no length is given.
    """
    if n is None and what not in NOTICE_PERIODS:
        raise Refusal(f"How long there is for “{what}” is not known. Give the number of days.")
    return term_end(event, NOTICE_PERIODS[what].days if n is None else n, unit or Unit.DAYS)


def standstill_end(
    published_on: date,
    n: int = 8,
    unit: str = Counting.WORKING_DAYS,
    counted: str = "beginning_with",
    *,
    holidays: BankHolidays,
) -> date:
    """The last day of standstill: eight working days beginning with the day the notice is published.

    Published on a day that is not a working day, it is counted from the next one. Source: Procurement Act 2023 s.51(2)
    after an award (not required for light touch) and s.76 after a UK10.

    Raises:
        YearNotKnown: a year's bank holidays are not recorded.
        Refusal: it is not counted in working days beginning with the day.
    """
    if (unit, counted) != (Counting.WORKING_DAYS, "beginning_with"):
        raise Refusal("Standstill is counted in working days beginning with the day of publication.")
    return working_day_after(published_on - ONE_DAY, n, holidays=holidays)


def due_on_award(award: Award, entered_on: date) -> tuple[NoticeDue, ...]:
    """The notices and duties that follow entering into a contract."""
    if award.regime is Regime.REGULATIONS:
        days = term_end(entered_on, 30, Unit.DAYS)
        return (
            NoticeDue("Contract award notice", "Publish the award", days, "Public Contracts Regulations 2015 reg 50"),
        )
    if award.regime is Regime.HEALTH:
        return (NoticeDue("Confirmation notice", "Publish the award", None, "Provider Selection Regime 2023"),)
    kind = "uk7_light_touch" if award.regime is Regime.LIGHT_TOUCH else "uk7_standard"
    by = beginning_with_end(entered_on, what=kind)
    due = [NoticeDue("UK7", "Contract details notice", by, NOTICE_PERIODS[kind].source)]
    if with_vat(award.net_value) > LARGE:
        due += _of_large(award, entered_on)
    return tuple(due)


def due_on_end(award: Award, ends_on: date) -> tuple[NoticeDue, ...]:
    """The notices that follow the end of a contract; running out counts as termination."""
    if award.regime not in {Regime.ACT, Regime.LIGHT_TOUCH}:
        return ()
    by = beginning_with_end(ends_on, what="uk11_termination")
    what = "Contract termination notice: reasons, day, estimated value"
    due = [NoticeDue("UK11", what, by, NOTICE_PERIODS["uk11_termination"].source)]
    if award.regime is Regime.ACT and with_vat(award.net_value) > LARGE:
        due.append(NoticeDue("UK9", "Contract performance notice on termination", None, "Procurement Act 2023 s.71"))
    return tuple(due)


def _of_large(award: Award, entered_on: date) -> list[NoticeDue]:
    if award.regime is Regime.LIGHT_TOUCH:
        by = term_end(entered_on, 180, Unit.DAYS)
        return [
            NoticeDue("Contract", "Publish a copy of the contract", by, "Procurement Act 2023 s.53(3), light touch")
        ]
    return [
        NoticeDue("KPIs", "Set and publish at least three performance indicators", None, "Procurement Act 2023 s.52"),
        NoticeDue(
            "UK9", "Contract performance notice every year", term_end(entered_on, 12), "Procurement Act 2023 s.71"
        ),
        NoticeDue(
            "Contract",
            "Publish a copy of the contract",
            term_end(entered_on, 90, Unit.DAYS),
            "Procurement Act 2023 s.53(3)",
        ),
    ]
