"""Publishing from the command line: three files of a record, the public ones only once nothing is left to settle."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from db.changes import Author
from db.operations.file_record import file_signed
from db.operations.write_record import write_record
from db.register import Register
from db.rules.decision import Publication
from db.rules.decision_facts import Exemption, Published, SignedFile
from db.rules.rich_text import WITHHELD, WITHHELD_ENDS
from desktop.writing.gathering import gather
from exports.decision_pdf import render
from exports.signatures.signing import sign
from tests.desktop.commands.command_line import AT, OFFICER, content, done, refused
from tests.exports import signing_cases as cases

NUMBER = "OD.24.00002"
EXEMPT = "Orchard Kestrel"
BY = Author("A. Officer", "Clerk", AT)


def written(folder: Path) -> list[str]:
    return sorted(each.name for each in folder.iterdir())


def settle(sample: Path, words: str = "") -> None:
    with Register.open(sample, at=AT) as register:
        whole = register.decisions.get(NUMBER)
        reasons = f"{whole.text.reasons} {words}".strip()
        answered = replace(whole, for_publication=Publication.YES, text=replace(whole.text, reasons=reasons))
        if words:
            exempt = Exemption((3,), "The price is still being negotiated.", "A name")
            answered = replace(answered, for_publication=Publication.PART, exemption=exempt)
        write_record(register, BY, answered)


def file_signed_record(sample: Path) -> bytes:
    with Register.open(sample, at=AT) as register:
        decision = register.decisions.get(NUMBER)
        made = sign(render(gather(register, decision)), cases.order(pkcs12=cases.own_identity()))
        file = SignedFile(made.sha256, "A. Officer", "", made.moment, made.level.value, made.certificate.sha256)
        file_signed(register, BY, decision.id, made.pdf, file, made.moment.date())
        return made.pdf


def test_a_record_is_written_as_a_pdf_a_web_page_and_text(sample: Path, tmp_path: Path) -> None:
    said = done("publish", sample, NUMBER, "--to", tmp_path / "new" / "folder")
    assert said.count("Wrote “") == 3
    folder = tmp_path / "new" / "folder"
    assert written(folder) == [f"{NUMBER}.html", f"{NUMBER}.pdf", f"{NUMBER}.txt"]
    assert (folder / f"{NUMBER}.pdf").read_bytes().startswith(b"%PDF-")
    assert "Reasons for decision" in (folder / f"{NUMBER}.txt").read_text("utf-8")


def test_the_public_version_waits_for_what_is_to_be_settled(sample: Path, tmp_path: Path) -> None:
    sentence = refused("publish", sample, NUMBER, "--to", tmp_path / "out", "--public")
    assert sentence == f"{NUMBER} is not ready to be published. Choose whether the record is for publication."
    assert not (tmp_path / "out").exists()
    settle(sample)
    done("publish", sample, NUMBER, "--to", tmp_path / "out", "--public")
    assert len(written(tmp_path / "out")) == 3


def test_what_is_exempt_is_in_no_byte_of_the_public_files(sample: Path, tmp_path: Path) -> None:
    settle(sample, f"{WITHHELD}{EXEMPT}{WITHHELD_ENDS}")
    signed = file_signed_record(sample)
    done("publish", sample, NUMBER, "--to", tmp_path / "out", "--public")
    assert written(tmp_path / "out") == [f"{NUMBER} public.{kind}" for kind in ("html", "pdf", "txt")]
    assert not any(EXEMPT.encode() in each.read_bytes() for each in (tmp_path / "out").iterdir())
    done("publish", sample, NUMBER, "--to", tmp_path / "full")
    assert (tmp_path / "full" / f"{NUMBER}.pdf").read_bytes() == signed
    assert EXEMPT in (tmp_path / "full" / f"{NUMBER}.html").read_text("utf-8")


def test_the_signed_file_is_what_is_published_where_nothing_is_withheld(sample: Path, tmp_path: Path) -> None:
    settle(sample)
    signed = file_signed_record(sample)
    done("publish", sample, NUMBER, "--to", tmp_path / "out", "--public")
    assert (tmp_path / "out" / f"{NUMBER}.pdf").read_bytes() == signed


def test_a_file_in_the_place_of_the_folder_and_a_decision_that_is_not_there_are_refused(
    sample: Path, tmp_path: Path
) -> None:
    (tmp_path / "taken").write_text("mine")
    assert "cannot be used" in refused("publish", sample, NUMBER, "--to", tmp_path / "taken")
    assert "No decision has the number" in refused("publish", sample, "OD.99.1", "--to", tmp_path / "out")
    assert (tmp_path / "taken").read_text() == "mine"


@pytest.mark.parametrize("is_filed", [True, False])
def test_publication_is_recorded_before_and_after_a_record_is_filed(sample: Path, *, is_filed: bool) -> None:
    if is_filed:
        settle(sample)
        file_signed_record(sample)
    said = done("record-publication", sample, NUMBER, "--on", "22/1/2024", "--effective", "30/1/2024", *OFFICER)
    assert said == f"Recorded the publication of {NUMBER}.\n"
    with Register.open(sample, writable=False) as register:
        assert register.decisions.get(NUMBER).published == Published(date(2024, 1, 22), date(2024, 1, 30))


def test_publication_before_the_decision_is_refused(sample: Path) -> None:
    before = content(sample)
    assert "before the decision" in refused("record-publication", sample, NUMBER, "--on", "1/1/2024", *OFFICER)
    assert content(sample) == before
