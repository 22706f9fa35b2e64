"""What is wrong or worth knowing in a return, each with its cell and as a sentence."""

from collections.abc import Sequence
from dataclasses import dataclass

from db.returns.cells import CellValue
from db.returns.figures import RULES, show_value
from db.returns.layout import RETURN_SHEET
from db.rules.monitoring import Measure

_LABELS_STAY = "Labels stay as they were sent."
_CALCULATED = "A formula is read by the result it was saved with."
_FILLED_IN = "A return has at least one figure."


@dataclass(frozen=True, slots=True)
class Problem:
    """One cell to look at: where it is, what it holds, the rule it breaks, and all of that as a sentence."""

    sheet: str
    cell: str
    value: str
    rule: str
    sentence: str


def label_changed(cell: str, said: str, wanted: str) -> Problem:
    """A locked cell no longer says what it was sent with."""
    sentence = (
        f"{_where(cell)} says “{said}” where “{wanted}” was expected. {_LABELS_STAY} Check what the figures are for."
    )
    return Problem(RETURN_SHEET, cell, said, _LABELS_STAY, sentence)


def not_filled_in(cell: str) -> Problem:
    """The return has no figure from its first figure cell down."""
    sentence = f"Sheet “{RETURN_SHEET}” has no figure at all, from cell {cell} down: the return was not filled in."
    return Problem(RETURN_SHEET, cell, "", _FILLED_IN, sentence)


def outside_the_boxes(cells: Sequence[str]) -> Problem:
    """The return sheet holds something that nobody asked for."""
    some = ", ".join(cells[:6]) + (f" and {len(cells) - 6} more" if len(cells) > 6 else "")
    sentence = f"Sheet “{RETURN_SHEET}” also holds something outside the boxes, at {some}. It was not taken in."
    return Problem(RETURN_SHEET, cells[0], "", "", sentence)


def breaks_rule(measure: Measure, cell: str, value: CellValue, wrong: str) -> Problem:
    """A figure cell holds what its unit does not allow."""
    shown, rule = show_value(value), RULES[measure.unit]
    sentence = f"{_where(cell)}, {measure.name}, holds “{shown}”. {wrong} {rule} The figure was left out."
    return Problem(RETURN_SHEET, cell, shown, rule, sentence)


def uncalculated(measure: Measure, cell: str) -> Problem:
    """A figure cell holds a formula without its result."""
    sentence = (
        f"{_where(cell)}, {measure.name}, holds a formula that was not calculated. Open the workbook in Excel, "
        "save it, and read it again. The figure was left out."
    )
    return Problem(RETURN_SHEET, cell, "a formula", _CALCULATED, sentence)


def not_returned(measure: Measure, cell: str, value: CellValue | None) -> Problem:
    """A figure cell is blank or says that there is nothing to give."""
    said = "" if value is None else show_value(value)
    holds = f"holds “{said}”" if said else "is blank"
    sentence = f"{_where(cell)}, {measure.name}, {holds}: recorded as not returned, not as 0."
    return Problem(RETURN_SHEET, cell, said, RULES[measure.unit], sentence)


def remark(sentence: str) -> Problem:
    """Something about the whole file."""
    return Problem("", "", "", "", sentence)


def _where(cell: str) -> str:
    return f"Sheet “{RETURN_SHEET}”, cell {cell}"
