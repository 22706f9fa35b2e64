"""Keeping the diary by command: marks, lead times, and the steps before a last day."""

from pathlib import Path
from typing import Any

from tests.desktop.commands.command_line import OFFICER, done, give, refused, stated

ON = ("--on", "3/10/2025")
SERVE = "Last day to serve notice"


def seen(file: Path, *words: str) -> Any:
    return stated("attention", file, *(words or ON))


def key_of(file: Path, matter: str) -> str:
    (key,) = [each["key"] for each in seen(file)["lines"] if each["matter"] == matter]
    return str(key)


def test_a_line_is_named_by_its_number_in_the_list_of_a_day(sample: Path) -> None:
    assert "  4. 31 December 2025: Last day to serve" in done("attention", sample, *ON)
    said = done("acknowledge", sample, "4", *ON, "--note", "In hand", *OFFICER)
    assert said.startswith("Acknowledged: Last day to serve 3 months’ notice to end on 31 March 2026 (SAMPLE-CN-B)")
    page = done("attention", sample, *ON)
    assert "Needs attention on 3 October 2025: 4; 1 at rest" in page
    assert "31 December 2025: Last day to serve" not in page
    assert "* Acknowledged, while its day stays: In hand" in done("attention", sample, *ON, "--all")


def test_a_line_is_named_by_its_key_on_any_day(sample: Path) -> None:
    key = key_of(sample, SERVE)
    done("done", sample, key, "--on", "1/12/2025", *OFFICER)
    (resting,) = seen(sample)["resting"]
    assert (resting["key"], resting["mark"], resting["act_by"]) == (key, "done", "2025-12-31")
    assert SERVE not in {each["matter"] for each in seen(sample)["lines"]}


def test_what_was_put_off_is_open_again_on_its_day(sample: Path) -> None:
    done("snooze", sample, key_of(sample, SERVE), "--until", "1/11/2025", *ON, *OFFICER)
    assert seen(sample, "--on", "31/10/2025")["resting"][0]["until_on"] == "2025-11-01"
    assert SERVE in {each["matter"] for each in seen(sample, "--on", "1/11/2025")["lines"]}
    assert "is not ahead" in refused("snooze", sample, "1", "--until", "1/9/2025", *ON, *OFFICER)


def test_a_line_that_is_not_there_is_refused(sample: Path) -> None:
    assert "There is no line “9”" in refused("acknowledge", sample, "9", *ON, *OFFICER)


def test_marks_are_kept_in_the_history_and_can_be_undone(sample: Path) -> None:
    done("acknowledge", sample, key_of(sample, SERVE), *ON, *OFFICER)
    assert "Acknowledged: Last day to serve" in done("history", sample, "SAMPLE-CN-B")
    done("undo", sample, *OFFICER)
    assert seen(sample)["resting"] == []


def test_leads_are_set_for_every_contract_or_one(sample: Path) -> None:
    done("set-leads", sample, "serve-by", "30", "14", *OFFICER)
    assert SERVE not in {each["matter"] for each in seen(sample)["lines"]}
    done("set-leads", sample, "serve-by", "180", "--contract", "SAMPLE-CN-B", *OFFICER)
    assert SERVE in {each["matter"] for each in seen(sample)["lines"]}
    assert "24 months" in refused("set-leads", sample, "ending", "732", *OFFICER)
    assert give("set-leads", sample, "unsigned", "30", *OFFICER).exit_code == 2


def test_the_steps_of_a_key_decision_lead_back_from_the_last_day(sample: Path) -> None:
    ahead = stated("runway", sample, "SAMPLE-CN-B", *ON)
    assert (ahead["kind"], ahead["last_day_on"]) == ("Key decision", "2025-12-31")
    assert (ahead["decide_by"], ahead["start_by"]) == ("2025-12-16", "2025-11-17")
    assert [each["do_by"] for each in ahead["steps"]] == sorted(each["do_by"] for each in ahead["steps"])
    page = done("runway", sample, "SAMPLE-CN-B", *ON)
    assert "Decide by  Tuesday 16 December 2025" in page
    assert "Monday 17 November 2025: Publish the notice of the key decision" in page


def test_an_officer_decision_may_start_later_than_a_key_decision(sample: Path) -> None:
    key = stated("runway", sample, "SAMPLE-CN-B", *ON)
    done("choose-runway", sample, "officer decision", "--contract", "SAMPLE-CN-B", *OFFICER)
    officer = stated("runway", sample, "SAMPLE-CN-B", *ON)
    assert officer["start_by"] > key["start_by"]
    done("choose-runway", sample, "", *OFFICER)
    assert stated("runway", sample, "SAMPLE-WB55-SEK", *ON)["steps"] == []
    assert "no steps are counted" in done("runway", sample, "SAMPLE-WB55-SEK", *ON)


def test_a_changed_step_moves_every_day_before_it(sample: Path) -> None:
    step = "Publish the decision; call-in runs"
    done("set-step", sample, "Key decision", step, "--length", "7 clear working days", "--source", "rule 9", *OFFICER)
    ahead = stated("runway", sample, "SAMPLE-CN-B", *ON)
    assert (ahead["decide_by"], ahead["start_by"]) == ("2025-12-12", "2025-11-13")
    assert [each["source"] for each in ahead["steps"] if each["name"] == step] == ["rule 9"]
    assert "has no step “Sign”" in refused("set-step", sample, "Key decision", "Sign", "--length", "1 day", *OFFICER)
    assert "Write it like 28 clear days" in refused(
        "set-step", sample, "Key decision", step, "--length", "soon", *OFFICER
    )


def test_a_kind_of_decision_can_have_steps_of_its_own(sample: Path) -> None:
    steps = ("--step", "Ask the partner|4 weeks|the agreement|before Write",
             "--step", "Advertise|5 days|practice", "--step", "Write|10 days|practice|decides")  # fmt: skip
    done("set-runway", sample, "Joint decision", *steps, *OFFICER)
    done("choose-runway", sample, "Joint decision", "--contract", "SAMPLE-CN-B", *OFFICER)
    ahead = stated("runway", sample, "SAMPLE-CN-B", *ON)
    assert [each["length"] for each in ahead["steps"]] == ["4 weeks", "5 days", "10 days"]
    assert [each["do_by"] for each in ahead["steps"]] == ["2025-11-21", "2025-12-12", "2025-12-19"]
    assert "NAME|LENGTH|SOURCE" in refused("set-runway", sample, "X", "--step", "A|1 day|s|maybe", *OFFICER)


def test_a_contract_without_a_day_ahead_has_no_runway(sample: Path) -> None:
    assert "SAMPLE-CN-A has no last day to act on 3 October 2025" in refused("runway", sample, "SAMPLE-CN-A", *ON)
