"""The form of a council's records of decision: which sections, in which order, under which headings, in which words."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from db.rules.refusal import Refusal
from db.rules.stated import Stated

KINDS = ("officer", "member", "cabinet", "council")
"""The kinds of decision as a template names them; those of DecisionKind, in its order."""

NONE_CONSIDERED = "No alternative was considered."


class RecordField(StrEnum):
    """What a section of a record may hold. Those that an officer writes are called as in DecisionText."""

    MAKER = "maker"
    NUMBER = "number"
    SUBJECT = "subject"
    STATUS = "status"
    KEY = "key_decision"
    CALL_IN = "call_in"
    EXECUTIVE = "executive"
    ROUTE = "route"
    PUBLICATION = "publication"
    EXEMPTION = "exemption"
    LEAD_OFFICER = "lead_officer"
    DIVISIONS = "divisions"
    CORRECTS = "corrects"
    DECIDED = "decided"
    PUBLISHED = "published"
    LINK = "link"
    AUTHORITY = "authority"
    RELATED = "related_decision"
    PURPOSE = "purpose"
    DECISION = "decision"
    EFFECTS = "effects"
    REASONS = "reasons"
    STRATEGY = "strategy"
    FINANCIAL = "financial"
    VALUE = "value"
    FUNDING = "funding"
    SAVINGS = "savings"
    LEGAL = "legal"
    GROUND = "ground"
    EQUALITY = "equality"
    DATA_PROTECTION = "data_protection"
    CONSULTATION = "consultation"
    CONSULTEES = "consultees"
    COMMENTS = "comments"
    ALTERNATIVES = "alternatives"
    REJECTED = "rejected"
    CONFLICTS = "conflicts"
    DISPENSATION = "dispensation"
    REPORTS = "reports"
    IMPLEMENTATION = "implementation"


@dataclass(frozen=True, slots=True)
class Snippet:
    """Wording to start from: what it is called in a list, and the text that is put in."""

    name: str
    text: str


@dataclass(frozen=True, slots=True)
class TemplateSection:
    """A section: its heading, what it holds, and what helps its writer."""

    heading: str
    fields: tuple[RecordField, ...]
    guidance: str = ""
    """What the law or the council asks to be said here, and where from."""
    is_always_printed: bool = False
    """Whether it is printed when nothing is recorded, so that the gap is seen."""
    snippets: tuple[Snippet, ...] = ()

    @property
    def key(self) -> RecordField:
        """The field it is known by: the first it holds."""
        return self.fields[0]


@dataclass(frozen=True, slots=True)
class SignatureWording:
    """What stands beside the place to sign."""

    heading: str
    reason: str
    """What signing says."""
    kinds: tuple[str, ...] = ("officer",)
    """The kinds of decision that are signed."""
    counter_heading: str = "Counter-signature"
    counter_post: str = "Proper Officer"
    counter_reason: str = ""
    is_counter_signed: bool = False
    """Whether there is a second place to sign unless a record says otherwise."""


@dataclass(frozen=True, slots=True)
class RecordTemplate:
    """A council's form for records of decision."""

    name: str
    titles: tuple[tuple[str, str], ...]
    """What a record is called, for each of KINDS."""
    sections: tuple[TemplateSection, ...]
    signature: SignatureWording
    verbs: tuple[str, ...] = ()
    """The verbs of a decision that are set in bold where they are written in capitals."""
    none_considered: str = NONE_CONSIDERED

    def title(self, kind: str) -> str:
        """What a record of a kind of decision is called; the kind as in KINDS."""
        return dict(self.titles)[kind]

    def section(self, field: RecordField) -> TemplateSection | None:
        """The section that holds a field; None where the form has none."""
        return next((section for section in self.sections if field in section.fields), None)

    @property
    def fields(self) -> frozenset[RecordField]:
        """Everything the form has a place for."""
        return frozenset(field for section in self.sections for field in section.fields)


def template_from(stated: Mapping[str, Any], place: str = "the template") -> RecordTemplate:
    """A template from what its file states; `place` names the file in what is refused.

    Raises:
        Refusal: something is missing, unknown or of another kind than it should be; names the place in the file.
    """
    top = Stated(stated, place)
    titles, signature = top.part("titles"), top.part("signature")
    sections = tuple(map(_section, top.parts("section")))
    template = RecordTemplate(
        name=top.words("name"),
        titles=tuple((kind, titles.words(kind)) for kind in KINDS),
        sections=sections,
        signature=_signature(signature),
        verbs=top.several("verbs"),
        none_considered=top.words("none_considered", NONE_CONSIDERED),
    )
    titles.nothing_else()
    top.nothing_else()
    _held_once(template, place)
    return template


def _section(part: Stated) -> TemplateSection:
    fields = tuple(part.choice("fields", name, RecordField) for name in part.several("fields"))
    if not fields:
        raise Refusal(f"{part.place} holds no field. Name at least one after “fields”.")
    section = TemplateSection(
        heading=part.words("heading"),
        fields=fields,
        guidance=part.words("guidance", ""),
        is_always_printed=part.answer("always"),
        snippets=tuple(map(_snippet, part.parts("snippets"))),
    )
    part.nothing_else()
    return section


def _snippet(part: Stated) -> Snippet:
    snippet = Snippet(part.words("name"), part.words("text"))
    part.nothing_else()
    return snippet


def _signature(part: Stated) -> SignatureWording:
    usual = SignatureWording("", "")
    wording = SignatureWording(
        heading=part.words("heading"),
        reason=part.words("reason"),
        kinds=tuple(part.one_of("kinds", kind, KINDS) for kind in part.several("kinds")) or usual.kinds,
        counter_heading=part.words("counter_heading", usual.counter_heading),
        counter_post=part.words("counter_post", usual.counter_post),
        counter_reason=part.words("counter_reason", ""),
        is_counter_signed=part.answer("counter"),
    )
    part.nothing_else()
    return wording


def _held_once(template: RecordTemplate, place: str) -> None:
    held = [field for section in template.sections for field in section.fields]
    twice = [field for field in RecordField if held.count(field) > 1]
    if twice:
        raise Refusal(f"{place} prints {', '.join(twice)} in more than one section. Name each field once.")
    needed = [field for field in (RecordField.DECISION, RecordField.REASONS) if field not in held]
    if needed:
        raise Refusal(
            f"{place} has no section for {' and '.join(needed)}, which every record must have "
            "(SI 2012/2089 regulation 13(4)). Add one."
        )
