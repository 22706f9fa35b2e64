"""Procurement thresholds by date, with VAT."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from db.rules.dates import Period, show_day
from db.rules.money import Pence
from db.rules.percent import with_vat
from db.rules.refusal import Refusal


class Kind(StrEnum):
    """What is bought, as thresholds tell it apart."""

    LIGHT_TOUCH = "light touch services"
    SERVICES = "goods and services"
    WORKS = "works"


@dataclass(frozen=True, slots=True)
class Threshold:
    """An amount with VAT, in pence, from which a kind of contract is above the threshold, and the days it holds for."""

    kind: Kind
    days: Period
    pence: Pence
    source: str


_TO_2025 = Period(date(2024, 1, 1), date(2025, 12, 31))
_TO_2027 = Period(date(2026, 1, 1), date(2027, 12, 31))
_EARLIER = "thresholds from 1 January 2024, sub-central authorities"
_LATER = "PPN 023: thresholds from 1 January 2026, sub-central authorities"

THRESHOLDS = (
    Threshold(Kind.LIGHT_TOUCH, _TO_2025, Pence(663_540_00), _EARLIER),
    Threshold(Kind.SERVICES, _TO_2025, Pence(214_904_00), _EARLIER),
    Threshold(Kind.WORKS, _TO_2025, Pence(5_372_609_00), _EARLIER),
    Threshold(Kind.LIGHT_TOUCH, _TO_2027, Pence(663_540_00), _LATER),
    Threshold(Kind.SERVICES, _TO_2027, Pence(207_720_00), _LATER),
    Threshold(Kind.WORKS, _TO_2027, Pence(5_193_000_00), _LATER),
)

PUBLISH_FROM = Pence(30_000_00)
"""Below-threshold contracts of councils are published from this amount with VAT (Procurement Act 2023 part 6)."""
TRANSPARENCY_FROM = Pence(5_000_00)
"""The contracts register lists contracts above this amount (Local Government Transparency Code 2015)."""


def threshold(kind: Kind, on: date) -> Threshold:
    """The threshold that holds on a day.

    Raises:
        Refusal: none is recorded for that day, so nothing is guessed.
    """
    for each in THRESHOLDS:
        if each.kind is kind and on in each.days:
            return each
    raise Refusal(f"No threshold for {kind.value} is recorded for {show_day(on)}. Check it on GOV.UK.")


def above_threshold(net: Pence, kind: Kind, on: date) -> bool:
    """Whether a value without VAT is, with VAT, at or above the threshold that holds on a day.

    Raises:
        Refusal: as threshold.
    """
    return with_vat(net) >= threshold(kind, on).pence
