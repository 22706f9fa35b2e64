"""C14: tables, totals and savings of a record add up, to the penny."""

from dataclasses import replace
from typing import Any

import pytest

from db.rules.decision import Saving
from db.rules.money import Pence
from tests.rules.navigation_decisions import FUNDING
from tests.rules.records import COMPLETE, gaps_of, record_with, said

TABLE = "Partner\tPart A\tPart B\tTotal\nCouncil\t£848,829\t£2,507,501\t{0}\nBoard\t£692,531\t£1,252,704\t£1,945,235\n\
Total\t£1,541,360\t£3,760,205\t{1}"
WELLBEING = "Service\tNow\tProposed\nInvolve (West)\t£0.99million\t£0.42million\nInvolve (North)\t£0.66million\t\
£0.28million\nSEK\t£1.24million\t£0.52million\nImago\t£0.98milion\t£0.41million\nTotal\t{0}\t£1.63million"


@pytest.mark.parametrize(
    ("table", "stops", "words"),
    [
        (TABLE.format("£3,356,330", "£5,301,565"), False, ""),
        (TABLE.format("£3,356,330.01", "£5,301,565"), True, "a difference of £0.01"),
        (TABLE.format("£3,356,330", "£5,301,564"), True, "a difference of £1"),
        (TABLE.format("", "£5,301,565"), True, "£1,945,235"),
        (WELLBEING.format("£3.87million"), False, ""),
        (WELLBEING.format("£3.97million"), True, "come to £3,870,000, but £3,970,000 is stated"),
        (WELLBEING.format("£3.88million"), False, "Rounding may explain it"),
        ("Year\tCost\n2024\t£5\n2025\t£6", False, ""),
        ("Item\tCost\nOne\t£5\nSub-total\t£5\nTwo\t£6\nThree\t£1\nSub-total\t£7\nTotal\t£12", False, ""),
        ("Item\tCost\nOne\t£5\nSub-total\t£5\nTwo\t£6\nThree\t£1\nSub-total\t£8\nTotal\t£12", True, "£7, but £8"),
        ("Item\tPeople\tCost\nOne\tmany\t£5\nTotal\tmore\t£5", False, ""),
        ("Item\tCost\nOne\t(£5)\nTwo\t£7\nTotal\t£2", False, ""),
        ("Item\tCost\nOne\t-\nTwo\t£7\nTotal\t£7", False, ""),
    ],
)
def test_tables_in_the_text_are_added_up(table: str, stops: bool, words: str) -> None:
    record = record_with({"strategy": f"The table says:\n\n{table}"})
    assert any(gap.stops for gap in gaps_of(record, "C14")) is stops
    assert words in said(record, "C14")
    assert bool(words) is bool(gaps_of(record, "C14"))


@pytest.mark.parametrize(
    ("funding", "words"),
    [
        (replace(FUNDING, total=Pence(FUNDING.total - 1)), "the whole table"),
        (replace(FUNDING, totals=(Pence(FUNDING.totals[0] + 1), FUNDING.totals[1])), "Part A"),
    ],
)
def test_the_financial_table_is_recomputed_to_the_penny(funding: Any, words: str) -> None:
    told = said(replace(COMPLETE, funding=funding), "C14")
    assert words in told
    assert "a difference of £0.01" in told


def test_totals_stated_elsewhere_are_held_to_the_table() -> None:
    stated = (("Total", FUNDING.total), ("KCC Adult Social Care", Pence(3_356_330_01)))
    assert "a difference of £0.01" in said(replace(COMPLETE, stated_totals=stated), "C14")


@pytest.mark.parametrize(
    ("words", "warned"),
    [
        ("It costs a total of £5,301,565.", False),
        ("It costs a total of £5.3m.", True),
        ("The council pays a total of £3,356,330.", False),
        ("Together, this would total £5,301,566.", True),
        ("A share of £17 is not a total.", False),
    ],
)
def test_a_total_in_the_prose_is_one_that_something_adds_up_to(words: str, warned: bool) -> None:
    assert bool(gaps_of(record_with({"financial": words}), "C14")) is warned


SAVINGS = (
    Saving("Navigation", "Cease", Pence(850_000_00)),
    Saving("Wellbeing", "Redesign", Pence(2_240_000_00)),
    Saving("Live Well Kent", "Innovation Fund", Pence(280_000_00)),
    Saving("Live Well Kent", "Back office", Pence(40_000_00)),
    Saving("Live Well Kent", "Unallocated", Pence(40_000_00)),
)


@pytest.mark.parametrize(
    ("words", "warned"),
    [
        ("Together £0.36million: this would save a total of £3.45million, with a saving of £2.24million.", False),
        ("This would save a total of £3.46million.", True),
        ("Together, this would total £0.37million.", True),
    ],
)  # fmt: skip
def test_savings_stated_are_those_of_the_lines(words: str, warned: bool) -> None:
    assert bool(gaps_of(record_with({"financial": words}, savings=SAVINGS), "C14")) is warned


def test_a_value_beside_the_table_is_the_tables() -> None:
    assert gaps_of(record_with(value_pence=FUNDING.total), "C14") == ()
    assert "£1" in said(record_with(value_pence=Pence(100)), "C14")
