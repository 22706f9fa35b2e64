"""Signing from the window: refused in plain words, filed when it holds, and never a trace of the passphrase."""

from collections.abc import Iterator
from datetime import timedelta
from functools import cache
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit

from db.operations.record_decision import NewDecision, record_decision
from db.operations.timestamp_service import set_timestamp_service
from db.register import Register
from db.rules.decision import Decision, DecisionKind, DecisionText, Publication
from db.rules.money import Pence
from desktop.acts.signing import sign_record
from desktop.desk import Desk
from desktop.dialogs.sign_dialog import SELF_ISSUED, SignDialog
from desktop.dialogs.signed_dialog import SignedDialog
from desktop.dialogs.told_dialog import ToldDialog
from desktop.record_signing import Evidence, Signing, what_stops_signing
from exports.signatures.identity import new_identity
from exports.signatures.order import Level
from exports.signatures.passphrase import Passphrase
from exports.signatures.verification import Verdict
from exports.signatures.verifying import verify
from tests.desktop.acting import BY, MOMENT, a_session, answering, press, said, worker, write
from tests.exports.signing_cases import timestamp_service

__all__ = ["worker"]

WORDS = "correct horse battery"
NUMBER = "OD.24.00077"


@cache
def identity(days_ago: int = 10, years: int = 3) -> bytes:
    """A certificate that its holder issued, so many days before the tests' moment."""
    return new_identity("A. Officer", "Director", "A Council", Passphrase(WORDS), MOMENT - timedelta(days_ago), years)


@pytest.fixture
def key(tmp_path: Path) -> Path:
    path = tmp_path / "mine.p12"
    path.write_bytes(identity())
    return path


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """A desk on a register in a file, so that what is kept can be searched."""
    made = Desk(a_session(tmp_path), Register.create(tmp_path / "Signing.register"))
    yield made
    made.register.close()


@pytest.fixture
def decision(desk: Desk) -> Decision:
    new = NewDecision(
        NUMBER, DecisionKind.OFFICER, "A small contract", MOMENT.date(), maker_name="A. Officer", maker_post="Director",
        for_publication=Publication.YES, scheme="Scheme of delegation, 4.2", value_pence=Pence(1000_00),
        text=DecisionText(decision="AGREE to a small contract.", reasons="It is needed.", alternatives="None",
                          conflicts="None"),
    )  # fmt: skip
    record_decision(desk.register, BY, new)
    made = desk.register.decisions.get(NUMBER)
    assert what_stops_signing(desk.register, made, MOMENT.date(), desk.holidays) == ()
    return made


@pytest.fixture
def dialog(qapp: object) -> Iterator[SignDialog]:
    made = SignDialog("Sign", "", "I took the decision.")
    made.show()
    yield made
    made.close()


def fill_in(dialog: SignDialog, key: Path, words: str = WORDS) -> None:
    write(dialog, "certificate", str(key))
    write(dialog, "passphrase", words)


def test_a_record_is_signed_filed_and_shown_with_what_it_is_worth(
    desk: Desk, decision: Decision, key: Path, worker: None
) -> None:
    shown: list[str] = []

    def see(dialog: SignedDialog) -> None:
        shown.append(dialog.verdict.words())
        dialog.close_button.click()

    def sign(dialog: SignDialog) -> None:
        fill_in(dialog, key)
        answering(SignedDialog, see)
        press(dialog)

    answering(SignDialog, sign)
    done = sign_record(desk, None, decision.id)
    assert done is not None
    kept = desk.register.decisions.get(NUMBER)
    assert kept.is_locked
    assert kept.signed_on == MOMENT.date()
    assert kept.signed_files[0].signer == "A. Officer"
    content = desk.register.decisions.signed_record(kept.signed_files[0].sha256)
    assert verify(content, MOMENT).verdict is Verdict.INTACT
    assert len(shown) == 1
    assert not desk.register.check()


def test_a_second_signature_keeps_the_first_intact(desk: Desk, decision: Decision, key: Path, worker: None) -> None:
    def sign(dialog: SignDialog) -> None:
        fill_in(dialog, key)
        dialog.second.write(True)
        answering(SignedDialog, lambda seen: seen.close_button.click())
        press(dialog)

    for _ in range(2):
        answering(SignDialog, sign)
        assert sign_record(desk, None, decision.id)
    kept = desk.register.decisions.get(NUMBER)
    assert len(kept.signed_files) == 2
    seen = verify(desk.register.decisions.signed_record(kept.signed_files[0].sha256), MOMENT)
    assert [each.is_intact for each in seen.signatures] == [True, True]


@pytest.mark.parametrize(
    ("content", "words", "sentence"),
    [
        (identity, "not the passphrase", "The passphrase does not open the file"),
        (lambda: identity(400, 1), WORDS, "The certificate expired on"),
        (lambda: identity(-5), WORDS, "The certificate is not valid until"),
        (lambda: b"%PDF-1.7 not a key", WORDS, "not a PKCS#12 file"),
    ],
)
def test_what_cannot_sign_is_refused_beside_its_field_and_nothing_is_filed(
    desk: Desk, decision: Decision, key: Path, worker: None, content: object, words: str, sentence: str
) -> None:
    assert callable(content)
    key.write_bytes(content())
    told: list[str] = []

    def sign(dialog: SignDialog) -> None:
        fill_in(dialog, key, words)
        press(dialog)
        told.extend(said(dialog))
        assert sentence in dialog.certificate.shown_problem + dialog.passphrase.shown_problem
        assert dialog.passphrase.is_empty()
        dialog.reject()

    answering(SignDialog, sign)
    assert sign_record(desk, None, decision.id) is None
    assert any(sentence in each for each in told)
    assert not desk.register.decisions.get(NUMBER).is_locked


def test_the_passphrase_is_nowhere_afterwards(
    desk: Desk, decision: Decision, key: Path, worker: None, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    def sign(dialog: SignDialog) -> None:
        fill_in(dialog, key)
        answering(SignedDialog, lambda seen: seen.close_button.click())
        press(dialog)
        assert dialog.passphrase.is_empty()

    answering(SignDialog, sign)
    assert sign_record(desk, None, decision.id)
    desk.register.backup(MOMENT)
    kept = b"".join(each.read_bytes() for each in tmp_path.rglob("*") if each.is_file())
    assert WORDS.encode() not in kept
    assert WORDS not in "".join(capfd.readouterr())
    assert desk.session.choice("certificate") == str(key)


def test_what_was_asked_for_shows_no_passphrase(dialog: SignDialog, key: Path) -> None:
    fill_in(dialog, key)
    asked = dialog.value()
    assert isinstance(asked, Signing)
    assert WORDS not in repr(asked)
    assert dialog.passphrase.is_empty()
    line = dialog.passphrase.control
    assert isinstance(line, QLineEdit)
    assert line.echoMode() is QLineEdit.EchoMode.Password
    assert not line.isUndoAvailable()


def test_closing_forgets_the_passphrase(dialog: SignDialog) -> None:
    write(dialog, "passphrase", WORDS)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.passphrase.is_empty()


def test_what_the_signature_is_worth_is_told_before_it_is_made(dialog: SignDialog) -> None:
    from exports.signatures.credentials import check_credentials

    dialog._tell(check_credentials(identity(), Passphrase(WORDS), MOMENT))
    assert SELF_ISSUED in dialog.facts.words()
    assert "not a qualified signature" in dialog.facts.words()
    assert "A. Officer, Director, A Council" in dialog.facts.words()


def test_a_certificate_that_is_not_there_is_told_at_its_field(dialog: SignDialog, tmp_path: Path) -> None:
    fill_in(dialog, tmp_path / "gone.p12")
    press(dialog)
    assert "There is no file" in dialog.certificate.shown_problem


def test_a_record_that_lacks_something_is_not_signed_and_says_what(desk: Desk, worker: None) -> None:
    record_decision(desk.register, BY, NewDecision(NUMBER, DecisionKind.OFFICER, "A contract", MOMENT.date()))
    told: list[str] = []

    def read(dialog: ToldDialog) -> None:
        told.extend(each.text() for each in dialog.findChildren(QLabel))
        dialog.reject()

    answering(ToldDialog, read)
    assert sign_record(desk, None, desk.register.decisions.get(NUMBER).id) is None
    assert any("stop OD.24.00077 from being signed. Enter" in each for each in told), told


def test_without_a_service_the_dialog_says_that_it_is_basic_and_why(dialog: SignDialog) -> None:
    assert "B-B: the certificate and the clock of this computer alone" in dialog.facts.words()
    assert "because no timestamp service is set" in dialog.facts.words()
    assert not dialog.level.isVisible()


@pytest.mark.parametrize(
    ("evidence", "level", "says"),
    [
        (Evidence("https://stamps.example"), Level.TIMED, "It is not B-LT: a trusted certificate and a revocation"),
        (Evidence("https://stamps.example", (b"a",)), Level.TIMED, "It is not B-LT: a revocation list would"),
        (Evidence("https://stamps.example", trouble="“a.crl” cannot be read."), Level.TIMED, "“a.crl” cannot be read"),
        (Evidence("https://stamps.example", (b"a",), (b"b",)), Level.LONG_TERM, "B-LT: with a timestamp by stamps.ex"),
    ],
)
def test_the_level_offered_first_is_the_most_that_is_set_up(
    qapp: object, evidence: Evidence, level: Level, says: str
) -> None:
    dialog = SignDialog("Sign", "", "", evidence=evidence)
    dialog.show()
    assert dialog.level.read() is level
    assert says in dialog.facts.words()
    dialog.level.write(Level.BASIC)
    assert "B-B: " in dialog.facts.words()
    assert "without a timestamp, as chosen" in dialog.facts.words()
    dialog.close()


def test_a_service_that_gives_no_timestamp_leaves_the_choice_to_sign_without(
    desk: Desk, decision: Decision, key: Path, worker: None
) -> None:
    with timestamp_service(b"words") as address:
        set_timestamp_service(desk.register, BY, address)

        def sign(dialog: SignDialog) -> None:
            assert dialog.level.read() is Level.TIMED
            fill_in(dialog, key)
            press(dialog)
            assert "gave no timestamp" in dialog.level.shown_problem
            assert not desk.register.decisions.get(NUMBER).is_locked
            dialog.level.write(Level.BASIC)
            fill_in(dialog, key)
            answering(SignedDialog, lambda seen: seen.close_button.click())
            press(dialog)

        answering(SignDialog, sign)
        assert sign_record(desk, None, decision.id)
    assert desk.register.decisions.get(NUMBER).signed_files[0].level == "B-B"


def test_a_service_stamps_the_record_with_the_time(desk: Desk, decision: Decision, key: Path, worker: None) -> None:
    def sign(dialog: SignDialog) -> None:
        fill_in(dialog, key)
        answering(SignedDialog, lambda seen: seen.close_button.click())
        press(dialog)

    with timestamp_service(when=MOMENT) as address:
        set_timestamp_service(desk.register, BY, address)
        answering(SignDialog, sign)
        assert sign_record(desk, None, decision.id)
    assert desk.register.decisions.get(NUMBER).signed_files[0].level == "B-T"
