"""What a newer copy of a register says otherwise than the register does."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from db.incoming.fields import Field
from db.incoming.known import Known
from db.incoming.plan_parts import ContractChange, Draft, FieldChange
from db.incoming.repeats import is_same
from db.rules.contract import Contract
from db.rules.dates import show_day
from db.rules.money import Pence, show_pounds

_BY_DECISION = "Only a decision, a variation or a correction of its terms changes it. Record that on the contract."
_BY_HAND = "Change the contract's providers by hand."
_OPTIONS = "The contract has options already. Correct them on the contract."
_RATE = "The contract has a rate already. Record a variation."
_BACKWARDS = "The end would be before the start. Correct the terms on the contract."
_TERM = frozenset({Field.START, Field.END})
_KEPT = "You chose to keep what the register says."
FieldColumns = Mapping[Field, tuple[str, ...]]
"""By field, what the columns are called that tell it."""


def change_of(
    contract: Contract, draft: Draft, known: Known, columns: FieldColumns, keep: frozenset[tuple[str, Field]]
) -> ContractChange:
    """How a contract would change; no fields where the copy says nothing new."""
    before = known.rows.get(contract.id)
    found = tuple(
        _kept(each, draft.reference, keep)
        for each in _differing(contract, draft, known.values.get(contract.id))
        if _is_new(each, draft, before, columns.get(each.field, ()))
    )
    if _is_backwards(contract, draft, found):
        found = tuple(_left(each, _BACKWARDS) if each.field in _TERM else each for each in found)
    return ContractChange(contract.id, contract.version, contract.reference, contract.title, draft, found)


def _is_backwards(contract: Contract, draft: Draft, found: Iterable[FieldChange]) -> bool:
    """Whether the changes that are made would put the end before the start."""
    made = {each.field for each in found if not each.why_not}
    starts_on = draft.starts_on if Field.START in made else contract.starts_on
    ends_on = draft.ends_on if Field.END in made else contract.initial_ends_on
    return bool(made & _TERM) and bool(starts_on and ends_on and ends_on < starts_on)


def _left(change: FieldChange, why_not: str) -> FieldChange:
    return change if change.why_not else FieldChange(change.field, change.old, change.new, why_not)


def _kept(change: FieldChange, reference: str, keep: frozenset[tuple[str, Field]]) -> FieldChange:
    return _left(change, _KEPT) if (reference, change.field) in keep else change


def _is_new(change: FieldChange, draft: Draft, before: Mapping[str, str] | None, names: Iterable[str]) -> bool:
    """Whether the copy itself changed since it was last brought in; of a first copy, whatever it says."""
    if before is None:
        return bool(change.new)
    if change.field is Field.NOTES:
        now = dict(draft.rows[0].texts)
        return any(before.get(name, "") != now.get(name, "") for name in (*names, *set(before) ^ set(now)))
    now = dict(draft.rows[0].texts)
    return any(before.get(name, "") != now.get(name, "") for name in names)


def _differing(contract: Contract, draft: Draft, value: Pence | None) -> Iterator[FieldChange]:
    for name, old, new in _texts(contract, draft):
        if old != new and (new or name is not Field.TITLE):
            yield FieldChange(name, old, new)
    if not is_same(draft, contract):
        one = len(draft.providers) == len(contract.holders) == 1
        names = ", ".join(each.name for each in draft.providers)
        yield FieldChange(Field.PROVIDER, contract.provider_names, names, "" if one else _BY_HAND)
    yield from _days(contract, draft)
    yield from _money(contract, draft, value)


def _texts(contract: Contract, draft: Draft) -> tuple[tuple[Field, str, str], ...]:
    return (
        (Field.TITLE, contract.title, draft.title),
        (Field.SERVICE, contract.service, draft.service),
        (Field.CATEGORY, contract.category, draft.category),
        (Field.MANAGER, contract.manager, draft.manager),
        (Field.CONTACT, contract.contact, draft.contact),
        (Field.NOTES, contract.notes, draft.notes),
    )


def _days(contract: Contract, draft: Draft) -> Iterator[FieldChange]:
    decided = contract.extensions or contract.variations or contract.notices or contract.ended_on
    why_not = _BY_DECISION if decided else ""
    if draft.starts_on and draft.starts_on != contract.starts_on:
        yield FieldChange(Field.START, _shown(contract.starts_on), _shown(draft.starts_on), why_not)
    if draft.ends_on and draft.ends_on != contract.initial_ends_on:
        yield FieldChange(Field.END, _shown(contract.initial_ends_on), _shown(draft.ends_on), why_not)
    months = tuple(option.months for option in contract.options)
    if draft.options and draft.options != months:
        refused = why_not or (_OPTIONS if months else "")
        yield FieldChange(Field.EXTENSION_MONTHS, _lengths(months), _lengths(draft.options), refused)


def _money(contract: Contract, draft: Draft, value: Pence | None) -> Iterator[FieldChange]:
    if draft.value and draft.value != value:
        yield FieldChange(Field.VALUE, show_pounds(value) if value else "", show_pounds(draft.value))
    rates = {each.pence for each in contract.annual_values}
    if draft.annual_value and draft.annual_value not in rates:
        old = ", ".join(show_pounds(each) for each in sorted(rates))
        yield FieldChange(Field.ANNUAL_VALUE, old, show_pounds(draft.annual_value), _RATE if rates else "")


def _shown(day: date | None) -> str:
    return show_day(day) if day else ""


def _lengths(months: tuple[int, ...]) -> str:
    return " + ".join(map(str, months)) + " months" if months else ""
