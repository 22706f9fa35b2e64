"""Cells that somebody copied, here, in a spreadsheet or from a table in a letter, as texts."""

import json
import re
from collections.abc import Iterator, Sequence
from html.parser import HTMLParser

from PySide6.QtCore import QMimeData

from desktop.tables.taken_for import STARTS_A_FORMULA

OWN = "application/x-contract-desk-cells"
"""The cells as they are, for our own tables: nothing guarded, nothing shown another way."""
_GUARDED = tuple("'" + letter for letter in STARTS_A_FORMULA)
_FIELD = re.compile(r'"((?:[^"]|"")*)"(?=[\t\r\n]|\Z)|[^\t\r\n]*')
_END = re.compile(r"\t|\r\n|\r|\n")
_WRAPPED = re.compile(r"\s*[\r\n]\s*")

Cells = Sequence[Sequence[str]]


def read_cells(data: QMimeData) -> Cells:
    """The cells somebody copied; none where there are none."""
    if data.hasFormat(OWN):
        return [[str(text) for text in row] for row in json.loads(bytes(data.data(OWN).data()))]
    found = read_tab_separated(data.text()) if data.hasText() else []
    return _with_lines(found, read_html_table(data.html())) if found and data.hasHtml() else found


def read_tab_separated(text: str) -> Cells:
    """Rows and cells of tab-separated text; a guard before what looks like a formula is taken off again.

    A cell in quotes is what the quotes hold where it needs them, as cells of several lines do; else they are its own.
    """
    rows: list[list[str]] = [[]]
    for field, end in _fields(text):
        rows[-1].append(_unguarded(field))
        if end and end != "\t":
            rows.append([])
    return [row for row in rows if row]


def read_html_table(html: str) -> Cells:
    """The rows and cells of the only table there is; none where there are several, or one within another."""
    parser = _TableParser()
    parser.feed(html)
    return parser.rows if parser.tables == 1 else []


def _fields(text: str) -> Iterator[tuple[str, str]]:
    """Each cell's text, and the tab or line end after it."""
    at = 0
    while at < len(text) and (found := _FIELD.match(text, at)):
        end = _END.match(text, found.end())
        yield _unquoted(found), end[0] if end else ""
        at = end.end() if end else len(text)


def _unquoted(found: re.Match[str]) -> str:
    inside = found[1]
    if inside is None or (inside and not any(mark in inside for mark in '\t\r\n"')):
        return found[0]
    return inside.replace('""', '"').replace("\r\n", "\n")


def _with_lines(cells: Cells, lined: Cells) -> Cells:
    """The cells, with the line breaks that an HTML table of the same cells shows and plain text leaves out."""
    if [len(row) for row in cells] != [len(row) for row in lined]:
        return cells
    return [
        [other if "\n" in other and other.split() == text.split() else text for text, other in zip(*rows, strict=True)]
        for rows in zip(cells, lined, strict=True)
    ]


def _unguarded(text: str) -> str:
    return text[1:] if text.startswith(_GUARDED) else text


class _TableParser(HTMLParser):
    """Collects the texts of a table's cells; a line break is a new line."""

    def __init__(self) -> None:
        super().__init__()
        self.tables = 0
        self.rows: list[list[str]] = []
        self._is_in_cell = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "table":
            self.tables += 1
        elif tag == "tr":
            self.rows.append([])
        elif tag in {"td", "th"} and self.rows:
            self.rows[-1].append("")
            self._is_in_cell = True
        elif tag == "br":
            self._say("\n")

    def handle_endtag(self, tag: str) -> None:
        if tag in {"td", "th"} and self._is_in_cell:
            lines = self.rows[-1][-1].strip().split("\n")
            self.rows[-1][-1] = "\n".join(line.strip() for line in lines)
            self._is_in_cell = False

    def handle_data(self, data: str) -> None:
        self._say(_WRAPPED.sub(" ", data).replace("\xa0", " "))

    def _say(self, text: str) -> None:
        if self._is_in_cell:
            self.rows[-1][-1] += text
