"""What the cell reader passes over in silence: formulas without a result, cells past the caps, macros."""

import re
from collections.abc import Iterator
from posixpath import join, normpath
from xml.etree.ElementTree import Element
from zipfile import ZipFile

from defusedxml.ElementTree import fromstring, iterparse  # type: ignore[import-untyped]

from db.returns.cells import place

_LATE_COLUMN = re.compile(rb" r=\"([A-Z]{2,3})\d")
_FORMULA_BEGINS = tuple(b"%bf%b" % (before, after) for before in (b"<", b":") for after in (b">", b" ", b"/"))
_DOCUMENT = "/officeDocument"
_RELATIONSHIP_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


def uncalculated(archive: ZipFile, most_rows: int) -> Iterator[tuple[str, str]]:
    """The sheet and address of every formula saved without its result, in the first rows of each sheet.

    A formula whose result is empty text has a result.
    """
    for sheet, part in sheet_parts(archive).items():
        content = archive.read(part)
        if any(begins in content for begins in _FORMULA_BEGINS):
            yield from ((sheet, address) for address in _without_result(archive, part, most_rows))


def has_macros(archive: ZipFile) -> bool:
    """Whether the workbook carries macros. They are never run."""
    return any(part.lower().endswith("vbaproject.bin") for part in archive.namelist())


def too_wide(archive: ZipFile, most_columns: int) -> Iterator[str]:
    """The sheets that have a cell past a column (which is past Z)."""
    for sheet, part in sheet_parts(archive).items():
        letters = set(_LATE_COLUMN.findall(archive.read(part)))
        if any(place(f"{each.decode()}1")[1] > most_columns for each in letters):
            yield sheet


def sheet_parts(archive: ZipFile) -> dict[str, str]:
    """Each sheet's name with the part of the file that holds it."""
    workbook = next((target for kind, target in _related(archive, "").values() if kind.endswith(_DOCUMENT)), "")
    related = _related(archive, workbook)
    parts = {}
    for sheet in fromstring(archive.read(workbook)).iterfind("{*}sheets/{*}sheet"):
        target = related.get(sheet.get(_RELATIONSHIP_ID, ""), ("", ""))[1]
        if target in archive.NameToInfo:
            parts[sheet.get("name", "")] = target
    return parts


def _related(archive: ZipFile, part: str) -> dict[str, tuple[str, str]]:
    """The parts a part points to, by id: kind and name."""
    folder, _, leaf = part.rpartition("/")
    tree = fromstring(archive.read(join(folder, "_rels", f"{leaf}.rels")))
    return {
        each.get("Id", ""): (each.get("Type", ""), normpath(join("/", folder, each.get("Target", ""))).lstrip("/"))
        for each in tree
    }


def _without_result(archive: ZipFile, part: str, most_rows: int) -> Iterator[str]:
    rows = 0
    with archive.open(part) as source:
        for _, element in iterparse(source):
            if not element.tag.endswith("}row"):
                continue
            rows += 1
            if rows > most_rows:
                return
            yield from (cell.get("r", "") for cell in element if _lacks_result(cell))
            element.clear()


def _lacks_result(cell: Element) -> bool:
    if cell.find("{*}f") is None:
        return False
    value = cell.find("{*}v")
    return value is None or (not value.text and cell.get("t") != "str")
