"""One sheet of an Open XML workbook, read in a single pass: its cells and what is merged and hidden."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from math import isfinite
from typing import IO

from db.returns.cells import CellValue, Merged, address, place
from db.returns.files.gathering import MOST_MERGED, Gathering, Sheet
from db.returns.files.number_formats import Shows, hides, scale
from db.returns.files.open_xml_styles import Look
from db.returns.files.open_xml_texts import plain_text
from db.returns.files.serial_days import day_of, duration_of, written_day
from db.returns.files.xml_scan import scan

_DIGITS = "0123456789"
_FALSE = {"0": False, "1": True, "false": False, "true": True}


@dataclass(frozen=True, slots=True)
class Shared:
    """What the sheets of one workbook have in common."""

    texts: list[str]
    looks: dict[str, Look]
    epoch: datetime


class _Columns(dict[str, int]):
    """The number of a column by its letters."""

    def __missing__(self, letters: str) -> int:
        self[letters] = place(f"{letters.upper()}1")[1]
        return self[letters]


class SheetReader:
    """Reads one sheet into a gathering under a title."""

    def __init__(self, gathering: Gathering, title: str, shared: Shared) -> None:
        self._gathering, self._title, self._shared = gathering, title, shared
        self._found: Sheet = gathering.sheet(title)
        self._most_rows, self._most_columns = gathering.limits.rows, gathering.limits.columns
        self._room = gathering.room
        self._most_merged = MOST_MERGED - sum(map(len, gathering.merged.values()))
        self._columns = _Columns()
        self._row = self._column = 0
        self._row_text = ""
        self._kind = "n"
        self._style = ""
        self._heard: list[str] = []
        self._is_listening = self._is_aside = self._has_formula = self._has_value = False
        self._merged: list[Merged] = []
        self._hidden_rows: set[int] = set()
        self._hidden_columns: set[int] = set()
        self._values: dict[str, Callable[[str], CellValue]] = {
            "n": self._number,
            "s": lambda text: self._shared.texts[int(text)],
            "b": lambda text: _FALSE.get(text.strip(), text),
            "e": self._error,
            "d": written_day,
            "str": plain_text,
            "inlineStr": plain_text,
        }

    def read(self, source: IO[bytes], passed: Callable[[int], None]) -> None:
        """Read the sheet's part from front to back."""
        begins = {
            "c": self._begin_cell,
            "v": self._begin_value,
            "is": self._begin_text,
            "t": self._listen,
            "f": self._formula,
            "row": self._begin_row,
            "rPh": self._aside,
            "col": self._hide_columns,
            "mergeCell": self._merge,
        }
        ends = {"c": self._end_cell, "v": self._stop, "t": self._stop, "rPh": self._back}
        scan(source, begins, ends, self._hear, passed)
        self._keep()

    def _keep(self) -> None:
        kept = self._gathering
        if self._merged:
            kept.merged[self._title] = tuple(self._merged)
        if self._hidden_rows:
            kept.hidden_rows[self._title] = frozenset(self._hidden_rows)
        if self._hidden_columns:
            kept.hidden_columns[self._title] = frozenset(self._hidden_columns)

    def _begin_row(self, attributes: dict[str, str]) -> None:
        written = attributes.get("r", "")
        self._row = _row_number(written) if written else self._row + 1
        self._row_text, self._column = str(self._row), 0
        if attributes.get("hidden") in ("1", "true") and self._row <= self._most_rows:
            self._hidden_rows.add(self._row)

    def _begin_cell(self, attributes: dict[str, str]) -> None:
        self._kind, self._style = attributes.get("t", "n"), attributes.get("s", "")
        self._heard.clear()
        self._has_formula = self._has_value = self._is_listening = False
        written = attributes.get("r", "")
        letters = written.rstrip(_DIGITS)
        if not letters:
            self._column += 1
            return
        self._column = self._columns[letters]
        if written[len(letters) :] != self._row_text:
            self._row = _row_number(written[len(letters) :])
            self._row_text = str(self._row)

    def _begin_value(self, _: dict[str, str]) -> None:
        self._is_listening = self._has_value = True

    def _begin_text(self, _: dict[str, str]) -> None:
        """The text of the cell itself, which stands for a value beside it."""
        if self._kind == "inlineStr":
            self._heard.clear()

    def _listen(self, _: dict[str, str]) -> None:
        self._is_listening = not self._is_aside

    def _stop(self) -> None:
        self._is_listening = False

    def _aside(self, _: dict[str, str]) -> None:
        self._is_aside = True

    def _back(self) -> None:
        self._is_aside = False

    def _formula(self, _: dict[str, str]) -> None:
        self._has_formula = True

    def _hear(self, text: str) -> None:
        if self._is_listening:
            self._heard.append(text)

    def _end_cell(self) -> None:
        text = "".join(self._heard)
        if text:
            if self._is_within():
                self._take(text)
        elif self._has_formula and not (self._has_value and self._kind == "str") and self._is_within():
            self._gathering.uncalculated.add((self._title, self._address()))

    def _take(self, text: str) -> None:
        read = self._values.get(self._kind)
        value = read(text) if read else text
        if value != "":
            self._found[self._row, self._column] = value

    def _is_within(self) -> bool:
        if self._row > self._most_rows:
            self._gathering.is_long(self._title)
        elif self._column > self._most_columns:
            self._gathering.is_wide(self._title)
        elif len(self._found) >= self._room:
            self._gathering.is_full(self._title)
        else:
            return True
        return False

    def _address(self) -> str:
        return address(self._row, self._column)

    def _number(self, text: str) -> CellValue:
        number = number_of(text)
        look = self._shared.looks.get(self._style)
        return number if look is None or isinstance(number, str) else self._shown(number, look)

    def _shown(self, number: int | float, look: Look) -> CellValue:
        if look.shows is Shows.DAY:
            return day_of(number, self._shared.epoch)
        if look.shows is Shows.DURATION:
            return duration_of(number)
        if look.shows is Shows.PERCENT:
            self._gathering.percent.add((self._title, self._address()))
        if look.code and (scale(look.code) > 1 or hides(look.code, number)):
            self._gathering.formats[self._title, self._address()] = look.code
        return number

    def _error(self, text: str) -> CellValue:
        self._gathering.errors.add((self._title, self._address()))
        return text

    def _hide_columns(self, attributes: dict[str, str]) -> None:
        if attributes.get("hidden") in ("1", "true"):
            first, last = int(attributes.get("min", "1")), int(attributes.get("max", "1"))
            self._hidden_columns.update(range(first, min(last, self._most_columns) + 1))

    def _merge(self, attributes: dict[str, str]) -> None:
        if len(self._merged) >= self._most_merged:
            self._gathering.is_merged_often()
            return
        first, _, last = attributes.get("ref", "").replace("$", "").partition(":")
        if last and (block := self._block(first, last)):
            self._merged.append(block)

    def _block(self, first: str, last: str) -> Merged | None:
        """Whole rows and columns, as in 2:4 or B:D, as far as is read."""
        if first.isdecimal() and last.isdecimal():
            first, last = f"A{first}", f"{address(1, self._most_columns)[:-1]}{last}"
        elif first.isalpha() and last.isalpha():
            first, last = f"{first}1", f"{last}{self._most_rows}"
        try:
            return Merged(*place(first), *place(last))
        except ValueError:
            self._gathering.note(f"A block merged on the sheet “{self._title}” has no proper address and was left.")
            return None


def _row_number(written: str) -> int:
    number = int(float(written))
    if number < 1:
        raise ValueError(f"there is no row {number}")
    return number


def number_of(text: str) -> int | float | str:
    """A number as written in a workbook's XML; the text itself when it is none."""
    if text.isdecimal():
        return int(text)
    try:
        number = float(text)
    except ValueError:
        return text
    return number if isfinite(number) and "_" not in text else text
