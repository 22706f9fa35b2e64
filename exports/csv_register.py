"""A sheet of the register as comma-separated text, its values as any program reads them."""

from datetime import date
from typing import Any

from db.rules.sheets.columns import FactSheet, Kind
from exports.separated import separated


def render(sheet: FactSheet[Any]) -> bytes:
    """A sheet of facts as CSV: days as 2025-03-31, amounts as 848829.00, a blank where nothing is recorded."""
    kinds = [column.kind for column in sheet.columns]
    rows = [[_said(column.value(row), kind) for column, kind in zip(sheet.columns, kinds, strict=True)]
            for row in sheet.rows]  # fmt: skip
    return separated([[column.title for column in sheet.columns], *rows])


def _said(value: Any, kind: Kind) -> str:
    if value is None:
        return ""
    if kind is Kind.PENCE:
        return plain_pounds(value)
    return value.isoformat() if isinstance(value, date) else str(value)


def plain_pounds(pence: int) -> str:
    """An amount without sign of currency or commas, with two decimals: 125123.00."""
    sign = "-" if pence < 0 else ""
    return f"{sign}{abs(pence) // 100}.{abs(pence) % 100:02d}"
