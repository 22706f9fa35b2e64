"""Officers' text, from whatever machine, as paragraphs, lists and tables; and which columns are amounts."""

import pytest

from db.rules.rich_text import BOLD, BOLD_ENDS, Item, List, Paragraph, Span, Table, words_of
from exports.pdf.table_content import RowKind
from exports.prose import as_content, blocks


def said(text: str) -> list[object]:
    """The blocks of a text, each as its bare words."""
    told: list[object] = []
    for block in blocks(text):
        match block:
            case Paragraph():
                told.append(words_of(block.words))
            case List():
                told.append([(item.label, words_of(item.words)) for item in block.items])
            case Table():
                told.append([tuple(map(words_of, row)) for row in block.rows])
    return told


def test_a_blank_line_parts_paragraphs_and_a_new_line_does_not() -> None:
    assert said("One\ntwo\n\n \nThree") == ["One\ntwo", "Three"]


@pytest.mark.parametrize("end", ["\r\n", "\r", "\x0b", "\x85", "\u2028"])
def test_every_machine_ends_its_lines_in_its_own_way(end: str) -> None:
    assert said(f"One{end}two{end}{end}- three") == ["One\ntwo", [("•", "three")]]


def test_lines_with_a_dash_are_a_list_under_the_words_that_lead_to_it() -> None:
    assert said("Because:\n- first\n- second") == ["Because:", [("•", "first"), ("•", "second")]]
    assert said("Because:\n\n• first\n\n- second") == said("Because:\n- first\n- second")


def test_lettered_lines_keep_their_letters() -> None:
    assert said("a) extend; and\nb) delegate") == [[("a)", "extend; and"), ("b)", "delegate")]]


def test_bullets_and_letters_are_two_lists() -> None:
    assert said("- one\na) two") == [[("•", "one")], [("a)", "two")]]


def test_a_line_without_a_mark_carries_on_the_item_above_it() -> None:
    assert said("- first\n  goes on\n- second") == [[("•", "first\ngoes on"), ("•", "second")]]


def test_a_minus_or_a_bracket_inside_a_line_makes_no_list() -> None:
    assert said("-5% a year\nPart (a) only") == ["-5% a year\nPart (a) only"]


def test_no_words_are_no_paragraph() -> None:
    assert blocks(" \n\n ") == ()


def test_bold_words_are_spans_of_their_own() -> None:
    [item] = [Item("a)", (Span("EXTEND", is_bold=True), Span(" it")))]
    assert blocks(f"a) {BOLD}EXTEND{BOLD_ENDS} it") == (List((item,)),)


def test_letters_written_in_two_pieces_are_put_together() -> None:
    assert said("Sia\u0302n") == ["Siân"]


@pytest.mark.parametrize(
    ("cells", "is_amount"),
    [
        (("£848,829", "£1.24m", "-£5", "(1,200)"), True),
        (("12%", "", "3.5"), True),
        (("£18,000", "to be agreed"), False),
        (("", ""), False),
        (("31 March 2025", "£5"), False),
    ],
)
def test_a_column_of_nothing_but_amounts_keeps_to_the_right(cells: tuple[str, ...], is_amount: bool) -> None:
    [table] = blocks("Part\tCost\n" + "\n".join(f"{number}\t{cell}" for number, cell in enumerate(cells)))
    assert isinstance(table, Table)
    assert as_content(table, "Cost").columns[1].is_amount is is_amount


def test_a_row_that_begins_with_total_is_a_total() -> None:
    [table] = blocks("Part\tCost\nA\t£1\nTotal\t£1")
    assert isinstance(table, Table)
    assert [row.kind for row in as_content(table, "Cost").rows] == [RowKind.PLAIN, RowKind.TOTAL]
