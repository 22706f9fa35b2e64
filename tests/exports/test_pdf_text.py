"""Officers' words on the page: nothing is lost, nothing is printed as a box."""

import re

import pytest

from db.rules.refusal import Refusal
from exports.pdf.text import clean, one_line


@pytest.mark.parametrize(
    ("written", "printed"),
    [
        ("from 1 April 2023 to 31 March 2024", "from 1\xa0April 2023 to 31\xa0March 2024"),
        ("on 4 Oct 2025, 4 Octopus 2025", "on 4\xa0Oct\xa02025, 4 Octopus 2025"),
        ("12 months and 1 year", "12\xa0months and 1\xa0year"),
        ("£1 m, £ 5 or 3 million", "£1\xa0m, £\xa05 or 3\xa0million"),
        ("Part A and Lot 2", "Part\xa0A and Lot\xa02"),
        ("Part Apart, 3 marches, 12 mice", "Part Apart, 3 marches, 12 mice"),
    ],
)
def test_a_date_an_amount_and_a_part_stay_on_one_line(written: str, printed: str) -> None:
    assert clean(written, "Decision") == printed


def test_letters_with_accents_are_composed() -> None:
    assert clean("Sia\u0302n", "Decision") == "Siân"


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r", "\v", "\f", "\x85", "\u2028"])
def test_every_line_end_is_a_new_line(line_end: str) -> None:
    assert clean(f"one{line_end}two", "Decision") == "one\ntwo"


def test_what_says_nothing_is_left_out_and_what_looks_alike_is_written_plainly() -> None:
    assert clean("a\x00b\x07c\ufeffd\u00ade\u200bf\u202eg", "Decision") == "abcdefg"
    assert clean("well\u2011being\tservices", "Decision") == "well-being services"


def test_welsh_and_polish_names_and_typographic_marks_are_kept() -> None:
    names = "Siân Llŷr Ŵyn Łukasz Ẁ ŵ “quoted” ‘and’ – — … • £ € ≤"
    assert clean(names, "Decision") == names


@pytest.mark.parametrize(
    ("character", "name"),
    [
        ("☐", "“☐” (ballot box, U+2610)"),
        ("😀", "“😀” (grinning face, U+1F600)"),
        ("م", "“م” (arabic letter meem, U+0645)"),
        ("א", "“א” (hebrew letter alef, U+05D0)"),
        ("\ud800", "(a character without a name, U+D800)"),
        ("\uf001", "(a character without a name, U+F001)"),
    ],
)
def test_a_character_that_cannot_be_printed_is_refused_with_its_place_and_name(character: str, name: str) -> None:
    with pytest.raises(
        Refusal, match=re.escape("“Reasons for decision” cannot be printed: the record's typeface")
    ) as no:
        clean(f"We agree {character} to this", "Reasons for decision")
    assert name in str(no.value)


def test_all_characters_that_cannot_be_printed_are_named_at_once() -> None:
    with pytest.raises(Refusal) as no:
        clean("☐ ☑ ☐ ✓ 一 二 三", "Comments")
    assert str(no.value).count("U+") == 5
    assert "and 1 more" in str(no.value)


def test_a_title_is_one_line() -> None:
    assert one_line(" Community\n  Navigation ", "Subject") == "Community Navigation"
