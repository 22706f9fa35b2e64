"""The tour: the whole main job without a screen, looked at result by result."""

from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from icalendar import Calendar
from openpyxl import load_workbook

from db.register import Register
from db.rules.refusal import Refusal
from desktop.commands.deciding import record_pdf
from desktop.tour import CONTENTS, WRITTEN, run
from desktop.tour_case import RECORD
from desktop.tour_diary import CALENDAR, LETTER, RUNWAYS
from tests.exports.pdf_reading import text

AT = datetime(2026, 1, 5, 9, 30, tzinfo=UTC)


def silent(_: str) -> None:
    """Say nothing."""


@pytest.fixture(scope="module")
def toured(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[str]]:
    """The folder of a tour, and what the tour said."""
    folder, said = tmp_path_factory.mktemp("tour"), list[str]()
    run(folder, said.append, AT, with_pictures=False)
    return folder, said


@pytest.fixture
def folder(toured: tuple[Path, list[str]]) -> Path:
    return toured[0]


def test_everything_promised_is_written_and_said_in_a_line_each(toured: tuple[Path, list[str]]) -> None:
    folder, said = toured
    assert {each.name for each in folder.iterdir()} == {*WRITTEN, CONTENTS}
    assert [line for line in said if line.startswith("  ")] == [f"  {name}: {what}" for name, what in WRITTEN.items()]
    assert all(line.count("\n") == 0 for line in said)


def test_attention_is_told_on_the_telling_days(folder: Path) -> None:
    pages = (folder / "attention.txt").read_text("utf-8").split("=" * 96)
    days = ("1 December 2022", "14 January 2024", "15 January 2024", "1 April 2025", "3 October 2025", "5 January 2026")
    assert [page.strip().partition(":")[0] for page in pages] == [f"Needs attention on {day}" for day in days]
    assert "Decide whether to use option 2 (1 April 2024 to 31 March 2025)" in pages[1]
    assert "Decide whether to use option 2" not in pages[2]
    assert "Running past its end by 1 day: no cover is recorded" in pages[3]
    assert "would end the contract on 2 January 2026" in pages[4]


def test_the_officers_register_holds_the_extension_as_the_sample_does(folder: Path) -> None:
    with Register.open(folder / "officer.register") as ours, Register.open(folder / "sample.register") as published:
        for reference in ("SAMPLE-CN-A", "SAMPLE-CN-B"):
            one, other = ours.contracts.get(reference), published.contracts.get(reference)
            assert [each.period for each in one.extensions] == [each.period for each in other.extensions]
            assert [line.pence for line in one.funding] == [line.pence for line in other.funding]
        assert ours.decisions.find("24/00113") is None
        assert record_pdf(published, "OD.24.00002") == (folder / RECORD).read_bytes()
        assert [len(each.readings) for each in ours.returns.all()] == [8]
        assert published.returns.all() == ()


def test_both_registers_and_the_backup_are_in_order(folder: Path) -> None:
    files = [*folder.glob("*.register"), *folder.glob("officer backups/*.register")]
    assert len(files) == 3
    for file in files:
        with Register.open(file, writable=False) as register:
            assert register.check() == ()


def test_what_the_officer_saw_stands_in_order(folder: Path) -> None:
    told = (folder / "officer.txt").read_text("utf-8")
    steps = ("Before the decision", "Recorded decision OD.24.00002", "Extended SAMPLE-CN-A, SAMPLE-CN-B by OD.24.00002",
             "Sign the record", "was signed", "£1,541,360", "holds “about 120”", "Imported the return",
             "was imported already", "After the return")  # fmt: skip
    places = [told.index(step) for step in steps]
    assert places == sorted(places)


def test_the_record_names_its_decision_and_the_workbook_its_contracts(folder: Path) -> None:
    with pikepdf.open(folder / RECORD) as pdf:
        assert "OD.24.00002" in str(pdf.docinfo["/Title"])
    workbook: Any = load_workbook(folder / "register.xlsx", read_only=True)
    assert sum(1 for _ in workbook["Register"].iter_rows(min_row=2)) == 7
    workbook.close()


def test_the_diary_is_counted_back_written_to_the_provider_and_put_in_a_calendar(folder: Path) -> None:
    runways = (folder / RUNWAYS).read_text("utf-8")
    assert "Decide by  Tuesday 16 December 2025" in runways
    assert "Last day   Thursday 31 December 2026" in runways
    assert "the contract ends on 2 January 2026" in text((folder / LETTER).read_bytes())
    entries = Calendar.from_ical((folder / CALENDAR).read_bytes()).walk("VEVENT")
    assert date(2026, 12, 31) in {each.decoded("dtstart") for each in entries}


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """A folder of the test's own in which a tour was made."""
    run(tmp_path, silent, AT, with_pictures=False)
    return tmp_path


def test_a_second_tour_replaces_the_first_and_nothing_else(own: Path) -> None:
    (own / "mine.txt").write_text("kept", encoding="utf-8")
    (own / "officer backups" / "old").touch()
    (own / "attention.txt").write_text("old", encoding="utf-8")
    run(own, silent, AT, with_pictures=False)
    assert (own / "mine.txt").read_text(encoding="utf-8") == "kept"
    assert "Needs attention" in (own / "attention.txt").read_text(encoding="utf-8")
    assert not (own / "officer backups" / "old").exists()
    assert {each.name for each in own.iterdir()} == {*WRITTEN, CONTENTS, "mine.txt"}


def test_a_file_that_no_tour_wrote_is_never_replaced(tmp_path: Path) -> None:
    (tmp_path / "sample.register").write_text("mine", encoding="utf-8")
    with pytest.raises(Refusal, match="was not written by a tour and stays as it is"):
        run(tmp_path, silent, AT, with_pictures=False)
    assert [each.name for each in tmp_path.iterdir()] == ["sample.register"]
    assert (tmp_path / "sample.register").read_text(encoding="utf-8") == "mine"


def test_a_register_of_the_first_tour_that_is_open_stays(own: Path) -> None:
    before = (own / "sample.register").read_bytes()
    with (
        Register.open(own / "sample.register"),
        pytest.raises(Refusal, match="Close it there, or choose another folder"),
    ):
        run(own, silent, AT, with_pictures=False)
    assert (own / "sample.register").read_bytes() == before


def test_a_tour_that_breaks_off_leaves_the_first_one_whole(own: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def breaks(*_: object) -> None:
        raise OSError("the disk is gone")

    before = {each.name: each.read_bytes() for each in own.iterdir() if each.is_file()}
    monkeypatch.setattr("desktop.tour.take_in_return", breaks)
    with pytest.raises(OSError, match="the disk is gone"):
        run(own, silent, AT, with_pictures=False)
    assert {each.name: each.read_bytes() for each in own.iterdir() if each.is_file()} == before


def test_the_pictures_are_counted_when_they_are_drawn(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def draw(folder: Path, *, at_usual_size: bool) -> None:
        assert at_usual_size
        (folder / "dark").mkdir(parents=True)
        (folder / "dark" / "attention.png").touch()

    said: list[str] = []
    monkeypatch.setattr("desktop.tour.draw", draw)
    run(tmp_path, said.append, AT)
    assert said[-1] == "  pictures: 1 picture of every screen and dialog"
    assert (tmp_path / "pictures" / "dark" / "attention.png").exists()
