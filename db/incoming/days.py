"""The days of one column, read in the one order that was decided for it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from db.incoming.values import NOTHING, Said, is_missing
from db.returns.cells import CellValue
from db.returns.tables.days import DateOrder, OrderEvidence, order_of, read_day

_TODO = "Enter one day, such as 31 March 2026."
_FAR = 40
_RUN_TOGETHER = re.compile(r"((?:19|20|21)\d\d)(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?:\.0)?")
_STANDS_FOR_NONE = frozenset({date(9999, 12, 31), date(2999, 12, 31), date(1900, 1, 1), date(1899, 12, 31)})
_NONE = Said(None, "It stands for a day that is not known.", "Enter the day where it is known.", passes=True)


@dataclass(slots=True)
class ColumnDays:
    """Reads the days of a column."""

    order: DateOrder | None
    evidence: OrderEvidence
    today: date
    swapped: bool | None = None
    """Whether real dates have day and month changed over; None while nobody has said, though it looks so."""
    _read: dict[str, Said] = field(default_factory=dict)

    @property
    def must_ask(self) -> bool:
        """Whether a person has to say which comes first."""
        return self.order is None and (self.evidence.either > 0 or self.evidence.month_first > 0)

    @property
    def must_ask_swapped(self) -> bool:
        """Whether a person has to say if a spreadsheet has changed day and month over."""
        return self.evidence.swapped and self.swapped is None

    def read(self, value: CellValue) -> Said:
        """A cell as a day, nothing, or why it is none."""
        if isinstance(value, date):
            return self._real(value)
        if not isinstance(value, str):
            return self._said(value)
        if value not in self._read:
            self._read[value] = NOTHING if is_missing(value) else self._said(value)
        return self._read[value]

    def _real(self, value: date) -> Said:
        if self.evidence.swapped and isinstance(value, date):
            if self.swapped is None:
                return Said(None, "Its day and month may be changed over.", "Say whether they are, for the column.")
            if self.swapped:
                value = value.replace(month=value.day, day=value.month)
        return self._said(value)

    def _said(self, value: CellValue) -> Said:
        read = read_day(_apart(value), self.order)
        if (read.day or _far(value)) in _STANDS_FOR_NONE:
            return _NONE
        if read.day is None:
            return Said(None, read.trouble, _TODO) if read.trouble else NOTHING
        if "was read as 20" in read.how and read.day.year > self.today.year + _FAR:
            short = read.day.year % 100
            return Said(None, f"Its year, {short}, may be 19{short} or 20{short}.", "Enter the year with four figures.")
        return Said(read.day)


def column_days(values: Sequence[CellValue], today: date, chosen: DateOrder | None, swapped: bool | None) -> ColumnDays:
    """What decides the reading of a column's days: what was chosen, else what its own dates show."""
    evidence = order_of([_plain(value) for value in values])
    return ColumnDays(chosen or evidence.order, evidence, today, swapped)


def settle(columns: Sequence[ColumnDays]) -> None:
    """Columns whose own dates show no order take the one that every other column of their sheet shows."""
    shown = {each.evidence.order for each in columns if each.evidence.order}
    for each in columns:
        if each.order is None and len(shown) == 1 and not (each.evidence.day_first or each.evidence.month_first):
            (each.order,) = shown


def are_run_together(values: Sequence[CellValue]) -> bool:
    """Whether most values are days written as eight figures, the year first: 20260401."""
    return sum(_apart(value) is not value for value in values) * 2 > len(values)


def _apart(value: CellValue) -> CellValue:
    """A day written as eight figures with its year, month and day apart; anything else as it is."""
    if isinstance(value, bool | date):
        return value
    match = _RUN_TOGETHER.fullmatch(str(value).strip())
    return "-".join(match.groups()) if match else value


def _far(value: CellValue) -> date | None:
    """A day that stands for none, outside the years that a register keeps."""
    if isinstance(value, date):
        return date(value.year, value.month, value.day)
    years = re.findall(r"(?<!\d)(?:9999|2999|1899)(?!\d)", str(value))
    rest = sorted(re.findall(r"(?<!\d)\d{1,2}(?!\d)", str(value).split("T")[0].split(" ")[0]))
    return date(int(years[0]), 12, 31) if len(years) == 1 and rest == ["12", "31"] else None


def _plain(value: CellValue) -> CellValue:
    return " ".join(value.split()).strip(" .,;") if isinstance(value, str) else value


def is_time_of_day(value: CellValue) -> bool:
    """Whether a moment has a time other than midnight, which a day does not keep."""
    return isinstance(value, datetime) and (value.hour, value.minute, value.second) != (0, 0, 0)
