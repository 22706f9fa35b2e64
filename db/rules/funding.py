"""Who pays how much, for which part, in which financial year, to the penny."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import NewType

from db.rules.money import Pence, show_pounds
from db.rules.refusal import Refusal

PartnerId = NewType("PartnerId", str)
PartId = NewType("PartId", str)


@dataclass(frozen=True, slots=True)
class FundingPartner:
    """A body that pays for a contract: the council, the NHS Integrated Care Board."""

    id: PartnerId
    version: int
    name: str


@dataclass(frozen=True, slots=True)
class FundingLine:
    """What one partner pays for one part in one financial year, in pence."""

    part_id: PartId
    part: str
    partner_id: PartnerId
    partner: str
    year: int
    """The calendar year in which the financial year starts: 2024 is 2024-25."""
    pence: Pence
    decision_number: str = ""
    """The decision that approved it; empty when not recorded."""


@dataclass(frozen=True, slots=True)
class AnnualValue:
    """What one partner pays for one part a year at a full year's rate, in pence, from a day on."""

    part_id: PartId
    part: str
    partner_id: PartnerId
    partner: str
    effective_on: date | None
    """The first day of this rate; None means since the start, or not recorded."""
    pence: Pence
    decision_number: str = ""


@dataclass(frozen=True, slots=True)
class FundingRow:
    """One partner's row of a funding table."""

    partner: str
    amounts: tuple[Pence, ...]
    total: Pence


@dataclass(frozen=True, slots=True)
class FundingTable:
    """Partners down, parts across, with the totals of both; every total is a sum of what is shown."""

    columns: tuple[str, ...]
    rows: tuple[FundingRow, ...]
    totals: tuple[Pence, ...]
    total: Pence


def funding_table(lines: Iterable[FundingLine]) -> FundingTable:
    """Set out funding as a table, parts and partners in the order they are first met; amounts in pence."""
    amounts: dict[str, dict[str, int]] = {}
    columns: dict[str, None] = {}
    for line in lines:
        columns.setdefault(line.part)
        row = amounts.setdefault(line.partner, {})
        row[line.part] = row.get(line.part, 0) + line.pence
    rows = tuple(_row(partner, row, columns) for partner, row in amounts.items())
    totals = tuple(Pence(sum(row.amounts[index] for row in rows)) for index in range(len(columns)))
    return FundingTable(tuple(columns), rows, totals, Pence(sum(totals)))


def check_totals(table: FundingTable, stated: Mapping[str, Pence]) -> None:
    """Hold a table against totals stated elsewhere, by partner, by part, or "Total" for the whole.

    Raises:
        Refusal: a stated total differs, with the difference in pounds, or names nothing in the table.
    """
    sums = {
        **dict(zip(table.columns, table.totals, strict=True)),
        **{row.partner: row.total for row in table.rows},
        "Total": table.total,
    }
    for name, pence in stated.items():
        if name not in sums:
            raise Refusal(f"The funding table has no row or column called “{name}”. It has: {', '.join(sums)}.")
        if sums[name] != pence:
            difference = show_pounds(Pence(abs(sums[name] - pence)))
            raise Refusal(
                f"The funding table does not add up: the amounts for {name} come to {show_pounds(sums[name])}, "
                f"but {show_pounds(pence)} is stated, a difference of {difference}. Correct an amount or the total."
            )


def total_on(values: Iterable[AnnualValue], day: date) -> Pence:
    """The annual value in force on a day, in pence: for each part and partner the latest rate begun by then."""
    return Pence(sum(value.pence for value in in_force(values, day)))


def in_force(values: Iterable[AnnualValue], day: date) -> tuple[AnnualValue, ...]:
    """The rates in force on a day, one for each part and partner."""
    latest: dict[tuple[PartId, PartnerId], AnnualValue] = {}
    begun = [value for value in values if value.effective_on is None or value.effective_on <= day]
    for value in sorted(begun, key=lambda value: value.effective_on or date.min):
        latest[value.part_id, value.partner_id] = value
    return tuple(latest.values())


def _row(partner: str, amounts: Mapping[str, int], columns: Iterable[str]) -> FundingRow:
    across = tuple(Pence(amounts.get(column, 0)) for column in columns)
    return FundingRow(partner, across, Pence(sum(across)))
