"""Records signed from the command line: made, signed, checked and filed, or refused with what is missing."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from db.changes import Author
from db.operations.write_record import write_record
from db.register import Register
from db.rules.decision import Decision, Publication
from desktop.commands import desk
from exports.signatures.verification import Verdict
from exports.signatures.verifying import verify
from tests.desktop.commands.command_line import OFFICER, content, done
from tests.exports import signing_cases as cases

NUMBER = "OD.24.00002"


@pytest.fixture
def key(tmp_path: Path) -> Path:
    """A certificate that the root issued."""
    file = tmp_path / "mine.p12"
    file.write_bytes(cases.key_file(cases.officer()))
    return file


@pytest.fixture
def whole(sample: Path) -> Path:
    """The sample with the one answer its decision lacks."""
    with Register.open(sample, at=cases.AT) as register:
        decision = replace(register.decisions.get(NUMBER), for_publication=Publication.YES)
        write_record(register, Author("A. Officer", "Commissioner", cases.AT), decision)
    return sample


@pytest.fixture
def evidence(tmp_path: Path) -> tuple[str, ...]:
    root, crl = tmp_path / "root.pem", tmp_path / "r.crl"
    root.write_bytes(cases.pem(cases.root()))
    crl.write_bytes(cases.revocations())
    return "--trust", str(root), "--crl", str(crl)


@pytest.fixture
def service() -> Iterator[str]:
    with cases.timestamp_service() as address:
        yield address


def sign(file: Path, key: Path, *words: str, typed: str = cases.WORDS) -> Result:
    given = ["sign-record", str(file), NUMBER, "--certificate", str(key), *words, *OFFICER]
    return CliRunner().invoke(desk, given, input=f"{typed}\n", obj=cases.AT)


def kept(file: Path) -> tuple[Decision, bytes]:
    with Register.open(file, writable=False) as register:
        decision = register.decisions.get(NUMBER)
        return decision, register.decisions.signed_record(decision.signed_files[0].sha256)


def test_a_record_is_signed_checked_and_filed_and_says_how_much_it_carries(whole: Path, key: Path) -> None:
    result = sign(whole, key)
    assert result.exit_code == 0, result.output
    decision, pdf = kept(whole)
    said = " ".join(result.stdout.split())
    assert said.startswith(f"Filed the record of {NUMBER}")
    assert "B-B: the certificate and the clock of this computer alone, because no timestamp service is set" in said
    assert verify(pdf, cases.AT).verdict is Verdict.INTACT
    assert (decision.is_locked, decision.signed_files[0].level) == (True, "B-B")
    assert decision.signed_files[0].signer == decision.maker_name
    assert cases.WORDS not in result.output
    assert cases.WORDS.encode() not in whole.read_bytes()


def test_a_record_with_gaps_is_not_signed_and_they_are_listed(sample: Path, key: Path) -> None:
    before = content(sample)
    result = sign(sample, key)
    assert (result.exit_code, result.stdout) == (1, "")
    assert f"One thing stops {NUMBER} from being signed. Choose whether the record is for publication." in result.stderr
    assert content(sample) == before


def test_with_a_service_it_is_timed_and_with_lists_it_lasts(
    whole: Path, key: Path, service: str, evidence: tuple[str, ...]
) -> None:
    result = sign(whole, key, "--timestamp", service, *evidence, "--second-place")
    assert result.exit_code == 0, result.output
    assert "B-LT: with a timestamp by 127.0.0.1" in result.stdout
    assert kept(whole)[0].signed_files[0].level == "B-LT"
    done("council", whole, "--timestamp", service, *OFFICER)
    result = sign(whole, key, "--counter-sign", "B. Clerk", "--counter-post", "Proper Officer")
    assert result.exit_code == 0, result.output
    decision, pdf = kept(whole)
    assert (decision.signed_files[0].signer, decision.signed_files[0].post) == ("B. Clerk", "Proper Officer")
    assert decision.signed_files[0].level == "B-T"
    assert [each.is_intact for each in verify(pdf, cases.AT).signatures] == [True, True]


def test_a_service_that_does_not_answer_signs_nothing_and_the_record_can_be_signed_without(
    whole: Path, key: Path
) -> None:
    with cases.timestamp_service(b"words") as address:
        done("council", whole, "--timestamp", address, *OFFICER)
        result = sign(whole, key)
    assert result.exit_code == 1
    assert "gave no timestamp" in result.stderr
    assert "or sign without a timestamp" in result.stderr
    assert "gave no timestamp" in sign(whole, key).stderr
    result = sign(whole, key, "--no-timestamp")
    assert result.exit_code == 0, result.output
    assert kept(whole)[0].signed_files[0].level == "B-B"


@pytest.mark.parametrize(
    ("words", "typed", "sentence"),
    [
        ((), "not the passphrase", "The passphrase does not open the file"),
        (("--counter-sign", "B. Clerk"), cases.WORDS, "has no signed record yet"),
        (("--timestamp", "stamps"), cases.WORDS, "is not the address of a timestamp service"),
        (("--crl", __file__), cases.WORDS, "list"),
    ],
)
def test_what_cannot_sign_is_refused_and_nothing_is_filed(
    whole: Path, key: Path, words: tuple[str, ...], typed: str, sentence: str
) -> None:
    before = content(whole)
    result = sign(whole, key, *words, typed=typed)
    assert (result.exit_code, sentence in result.stderr) == (1, True), result.stderr
    assert content(whole) == before


def test_a_signed_record_is_not_signed_again_by_its_maker(whole: Path, key: Path) -> None:
    assert sign(whole, key).exit_code == 0
    assert "Name a second person with --counter-sign" in sign(whole, key).stderr
