"""The published histories lived again day by day through the commands, with attention looked at as officers would."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.desktop.commands.command_line import OFFICER, done, stated

A, B = "CN-A", "CN-B"
WELLBEING = ("WB-SEK", "WB-INVOLVE", "WB-IMAGO")
KEY, OPTION, SERVE = "Take the decision", "Decide on an extension option", "Last day to serve notice"
ENDS, UNSIGNED, PAST = "Contract ends", "Decision unsigned", "Running past its end"
UNSERVED, UNDER_NOTICE = "Notice decided, service not recorded", "Ends under notice"

Seen = set[tuple[str, str, str]]


class Story:
    """A register in which an officer acts, each act on the day it happened."""

    def __init__(self, file: Path) -> None:
        self.file = file
        self.day = "2019-04-01"
        done("new", file)

    def act(self, command: str, *words: str) -> str:
        """Give a command on the story's day."""
        at = datetime.fromisoformat(f"{self.day}T10:00:00").replace(tzinfo=UTC)
        return done(command, self.file, *words, *OFFICER, at=at)

    def on(self, day: str) -> Seen:
        """Go on to a day, and see what needs attention: contract, matter, day."""
        self.day = day
        lines = stated("attention", self.file, "--on", day)["lines"]
        return {(each["contract"], each["matter"], each["act_by"]) for each in lines}

    def decide(self, number: str, *words: str) -> None:
        """Record a decision taken on the story's day."""
        said = ("--subject", f"Decision {number}", "--kind", "member", "--decided", self.day)
        self.act("record-decision", number, *said, *words)


@pytest.fixture
def story(tmp_path: Path) -> Story:
    return Story(tmp_path / "story.register")


def of_both(matter: str, day: str) -> Seen:
    return {(each, matter, day) for each in (A, B)}


def enter_navigation(story: Story) -> None:
    story.act("add-provider", "Involve")
    for reference in (A, B):
        story.act("add-contract", reference, "--title", f"Navigation {reference}", "--provider", "Involve",
                  "--starts", "1/4/2019", "--ends", "31/3/2023", "--option", "12", "--option", "12",
                  "--notice", "council|3 months")  # fmt: skip


def use_first_option(story: Story) -> None:
    story.day = "2022-10-21"
    story.decide("22/00092", "--signed", "21/10/2022")
    story.act("extend", A, B, "--decision", "22/00092", "--option", "1", "--to", "31/3/2024")


def use_second_option(story: Story) -> None:
    story.day = "2024-01-15"
    story.decide("OD.24.00002", "--kind", "officer")
    story.act("extend", A, B, "--decision", "OD.24.00002", "--option", "2", "--to", "31/3/2025")


def run_part_b_on(story: Story) -> None:
    story.day = "2025-01-31"
    story.decide("24/00113", "--signed", "31/1/2025")
    story.act("vary", B, "--summary", "Twelve months more", "--decision", "24/00113", "--effective", "1/4/2025",
              "--ends", "31/3/2026")  # fmt: skip


def enter_wellbeing(story: Story) -> None:
    for reference, current in zip(WELLBEING, ("£1,240,000", "£1,650,000", "£980,000"), strict=True):
        story.act("add-contract", reference, "--title", "Wellbeing 55+", "--provider", "Involve", "--part", "Kent",
                  "--notice", "council|3 months", "--rate", f"Kent|Council|{current}")  # fmt: skip


def change_wellbeing(story: Story) -> None:
    story.day = "2025-10-02"
    story.decide("25/00001", "--signed", "2/10/2025", "--key", "--effect", f"{A}|gives notice")
    for reference, proposed in zip(WELLBEING, ("£520,000", "£700,000", "£410,000"), strict=True):
        story.act("vary", reference, "--summary", "Redesigned", "--decision", "25/00001", "--effective", "2/1/2026",
                  "--ends", "31/3/2027", "--rate", f"Kent|Council|{proposed}")  # fmt: skip


def test_both_options_of_community_navigation_are_seen_in_time(story: Story) -> None:
    enter_navigation(story)
    assert story.on("2021-12-30") == of_both(KEY, "2022-12-15")
    assert story.on("2022-10-20") == (
        of_both(KEY, "2022-12-15") | of_both(OPTION, "2022-12-31") | of_both(SERVE, "2022-12-31")
        | of_both(ENDS, "2023-03-31")
    )  # fmt: skip
    use_first_option(story)
    assert story.on("2022-10-21") == set()
    last_day = of_both(OPTION, "2023-12-31") | of_both(SERVE, "2023-12-31") | of_both(ENDS, "2024-03-31")
    assert story.on("2023-12-31") >= last_day
    assert story.on("2024-01-01") == story.on("2023-12-31") - of_both(SERVE, "2023-12-31")
    use_second_option(story)
    ahead = of_both(KEY, "2024-12-16") | of_both(SERVE, "2024-12-31")
    assert story.on("2024-01-15") == ahead | {(f"{A}, {B}", UNSIGNED, "2024-01-15")}
    story.act("sign", "OD.24.00002", "--on", "15/1/2024")
    assert story.on("2024-01-15") == ahead


def test_the_last_day_of_an_option_is_on_the_page_that_day_and_overdue_the_next(story: Story) -> None:
    enter_navigation(story)
    use_first_option(story)
    assert "31 December 2023: Decide whether to use option 2 (1 April 2024 to 31 March 2025)" in done(
        "attention", story.file, "--on", "31/12/2023"
    )
    urgency = {
        day: {
            each["urgency"]
            for each in stated("attention", story.file, "--on", day)["lines"]
            if each["matter"] == OPTION
        }
        for day in ("2023-12-31", "2024-01-01", "2024-03-31")
    }
    assert urgency == {"2023-12-31": {"soon"}, "2024-01-01": {"overdue"}, "2024-03-31": {"overdue"}}
    assert {matter for _, matter, _ in story.on("2024-04-01")} == {PAST, "Option lapsed"}


def test_part_a_runs_past_its_end_while_part_b_was_varied_in_time(story: Story) -> None:
    enter_navigation(story)
    use_first_option(story)
    use_second_option(story)
    story.act("sign", "OD.24.00002", "--on", "15/1/2024")
    assert story.on("2024-12-31") >= of_both(SERVE, "2024-12-31") | of_both(ENDS, "2025-03-31")
    run_part_b_on(story)
    assert {line for line in story.on("2025-01-31") if line[0] == B} == {
        (B, KEY, "2025-12-16"),
        (B, SERVE, "2025-12-31"),
    }
    assert story.on("2025-04-01") == {
        (A, PAST, "2025-03-31"), (B, KEY, "2025-12-16"), (B, SERVE, "2025-12-31"), (B, ENDS, "2026-03-31"),
    }  # fmt: skip


def test_notice_decided_on_2_october_2025_and_served_that_day_ends_part_a_on_2_january_2026(story: Story) -> None:
    enter_navigation(story)
    enter_wellbeing(story)
    change_wellbeing(story)
    assert (A, UNSERVED, "2025-10-02") in story.on("2025-10-02")
    said = story.act("give-notice", A, "--sent", "2/10/2025 10:00", "--by-method", "hand", "--decision", "25/00001")
    assert "ends it 2 January 2026" in said
    assert {line for line in story.on("2025-10-02") if line[0] == A} == {(A, UNDER_NOTICE, "2026-01-02")}
    assert {line for line in story.on("2026-01-02") if line[0] == A} == {(A, UNDER_NOTICE, "2026-01-02")}
    assert {line for line in story.on("2026-01-03") if line[0] == A} == set()
    assert stated("show", story.file, A, "--on", "2026-01-03")["status"] == "Ended"


def test_the_varied_wellbeing_contracts_are_seen_until_the_last_day_to_serve(story: Story) -> None:
    story.act("add-provider", "Involve")
    enter_wellbeing(story)
    enter = stated("list", story.file, "--on", "2025-10-01")
    assert enter["annual_value_pence"] == 3_870_000_00
    story.act("add-contract", A, "--title", "Navigation", "--starts", "1/4/2019", "--ends", "31/12/2025")
    change_wellbeing(story)
    assert {line for line in story.on("2025-10-02") if line[0] in WELLBEING} == set()
    assert stated("list", story.file, "--on", "2026-01-02")["annual_value_pence"] == 1_630_000_00
    every = {(each, matter, day) for each in WELLBEING
             for matter, day in ((KEY, "2026-12-16"), (SERVE, "2026-12-31"))}  # fmt: skip
    assert {line for line in story.on("2026-01-02") if line[0] in WELLBEING} == every
    ends = {(each, ENDS, "2027-03-31") for each in WELLBEING}
    assert {line for line in story.on("2026-12-31") if line[0] in WELLBEING} == every | ends
    assert not {line for line in story.on("2027-01-01") if line[1] == SERVE}
    assert {line[1] for line in story.on("2027-04-01") if line[0] in WELLBEING} == {PAST}
