"""Our own blank return among other files: read by its stamp, with nothing to map."""

from db.returns.cells import Cells
from db.returns.layout import REFERENCE_CELL, RETURN_SHEET, STAMP_SHEET
from db.returns.reading import Asked, ReadReturn, read_return
from db.returns.stamps import read_stamp
from db.returns.understanding.meaning import Meaning
from db.returns.understanding.understood import CellReading
from db.rules.decision import ContractId
from db.rules.monitoring import Measure, MeasureUnit, Reading

_COMMENT = " – comment"


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
    is_comment = reading.measure not in by_name and reading.measure.endswith(_COMMENT)
    name = reading.measure.removesuffix(_COMMENT) if is_comment else reading.measure
    measure = by_name.get(name)
    kind = Meaning.COMMENT if is_comment else Meaning.VALUE
    unit = MeasureUnit.WORDS if is_comment else reading.unit
    how = "" if reading.value is not None else "Nothing was filled in: not returned, not 0."
    identity = measure.id if measure else None
    return CellReading(identity, name, unit, kind, read.period.days, reading.value, reading.sheet, reading.cell, how)
