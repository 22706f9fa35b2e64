"""Notice by command: sent one way and so deemed served, listed, and put into a letter."""

from pathlib import Path

import pytest

from tests.desktop.commands.command_line import OFFICER, content, done, give, refused, stated
from tests.exports.pdf_reading import PROFILES, broken_rules, text

BY_POST = ("--sent", "29/12/2026", "--by-method", "first-class")


def given(file: Path, *words: str, ref: str = "SAMPLE-WB55-SEK") -> str:
    return done("give-notice", file, ref, *words, *OFFICER)


def test_notice_posted_by_29_december_counts_as_served_on_the_31st_and_ends_it_on_31_march(sample: Path) -> None:
    said = given(sample, *BY_POST)
    assert "served 31 December 2026, ends it 31 March 2027" in said
    assert "It counts as served on Thursday 31 December 2026" in said
    (notice,) = stated("notices", sample)["notices"]
    assert (notice["sent_at"], notice["served_on"], notice["ends_on"]) == ("2026-12-29", "2026-12-31", "2027-03-31")
    assert notice["method"] == "First class post"
    assert "It counts as served on Thursday 31 December 2026" in done(
        "show", sample, "SAMPLE-WB55-SEK", "--on", "31/12/2026"
    )


@pytest.mark.parametrize(
    ("sent", "served"),
    [("31/12/2026 16:59", "2026-12-31"), ("31/12/2026 5pm", "2027-01-04"), ("today 9.30am", "2026-01-05")],
)
def test_an_e_mail_turns_on_the_time_it_was_sent(sample: Path, sent: str, served: str) -> None:
    given(sample, "--sent", sent, "--by-method", "e-mail")
    assert stated("notices", sample)["notices"][0]["served_on"] == served


def test_the_contracts_own_clause_goes_before_the_usual_rule(sample: Path) -> None:
    done("set-service-clause", sample, "SAMPLE-WB55-SEK", "--method", "first-class", "--length", "3 working days",
         "--source", "clause 40", *OFFICER)  # fmt: skip
    assert "clause 40" in given(sample, *BY_POST)
    assert stated("notices", sample)["notices"][0]["served_on"] == "2027-01-04"


def test_a_clause_may_give_an_e_mail_its_own_time(sample: Path) -> None:
    done("set-service-clause", sample, "SAMPLE-WB55-SEK", "--method", "e-mail", "--length", "0 working days",
         "--before", "4pm", *OFFICER)  # fmt: skip
    given(sample, "--sent", "30/12/2026 16:30", "--by-method", "e-mail")
    assert stated("notices", sample)["notices"][0]["served_on"] == "2026-12-31"


def test_one_way_of_saying_when_is_asked_for_and_no_more(sample: Path) -> None:
    before = content(sample)
    for words in ((), ("--served", "today", *BY_POST), ("--sent", "today"), ("--by-method", "hand")):
        assert give("give-notice", sample, "SAMPLE-WB55-SEK", *words, *OFFICER).exit_code == 2
    by_pigeon = ("--sent", "today", "--by-method", "pigeon")
    assert "“pigeon” is not a way of sending" in refused("give-notice", sample, "SAMPLE-WB55-SEK", *by_pigeon, *OFFICER)
    assert "Give the time it was sent" in refused(
        "give-notice", sample, "SAMPLE-WB55-SEK", "--sent", "today", "--by-method", "hand", *OFFICER
    )
    assert "must be a time of day" in refused(
        "give-notice", sample, "SAMPLE-WB55-SEK", "--sent", "1/12/2026 25:00", "--by-method", "hand", *OFFICER
    )
    assert content(sample) == before


def test_the_log_has_the_notice_served_last_first(sample: Path) -> None:
    assert done("notices", sample) == "No notices\n"
    given(sample, "--served", "2/10/2025", "--method", "By hand", ref="SAMPLE-CN-A")
    given(sample, *BY_POST)
    page = done("notices", sample)
    assert page.startswith("2 notices")
    places = [page.index(ref) for ref in ("SAMPLE-WB55-SEK", "SAMPLE-CN-A")]
    assert places == sorted(places)
    assert "served 2 October 2025, by hand" in page


@pytest.mark.parametrize("profile", PROFILES)
def test_the_letter_of_a_recorded_notice_is_a_tagged_archival_pdf(sample: Path, profile: str) -> None:
    given(sample, *BY_POST)
    file = sample.with_name("letter.pdf")
    said = done("letter", sample, "SAMPLE-WB55-SEK", "--to", file, "--dated", "29/12/2026", *OFFICER)
    assert said.endswith("Not recorded, and printed so: decision, contact.\n")
    assert broken_rules(file.read_bytes(), profile) == set()
    printed = text(file.read_bytes())
    for stated_there in (
        "Social Enterprise Kent",
        "31 December 2026",
        "31 March 2027",
        "A. Officer",
        "29 December 2026",
    ):
        assert stated_there in printed


def test_a_letter_can_be_written_before_the_notice_is_recorded(sample: Path) -> None:
    file, before = sample.with_name("letter.pdf"), content(sample)
    assert "No notice is recorded on SAMPLE-CN-A" in refused("letter", sample, "SAMPLE-CN-A", "--to", file, *OFFICER)
    done("letter", sample, "SAMPLE-CN-A", "--to", file, "--sent", "2/10/2025 10am", "--by-method", "e-mail", *OFFICER)
    printed = text(file.read_bytes())
    assert "2 October 2025 at 10am, e-mail" in printed
    assert "the contract ends on 2 January 2026" in printed
    assert "Changes to the Community Wellbeing Services" in printed
    assert content(sample) == before


def test_a_letter_never_takes_the_registers_place(sample: Path) -> None:
    given(sample, *BY_POST)
    assert "is a register" in refused("letter", sample, "SAMPLE-WB55-SEK", "--to", sample, *OFFICER)
