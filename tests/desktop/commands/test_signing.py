"""Signatures from the command line: what a file is worth, and a certificate of one's own."""

import stat
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from db.changes import Author
from db.operations.file_record import file_signed
from db.register import Register
from db.rules.decision_facts import SignedFile
from desktop.commands import desk, signing
from desktop.writing.gathering import gather
from exports.decision_pdf import render
from exports.signatures.credentials import check_credentials
from exports.signatures.identity import WORTH
from exports.signatures.passphrase import Passphrase
from exports.signatures.signing import sign
from tests.desktop.commands.command_line import AT, done, give, refused, stated
from tests.exports import signing_cases as cases

WORDS = "three words or four"


def made(file: Path, *words: str, typed: str = f"{WORDS}\n") -> Result:
    return CliRunner().invoke(desk, ["new-certificate", str(file), *words], input=typed, obj=AT)


@pytest.fixture
def signed(tmp_path: Path) -> Path:
    file = tmp_path / "signed.pdf"
    file.write_bytes(cases.counter_signed())
    return file


def test_a_signed_file_is_intact_and_said_to_be_so(signed: Path) -> None:
    said = " ".join(done("verify", signed).split())
    assert said.startswith("The file is as A. Officer and B. Clerk signed it: nothing was changed afterwards.")
    assert "It is not a qualified signature." in said


def test_an_altered_file_ends_with_one_and_says_what_happened(signed: Path) -> None:
    signed.write_bytes(signed.read_bytes().replace(b"25/00042", b"25/00043"))
    result = give("verify", signed)
    assert result.exit_code == 1
    assert "was changed after A. Officer signed it" in result.stdout
    assert result.stderr == f"“{signed}” is not vouched for: altered.\n"
    assert '"verdict": "altered"' in give("verify", signed, "--json").stdout


def test_an_unsigned_file_and_a_file_of_another_kind_end_with_one(tmp_path: Path) -> None:
    for content, sentence in ((cases.record(), "nobody signed"), (b"words", "not a PDF"), (b"", "empty")):
        (tmp_path / "f.pdf").write_bytes(content)
        result = give("verify", tmp_path / "f.pdf")
        assert (result.exit_code, sentence in result.stdout) == (1, True)
    assert "cannot be used: No such file" in refused("verify", tmp_path / "nowhere.pdf")


def test_who_is_trusted_and_revoked_comes_from_files(tmp_path: Path) -> None:
    pdf, root, crl = (tmp_path / name for name in ("s.pdf", "root.pem", "r.crl"))
    pdf.write_bytes(sign(cases.record(), cases.order()).pdf)
    root.write_bytes(cases.pem(cases.root()))
    crl.write_bytes(cases.revocations(2))
    assert "vouched for by The Root" in " ".join(done("verify", pdf, "--trust", root).split())
    assert "was revoked on 27 September 2025" in give("verify", pdf, "--trust", root, "--crl", crl).stdout
    assert stated("verify", pdf, "--trust", root)["signatures"][0]["trust"] == "trusted"
    root.write_bytes(b"words")
    assert "holds no certificate" in refused("verify", pdf, "--trust", root)


def test_a_file_is_held_against_the_records_a_register_has_filed(sample: Path, signed: Path) -> None:
    assert "This register has filed no such file" in done("verify", signed, "--register", sample)
    assert stated("verify", signed, "--register", sample)["in_register"]["kinship"] == "not known here"
    with Register.open(sample, at=AT) as register:
        decision = register.decisions.get("OD.24.00002")
        made = sign(render(gather(register, decision)), cases.order(pkcs12=cases.own_identity()))
        file = SignedFile(made.sha256, "A. Officer", "", made.moment, made.level.value, made.certificate.sha256)
        file_signed(register, Author("A. Officer", "Clerk", AT), decision.id, made.pdf, file, made.moment.date())
        again = sign(render(gather(register, decision)), cases.order(pkcs12=cases.own_identity("Another")))
    signed.write_bytes(made.pdf)
    assert "This is the record of OD.24.00002 as it is filed in this register" in " ".join(
        done("verify", signed, "--register", sample).split()
    )
    signed.write_bytes(again.pdf)
    result = give("verify", signed, "--register", sample)
    assert (result.exit_code, "not the copy that was filed" in result.stderr) == (1, True)


def test_a_new_certificate_opens_with_its_passphrase_and_says_what_it_is_worth(tmp_path: Path) -> None:
    file = tmp_path / "own.p12"
    result = made(file, "--name", "A. Officer", "--post", "Commissioner", "--organisation", "A Council")
    assert result.exit_code == 0, result.output
    assert " ".join(WORTH.split()) in " ".join(result.stdout.split())
    assert WORDS not in result.output
    facts = check_credentials(file.read_bytes(), Passphrase(WORDS), AT)
    assert (facts.name, facts.post, facts.organisation) == ("A. Officer", "Commissioner", "A Council")
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_a_new_certificate_is_never_made_over_a_file(tmp_path: Path) -> None:
    file = tmp_path / "own.p12"
    file.write_bytes(b"mine")
    result = made(file, "--name", "A")
    assert (result.exit_code, file.read_bytes()) == (1, b"mine")
    assert "is there already and was left as it is" in result.stderr


@pytest.mark.parametrize("typed", ["short\n", "\n", ""])
def test_a_passphrase_that_is_too_short_makes_no_file(tmp_path: Path, typed: str) -> None:
    result = made(tmp_path / "own.p12", "--name", "A", typed=typed)
    assert result.exit_code == 1
    assert "at least 12 characters" in result.stderr
    assert list(tmp_path.iterdir()) == []


def test_at_a_keyboard_the_passphrase_is_asked_twice_and_not_shown(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    class Keyboard:
        def isatty(self) -> bool:
            return True

    asked: list[tuple[str, bool]] = []

    def ask(prompt: str, *, hide_input: bool, **named: object) -> str:
        asked.extend([(prompt, hide_input), (str(named["confirmation_prompt"]), hide_input)])
        return WORDS

    monkeypatch.setattr("sys.stdin", Keyboard())
    monkeypatch.setattr("click.prompt", ask)
    assert signing._asked().reveal() == WORDS.encode()
    assert asked == [("Passphrase", True), ("The same again", True)]


def test_the_passphrase_comes_through_a_pipe(tmp_path: Path) -> None:
    words = [sys.executable, "-m", "desktop", "new-certificate", str(tmp_path / "own.p12"), "--name", "A"]
    ended = subprocess.run(words, input=f"{WORDS}\n", capture_output=True, text=True, check=False, timeout=60)
    assert (ended.returncode, ended.stderr) == (0, "")
    assert WORDS not in ended.stdout
