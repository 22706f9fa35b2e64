"""A provider's return, read from the cells of our blank return with no mapping."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from db.returns.cells import Cells, CellValue, address
from db.returns.figures import is_not_returned, read_figure
from db.returns.layout import (
    COMMENT_COLUMN,
    FIGURE_COLUMN,
    HEADER_ROW,
    HEADINGS,
    MEASURE_COLUMN,
    QUARTER_CELL,
    REFERENCE_CELL,
    RETURN_SHEET,
    STANDARD_MEASURES,
    UNIT_COLUMN,
    measure_rows,
    plain,
    unit_words,
)
from db.returns.problems import (
    Problem,
    breaks_rule,
    label_changed,
    not_filled_in,
    not_returned,
    outside_the_boxes,
    remark,
    uncalculated,
)
from db.returns.stamps import period_of, read_stamp
from db.rules.decision import ContractId
from db.rules.monitoring import Measure, MeasureUnit, Reading, ReturnPeriod
from db.rules.refusal import Refusal

__all__ = ["Asked", "Problem", "ReadReturn", "read_file", "read_return"]

NOT_FILLED_IN = "Nothing was filled in: not returned, not 0."


@dataclass(frozen=True, slots=True)
class Asked:
    """What the register asks of a contract's provider. No measures: the standard ones."""

    contract_id: ContractId
    contract_reference: str
    measures: tuple[Measure, ...] = ()


@dataclass(frozen=True, slots=True)
class ReadReturn:
    """A return as read from a workbook, not yet in the register."""

    contract_id: ContractId
    contract_reference: str
    period: ReturnPeriod
    readings: tuple[Reading, ...]
    problems: tuple[Problem, ...]
    """Figures left out because they break a rule, and labels that do not say what they should."""
    remarks: tuple[Problem, ...]
    """What was understood and is worth knowing: blanks, N/A, words outside the boxes."""
    file_name: str
    file_sha256: str


def read_file(path: Path, asked: Mapping[ContractId, Asked], expected: ContractId | None = None) -> ReadReturn:
    """Read a return from its file. Plain values in and out, so that a worker process can do it.

    Raises:
        Refusal: it is not a workbook, not our blank return, or not for a contract that is asked of; see read_return.
    """
    from db.returns.workbook import read

    return read_return(read(path), asked, expected)


def read_return(cells: Cells, asked: Mapping[ContractId, Asked], expected: ContractId | None = None) -> ReadReturn:
    """Read a return from cells: every figure with its cell, every problem with its cell.

    Raises:
        Refusal: no stamp or a changed one, a contract not in the register, or not the expected contract.
    """
    stamp = read_stamp(cells)
    contract = _contract(cells, ContractId(stamp.contract_id), asked, expected)
    period = period_of(stamp, cells.file_name)
    found = _Findings(cells)
    _check_labels(found, contract, period)
    for row, measure in measure_rows(stamp.measures):
        _read_row(found, row, measure)
    _check_filled_in(found)
    found.remarks += _other_remarks(cells, stamp.measures, contract)
    return ReadReturn(
        contract.contract_id,
        contract.contract_reference,
        period,
        tuple(found.readings),
        tuple(found.problems),
        tuple(found.remarks),
        cells.file_name,
        cells.file_sha256,
    )


class _Findings:
    """What has been found so far in the cells of one return."""

    def __init__(self, cells: Cells) -> None:
        self.cells = cells
        self.readings: list[Reading] = []
        self.problems: list[Problem] = []
        self.remarks: list[Problem] = []

    def read(self, measure: Measure, cell: str) -> None:
        """Take in a figure cell: as a figure, as not returned, or as a problem."""
        value = self.cells.at(RETURN_SHEET, cell)
        if (RETURN_SHEET, cell) in self.cells.uncalculated:
            self.problems.append(uncalculated(measure, cell))
        elif value is None or is_not_returned(value, measure.unit):
            self.remarks.append(not_returned(measure, cell, value))
            self.keep(measure.name, measure.unit, None, cell)
        else:
            self._read_figure(measure, cell, value)

    def _read_figure(self, measure: Measure, cell: str, value: CellValue) -> None:
        percent = (RETURN_SHEET, cell) in self.cells.percent
        try:
            figure = read_figure(value, measure.unit, shown_as_percent=percent)
        except Refusal as wrong:
            self.problems.append(breaks_rule(measure, cell, value, str(wrong)))
        else:
            self.keep(measure.name, measure.unit, figure, cell)

    def keep(self, name: str, unit: MeasureUnit, value: Decimal | str | None, cell: str, kind: str = "value") -> None:
        """Add a reading from a cell of the return sheet."""
        how = NOT_FILLED_IN if value is None else ""
        self.readings.append(Reading(name, unit, value, RETURN_SHEET, cell, kind=kind, how=how))


def _contract(
    cells: Cells, contract_id: ContractId, asked: Mapping[ContractId, Asked], expected: ContractId | None
) -> Asked:
    contract = asked.get(contract_id)
    written = cells.text_at(RETURN_SHEET, REFERENCE_CELL) or "without a reference"
    if contract is None:
        raise Refusal(
            f"“{cells.file_name}” was made for contract {written}, which is not in this register. "
            "Open the register it was made from."
        )
    if expected is not None and expected != contract_id:
        raise Refusal(
            f"“{cells.file_name}” is the return of contract {contract.contract_reference}, not of this contract. "
            "Read it from that contract's page or from Returns."
        )
    return contract


def _check_labels(found: _Findings, contract: Asked, period: ReturnPeriod) -> None:
    _expect(found, REFERENCE_CELL, contract.contract_reference)
    _expect(found, QUARTER_CELL, period.label, starts=True)
    for column, heading in zip("ABCD", HEADINGS, strict=True):
        _expect(found, f"{column}{HEADER_ROW}", heading)


def _expect(found: _Findings, cell: str, label: str, *, starts: bool = False) -> bool:
    """Whether a locked cell still says what it was sent with; if not, a problem is noted."""
    said, wanted = plain(found.cells.text_at(RETURN_SHEET, cell)), plain(label)
    if said == wanted or (starts and said.startswith(wanted)):
        return True
    found.problems.append(label_changed(cell, said, wanted))
    return False


def _read_row(found: _Findings, row: int, measure: Measure) -> None:
    name_stands = _expect(found, f"{MEASURE_COLUMN}{row}", measure.name)
    unit_stands = _expect(found, f"{UNIT_COLUMN}{row}", unit_words(measure.unit))
    if not (name_stands and unit_stands):
        return
    found.read(measure, f"{FIGURE_COLUMN}{row}")
    comment = found.cells.text_at(RETURN_SHEET, f"{COMMENT_COLUMN}{row}")
    if not is_not_returned(comment, MeasureUnit.WORDS):
        found.keep(measure.name, MeasureUnit.WORDS, comment, f"{COMMENT_COLUMN}{row}", "comment")


def _check_filled_in(found: _Findings) -> None:
    if found.problems or any(reading.value is not None for reading in found.readings):
        return
    found.problems.append(not_filled_in(f"{FIGURE_COLUMN}{HEADER_ROW + 1}"))


def _other_remarks(cells: Cells, measures: tuple[Measure, ...], contract: Asked) -> Iterator[Problem]:
    yield from (remark(note) for note in cells.notes)
    if changed := _measures_since(measures, contract.measures or STANDARD_MEASURES):
        yield remark(changed)
    last = HEADER_ROW + len(measures)
    outside = [address(*place) for place in sorted(cells.sheets[RETURN_SHEET]) if place[0] > last or place[1] > 4]
    if outside:
        yield outside_the_boxes(outside)


def _measures_since(then: Iterable[Measure], now: Iterable[Measure]) -> str:
    before, after = {each.id: each for each in then}, {each.id: each for each in now}
    added = [each.name for key, each in after.items() if key not in before]
    dropped = [each.name for key, each in before.items() if key not in after]
    said = [f"no longer asked: {', '.join(dropped)}"] * bool(dropped) + [f"not in it: {', '.join(added)}"] * bool(added)
    return f"The measures changed after this return was made; {'; '.join(said)}." if said else ""
