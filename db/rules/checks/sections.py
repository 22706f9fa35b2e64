"""C16 and C18: the other sections of the form, and the papers considered."""

import re

from db.rules.record_in_hand import SECTION_NAMES, Gaps, RecordInHand, warning
from db.rules.rich_text import plain

_FORM = "The form’s sections (Kent)"
_EQUALITY = "Equality Act 2010 s.149, the public sector equality duty"
_DATA = "UK GDPR article 35, data protection impact assessments"
_REPORTS_SOURCE = "SI 2012/2089 reg 15: background papers"
_SECTIONS = {
    "legal": ("Write the legal implications, or that there are none.", _FORM),
    "equality": ("Say whether an equality impact assessment (EqIA) was made, or why none is needed.", _EQUALITY),
    "data_protection": ("Say whether a data protection assessment (DPIA) was made, or why none is needed.", _DATA),
    "comments": ("Write what members or officers who were consulted said, or that nobody was.", _FORM),
}
_SAY_WHY = frozenset(("equality", "data_protection"))
_BARE = re.compile(r"[\W_]*|(?:none|nil|no|yes|n\s*/\s*a|not (?:applicable|needed|required))\.?", re.IGNORECASE)


def other_sections(record: RecordInHand) -> Gaps:
    """C16: legal, equality and data protection implications and comments are there. Source: form; Equality Act 2010."""
    for field, (asked, source) in _SECTIONS.items():
        said = plain(getattr(record.decision.text, field)).strip()
        if not said and not (field == "comments" and record.sections.get("consultation")):
            yield warning("C16", field, asked, source)
        elif field in _SAY_WHY and _BARE.fullmatch(said):
            sentence = f"{SECTION_NAMES[field]}: “{said}” does not say why. {asked}"
            yield warning("C16", field, sentence, source)


def reports(record: RecordInHand) -> Gaps:
    """C18: reports and background papers are listed, or none is said. Source: SI 2012/2089 reg 15."""
    if not plain(record.decision.text.reports).strip():
        sentence = "List the reports and background papers considered, or write None."
        yield warning("C18", "reports", sentence, _REPORTS_SOURCE)
