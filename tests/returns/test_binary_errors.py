"""What failed in a binary workbook is shown as what failed, at its address."""

import struct

from db.returns.workbook import UnreadableWorkbook, read_content
from tests.returns import files
from tests.returns.other_kinds import xlsb

SHEET = "xl/worksheets/sheet1.bin"
NUMBER, FAILED, FAILED_FORMULA = 5, 3, 11
NAUGHT = b"\0" * 8


def of(*cells: tuple[int, int, bytes], rows: int = 1) -> bytes:
    """A binary workbook whose rows hold the cells given by kind, column from 0, and what follows how they look."""
    row = b"".join(piece(kind, struct.pack("<II", column, 0) + body) for kind, column, body in cells)
    said = b"".join(piece(0, struct.pack("<I", at) + bytes(13)) + row for at in range(rows))
    begins = piece(129) + piece(148, bytes(16)) + piece(145)
    return files.with_part(xlsb(()), SHEET, begins + said + piece(146) + piece(130))


def piece(kind: int, body: bytes = b"") -> bytes:
    """A record whose body is short."""
    return (bytes([kind]) if kind < 128 else bytes([kind & 0x7F | 0x80, kind >> 7])) + bytes([len(body)]) + body


def formula(code: int) -> bytes:
    """What follows how a formula's cell looks: what failed, and a formula of two bytes."""
    return bytes([code]) + struct.pack("<HI", 0, 2) + b"\x1c\x2a" + struct.pack("<I", 0)


def test_a_failed_formula_and_an_error_typed_in_are_shown_as_errors() -> None:
    content = of((NUMBER, 0, struct.pack("<d", 7)), (FAILED, 1, b"\x2a"), (FAILED_FORMULA, 2, formula(0x07)))
    cells = read_content(content, "sent.xlsb")
    assert cells.sheets["Sheet"] == {(1, 1): 7, (1, 2): "#N/A", (1, 3): "#DIV/0!"}
    assert cells.errors == {("Sheet", "B1"), ("Sheet", "C1")}


def test_an_error_past_the_last_column_that_is_read_is_left() -> None:
    cells = read_content(of((NUMBER, 0, struct.pack("<d", 7)), (FAILED, 200, b"\x2a")), "sent.xlsb")
    assert cells.sheets["Sheet"] == {(1, 1): 7}
    assert not cells.errors


def test_numbers_that_look_like_the_record_of_an_error_are_numbers() -> None:
    as_if = b"\x03\x09\x00\x00\x00\x00\x00\x00"
    cells = read_content(of(*[(NUMBER, at, as_if) for at in range(5)], rows=3), "sent.xlsb")
    assert set(cells.sheets["Sheet"].values()) == set(struct.unpack("<d", as_if))
    assert not cells.errors


def test_of_a_sheet_cut_short_only_what_is_there_is_shown() -> None:
    whole = of((FAILED, 0, b"\x2a"), (FAILED_FORMULA, 1, formula(0x07)))
    part = files.parts_of(whole)[SHEET]
    for length in range(len(part)):
        try:
            cells = read_content(files.with_part(whole, SHEET, part[:length]), "sent.xlsb")
        except UnreadableWorkbook:
            continue
        assert set(cells.sheets["Sheet"].values()) <= {"#N/A", "#DIV/0!"}
