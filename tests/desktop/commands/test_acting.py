"""Contracts entered, corrected and acted on from the command line; what cannot be is refused and changes nothing."""

from pathlib import Path

import pytest

from desktop.session import Session
from tests.desktop.commands.command_line import OFFICER, content, done, give, refused, stated

NEW = (
    "--title", "Help at home", "--service", "Help", "--starts", "1 April 2024", "--ends", "31/3/2026",
    "--provider", "SEK", "--provider", "imago", "--part", "East", "--part", "West", "--option", "12", "--option", "6",
    "--notice", "council|3 months|clause 12", "--notice", "provider|28 days",
    "--fund", "East|Council|2024-25|£100,000", "--fund", "East|ICB|2024/25|50000", "--fund", "West|Council|2024|£0.2m",
    "--total", "Council|£300,000", "--total", "Total|£350,000", "--rate", "East|Council|£110k|1/4/2025",
)  # fmt: skip


@pytest.fixture
def entered(sample: Path) -> Path:
    """The sample with a contract of our own, and a decision that may extend it."""
    done("add-contract", sample, "T-1", *NEW, *OFFICER)
    done("record-decision", sample, "OD.1", "--subject", "Extend help at home", "--kind", "officer",
         "--decided", "2 January 2026", *OFFICER)  # fmt: skip
    return sample


def test_a_contract_is_entered_with_everything_that_is_known(entered: Path) -> None:
    contract = stated("show", entered, "t-1", "--on", "2025-06-01")
    assert [each["name"] for each in contract["providers"]] == ["Social Enterprise Kent", "Imago"]
    assert (contract["ends_on"], contract["maximum_end"]) == ("2026-03-31", "2027-09-30")
    assert contract["parts"] == ["East", "West"]
    assert contract["annual_value_pence"] == 110_000_00
    assert contract["funding_years"][0]["total_pence"] == 350_000_00
    assert [(each["side"], each["length"], each["unit"], each["source"]) for each in contract["notice_terms"]] == [
        ("council", 3, "months", "clause 12"), ("provider", 28, "days", ""),
    ]  # fmt: skip


def test_a_provider_is_found_by_every_name_it_is_given(sample: Path) -> None:
    done("add-provider", sample, "Help CIO", "--alias", "Help", "--charity-number", "1", *OFFICER)
    assert "also known as Helpers" in done("add-alias", sample, "help", "Helpers", "--source", "a letter", *OFFICER)
    assert "is already a name of Help CIO" in refused("add-provider", sample, "helpers")
    assert "No provider is known as" in refused("add-alias", sample, "Nobody", "x")


def test_details_are_edited_and_cleared_and_what_is_not_named_stays(entered: Path, tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("First.\nSecond – £5.", encoding="utf-8")
    notes = f"@{tmp_path / 'notes.txt'}"
    assert done("edit", entered, "T-1", "--notes", notes, "--service", "", *OFFICER) == (
        "Changed notes, service of T-1.\n"
    )
    contract = stated("show", entered, "T-1")
    assert (contract["notes"], contract["service"], contract["title"]) == ("First.\nSecond – £5.", "", "Help at home")
    assert "Nothing was changed." in done("edit", entered, "T-1", "--title", "Help at home", *OFFICER)


def test_terms_are_corrected_with_a_reason_and_the_rest_stays(entered: Path) -> None:
    done("correct-terms", entered, "T-1", "--reason", "slip", "--ends", "31/5/2026", "--notice", "council|2 months",
         *OFFICER)  # fmt: skip
    contract = stated("show", entered, "T-1", "--on", "2025-06-01")
    assert (contract["starts_on"], contract["initial_ends_on"]) == ("2024-04-01", "2026-05-31")
    assert contract["maximum_end"] == "2027-11-30"
    assert {(each["side"], each["length"]) for each in contract["notice_terms"]} == {("council", 2), ("provider", 28)}


def test_an_end_is_recorded(entered: Path) -> None:
    done("record-end", entered, "T-1", "--on", "1/5/2025", "--reason", "agreed", *OFFICER)
    assert stated("show", entered, "T-1", "--on", "2025-05-02")["status"] == "Ended"
    assert "is recorded as ended already" in refused("record-end", entered, "T-1", "--on", "1/5/2025")


def test_contracts_are_extended_together_by_a_decision(entered: Path) -> None:
    done("add-contract", entered, "T-2", *NEW, *OFFICER)
    said = done(
        "extend", entered, "T-1", "T-2", "--decision", "od.1", "--option", "1", "--to", "31 March 2027",
        "--fund", "T-1/East|Council|2026-27|£1", "--fund", "T-2/West|Council|2026-27|£2", "--total", "Total|£3",
        *OFFICER,
    )  # fmt: skip
    assert said == "Extended T-1, T-2 by OD.1.\n"
    first, second = (stated("show", entered, each, "--on", "2026-02-01") for each in ("T-1", "T-2"))
    assert [each["status"] for each in first["options"]] == ["used", "next"]
    assert first["ends_on"] == second["ends_on"] == "2027-03-31"
    assert [(each["part"], each["amount_pence"]) for each in second["funding"] if each["decision"]] == [("West", 200)]


def test_notice_is_recorded_with_its_working(sample: Path) -> None:
    said = done("give-notice", sample, "SAMPLE-CN-A", "--on", "2 October 2025", "--method", "e-mail",
                "--decision", "Changes to the Community Wellbeing Services", *OFFICER)  # fmt: skip
    assert "ends it 2 January 2026" in said
    assert "the corresponding day (Dodds v Walker [1981])" in said
    contract = stated("show", sample, "SAMPLE-CN-A", "--on", "2025-10-03")
    assert (contract["status"], contract["ends_on"]) == ("Under notice", "2026-01-02")
    assert contract["notices"][0]["method"] == "e-mail"
    assert contract["notices_decided"][0]["is_served"] is True


def test_a_provider_gives_notice_by_its_own_term(entered: Path) -> None:
    assert "ends it 29 June 2025" in done("give-notice", entered, "T-1", "--served", "1/6/2025", "--by", "provider")


def test_a_contract_is_varied_by_agreement_or_by_a_decision(entered: Path) -> None:
    done("vary", entered, "T-1", "--summary", "Longer", "--decided", "1/2/2026", "--effective", "1/4/2026",
         "--ends", "30/6/2026", "--ground", "regulation 72", "--rate", "East|Council|£120,000", *OFFICER)  # fmt: skip
    done("vary", entered, "T-1", "--summary", "Wider", "--decision", "OD.1", "--kind", "modifies", *OFFICER)
    contract = stated("show", entered, "T-1", "--on", "2026-04-01")
    assert contract["ends_on"] == "2026-06-30"
    assert contract["annual_value_pence"] == 120_000_00
    assert [each["decision"] for each in contract["variations"]] == [None, "OD.1"]
    assert contract["decisions"][0]["effects"][0]["kind"] == "modifies"


REFUSED = [
    (["add-contract", "sample-cn-a", "--title", "T"], "Another contract has the reference"),
    (["add-contract", "T-9", "--title", " "], "Enter title."),
    (["add-contract", "T-9", "--title", "T", "--starts", "2/4/2024", "--ends", "1/4/2024"], "is before the start"),
    (["add-contract", "T-9", "--title", "T", "--starts", "30/2/2024"], "must be a real date"),
    (["add-contract", "T-9", "--title", "T", "--provider", "Nobody"], "No provider is known as"),
    (["add-contract", "T-9", "--title", "T", "--notice", "landlord|3 months"], "is not a notice term"),
    (["add-contract", "T-9", "--title", "T", "--notice", "council"], "must be written as SIDE|LENGTH"),
    (["add-contract", "T-9", "--title", "T", "--part", "P", "--fund", "P|C|2024-25"], "PART|PARTNER|YEAR|AMOUNT"),
    (["add-contract", "T-9", "--title", "T", "--part", "P", "--fund", "P|C|2024-26|£1"], "must be a financial year"),
    (["add-contract", "T-9", "--title", "T", "--part", "P", "--fund", "P|C|20|£1"], "must be a financial year"),
    (["add-contract", "T-9", "--title", "T", "--part", "P", "--fund", "P|C|2024|lots"], "is not an amount of money"),
    (["add-contract", "T-9", "--title", "T", "--part", "P", "--fund", "P|C|2024|£10", "--total", "Total|£11"],
     "does not add up"),
    (["edit", "T-1", "--title", ""], "Enter title."),
    (["edit", "T-1", "--reference", "SAMPLE-CN-B"], "Another contract has the reference"),
    (["edit", "T-0", "--title", "x"], "No contract has the reference “T-0”"),
    (["edit", "T-1", "--notes", "@nowhere.txt"], "“nowhere.txt” cannot be used: No such file or directory"),
    (["correct-terms", "T-1", "--reason", " ", "--ends", "1/1/2027"], "Enter reason for the correction."),
    (["correct-terms", "T-1", "--reason", "slip", "--notice", "council|1 month", "--notice", "council|2 weeks"],
     "entered more than once"),
    (["extend", "T-1", "--decision", "OD.9"], "No decision has the number “OD.9”"),
    (["extend", "T-1", "--decision", "OD.1", "--option", "2"], "Options are used in order."),
    (["extend", "T-1", "--decision", "OD.1", "--to", "1/1/2030"], "its maximum end is 30 September 2027"),
    (["extend", "T-1", "--decision", "OD.1", "--to", "30/3/2027"], "It cannot end on 30 March 2027"),
    (["extend", "T-1", "SAMPLE-CN-A", "--decision", "OD.1"], "has used all its options"),
    (["extend", "T-1", "--decision", "OD.1", "--fund", "North|C|2026-27|£1"], "None of the contracts has a part"),
    (["extend", "T-1", "SAMPLE-CN-A", "--decision", "OD.1", "--fund", "Total|C|2026-27|£1"], "T-1/East, T-1/West"),
    (["extend", "T-1", "--decision", "OD.1", "--fund", "East|C|2026-27|£10", "--total", "Total|£12"],
     "a difference of £2"),
    (["extend", "T-1", "--decision", "OD.1", "--total", "East|£1"], "has no row or column called “East”"),
    (["give-notice", "SAMPLE-CN-A", "--served", "2/10/2025", "--by", "provider"], "has no notice recorded"),
    (["give-notice", "SAMPLE-CN-A", "--served", "31/9/2025"], "must be a real date"),
    (["give-notice", "T-1", "--served", "1/6/2025", "--decision", "none"], "No decision has the number"),
    (["vary", "T-1", "--summary", "x"], "Name the decision the variation rests on"),
    (["vary", "T-1", "--summary", "", "--decision", "OD.1"], "Enter what the variation changes."),
    (["vary", "T-1", "--summary", "x", "--decision", "OD.1", "--rate", "East|C|£1"], "Enter the day the new rates"),
    (["vary", "T-1", "--summary", "x", "--decision", "OD.1", "--effective", "1/4/2026", "--ends", "1/3/2026"],
     "is before the variation takes effect"),
    (["record-end", "T-1", "--on", "1/1/2020"], "is before the start"),
]  # fmt: skip


@pytest.mark.parametrize(("words", "sentence"), REFUSED, ids=[" ".join(words) for words, _ in REFUSED])
def test_what_cannot_be_done_is_refused_with_a_sentence_and_changes_nothing(
    entered: Path, words: list[str], sentence: str
) -> None:
    before = content(entered)
    assert sentence in refused(words[0], entered, *words[1:])
    assert content(entered) == before


def test_a_part_that_several_contracts_have_must_be_told_apart(entered: Path) -> None:
    done("add-contract", entered, "T-2", *NEW, *OFFICER)
    sentence = refused("extend", entered, "T-1", "T-2", "--decision", "OD.1", "--fund", "East|Council|2026-27|£1")
    assert "Several of the contracts have a part “East”. Write one of: T-1/East," in sentence


def newest(file: Path) -> tuple[str, str]:
    entry = stated("history", file, "SAMPLE-CN-A")["entries"][0]
    return entry["officer"], entry["post"]


def test_who_acts_is_named_by_option_then_variable_then_the_window_then_the_system(
    sample: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "settings"))
    monkeypatch.setattr("getpass.getuser", lambda: "officer7")
    variables: dict[str, str | None] = {"CONTRACT_DESK_OFFICER": "V. Officer", "CONTRACT_DESK_POST": "Analyst"}
    done("edit", sample, "SAMPLE-CN-A", "--contact", "1")
    assert newest(sample) == ("officer7", "not stated")
    Session().keep_officer("W. Officer", "Manager")
    done("edit", sample, "SAMPLE-CN-A", "--contact", "2")
    assert newest(sample) == ("W. Officer", "Manager")
    done("edit", sample, "SAMPLE-CN-A", "--contact", "3", env=variables)
    assert newest(sample) == ("V. Officer", "Analyst")
    done("edit", sample, "SAMPLE-CN-A", "--contact", "4", *OFFICER, env=variables)
    assert newest(sample) == ("A. Officer", "Commissioner")
    done("edit", sample, "SAMPLE-CN-A", "--contact", "5", "--officer", "Another Officer")
    assert newest(sample) == ("Another Officer", "not stated")


def test_a_system_without_a_user_name_still_has_somebody_act(sample: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def nobody() -> str:
        raise OSError("no user")

    monkeypatch.setattr("getpass.getuser", nobody)
    assert give("edit", sample, "SAMPLE-CN-A", "--contact", "1").exit_code == 0
    assert newest(sample) == ("unknown user", "not stated")


def test_a_text_file_that_is_not_utf_8_is_refused(sample: Path, tmp_path: Path) -> None:
    (tmp_path / "old.txt").write_bytes(b"\xa35")
    assert "is not a text file in UTF-8" in refused("edit", sample, "SAMPLE-CN-A", "--notes", f"@{tmp_path}/old.txt")
