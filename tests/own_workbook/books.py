"""Workbooks of a register, and ways to edit them."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from io import BytesIO
from typing import Any

from openpyxl import load_workbook

from db.changes import Author
from db.own_workbook.against import stamp_for
from db.register import Register
from db.returns.cells import Cells
from db.returns.workbook import read_content
from exports.register_workbook import render

AT = datetime(2025, 10, 3, 9, 0, tzinfo=UTC)
DAY = date(2025, 10, 3)
BY = Author("An officer", "Commissioner", AT)


def written(register: Register) -> bytes:
    """The register as a workbook that can come back."""
    contracts, decisions, providers = register.contracts.all(), register.decisions.all(), register.providers.all()
    return render(contracts, DAY, BY.name, AT, "All contracts", decisions, providers, stamp_for(register, DAY))


def read(content: bytes) -> Cells:
    """A workbook as the register reads it."""
    return read_content(content, "register.xlsx")


def edited(content: bytes, edit: Callable[[Any], None]) -> Cells:
    """A workbook after an edit by hand, saved and read."""
    workbook = load_workbook(BytesIO(content))
    edit(workbook)
    saved = BytesIO()
    workbook.save(saved)
    return read(saved.getvalue())
