"""A contract's money on a day: the rates a year, current and proposed, and what is paid in each financial year."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from db.rules.dates import show_year
from db.rules.funding import AnnualValue, FundingLine, FundingTable, funding_table, in_force, total_on
from db.rules.money import Pence
from desktop.commands.known import Known
from desktop.commands.things_json import iso

Values = dict[str, Any]


def money_values(of: Known) -> Values:
    """Amounts in whole pence."""
    return {
        "annual_value_pence": current_total(of.contract.annual_values, of.on),
        "proposed_annual_value_pence": proposed_total(of.contract.annual_values, of.on),
        "annual_values": [_rate(each, "current") for each in in_force(of.contract.annual_values, of.on)]
        + [_rate(each, "proposed") for each in proposed(of.contract.annual_values, of.on)],
        "funding": [_line(each) for each in of.contract.funding],
        "funding_years": [_year(year, table) for year, table in funding_by_year(of.contract.funding)],
    }


def current_total(values: Iterable[AnnualValue], on: date) -> Pence | None:
    """The annual value in force on a day; None when none is recorded."""
    rates = tuple(values)
    return total_on(rates, on) if in_force(rates, on) else None


def proposed_total(values: Iterable[AnnualValue], on: date) -> Pence | None:
    """The annual value once every later rate has begun; None when none is to come."""
    rates = tuple(values)
    later = [each.effective_on for each in proposed(rates, on) if each.effective_on]
    return total_on(rates, max(later)) if later else None


def funding_by_year(lines: Iterable[FundingLine]) -> list[tuple[int, FundingTable]]:
    """Each financial year's funding as a table, the earliest first."""
    every = tuple(lines)
    years = sorted({each.year for each in every})
    return [(year, funding_table(each for each in every if each.year == year)) for year in years]


def proposed(values: Iterable[AnnualValue], on: date) -> tuple[AnnualValue, ...]:
    """The rates that are to begin after a day."""
    return tuple(each for each in values if each.effective_on is not None and each.effective_on > on)


def _rate(value: AnnualValue, state: str) -> Values:
    return {
        "state": state,
        "part": value.part,
        "partner": value.partner,
        "effective_on": iso(value.effective_on),
        "value_pence": value.pence,
    }


def _line(line: FundingLine) -> Values:
    return {
        "part": line.part,
        "partner": line.partner,
        "year": show_year(line.year),
        "amount_pence": line.pence,
        "decision": line.decision_number or None,
    }


def _year(year: int, table: FundingTable) -> Values:
    return {
        "year": show_year(year),
        "total_pence": table.total,
        "parts": [
            {"part": part, "total_pence": total} for part, total in zip(table.columns, table.totals, strict=True)
        ],
        "partners": [{"partner": row.partner, "total_pence": row.total} for row in table.rows],
    }
