"""The field for a record's words: what is typed and pasted is kept as typed, and no more than a record may hold."""

from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget

from db.rules.rich_text import BOLD, BOLD_ENDS, WITHHELD, WITHHELD_ENDS, plain, read_text
from desktop.fields.rich.editor import OWN_KIND, text_on
from desktop.fields.rich.looks import Colours
from desktop.fields.rich.pasted import pasted
from desktop.fields.rich.words import canonical, tidied
from desktop.fields.rich_text_field import RichTextField

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
ANY = st.text(
    st.one_of(
        st.sampled_from(["\n", "\n", " ", "\t", "-", "•", "a", "b", ")", "<b>", BOLD, BOLD_ENDS, WITHHELD,
                         WITHHELD_ENDS]).filter(lambda each: len(each) == 1),
        st.characters(exclude_categories=["Cs"]),
    ),
    max_size=60,
)  # fmt: skip
ALL = "\n\n".join(
    (
        f"I agree to {BOLD}EXTEND{BOLD_ENDS} the contract.\nA second line.",
        "- first\n- second",
        f"a) alpha\nb) beta {WITHHELD}£12 a {WITHHELD_ENDS}{WITHHELD}{BOLD}unit{BOLD_ENDS}{WITHHELD_ENDS}",
        "\tYear 1\tYear 2\nKent\t£1\t£2",
        "The end",
    )
)


@pytest.fixture
def field(qapp: QApplication) -> Iterator[RichTextField]:
    made = RichTextField("reasons", "&Reasons for decision", missing="Enter the reasons")
    made.resize(600, 400)
    made.show()
    yield made
    made.close()


def paste(field: RichTextField, **kinds: str) -> None:
    data = QMimeData()
    if "html" in kinds:
        data.setHtml(kinds["html"])
    if "text" in kinds:
        data.setText(kinds["text"])
    field.editor.insertFromMimeData(data)


def test_a_text_with_all_a_record_may_hold_comes_back_as_it_was(field: RichTextField) -> None:
    assert canonical(ALL) == ALL
    field.write(ALL)
    assert field.read() == ALL


def _letters(text: str) -> str:
    """The words without blanks and without what marks a list."""
    return "".join(each for each in plain(text) if not each.isspace() and each not in "-•")


@given(ANY)
def test_the_kept_form_is_final_and_says_the_same(text: str) -> None:
    kept = canonical(text)
    assert canonical(kept) == kept
    assert _letters(kept) == _letters(tidied(text))


@settings(max_examples=300, deadline=None)
@given(ANY)
def test_every_text_in_the_kept_form_comes_back_exactly(qapp: QApplication, text: str) -> None:
    field = RichTextField("words", "Words")
    kept = canonical(text)
    field.editor.show_text(kept)
    assert field.read() == kept


@pytest.mark.parametrize("words", ["<b>not bold</b>", "**not bold**", "&amp; <img src=x>", "=1+1", "a < b > c"])
def test_what_looks_like_markup_is_kept_as_typed(field: RichTextField, words: str) -> None:
    QTest.keyClicks(field.editor, words)
    assert field.read() == words
    [block] = read_text(field.read())
    assert plain(field.read()) == words
    assert block


def test_a_dash_and_a_letter_begin_lists_that_enter_goes_on_with(field: RichTextField) -> None:
    QTest.keyClicks(field.editor, "- one")
    QTest.keyClick(field.editor, Qt.Key.Key_Return)
    QTest.keyClicks(field.editor, "two")
    QTest.keyClick(field.editor, Qt.Key.Key_Return)
    QTest.keyClick(field.editor, Qt.Key.Key_Return)
    QTest.keyClicks(field.editor, "a) alpha")
    QTest.keyClick(field.editor, Qt.Key.Key_Return)
    QTest.keyClicks(field.editor, "beta")
    assert field.read() == "- one\n- two\n\na) alpha\nb) beta"


def test_an_item_becomes_a_paragraph_again_by_backspace_and_back_by_undo(field: RichTextField) -> None:
    field.write("- one")
    editor = field.editor
    QTest.keyClick(editor, Qt.Key.Key_Home, CONTROL)
    for _ in "• ":
        QTest.keyClick(editor, Qt.Key.Key_Right)
    QTest.keyClick(editor, Qt.Key.Key_Backspace)
    assert field.read() == "one"
    QTest.keyClick(editor, Qt.Key.Key_Z, CONTROL)
    assert field.read() == "- one"
    QTest.keyClick(editor, Qt.Key.Key_Z, CONTROL | SHIFT)
    assert field.read() == "one"


def test_bold_and_withheld_are_put_on_what_is_chosen_and_taken_off_again(field: RichTextField) -> None:
    field.write("a price of £12")
    editor = field.editor
    QTest.keyClick(editor, Qt.Key.Key_A, CONTROL)
    QTest.keyClick(editor, Qt.Key.Key_B, CONTROL)
    QTest.keyClick(editor, Qt.Key.Key_X, CONTROL | SHIFT)
    assert field.read() == f"{WITHHELD}{BOLD}a price of £12{BOLD_ENDS}{WITHHELD_ENDS}"
    QTest.keyClick(editor, Qt.Key.Key_B, CONTROL)
    QTest.keyClick(editor, Qt.Key.Key_X, CONTROL | SHIFT)
    assert field.read() == "a price of £12"


def test_withheld_words_are_told_by_hatching_underline_and_a_label_and_not_by_colour_alone(
    field: RichTextField,
) -> None:
    field.write(f"{WITHHELD}secret{WITHHELD_ENDS}")
    block = field.editor.document().begin()
    [part] = block.layout().formats()
    drawn = part.format
    assert drawn.background().style() is Qt.BrushStyle.BDiagPattern
    assert drawn.underlineStyle() is drawn.UnderlineStyle.DashUnderline
    assert block.textFormats()[0].format.toolTip() == "Withheld from the public"
    assert field.editor.findChildren(Colours) or field.editor.document().findChildren(Colours)


def test_enter_goes_down_a_table_adds_a_row_and_leaves_it_from_an_empty_one(field: RichTextField) -> None:
    editor = field.editor
    QTest.keyClick(editor, Qt.Key.Key_T, CONTROL | SHIFT)
    for first, second in (("Year", "Cost"), ("2024-25", "£1"), ("2025-26", "£2"), ("2026-27", "£3")):
        QTest.keyClicks(editor, first)
        QTest.keyClick(editor, Qt.Key.Key_Right)
        QTest.keyClicks(editor, second)
        QTest.keyClick(editor, Qt.Key.Key_Return)
        if editor.textCursor().currentTable().cellAt(editor.textCursor()).column():
            QTest.keyClick(editor, Qt.Key.Key_Left)
    QTest.keyClick(editor, Qt.Key.Key_Return)
    QTest.keyClicks(editor, "After")
    assert field.read() == "Year\tCost\n2024-25\t£1\n2025-26\t£2\n2026-27\t£3\n\nAfter"


def test_tab_leaves_the_field(qapp: QApplication) -> None:
    page = QWidget()
    column = QVBoxLayout(page)
    field, after = RichTextField("one", "One"), QLineEdit()
    column.addWidget(field)
    column.addWidget(after)
    page.show()
    page.activateWindow()
    try:
        assert QTest.qWaitForWindowActive(page)
        field.focus()
        QTest.keyClick(field.editor, Qt.Key.Key_Tab)
        assert QApplication.focusWidget() is after
    finally:
        page.close()


WORD = """<html><head><style>p.MsoNormal {margin:0}</style><!--[if gte mso 9]><xml>x</xml><![endif]--></head><body>
<p class=MsoNormal>I agree to <b><span style='color:red;font-size:30pt'>EXTEND</span></b> <i>the</i>
<a href="http://example.org/">contract</a><o:p></o:p></p>
<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>·<span
style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp; </span></span><![endif]>first</p>
<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>b)<span
style='font:7.0pt'>&nbsp; </span></span><![endif]>second</p><script>alert(1)</script><img src="file:///etc/passwd">
</body></html>"""
EXCEL = """<table border=0><tr height=20><td class=xl65>Partner</td><td>2024-25</td></tr>
<tr><td>Kent</td><td align=right>£848,829</td></tr><tr><td></td><td></td></tr></table>"""


@pytest.mark.parametrize(
    ("html", "kept"),
    [
        (WORD, f"I agree to {BOLD}EXTEND{BOLD_ENDS} the contract\n\n- first\n\nb) second"),
        (EXCEL, "Partner\t2024-25\nKent\t£848,829"),
        ("<ul><li>one<li>two</ul><p>three", "- one\n- two\n\nthree"),
        ("<ol type=a><li>one</li><li>two</li></ol>", "a) one\nb) two"),
        ("<ol><li>one</li><li>two</li></ol>", "1. one\n\n2. two"),
        ("<b style='font-weight:normal'>not bold</b>", "not bold"),
        ("<div>one<br>two</div><div>three</div>", "one\ntwo\n\nthree"),
        ("<table><tr><td colspan=2>Wide</td><td>x</td></tr><tr><td>a</td><td>b</td><td>c</td></tr></table>",
         "Wide\t\tx\na\tb\tc"),
        ("<table><tr><td>only</td></tr></table>", "only"),
        ("<p>&lt;b&gt;literal&lt;/b&gt;</p>", "<b>literal</b>"),
        ("<p>open <b>and never closed", f"open {BOLD}and never closed{BOLD_ENDS}"),
    ],
)  # fmt: skip
def test_pasting_keeps_paragraphs_lists_tables_and_bold_and_nothing_else(
    field: RichTextField, html: str, kept: str
) -> None:
    assert pasted(html) == kept
    paste(field, html=html, text="the plain words")
    assert field.read() == kept


TAGS = ("<p>", "</p>", "<td>", "<tr>", "<table>", "</table>", "<li>", "<ul>", "<b>", "</b>", "<!--")


@given(
    st.text(max_size=80),
    st.lists(st.sampled_from(TAGS)),
)
def test_no_html_however_broken_stops_a_paste(text: str, tags: list[str]) -> None:
    assert canonical(pasted(text.join(tags))) == pasted(text.join(tags))


def test_plain_words_pasted_into_a_sentence_stay_in_it(field: RichTextField) -> None:
    field.write("before after")
    cursor = field.editor.textCursor()
    cursor.setPosition(7)
    field.editor.setTextCursor(cursor)
    paste(field, text="and ")
    assert field.read() == "before and after"


def test_a_table_pasted_into_a_cell_becomes_its_words(field: RichTextField) -> None:
    field.write("a\tb\nc\td")
    QTest.keyClick(field.editor, Qt.Key.Key_Right)
    paste(field, html=EXCEL)
    assert len(read_text(field.read())) == 1
    assert "Kent" in field.read()


def test_copying_gives_other_programs_plain_words_and_other_fields_their_looks(field: RichTextField) -> None:
    field.write(ALL)
    field.editor.selectAll()
    copied = field.editor.createMimeDataFromSelection()
    assert not copied.hasHtml()
    assert copied.text() == plain(ALL)
    assert copied.hasFormat(OWN_KIND)
    assert text_on(copied) == ALL


def test_writing_what_is_there_already_keeps_the_place_and_what_can_be_undone(field: RichTextField) -> None:
    QTest.keyClicks(field.editor, "some words")
    place = field.editor.textCursor().position()
    field.write("some words")
    assert field.editor.textCursor().position() == place
    assert field.editor.document().isUndoAvailable()


def test_a_locked_field_takes_no_words(field: RichTextField) -> None:
    field.write("kept")
    field.lock(True)
    QTest.keyClicks(field.editor, "more")
    QTest.keyClick(field.editor, Qt.Key.Key_B, CONTROL)
    assert field.read() == "kept"
