"""Officers' text as its paragraphs, lists and tables, whatever machine it was typed or pasted on."""

import re
import unicodedata
from collections.abc import Iterable

from db.rules.rich_text import Block, Table, read_text, words_of, written
from exports.pdf.table_content import Column, Content, Row, RowKind

_AMOUNT = re.compile(
    r"\(?[-\u2212]?\s?£?\s?[-\u2212]?\d[\d,]*(?:\.\d+)?\s?(?:%|m|k|bn|million|thousand|billion)?\)?", re.IGNORECASE
)
_SAY_NOTHING = re.compile(r"[\x00\x01\x04-\x08\x10-\x1f\x7f-\x84\x86-\x9f\ufeff]")
"""Control characters, those aside that mark bold and withheld words."""
_LINE_ENDS = re.compile(r"\r\n|[\r\v\f\x85\u2028]")


def blocks(text: str) -> tuple[Block, ...]:
    """The blocks of a text, as db.rules.rich_text reads them."""
    return read_text(level(text))


def level(text: str) -> str:
    """Text with plain line ends, composed characters (NFC) and no control characters."""
    lines = _LINE_ENDS.sub("\n", text).replace("\u2029", "\n\n")
    return unicodedata.normalize("NFC", _SAY_NOTHING.sub("", lines))


def as_content(table: Table, place: str) -> Content:
    """A table an officer wrote, as one to be set: columns of nothing but amounts keep to the right, totals are bold."""
    headings, *rows = table.rows
    said = [[words_of(cell) for cell in row] for row in rows]
    columns = tuple(Column(words_of(cell), _is_of_amounts(row[at] for row in said)) for at, cell in enumerate(headings))
    return Content(
        "", columns, tuple(Row(tuple(map(written, row)), _kind(words_of(row[0]))) for row in rows), place=place
    )


def _is_of_amounts(cells: Iterable[str]) -> bool:
    stated = [cell.strip() for cell in cells if cell.strip()]
    return bool(stated) and all(_AMOUNT.fullmatch(cell) for cell in stated)


def _kind(head: str) -> RowKind:
    return RowKind.TOTAL if head.casefold().startswith("total") else RowKind.PLAIN
