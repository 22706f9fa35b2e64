"""Facts about the certificates an officer trusts: kept by where they are, and told by whose they are."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desktop.screens.settings_trust import TrustSettings
from desktop.session import Session
from desktop.trusting import REVOKED, TRUSTED, files_of, keep_files
from tests.exports import signing_cases as cases


@pytest.fixture
def session(tmp_path: Path) -> Session:
    return Session(tmp_path / "settings.ini")


@pytest.fixture
def settings(session: Session, qtbot: QtBot) -> TrustSettings:
    made = TrustSettings(session)
    qtbot.addWidget(made)
    made.load()
    made.show()
    return made


def words(widget: QWidget) -> str:
    return "\n".join(each.text() for each in widget.findChildren(QLabel) if each.isVisible())


def choosing(monkeypatch: pytest.MonkeyPatch, file: Path, content: bytes) -> Path:
    file.write_bytes(content)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(file), ""))
    return file


def test_a_certificate_is_kept_by_its_file_and_told_by_its_name_and_end(
    settings: TrustSettings, session: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = choosing(monkeypatch, tmp_path / "the root.pem", cases.pem(cases.root()))
    QTest.mouseClick(settings.trusted.add_button, Qt.MouseButton.LeftButton)
    assert files_of(session, TRUSTED) == (file,)
    assert "the root.pem" in words(settings)
    assert "The Root, valid until 28 June 2028" in words(settings)
    assert "BEGIN CERTIFICATE" not in session.path.read_text("utf-8")


def test_a_list_of_revoked_certificates_says_how_many_and_as_at_when(
    settings: TrustSettings, session: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = choosing(monkeypatch, tmp_path / "r.crl", cases.revocations(2, 3))
    QTest.mouseClick(settings.revoked.add_button, Qt.MouseButton.LeftButton)
    assert files_of(session, REVOKED) == (file,)
    assert "2 revoked, as at 1 October 2025" in words(settings)


def test_a_file_of_another_kind_is_refused_with_the_reason_and_not_kept(
    settings: TrustSettings, session: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    choosing(monkeypatch, tmp_path / "notes.pem", b"words")
    QTest.mouseClick(settings.trusted.add_button, Qt.MouseButton.LeftButton)
    assert "holds no certificate that can be read" in words(settings)
    assert files_of(session, TRUSTED) == ()


def test_a_file_is_taken_out_and_one_that_is_gone_says_so(
    settings: TrustSettings, session: Session, tmp_path: Path
) -> None:
    keep_files(session, TRUSTED, [tmp_path / "gone.pem", tmp_path / "other.pem"])
    settings.load()
    assert "“gone.pem” cannot be read" in words(settings)
    out = {each.accessibleName(): each for each in settings.findChildren(QPushButton)}
    QTest.mouseClick(out["Take out gone.pem"], Qt.MouseButton.LeftButton)
    assert files_of(session, TRUSTED) == (tmp_path / "other.pem",)
