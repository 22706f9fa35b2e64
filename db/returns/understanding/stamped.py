"""Our own blank return among other files: read by its stamp, with nothing to map."""

from db.returns.cells import Cells
from db.returns.layout import REFERENCE_CELL, RETURN_SHEET, STAMP_SHEET
from db.returns.reading import Asked, ReadReturn, read_return
from db.returns.stamps import read_stamp
from db.returns.understanding.meaning import Meaning
from db.returns.understanding.understood import CellReading
from db.rules.decision import ContractId
from db.rules.monitoring import Measure, Reading


def is_stamped(cells: Cells) -> bool:
    """Whether a file carries the sheet that our blank returns carry."""
    return STAMP_SHEET in cells.sheets


def read_stamped(cells: Cells) -> ReadReturn:
    """A filled-in blank return, for whichever contract it was made.

    Raises:
        Refusal: its stamp is missing in part, changed, or of another version.
    """
    stamp = read_stamp(cells)
    contract = ContractId(stamp.contract_id)
    reference = cells.text_at(RETURN_SHEET, REFERENCE_CELL)
    return read_return(cells, {contract: Asked(contract, reference, stamp.measures)})


def cell_readings(read: ReadReturn, measures: tuple[Measure, ...]) -> tuple[CellReading, ...]:
    """The readings of a blank return as readings of cells."""
    by_name = {each.name: each for each in measures}
    return tuple(_cell_reading(each, by_name, read) for each in read.readings)


def _cell_reading(reading: Reading, by_name: dict[str, Measure], read: ReadReturn) -> CellReading:
    measure = by_name.get(reading.measure)
    return CellReading(
        measure.id if measure else None,
        reading.measure,
        reading.unit,
        Meaning(reading.kind),
        read.period.days,
        reading.value,
        reading.sheet,
        reading.cell,
        reading.how,
    )
