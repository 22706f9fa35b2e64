"""Facts about every dialog: named acts, a safe Esc, nothing unnamed, nothing wider than its window."""

import re
from collections import Counter
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QListWidget, QPushButton, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from db.rules.contract import Side
from db.rules.dates import Unit
from db.rules.money import Pence
from db.rules.refusal import Refusal
from desktop.desk import Desk
from desktop.dialogs.act_dialog import ActDialog
from desktop.dialogs.column_widths import shared_widths
from desktop.dialogs.gallery import every
from desktop.dialogs.grid import Grid
from desktop.dialogs.money_fields import Column, FundingField, Rate, RatesField
from desktop.dialogs.pick_field import PickField
from desktop.dialogs.rows_field import Cells, RowsField
from desktop.dialogs.sections_field import SectionsField
from desktop.dialogs.terms_fields import notice_rows, read_notice, read_options
from desktop.fields.form_dialog import FormDialog
from desktop.look.palette import Scheme
from desktop.look.theme import theme
from desktop.window.helping import WHAT_IS_TYPED, Page
from tests.desktop.acting import answering as answering
from tests.desktop.acting import sample_desk as sample_desk
from tests.desktop.acting import write, write_cell

VAGUE = {"ok", "yes", "no", "accept", "apply", "submit", "save"}

BEGIN_ELSEWHERE = ("sign", "a-problem")
"""With the passphrase where the certificate is known, and with what is to be mended."""


@pytest.fixture
def dialogs(sample_desk: Desk, qtbot: QtBot) -> list[tuple[str, QWidget]]:
    made = every(sample_desk)
    for _, dialog in made:
        qtbot.addWidget(dialog)
    return made


def shown(dialog: QWidget) -> QWidget:
    dialog.show()
    QApplication.processEvents()
    return dialog


def test_every_button_names_its_act(dialogs: list[tuple[str, QWidget]]) -> None:
    for name, dialog in dialogs:
        for each in dialog.findChildren(QPushButton):
            words = each.text().replace("&", "").strip().lower()
            assert words, f"{name}: {each.objectName()} says nothing"
            assert words not in VAGUE, f"{name}: “{each.text()}” does not say what it does"


def test_escape_is_always_safe(dialogs: list[tuple[str, QWidget]]) -> None:
    for name, dialog in dialogs:
        QTest.keyClick(shown(dialog), Qt.Key.Key_Escape)
        assert not dialog.isVisible(), name
        assert isinstance(dialog, QDialog)
        assert dialog.result() == QDialog.DialogCode.Rejected, name


def test_nothing_that_takes_the_keyboard_is_without_a_name(dialogs: list[tuple[str, QWidget]]) -> None:
    unnamed = [
        f"{name}: {type(each).__name__} {each.objectName()}"
        for name, dialog in dialogs
        for each in shown(dialog).findChildren(QWidget)
        if each.isVisible() and each.focusPolicy() & Qt.FocusPolicy.TabFocus and not _named(each)
    ]
    assert unnamed == []


def _named(widget: QWidget) -> bool:
    return bool(widget.accessibleName() or isinstance(widget, QPushButton) or widget.objectName().startswith("qt_"))


def test_no_access_key_stands_for_two_things(dialogs: list[tuple[str, QWidget]]) -> None:
    for name, dialog in dialogs:
        texts = [each.text() for each in dialog.findChildren(QPushButton)]
        texts += [each.text() for each in dialog.findChildren(QLabel) if each.buddy()]
        keys = Counter(match[1].lower() for text in texts if (match := re.search(r"(?<!&)&([^&])", text)))
        assert [key for key, count in keys.items() if count > 1] == [], name


@pytest.mark.parametrize("size", [1.0, 2.0])
def test_no_field_is_cut_at_the_side_however_large_the_type(dialogs: list[tuple[str, QWidget]], size: float) -> None:
    theme().apply(Scheme.LIGHT, size)
    for name, dialog in dialogs:
        if isinstance(dialog, ActDialog):
            shown(dialog).resize(1000 if size == 1.0 else 1180, 700)
            QApplication.processEvents()
            area = dialog.findChild(QScrollArea)
            inside = area.widget() if area else None
            assert area is not None
            assert inside is not None
            assert inside.minimumSizeHint().width() <= area.viewport().width(), name


def test_a_sheet_counts_its_totals_as_they_are_typed_and_shows_what_it_cannot_read(qtbot: QtBot) -> None:
    field = FundingField("sheet", "Funding", (Column("a", "Part A"), Column("b", "Part B")), ("Council", "NHS"))
    qtbot.addWidget(field)
    shown(field)
    write_cell(field.grid, 0, 1, "£848,829")
    write_cell(field.grid, 1, 1, "0.5m")
    write_cell(field.grid, 1, 2, "7.25")
    assert [field.grid.text_at(3, column) for column in range(4)] == ["Total", "£1,348,829", "£7.25", "£1,348,836.25"]
    assert field.read() == (
        ("a", "Council", Pence(848_829_00)),
        ("a", "NHS", Pence(500_000_00)),
        ("b", "NHS", Pence(7_25)),
    )
    write_cell(field.grid, 0, 2, "about 5")
    assert field.problem().startswith("Council, Part B: “about 5” is not exact.")
    assert field.grid.text_at(0, 2) == "about 5"


def test_a_block_from_excel_is_pasted_into_the_cells_that_may_be_written(qtbot: QtBot) -> None:
    field = FundingField("sheet", "Funding", (Column("a", "Part A"), Column("b", "Part B")), ("Council", "NHS"))
    qtbot.addWidget(field)
    QApplication.clipboard().setText("1,000\t2,000\r\n3,000\t4,000\r\n")
    field.grid.setCurrentCell(0, 1)
    QTest.keyClick(field.grid, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert field.total == Pence(10_000_00)
    assert field.grid.text_at(0, 0) == "Council"


def test_an_amount_without_a_partner_asks_for_its_name(qtbot: QtBot) -> None:
    field = FundingField("sheet", "Funding", (Column("a", "Part A"),), ("Council",))
    qtbot.addWidget(field)
    shown(field)
    write_cell(field.grid, 1, 1, "5")
    assert field.problem() == "Name the funding partner of the last row."
    with pytest.raises(Refusal, match="Name the funding partner"):
        field.read()


def test_new_rates_stand_beside_the_present_ones_with_the_change_of_each_and_of_all(qtbot: QtBot) -> None:
    rates = (Rate("West Kent", "Council", Pence(990_000_00)), Rate("North Kent", "Council", Pence(660_000_00)))
    field = RatesField("rates", "Rates", rates)
    qtbot.addWidget(field)
    shown(field)
    write_cell(field.grid, 0, field.NEW, "£420,000")
    assert field.grid.text_at(0, field.CHANGE) == "-£570,000"
    assert [field.grid.text_at(2, column) for column in (2, 3, 4)] == ["£1,650,000", "£1,080,000", "-£570,000"]
    assert field.read() == ((rates[0], Pence(420_000_00)),)


def test_a_search_narrows_a_list_and_forgets_no_tick(qtbot: QtBot) -> None:
    names = ("Involve", "Imago", "Porchlight", "Shaw Trust", "SEK", "EKSP", "Carers Support")
    field: PickField[str] = PickField("who", "Providers", [(name, name) for name in names], ["Imago"])
    qtbot.addWidget(field)
    shown(field)
    write(field, "whoSearch", "porch")
    search = QApplication.focusWidget()
    assert search is not None
    QTest.keyClick(search, Qt.Key.Key_Return)
    assert field.read() == ("Imago", "Porchlight")


def test_enter_in_a_list_to_pick_from_takes_nothing_out_and_the_space_bar_does(qtbot: QtBot) -> None:
    field: PickField[str] = PickField("who", "Contracts", [("A", "CN-A"), ("B", "CN-B")], ["A", "B"])
    qtbot.addWidget(field)
    field.show()
    field.focus()
    listed = field.findChild(QListWidget, "whoList")
    assert listed is not None
    listed.setCurrentRow(0)
    QTest.keyClick(listed, Qt.Key.Key_Return)
    assert field.read() == ("A", "B")
    QTest.keyClick(listed, Qt.Key.Key_Space)
    assert field.read() == ("B",)


def test_lines_are_added_and_taken_away_and_an_empty_one_says_nothing(qtbot: QtBot) -> None:
    field = RowsField(
        "options", "Options", (Cells("Months", 6), Cells("Side", 8, [(Side.COUNCIL, "Council")])), line="x"
    )
    qtbot.addWidget(field)
    shown(field)
    add = field.findChild(QPushButton, "optionsAdd")
    assert add is not None
    QTest.mouseClick(add, Qt.MouseButton.LeftButton)
    QTest.keyClicks(field.cell(1, 0), "12")
    assert field.read() == (("12", None),)
    field.write([("6", Side.COUNCIL)])
    assert field.read() == (("6", Side.COUNCIL),)
    assert isinstance(field.read()[0][1], Side)


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ([(Side.COUNCIL, "3", Unit.MONTHS, ""), (Side.COUNCIL, "6", Unit.MONTHS, "")], "stands twice"),
        ([(Side.COUNCIL, "three", Unit.MONTHS, "")], "as a whole number, such as 3. “three” is not one"),
        ([(None, "3", Unit.MONTHS, "")], "Choose who gives each notice"),
    ],
)
def test_notice_half_filled_in_or_twice_is_refused(qtbot: QtBot, rows: list[tuple[object, ...]], said: str) -> None:
    field = notice_rows(())
    qtbot.addWidget(field)
    field.write(rows)
    with pytest.raises(Refusal, match=said):
        read_notice(field)


def test_an_option_that_is_no_number_is_refused_by_its_place(qtbot: QtBot) -> None:
    field = RowsField("options", "Options", (Cells("Months", 6),), [("12",), ("a year",)], line="option")
    qtbot.addWidget(field)
    with pytest.raises(Refusal, match="Enter option 2 as a whole number"):
        read_options(field)


def test_what_is_written_in_a_section_stays_while_another_is_open(qtbot: QtBot) -> None:
    field = SectionsField("sections", "Sections")
    qtbot.addWidget(field)
    shown(field)
    write(field, "sectionsPage", "EXTEND it.")
    field.open_section("legal")
    write(field, "sectionsPage", "Care Act 2014.")
    field.open_section("decision")
    assert (field.read().decision, field.read().legal) == ("EXTEND it.", "Care Act 2014.")


def test_every_column_of_a_sheet_is_in_sight_without_scrolling(dialogs: list[tuple[str, QWidget]]) -> None:
    beyond = [
        f"{name}: {grid.objectName()}"
        for name, dialog in dialogs
        for grid in shown(dialog).findChildren(Grid)
        if grid.horizontalScrollBar().maximum() > 0
    ]
    assert beyond == []


@pytest.mark.parametrize(
    ("room", "widths"),
    [
        (100, [30, 70]),  # room to spare: the stretching column takes it
        (81, [30, 51]),  # a pixel to spare: it goes to the same
        (60, [20, 40]),  # none to spare: what the words do not need goes first
        (45, [20, 25]),  # less: the widest gives way
        (10, [15, 15]),  # but none is narrower than the least
    ],
)
def test_columns_share_the_room_there_is(room: int, widths: list[int]) -> None:
    assert list(shared_widths((30, 50), (20, 35), 15, room, stretching=1)) == widths


def test_spare_room_goes_first_to_the_column_whose_words_need_it() -> None:
    assert list(shared_widths((30, 50), (45, 35), 15, 100, stretching=1)) == [45, 55]


def test_a_dialog_that_opens_takes_the_keyboard_to_its_first_field(dialogs: list[tuple[str, QWidget]]) -> None:
    astray = []
    for name, dialog in dialogs:
        if isinstance(dialog, FormDialog) and name not in BEGIN_ELSEWHERE:
            focused, first = shown(dialog).focusWidget(), _first_field(dialog)
            if first is not None and not (focused is first or first.isAncestorOf(focused)):
                astray.append(f"{name}: {focused.objectName()}")
            dialog.hide()
    assert astray == []


def _first_field(dialog: FormDialog[Any]) -> QWidget | None:
    fields = (each for each in dialog.form.fields if each.isVisibleTo(dialog.form) and each.control.isEnabled())
    return next(fields, None)


def test_f1_in_a_form_tells_what_can_be_typed(dialogs: list[tuple[str, QWidget]]) -> None:
    dialog = shown(next(made for name, made in dialogs if name == "vary"))
    QTest.keyClick(dialog, Qt.Key.Key_F1)
    page = dialog.findChild(Page)
    assert page is not None
    assert page.words.textCursor().block().text() == WHAT_IS_TYPED
    page.close()
