"""Cells that cannot do harm, and clipboard text that cannot either."""

from decimal import Decimal
from io import BytesIO

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook

from db.rules.money import Pence
from exports.cells import (
    LONGEST_TEXT,
    clean_text,
    needs_cleaning,
    pounds_format,
    pounds_of,
    put_text,
    safe_text_for_tsv,
)

LEADING = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "'", " ", "\0", "|")


def _read_back(text: str) -> tuple[str, object, str]:
    workbook = Workbook()
    cell = workbook.worksheets[0]["A1"]
    loss = put_text(cell, text)
    content = BytesIO()
    workbook.save(content)
    read = load_workbook(content).worksheets[0]["A1"]
    return read.data_type, read.value, loss


@pytest.mark.parametrize("first", LEADING)
def test_a_text_never_becomes_a_formula_whatever_it_begins_with(first: str) -> None:
    kind, value, _ = _read_back(f"{first}HYPERLINK(A1)")
    assert kind == "s"
    assert value == f"{first}HYPERLINK(A1)".replace("\r", "\n").replace("\0", "")


@pytest.mark.parametrize("text", ["#N/A", "#REF!", "=", "0012", "1e5", "31/3/2025", "TRUE"])
def test_a_text_stays_a_text_whatever_it_looks_like(text: str) -> None:
    assert _read_back(text) == ("s", text, "")


def test_control_characters_and_half_letters_are_left_out_and_reported() -> None:
    assert clean_text("a\x07b\ud800c") == ("abc", "2 control characters left out")


def test_a_text_over_the_limit_is_cut_and_reported() -> None:
    kept, loss = clean_text("a" * 40_000)
    assert (len(kept), loss) == (LONGEST_TEXT, "7,233 characters past Excel's limit of 32,767 left out")


def test_an_emoji_counts_as_two_and_is_never_cut_in_half() -> None:
    kept, loss = clean_text("😀" * 20_000)
    assert kept == "😀" * (LONGEST_TEXT // 2)
    assert loss


def test_line_ends_become_line_feeds_without_being_a_loss() -> None:
    assert clean_text("one\r\ntwo\rthree\nfour") == ("one\ntwo\nthree\nfour", "")


@given(st.text())
@example("\ufffe")
def test_any_text_goes_into_a_cell_and_comes_back_as_text(text: str) -> None:
    kind, value, loss = _read_back(text)
    kept, _ = clean_text(text)
    assert (value or "") == kept
    assert kind == "s" or not kept
    assert bool(loss) is (len(kept) < len(text.replace("\r\n", "\n")))


@given(st.text())
def test_a_text_that_needs_no_cleaning_is_left_as_it_is(text: str) -> None:
    assert needs_cleaning(text) or clean_text(text) == (text, "")


@given(st.integers(-(10**15), 10**15))
def test_pounds_are_exact(pence: int) -> None:
    assert Decimal(pounds_of(Pence(pence))) * 100 == pence


def test_pence_are_shown_only_where_there_are_pence() -> None:
    assert "0.00" in pounds_format(Pence(150))
    assert "0.00" not in pounds_format(Pence(84_882_900))


@pytest.mark.parametrize("first", ["=", "+", "-", "@", "＝"])
def test_pasted_text_never_becomes_a_formula(first: str) -> None:
    assert safe_text_for_tsv(f"{first}cmd|' /C calc'!A0").startswith("'")


@pytest.mark.parametrize("text", ["-5", "+44 1622 000000", "+44 (0)1622 000000", "-£1,200.50", "-", "-12%", "a=b", ""])
def test_numbers_telephone_numbers_and_dashes_are_pasted_as_they_are(text: str) -> None:
    assert safe_text_for_tsv(text) == text


@pytest.mark.parametrize("text", ["one\ttwo", "one\ntwo", 'say "yes"', "\t=1+1", "\r=1+1"])
def test_a_pasted_cell_stays_one_cell(text: str) -> None:
    pasted = safe_text_for_tsv(text)
    assert pasted.startswith('"')
    assert pasted.endswith('"')
    assert pasted[1:-1].replace('""', '"').lstrip("'") == text


def test_a_formula_behind_a_tab_is_marked_too() -> None:
    assert safe_text_for_tsv("\t=1+1") == '"\'\t=1+1"'
