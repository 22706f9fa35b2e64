"""Dates by themselves: a calculator whose every answer shows its working."""

import json
from typing import Any

import pytest

from db.rules.calculations import CALCULATIONS
from desktop.commands.working_out import QUESTIONS
from tests.desktop.commands.command_line import done, give, refused


def asked(*words: str) -> Any:
    return json.loads(done("dates", *words, "--json"))


def test_serve_today_by_first_class_post_when_does_it_end() -> None:
    words = ("ends", "--sent", "today 10:00", "--by", "first-class", "--notice", "3", "months")
    assert asked(*words)["answer"] == "2026-04-07"
    said = done("dates", *words)
    assert said.startswith("Tuesday 7 April 2026\n  - Sent on Monday 5 January 2026 at 10am.")
    assert "Dodds v Walker" in said


@pytest.mark.parametrize(
    ("words", "day"),
    [
        (("send-by", "--end", "31/3/2027", "--by", "first-class", "--notice", "3", "months"), "2026-12-29"),
        (("serve-by", "--end", "31/3/2027", "--notice", "3", "months"), "2026-12-31"),
        (("served", "--sent", "31/12/2026 17:30", "--by", "e-mail"), "2027-01-04"),
        (("served", "--sent", "31/12/2026 4.15pm", "--by", "email-cpr"), "2026-12-31"),
        (("served", "--sent", "31/12/2026", "--by", "second-class"), "2027-01-07"),
        (("period_end", "2/10/2025", "3", "months"), "2026-01-02"),
        (("term-end", "1/4/2024", "12", "months", "start_included"), "2025-03-31"),
        (("call-in-effective", "22/3/2019", "5"), "2019-03-30"),
    ],
)
def test_days_are_worked_out_by_the_rules(words: tuple[str, ...], day: str) -> None:
    found = asked(*words)
    assert found["answer"] == day
    assert found["working"]


def test_answers_that_are_no_days_are_said_in_words() -> None:
    assert asked("financial-year", "31/3/2025")["answer"] == "2024-25"
    assert asked("is-working-day", "25/12/2026")["answer"] is False
    assert done("dates", "is-working-day", "25/12/2026").startswith("Not a working day")
    assert asked("member-inspection-deadline", "1/4/2025 14:00")["answer"].startswith("2025-0")


def test_everything_that_can_be_worked_out_is_listed() -> None:
    said = done("dates")
    assert [name for name in (*QUESTIONS, *CALCULATIONS) if f"  {name} " not in said] == []
    assert [each["name"] for each in asked()["calculations"]] == list(CALCULATIONS)


def test_what_is_lacking_or_not_known_is_said() -> None:
    assert "also needs --by and --notice" in give("dates", "ends", "--sent", "today").stderr
    assert give("dates", "period-end").exit_code == 2
    assert "is not a calculation that is known" in refused("dates", "next-moon", "today")
    assert "not in fortnights" in refused("dates", "period-end", "today", "3", "fortnights")
    assert "bank holidays of 2035 are not recorded" in refused(
        "dates", "served", "--sent", "1/6/2035", "--by", "first-class"
    )


@pytest.mark.parametrize("usual", [each for each in CALCULATIONS if not CALCULATIONS[each].needs_time])
def test_every_calculation_answers_with_its_usual_length(usual: str) -> None:
    assert asked(usual, "15/1/2024 10am")["working"]
