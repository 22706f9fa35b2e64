"""What stands in the sections of a record, apart from how it looks. Texts may hold the marks of db.rules.rich_text."""

from dataclasses import dataclass

from db.rules.record_template import RecordField
from exports.pdf.table_content import Content as Figures


@dataclass(frozen=True, slots=True)
class Line:
    """A short paragraph on one line of its own."""

    text: str
    is_quiet: bool = False
    """Whether it says that there is nothing to say."""


@dataclass(frozen=True, slots=True)
class Prose:
    """Words as an officer wrote them: paragraphs, lists, tables."""

    text: str
    is_operative: bool = False
    """Whether the form's verbs are set in bold."""


@dataclass(frozen=True, slots=True)
class Items:
    """A list with bullets."""

    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Subheading:
    """Heads part of a section."""

    text: str


@dataclass(frozen=True, slots=True)
class Link:
    """Words that lead to an address on the web."""

    words: str
    address: str


Content = Line | Prose | Items | Subheading | Link | Figures


@dataclass(frozen=True, slots=True)
class Section:
    """A section of a record: its heading and what it says."""

    key: RecordField
    heading: str
    contents: tuple[Content, ...]
    is_short: bool = False
    """Whether it is a few short lines that may stand beside the heading."""


@dataclass(frozen=True, slots=True)
class Place:
    """A place to sign: what stands beside it, and whose signature it asks for."""

    heading: str
    field: str
    """The name of the field in the file; empty where there is nothing to sign."""
    facts: tuple[tuple[str, Line], ...]
    alternative: str
    """What a screen reader says of the field."""
