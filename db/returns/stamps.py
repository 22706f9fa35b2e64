"""For which contract and quarter a returned workbook was made, by the stamp on its hidden sheet."""

from collections.abc import Iterator
from datetime import date

from db.returns.cells import Cells
from db.returns.layout import (
    LAYOUT_VERSION,
    RETURN_SHEET,
    STAMP_FIRST_ROW,
    STAMP_LABELS,
    STAMP_MEASURES_ROW,
    STAMP_SHEET,
    Stamp,
    fingerprint,
)
from db.rules.monitoring import Measure, MeasureId, MeasureUnit, ReturnPeriod, quarter_of
from db.rules.refusal import Refusal

_AFRESH = "Make a new blank return for the contract, copy the provider's figures into it, and read that."
_UNITS = {unit.value: unit for unit in MeasureUnit}


def read_stamp(cells: Cells) -> Stamp:
    """The stamp of a workbook we made.

    Raises:
        Refusal: there is no stamp, or it was made by another layout, or was changed, or the return sheet is gone.
    """
    if STAMP_SHEET not in cells.sheets:
        raise Refusal(
            f"“{cells.file_name}” is not one of our blank returns, or was copied into another workbook: it does not "
            f"say which contract and quarter it is for. {_AFRESH}"
        )
    rows = range(STAMP_FIRST_ROW, STAMP_FIRST_ROW + len(STAMP_LABELS))
    layout, contract_id, quarter, digest = (cells.text_at(STAMP_SHEET, f"B{row}") for row in rows)
    stamp = Stamp(layout, contract_id, quarter, digest, tuple(_measures(cells)))
    _check(stamp, cells)
    return stamp


def period_of(stamp: Stamp, file_name: str) -> ReturnPeriod:
    """The quarter a stamp names.

    Raises:
        Refusal: what it names is not the first day of a quarter.
    """
    try:
        begins = date.fromisoformat(stamp.quarter_begins)
    except ValueError:
        raise _changed(file_name) from None
    period = quarter_of(begins)
    if period.days.starts_on != begins:
        raise _changed(file_name)
    return period


def _measures(cells: Cells) -> Iterator[Measure]:
    row = STAMP_MEASURES_ROW
    while identity := cells.text_at(STAMP_SHEET, f"A{row}"):
        unit = _UNITS.get(cells.text_at(STAMP_SHEET, f"C{row}"))
        if unit is None:
            raise _changed(cells.file_name)
        yield Measure(MeasureId(identity), cells.text_at(STAMP_SHEET, f"B{row}"), unit)
        row += 1


def _check(stamp: Stamp, cells: Cells) -> None:
    if stamp.layout != LAYOUT_VERSION:
        raise Refusal(
            f"“{cells.file_name}” was made by another version of this program (layout “{stamp.layout}”). {_AFRESH}"
        )
    if not stamp.measures or stamp.fingerprint != fingerprint(stamp.measures):
        raise _changed(cells.file_name)
    if RETURN_SHEET not in cells.sheets:
        raise Refusal(f"“{cells.file_name}” has no sheet “{RETURN_SHEET}”: it was removed or renamed. {_AFRESH}")


def _changed(file_name: str) -> Refusal:
    return Refusal(
        f"The hidden sheet of “{file_name}” that says what the return is for was changed, so it cannot be trusted. "
        f"{_AFRESH}"
    )
