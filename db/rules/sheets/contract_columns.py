"""The columns of a contract's row and of its parts: its facts, and how it stands on the day."""

from datetime import date

from db.rules.contract import Contract, Side
from db.rules.dates import financial_year, show_length, year_of
from db.rules.funding import funding_table, in_force, total_on
from db.rules.money import Pence
from db.rules.notice import last_day_to_serve
from db.rules.sheets.columns import ID, FactColumn, Held, Kind
from db.rules.sheets.rows import PartRow, RegisterRow
from db.rules.standing import Standing

EDITED, BY_INSTRUMENT, WORKED_OUT = Held.EDITED, Held.BY_INSTRUMENT, Held.WORKED_OUT
_ENDS = "extend, vary or give-notice"
_TERMS = "correct-terms, where it was recorded wrong; vary, where it was agreed anew"


def contract_columns(day: date) -> tuple[FactColumn[RegisterRow], ...]:
    """The columns of the register on a day. The last two say which row of the register each is."""
    return (
        FactColumn("Reference", Kind.TEXT, lambda row: row.contract.reference, EDITED, field="reference",
                   also=("Contract reference", "Ref", "Contract ref", "Contract reference number")),
        FactColumn("Contract", Kind.TEXT, lambda row: row.contract.title, EDITED, field="title",
                   also=("Title", "Contract title", "Contract name", "Title of the agreement")),
        FactColumn("Service", Kind.TEXT, lambda row: row.contract.service, EDITED, field="service"),
        FactColumn("Providers", Kind.TEXT, lambda row: row.contract.provider_names, BY_INSTRUMENT, "vary",
                   also=("Provider", "Supplier", "Supplier name")),
        FactColumn("Status", Kind.TEXT, lambda row: row.problem or row.standing.status.value, WORKED_OUT),
        FactColumn("Start", Kind.DAY, lambda row: row.contract.starts_on, BY_INSTRUMENT, _TERMS,
                   also=("Start date", "Contract start date")),
        FactColumn("Initial end", Kind.DAY, lambda row: row.contract.initial_ends_on, BY_INSTRUMENT, _TERMS),
        FactColumn("Current end", Kind.DAY, lambda row: row.standing.ends_on, BY_INSTRUMENT, _ENDS,
                   also=("End", "End date", "Contract end date")),
        FactColumn("Maximum end", Kind.DAY, lambda row: row.standing.maximum_end, WORKED_OUT),
        FactColumn("Options left", Kind.NUMBER, _options_left, WORKED_OUT),
        FactColumn("Council's notice", Kind.TEXT, _notice_length, BY_INSTRUMENT, _TERMS),
        FactColumn("Last day to serve notice", Kind.DAY, lambda row: _serve_by(row.standing), WORKED_OUT),
        FactColumn("Annual value", Kind.PENCE, lambda row: _annual_value(row.contract, day), BY_INSTRUMENT, "vary"),
        FactColumn(f"Funding {financial_year(day)}", Kind.PENCE, lambda row: _funding_of(row.contract, day),
                   WORKED_OUT),
        FactColumn("Contract manager", Kind.TEXT, lambda row: row.contract.manager, EDITED, field="manager",
                   also=("Manager", "Officer", "Contract owner")),
        FactColumn("Category", Kind.TEXT, lambda row: row.contract.category, EDITED, field="category"),
        FactColumn("Contact", Kind.TEXT, lambda row: row.contract.contact, EDITED, field="contact",
                   also=("Contacts", "Contact details")),
        FactColumn("Notes", Kind.TEXT, lambda row: row.contract.notes, EDITED, field="notes",
                   also=("Note", "Comments", "Comment")),
        FactColumn(ID, Kind.TEXT, lambda row: row.contract.id, WORKED_OUT),
        FactColumn("Contract Desk version", Kind.NUMBER, lambda row: row.contract.version, WORKED_OUT),
    )  # fmt: skip


PART_COLUMNS: tuple[FactColumn[PartRow], ...] = (
    FactColumn("Reference", Kind.TEXT, lambda row: row.contract.reference, WORKED_OUT),
    FactColumn("Contract", Kind.TEXT, lambda row: row.contract.title, WORKED_OUT),
    FactColumn("Part", Kind.TEXT, lambda row: row.part.name, EDITED, field="name", also=("Lot", "Area", "Part name")),
    FactColumn(ID, Kind.TEXT, lambda row: row.part.id, WORKED_OUT),
)


def _options_left(row: RegisterRow) -> int | None:
    if row.problem:
        return None
    used = {each.option_id for each in row.standing.extensions}
    return sum(each.id not in used for each in row.contract.options) if row.standing.next_option else 0


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
