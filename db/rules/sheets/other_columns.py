"""The columns of the sheets beside the register's own: money, steps, decisions, providers."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from db.rules.dates import show_year
from db.rules.decision import Decision, Effect
from db.rules.funding import AnnualValue, FundingLine
from db.rules.provider import Provider
from db.rules.sheets.columns import ID, FactColumn, Held, Kind
from db.rules.sheets.rows import FundingRow, StepRow

EDITED, BY_INSTRUMENT, WORKED_OUT = Held.EDITED, Held.BY_INSTRUMENT, Held.WORKED_OUT
_OPTIONS = "extend, vary, give-notice, or correct-terms for an option recorded wrong"
_DECISION = "the decision's own page until its record is signed, a decision that corrects it from then on"


def _money(title: str, kind: Kind, value: Any) -> FactColumn[FundingRow]:
    return FactColumn(title, kind, value, BY_INSTRUMENT, "vary")


def _step(title: str, kind: Kind, value: Any) -> FactColumn[StepRow]:
    return FactColumn(title, kind, value, BY_INSTRUMENT, _OPTIONS)


def _decided(title: str, kind: Kind, value: Any) -> FactColumn[Decision]:
    return FactColumn(title, kind, value, BY_INSTRUMENT, _DECISION)


def funding_id(row: FundingRow) -> str:
    """Which amount a row is: its part and partner, and its year or first day."""
    line = row.line
    begins = str(line.year) if isinstance(line, FundingLine) else f"from {line.effective_on or 'the start'}"
    return f"{line.part_id}|{line.partner_id}|{begins}"


FUNDING_COLUMNS: tuple[FactColumn[FundingRow], ...] = (
    FactColumn("Reference", Kind.TEXT, lambda row: row.contract.reference, WORKED_OUT),
    FactColumn("Contract", Kind.TEXT, lambda row: row.contract.title, WORKED_OUT),
    FactColumn("Part", Kind.TEXT, lambda row: row.line.part, WORKED_OUT),
    _money("Funding partner", Kind.TEXT, lambda row: row.line.partner),
    _money("What it is", Kind.TEXT, lambda row: _basis(row.line)),
    _money("Financial year", Kind.TEXT, lambda row: _year(row.line)),
    _money("In force from", Kind.DAY, lambda row: _from(row.line)),
    _money("Amount", Kind.PENCE, lambda row: row.line.pence),
    _money("Decision", Kind.TEXT, lambda row: row.line.decision_number),
    FactColumn(ID, Kind.TEXT, funding_id, WORKED_OUT),
)

STEP_COLUMNS: tuple[FactColumn[StepRow], ...] = (
    FactColumn("Reference", Kind.TEXT, lambda row: row.contract.reference, WORKED_OUT),
    FactColumn("Contract", Kind.TEXT, lambda row: row.contract.title, WORKED_OUT),
    _step("What", Kind.TEXT, lambda row: row.what),
    _step("Number", Kind.NUMBER, lambda row: row.number),
    FactColumn("State on the day", Kind.TEXT, lambda row: row.state, WORKED_OUT),
    _step("Months", Kind.NUMBER, lambda row: row.months),
    _step("First day", Kind.DAY, lambda row: row.period.starts_on if row.period else None),
    _step("Last day", Kind.DAY, lambda row: row.period.ends_on if row.period else row.new_end),
    _step("Decided or served", Kind.DAY, lambda row: row.done_on),
    _step("Decision", Kind.TEXT, lambda row: row.decision),
    _step("Detail", Kind.TEXT, lambda row: row.detail),
    FactColumn(ID, Kind.TEXT, lambda row: row.id, WORKED_OUT),
)

DECISION_COLUMNS: tuple[FactColumn[Decision], ...] = (
    _decided("Number", Kind.TEXT, lambda row: row.number),
    _decided("Kind", Kind.TEXT, lambda row: row.kind.value),
    _decided("Subject", Kind.TEXT, lambda row: row.subject),
    _decided("Decided on", Kind.DAY, lambda row: row.decided_on),
    _decided("Decided by", Kind.TEXT, lambda row: row.maker_name),
    _decided("Post", Kind.TEXT, lambda row: row.maker_post),
    _decided("Signed on", Kind.DAY, lambda row: row.signed_on),
    _decided("For publication", Kind.TEXT, lambda row: row.for_publication.value),
    _decided("Rests on", Kind.TEXT, lambda row: row.relates_to_number),
    _decided("Contracts", Kind.TEXT, lambda row: _effects(row.effects)),
    FactColumn(ID, Kind.TEXT, lambda row: row.id, WORKED_OUT),
)

PROVIDER_COLUMNS: tuple[FactColumn[Provider], ...] = (
    FactColumn("Provider", Kind.TEXT, lambda row: row.name, EDITED, field="name",
               also=("Supplier", "Name", "Provider name")),
    FactColumn("Also known as", Kind.TEXT, lambda row: "; ".join(alias.name for alias in row.aliases),
               BY_INSTRUMENT, "add-alias"),
    FactColumn("Company number", Kind.TEXT, lambda row: row.company_number, EDITED, field="company_number",
               also=("Companies House number", "Company no")),
    FactColumn("Charity number", Kind.TEXT, lambda row: row.charity_number, EDITED, field="charity_number",
               also=("Charity no", "Registered charity number")),
    FactColumn("Contact", Kind.TEXT, lambda row: row.contact, EDITED, field="contact", also=("Contact details",)),
    FactColumn("Notes", Kind.TEXT, lambda row: row.notes, EDITED, field="notes", also=("Note", "Comments")),
    FactColumn(ID, Kind.TEXT, lambda row: row.id, WORKED_OUT),
)  # fmt: skip


def _basis(line: FundingLine | AnnualValue) -> str:
    return "Funding for the year" if isinstance(line, FundingLine) else "Annual value"


def _year(line: FundingLine | AnnualValue) -> str:
    return show_year(line.year) if isinstance(line, FundingLine) else ""


def _from(line: FundingLine | AnnualValue) -> date | None:
    return line.effective_on if isinstance(line, AnnualValue) else None


def _effects(effects: Iterable[Effect]) -> str:
    return "; ".join(f"{effect.kind.value} {effect.contract_reference}" for effect in effects)
