"""Text set into lines."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exports.pdf.fonts import Face, width
from exports.pdf.lines import Line, Run, least_width, natural_width, set_balanced, set_lines

WORDS = st.lists(st.text(alphabet="abcdefgh-/£12,.", min_size=1, max_size=30), min_size=1, max_size=60)


def words_of(lines: tuple[Line, ...]) -> str:
    return "".join(run.text for line in lines for run in line.runs)


@given(WORDS, st.floats(min_value=60, max_value=500))
def test_no_line_is_wider_than_there_is_room_and_no_character_is_lost(words: list[str], available: float) -> None:
    text = " ".join(words)
    lines = set_lines([Run(text)], 12, available)
    assert all(line.width <= available + 1e-6 for line in lines)
    assert words_of(lines) == text


@given(WORDS)
def test_a_change_of_face_inside_a_word_breaks_nothing(words: list[str]) -> None:
    text = " ".join(words)
    middle = len(text) // 2
    lines = set_lines([Run(text[:middle], Face.BOLD), Run(text[middle:])], 12, 200)
    assert words_of(lines) == text


def test_a_line_ends_with_the_space_that_parts_it_from_the_next() -> None:
    lines = set_lines([Run("from 1 April")], 12, width("from 1", Face.REGULAR) * 12 + 1)
    assert [line.runs[0].text for line in lines] == ["from 1 ", "April"]
    assert lines[0].width == pytest.approx(width("from 1", Face.REGULAR) * 12)


def test_a_line_may_end_after_a_hyphen_between_words_but_not_inside_a_number() -> None:
    narrow = width("self-fundin", Face.REGULAR) * 12
    assert [line.runs[0].text for line in set_lines([Run("self-funding")], 12, narrow)] == ["self-", "funding"]
    assert least_width([Run("OD-23-0002")], 12) == pytest.approx(width("OD-23-0002", Face.REGULAR) * 12)


def test_a_new_line_in_the_text_ends_the_line() -> None:
    assert [line.runs[0].text for line in set_lines([Run("one\ntwo")], 12, 500)] == ["one ", "two"]


def test_a_heading_is_set_in_lines_of_much_the_same_width() -> None:
    runs = [Run("Record of decision: Cabinet Member decision", Face.BOLD)]
    plain, balanced = set_lines(runs, 25, 459), set_balanced(runs, 25, 459)
    assert len(plain) == len(balanced) == 2
    assert max(line.width for line in balanced) < max(line.width for line in plain)


def test_the_natural_width_is_that_of_the_longest_line_written() -> None:
    assert natural_width([Run("a\nlonger\nb")], 12) == pytest.approx(width("longer", Face.REGULAR) * 12)
