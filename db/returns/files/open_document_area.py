"""How far the cells of an OpenDocument spreadsheet reach once what is written once for many is written out: its reader
makes room for each."""

import re
from itertools import pairwise
from zipfile import ZipFile

_PART = "content.xml"
_BEGINS = re.compile(rb"<table:table(?=[\s>])|<table:table-row(?=[\s/>])")
_ROW = b"<table:table-row"
_CELL = re.compile(
    rb"<table:(?:covered-)?table-cell(?P<said>[^<>]*?)(?P<is_blank>/?)>(?P<text>[^<]*+(?:<text:p[^<]*+)?)"
)
_TIMES = re.compile(rb'number-(?:rows|columns)-repeated="(\d{1,18})"')
_MANY_BLANKS = re.compile(rb'text:c="\d{6,}"')
_MOST_LETTERS = 100_000_000
_LARGEST_PART = 5_000_000


def is_too_far(archive: ZipFile, most: int) -> bool:
    """Whether some sheet reaches over more than so many cells, blank ones too, or its texts would fill the memory.

    A large part is not looked through: what is written once for many is short.
    """
    if archive.getinfo(_PART).file_size > _LARGEST_PART:
        return False
    whole = archive.read(_PART)
    if _MANY_BLANKS.search(whole):
        return True
    return _reaches_beyond(whole, most)


def _reaches_beyond(whole: bytes, most: int) -> bool:
    row = last_row = last_column = letters = 0
    for at, end in pairwise([*(match.start() for match in _BEGINS.finditer(whole)), len(whole)]):
        if not whole.startswith(_ROW, at):
            row = last_row = last_column = 0
            continue
        head = max(whole.find(b">", at, end), at)
        times = _times(whole[at:head])
        width, said = _width(whole, head, end)
        if width:
            last_row, last_column, letters = row + times, max(last_column, width), letters + said * times
        if last_row * last_column > most or letters > _MOST_LETTERS:
            return True
        row += times
    return False


def _width(whole: bytes, at: int, end: int) -> tuple[int, int]:
    """The last column of a row that holds something, and how many letters its cells have written out."""
    if whole.find(b"-repeated=", at, end) < 0:
        return whole.count(b"<table:table-cell", at, end), end - at
    column = last = letters = 0
    for cell in _CELL.finditer(whole, at, end):
        times = _times(cell["said"])
        column += times
        if not cell["is_blank"] or b"value" in cell["said"]:
            last, letters = column, letters + times * len(cell["text"])
    return last, letters


def _times(said: bytes) -> int:
    match = _TIMES.search(said)
    return int(match[1]) if match else 1
