"""The changes between two days as a workbook, made in the worker. No Qt here."""

from collections.abc import Sequence
from datetime import date

from exports.differences_workbook import ChangeRow


def changes_as_workbook(rows: Sequence[ChangeRow], first: date, last: date) -> bytes:
    """The changes as an .xlsx file."""
    from exports.differences_workbook import render

    return render(rows, first, last)
