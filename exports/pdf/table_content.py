"""What a table says, before it is set."""

from dataclasses import dataclass
from enum import Enum


class RowKind(Enum):
    """What a row of a table is."""

    PLAIN = "plain"
    GROUP = "group"
    """Heads the rows that follow it; one cell across all columns."""
    TOTAL = "total"


@dataclass(frozen=True, slots=True)
class Column:
    """A column by its heading; amounts and their heading keep to the right."""

    heading: str
    is_amount: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """A row's cells as text, which may hold bold words as db.rules.rich_text marks them; the first heads the row."""

    cells: tuple[str, ...]
    kind: RowKind = RowKind.PLAIN


@dataclass(frozen=True, slots=True)
class Content:
    """A table: what it is called, its columns, its rows in order."""

    caption: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    is_dense: bool = False
    place: str = ""
    """The heading it stands under, for a table that is called nothing."""
    room: tuple[float, float] = (0.0, 0.0)
    """The width and height of a page's text, in points; filled in by the document."""
