"""Plain text as officers write it."""

from exports.pdf.prose import Item, List, Paragraph, read_prose


def test_a_blank_line_parts_paragraphs_and_a_new_line_does_not() -> None:
    assert read_prose("One\ntwo\n\n \nThree") == (Paragraph("One\ntwo"), Paragraph("Three"))


def test_lines_with_a_dash_are_a_list_under_the_words_that_lead_to_it() -> None:
    expected = (Paragraph("Because:"), List((Item("•", "first"), Item("•", "second"))))
    assert read_prose("Because:\n- first\n- second") == expected
    assert read_prose("Because:\n\n• first\n\n- second") == expected


def test_lettered_lines_keep_their_letters() -> None:
    assert read_prose("a) extend; and\nb) delegate") == (List((Item("a)", "extend; and"), Item("b)", "delegate"))),)


def test_bullets_and_letters_are_two_lists() -> None:
    assert [type(part) for part in read_prose("- one\na) two")] == [List, List]


def test_a_line_without_a_mark_carries_on_the_item_above_it() -> None:
    assert read_prose("- first\n  goes on\n- second") == (List((Item("•", "first\ngoes on"), Item("•", "second"))),)


def test_a_minus_or_a_bracket_inside_a_line_makes_no_list() -> None:
    assert read_prose("-5% a year\nPart (a) only") == (Paragraph("-5% a year\nPart (a) only"),)


def test_no_words_are_no_paragraph() -> None:
    assert read_prose(" \n\n ") == ()
