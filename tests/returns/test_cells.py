"""Cells and their addresses."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.returns.cells import Cells, address, place


@pytest.mark.parametrize(
    ("row", "column", "written"), [(7, 3, "C7"), (1, 26, "Z1"), (1, 27, "AA1"), (9, 16384, "XFD9")]
)
def test_an_address_is_written_as_people_write_it(row: int, column: int, written: str) -> None:
    assert address(row, column) == written


@given(st.integers(1, 1_048_576), st.integers(1, 16_384))
def test_every_address_leads_back_to_its_place(row: int, column: int) -> None:
    assert place(address(row, column)) == (row, column)


@pytest.mark.parametrize("written", ["", "7", "C", "c7", "C0", "7C", "AAAA1"])
def test_what_is_not_an_address_is_an_error(written: str) -> None:
    with pytest.raises(ValueError, match="address"):
        place(written)


def test_a_cell_that_is_not_there_is_blank() -> None:
    cells = Cells("r.xlsx", "", {"Return": {(7, 3): " 12 "}})
    assert cells.text_at("Return", "C7") == "12"
    assert cells.at("Return", "C8") is None
    assert cells.text_at("Elsewhere", "C7") == ""
