"""Rows and columns of a table in a record's text, by keys and by the menu of the table's tool."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from desktop.fields.rich_text_field import RichTextField

HELD = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


@pytest.fixture
def field(qtbot: QtBot) -> RichTextField:
    made = RichTextField("words", "Words")
    qtbot.addWidget(made)
    made.show()
    made.editor.put_table()
    return made


def size(field: RichTextField) -> tuple[int, int] | None:
    table = field.editor.textCursor().currentTable()
    return (table.rows(), table.columns()) if table else None


@pytest.mark.parametrize(
    ("key", "becomes"),
    [(Qt.Key.Key_Down, (4, 3)), (Qt.Key.Key_Right, (3, 4)), (Qt.Key.Key_Up, (2, 3)), (Qt.Key.Key_Left, (3, 2))],
)
def test_keys_add_and_remove_rows_and_columns(field: RichTextField, key: Qt.Key, becomes: tuple[int, int]) -> None:
    assert size(field) == (3, 3)
    QTest.keyClick(field.editor, key, HELD)
    assert size(field) == becomes
    field.editor.undo()
    assert size(field) == (3, 3)


def test_the_menu_does_the_same_and_rests_outside_a_table(field: RichTextField) -> None:
    tool = field.findChild(QToolButton, "wordsTable")
    assert tool is not None
    menu = tool.menu()
    menu.aboutToShow.emit()
    assert all(act.isEnabled() for act in menu.actions())
    menu.actions()[0].trigger()
    assert size(field) == (4, 3)
    field.write("No table")
    menu.aboutToShow.emit()
    assert not any(act.isEnabled() for act in menu.actions())
