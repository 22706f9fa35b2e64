"""The parts in which a record is written: a council's sections in its own order, its short facts gathered."""

from collections.abc import Iterable
from dataclasses import dataclass

from db.rules.record_template import RecordField, RecordTemplate, Snippet

F = RecordField
_GATHERED: dict[str, tuple[RecordField, ...]] = {
    "Who and what": (F.MAKER, F.NUMBER, F.SUBJECT, F.DECIDED, F.STATUS, F.CORRECTS),
    "Publication": (F.PUBLICATION, F.EXEMPTION, F.PUBLISHED, F.LINK),
    "Key decision and call-in": (F.KEY, F.CALL_IN, F.ROUTE, F.EXECUTIVE),
    "Officer and divisions": (F.LEAD_OFFICER, F.DIVISIONS),
}
"""Facts of a line or two that are written together."""

_CALLED = {
    F.AUTHORITY: "What it rests on",
    F.RELATED: "What it rests on",
    F.FINANCIAL: "Money",
    F.LEGAL: "Legal",
    F.EQUALITY: "Equality",
    F.DATA_PROTECTION: "Data protection",
    F.CONSULTATION: "Consultation",
    F.COMMENTS: "Consultation",
    F.ALTERNATIVES: "Alternatives",
    F.CONFLICTS: "Conflicts of interest",
    F.REPORTS: "Reports considered",
}
"""Shorter names than the headings that are printed."""


@dataclass(frozen=True, slots=True)
class Part:
    """A section of the form, or a fact that the form has no section for."""

    heading: str
    guidance: str
    fields: tuple[RecordField, ...]
    snippets: tuple[Snippet, ...] = ()


@dataclass(frozen=True, slots=True)
class Chapter:
    """Parts that are written on one page."""

    title: str
    parts: tuple[Part, ...]

    @property
    def fields(self) -> tuple[RecordField, ...]:
        """Everything written there."""
        return tuple(field for part in self.parts for field in part.fields)


def chapters_of(template: RecordTemplate) -> tuple[Chapter, ...]:
    """A form's chapters, in the order in which each is first printed."""
    parts: dict[str, list[Part]] = {}
    for section in template.sections:
        title = _title(section.fields[0], section.heading)
        parts.setdefault(title, []).append(Part(section.heading, section.guidance, section.fields, section.snippets))
    for title, fields in _GATHERED.items():
        held = {field for part in parts.get(title, ()) for field in part.fields} | template.fields
        for field in fields:
            if field not in held and field in _ALWAYS:
                parts.setdefault(title, []).append(Part(_ALWAYS[field], "", (field,)))
    return tuple(Chapter(title, tuple(each)) for title, each in parts.items())


_ALWAYS = {F.DECIDED: "Date of decision", F.STATUS: "Status"}
"""What is asked though a form has no section for it."""


def chapter_with(chapters: Iterable[Chapter], field: RecordField) -> int:
    """Which chapter holds a field; the first where none does."""
    return next((number for number, chapter in enumerate(chapters) if field in chapter.fields), 0)


def _title(field: RecordField, heading: str) -> str:
    for title, fields in _GATHERED.items():
        if field in fields:
            return title
    return _CALLED.get(field, heading)
