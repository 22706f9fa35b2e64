"""What is passed over at a run, where it is near, hides nothing that a look at each record would have found."""

import struct
from io import BytesIO
from zipfile import ZipFile

from hypothesis import example, given
from hypothesis import strategies as st

from db.returns.files.binary_records import look
from db.returns.files.old_records import OldSheet, sheets_of
from tests.returns.other_kinds import piece, record, xlsb_of

ALL, NONE = 1 << 60, 0
_BEGIN = record(0x809, struct.pack("<HHHHII", 0x600, 0x10, 0, 0, 0, 6))
rows = st.integers(0, 20) | st.integers(0x3FF0, 0x4010) | st.integers(0, 0xFFFF)
columns = st.integers(0, 8) | st.integers(24, 70) | st.integers(0, 0xFFFF)


@st.composite
def _old_record(draw: st.DrawFn) -> bytes:
    kind = draw(st.sampled_from([0xFD, 0x27E, 0x203, 0xBD, 0x204, 0x06, 0x205, 0x208, 0x201, 0xBE, 0x207, 0x3C]))
    place = struct.pack("<HH", draw(rows), draw(columns))
    usual = {0xFD: 6, 0x27E: 6, 0x203: 10, 0x208: 12, 0x201: 6, 0x205: 4}.get(kind)
    many = st.integers(1, 22).map(lambda cells: 6 * cells + 2)
    length = draw(many if kind == 0xBD else st.just(usual) if usual else st.integers(18, 140))
    body = bytearray(draw(st.binary(min_size=length, max_size=length)))
    if kind == 0x06 and draw(st.booleans()):
        body[2], body[8:10] = draw(st.sampled_from([0, 1, 2, 3])), b"\xff\xff"
    return record(kind, place + bytes(body))


def _said(sheets: list[OldSheet]) -> list[tuple[object, ...]]:
    return [(sheet.failed, sheet.hidden_rows, sheet.hidden_columns) for sheet in sheets]


@given(st.lists(st.lists(_old_record(), max_size=12), min_size=1, max_size=3))
@example([[record(0xBD, struct.pack("<HH", 3, 30) + bytes(6 * 4 + 2))]])
def test_every_failed_and_hidden_part_of_an_old_workbook_is_found_and_no_sheet_told_smaller(
    sheets: list[list[bytes]],
) -> None:
    stream = b"".join(_BEGIN + b"".join(sheet) for sheet in sheets) + record(0x0A, b"")
    exact = sheets_of(stream, NONE)
    for most in (ALL, 3 * 64 * 0x4000 - 1, 4 * 64 * 100):
        found = sheets_of(stream, most)
        assert _said(found) == _said(exact)
        for told, known in zip(found, exact, strict=True):
            assert told.last_row >= known.last_row
            assert told.last_column >= known.last_column
        if sum(known.area for known in exact) <= most:
            assert sum(told.area for told in found) <= most


@st.composite
def _binary_record(draw: st.DrawFn) -> bytes:
    kind = draw(st.sampled_from([0, 0, *range(1, 12), 37, 38, 1024, 60]))
    if kind == 0:
        return piece(0, struct.pack("<I", draw(rows)) + bytes(draw(st.sampled_from([13, 21, 29]))))
    if kind in (37, 38, 1024):
        return piece(kind, bytes({37: 6, 38: 0, 1024: 2}[kind]))
    length = draw(st.sampled_from([0, 4, 8, 12]) | st.integers(0, 150))
    return piece(kind, struct.pack("<I", draw(columns)) + draw(st.binary(min_size=length, max_size=length)))


@given(st.lists(_binary_record(), max_size=25))
def test_every_failed_cell_of_a_binary_workbook_is_seen_and_no_sheet_told_smaller(records: list[bytes]) -> None:
    sheet = piece(129) + piece(145) + b"".join(records) + piece(146) + piece(130) + bytes(8)
    with ZipFile(BytesIO(xlsb_of(sheet))) as archive:
        exact = look(archive, NONE)
        for most in (ALL, 64 * 0x4000 - 1):
            seen = look(archive, most)
            assert seen.has_failed == exact.has_failed
            assert seen.area >= exact.area
            assert seen.area <= most or exact.area > most
