"""Facts about the layouts learned of returns, in the settings."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from db.operations.following import keep_profile
from db.operations.undo import undo
from db.returns.understanding.profile import LayoutProfile
from db.returns.understanding.profile_text import read_profile, write_profile
from desktop.desk import Desk
from desktop.screens.settings_layouts import LayoutSettings
from tests.desktop.acting import desk as desk

LEARNED = write_profile(LayoutProfile("Involve", "CN-A", ("{period}",)))


@pytest.fixture
def settings(desk: Desk, qtbot: QtBot) -> LayoutSettings:
    desk.act(keep_profile, desk.register.contracts.get("CN-A").id, "Involve", LEARNED)
    made = LayoutSettings(desk)
    qtbot.addWidget(made)
    made.load()
    return made


def test_a_layout_is_shown_as_text_under_its_contract_and_provider(settings: LayoutSettings) -> None:
    assert settings.text.toPlainText() == LEARNED
    assert settings.which.read() is not None


def test_a_layout_is_saved_and_loaded_again(
    settings: LayoutSettings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "layout.json"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(file), ""))
    settings.save.click()
    assert read_profile(file.read_text("utf-8")) == read_profile(LEARNED)
    other = write_profile(LayoutProfile("Involve", "CN-A", ("return",)))
    file.write_text(other, encoding="utf-8")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(file), ""))
    settings.take.click()
    assert settings.text.toPlainText() == other


def test_a_file_that_is_no_layout_is_told_and_nothing_changes(
    settings: LayoutSettings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "letter.json"
    file.write_text("Dear all", encoding="utf-8")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(file), ""))
    settings.take.click()
    assert "no layout of a return" in settings.told.text()
    assert settings.text.toPlainText() == LEARNED


def test_a_layout_is_renamed_and_found_by_its_new_name_and_one_undo_gives_the_old_one_back(
    settings: LayoutSettings, desk: Desk
) -> None:
    contract_id = desk.register.contracts.get("CN-A").id
    settings.called.write("Involve Kent CIO")
    settings.rename.click()
    assert settings.which.read() == (contract_id, "Involve Kent CIO")
    assert read_profile(desk.register.following.profile(contract_id, "involve kent cio")).provider == "Involve Kent CIO"
    assert desk.register.following.profile(contract_id, "Involve") == ""
    desk.act(undo)
    assert desk.register.following.profile(contract_id, "Involve") == LEARNED


def test_a_layout_keeps_its_name_where_the_new_one_is_missing_or_taken(settings: LayoutSettings, desk: Desk) -> None:
    desk.act(keep_profile, desk.register.contracts.get("CN-A").id, "Northway", LEARNED)
    settings.load()
    for name, told in (("", "Enter"), ("Northway", "Another layout"), ("Involve", "already")):
        settings.called.write(name)
        settings.rename.click()
        assert told in settings.told.text()
    assert {name for _, name, _ in desk.register.following.profiles()} == {"Involve", "Northway"}


def test_a_layout_that_is_forgotten_is_gone(settings: LayoutSettings, desk: Desk) -> None:
    settings.forget.click()
    assert desk.register.following.profiles() == ()
    assert settings.text.toPlainText() == ""
    assert not settings.forget.isEnabled()
