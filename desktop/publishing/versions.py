"""The versions of a record, and the files each is published as."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from db.register import Register
from db.rules.decision import Decision, RecordOfDecision
from db.rules.public_record import public
from desktop.writing.gathering import gather


class Version(StrEnum):
    """Which version of a record."""

    PUBLIC = "Public version"
    FULL = "Full record"


@dataclass(frozen=True, slots=True)
class Record:
    """A decision's record in both versions, with the signed file where one is filed."""

    decision: Decision
    full: RecordOfDecision
    public: RecordOfDecision
    signed_sha256: str = ""
    """Of the signed record that is filed."""

    @property
    def withholds(self) -> bool:
        """Whether the public version lacks something of the full one."""
        return self.public is not self.full

    def version(self, version: Version) -> RecordOfDecision:
        """The record in one version."""
        return self.public if version is Version.PUBLIC else self.full

    def is_signed(self, version: Version) -> bool:
        """Whether that version is the one that is signed and filed, so that its PDF is the signed file itself."""
        return bool(self.signed_sha256) and (version is Version.FULL or not self.withholds)

    def name(self, version: Version) -> str:
        """What its files are called."""
        return f"{self.decision.name} public" if version is Version.PUBLIC and self.withholds else self.decision.name


def record_in(register: Register, decision: Decision) -> Record:
    """A decision's record as a register has it.

    Raises:
        Refusal: the council's form cannot be found or read.
    """
    full = gather(register, decision)
    signed = decision.signed_files[0].sha256 if decision.signed_files else ""
    return Record(decision, full, public(full), signed)


def as_pdf(record: RecordOfDecision) -> bytes:
    """A version as a PDF, unsigned.

    Raises:
        Refusal: the typeface lacks a character.
    """
    from exports.decision_pdf import render

    return render(record)


def as_html(record: RecordOfDecision) -> bytes:
    """A version as a web page that needs nothing else."""
    from exports.decision_html import render_html

    return render_html(record).encode()


def as_text(record: RecordOfDecision) -> bytes:
    """A version as plain text."""
    from exports.decision_text import render_text

    return render_text(record).encode()


KINDS: dict[str, Callable[[RecordOfDecision], bytes]] = {".pdf": as_pdf, ".html": as_html, ".txt": as_text}
"""The files of a version by how their names end."""


def file_of(register: Register, record: Record, version: Version, suffix: str) -> bytes:
    """One file of a version: the signed PDF as it was filed where that version is the signed one.

    Raises:
        Refusal: it cannot be printed, or the signed record is not kept.
    """
    if suffix == ".pdf" and record.is_signed(version):
        return register.decisions.signed_record(record.signed_sha256)
    return KINDS[suffix](record.version(version))
