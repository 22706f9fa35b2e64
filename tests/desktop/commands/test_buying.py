"""How a contract was bought, by command, and what the law makes of changing it."""

from pathlib import Path

from tests.desktop.commands.command_line import OFFICER, done, give, refused, stated

BOUGHT = ("--procured", "1/9/2018", "--value", "£10,000,000", "--months", "72")


def test_a_change_is_checked_against_what_was_awarded(sample: Path) -> None:
    assert "is not recorded" in refused("check-change", sample, "SAMPLE-CN-B", "--value", "£1m")
    done("record-award", sample, "SAMPLE-CN-B", *BOUGHT, *OFFICER)
    said = done("check-change", sample, "SAMPLE-CN-B", "--value", "£6,000,000", "--ground", "72(1)(b)")
    assert said.startswith("Public Contracts Regulations 2015: 2 warnings.")
    assert "Due: Modification notice" in said
    assert "no warnings" in done("check-change", sample, "SAMPLE-CN-B", "--ground", "72(1)(e)")


def test_the_notices_due_come_with_their_day_and_source(sample: Path) -> None:
    done("record-award", sample, "SAMPLE-CN-A", "--procured", "1/3/2025", "--value", "£6m", "--months", "48", *OFFICER)
    said = done("check-change", sample, "SAMPLE-CN-A", "--months", "6", "--on", "1/4/2026", "--value", "-£10,000")
    assert "substantial" in said
    said = " ".join(said.split())
    assert "Due: UK10, Contract change notice before the change, by 1 April 2026 (Procurement Act 2023 s.75)" in said


def test_the_notices_that_award_and_end_ask_for_are_listed(sample: Path) -> None:
    assert "is not recorded" in refused("notices-due", sample, "SAMPLE-CN-B")
    done("record-award", sample, "SAMPLE-CN-B", "--procured", "1/3/2025", "--value", "£1m", "--months", "84", *OFFICER)
    said = " ".join(done("notices-due", sample, "SAMPLE-CN-B", "--on", "1/4/2025").split())
    assert "UK7, Contract details notice, by 30 April 2019" in said
    assert "UK11, Contract termination notice: reasons, day, estimated value, by 29 April 2026" in said


def test_what_is_not_named_of_an_award_stays(sample: Path) -> None:
    done("record-award", sample, "SAMPLE-CN-B", *BOUGHT, *OFFICER)
    done("record-award", sample, "SAMPLE-CN-B", "--health-care", *OFFICER)
    assert done("check-change", sample, "SAMPLE-CN-B").startswith("Provider Selection Regime 2023: no warnings")
    assert give("record-award", sample, "SAMPLE-CN-B", *OFFICER).exit_code == 2
    assert "above £0" in refused("record-award", sample, "SAMPLE-CN-B", "--value", "£0", *OFFICER)


def test_an_options_own_clause_moves_the_day_to_decide(sample: Path) -> None:
    done("set-exercise", sample, "SAMPLE-CN-A", "2", "--length", "6 months", "--source", "clause 3", *OFFICER)
    lines = stated("attention", sample, "--on", "14/1/2024")["lines"]
    (option,) = [each for each in lines if (each["contract"], each["matter"].split()[-1]) == ("SAMPLE-CN-A", "option")]
    assert option["act_by"] == "2023-09-30"
    assert stated("show", sample, "SAMPLE-CN-A", "--on", "14/1/2024")["decide_by"] == "2023-09-30"
    assert "Decide on option 2 by 30 September 2023" in done("show", sample, "SAMPLE-CN-A", "--on", "14/1/2024")
    done("set-exercise", sample, "SAMPLE-CN-A", "2", *OFFICER)
    lines = stated("attention", sample, "--on", "14/1/2024")["lines"]
    assert "2023-12-31" in {each["act_by"] for each in lines if each["contract"] == "SAMPLE-CN-A"}
    assert "There is no option 5" in refused("set-exercise", sample, "SAMPLE-CN-A", "5", *OFFICER)


def test_a_variation_says_why_what_and_how_it_is_measured(sample: Path) -> None:
    done("vary", sample, "SAMPLE-CN-B", "--summary", "Fewer areas", "--decided", "5/1/2026", "--reason", "Savings",
         "--scope", "Dover leaves", "--measures", "People seen", *OFFICER)  # fmt: skip
    assert "Why: Savings" in done("show", sample, "SAMPLE-CN-B")
    kept = stated("show", sample, "SAMPLE-CN-B")["variations"][-1]
    assert (kept["reason"], kept["scope"], kept["measures"]) == ("Savings", "Dover leaves", "People seen")
