"""A measure's rule as the text it is stored as, and back."""

import json
from decimal import Decimal
from typing import Any

from db.rules.months import Months
from db.rules.outcome import Outcome
from db.rules.rating_bands import Band, Bands
from db.rules.rating_rules import DATA_ONLY, DataOnly, RatingRule, TargetAndFloor, WithinPercent

_MONTHS = "months: "
_DATA_ONLY, _TARGET, _WITHIN = "data only", "target and floor", "within "


def rules_text(rule: RatingRule, months: Months) -> str:
    """The text a measure's rules are stored as: how it is rated, and on a line of its own how months make its quarter.

    Where months make no quarter there is no second line, as in registers of before.
    """
    return _rule_text(rule) if months is Months.NONE else f"{_rule_text(rule)}\n{_MONTHS}{months}"


def months_of(text: str) -> Months:
    """How months make the quarter, by the text a measure's rules are stored as.

    Raises:
        ValueError: it is no rule.
    """
    _, _, second = text.partition("\n")
    return Months(second.removeprefix(_MONTHS)) if second else Months.NONE


def _rule_text(rule: RatingRule) -> str:
    match rule:
        case DataOnly():
            return _DATA_ONLY
        case TargetAndFloor():
            return _TARGET
        case WithinPercent():
            return f"{_WITHIN}{rule.percent}"
        case Bands():
            return json.dumps([_band_text(band) for band in rule.bands], ensure_ascii=False)


def rule_of(text: str) -> RatingRule:
    """The rule a stored text means.

    Raises:
        ValueError: it is no rule.
        Refusal: its bands have a gap or an overlap.
    """
    text = text.partition("\n")[0]
    if text == _DATA_ONLY:
        return DATA_ONLY
    if text == _TARGET:
        return TargetAndFloor()
    if text.startswith(_WITHIN):
        return WithinPercent(Decimal(text.removeprefix(_WITHIN)))
    return Bands(tuple(_band_of(each) for each in json.loads(text)))


def _band_text(band: Band) -> list[Any]:
    return [_end(band.low), _end(band.high), band.outcome.value, band.low_included, band.high_included, band.word]


def _band_of(stored: list[Any]) -> Band:
    low, high, outcome, low_included, high_included, word = stored
    return Band(_number(low), _number(high), Outcome(outcome), bool(low_included), bool(high_included), str(word))


def _end(value: Decimal | None) -> str | None:
    return None if value is None else str(value)


def _number(stored: str | None) -> Decimal | None:
    return None if stored is None else Decimal(stored)
