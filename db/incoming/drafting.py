"""Rows that were read, made into contracts as they would be entered."""

from collections.abc import Sequence
from datetime import date

from db.incoming.choices import Past
from db.incoming.fields import Field
from db.incoming.plan_parts import Draft, Party
from db.incoming.reading import ReadRow, SheetReading
from db.incoming.terms import options_of
from db.incoming.texts import keepable
from db.rules.money import Pence
from db.rules.words import LONGEST

_TEXTS = (Field.SERVICE, Field.CATEGORY, Field.MANAGER, Field.CONTACT)


def draft_of(reading: SheetReading, row: ReadRow, providers: Sequence[Party], past: Past, today: date) -> Draft:
    """The contract one row tells of."""
    options = options_of(reading, row)
    ends_on = row.day(Field.END)
    is_past = ends_on is not None and ends_on < today
    service, category, manager, contact = (row.text(each) for each in _TEXTS)
    return Draft(
        row.text(Field.REFERENCE), row.text(Field.TITLE), (row.source,), tuple(dict.fromkeys(providers)), service,
        category, manager, contact, _notes(row), row.day(Field.START), ends_on,
        ends_on if is_past and past is Past.AS_ENDED else None, options,
        _pence(row, Field.VALUE), _pence(row, Field.ANNUAL_VALUE),
    )  # fmt: skip


def _pence(row: ReadRow, name: Field) -> Pence | None:
    found = row.said.get(name)
    return Pence(found) if isinstance(found, int) else None


def _notes(row: ReadRow) -> str:
    return _short(keepable("\n".join(each for each in (row.text(Field.NOTES), *dict.fromkeys(row.kept)) if each)))


def _short(notes: str) -> str:
    """Notes as far as they can be kept; the rows themselves are kept whole."""
    return notes if len(notes) <= LONGEST else f"{notes[: LONGEST - 1].rstrip()}…"


def joined(drafts: Sequence[Draft]) -> Draft:
    """One contract of several rows: the first row's, with every provider, and what other rows say otherwise noted."""
    first = drafts[0]
    providers = tuple(dict.fromkeys(party for each in drafts for party in each.providers))
    rows = tuple(row for each in drafts for row in each.rows)
    said = [line for each in drafts[1:] for line in _otherwise(first, each)]
    notes = _short(keepable("\n".join(dict.fromkeys(line for line in (first.notes, *said) if line))))
    return Draft(
        first.reference, first.title, rows, providers, first.service, first.category, first.manager, first.contact,
        notes, first.starts_on, first.ends_on, first.ended_on, first.options, first.value, first.annual_value,
    )  # fmt: skip


def _otherwise(first: Draft, other: Draft) -> list[str]:
    """What another row says that the first does not, cell by cell."""
    (row,) = other.rows
    own = dict(first.rows[0].texts)
    differing = [f"{heading}: {' '.join(text.split())}" for heading, text in row.texts if own.get(heading) != text]
    return [f"Row {row.number} says: {'; '.join(differing)}"] if differing else []
