"""Decisions recorded, signed and printed from the command line."""

import hashlib
from pathlib import Path

import pikepdf
import pytest

from tests.desktop.commands.command_line import OFFICER, content, done, refused, stated

DECISION = ("--subject", "Extend help", "--kind", "officer", "--decided", "2 January 2026")


def test_a_decision_is_recorded_with_its_text_effects_and_savings(sample: Path, tmp_path: Path) -> None:
    (tmp_path / "reasons.txt").write_text("First.\n\n- one\n- two", encoding="utf-8")
    said = done(
        "record-decision", sample, "OD.2", *DECISION, "--maker", "A. Officer", "--maker-post", "Director",
        "--rests-on", "22/00092", "--publication", "yes", "--not-key", "--no-call-in", "--link", "https://example.org",
        "--decision", "EXTEND it.", "--reasons", f"@{tmp_path / 'reasons.txt'}", "--conflicts", "None",
        "--effect", "SAMPLE-CN-B|ends|at its term", "--effect", "SAMPLE-CN-A|varies", "--saving", "Help|Less|£0.1m",
        *OFFICER,
    )  # fmt: skip
    assert said == "Recorded decision OD.2.\n"
    (decision,) = [each for each in stated("show", sample, "SAMPLE-CN-B")["decisions"] if each["number"] == "OD.2"]
    assert decision["effects"] == [{"kind": "ends", "detail": "at its term"}]
    assert ("Decision unsigned", "OD.2") in {
        (each["matter"], each["decision"]) for each in stated("attention", sample)["lines"]
    }


def test_a_signature_is_recorded_once(sample: Path) -> None:
    done("record-decision", sample, "OD.2", *DECISION, *OFFICER)
    assert done("sign", sample, "OD.2", "--on", "3/1/2026", *OFFICER) == "Recorded that OD.2 was signed.\n"
    assert "A correction is a new decision." in refused("sign", sample, "OD.2", "--on", "4/1/2026")


def test_a_decision_without_a_number_is_named_by_its_subject(sample: Path) -> None:
    done("record-decision", sample, "", *DECISION, *OFFICER)
    done("sign", sample, "extend help", "--on", "2026-01-03", *OFFICER)


def test_the_record_is_a_pdf_the_same_each_time(sample: Path, tmp_path: Path) -> None:
    target = tmp_path / "record.pdf"
    digests = set()
    for _ in range(2):
        assert f"to “{target}”" in done("record", sample, "od.24.00002", "--to", target)
        digests.add(hashlib.sha256(target.read_bytes()).hexdigest())
    assert len(digests) == 1
    with pikepdf.open(target) as pdf:
        assert "OD.24.00002" in str(pdf.docinfo["/Title"])


REFUSED = [
    (["record-decision", "OD.24.00002", *DECISION], "is in the register already"),
    (["record-decision", "OD.3", *DECISION[:-1], "30/2/2026"], "must be a real date"),
    (["record-decision", "OD.3", *DECISION, "--signed", "1/1/2026"], "is before the decision"),
    (["record-decision", "OD.3", *DECISION, "--effect", "T-0|varies"], "No contract has the reference"),
    (["record-decision", "OD.3", *DECISION, "--effect", "SAMPLE-CN-A|destroys"], "is not what a decision does"),
    (["record-decision", "OD.3", *DECISION, "--saving", "£1"], "must be written as GROUP|LABEL|AMOUNT"),
    (["record-decision", "OD.3", "--subject", "", *DECISION[2:]], "Enter subject."),
    (["sign", "OD.9", "--on", "1/1/2026"], "No decision has the number"),
    (["record", "OD.9", "--to", "record.pdf"], "No decision has the number"),
]  # fmt: skip


@pytest.mark.parametrize(("words", "sentence"), REFUSED, ids=[" ".join(words) for words, _ in REFUSED])
def test_what_cannot_be_decided_is_refused_and_changes_nothing(
    sample: Path, words: list[str], sentence: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    before = content(sample)
    assert sentence in refused(words[0], sample, *words[1:])
    assert content(sample) == before
    assert [each.name for each in tmp_path.iterdir()] == ["sample.register"]
