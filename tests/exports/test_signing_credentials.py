"""The key and certificate that sign: which do, which do not, and why; and one of one's own."""

from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from db.rules.refusal import Refusal
from exports.signatures.certificate import facts_of
from exports.signatures.credentials import check_credentials, read_key_file
from exports.signatures.identity import WORTH, new_identity
from exports.signatures.passphrase import Passphrase
from tests.exports import signing_cases as cases
from tests.exports.signing_cases import AT, SECRET, WORDS

WEBSITES = "1.3.6.1.5.5.7.3.1"
DOCUMENTS = "1.3.6.1.5.5.7.3.36"
MAIL = "1.3.6.1.5.5.7.3.4"


def not_opened(pkcs12: bytes, words: str = WORDS, moment: datetime = AT, crls: tuple[bytes, ...] = ()) -> str:
    with pytest.raises(Refusal) as refusal:
        check_credentials(pkcs12, Passphrase(words), moment, crls)
    return str(refusal.value)


def test_a_certificate_says_whose_it_is_who_issued_it_and_until_when() -> None:
    facts = check_credentials(cases.key_file(cases.officer()), SECRET, AT)
    assert (facts.name, facts.organisation, facts.issuer, facts.serial) == ("A. Officer", "A Council", "The Root", "2")
    assert (facts.valid_from, facts.valid_until) == (AT - timedelta(days=100), AT + timedelta(days=1000))
    assert facts.sha256 == facts_of(cases.officer()).sha256
    assert not facts.is_self_issued
    own = check_credentials(cases.own_identity(), SECRET, AT)
    assert (own.name, own.post, own.is_self_issued) == ("A. Officer", "Corporate Director", True)


def test_a_key_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Refusal, match=r"There is no file “.*own\.p12”"):
        read_key_file(tmp_path / "own.p12")
    with pytest.raises(Refusal, match="cannot be read"):
        read_key_file(tmp_path)
    (tmp_path / "video").write_bytes(b"x" * 1_000_001)
    with pytest.raises(Refusal, match=r"not a PKCS#12 file"):
        read_key_file(tmp_path / "video")


@pytest.mark.parametrize("content", [b"", b"words", b"\x30\x03\x02\x01\x03", b"-----BEGIN CERTIFICATE-----"])
def test_a_file_of_another_kind_is_no_key_file(content: bytes) -> None:
    assert "not a PKCS#12 file" in not_opened(content)


@pytest.mark.parametrize("words", ["wrong", "", WORDS + " ", WORDS.upper()])
def test_a_wrong_passphrase_is_said_to_be_wrong(words: str) -> None:
    assert "The passphrase does not open the file" in not_opened(cases.own_identity(), words)


def test_a_file_without_a_key_or_without_its_certificate_is_refused() -> None:
    assert "holds no private key" in not_opened(cases.key_file(cases.officer(), with_key=False))
    assert "holds no certificate for its key" in not_opened(cases.key_file(None, cases.key("A. Officer")))


def test_a_certificate_signs_from_its_first_to_its_last_moment_only() -> None:
    holder = cases.certificate("A. Officer", since=AT, until=AT + timedelta(days=1))
    pkcs12 = cases.key_file(holder)
    check_credentials(pkcs12, SECRET, AT)
    check_credentials(pkcs12, SECRET, AT + timedelta(days=1))
    assert "expired on 3 October 2025" in not_opened(pkcs12, moment=AT + timedelta(days=1, seconds=1))
    assert "not valid until 2 October 2025" in not_opened(pkcs12, moment=AT - timedelta(seconds=1))


@pytest.mark.parametrize("uses", [("digital_signature",), ("content_commitment",), ()])
def test_a_certificate_for_signatures_or_for_nothing_in_particular_signs(uses: tuple[str, ...]) -> None:
    check_credentials(cases.key_file(cases.certificate("A. Officer", uses=uses)), SECRET, AT)


def test_a_certificate_for_encryption_is_refused() -> None:
    assert "not issued for signatures" in not_opened(
        cases.key_file(cases.certificate("A. Officer", uses=("key_encipherment",)))
    )


def test_a_websites_certificate_is_refused_and_one_for_documents_or_mail_is_not() -> None:
    for purposes in ((DOCUMENTS,), (MAIL,), (WEBSITES, DOCUMENTS)):
        check_credentials(cases.key_file(cases.certificate("A. Officer", purposes=purposes)), SECRET, AT)
    assert "other purposes than documents" in not_opened(
        cases.key_file(cases.certificate("A. Officer", purposes=(WEBSITES,)))
    )


def test_a_certificate_its_issuer_took_back_is_refused_from_then_on() -> None:
    pkcs12 = cases.key_file(cases.officer())
    assert "revoked on 27 September 2025" in not_opened(pkcs12, crls=(cases.revocations(2),))
    check_credentials(pkcs12, SECRET, AT, [cases.revocations(99)])
    check_credentials(pkcs12, SECRET, AT, [cases.revocations(2, on=AT + timedelta(seconds=1))])
    check_credentials(pkcs12, SECRET, AT, [cases.revocations(2, issuer="Somebody")])


def test_a_list_the_issuer_did_not_sign_takes_nothing_back() -> None:
    forged = cases.revocations(2, signed_by="Somebody")
    check_credentials(cases.key_file(cases.officer()), SECRET, AT, [forged])


def test_a_revocation_list_that_cannot_be_read_is_refused() -> None:
    assert "revocation list cannot be read" in not_opened(cases.key_file(cases.officer()), crls=(b"no list",))


def test_a_self_issued_certificate_signs_for_its_years_and_says_what_it_is_worth() -> None:
    own = new_identity("A. Officer", "", "", SECRET, AT, years=2)
    facts = check_credentials(own, SECRET, AT)
    assert facts.is_self_issued
    assert facts.valid_until.date().isoformat() == "2027-10-02"
    assert "not a qualified signature" in WORTH


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        ({"name": " "}, "needs the name"),
        ({"post": "x" * 65}, "The post is longer than the 64 characters"),
        ({"passphrase": Passphrase("short")}, "at least 12 characters"),
        ({"years": 0}, "1 to 10 years"),
        ({"years": 11}, "1 to 10 years"),
    ],
)
def test_a_certificate_that_would_not_do_is_not_made(values: dict[str, Any], sentence: str) -> None:
    stated = {"name": "A", "post": "", "organisation": "", "passphrase": SECRET, "moment": AT, **values}
    with pytest.raises(Refusal, match=sentence):
        new_identity(**stated)
