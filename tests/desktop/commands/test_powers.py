"""Powers, checks, numbers and the council from the command line."""

from pathlib import Path

import pytest

from db.register import Register
from tests.desktop.commands.command_line import OFFICER, content, done, give, refused

LATE = ("add-contract", "NEW", "--title", "Help at home", "--service", "Help", "--starts", "1/4/2022",
        "--ends", "31/3/2026", "--part", "All", "--option", "12")  # fmt: skip
MEMBER = ("record-decision", "25/00001", "--subject", "Help at home", "--kind", "member", "--decided", "3/1/2025")


@pytest.fixture
def granted(sample: Path) -> Path:
    """A contract with an option left, and a decision that delegates its use."""
    done(LATE[0], sample, *LATE[1:], *OFFICER)
    done(MEMBER[0], sample, *MEMBER[1:], *OFFICER)
    done(
        "delegate", sample, "25/00001", "--limb", "b)", "--power", "extend", "--to", "Corporate Director",
        "--contract", "NEW", "--option", "1", "--from", "1/4/2026", "--until", "31/3/2027", "--once", *OFFICER,
    )  # fmt: skip
    return sample


def test_a_decision_inside_its_power_is_told_limit_by_limit(sample: Path) -> None:
    said = done("authority", sample, "OD.24.00002")
    assert said.startswith("Inside\n")
    assert "1 April 2024 to 31 March 2025 lies within" in said


def test_a_contract_is_extended_by_a_decision_drafted_with_it(granted: Path) -> None:
    said = done("extend", granted, "NEW", "--new-decision", "next", "--decided", "12/1/2026", *OFFICER)
    assert said == "Recorded decision OD.26.00001 and extended NEW by it.\n"
    with Register.open(granted) as register:
        drafted = register.decisions.get("OD.26.00001")
        limb = register.decisions.get("25/00001").delegations[0]
    assert (drafted.delegation_id, drafted.relates_to_number, drafted.maker_post) == (
        limb.id, "25/00001", "Corporate Director",
    )  # fmt: skip
    assert drafted.text.decision == (
        "EXTEND the Help contract (Help at home) by 12 months, from 1 April 2026 to 31 March 2027."
    )


def test_another_than_the_delegate_is_outside_and_the_status_says_so(granted: Path) -> None:
    done("extend", granted, "NEW", "--new-decision", "OD.26.00009", "--decided", "12/1/2026",
         "--maker-post", "Head of Service", *OFFICER)  # fmt: skip
    done("record-decision", granted, "OD.26.00010", "--subject", "x", "--kind", "officer", "--decided", "12/1/2026",
         "--maker-post", "Head of Service", "--rests-on", "25/00001", "--limb", "b", *OFFICER)  # fmt: skip
    result = give("authority", granted, "OD.26.00010")
    assert result.exit_code == 1
    assert "not to the Head of Service" in " ".join(result.stdout.split())


def test_what_a_record_lacks_is_listed_and_the_status_says_that_it_cannot_be_signed(sample: Path) -> None:
    result = give("check-record", sample, "OD.24.00002")
    assert result.exit_code == 1
    assert "C10 stops" in result.stdout
    assert "OD.24.00002: 1 to settle before signing" in result.stdout


def test_a_number_used_elsewhere_is_noted_and_taken_back(sample: Path) -> None:
    done("note-number", sample, "OD.24.00001", "--used", "Another directorate", *OFFICER)
    with Register.open(sample) as register:
        assert register.decisions.noted_numbers() == {"OD.24.00001": "Another directorate"}
    done("note-number", sample, "OD.24.00001", *OFFICER)
    assert "in this register" in refused("note-number", sample, "OD.24.00002", "--used", "x")


def test_the_council_and_what_its_decisions_are_held_to_are_set_and_said(sample: Path) -> None:
    assert "Kent County Council; records in the form “kent”." in done("council", sample)
    done("council", sample, "--name", "Example Council", "--form", "generic", "--key-from", "£500,000", *OFFICER)
    done("council", sample, "--call-in-days", "7", *OFFICER)
    assert done("council", sample) == (
        "Example Council; records in the form “generic”.\n"
        "Decisions are key from £500,000; call-in takes 7 working days.\n"
        "No timestamp service stamps signatures.\n"
    )
    done("council", sample, "--timestamp", "https://stamps.example/tsa", *OFFICER)
    assert "stamped by https://stamps.example/tsa." in done("council", sample)
    done("council", sample, "--timestamp", "", *OFFICER)
    assert "No timestamp service" in done("council", sample)


def test_a_decision_to_come_has_no_day_and_one_that_was_taken_needs_it(sample: Path) -> None:
    words = ("--subject", "Help", "--kind", "cabinet", "--status", "for-determination", "--due", "1/3/2026",
             "--route", "notice", "--rejected", "Do nothing|It meets no aim", "--lead", "A. Officer")  # fmt: skip
    done("record-decision", sample, "26/00001", *words, *OFFICER)
    with Register.open(sample) as register:
        found = register.decisions.get("26/00001")
    assert (found.decided_on, found.alternatives[0].why_rejected, found.responsible.lead_officer) == (
        None, "It meets no aim", "A. Officer",
    )  # fmt: skip
    assert "--decided" in refused("record-decision", sample, "26/00002", "--subject", "x", "--kind", "cabinet")


REFUSED = [
    (["delegate", "22/00092", "--power", "extend", "--to", "x", "--from", "1/4/2026"], "both --from and --until"),
    (["delegate", "9/9", "--power", "extend", "--to", "x"], "No decision has the number"),
    (["council", "--form", "nobody’s"], "no form for records"),
    (["council", "--call-in-days", "99"], "a number from 0 to 30"),
    (["council", "--key-from", "£0"], "above nothing"),
    (["council", "--name", "Another", "--timestamp", "ftp://stamps"], "begins with https:// or http://"),
    (["extend", "SAMPLE-CN-A", "--new-decision", "next"], "has an option to use"),
    (["record-decision", "OD.9", "--subject", "x", "--kind", "officer", "--decided", "1/1/2026", "--rests-on",
      "22/00092", "--limb", "z"], "delegates nothing under"),
]  # fmt: skip


@pytest.mark.parametrize(("words", "sentence"), REFUSED, ids=[" ".join(words) for words, _ in REFUSED])
def test_what_cannot_be_done_is_refused_and_changes_nothing(sample: Path, words: list[str], sentence: str) -> None:
    before = content(sample)
    assert sentence in refused(words[0], sample, *words[1:])
    assert content(sample) == before
