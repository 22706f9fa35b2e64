"""The rows of a register sorted into what is taken in and what waits, in the order in which each thing is decided."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date

from db.incoming.changes import FieldColumns, change_of
from db.incoming.choices import Choices, Past
from db.incoming.columns import chosen, suggest
from db.incoming.drafting import draft_of
from db.incoming.fields import Field
from db.incoming.known import Known
from db.incoming.parties import Parties
from db.incoming.plan_parts import CellProblem, ContractChange, Draft, ListedRow, Missing, SourceRow
from db.incoming.profile import Profile, for_sheet
from db.incoming.reading import ReadRow, SheetReading
from db.incoming.repeats import fold_reference, group
from db.incoming.source import Source, texts_of
from db.incoming.terms import check_term
from db.incoming.values import Said

_NO_REFERENCE = Said(None, "It has no reference.", "Enter one, or choose how references are given.")
_NO_TITLE = Said(None, "It has no title.", "Enter one, or choose the column that tells what the contract is for.")
_NO_PROVIDER = Said(None, "It names no provider.", "Add the provider to the contract later.")


@dataclass(slots=True)
class Sorting:
    """What has become of the rows so far."""

    choices: Choices
    known: Known
    today: date
    read: list[tuple[SheetReading, ReadRow]] = field(default_factory=list)
    listed: list[ListedRow] = field(default_factory=list)
    problems: list[CellProblem] = field(default_factory=list)
    withdrawn: frozenset[str] = frozenset()
    """References, folded, that withdrawn contracts keep."""
    past: int = 0
    numbered: int = 0


def readings_of(found: Iterable[Source], profile: Profile, choices: Choices, today: date) -> tuple[SheetReading, ...]:
    """The sheets with their columns decided."""
    made = []
    for source in found:
        own = for_sheet(profile, source, choices)
        made.append(SheetReading(source, chosen(source, suggest(source), own.columns), own, today))
    return tuple(made)


def read_rows(readings: Iterable[SheetReading], sorting: Sorting) -> None:
    """Every row read, or listed because it is no contract's or was left out."""
    for reading in readings:
        for number in reading.source.rows:
            if (reading.source.sheet, number) in sorting.choices.leave:
                _list(reading, number, "You left it out.", sorting)
            elif why := reading.source.why_no_row(number):
                _list(reading, number, why, sorting)
            else:
                sorting.read.append((reading, _read(reading, number, sorting)))


def _list(reading: SheetReading, number: int, why: str, sorting: Sorting) -> None:
    row = SourceRow(reading.source.sheet, number, texts_of(reading.source, number))
    sorting.listed.append(ListedRow(row, why))


def _read(reading: SheetReading, number: int, sorting: Sorting) -> ReadRow:
    row = reading.read(number)
    check_term(reading, row)
    if not row.text(Field.REFERENCE) and sorting.choices.prefix:
        sorting.numbered += 1
        row.said[Field.REFERENCE] = f"{sorting.choices.prefix}{sorting.numbered}"
    for name, said, stops in (
        (Field.REFERENCE, _NO_REFERENCE, True),
        (Field.TITLE, _NO_TITLE, True),
        (Field.PROVIDER, _NO_PROVIDER, False),
    ):
        column = reading.column_of(name)
        if not row.text(name) and not any(each.column == column != 0 and each.stops for each in row.problems):
            value = reading.source.rows[number].get(column)
            row.problems.append(reading.problem(row, column, value, said, stops=stops))
    return row


def meet_names(sorting: Sorting, parties: Parties) -> None:
    """Every name of a provider, in all rows, before any is decided."""
    for _, row in sorting.read:
        row.providers = parties.expanded(row.providers)
        alone = len(row.providers) == 1
        company, charity = row.text(Field.COMPANY_NUMBER), row.text(Field.CHARITY_NUMBER)
        for name in row.providers:
            parties.meet(name, row.source.key, company if alone else "", charity if alone else "")
    parties.settle()


def make_drafts(sorting: Sorting, parties: Parties) -> list[Draft]:
    """A draft of every row that nothing stops; the others are listed."""
    made = []
    for reading, row in sorting.read:
        draft = _draft(reading, row, sorting, parties)
        sorting.problems += row.problems
        if isinstance(draft, Draft):
            made.append(draft)
        else:
            sorting.listed.append(ListedRow(row.source, draft))
    return made


def _draft(reading: SheetReading, row: ReadRow, sorting: Sorting, parties: Parties) -> Draft | str:
    if wrong := row.stops:
        return f"{wrong.heading or 'The row'}: {wrong.why}" if wrong.column else wrong.why
    waiting = next((name for name in row.providers if parties.of(name) is None), "")
    if waiting:
        return f"A question about its provider, “{waiting}”, waits for an answer."
    if fold_reference(row.text(Field.REFERENCE)) in sorting.withdrawn:
        return "A contract with its reference was withdrawn from the register. Take that one back, or change this one."
    ends_on = row.day(Field.END)
    if ends_on and ends_on < sorting.today:
        sorting.past += 1
        if sorting.choices.past is Past.LEAVE_OUT:
            return "Its end has passed, and you left such contracts out."
    providers = [party for name in row.providers for party in parties.of(name) or ()]
    return draft_of(reading, row, providers, sorting.choices.past, sorting.today)


@dataclass(slots=True)
class Compared:
    """Drafts held against the register."""

    drafts: list[Draft] = field(default_factory=list)
    changes: list[ContractChange] = field(default_factory=list)
    missing: list[Missing] = field(default_factory=list)


def compare(drafts: Sequence[Draft], readings: Iterable[SheetReading], sorting: Sorting) -> Compared:
    """New contracts, those that are in the register already, and those that are no longer listed."""
    columns = _field_columns(readings)
    held = {fold_reference(each.reference): each for each in sorting.known.contracts}
    found = Compared()
    for draft in drafts:
        contract = held.get(fold_reference(draft.reference))
        if contract is None:
            found.drafts.append(draft)
        else:
            found.changes.append(change_of(contract, draft, sorting.known, columns, sorting.choices.keep))
    given = {fold_reference(each.reference) for each in drafts} | _references_waiting(drafts, sorting)
    found.missing = [
        Missing(each.id, each.reference, each.title)
        for each in sorting.known.contracts
        if each.id in sorting.known.rows and fold_reference(each.reference) not in given
    ]
    return found


def _references_waiting(drafts: Sequence[Draft], sorting: Sorting) -> set[str]:
    """The references of rows that were read and not taken in."""
    taken = {row.key for each in drafts for row in each.rows}
    return {fold_reference(row.text(Field.REFERENCE)) for _, row in sorting.read if row.source.key not in taken}


def _field_columns(readings: Iterable[SheetReading]) -> FieldColumns:
    found: dict[Field, list[str]] = defaultdict(list)
    for reading in readings:
        for number, (_, said) in reading.columns.items():
            if said.field:
                found[said.field].append(reading.source.name(number))
    ends = {Field.MAXIMUM_END, Field.EXTENSION_END, Field.EXTENSION_MONTHS}
    found[Field.EXTENSION_MONTHS] = [name for each in (*ends, Field.END) for name in found.get(each, ())]
    return {name: tuple(called) for name, called in found.items()}


__all__ = ["Compared", "Sorting", "compare", "group", "make_drafts", "meet_names", "read_rows", "readings_of"]
