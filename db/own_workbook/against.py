"""A register's workbook and what became of it: the stamp it goes out with, and what it asks for when it comes back."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from db.errors import NotFound
from db.own_workbook.changes import Incoming
from db.own_workbook.comparing import changes_in
from db.own_workbook.reading import stamp_of
from db.register import Register
from db.returns.cells import Cells
from db.rules.refusal import Refusal
from db.rules.sheets.columns import FactSheet
from db.rules.sheets.register import register_sheets
from db.rules.sheets.stamp import Stamp


def stamp_for(register: Register, day: date) -> Stamp:
    """What a workbook written out now, as contracts stand on a day, is known by when it comes back."""
    newest = register.journal.entries(limit=1)
    return Stamp(newest[0].seq, newest[0].hash, day) if newest else Stamp(0, "", day)


def sheets_of(register: Register, day: date) -> tuple[FactSheet[Any], ...]:
    """Everything a register holds as sheets, as its contracts stand on a day."""
    return register_sheets(register.contracts.all(), day, register.decisions.all(), register.providers.all())


def compare(register: Register, cells: Cells) -> Incoming:
    """What a workbook of this register changes, beside what the register itself changed since it was written out.

    Raises:
        Refusal: it is not a workbook of this register, or its rows cannot be known again.
    """
    stamp = stamp_of(cells)
    _check_is_ours(register, stamp, cells.file_name)
    with register.as_after(stamp.seq) as then:
        written: Sequence[FactSheet[Any]] = sheets_of(then, stamp.day)
        return changes_in(cells, written, sheets_of(register, stamp.day))


def _check_is_ours(register: Register, stamp: Stamp, name: str) -> None:
    try:
        known = not stamp.seq or register.journal.entry(stamp.seq).hash == stamp.hash
    except (NotFound, ValueError):
        known = False
    if not known:
        raise Refusal(
            f"“{name}” was written from another register, or from a copy of this one that went its own way. "
            "Open the register it came from."
        )
