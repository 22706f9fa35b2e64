"""A table on the clipboard, cell by cell."""

from collections.abc import Iterable

from db.rules.rich_text import Span, joined, words_of, written

_MOST_COLUMNS = 40


class PastedTable:
    """Rows of cells as they come. A table of one column or one row is no table: its cells become paragraphs."""

    def __init__(self) -> None:
        self._rows: list[list[str]] = []
        self._spans_columns = 1

    def begin_row(self) -> None:
        """Another row."""
        self._rows.append([])

    def begin_cell(self, columns: str) -> None:
        """Another cell, as wide as so many columns."""
        if not self._rows:
            self.begin_row()
        self._spans_columns = min(int(columns), _MOST_COLUMNS) if columns.isdecimal() else 1

    def end_cell(self, spans: Iterable[Span]) -> None:
        """The cell's words."""
        if not self._rows:
            self.begin_row()
        self._rows[-1] += [_in_one_line(spans), *[""] * (self._spans_columns - 1)]
        self._spans_columns = 1

    def texts(self) -> list[str]:
        """The table as text, or its cells as paragraphs."""
        rows = [row for row in self._rows if any(row)]
        width = max((_width(row) for row in rows), default=0)
        if len(rows) < 2 or width < 2:
            return [cell for row in rows for cell in row if cell]
        return ["\n".join("\t".join((row + [""] * width)[:width]) for row in rows)]


def _width(row: list[str]) -> int:
    return max((at for at, cell in enumerate(row, 1) if cell), default=0)


def _in_one_line(spans: Iterable[Span]) -> str:
    words = joined(Span(" ".join(span.text.split("\n")).replace("\t", " "), span.is_bold) for span in spans)
    return written(words) if words_of(words).strip() else ""
