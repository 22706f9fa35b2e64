"""Cells to a spreadsheet: tab-separated text and an HTML table, none of which can become a formula."""

import csv
import io
import json
from html import escape

from PySide6.QtCore import QMimeData

from desktop.tables.copied_cells import OWN, Cells
from desktop.tables.taken_for import day_number, is_changed, looks_like_a_formula, pounds

_AS_TEXT = ' x:str style="mso-number-format:\'\\@\'" sdnum="2057;0;@"'
"""Tells Excel and LibreOffice that a cell is text, and neither a formula, a number nor a day."""
_HEAD = '<html xmlns:x="urn:schemas-microsoft-com:office:excel"><meta charset="utf-8"><table>'

_AS_DAY = ' sdval="{}" sdnum="2057;2057;DD/MM/YYYY"'
_AS_POUNDS = ' sdval="{}" sdnum="2057;2057;[$£-809]#,##0.00;[RED]-[$£-809]#,##0.00"'
"""Tell LibreOffice what a day or an amount is, whatever language it works in; Excel reads them by its own."""


def guarded(text: str) -> str:
    """Text a spreadsheet will not run: an apostrophe goes before what looks like a formula."""
    return "'" + text if looks_like_a_formula(text) else text


def tab_separated(cells: Cells) -> str:
    """Rows ended by return and new line, cells parted by tabs and quoted where they hold any of these.

    What looks like a formula is guarded: plain text has no other way to say that it is none.
    """
    out = io.StringIO()
    writer = csv.writer(out, dialect="excel-tab", lineterminator="\r\n")
    writer.writerows([guarded(text) for text in row] for row in cells)
    return out.getvalue()


def html_table(cells: Cells, *, headed: bool = False) -> str:
    """The same rows as an HTML table, the first of them headings if `headed`; what must stay text is told so."""
    rows = []
    for number, row in enumerate(cells):
        tag = "th" if headed and number == 0 else "td"
        rows.append("<tr>" + "".join(f"<{tag}{_kind(text)}>{_words(text)}</{tag}>" for text in row) + "</tr>")
    return _HEAD + "".join(rows) + "</table></html>"


def for_clipboard(cells: Cells, own: Cells, *, headed: bool) -> QMimeData:
    """Cells as every program may take them; `own` are the same as our own tables say them, without headings."""
    data = QMimeData()
    data.setText(tab_separated(cells))
    data.setHtml(html_table(cells, headed=headed))
    data.setData(OWN, json.dumps([list(row) for row in own]).encode())
    return data


def _kind(text: str) -> str:
    """What a cell is, as attributes: text that must stay text, a real day, a real amount."""
    if amount := pounds(text):
        return _AS_POUNDS.format(amount)
    day = day_number(text)
    if day is not None:
        return _AS_DAY.format(day)
    return _AS_TEXT if is_changed(text) else ""


def _words(text: str) -> str:
    return "<br>".join(escape(line) for line in text.split("\n"))
