"""What one change to a register says to an officer: each fact before and after, in words."""

from collections.abc import Iterator, Mapping
from datetime import date, datetime

from db.rules.attention_line import Matter
from db.rules.dates import show_day, show_year
from db.rules.history_words import in_order, name_of, thing_of
from db.rules.money import Pence, show_pounds

Row = Mapping[str, str | int | None]

_DAYS = frozenset({"first_day", "until", "act_by", "answer_by", "implement_from", "signed_at"})
"""Facts that are days, beside those whose name ends with _on."""
_ANSWERS = frozenset({
    "withdrawn", "is_key", "callable_in", "is_executive", "hides_money", "none_considered", "health_care",
    "light_touch", "decides", "is_once", "settled",
})  # fmt: skip
"""Facts that are a yes or a no."""
_CODES = frozenset({"counting", "counted_in", "kind", "unit", "side", "name"})
"""Facts kept as a word of a list, its parts held together by a line."""


def changed(table: str, before: Row | None, after: Row | None) -> Iterator[tuple[str, str]]:
    """What changed in one row: each fact with its line; of no fact what was added or taken back."""
    thing = thing_of(table, after or before or {})
    if before is not None and after is not None:
        yield from ((name, f"{thing}, {told}") for name, told in _differing(table, before, after))
        return
    row = after or before or {}
    facts = (_fact(name_of(table, name), name, row[name]) for name in in_order(table, row))
    held = ", ".join(filter(None, facts))
    yield "", f"{thing} {'added' if before is None else 'taken back'}{f': {held}' if held else ''}"


def shown(name: str, value: object) -> str:
    """A fact as it is told: a day, an amount, a yes or a no, words."""
    if value in (None, ""):
        return "blank"
    if isinstance(value, int):
        return _number(name, value)
    text = " ".join(str(value).split("\n"))
    if name.endswith("_on") or name in _DAYS:
        return _day(text)
    if name == "matter":
        return f"“{Matter[text].value}”" if text in Matter.__members__ else f"“{text}”"
    if name in _CODES and " " not in text:
        return text.replace("_", " ")
    return f"“{text}”" if " " in text else text


def _differing(table: str, before: Row, after: Row) -> Iterator[tuple[str, str]]:
    for name in in_order(table, after):
        called, value = name_of(table, name), after[name]
        if value == before.get(name):
            continue
        if _is_kept_for_the_program(value) or _is_kept_for_the_program(before.get(name)):
            yield name, f"{called}: changed"
        else:
            yield name, f"{called}: {shown(name, before.get(name))} → {shown(name, value)}"


def _fact(called: str, name: str, value: object) -> str:
    return "" if not value or _is_kept_for_the_program(value) else f"{called} {shown(name, value)}"


def _is_kept_for_the_program(value: object) -> bool:
    """Whether a text is a layout or a rule as the program keeps it, which nobody reads."""
    return isinstance(value, str) and value.startswith(("{", "["))


def _number(name: str, value: int) -> str:
    if name.endswith("pence"):
        return show_pounds(Pence(value))
    if name in _ANSWERS:
        return "yes" if value else "no"
    return show_year(value) if name == "year" else str(value)


def _day(text: str) -> str:
    try:
        return show_day(datetime.fromisoformat(text).date() if "T" in text else date.fromisoformat(text))
    except ValueError:
        return f"“{text}”"
