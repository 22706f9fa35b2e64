"""XML spreadsheets of 2003, as portals still hand them out under the name of a workbook (.xls)."""

from collections.abc import Callable
from io import BytesIO

from db.returns.cells import CellValue, Merged, address
from db.returns.files.gathering import MOST_MERGED, Gathering
from db.returns.files.number_formats import Shows, shows
from db.returns.files.open_xml_sheet import number_of
from db.returns.files.refusals import own_document_type, without_sheets
from db.returns.files.serial_days import written_day
from db.returns.files.xml_scan import DocumentTypeDeclared, scan

NOTE = "The file is an XML spreadsheet of 2003, whatever its name says."
_READ: dict[str, Callable[[str], CellValue]] = {
    "Number": number_of,
    "DateTime": written_day,
    "Boolean": lambda text: text.strip() in ("1", "true", "True"),
}
"""What is made of a cell's text by its type; any other stays text."""


def gather(content: bytes, found: Gathering) -> None:
    """Read the sheets.

    Raises:
        UnreadableWorkbook: it has no sheets, or declares a document type.
    """
    try:
        _Book(found).over(content)
    except DocumentTypeDeclared:
        raise own_document_type(found.name) from None
    if not found.sheets:
        raise without_sheets(found.name)
    found.note(NOTE)


class _Book:
    """Where a pass over the file stands."""

    def __init__(self, found: Gathering) -> None:
        self._found = found
        self._title = self._style = self._type = ""
        self._row = self._column = self._rows_more = self._across = self._hidden_column = 0
        self._room = 0
        self._percent: set[str] = set()
        self._merged: list[Merged] = []
        self._hidden_rows: set[int] = set()
        self._hidden_columns: set[int] = set()
        self._heard: list[str] = []
        self._is_listening = self._is_remark = self._has_formula = self._has_value = False

    def over(self, content: bytes) -> None:
        """Read it from front to back."""
        begins: dict[str, Callable[[dict[str, str]], None]] = {
            "Style": self._begin_style, "NumberFormat": self._format, "Worksheet": self._begin_sheet,
            "Column": self._begin_column, "Row": self._begin_row, "Cell": self._begin_cell, "Data": self._begin_data,
            "Comment": self._begin_remark,
        }  # fmt: skip
        ends = {
            "Data": self._end_data, "Comment": self._end_remark, "Cell": self._end_cell, "Visible": self._hide,
            "Worksheet": self._end_sheet,
        }  # fmt: skip
        scan(
            BytesIO(content),
            {name: _by_local_name(begin) for name, begin in begins.items()} | {"Visible": self._listen},
            ends,
            self._hear,
        )

    def _begin_style(self, attributes: dict[str, str]) -> None:
        self._style = attributes.get("ID", "")

    def _format(self, attributes: dict[str, str]) -> None:
        code = attributes.get("Format", "")
        if code == "Percent" or shows(code) is Shows.PERCENT:
            self._percent.add(self._style)

    def _begin_sheet(self, attributes: dict[str, str]) -> None:
        self._title = self._found.new_sheet(attributes.get("Name", ""))
        self._row = self._rows_more = self._hidden_column = 0
        self._room = self._found.room

    def _end_sheet(self) -> None:
        found, title = self._found, self._title
        for kept, gathered in ((found.hidden_rows, self._hidden_rows), (found.hidden_columns, self._hidden_columns)):
            if gathered:
                kept[title] = frozenset(gathered)
                gathered.clear()
        if self._merged:
            found.merged[title] = tuple(self._merged)
            self._merged.clear()

    def _begin_column(self, attributes: dict[str, str]) -> None:
        first = _number(attributes.get("Index"), self._hidden_column + 1)
        self._hidden_column = first + _number(attributes.get("Span"), 0)
        if attributes.get("Hidden") == "1":
            self._hidden_columns.update(range(first, min(self._hidden_column, self._found.limits.columns) + 1))

    def _begin_row(self, attributes: dict[str, str]) -> None:
        self._row = _number(attributes.get("Index"), self._row + self._rows_more + 1)
        self._rows_more, self._column, self._across = _number(attributes.get("Span"), 0), 0, 0
        if attributes.get("Hidden") == "1" and self._row <= self._found.limits.rows:
            self._hidden_rows.add(self._row)

    def _begin_cell(self, attributes: dict[str, str]) -> None:
        self._column = _number(attributes.get("Index"), self._column + self._across + 1)
        self._across, down = (_number(attributes.get(name), 0) for name in ("MergeAcross", "MergeDown"))
        self._style, self._has_formula, self._has_value = attributes.get("StyleID", ""), "Formula" in attributes, False
        if (self._across or down) and len(self._merged) < MOST_MERGED:
            self._merged.append(Merged(self._row, self._column, self._row + down, self._column + self._across))

    def _begin_data(self, attributes: dict[str, str]) -> None:
        self._type = attributes.get("Type", "String")
        self._listen(attributes)

    def _listen(self, _: dict[str, str]) -> None:
        self._heard.clear()
        self._is_listening = True

    def _hear(self, text: str) -> None:
        if self._is_listening:
            self._heard.append(text)

    def _begin_remark(self, _: dict[str, str]) -> None:
        self._is_remark = True

    def _end_remark(self) -> None:
        self._is_remark = False

    def _end_data(self) -> None:
        self._is_listening = False
        text = "".join(self._heard)
        if not text or not self._is_within():
            return
        spot = self._title, address(self._row, self._column)
        if self._is_remark:
            self._found.comments[spot] = text.strip()
            return
        self._has_value = True
        self._found.sheet(self._title)[self._row, self._column] = _READ.get(self._type, str)(text)
        if self._type == "Error":
            self._found.errors.add(spot)
        if self._type == "Number" and self._style in self._percent:
            self._found.percent.add(spot)

    def _end_cell(self) -> None:
        if self._has_formula and not self._has_value and self._is_within():
            self._found.uncalculated.add((self._title, address(self._row, self._column)))

    def _hide(self) -> None:
        self._is_listening = False
        if "".join(self._heard).strip() in ("SheetHidden", "SheetVeryHidden"):
            self._found.hidden_sheets.add(self._title)

    def _is_within(self) -> bool:
        found, limits = self._found, self._found.limits
        if self._row > limits.rows:
            found.is_long(self._title)
        elif self._column > limits.columns:
            found.is_wide(self._title)
        elif len(found.sheet(self._title)) >= self._room:
            found.is_full(self._title)
        else:
            return True
        return False


def _by_local_name(begin: Callable[[dict[str, str]], None]) -> Callable[[dict[str, str]], None]:
    return lambda attributes: begin(attributes and {name.rpartition(":")[2]: said for name, said in attributes.items()})


def _number(written: str | None, otherwise: int) -> int:
    return int(written) if written and written.isdecimal() else otherwise
