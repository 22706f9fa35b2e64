"""What was learned of how one register is made, as text that can be kept and read."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from db.incoming.choices import Choices, NameAnswer, Repeat
from db.incoming.fields import Field, plain_heading
from db.incoming.reading import SheetReading
from db.incoming.source import Source
from db.returns.tables.days import DateOrder

_NO_FIELD = "-"


@dataclass(frozen=True, slots=True)
class Profile:
    """By what a column is called: its field and the order of its dates; and what was answered of references and names.

    A sheet's name plays no part, so that next year's sheet is read like this year's.
    """

    columns: Mapping[str, Field | None] = field(default_factory=dict)
    orders: Mapping[str, DateOrder] = field(default_factory=dict)
    references: Mapping[str, Repeat] = field(default_factory=dict)
    names: Mapping[str, NameAnswer] = field(default_factory=dict)
    prefix: str = ""


def write_profile(readings: Iterable[SheetReading], choices: Choices) -> str:
    """What was learned, as text."""
    columns: dict[str, str] = {}
    orders: dict[str, str] = {}
    for reading in readings:
        for number, (_, said) in reading.columns.items():
            name = _called(reading.source, number)
            columns[name] = said.field.value if said.field else _NO_FIELD
            if (days := reading.days.get(number)) and days.order:
                orders[name] = days.order.value
    learned = {
        "columns": columns,
        "dates": orders,
        "references": {key: answer.value for key, answer in sorted(choices.references.items())},
        "names": {key: _written(answer) for key, answer in sorted(choices.names.items())},
        "prefix": choices.prefix,
    }
    return json.dumps(learned, ensure_ascii=False, indent=1)


def read_profile(text: str) -> Profile:
    """What was learned, from its text; nothing where the text is none of ours."""
    try:
        learned = json.loads(text) if text else {}
        columns = {key: None if each == _NO_FIELD else Field(each) for key, each in learned.get("columns", {}).items()}
        orders = {key: DateOrder(each) for key, each in learned.get("dates", {}).items()}
        references = {key: Repeat(each) for key, each in learned.get("references", {}).items()}
        names = {key: _read(each) for key, each in learned.get("names", {}).items()}
        return Profile(columns, orders, references, names, str(learned.get("prefix", "")))
    except (ValueError, TypeError, AttributeError):
        return Profile()


def remembered(profile: Profile, choices: Choices) -> Choices:
    """What was answered before, with what is chosen now before it."""
    return replace(
        choices,
        references={**profile.references, **choices.references},
        names={**profile.names, **choices.names},
        prefix=choices.prefix or profile.prefix,
    )


def for_sheet(profile: Profile, source: Source, choices: Choices) -> Choices:
    """What was learned of a sheet's columns, with what is chosen now before it."""
    columns = {(source.sheet, each): profile.columns[name] for each, name in _known(source, profile.columns)}
    orders = {(source.sheet, each): profile.orders[name] for each, name in _known(source, profile.orders)}
    return replace(choices, columns={**columns, **choices.columns}, orders={**orders, **choices.orders})


def fit(profile: Profile, sources: Iterable[Source]) -> float:
    """The share of a file's columns that a profile knows, from 0 to 1."""
    called = {_called(source, number) for source in sources for number in source.headings}
    return len(called & set(profile.columns)) / max(len(called), 1)


def _known(source: Source, names: Iterable[str]) -> list[tuple[int, str]]:
    known = set(names)
    return [(number, name) for number in source.headings if (name := _called(source, number)) in known]


def _called(source: Source, number: int) -> str:
    return plain_heading(source.headings.get(number, "")) or f"column {number}"


def _written(answer: NameAnswer) -> list[str]:
    return [answer.provider_id, answer.same_as, *answer.parts]


def _read(written: list[str]) -> NameAnswer:
    provider_id, same_as, *parts = written
    return NameAnswer(provider_id, same_as, tuple(parts))
