"""Files written from the command line: whole, where they were asked for, and never over a register."""

import shutil
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from icalendar import Calendar
from openpyxl import load_workbook

from desktop.commands import ways_out
from tests.desktop.commands.command_line import OFFICER, done, refused


def read_calendar(file: Path) -> list[Any]:
    """The entries of a calendar file."""
    return list(Calendar.from_ical(file.read_bytes()).walk("VEVENT"))


def test_the_register_is_written_for_excel_as_it_stands_on_a_day(sample: Path, tmp_path: Path) -> None:
    target = tmp_path / "register.xlsx"
    done("export", sample, "--to", target, "--on", "1 April 2025", "--officer", "A. Officer")
    workbook: Any = load_workbook(target)
    rows = {row[0]: row for row in workbook["Register"].iter_rows(min_row=2, values_only=True)}
    assert rows["SAMPLE-CN-A"][4] == "Running past its end"
    notes = {row[0]: row[1] for row in workbook["Notes"].iter_rows(values_only=True, max_col=2)}
    assert (notes["Made by"], notes["As at"]) == ("A. Officer", "1 April 2025")
    assert notes["Made at"].startswith("5 January 2026, 09:30")


WRITERS = [("export",), ("record", "OD.24.00002"), ("blank-return", "SAMPLE-CN-A"), ("calendar",)]


@pytest.mark.parametrize("words", WRITERS, ids=" ".join)
def test_no_output_is_written_over_a_register_or_what_belongs_to_one(sample: Path, words: tuple[str, ...]) -> None:
    other = Path(shutil.copy(sample, sample.with_name("other.xlsx")))
    link = sample.with_name("link.pdf")
    link.symlink_to(sample)
    companion = sample.with_name(f"{sample.name}.lock")
    before = sample.read_bytes()
    for target in (sample, other, link, companion):
        assert "is not written over" in refused(words[0], sample, *words[1:], "--to", target)
    assert sample.read_bytes() == other.read_bytes() == before
    assert not companion.exists()


@pytest.mark.parametrize("words", WRITERS, ids=" ".join)
def test_an_output_that_has_no_place_is_refused_and_nothing_is_left(
    sample: Path, tmp_path: Path, words: tuple[str, ...]
) -> None:
    assert "is a folder" in refused(words[0], sample, *words[1:], "--to", tmp_path)
    assert "There is no folder" in refused(words[0], sample, *words[1:], "--to", tmp_path / "nowhere" / "file")
    assert [each.name for each in tmp_path.iterdir()] == ["sample.register"]


@pytest.mark.parametrize("words", WRITERS, ids=" ".join)
def test_an_older_output_is_replaced_whole_or_stays(
    sample: Path, tmp_path: Path, words: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "out"
    target.write_bytes(b"older")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr("os.fsync", full)
        assert "could not be written" in refused(words[0], sample, *words[1:], "--to", target)
    assert target.read_bytes() == b"older"
    done(words[0], sample, *words[1:], "--to", target)
    assert target.read_bytes() != b"older"
    assert {each.name for each in tmp_path.iterdir()} == {"sample.register", "out"}


def test_pictures_are_drawn_into_the_folder_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    drawn: list[Path] = []
    monkeypatch.setattr(ways_out, "draw", drawn.append)
    assert "Drew the pictures" in done("pictures", tmp_path)
    assert drawn == [tmp_path]


def test_the_calendar_has_the_days_ahead_whatever_the_lead_times(sample: Path) -> None:
    done("set-leads", sample, "serve-by", "30", *OFFICER)
    file = sample.with_name("days.ics")
    done("calendar", sample, "--to", file, "--on", "3/10/2025")
    days = {str(each["summary"]): each.decoded("dtstart") for each in read_calendar(file)}
    assert days["SAMPLE-WB55-SEK: Last day to serve 3 months’ notice to end on 31 March 2027"] == date(2026, 12, 31)
    done("calendar", sample, "--to", file, "--on", "3/10/2025", "--contract", "sample-cn-b")
    assert {str(each["summary"]).partition(":")[0] for each in read_calendar(file)} == {"SAMPLE-CN-B"}


def test_a_calendar_made_again_moves_what_moved_and_adds_nothing(sample: Path) -> None:
    before, after = sample.with_name("before.ics"), sample.with_name("after.ics")
    of_sek = ("--contract", "SAMPLE-WB55-SEK", "--on", "3/10/2025")
    done("calendar", sample, "--to", before, *of_sek)
    done("calendar", sample, "--to", after, *of_sek)
    assert before.read_bytes() == after.read_bytes()
    done("vary", sample, "SAMPLE-WB55-SEK", "--summary", "Shorter", "--decided", "3/10/2025", "--effective", "2/1/2026",
         "--ends", "31/1/2027", *OFFICER)  # fmt: skip
    done("calendar", sample, "--to", after, *of_sek)
    was, now = ({str(each["uid"]): each for each in read_calendar(file)} for file in (before, after))
    assert set(was) == set(now)
    assert all(now[name].decoded("dtstart") < was[name].decoded("dtstart") for name in was)
    assert all(now[name]["sequence"] > was[name]["sequence"] for name in was)


def test_what_is_done_leaves_the_calendar(sample: Path) -> None:
    file, on = sample.with_name("days.ics"), ("--on", "3/10/2025")
    done("calendar", sample, "--to", file, *on)
    before = len(read_calendar(file))
    done("done", sample, "1", *on, *OFFICER)
    done("acknowledge", sample, "1", *on, *OFFICER)
    done("calendar", sample, "--to", file, *on)
    assert len(read_calendar(file)) == before - 1
