"""A layout profile as text to read, edit and share: JSON with plain names."""

import json
from typing import Any

from db.returns.understanding.meaning import Meaning
from db.returns.understanding.profile import ColumnMeaning, LayoutProfile, MeasureLabel, Settled
from db.rules.monitoring import MeasureId
from db.rules.refusal import Refusal

_KIND = "contract-desk-layout-1"
_SETTLED = {"date order": "date_orders", "percent": "percents", "hidden": "hidden", "others": "others"}


def write_profile(profile: LayoutProfile) -> str:
    """The profile as text; read_profile gives the same back."""
    said = {
        "kind": _KIND,
        "provider": profile.provider,
        "contract": profile.contract,
        "sheets": list(profile.sheets),
        "columns": [_column_text(each) for each in profile.columns],
        "labels": [
            {"label": each.label, "measure": each.measure, "row": each.is_row} for each in profile.measures
        ],
        "rows left out": list(profile.exclusions),
        "answers": {
            name: {each.key: each.choice for each in getattr(profile, field)} for name, field in _SETTLED.items()
        },
    }  # fmt: skip
    return json.dumps(said, ensure_ascii=False, indent=2) + "\n"


def read_profile(text: str) -> LayoutProfile:
    """The profile that a text holds.

    Raises:
        Refusal: the text is no layout profile, or of another kind.
    """
    try:
        said = json.loads(text)
        if said["kind"] != _KIND:
            raise Refusal(f"This layout is of the kind “{said['kind']}”. This version reads “{_KIND}”.")
        return _profile(said)
    except (ValueError, KeyError, TypeError, AttributeError) as trouble:
        raise Refusal(f"This is no layout of a return ({trouble}). Choose a file that was saved as a layout.") from None


def _column_text(column: ColumnMeaning) -> dict[str, str | None]:
    said: dict[str, str | None] = {"sheet": column.sheet, "headings": column.key, "meaning": column.meaning}
    return said if column.measure is None else {**said, "measure": column.measure}


def _profile(said: dict[str, Any]) -> LayoutProfile:
    return LayoutProfile(
        _text(said["provider"]),
        _text(said["contract"]),
        tuple(_text(each) for each in said["sheets"]),
        tuple(_column(each) for each in said["columns"]),
        tuple(
            MeasureLabel(_text(each["label"]), _measure(each["measure"]), bool(each.get("row")))
            for each in said["labels"]
        ),
        exclusions=tuple(_text(each) for each in said["rows left out"]),
        **{field: _answers(said["answers"].get(name, {})) for name, field in _SETTLED.items()},
    )


def _column(said: dict[str, Any]) -> ColumnMeaning:
    return ColumnMeaning(
        _text(said["sheet"]), _text(said["headings"]), Meaning(said["meaning"]).value, _measure(said.get("measure"))
    )


def _answers(said: dict[str, Any]) -> tuple[Settled, ...]:
    return tuple(Settled(_text(key), _text(choice)) for key, choice in said.items())


def _measure(said: object) -> MeasureId | None:
    return None if said is None else MeasureId(_text(said))


def _text(said: object) -> str:
    if not isinstance(said, str):
        raise TypeError(f"{said!r} is no text")
    return said
