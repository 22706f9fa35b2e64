"""Rows as comma-separated text that a spreadsheet opens without harm and another program reads without loss."""

import csv
from collections.abc import Iterable, Sequence
from io import StringIO

from exports.cells import unformed


def separated(rows: Iterable[Sequence[str]], *, with_mark: bool = True) -> bytes:
    """Rows as CSV in UTF-8: text that would be taken for a formula has a quotation mark before it.

    Numbers and telephone numbers stay as they are. The byte order mark tells Excel that it is UTF-8.
    """
    text = StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    for row in rows:
        writer.writerow([unformed(each) for each in row])
    return text.getvalue().encode("utf-8-sig" if with_mark else "utf-8")
