"""A cell read as what its measure needs: every conversion is told, and every doubt is asked."""

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from db.returns.cells import Cells, CellValue
from db.returns.figures import is_not_returned, read_figure, show_value
from db.returns.files.number_formats import hides, scale
from db.returns.tables.marks import SAID, Missing, is_error, missing_mark
from db.returns.tables.numbers import glued_mark, read_number
from db.returns.tables.sheet import is_blank
from db.returns.tables.two_numbers import two_numbers
from db.returns.understanding import doubts
from db.returns.understanding.asking import Asking
from db.returns.understanding.tasks import Task
from db.rules.monitoring import MeasureUnit
from db.rules.refusal import Refusal

_PENNY = Decimal("0.01")
_WRITTEN = 4
"""Decimals that somebody may have written; an amount with more was worked out."""


@dataclass(slots=True)
class Outcome:
    """What came of reading a cell."""

    value: Decimal | str | None = None
    how: str = ""
    is_open: bool = False
    """A question has to be answered first."""
    is_left_out: bool = False


class Waiting(Exception):
    """A cell cannot be read before a question is answered, or is not to be read."""

    def __init__(self, outcome: Outcome) -> None:
        super().__init__()
        self.outcome = outcome


class CellReader:
    """Reads cells, asking what they leave open."""

    def __init__(self, cells: Cells, asking: Asking) -> None:
        self._cells = cells
        self._asking = asking

    def read(self, task: Task) -> Outcome:
        """A cell as a figure or words, as not returned, or as waiting for an answer.

        Raises:
            Refusal: it breaks the unit's rule; the text says how.
        """
        spot = (task.sheet, task.cell)
        value = task.value
        if spot in self._cells.uncalculated:
            raise Refusal("It is a formula that was saved without its result. Open the file in Excel and save it.")
        if value is None or is_blank(value):
            return Outcome(how="The cell is blank: not returned, not 0.")
        if spot in self._cells.errors or (isinstance(value, str) and is_error(value)):
            raise Refusal("It is an error of the spreadsheet.")
        try:
            return self._read(task, value, spot)
        except Waiting as waiting:
            return waiting.outcome

    def _read(self, task: Task, value: CellValue, spot: tuple[str, str]) -> Outcome:
        if task.unit is MeasureUnit.WORDS:
            return _words(value)
        if isinstance(value, str):
            return self._text(task, value, spot)
        if isinstance(value, int | float) and not isinstance(value, bool):
            return self._number(task, value, spot)
        return Outcome(read_figure(value, task.unit))

    def _text(self, task: Task, text: str, spot: tuple[str, str]) -> Outcome:
        mark = missing_mark(text)
        if mark:
            return self._mark(text, mark, spot)
        said, how = text, []
        glued = glued_mark(text)
        if glued and read_number(text) is None:
            said, mark_said = glued
            self._or_wait(doubts.footnote(self._asking, task.sheet, spot[1], mark_said), "aside")
            how.append(f"The footnote mark “{mark_said}” was set aside.")
        number = read_number(said)
        if number is None:
            if wrong := two_numbers(said):
                raise Refusal(wrong)
            return Outcome(read_figure(said, task.unit))
        if number.how:
            how.append(f"In “{said.strip()}”, {number.how}.")
        elif not number.is_percent and not number.is_money:
            how.append("The number is written as text.")
        if number.is_percent:
            return Outcome(read_figure(f"{number.value:f}%", task.unit), " ".join(how))
        value, scaled = self._scaled(task, number.value, spot)
        return Outcome(self._figure(task, value, spot), " ".join([*how, *scaled]))

    def _mark(self, text: str, mark: Missing, spot: tuple[str, str]) -> Outcome:
        if doubts.mark_is_nought(self._asking, text, mark, spot):
            return Outcome(Decimal(0), f"“{text.strip()}” was taken for 0, as chosen.")
        return Outcome(how=f"“{text.strip()}” {SAID[mark]}: not returned, not 0.")

    def _number(self, task: Task, value: int | float, spot: tuple[str, str]) -> Outcome:
        shown = self._cells.formats.get(spot, "")
        how = []
        if shown and hides(shown, float(value)):
            self._or_wait(doubts.hidden_number(self._asking, task.sheet, spot[1]), "store")
            how.append(f"The cell hides its number, {show_value(value)}, and it was chosen to be stored.")
        elif shown:
            how.append(doubts.shown_otherwise(shown, value))
        if spot in self._cells.percent:
            return Outcome(read_figure(value, task.unit, shown_as_percent=True), " ".join(how))
        if not how and isinstance(value, int) and task.unit is MeasureUnit.COUNT and not task.scale_said:
            return Outcome(read_figure(value, task.unit))
        exact = Decimal(value) if isinstance(value, int) else Decimal(f"{value:.15g}")
        scaled, said = self._scaled(task, exact, spot)
        percent = self._percent_said(task, exact)
        paid, rounded = _to_the_penny(scaled) if task.unit is MeasureUnit.POUNDS else (scaled, "")
        return Outcome(
            self._figure(task, paid, spot), " ".join(each for each in [*how, *said, percent, rounded] if each)
        )

    def _scaled(self, task: Task, value: Decimal, spot: tuple[str, str]) -> tuple[Decimal, list[str]]:
        if task.unit is MeasureUnit.PERCENT or scale(self._cells.formats.get(spot, "")) > 1:
            return value, []
        times, said = doubts.scale_of(self._asking, task, spot[1])
        return (value, []) if times == 1 else (value * times, [f"The {said}: multiplied by {times:,}."])

    def _percent_said(self, task: Task, value: Decimal) -> str:
        if task.unit is not MeasureUnit.PERCENT or doubts.percent_choice(self._asking, task) != doubts.OF_ONE:
            return ""
        return f"{value.normalize():f} of one is {(value * 100).normalize():f}%, as the whole column."

    def _figure(self, task: Task, value: Decimal, spot: tuple[str, str]) -> Decimal | str:
        if task.unit is not MeasureUnit.PERCENT:
            return read_figure(f"{value:f}", task.unit)
        if value < 0:
            raise Refusal("It is less than nothing.")
        choice = doubts.percent_choice(self._asking, task)
        if choice is None and 0 < value <= 1:
            raise Waiting(Outcome(is_open=True))
        return read_figure(f"{value * 100 if choice == doubts.OF_ONE else value:f}%", task.unit)

    def _or_wait(self, answered: str | None, wanted: str) -> None:
        if answered is None:
            raise Waiting(Outcome(is_open=True))
        if answered != wanted:
            raise Waiting(Outcome(is_left_out=True))


def _to_the_penny(pounds: Decimal) -> tuple[Decimal, str]:
    """An amount that was worked out, as a twelfth of a year's, to the nearest penny; others as they stand."""
    exponent = pounds.as_tuple().exponent
    if not isinstance(exponent, int) or -exponent <= _WRITTEN:
        return pounds, ""
    return pounds.quantize(_PENNY, ROUND_HALF_UP), f"It was worked out, to {pounds:f}: rounded to the penny."


def _words(value: CellValue) -> Outcome:
    if is_not_returned(value, MeasureUnit.WORDS) or (isinstance(value, str) and missing_mark(value)):
        return Outcome(how=f"“{value}” gives nothing: not returned.")
    return Outcome(read_figure(value, MeasureUnit.WORDS))
