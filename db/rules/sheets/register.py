"""The whole register as sheets, in the order of a workbook."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from db.rules.contract import Contract, Unreadable
from db.rules.dates import EARLIEST
from db.rules.decision import Decision
from db.rules.provider import Provider
from db.rules.sheets.columns import FactSheet, Held
from db.rules.sheets.contract_columns import PART_COLUMNS, contract_columns
from db.rules.sheets.other_columns import (
    DECISION_COLUMNS,
    FUNDING_COLUMNS,
    PROVIDER_COLUMNS,
    STEP_COLUMNS,
    funding_id,
)
from db.rules.sheets.rows import funding_rows, part_rows, register_rows, step_rows

CONTRACTS, PARTS, FUNDING, STEPS = "Register", "Parts", "Parts and funding", "Options and extensions"
DECISIONS, PROVIDERS = "Decisions", "Providers"


def register_sheets(
    contracts: Sequence[Contract | Unreadable],
    day: date,
    decisions: Sequence[Decision] = (),
    providers: Sequence[Provider] = (),
) -> tuple[FactSheet[Any], ...]:
    """Contracts as they stand on a day, their parts, money and steps, with decisions and providers."""
    rows = register_rows(contracts, day)
    nothing_goes = "nothing yet: a row stays in the register"
    return (
        FactSheet(CONTRACTS, "contract", contract_columns(day), rows, lambda row: row.contract.id,
                  ("Reference",), fewer_by="withdraw-contract"),
        FactSheet(FUNDING, "funding", FUNDING_COLUMNS, funding_rows(contracts), funding_id,
                  ("Reference", "Part", "Funding partner", "Financial year", "What it is"), "vary", "vary"),
        FactSheet(STEPS, "extension", STEP_COLUMNS, step_rows(rows), lambda row: row.id,
                  ("Reference", "What", "Number"), "extend, vary or give-notice", "undo"),
        FactSheet(PARTS, "part", PART_COLUMNS, part_rows(contracts), lambda row: row.part.id,
                  ("Reference", "Part"), "vary", nothing_goes),
        FactSheet(DECISIONS, "decision", DECISION_COLUMNS, decisions, lambda row: row.id,
                  ("Number", "Subject"), "record-decision", nothing_goes),
        FactSheet(PROVIDERS, "provider", PROVIDER_COLUMNS, providers, lambda row: row.id,
                  ("Provider",), fewer_by=nothing_goes),
    )  # fmt: skip


def edited_fields() -> Mapping[tuple[str, str], tuple[str, str]]:
    """By sheet and heading, the table and column of every value that is edited in place."""
    return {
        (sheet.name, column.title): (sheet.table, column.field)
        for sheet in register_sheets((), EARLIEST)
        for column in sheet.columns
        if column.held is Held.EDITED
    }
