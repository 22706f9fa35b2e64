"""Cells kept row by row are the same as cells kept by their places."""

from io import BytesIO
from multiprocessing import Pipe
from zipfile import ZipFile

from db.returns.cells import CellValue
from db.returns.files.binary_records import look
from db.returns.files.old_records import sheets_of
from db.returns.files.old_stream import workbook_stream
from db.returns.row_cells import RowCells, reach
from db.returns.workbook import read_content
from tests.returns.other_kinds import number_record, ods, ods_rows, ods_table, xls, xlsb

KEPT = RowCells([["a", "", 2.0], ["", "", ""], ["", True, "z"]], top=3, left=2)
PLACES: dict[tuple[int, int], CellValue] = {(3, 2): "a", (3, 4): 2.0, (5, 3): True, (5, 4): "z"}


def test_cells_kept_as_rows_are_found_by_their_places() -> None:
    assert KEPT == PLACES
    assert list(KEPT) == list(PLACES)
    assert list(KEPT.items()) == list(PLACES.items())
    assert list(KEPT.values()) == list(PLACES.values())
    assert len(KEPT) == 4


def test_how_far_a_sheet_reaches_is_the_same_however_its_cells_are_kept() -> None:
    padded = RowCells([[], ["", "x", "", ""], [""], []], top=2, left=2)
    for kept in (KEPT, padded, RowCells([["", ""]], top=4), RowCells([])):
        assert reach(kept) == reach(dict(kept))
    assert reach(KEPT) == (5, 4)
    assert reach({}) == (0, 0)


def test_a_blank_cell_and_a_place_outside_hold_nothing() -> None:
    for place in ((3, 3), (4, 2), (2, 2), (6, 2), (3, 1), (3, 5), (0, 0)):
        assert KEPT.get(place) is None
        assert place not in KEPT


def test_cells_kept_as_rows_come_whole_out_of_another_process() -> None:
    ours, theirs = Pipe()
    theirs.send(KEPT)
    assert ours.recv() == PLACES


def test_every_kind_that_is_read_by_rows_gives_every_cell_at_its_place() -> None:
    rows: list[list[float | str | None]] = [["Service", None, "Total"], [None, None, None], ["North", 1.5, 2]]
    places = {(1, 1): "Service", (1, 3): "Total", (3, 1): "North", (3, 2): 1.5, (3, 3): 2}
    for content in (ods(ods_table(ods_rows(rows))), xls(rows), xlsb(rows)):
        assert read_content(content, "sent").sheets["Sheet"] == places


def test_the_reach_of_an_old_sheet_is_never_told_as_less_than_it_is() -> None:
    content = xls([[1.0, "two"], [3.0, "four"]], more=number_record(999, 200, 1.0))
    stream = workbook_stream(content)
    (near,) = sheets_of(stream, 300_000)
    assert 1_000 * 201 <= near.area <= 300_000
    (exact,) = sheets_of(stream, 1)
    assert exact.area == 1_000 * 201


def test_the_reach_of_a_binary_sheet_is_never_told_as_less_than_it_is() -> None:
    rows: list[list[float | str | None]] = [[1.0, "two"], [*[None] * 150, "far"], [3.0]]
    with ZipFile(BytesIO(xlsb(rows))) as archive:
        assert 3 * 151 <= look(archive, 10_000).area <= 10_000
        assert look(archive, 1).area == 3 * 151


def test_an_area_that_only_seems_too_large_is_measured_exactly() -> None:
    stream = workbook_stream(xls([[1.0] for _ in range(100)]))
    (sheet,) = sheets_of(stream, 100)
    assert sheet.area == 100
    with ZipFile(BytesIO(xlsb([[1.0] for _ in range(100)]))) as archive:
        assert look(archive, 100).area == 100
