"""Measures as the JSON that define-measures says and reads: figures as an officer writes them."""

from collections.abc import Mapping, Sequence
from typing import Any

from db.rules.monitoring import Measure, MeasureId, MeasureUnit
from db.rules.months import Months
from db.rules.outcome import COLOURS, Outcome
from db.rules.refusal import Refusal
from db.rules.targets import Direction
from db.rules.written_measures import (
    RuleKind,
    WrittenBand,
    WrittenMeasure,
    read_measure,
    write_measure,
    wrong_among,
)

_KEYS = {"name", "unit", "direction", "rule", "percent", "targets", "bands", "numerator", "denominator", "months"}


def measures_values(measures: Sequence[Measure]) -> dict[str, Any]:
    """Measures in order, each as it would be written."""
    return {"measures": [_values(write_measure(each)) for each in measures]}


def measures_stated(stated: object, present: Sequence[Measure]) -> tuple[Measure, ...]:
    """The measures a file states. One with the name of a measure that is there is that measure.

    Raises:
        Refusal: the file is not of the form, or a measure cannot be followed; names the measure.
    """
    listed = stated.get("measures") if isinstance(stated, Mapping) else None
    if not isinstance(listed, list) or not listed:
        raise Refusal("The file states no measures. See the form with define-measures --json.")
    ids = {each.name.casefold(): each.id for each in present}
    written = [_written(each, number, ids) for number, each in enumerate(listed, 1)]
    if among := wrong_among(written):
        raise Refusal(among[2])
    return tuple(_read(each) for each in written)


def _read(written: WrittenMeasure) -> Measure:
    try:
        return read_measure(written)
    except Refusal as refusal:
        raise Refusal(f"“{written.name}”: {refusal}") from None


def _values(written: WrittenMeasure) -> dict[str, Any]:
    is_within = written.rule is RuleKind.WITHIN
    return {
        "name": written.name,
        "unit": written.unit.value,
        "direction": written.direction.value,
        "rule": written.rule.value,
        "percent": written.percent if is_within else None,
        "targets": [{"from": day, "target": value, "floor": floor or None} for day, value, floor in written.targets],
        "bands": [
            {
                "from": each.low or None,
                "to": each.high or None,
                "takes_in_to": each.takes_high_in,
                "rating": each.outcome.value if each.outcome else None,
                "called": each.word or None,
            }
            for each in written.bands
        ],
        "numerator": written.numerator or None,
        "denominator": written.denominator or None,
        "months": written.months.value,
    }


def _written(stated: object, number: int, ids: Mapping[str, MeasureId]) -> WrittenMeasure:
    if not isinstance(stated, Mapping) or not stated.get("name"):
        raise Refusal(f"Measure {number} of the file has no name.")
    name = _text(stated, "name")
    if strange := sorted(set(map(str, stated)) - _KEYS):
        raise Refusal(f"“{name}” states {', '.join(strange)}, which is not known. Write it as --json says it.")
    return WrittenMeasure(
        name,
        MeasureUnit(_one_of(stated, "unit", MeasureUnit, MeasureUnit.COUNT)),
        Direction(_one_of(stated, "direction", Direction, Direction.NONE)),
        RuleKind(_one_of(stated, "rule", RuleKind, RuleKind.DATA_ONLY)),
        _text(stated, "percent") or "10",
        tuple((_text(each, "from"), _text(each, "target"), _text(each, "floor")) for each in _list(stated, "targets")),
        tuple(map(_band, _list(stated, "bands"))),
        _text(stated, "numerator"),
        _text(stated, "denominator"),
        Months(_one_of(stated, "months", Months, Months.NONE)),
        ids.get(name.casefold(), MeasureId("")),
    )


def _band(stated: Mapping[str, Any]) -> WrittenBand:
    rating = _one_of(stated, "rating", COLOURS, "")
    outcome = Outcome(rating) if rating else None
    return WrittenBand(
        _text(stated, "from"), _text(stated, "to"), stated.get("takes_in_to") is True, outcome, _text(stated, "called")
    )


def _one_of(stated: Mapping[str, Any], key: str, known: Any, otherwise: str) -> str:
    said = _text(stated, key) or str(otherwise)
    choices = [str(each.value) for each in known]
    if said and said not in choices:
        raise Refusal(f"“{said}” is no {key}. Write one of: {', '.join(choices)}.")
    return said


def _list(stated: Mapping[str, Any], key: str) -> list[Mapping[str, Any]]:
    found = stated.get(key) or []
    if not isinstance(found, list) or not all(isinstance(each, Mapping) for each in found):
        raise Refusal(f"“{_text(stated, 'name')}”: {key} is not a list of the form that --json says.")
    return found


def _text(stated: Mapping[str, Any], key: str) -> str:
    value = stated.get(key)
    return "" if value is None else str(value).strip()
