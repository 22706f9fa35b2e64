"""Facts about checking a signed PDF: the verdict first, the register's copy, and refusing what is no PDF."""

from datetime import UTC, datetime
from functools import cache
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QAction, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLabel, QWidget
from pytestqt.qtbot import QtBot

from db.operations.file_record import file_signed
from db.register import Register
from db.rules.decision import Signatory
from db.rules.decision_facts import SignedFile
from desktop.acts.verifying import verify_pdf
from desktop.checked_file import check_content
from desktop.desk import Desk
from desktop.dialogs.told_dialog import ToldDialog
from desktop.filed_copies import Kinship, Match, match
from desktop.look.palette import Scheme
from desktop.look.theme import theme
from desktop.main_window import MainWindow
from desktop.pictures import settle
from desktop.screens.verify import VerifyDialog
from desktop.screens.verify_words import KINSHIPS, LEVELS, VERDICTS
from desktop.session import Session
from desktop.trusting import REVOKED, TRUSTED, contents, files_of, keep_files
from desktop.writing.gathering import gather
from exports.decision_pdf import render
from exports.signatures.order import Level, Signed
from exports.signatures.signing import sign
from exports.signatures.verification import Verdict
from tests.desktop.acting import BY, answering, decision
from tests.desktop.acting import sample_desk as sample_desk
from tests.desktop.acting import worker as worker
from tests.desktop.walks import clashes, cut, unnamed
from tests.desktop.windows import window as window
from tests.exports import signing_cases as cases

NUMBER = "OD.24.00002"
NOW = datetime(2025, 12, 1, 9, 0, tzinfo=UTC)


@cache
def first_and_second(unsigned: bytes) -> tuple[Signed, Signed]:
    """A record signed once, and the same counter-signed."""
    first = sign(unsigned, cases.order(pkcs12=cases.own_identity()))
    return first, sign(first.pdf, cases.second(pkcs12=cases.own_identity("B. Clerk", "Proper Officer")))


def unsigned(register: Register) -> bytes:
    return render(gather(register, decision(register, NUMBER), Signatory("Proper Officer", "B. Clerk")))


def filed(register: Register, signed: Signed, signer: str) -> None:
    file = SignedFile(signed.sha256, signer, "", signed.moment, signed.level.value, signed.certificate.sha256)
    file_signed(register, BY, decision(register, NUMBER).id, signed.pdf, file, signed.moment.date())


@pytest.fixture
def register(sample_desk: Desk) -> Register:
    """The sample with a record that is signed, counter-signed and filed."""
    first, second = first_and_second(unsigned(sample_desk.register))
    filed(sample_desk.register, first, "A. Officer")
    filed(sample_desk.register, second, "B. Clerk")
    return sample_desk.register


def held(register: Register, content: bytes) -> Match:
    return match(register, check_content("file.pdf", content, NOW))


def words(widget: QWidget) -> str:
    return "\n".join(each.text() for each in widget.findChildren(QLabel))


def dialog_on(content: bytes, register: Register | None, qtbot: QtBot) -> VerifyDialog:
    checked = check_content("file.pdf", content, NOW)
    made = VerifyDialog(checked, match(register, checked) if register else None)
    qtbot.addWidget(made)
    made.show()
    return made


def test_the_copy_filed_last_and_the_one_before_the_counter_signature_are_told_apart(register: Register) -> None:
    last, earlier = decision(register, NUMBER).signed_files
    now = held(register, register.decisions.signed_record(last.sha256))
    then = held(register, register.decisions.signed_record(earlier.sha256))
    assert (now.kinship, then.kinship) == (Kinship.FILED, Kinship.EARLIER)
    assert (
        now.sentence
        == f"This is the record of {NUMBER} as it is filed in this register, signed by B. Clerk on 3 October 2025."
    )
    assert "before it was signed by B. Clerk on 3 October 2025" in then.sentence


def test_a_file_that_was_added_to_since_it_was_filed_is_known_by_what_is_inside_it(sample_desk: Desk) -> None:
    first, second = first_and_second(unsigned(sample_desk.register))
    filed(sample_desk.register, first, "A. Officer")
    found = held(sample_desk.register, second.pdf)
    assert found.kinship is Kinship.ADDED_TO
    assert found.decision is not None
    assert found.decision.number == NUMBER


def test_what_only_says_that_it_is_a_filed_record_is_told(register: Register) -> None:
    draft = unsigned(register)
    assert held(register, draft).sentence == (
        f"This says it is {NUMBER}, but it is not the copy that was filed in this register. "
        "It is not signed: it may be a draft, or the public version."
    )
    [last, _] = decision(register, NUMBER).signed_files
    altered = register.decisions.signed_record(last.sha256).replace(b"/Reason", b"/Raeson", 1)
    assert held(register, altered).kinship is Kinship.NOT_THE_COPY


def test_a_record_of_which_nothing_is_filed_and_a_file_of_others_are_told(sample_desk: Desk) -> None:
    assert held(sample_desk.register, unsigned(sample_desk.register)).kinship is Kinship.NOTHING_FILED
    assert held(sample_desk.register, cases.counter_signed()).kinship is Kinship.UNKNOWN
    assert held(sample_desk.register, b"words").kinship is Kinship.UNKNOWN


def test_the_verdict_comes_first_then_the_registers_copy_then_each_signature(register: Register, qtbot: QtBot) -> None:
    [last, _] = decision(register, NUMBER).signed_files
    dialog = dialog_on(register.decisions.signed_record(last.sha256), register, qtbot)
    said = words(dialog.found)
    order = ("The file is as A. Officer and B. Clerk signed it", "In this register", "Signature 1 of 2: A. Officer",
             "Corporate Director", "Basic (PAdES B-B)", "It is not a qualified signature", "Its certificate",
             "Signature 2 of 2: B. Clerk", "Proper Officer", "SHA-256")  # fmt: skip
    places = [said.index(each) for each in order]
    assert places == sorted(places)
    assert "the signature of B. Clerk (permitted)" in said
    assert dialog.preview.paper is not None
    assert dialog.preview.paper.page_count > 1


def test_an_altered_file_is_said_to_be_and_still_shown(register: Register, qtbot: QtBot) -> None:
    content = cases.counter_signed().replace(b"25/00042", b"25/00043")
    dialog = dialog_on(content, None, qtbot)
    assert "was changed after A. Officer signed it" in words(dialog.found)
    assert "In this register" not in words(dialog.found)
    assert dialog.preview.paper is not None


def test_what_is_no_pdf_is_refused_plainly(qtbot: QtBot) -> None:
    dialog = dialog_on(b"words", None, qtbot)
    assert words(dialog.found).splitlines() == ["The file is not a PDF."]
    assert "Its pages cannot be shown." in words(dialog)
    assert dialog.preview.paper is None


def test_everything_in_the_dialog_can_be_reached_named_and_read_at_double_type(
    register: Register, qtbot: QtBot
) -> None:
    theme().apply(Scheme.LIGHT, 2.0)
    dialog = dialog_on(cases.counter_signed(), register, qtbot)
    settle()
    assert (unnamed(dialog), clashes(dialog), cut(dialog)) == ([], {}, [])


def test_each_verdict_and_level_has_its_words() -> None:
    assert set(VERDICTS) == set(Verdict)
    assert set(KINSHIPS) == set(Kinship)
    assert set(LEVELS) == set(Level)
    assert len({chip.word for chip in VERDICTS.values()}) == len(Verdict)


@pytest.fixture
def signed_file(tmp_path: Path) -> Path:
    path = tmp_path / "signed.pdf"
    path.write_bytes(cases.counter_signed())
    return path


@pytest.fixture
def session(tmp_path: Path) -> Session:
    return Session(tmp_path / "settings.ini", lambda: NOW)


def test_a_file_is_checked_in_the_worker_and_another_after_it(
    session: Session, signed_file: Path, worker: None, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    other = signed_file.with_name("other.pdf")
    other.write_bytes(b"words")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(other), ""))
    seen: list[str] = []

    def look(dialog: VerifyDialog) -> None:
        seen.append(dialog.windowTitle())
        if len(seen) == 1:
            answering(VerifyDialog, look)
            QTest.mouseClick(dialog.again_button, Qt.MouseButton.LeftButton)
        else:
            QTest.mouseClick(dialog.close_button, Qt.MouseButton.LeftButton)

    answering(VerifyDialog, look)
    verify_pdf(session, None, None, signed_file)
    assert seen == ["Signatures on signed.pdf", "Signatures on other.pdf"]


def test_certificates_that_are_trusted_are_remembered_by_their_files_and_used(
    session: Session, tmp_path: Path, worker: None
) -> None:
    root, revoked = tmp_path / "the  root.pem", tmp_path / "r.crl"
    root.write_bytes(cases.pem(cases.root()))
    revoked.write_bytes(cases.revocations(99))
    keep_files(session, TRUSTED, [root])
    keep_files(session, REVOKED, [revoked])
    again = Session(session.path, lambda: NOW)
    assert (files_of(again, TRUSTED), files_of(again, REVOKED)) == ((root,), (revoked,))
    assert contents(again) == ((root.read_bytes(),), (revoked.read_bytes(),))
    file = tmp_path / "s.pdf"
    file.write_bytes(sign(cases.record(), cases.order()).pdf)
    said: list[str] = []

    def look(dialog: VerifyDialog) -> None:
        said.append(words(dialog.found))
        dialog.reject()

    answering(VerifyDialog, look)
    verify_pdf(again, None, None, file)
    assert "vouched for by The Root, whom you trust" in said[0]


def test_a_trusted_file_that_is_gone_is_told_before_anything_is_checked(session: Session, signed_file: Path) -> None:
    keep_files(session, TRUSTED, [signed_file.with_name("gone.pem")])
    said: list[str] = []

    def look(dialog: ToldDialog) -> None:
        said.append(dialog.sentence.text())
        dialog.reject()

    answering(ToldDialog, look)
    verify_pdf(session, None, None, signed_file)
    assert said[0].startswith("“gone.pem” cannot be read")


@pytest.fixture
def asked_for(monkeypatch: pytest.MonkeyPatch) -> list[tuple[bool, Path | None]]:
    """What the window asked to be verified: whether a register was open, and which file."""
    asked: list[tuple[bool, Path | None]] = []

    def take(_session: Session, register: Register | None, _parent: QWidget, path: Path | None = None) -> None:
        asked.append((register is not None, path))

    monkeypatch.setattr("desktop.acts.verifying.verify_pdf", take)
    return asked


def drop(window: MainWindow, path: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    window.dropEvent(QDropEvent(QPoint(9, 9), Qt.DropAction.CopyAction, data, left, none))


def test_a_pdf_dropped_on_the_window_is_verified_against_the_register(
    window: MainWindow, signed_file: Path, asked_for: list[tuple[bool, Path | None]]
) -> None:
    drop(window, signed_file)
    action = window.findChild(QAction, "verifyPdf")
    assert action is not None
    action.trigger()
    assert asked_for == [(True, signed_file), (True, None)]


def test_a_pdf_is_verified_without_a_register_too(
    session: Session, qtbot: QtBot, signed_file: Path, asked_for: list[tuple[bool, Path | None]]
) -> None:
    made = MainWindow(session)
    qtbot.addWidget(made)
    made.furniture.show_welcome()
    drop(made, signed_file)
    assert asked_for == [(False, signed_file)]
