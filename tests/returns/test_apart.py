"""A file is read in a process of its own, and whatever becomes of that process there is an answer."""

import os
from pathlib import Path

import pytest

from db.returns.apart import read_apart
from db.returns.workbook import UnreadableWorkbook, read
from tests.guards import child_processes
from tests.returns import files
from tests.returns.other_kinds import number_record, xls

LAST_ROW, LAST_COLUMN = 65_535, 255


def scattered() -> bytes:
    """An old workbook of two cells so far apart that its reader would take half a gigabyte for what lies between."""
    return xls([[1]], more=number_record(LAST_ROW, LAST_COLUMN, 2))


def test_what_is_read_apart_is_what_is_read_here(tmp_path: Path) -> None:
    path = tmp_path / "sent.xlsx"
    path.write_bytes(files.plain_workbook())
    heard: list[float] = []
    assert read_apart(path, progress=heard.append) == read(path)
    assert heard[-1] == 1


def test_a_refusal_is_the_same_from_afar() -> None:
    with pytest.raises(UnreadableWorkbook, match=r"“sent\.xlsx” is a PDF"):
        read_apart(b"%PDF-1.7", "sent.xlsx")


def test_a_file_that_would_exhaust_its_reader_is_refused() -> None:
    with pytest.raises(UnreadableWorkbook, match="so far apart"):
        read_apart(scattered(), "sent.xls")


def test_a_file_that_takes_too_long_is_refused_and_its_reader_ended() -> None:
    with pytest.raises(UnreadableWorkbook, match="took too long"):
        read_apart(files.plain_workbook(), "sent.xlsx", seconds=0)
    assert not set(child_processes()) - {os.getpid()}


def test_calling_it_off_ends_the_reader() -> None:
    class CalledOff(Exception):
        pass

    def stop(_: float) -> None:
        raise CalledOff

    with pytest.raises(CalledOff):
        read_apart(files.plain_workbook(), "sent.xlsx", progress=stop)
    assert not set(child_processes()) - {os.getpid()}
