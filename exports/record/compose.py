"""The sections of a record in the order of its form: what is recorded, and a word where it should be and is not."""

from db.rules.decision import Decision, DecisionKind, Publication, RecordOfDecision
from db.rules.record_template import KINDS, RecordField, RecordTemplate, TemplateSection
from exports import record_templates
from exports.record import authority, facts, figures, words
from exports.record.contents import Content, Line, Section, Subheading

NOT_RECORDED = "Not recorded."
NOT_FOR_PUBLICATION = "Contains exempt information: not for publication"
PUBLIC_VERSION = "Public version"

SHORT = frozenset(facts.FACTS)
SAYINGS = {**facts.FACTS, **words.WORDS, **figures.FIGURES, RecordField.AUTHORITY: authority.authority}
"""What each field of a form prints."""

_PARTS = {
    RecordField.STRATEGY: "Support for the council’s strategy",
    RecordField.EFFECTS: "Contracts affected",
    RecordField.DISPENSATION: "Dispensation",
}
"""What heads a field that follows another in one section."""

_PUBLIC_IN_ANY_CASE = frozenset(
    (
        RecordField.MAKER, RecordField.NUMBER, RecordField.SUBJECT, RecordField.PUBLICATION, RecordField.EXEMPTION,
        RecordField.DECIDED, RecordField.PUBLISHED, RecordField.STATUS, RecordField.KEY, RecordField.CALL_IN,
        RecordField.EXECUTIVE,
    )
)  # fmt: skip
"""What is told of a decision that is exempt as a whole."""


def form_of(record: RecordOfDecision) -> RecordTemplate:
    """The form a record is printed on."""
    return record.template or record_templates.load()


def kind_of(decision: Decision) -> str:
    """A decision's kind as forms name it."""
    return KINDS[list(DecisionKind).index(decision.kind)]


def title(record: RecordOfDecision) -> str:
    """What the record is called."""
    return form_of(record).title(kind_of(record.decision))


def full_title(record: RecordOfDecision) -> str:
    """The title with the number and the subject, as a file is known by."""
    decision = record.decision
    name = " ".join(filter(None, (title(record), decision.number)))
    return f"{name} – {decision.subject}" if decision.subject.strip() else name


def standing(record: RecordOfDecision) -> str:
    """Who may see it; empty for a record that is open to all."""
    if record.is_public:
        return PUBLIC_VERSION
    is_restricted = record.decision.for_publication in (Publication.PART, Publication.NO)
    return NOT_FOR_PUBLICATION if is_restricted else ""


def sections(record: RecordOfDecision) -> tuple[Section, ...]:
    """The sections that are printed, the signatures aside."""
    wanted = filter(lambda section: _is_told(record, section), form_of(record).sections)
    return tuple(section for each in wanted if (section := _section(record, each)))


def _is_told(record: RecordOfDecision, section: TemplateSection) -> bool:
    return not record.is_withheld_whole or _PUBLIC_IN_ANY_CASE.issuperset(section.fields)


def _section(record: RecordOfDecision, wanted: TemplateSection) -> Section | None:
    contents: list[Content] = []
    for field in wanted.fields:
        said = SAYINGS[field](record)
        if said and contents and field in _PARTS:
            contents.append(Subheading(_PARTS[field]))
        contents += said
    if not contents and not wanted.is_always_printed:
        return None
    is_short = SHORT.issuperset(wanted.fields) and all(isinstance(each, Line) for each in contents)
    return Section(wanted.key, wanted.heading, tuple(contents) or (Line(NOT_RECORDED, is_quiet=True),), is_short)
