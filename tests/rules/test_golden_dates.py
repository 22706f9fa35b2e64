"""Worked cases, each from law or a real record, held against the function its kind names."""

import csv
from datetime import date
from pathlib import Path

import pytest

from db.rules import dates
from db.rules.dates import Unit

CASES = list(csv.DictReader((Path(__file__).parent / "golden_dates.csv").read_text(encoding="utf-8").splitlines()))


def worked_out(case: dict[str, str]) -> str:
    """What our function of the case's kind answers, written as the table writes it."""
    day = date.fromisoformat(case["input"])
    length = (int(case["n"]), Unit(case["unit"])) if case["n"] else ()
    return str(getattr(dates, case["kind"])(day, *length))


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['id']} {case['kind']}")
def test_a_worked_case_comes_out_as_law_and_practice_say(case: dict[str, str]) -> None:
    assert worked_out(case) == case["expected"], case["source"]


def test_every_kind_has_worked_cases() -> None:
    assert {case["kind"] for case in CASES} >= {
        "period_end",
        "latest_service_safe",
        "latest_service_max",
        "term_end",
        "next_period_start",
        "financial_year",
        "financial_quarter",
    }


def test_the_worked_cases_come_out_alike_in_every_time_zone(time_zone: str) -> None:
    assert [worked_out(case) for case in CASES] == [case["expected"] for case in CASES]
