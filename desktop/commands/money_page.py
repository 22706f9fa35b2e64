"""A contract's money on a day as lines of text."""

from collections.abc import Iterable

from db.rules.dates import show_day, show_year
from db.rules.funding import AnnualValue, FundingTable, in_force
from db.rules.money import show_pounds
from desktop.commands.known import Known
from desktop.commands.money_json import current_total, funding_by_year, proposed, proposed_total
from desktop.commands.saying import aligned


def money_lines(of: Known) -> list[str]:
    """The rates a year, current and proposed, then each financial year's funding as a table."""
    lines = _rates(of)
    for year, table in funding_by_year(of.contract.funding):
        numbers = {line.decision_number for line in of.contract.funding if line.year == year} - {""}
        approved = f", approved by {', '.join(sorted(numbers))}" if numbers else ""
        lines += [f"Funding for {show_year(year)}{approved}", *_table(table)]
    return lines


def _rates(of: Known) -> list[str]:
    values = of.contract.annual_values
    current, to_come = current_total(values, of.on), proposed_total(values, of.on)
    lines = []
    if current is not None:
        lines += [f"Annual value {show_pounds(current)}", *_rate_lines(in_force(values, of.on))]
    if to_come is not None:
        lines += [f"Proposed annual value {show_pounds(to_come)}", *_rate_lines(proposed(values, of.on))]
    return lines


def _rate_lines(values: Iterable[AnnualValue]) -> list[str]:
    rows = [
        (
            each.part,
            each.partner,
            show_pounds(each.pence),
            f"from {show_day(each.effective_on)}" if each.effective_on else "",
        )
        for each in values
    ]
    return aligned(rows, right=frozenset({2}), indent="   ")


def _table(table: FundingTable) -> list[str]:
    rows = [
        ("", *table.columns, "Total"),
        *((row.partner, *map(show_pounds, (*row.amounts, row.total))) for row in table.rows),
        ("Total", *map(show_pounds, (*table.totals, table.total))),
    ]
    return aligned(rows, right=frozenset(range(1, len(table.columns) + 2)), indent="   ")
