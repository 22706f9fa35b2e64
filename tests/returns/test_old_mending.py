"""Old workbooks that other programs wrote are read as they were meant."""

import struct
from datetime import date

import pytest

from db.returns.cells import CellValue
from db.returns.files.old_mending import mended
from db.returns.files.old_stream import workbook_stream
from db.returns.workbook import UnreadableWorkbook, read_content
from tests.returns.other_kinds import xls

WEST, UNICODE = 1252, 1200
ROWS = (("Measure", "Figure"), ("Café £ 漢字", 45_747))


def alphabet(number: int) -> bytes:
    """The record that names the alphabet of the texts."""
    return struct.pack("<HHH", 0x42, 2, number)


def look(number: int, code: str = "") -> bytes:
    """The record that makes every cell of a format, after the format's own when it has a code."""
    own = struct.pack("<HHHHB", 0x41E, 5 + len(code), number, len(code), 0) + code.encode()
    return own * bool(code) + struct.pack("<HHHH", 0xE0, 20, 0, number) + bytes(16)


def values(content: bytes) -> list[CellValue]:
    """What the one sheet holds, row by row."""
    return list(read_content(content, "sent.xls").sheets["Sheet"].values())


@pytest.mark.parametrize("number", [WEST, UNICODE])
def test_texts_are_read_whatever_alphabet_the_workbook_names(number: int) -> None:
    assert values(xls(ROWS, before=alphabet(number))) == ["Measure", "Figure", "Café £ 漢字", 45_747]


@pytest.mark.parametrize("number", [14, 30, 47, 52])
def test_a_number_under_a_format_of_its_own_is_no_day(number: int) -> None:
    assert values(xls([[45_747.5]], before=look(number, "#,##0.00_);-#,##0.00"))) == [45_747.5]


@pytest.mark.parametrize("before", [look(14), look(52), look(14, "dd/mm/yyyy")])
def test_a_number_under_a_format_of_days_is_a_day(before: bytes) -> None:
    assert values(xls([[45_747]], before=before)) == [date(2025, 3, 31)]


def test_a_workbook_that_is_understood_is_left_as_it_is() -> None:
    content = xls(ROWS, before=alphabet(UNICODE) + look(14))
    assert mended(workbook_stream(content), content) is content
    assert mended(b"", content) is content


@pytest.mark.parametrize("size", [4_000, 5_000, 7_100_000, 15_000_000])
def test_what_is_mended_is_whole(size: int) -> None:
    stream = workbook_stream(xls(ROWS, before=alphabet(WEST))).rstrip(b"\0").ljust(size, b"\1")
    kept = workbook_stream(mended(stream, b""))
    assert kept[:size] == stream.replace(alphabet(WEST), alphabet(UNICODE), 1)
    assert not kept[size:].strip(b"\0")


def test_a_file_whose_sectors_go_round_in_a_ring_does_not_keep_its_reader() -> None:
    content = bytearray(xls(ROWS * 100))
    table = 512
    struct.pack_into("<I", content, table + 4 * 5, 4)
    with pytest.raises(UnreadableWorkbook, match="damaged"):
        read_content(bytes(content), "sent.xls")
