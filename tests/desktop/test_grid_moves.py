"""The keys that move through the register and choose cells, as in a spreadsheet."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from desktop.screens.register import RegisterScreen
from tests.desktop.test_grid_keys import CTRL, KEY, SHIFT, block, page, press, stand
from tests.desktop.windows import window

__all__ = ["page", "window"]


@pytest.mark.parametrize(
    ("key", "held", "spot"),
    [
        (KEY.Key_Down, None, (1, 0)),
        (KEY.Key_Right, None, (0, 1)),
        (KEY.Key_Up, None, (0, 0)),
        (KEY.Key_Left, None, (0, 0)),
        (KEY.Key_End, None, (0, -1)),
        (KEY.Key_End, CTRL, (-1, -1)),
        (KEY.Key_Down, CTRL, (-1, 0)),
        (KEY.Key_PageDown, None, (-1, 0)),
    ],
)
def test_a_key_moves_as_in_a_spreadsheet(
    page: RegisterScreen, key: Qt.Key, held: Qt.KeyboardModifier | None, spot: tuple[int, int]
) -> None:
    press(page, key, held or Qt.KeyboardModifier.NoModifier)
    sizes = (page.table.rows.rowCount(), len(page.table.visual))
    assert page.table.spot == tuple(at % size for at, size in zip(spot, sizes, strict=True))


@pytest.mark.parametrize(
    ("key", "held", "spot"),
    [(KEY.Key_Home, None, (3, 0)), (KEY.Key_Home, CTRL, (0, 0)), (KEY.Key_Up, CTRL, (0, 2)),
     (KEY.Key_PageUp, None, (0, 2)), (KEY.Key_Left, CTRL, (3, 0))],
)  # fmt: skip
def test_a_key_moves_back_as_in_a_spreadsheet(
    page: RegisterScreen, key: Qt.Key, held: Qt.KeyboardModifier | None, spot: tuple[int, int]
) -> None:
    stand(page, 3, "Status")
    press(page, key, held or Qt.KeyboardModifier.NoModifier)
    assert page.table.spot == spot


def test_ctrl_and_an_arrow_stop_where_filled_cells_end(page: RegisterScreen) -> None:
    filled = [at for at in range(len(page.table.visual)) if page.table.rows.texts_at(0)[page.table.visual[at]]]
    edge = next(at for at in range(len(page.table.visual)) if at + 1 not in filled)
    press(page, KEY.Key_Right, CTRL)
    assert page.table.spot == (0, edge)


def test_shift_and_arrows_choose_a_block(page: RegisterScreen) -> None:
    press(page, KEY.Key_Down, SHIFT)
    press(page, KEY.Key_Right, SHIFT)
    press(page, KEY.Key_Right, SHIFT)
    assert block(page.table) == (0, 0, 1, 2)
    press(page, KEY.Key_Left, SHIFT)
    assert block(page.table) == (0, 0, 1, 1)


def test_ctrl_shift_and_arrows_choose_to_the_edge(page: RegisterScreen) -> None:
    press(page, KEY.Key_Down, CTRL | SHIFT)
    assert block(page.table) == (0, 0, 6, 0)
    press(page, KEY.Key_End, CTRL | SHIFT)
    assert block(page.table) == (0, 0, 6, len(page.table.visual) - 1)
    press(page, KEY.Key_Home, CTRL | SHIFT)
    assert block(page.table) == (0, 0, 0, 0)


def test_ctrl_space_chooses_the_column_and_shift_space_the_row(page: RegisterScreen) -> None:
    stand(page, 2, "Status")
    press(page, KEY.Key_Space, CTRL)
    assert block(page.table) == (0, 2, 6, 2)
    assert page.table.spot == (2, 2)
    stand(page, 2, "Status")
    press(page, KEY.Key_Space, SHIFT)
    assert block(page.table) == (2, 0, 2, len(page.table.visual) - 1)
    press(page, KEY.Key_A, CTRL)
    assert len(page.chosen()) == 7


def test_a_row_number_chooses_its_row_and_shift_click_a_block(page: RegisterScreen) -> None:
    numbers = page.table.verticalHeader()
    at = QPoint(5, numbers.sectionViewportPosition(1) + 5)
    QTest.mouseClick(numbers.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert block(page.table) == (1, 0, 1, len(page.table.visual) - 1)
    stand(page, 0, "Reference")
    at = page.table.visualRect(page.table.rows.index(2, page.table.visual[1])).center()
    QTest.mouseClick(page.table.viewport(), Qt.MouseButton.LeftButton, SHIFT, at)
    assert block(page.table) == (0, 0, 2, 1)


def test_a_click_on_a_title_with_ctrl_chooses_the_column(page: RegisterScreen) -> None:
    at = page.table.visual[3]
    point = QPoint(page.table.titles.sectionViewportPosition(at) + 20, 10)
    QTest.mouseClick(page.table.titles.viewport(), Qt.MouseButton.LeftButton, CTRL, point)
    assert block(page.table) == (0, 3, 6, 3)
    assert page.table.rows.sorted_by == ()
