"""Cells to and from a spreadsheet: tab-separated text and an HTML table, none of which can become a formula."""

import csv
import io
import json
import re
from collections.abc import Sequence
from datetime import date
from html import escape

from PySide6.QtCore import QMimeData

OWN = "application/x-contract-desk-cells"
"""The cells as they are, for our own tables: nothing guarded, nothing shown another way."""
_NUMBER = re.compile(r"[-+]?£?\d[\d,]*(\.\d+)?%?")
_TELEPHONE = re.compile(r"\+[\d\s()]+")
_LEADING_NOUGHTS = re.compile(r"0\d+")
_STARTS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_GUARDED = tuple("'" + letter for letter in _STARTS_A_FORMULA)
_AS_TEXT = ' style="mso-number-format:\'\\@\'" sdnum="2057;0;@"'
"""Tells Excel and LibreOffice that a cell is text, or a telephone number would lose its + and a number its noughts."""

_DAY = re.compile(r"(\d{2})/(\d{2})/(\d{4})")
_POUNDS = re.compile(r"(-?)£([\d,]+(?:\.\d\d)?)")
_AS_DAY = ' sdval="{}" sdnum="2057;2057;DD/MM/YYYY"'
_AS_POUNDS = ' sdval="{}{}" sdnum="2057;2057;[$£-809]#,##0.00;[RED]-[$£-809]#,##0.00"'
"""Tell LibreOffice what a day or an amount is, whatever language it works in; Excel reads them by its own."""
_DAY_ZERO = date(1899, 12, 30).toordinal()

Cells = Sequence[Sequence[str]]


def guarded(text: str) -> str:
    """Text a spreadsheet will not run: an apostrophe goes before =, +, -, @, tab or return, unless it is a number or
    a telephone number."""
    if text.startswith(_STARTS_A_FORMULA) and not _NUMBER.fullmatch(text) and not _TELEPHONE.fullmatch(text):
        return "'" + text
    return text


def tab_separated(cells: Cells) -> str:
    """Rows ended by return and new line, cells parted by tabs and quoted where they hold any of these."""
    out = io.StringIO()
    writer = csv.writer(out, dialect="excel-tab", lineterminator="\r\n")
    writer.writerows([guarded(text) for text in row] for row in cells)
    return out.getvalue()


def html_table(cells: Cells, *, headed: bool = False) -> str:
    """The same rows as an HTML table, the first of them headings if `headed`."""
    rows = []
    for number, row in enumerate(cells):
        tag = "th" if headed and number == 0 else "td"
        rows.append("<tr>" + "".join(f"<{tag}{_kind(text)}>{_words(text)}</{tag}>" for text in row) + "</tr>")
    return '<meta charset="utf-8"><table>' + "".join(rows) + "</table>"


def for_clipboard(cells: Cells, own: Cells, *, headed: bool) -> QMimeData:
    """Cells as every program may take them; `own` are the same as our own tables say them, without headings."""
    data = QMimeData()
    data.setText(tab_separated(cells))
    data.setHtml(html_table(cells, headed=headed))
    data.setData(OWN, json.dumps([list(row) for row in own]).encode())
    return data


def read_cells(data: QMimeData) -> Cells:
    """The cells somebody copied, here or in a spreadsheet; none where there are none."""
    if data.hasFormat(OWN):
        return [[str(text) for text in row] for row in json.loads(bytes(data.data(OWN).data()))]
    return read_tab_separated(data.text()) if data.hasText() else []


def read_tab_separated(text: str) -> Cells:
    """Rows and cells of tab-separated text; a guard before what looks like a formula is taken off again."""
    if not text:
        return []
    rows = csv.reader(io.StringIO(text, newline=""), dialect="excel-tab")
    try:
        found = [[_unguarded(cell) for cell in row] for row in rows]
    except csv.Error:
        found = [[_unguarded(cell) for cell in line.split("\t")] for line in text.splitlines()]
    return [row or [""] for row in found]


def _unguarded(text: str) -> str:
    return text[1:] if text.startswith(_GUARDED) else text


def _kind(text: str) -> str:
    """What a cell is, as attributes: text that must stay text, a real day, a real amount."""
    if _TELEPHONE.fullmatch(text) or _LEADING_NOUGHTS.fullmatch(text):
        return _AS_TEXT
    if found := _POUNDS.fullmatch(text):
        return _AS_POUNDS.format(found[1], found[2].replace(",", ""))
    return _day_kind(text)


def _day_kind(text: str) -> str:
    found = _DAY.fullmatch(text)
    try:
        return _AS_DAY.format(date(*map(int, reversed(found.groups()))).toordinal() - _DAY_ZERO) if found else ""
    except ValueError:
        return ""


def _words(text: str) -> str:
    return "<br>".join(escape(line) for line in guarded(text).split("\n"))
