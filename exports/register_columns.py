"""What the columns of the register workbook hold, sheet by sheet."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from db.rules.contract import Contract, Side
from db.rules.dates import Period, financial_year, show_length, show_year, year_of
from db.rules.decision import Decision, Effect
from db.rules.funding import AnnualValue, FundingLine, funding_table, in_force, total_on
from db.rules.money import Pence
from db.rules.notice import last_day_to_serve
from db.rules.provider import Provider
from db.rules.standing import Standing
from exports.sheet_table import Column, Kind


@dataclass(frozen=True, slots=True)
class RegisterRow:
    """A contract's row: how it stands on the day, or what is wrong with it."""

    contract: Contract
    standing: Standing
    problem: str = ""


@dataclass(frozen=True, slots=True)
class FundingRow:
    """An amount of one contract: for a financial year, or a year's rate from a day."""

    contract: Contract
    line: FundingLine | AnnualValue


@dataclass(frozen=True, slots=True)
class StepRow:
    """A step in a contract's life: an option, an extension, a variation, a notice."""

    contract: Contract
    what: str
    state: str
    number: int | None = None
    months: int | None = None
    period: Period | None = None
    done_on: date | None = None
    new_end: date | None = None
    decision: str = ""
    detail: str = ""


def register_columns(day: date) -> tuple[Column[RegisterRow], ...]:
    """The columns of the register on a day. The last two are hidden: they say which row of the register each is."""
    year = f"Funding {financial_year(day)}"
    return (
        Column("Reference", 24, Kind.TEXT, lambda row: row.contract.reference),
        Column("Contract", 60, Kind.TEXT, lambda row: row.contract.title),
        Column("Service", 24, Kind.TEXT, lambda row: row.contract.service),
        Column("Providers", 32, Kind.TEXT, lambda row: row.contract.provider_names),
        Column("Status", 20, Kind.TEXT, lambda row: row.problem or row.standing.status.value),
        Column("Start", 13, Kind.DAY, lambda row: row.contract.starts_on),
        Column("Initial end", 13, Kind.DAY, lambda row: row.contract.initial_ends_on),
        Column("Current end", 13, Kind.DAY, lambda row: row.standing.ends_on),
        Column("Maximum end", 13, Kind.DAY, lambda row: row.standing.maximum_end),
        Column("Options left", 10, Kind.NUMBER, lambda row: None if row.problem else _options_left(row.standing)),
        Column("Council's notice", 13, Kind.TEXT, _notice_length),
        Column("Last day to serve notice", 15, Kind.DAY, lambda row: _serve_by(row.standing)),
        Column("Annual value", 16, Kind.PENCE, lambda row: _annual_value(row.contract, day)),
        Column(year, 16, Kind.PENCE, lambda row: _funding_of(row.contract, day)),
        Column("Contract manager", 22, Kind.TEXT, lambda row: row.contract.manager),
        Column("Category", 18, Kind.TEXT, lambda row: row.contract.category),
        Column("Contact", 28, Kind.TEXT, lambda row: row.contract.contact),
        Column("Notes", 60, Kind.TEXT, lambda row: row.contract.notes),
        Column("Contract Desk id", 20, Kind.TEXT, lambda row: row.contract.id, hidden=True),
        Column("Contract Desk version", 10, Kind.NUMBER, lambda row: row.contract.version, hidden=True),
    )


FUNDING_COLUMNS: tuple[Column[FundingRow], ...] = (
    Column("Reference", 24, Kind.TEXT, lambda row: row.contract.reference),
    Column("Contract", 60, Kind.TEXT, lambda row: row.contract.title),
    Column("Part", 28, Kind.TEXT, lambda row: row.line.part),
    Column("Funding partner", 32, Kind.TEXT, lambda row: row.line.partner),
    Column("What it is", 22, Kind.TEXT, lambda row: _basis(row.line)),
    Column("Financial year", 12, Kind.TEXT, lambda row: _year(row.line)),
    Column("In force from", 13, Kind.DAY, lambda row: _from(row.line)),
    Column("Amount", 16, Kind.PENCE, lambda row: row.line.pence),
    Column("Decision", 18, Kind.TEXT, lambda row: row.line.decision_number),
)

STEP_COLUMNS: tuple[Column[StepRow], ...] = (
    Column("Reference", 24, Kind.TEXT, lambda row: row.contract.reference),
    Column("Contract", 60, Kind.TEXT, lambda row: row.contract.title),
    Column("What", 12, Kind.TEXT, lambda row: row.what),
    Column("Number", 9, Kind.NUMBER, lambda row: row.number),
    Column("State on the day", 18, Kind.TEXT, lambda row: row.state),
    Column("Months", 9, Kind.NUMBER, lambda row: row.months),
    Column("First day", 13, Kind.DAY, lambda row: row.period.starts_on if row.period else None),
    Column("Last day", 13, Kind.DAY, lambda row: row.period.ends_on if row.period else row.new_end),
    Column("Decided or served", 13, Kind.DAY, lambda row: row.done_on),
    Column("Decision", 18, Kind.TEXT, lambda row: row.decision),
    Column("Detail", 60, Kind.TEXT, lambda row: row.detail),
)

DECISION_COLUMNS: tuple[Column[Decision], ...] = (
    Column("Number", 16, Kind.TEXT, lambda row: row.number),
    Column("Kind", 24, Kind.TEXT, lambda row: row.kind.value),
    Column("Subject", 52, Kind.TEXT, lambda row: row.subject),
    Column("Decided on", 13, Kind.DAY, lambda row: row.decided_on),
    Column("Decided by", 24, Kind.TEXT, lambda row: row.maker_name),
    Column("Post", 36, Kind.TEXT, lambda row: row.maker_post),
    Column("Signed on", 13, Kind.DAY, lambda row: row.signed_on),
    Column("For publication", 14, Kind.TEXT, lambda row: row.for_publication.value),
    Column("Rests on", 18, Kind.TEXT, lambda row: row.relates_to_number),
    Column("Contracts", 60, Kind.TEXT, lambda row: _effects(row.effects)),
)

PROVIDER_COLUMNS: tuple[Column[Provider], ...] = (
    Column("Provider", 40, Kind.TEXT, lambda row: row.name),
    Column("Also known as", 48, Kind.TEXT, lambda row: "; ".join(alias.name for alias in row.aliases)),
    Column("Company number", 16, Kind.TEXT, lambda row: row.company_number),
    Column("Charity number", 16, Kind.TEXT, lambda row: row.charity_number),
    Column("Contact", 40, Kind.TEXT, lambda row: row.contact),
    Column("Notes", 60, Kind.TEXT, lambda row: row.notes),
)


def _options_left(standing: Standing) -> int:
    used = {each.option_id for each in standing.extensions}
    return sum(each.id not in used for each in standing.contract.options) if standing.next_option else 0


def _notice_length(row: RegisterRow) -> str:
    term = row.contract.notice_term(Side.COUNCIL)
    return show_length(term.length, term.unit) if term else ""


def _serve_by(standing: Standing) -> date | None:
    worked = last_day_to_serve(standing)
    return worked.day if worked else None


def _annual_value(contract: Contract, day: date) -> Pence | None:
    return total_on(contract.annual_values, day) if in_force(contract.annual_values, day) else None


def _funding_of(contract: Contract, day: date) -> Pence | None:
    lines = [line for line in contract.funding if line.year == year_of(day)]
    return funding_table(lines).total if lines else None


def _basis(line: FundingLine | AnnualValue) -> str:
    return "Funding for the year" if isinstance(line, FundingLine) else "Annual value"


def _year(line: FundingLine | AnnualValue) -> str:
    return show_year(line.year) if isinstance(line, FundingLine) else ""


def _from(line: FundingLine | AnnualValue) -> date | None:
    return line.effective_on if isinstance(line, AnnualValue) else None


def _effects(effects: Iterable[Effect]) -> str:
    return "; ".join(f"{effect.kind.value} {effect.contract_reference}" for effect in effects)
