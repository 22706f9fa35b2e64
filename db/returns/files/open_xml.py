"""Workbooks of the usual kind, .xlsx and .xlsm, also when saved as “Strict Open XML”.

The parts are read directly: openpyxl drops rows out of order and tells nothing of merged cells, hidden rows and
remarks without its slow mode, and python-calamine drops what failed. Nothing in the file is run, and no link followed.
"""

from collections.abc import Callable
from xml.parsers.expat import ExpatError
from zipfile import BadZipFile, ZipFile

from db.returns.files.gathering import Gathering
from db.returns.files.open_xml_parts import Contents, Parts, SheetPart, contents
from db.returns.files.open_xml_sheet import Shared, SheetReader
from db.returns.files.open_xml_styles import looks
from db.returns.files.open_xml_texts import remarks, shared_texts
from db.returns.files.refusals import (
    MEGABYTE,
    only_charts,
    own_document_type,
    too_many_sheets,
    too_much_unpacked,
    without_sheets,
)
from db.returns.files.serial_days import EPOCH_1900, EPOCH_1904
from db.returns.files.xml_scan import DocumentTypeDeclared

MOST_SHEETS = 2_000
LARGEST_SHEETS = 100 * MEGABYTE
MACROS = "The workbook holds macros. They were not run; only its cells were read."
LINKS = "The workbook takes figures from other workbooks. They were not opened; its figures are as they were saved."


def gather(archive: ZipFile, found: Gathering) -> None:
    """Read a workbook's sheets.

    Raises:
        UnreadableWorkbook: it has no sheet of cells, or declares a document type.
    """
    try:
        _gather(Parts(archive), found)
    except DocumentTypeDeclared:
        raise own_document_type(found.name) from None


def _gather(parts: Parts, found: Gathering) -> None:
    listed = contents(parts)
    sheets = [each for each in listed.sheets if each.part in parts and each.kind not in ("chartsheet", "dialogsheet")]
    if not sheets:
        raise (
            only_charts(found.name) if any(each.part in parts for each in listed.sheets) else without_sheets(found.name)
        )
    whole = _size_of(parts, sheets, found.name)
    shared = _shared(parts, listed)
    passed = _share_of(found, whole)
    for sheet in sheets:
        _gather_sheet(parts, sheet, found, shared, passed)
    _remark_on_parts(parts, listed, found)


def _size_of(parts: Parts, sheets: list[SheetPart], name: str) -> int:
    """How many bytes of sheets are to be read; one part may be listed under many names."""
    if len(sheets) > MOST_SHEETS:
        raise too_many_sheets(name, len(sheets), MOST_SHEETS)
    size = sum(parts.size(each.part) for each in sheets)
    if size > LARGEST_SHEETS:
        raise too_much_unpacked(name, size, LARGEST_SHEETS)
    return size


def _shared(parts: Parts, listed: Contents) -> Shared:
    return Shared(
        shared_texts(parts, listed.others.get("sharedStrings", "")),
        looks(parts, listed.others.get("styles", "")),
        EPOCH_1904 if listed.counts_from_1904 else EPOCH_1900,
    )


def _share_of(found: Gathering, whole: int) -> Callable[[int], None]:
    done = 0

    def passed(size: int) -> None:
        nonlocal done
        done += size
        found.progress(min(done / max(whole, 1), 1.0))

    return passed


def _gather_sheet(
    parts: Parts, sheet: SheetPart, found: Gathering, shared: Shared, passed: Callable[[int], None]
) -> None:
    title = found.new_sheet(sheet.name)
    if sheet.is_hidden:
        found.hidden_sheets.add(title)
    with parts.open(sheet.part) as source:
        SheetReader(found, title, shared).read(source, passed)
    try:
        found.comments.update({(title, address): text for address, text in remarks(parts, sheet.part).items()})
    except (ExpatError, BadZipFile, KeyError, ValueError):
        found.note(f"The remarks on the sheet “{title}” could not be made out.")


def _remark_on_parts(parts: Parts, listed: Contents, found: Gathering) -> None:
    if any(part.endswith("vbaproject.bin") for part in parts):
        found.note(MACROS)
    if any("externallinks/" in part for part in parts):
        found.note(LINKS)
    for sheet in listed.sheets:
        if sheet.part not in parts:
            found.note(f"The sheet “{sheet.name}” is listed but is not in the file.")
