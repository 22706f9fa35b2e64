"""Separated text, .csv and .tsv: cells as text, exactly as written."""

import csv
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import islice

from db.returns.files.gathering import Gathering
from db.returns.files.refusals import ASK_AGAIN, UnreadableWorkbook
from db.returns.files.text_bytes import Decoded, decoded
from db.returns.row_cells import Row, RowCells

SHEET = "Sheet1"
"""The name under which the one sheet of separated text stands."""

_TOLD = re.compile(r'"?sep=([^\w\s"]|\t)"?[\r\n]', re.IGNORECASE)
"""A first line by which Excel is told what stands between the cells."""
SEPARATORS = ("\t", ";", ",", "|")
_SAMPLE_ROWS = 200
_SAMPLE_LETTERS = 200_000
_LONGEST_FIELD = 30_000_000
_PROGRESS_ROWS = 1_000
_ENDLESS = 100_000
"""So many separators in a line are no row of a table."""


def gather(content: bytes, found: Gathering) -> None:
    """Read separated text as one sheet.

    Raises:
        UnreadableWorkbook: it is not text, or there is nothing in it.
    """
    read = decoded(content)
    if read is None:
        raise UnreadableWorkbook(
            f"“{found.name}” is not a workbook, nor text, nor any kind of file that can be read. Check that it is the "
            "file that was meant."
        )
    text = read.text.replace("\0", "")
    if not text.strip():
        raise UnreadableWorkbook(f"“{found.name}” holds nothing but blanks. {ASK_AGAIN}")
    _note_broken(read, found)
    separator = separator_of(text)
    if not _fill(_rows(text, separator, found), text.count("\n") + text.count("\r"), found):
        raise UnreadableWorkbook(f"“{found.name}” holds separators and no values. {ASK_AGAIN}")


def separator_of(text: str) -> str:
    """What stands between the cells of a text, judged by how evenly it divides the first rows."""
    if told := _TOLD.match(text):
        return told[1]
    sample = text[:_SAMPLE_LETTERS]
    return max(SEPARATORS, key=lambda separator: (*_evenness(sample, separator), sample.count(separator)))


def _evenness(sample: str, separator: str) -> tuple[float, int]:
    """The share of rows divided into the usual number of cells, and that number in the first row divided at all."""
    widths = [len(row) for row in islice(_parsed(_lines(sample), separator), _SAMPLE_ROWS) if any(row)]
    divided = Counter(width for width in widths if width > 1)
    if not divided:
        return 0.0, 0
    usual, count = divided.most_common(1)[0]
    return round(count / len(widths), 1), usual if widths[0] == 1 else widths[0]


_LINE = re.compile(r"[^\r\n]*(?:\r\n|[\r\n])|[^\r\n]+")


def _lines(text: str) -> Iterator[str]:
    """The lines with their ends, one at a time: a large text is not held twice."""
    return (match[0] for match in _LINE.finditer(text))


def _parsed(lines: Iterable[str], separator: str) -> Iterator[list[str]]:
    previous = csv.field_size_limit(_LONGEST_FIELD)
    try:
        yield from csv.reader(lines, delimiter=separator)
    except csv.Error:
        return
    finally:
        csv.field_size_limit(previous)


def _rows(text: str, separator: str, found: Gathering) -> Iterator[list[str]]:
    """The rows; from a quotation mark that never closes on, line by line."""
    opened = _line_left_open(text, separator)
    lines = _cut(_lines(text), separator, found)
    if opened is None:
        yield from _parsed(lines, separator)
        return
    found.note(
        f"A quotation mark that opens in line {opened + 1:,} is never closed. From there on every line was read as a "
        "row, quotation marks and all."
    )
    yield from _parsed(islice(lines, opened), separator)
    for line in lines:
        yield line.rstrip("\r\n").split(separator)


def _cut(lines: Iterable[str], separator: str, found: Gathering) -> Iterator[str]:
    """The lines, those without end only as far as columns are read."""
    most = found.limits.columns
    for line in lines:
        if line.count(separator) < _ENDLESS or line.count('"') % 2:
            yield line
            continue
        cells = re.compile(rf'(?:"(?:[^"]|"")*+"|[^"{re.escape(separator)}])*+{re.escape(separator)}').finditer(line)
        ends = next((match.end() for match in islice(cells, most - 1, most)), 0)
        if ends and line[ends:].strip(separator + "\r\n"):
            found.is_wide(SHEET)
        yield line[: ends - 1] + "\n" if ends else line


def _line_left_open(text: str, separator: str) -> int | None:
    """The line, from 0, of the row that a quotation mark leaves open to the end of the text."""
    if not text.count('"') % 2:
        return None
    began = 0
    reader = csv.reader(_lines(text), delimiter=separator, strict=True)
    while True:
        began = reader.line_num
        try:
            next(reader)
        except StopIteration:
            return None
        except csv.Error as trouble:
            if "unexpected end" in str(trouble):
                return began
            if "field larger" in str(trouble):
                return began


def _fill(rows: Iterable[list[str]], lines: int, found: Gathering) -> bool:
    """Put the rows' cells in the sheet; whether there was any, or any beyond what is read."""
    kept: list[Row] = []
    limits, taken = found.limits, 0
    for number, row in enumerate(rows, 1):
        if number > limits.rows and any(row):
            found.is_long(SHEET)
            break
        if taken > limits.cells:
            found.is_full(SHEET)
            break
        if len(row) > limits.columns:
            if any(row[limits.columns :]):
                found.is_wide(SHEET)
            del row[limits.columns :]
        taken += len(row) - row.count("")
        kept.append([*row])
        if not number % _PROGRESS_ROWS:
            found.progress(min(number / max(lines, 1), 1.0))
    found.sheets[found.new_sheet(SHEET)] = RowCells(kept)
    return bool(taken or found.notes)


def _note_broken(read: Decoded, found: Gathering) -> None:
    if read.broken:
        characters = "character" if read.broken == 1 else "characters"
        found.note(
            f"{read.broken:,} {characters} could not be made out and stand as \N{REPLACEMENT CHARACTER}. "
            "Check names and words that have it."
        )
