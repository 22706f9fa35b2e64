"""Rows and columns of the data quality page. No Qt here."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from db.rules.decision import ContractId
from db.rules.listing_columns import WORDS
from db.rules.publish_readiness import Readiness
from db.rules.quality import Finding, Flaw, OfficerCompleteness
from desktop.look.palette import Tone
from desktop.screens.screen import Place
from desktop.tables.columns import Chip, Column, chip_column, number_column, text_column

NOBODY = "No contract manager"
_GOOD, _FAIR = 90, 60


@dataclass(frozen=True, slots=True)
class OfficerRow:
    """How complete one manager's contracts are."""

    found: OfficerCompleteness

    @property
    def name(self) -> str:
        """The manager, or that there is none."""
        return self.found.manager or NOBODY

    @property
    def chip(self) -> Chip:
        """The share, by how much lacks."""
        percent = self.found.percent
        tone = Tone.DONE if percent >= _GOOD else Tone.SOON if percent >= _FAIR else Tone.OVERDUE
        return Chip(tone, f"{percent}%")

    @property
    def missing(self) -> str:
        """What lacks, and how often."""
        return ", ".join(f"{name} ({count:,})" for name, count in self.found.missing)


@dataclass(frozen=True, slots=True)
class ReadyRow:
    """Whether one contract may be published."""

    readiness: Readiness
    title: str

    @property
    def chip(self) -> Chip:
        """Ready, or not."""
        return Chip(Tone.DONE, "Ready") if self.readiness.is_ready else Chip(Tone.OVERDUE, "Not ready")


RULE_COLUMNS: tuple[Column[Finding], ...] = (
    chip_column("Found", lambda row: _count(row), width=9, sort=lambda row: -len(row.rows)),
    text_column("Rule", lambda row: row.name, width=24, stretch=True, tip=lambda row: row.sentence),
)
FLAWS: tuple[Column[Flaw], ...] = (
    text_column("Row", lambda row: row.name, width=24),
    text_column("What is there", lambda row: row.detail, width=36, stretch=True, tip=lambda row: row.detail),
)
OFFICERS: tuple[Column[OfficerRow], ...] = (
    text_column("Contract manager", lambda row: row.name, width=28),
    chip_column("Complete", lambda row: row.chip, width=12, sort=lambda row: row.found.percent),
    number_column("Contracts", lambda row: row.found.contracts, width=10),
    text_column("What lacks", lambda row: row.missing, width=60, stretch=True, tip=lambda row: row.missing),
)
READY: tuple[Column[ReadyRow], ...] = (
    text_column("Reference", lambda row: row.readiness.reference, width=22),
    text_column("Title", lambda row: row.title, width=30),
    chip_column("Publishing", lambda row: row.chip, width=13),
    text_column("What lacks", lambda row: row.readiness.lacking, width=44, stretch=True, tip=lambda row: _why(row)),
)


def ready_rows(found: Iterable[Readiness], titles: Mapping[ContractId, str]) -> list[ReadyRow]:
    """Each contract's line with its title."""
    return [ReadyRow(each, titles.get(ContractId(each.contract_id), "")) for each in found]


def place_of(flaw: Flaw) -> Place | None:
    """Where a row is put right."""
    if flaw.contract_id:
        return Place("contract", flaw.contract_id)
    if flaw.decision_id:
        return Place("decisions", flaw.decision_id)
    return Place("providers", flaw.provider_id) if flaw.provider_id else None


def _count(finding: Finding) -> Chip:
    count = len(finding.rows)
    return Chip(Tone.SOON, f"{count:,}") if count else Chip(Tone.DONE, "0")


def _why(row: ReadyRow) -> str:
    lacks = ((WORDS[each.column], each) for each in row.readiness.lacks)
    return "\n".join(f"{words[0].upper()}{words[1:]} ({each.column}): {each.why}" for words, each in lacks)
