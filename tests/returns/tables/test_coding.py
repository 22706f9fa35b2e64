"""Figures that count nothing are told by their headings and by themselves."""

import pytest

from db.returns.cells import CellValue
from db.returns.tables.coding import are_codes, coding_in, coding_said


@pytest.mark.parametrize(
    "heading",
    ["Latitude", "LONGITUDE", "Easting", "Grid reference", "Postcode", "Site post code", "ONS code", "Area_Code",
     "Row number", "Telephone", "Charity No", "Case number", "Provider ID", "UPRN", "Year opened"],
)  # fmt: skip
def test_a_heading_of_a_place_a_code_or_a_number_is_told(heading: str) -> None:
    assert coding_said(heading)


@pytest.mark.parametrize(
    "heading",
    ["Number of cases", "Referrals", "Count of post codes", "Total calls", "Long stays", "Orders", "Keys held"],
)
def test_a_heading_of_something_counted_is_none(heading: str) -> None:
    assert coding_said(heading) == ""


@pytest.mark.parametrize(
    ("values", "is_first", "told"),
    [
        ((1, 2, 3, 4), True, True),
        ((1.0, 2.0, 3.0), True, True),
        ((1, 2, 3, 4), False, False),
        ((1, 2, 4), True, False),
        ((9434765919, 9434765870, 4010232137, 9434765862, 4857773456), False, True),
        (("0123", "0456", "0789", "0111", "0222"), False, True),
        ((5917081, 4766852, 5301689, 3759001, 2222222), False, False),
        ((123, 4567, 12), False, False),
    ],
)
def test_figures_that_count_nothing_are_told_by_themselves(
    values: tuple[CellValue, ...], is_first: bool, told: bool
) -> None:
    assert bool(coding_in(values, is_first)) is told


def test_capitals_and_figures_without_words_are_codes() -> None:
    assert are_codes(("E09000001", "E09000002", "W06000015"))
    assert are_codes(("BOKI", "IKBD", "MT5X"))
    assert not are_codes(("North", "South", "East"))
    assert not are_codes(("KPI 1", "Referrals", "Cases"))
