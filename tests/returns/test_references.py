"""Addresses of cells as a spreadsheet's Go To takes them."""

import pytest

from db.returns.references import go_to_address


@pytest.mark.parametrize(
    ("sheet", "address"),
    [("Return", "Return!C10"), ("Q3 2025-26", "'Q3 2025-26'!C10"), ("Q3", "'Q3'!C10"), ("It's", "'It''s'!C10"),
     ("", "C10")],
)  # fmt: skip
def test_a_sheet_whose_name_is_no_plain_word_is_quoted(sheet: str, address: str) -> None:
    assert go_to_address(sheet, "C10") == address
