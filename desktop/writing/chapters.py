"""The parts in which a record is written: a council's sections in its own order, its short facts gathered."""

from dataclasses import dataclass
from operator import attrgetter

from db.rules.decision import Decision, Publication
from db.rules.decision_facts import DecisionStatus, Route
from db.rules.record_template import RecordField, RecordTemplate, Snippet

F = RecordField
_NOTHING = (None, "", (), Publication.UNANSWERED, DecisionStatus.APPROVED, Route.NOT_STATED)
_GATHERED: dict[str, tuple[RecordField, ...]] = {
    "Who and what": (F.MAKER, F.NUMBER, F.SUBJECT, F.DECIDED, F.STATUS, F.CORRECTS),
    "Publication": (F.PUBLICATION, F.EXEMPTION, F.PUBLISHED, F.LINK),
    "Key decision and call-in": (F.KEY, F.CALL_IN, F.ROUTE, F.EXECUTIVE),
    "Officer and divisions": (F.LEAD_OFFICER, F.DIVISIONS),
}
"""Facts of a line or two that are written together."""

PATHS: dict[RecordField, tuple[str, ...]] = {
    F.MAKER: ("maker_name", "maker_post"),
    F.NUMBER: ("number",),
    F.SUBJECT: ("subject",),
    F.STATUS: ("status",),
    F.KEY: ("is_key",),
    F.CALL_IN: ("callable_in",),
    F.EXECUTIVE: ("is_executive",),
    F.ROUTE: (
        *("plan.route", "plan.urgency_reason"),
        *("plan.notice_published_on", "plan.due_on", "plan.originally_due_on"),
    ),
    F.PUBLICATION: ("for_publication",),
    F.EXEMPTION: (
        *("exemption.paragraphs", "exemption.public_interest"),
        *("exemption.withheld", "exemption.hides_money"),
    ),
    F.LEAD_OFFICER: ("responsible.lead_officer", "responsible.contact", "responsible.department"),
    F.DIVISIONS: ("responsible.divisions",),
    F.CORRECTS: ("corrects_number",),
    F.DECIDED: ("decided_on", "late_signing"),
    F.PUBLISHED: ("published.published_on", "published.effective_on", "published.implement_from"),
    F.LINK: ("link",),
    F.AUTHORITY: ("relates_to_number", "delegation_id", "relates_to_on", "scheme"),
    F.VALUE: ("value_pence",),
    F.SAVINGS: ("savings",),
    F.GROUND: ("ground",),
    F.CONSULTEES: ("consultees",),
    F.REJECTED: ("alternatives", "none_considered"),
    F.EFFECTS: ("effects",),
    F.FUNDING: (),
}
"""What each part of a record holds of a decision; a part that is prose holds the text of its own name."""
PATHS |= {field: (f"text.{field.value}",) for field in RecordField if field not in PATHS}

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

_TICKS = frozenset(("exemption.hides_money", "none_considered"))
"""Where no is the same as nothing said."""


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

    @property
    def paths(self) -> tuple[str, ...]:
        """Everything of a decision that is written there."""
        return tuple(path for field in self.fields for path in PATHS[field])

    def says_something(self, decision: Decision) -> bool:
        """Whether a decision has words or answers for it."""
        said = {path: attrgetter(path)(decision) for path in self.paths}
        return any(value not in _NOTHING and (value or path not in _TICKS) for path, value in said.items())


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


def _title(field: RecordField, heading: str) -> str:
    for title, fields in _GATHERED.items():
        if field in fields:
            return title
    return _CALLED.get(field, heading)
