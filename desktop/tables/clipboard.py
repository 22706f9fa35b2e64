"""Cells for a spreadsheet: tab-separated text and an HTML table, none of which can become a formula."""

import csv
import io
import re
from collections.abc import Sequence
from html import escape

_NUMBER = re.compile(r"[-+]?£?\d[\d,]*(\.\d+)?%?")
_STARTS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r")

Cells = Sequence[Sequence[str]]


def guarded(text: str) -> str:
    """Text a spreadsheet will not run: an apostrophe goes before =, +, -, @, tab or return, unless it is a number."""
    if text.startswith(_STARTS_A_FORMULA) and not _NUMBER.fullmatch(text):
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
        rows.append("<tr>" + "".join(f"<{tag}>{escape(guarded(text))}</{tag}>" for text in row) + "</tr>")
    return '<meta charset="utf-8"><table>' + "".join(rows) + "</table>"
