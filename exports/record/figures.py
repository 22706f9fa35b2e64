"""The tables of a record: who pays what, what is saved, which options were rejected and why."""

from collections.abc import Callable
from itertools import groupby

from db.rules.decision import RecordOfDecision, Saving
from db.rules.funding import FundingRow, FundingTable
from db.rules.money import Pence, show_pounds
from db.rules.record_template import RecordField
from db.rules.rich_text import INSTEAD
from exports import record_templates
from exports.pdf.table_content import Column, Row, RowKind
from exports.pdf.table_content import Content as Figures
from exports.record.contents import Content, Line, Prose

_MOST_PARTS_ACROSS = 4
_NO_REASON = "Not recorded."


def _value(record: RecordOfDecision) -> tuple[Content, ...]:
    value = record.decision.value_pence
    if record.is_public and record.decision.exemption.hides_money:
        return (Line(f"Figures: {INSTEAD}"),)
    return () if value is None or record.funding else (Line(f"Value: {show_pounds(value)}"),)


def _funding(record: RecordOfDecision) -> tuple[Content, ...]:
    table = record.funding
    if table is None:
        return ()
    caption, note = record.funding_caption or "Funding", f": {record.column_note}" if record.column_note else ""
    heading = "Funding partner"
    if min(len(table.columns), len(table.rows)) > _MOST_PARTS_ACROSS:
        return (_one_below_the_other(f"{caption}{note}", table),)
    if len(table.columns) > _MOST_PARTS_ACROSS:
        caption, note, heading, table = f"{caption}{note}", "", "Part", _turned(table)
    columns = [Column(f"{name}{note}", is_amount=True) for name in table.columns]
    totals = Row(("Total", *map(show_pounds, (*table.totals, table.total))), RowKind.TOTAL)
    rows = (*map(_funding_row, table.rows), totals)
    return (Figures(caption, (Column(heading), *columns, Column("Total", is_amount=True)), rows),)


def _one_below_the_other(caption: str, table: FundingTable) -> Figures:
    """Funding of many parts by many partners: each part with its partners and its total, one amount to a line."""
    rows = [row for index, part in enumerate(table.columns) for row in _part_rows(table, index, part)]
    total = Row(("Total", show_pounds(table.total)), RowKind.TOTAL)
    return Figures(caption, (Column("Part and funding partner"), Column("Amount", is_amount=True)), (*rows, total))


def _part_rows(table: FundingTable, index: int, part: str) -> list[Row]:
    lines = [Row((row.partner, show_pounds(row.amounts[index]))) for row in table.rows]
    return [
        Row((part,), RowKind.GROUP),
        *lines,
        Row((f"Total: {part}", show_pounds(table.totals[index])), RowKind.TOTAL),
    ]


def _turned(table: FundingTable) -> FundingTable:
    """The same funding with its parts down and its partners across, for more parts than a page is wide."""
    across = zip(*(row.amounts for row in table.rows), strict=True)
    rows = tuple(map(FundingRow, table.columns, across, table.totals))
    partners = tuple(row.partner for row in table.rows)
    return FundingTable(partners, rows, tuple(row.total for row in table.rows), table.total)


def _funding_row(row: FundingRow) -> Row:
    return Row((row.partner, *map(show_pounds, (*row.amounts, row.total))))


def _savings(record: RecordOfDecision) -> tuple[Content, ...]:
    savings = record.decision.savings
    if not savings:
        return ()
    rows = [row for group, lines in groupby(savings, _group) for row in _saving_rows(group, list(lines))]
    total = Row(("Total savings", _sum(savings)), RowKind.TOTAL)
    return (Figures("Savings", (Column("Saving"), Column("A year", is_amount=True)), (*rows, total)),)


def _saving_rows(group: str, savings: list[Saving]) -> list[Row]:
    rows = [Row((saving.label, show_pounds(saving.pence))) for saving in savings]
    if not group:
        return rows
    total = [Row((f"Total: {group}", _sum(savings)), RowKind.TOTAL)] if len(savings) > 1 else []
    return [Row((group,), RowKind.GROUP), *rows, *total]


def _alternatives(record: RecordOfDecision) -> tuple[Content, ...]:
    text = record.decision.text.alternatives
    if text.strip():
        return (Prose(text),)
    if record.decision.none_considered and not record.decision.alternatives:
        return (Line((record.template or record_templates.load()).none_considered),)
    return ()


def _rejected(record: RecordOfDecision) -> tuple[Content, ...]:
    rejected = record.decision.alternatives
    if not rejected:
        return ()
    rows = tuple(
        Row((each.option, each.why_rejected if each.why_rejected.strip() else _NO_REASON)) for each in rejected
    )
    return (Figures("Options considered", (Column("Option considered"), Column("Why it was rejected")), rows),)


def _group(saving: Saving) -> str:
    return saving.group


def _sum(savings: tuple[Saving, ...] | list[Saving]) -> str:
    return show_pounds(Pence(sum(saving.pence for saving in savings)))


FIGURES: dict[RecordField, Callable[[RecordOfDecision], tuple[Content, ...]]] = {
    RecordField.VALUE: _value,
    RecordField.FUNDING: _funding,
    RecordField.SAVINGS: _savings,
    RecordField.ALTERNATIVES: _alternatives,
    RecordField.REJECTED: _rejected,
}
