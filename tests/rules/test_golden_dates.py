"""Worked cases, each from law or a real record, held against the function its kind names."""

import csv
import inspect
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest

from db.rules import dates, governance, notice_periods, procurement, publication, service_of_notice, working_days
from db.rules.calculations import CALCULATIONS
from db.rules.workings import work_out
from tests.rules.english_days import HOLIDAYS

CASES = list(csv.DictReader((Path(__file__).parent / "golden_dates.csv").read_text(encoding="utf-8").splitlines()))
HOMES = (dates, governance, notice_periods, procurement, publication, service_of_notice, working_days)

each_case = pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['id']} {case['kind']}")


def function_of(kind: str) -> Callable[..., Any]:
    """The public function that a kind of case names."""
    found: Callable[..., Any] = next(vars(home)[kind] for home in HOMES if kind in vars(home))
    return found


def given(case: dict[str, str]) -> list[Any]:
    """What a case gives, in the order of the table: the day, n, unit, variant, as far as anything is given."""
    day = datetime.fromisoformat(case["input"]) if "T" in case["input"] else date.fromisoformat(case["input"])
    inputs = [day, int(case["n"]) if case["n"] else None, case["unit"] or None, case["variant"] or None]
    while inputs[-1] is None:
        inputs.pop()
    return inputs


def written(answer: object) -> str:
    """An answer as the table writes it."""
    if isinstance(answer, datetime):
        return answer.isoformat(timespec="minutes")
    return str(answer).lower() if isinstance(answer, bool) else str(answer)


def worked_out(case: dict[str, str]) -> str:
    """What our function of the case's kind answers, written as the table writes it."""
    function = function_of(case["kind"])
    named = {"holidays": HOLIDAYS} if "holidays" in inspect.signature(function).parameters else {}
    return written(function(*given(case), **named))


@each_case
def test_a_worked_case_comes_out_as_law_and_practice_say(case: dict[str, str]) -> None:
    assert worked_out(case) == case["expected"], case["source"]


@each_case
def test_a_worked_case_comes_with_its_working_in_sentences(case: dict[str, str]) -> None:
    worked = work_out(case["kind"], *given(case), holidays=HOLIDAYS)
    assert written(worked.answer) == case["expected"]
    assert worked.working
    assert all(step.endswith(".") and "{" not in step and "None" not in step for step in worked.working)


def test_every_calculation_has_worked_cases_and_every_case_a_calculation() -> None:
    assert {case["kind"] for case in CASES} == set(CALCULATIONS)
    assert all(CALCULATIONS[kind].find is function_of(kind) for kind in CALCULATIONS)


def test_no_case_stands_twice() -> None:
    inputs = [tuple(case[name] for name in ("kind", "input", "n", "unit", "variant")) for case in CASES]
    assert len(set(inputs)) == len(CASES)


def test_the_worked_cases_come_out_alike_in_every_time_zone(time_zone: str) -> None:
    assert [worked_out(case) for case in CASES] == [case["expected"] for case in CASES]
