"""Facts about recording decisions, their signatures and their records from the window."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog

from db.rules.decision import DecisionId, DecisionKind, EffectKind, Publication
from db.rules.money import Pence
from desktop import acts
from desktop.desk import Desk
from desktop.dialogs.decision_dialog import DecisionDialog, next_number
from desktop.dialogs.small_dialogs import SignatureDialog
from desktop.dialogs.told_dialog import ToldDialog
from tests.desktop.acting import answering, contract, decision, press, said, write
from tests.desktop.acting import desk as desk
from tests.desktop.acting import sample_desk as sample_desk
from tests.desktop.acting import worker as worker


def test_a_decision_is_recorded_with_all_that_was_entered_and_nothing_invented(desk: Desk) -> None:
    def answer(dialog: DecisionDialog) -> None:
        write(dialog, "number", "OD.24.00010")
        write(dialog, "subject", "Vary Part A")
        write(dialog, "decidedOn", "9/1/2024")
        write(dialog, "makerPost", "Corporate Director")
        dialog.rests_on.write("22/00092")
        dialog.effects.write([(contract(desk.register, "CN-A").id, EffectKind.VARIES, "Fewer hours")])
        dialog.savings.write([("Navigation", "Fewer hours", "£0.85m")])
        dialog.sections.open_section("reasons")
        write(dialog, "sectionsPage", "Because.")
        press(dialog)

    answering(DecisionDialog, answer)
    assert acts.record_decision(desk, None) is not None
    found = decision(desk.register, "OD.24.00010")
    assert (found.kind, found.decided_on, found.maker_post) == (
        DecisionKind.OFFICER,
        date(2024, 1, 9),
        "Corporate Director",
    )
    assert (found.relates_to_number, found.text.reasons) == ("22/00092", "Because.")
    assert [(each.contract_reference, each.kind, each.detail) for each in found.effects] == [
        ("CN-A", EffectKind.VARIES, "Fewer hours")
    ]
    assert [each.pence for each in found.savings] == [Pence(850_000_00)]
    assert (found.maker_name, found.signed_on, found.is_key, found.for_publication) == (
        "",
        None,
        None,
        Publication.UNANSWERED,
    )


def test_a_number_that_is_taken_is_told_beside_the_number_and_the_sections_stay(desk: Desk) -> None:
    problems: list[str] = []

    def answer(dialog: DecisionDialog) -> None:
        write(dialog, "number", "22/00092")
        write(dialog, "subject", "Again")
        write(dialog, "decidedOn", "9 1 2024")
        write(dialog, "sectionsPage", "EXTEND it.")
        press(dialog)
        problems.extend((*said(dialog), dialog.number.shown_problem))
        assert dialog.sections.read().decision == "EXTEND it."
        dialog.reject()

    answering(DecisionDialog, answer)
    assert acts.record_decision(desk, None) is None
    assert problems[0] == problems[1] == "Decision 22/00092 is in the register already. Give this one its own number."


def test_an_empty_form_names_every_gap_and_a_half_filled_line(desk: Desk) -> None:
    problems: list[list[str]] = []

    def answer(dialog: DecisionDialog) -> None:
        press(dialog)
        problems.append(said(dialog))
        write(dialog, "subject", "Something")
        write(dialog, "decidedOn", "9 1 2024")
        press(dialog)
        problems.append(said(dialog))
        dialog.reject()

    answering(DecisionDialog, answer)
    acts.record_decision(desk, None, (contract(desk.register, "CN-A").id,))
    assert problems == [
        ["Enter what the decision is about", "Enter the day the decision was taken"],
        ["Choose the contract and the effect on each line, or remove the line"],
    ]


def test_the_next_free_number_is_help_and_follows_the_year(desk: Desk) -> None:
    known = desk.register.decisions.all()
    assert next_number(known, date(2024, 3, 1)) == "OD.24.00003"
    assert next_number(known, date(2025, 3, 1)) == "OD.25.00001"


def test_a_signature_before_the_decision_is_refused_beside_its_day_then_recorded(desk: Desk) -> None:
    problems: list[str] = []

    def answer(dialog: SignatureDialog) -> None:
        write(dialog, "signedOn", "4 1 2024")
        press(dialog)
        problems.append(dialog.signed_on.shown_problem)
        write(dialog, "signedOn", "6 1 2024")
        press(dialog)

    answering(SignatureDialog, answer)
    assert acts.record_signature(desk, None, decision(desk.register, "OD.24.00002").id) is not None
    assert "is before the decision" in problems[0]
    assert decision(desk.register, "OD.24.00002").signed_on == date(2024, 1, 6)


def test_the_record_is_saved_as_a_pdf_with_its_suffix_added(
    sample_desk: Desk, worker: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "OD.24.00002"), ""))
    acts.record_pdf(sample_desk, None, decision(sample_desk.register, "OD.24.00002").id)
    assert (tmp_path / "OD.24.00002.pdf").read_bytes().startswith(b"%PDF-")


def test_a_folder_that_is_gone_is_told_in_a_sentence(
    sample_desk: Desk, worker: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "gone" / "a.pdf"), ""))

    def read(dialog: ToldDialog) -> None:
        told.append(dialog.sentence.text())
        dialog.reject()

    answering(ToldDialog, read)
    acts.record_pdf(sample_desk, None, decision(sample_desk.register, "OD.24.00002").id)
    assert "There is no folder" in told[0]


def test_a_decision_that_is_gone_is_told(desk: Desk) -> None:
    answering(ToldDialog, lambda dialog: dialog.reject())
    assert acts.record_signature(desk, None, DecisionId("gone")) is None
