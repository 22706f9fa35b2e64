"""Facts about sending the register out, each form to a real file."""

import csv
import json
from io import StringIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from db.register import Register
from db.rules.listing_columns import COLUMNS
from desktop.acts import waiting
from desktop.acts.leaving import send_out
from desktop.acts.waiting import the_jobs
from desktop.desk import Desk
from desktop.dialogs.send_out_dialog import SendOutDialog, Way
from desktop.dialogs.wait_dialog import WaitDialog
from desktop.publisher import publisher_of
from tests.desktop.acting import a_session, answering, press, write
from tests.desktop.acting import sample_desk as sample_desk
from tests.desktop.acting import worker as worker

pytestmark = pytest.mark.usefixtures("worker")


def sent(desk: Desk, way: Way, target: Path, monkeypatch: pytest.MonkeyPatch, **typed: str) -> Path:
    """Send the register out in one form, as asked in the dialog."""
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_a: (str(target), ""))

    def answer(dialog: SendOutDialog) -> None:
        dialog.way.write(way)
        for name, text in typed.items():
            write(dialog, name, text)
        press(dialog)

    answering(SendOutDialog, answer)
    send_out(desk, None)
    return target


def test_the_transparency_register_has_the_published_columns_in_their_order(
    sample_desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = sent(sample_desk, Way.TRANSPARENCY, tmp_path / "t.csv", monkeypatch, department="Adults")
    rows = list(csv.reader(StringIO(target.read_text("utf-8-sig"))))
    assert rows[0] == list(COLUMNS)
    assert "SAMPLE-CN-A" in {row[2] for row in rows[1:]}


def test_what_the_council_stated_is_kept_in_the_register_for_every_officer(
    sample_desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sent(sample_desk, Way.TRANSPARENCY, tmp_path / "t.csv", monkeypatch, department="Adults")
    assert publisher_of(sample_desk).department == "Adults"
    another = Desk(a_session(tmp_path / "elsewhere"), sample_desk.register)
    assert publisher_of(another).department == "Adults"
    entry = sample_desk.register.journal.entries(1)[0]
    assert entry.sentence == "Set what the council states when it publishes: department"
    sent(sample_desk, Way.CSV, tmp_path / "r.csv", monkeypatch)
    assert sample_desk.register.journal.entries(1)[0].seq == entry.seq, "what is said again is not done again"


def test_what_an_officers_own_settings_stated_is_taken_over_once(
    sample_desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    said = json.dumps({"department": "Adults", "irrecoverable_vat": 0, "area": "Kent"})
    sample_desk.session.keep_choice("publisher", said)
    assert publisher_of(sample_desk).department == "Adults"
    sent(sample_desk, Way.TRANSPARENCY, tmp_path / "t.csv", monkeypatch)
    kept = sample_desk.register.decisions.publisher()
    assert (kept.department, kept.irrecoverable_vat, kept.area) == ("Adults", 0, "Kent")
    assert sample_desk.session.choice("publisher") == ""


def test_what_cannot_be_filled_is_told_before_anything_is_written(sample_desk: Desk) -> None:
    told: list[str] = []

    def answer(dialog: SendOutDialog) -> None:
        dialog.way.write(Way.TRANSPARENCY)
        told.append(dialog.follows.words())
        dialog.reject()

    answering(SendOutDialog, answer)
    send_out(sample_desk, None)
    assert "Required, and cannot be filled:" in told[0]
    assert "ContractValue" in told[0]


def test_its_workbook_lists_what_cannot_be_filled(
    sample_desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = sent(sample_desk, Way.TRANSPARENCY_BOOK, tmp_path / "t.xlsx", monkeypatch)
    assert "Not filled, by column" in load_workbook(target).sheetnames


def test_open_contracting_data_asks_for_the_councils_prefix(
    sample_desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_a: (str(tmp_path / "o.json"), ""))

    def answer(dialog: SendOutDialog) -> None:
        dialog.way.write(Way.OPEN_DATA)
        press(dialog)
        assert dialog.isVisible()
        write(dialog, "ocid_prefix", "ocds-b5fd17")
        press(dialog)

    answering(SendOutDialog, answer)
    send_out(sample_desk, None)
    package = json.loads((tmp_path / "o.json").read_bytes())
    assert all(each["ocid"].startswith("ocds-b5fd17-") for each in package["releases"])


def test_every_contract_leaves_as_a_line_of_text(
    sample_desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = sent(sample_desk, Way.CSV, tmp_path / "r.csv", monkeypatch)
    rows = list(csv.reader(StringIO(target.read_text("utf-8-sig"))))
    assert len(rows) == 1 + len(sample_desk.register.contracts.ids())


def test_the_audit_return_covers_the_period_that_was_asked(
    sample_desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = sent(sample_desk, Way.AUDIT, tmp_path / "a.xlsx", monkeypatch, firstDay="1 4 2022", lastDay="31 3 2023")
    about = {row[0]: row[1] for row in load_workbook(target)["About"].iter_rows(values_only=True)}
    assert about["Period"] == "1 April 2022 to 31 March 2023"


def test_a_contract_leaves_as_a_pack(sample_desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = sent(sample_desk, Way.PACK, tmp_path / "p.zip", monkeypatch)
    assert any(name.endswith("contract pack.pdf") for name in ZipFile(target).namelist())


def test_a_copy_without_names_holds_none(sample_desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = sent(sample_desk, Way.ANONYMOUS, tmp_path / "n.register", monkeypatch)
    assert b"Porchlight" not in target.read_bytes()
    with Register.open(target, writable=False) as copy:
        assert len(copy.contracts.ids()) == len(sample_desk.register.contracts.ids())


def test_a_copy_that_is_called_off_leaves_nothing(
    sample_desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = {each.name for each in tmp_path.iterdir()}
    monkeypatch.setattr(waiting, "UNTOLD_MS", 0)
    answering(WaitDialog, lambda dialog: dialog.reject())
    target = sent(sample_desk, Way.ANONYMOUS, tmp_path / "n.register", monkeypatch)
    assert not target.exists()
    assert {each.name for each in tmp_path.iterdir()} == before
    assert not the_jobs().busy


def test_a_copy_is_never_made_over_a_file(sample_desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "n.register"
    target.write_bytes(b"mine")
    told: list[str] = []
    monkeypatch.setattr("desktop.acts.waiting.tell", lambda _parent, _title, words: told.append(words))
    sent(sample_desk, Way.ANONYMOUS, target, monkeypatch)
    assert target.read_bytes() == b"mine"
    assert "is there already" in told[0]


def test_a_large_quarter_is_reckoned_away_from_the_window(
    sample_desk: Desk, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    told: list[str] = []
    monkeypatch.setattr("desktop.acts.leaving_work.FEW", 0)

    def answer(dialog: SendOutDialog) -> None:
        dialog.way.write(Way.TRANSPARENCY)
        told.append(dialog.follows.words())
        qtbot.waitUntil(lambda: "are left out" in dialog.follows.words(), timeout=60_000)
        told.append(dialog.follows.words())
        dialog.reject()

    answering(SendOutDialog, answer)
    send_out(sample_desk, None)
    assert "Reckoning the contracts" in told[0]
    assert "Required, and cannot be filled:" in told[1]
