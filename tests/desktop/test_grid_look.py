"""How the grid is drawn where columns are out of sight."""

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QFrame

from desktop.dialogs.filter_dialog import FilterDialog
from desktop.grid.filters import Filter
from desktop.look.theme import theme
from desktop.main_window import MainWindow
from desktop.picture_grid import grids
from desktop.pictures import settle
from desktop.screens.register import RegisterScreen
from desktop.tables.columns import Kind
from desktop.tables.frozen import FrozenColumns
from desktop.tables.group_painter import GAP, fitting
from tests.desktop.test_grid_keys import page, stand
from tests.desktop.windows import window

__all__ = ["page", "window"]


@pytest.mark.parametrize(
    ("room", "words"),
    [(40, f"Carers (3){GAP}Value £1,200{GAP}Cost £7"), (30, f"Carers (3){GAP}Value £1,200"), (4, "Carers (3)")],
)
def test_a_subtotal_beyond_what_is_in_sight_is_said_whole_or_not_at_all(room: int, words: str) -> None:
    assert fitting(("Carers (3)", "Value £1,200", "Cost £7"), room, len) == words


def test_columns_that_stay_in_sight_show_no_keyboard_that_is_elsewhere(page: RegisterScreen) -> None:
    page.window().resize(1000, 800)
    stand(page, 0, "Notes")
    page.table.setFocus()
    frozen = page.table.findChild(FrozenColumns)
    assert isinstance(frozen, FrozenColumns)
    assert frozen.isVisible()
    picture = frozen.viewport().grab().toImage()
    focus = QColor(theme().tokens.focus).rgb()
    assert [at for at in range(picture.width()) if picture.pixel(at, 0) == focus] == []


def test_the_grid_at_work_is_among_the_pictures_and_stands_as_before_afterwards(
    page: RegisterScreen, window: MainWindow
) -> None:
    before = page.listing.view_now()
    seen = {name: (page.table.rows.rowCount(), bool(page.table.editing.editor)) for name in grids(window, settle)}
    assert seen == {"grid-marked": (0, False), "grid-grouped": (8, False), "grid-typed-in": (7, True)}
    assert (page.listing.view_now(), page.table.editing.editor) == (before, None)


def test_filters_stand_level_and_fields_beside_each_other_begin_at_the_same_height(page: RegisterScreen) -> None:
    page.listing.set_filter(Filter("Title", contains="community"))
    page.window().resize(1400, 800)
    settle()
    row = page.listing.filter_row
    chip = row.findChild(QFrame, "registerTableChip0")
    assert chip is not None
    assert abs(chip.geometry().center().y() - row.add.geometry().center().y()) <= 1
    dialog = FilterDialog(Filter("Ends"), Kind.DAY, (), page.window())
    assert dialog.ends is not None
    dialog.show()
    dialog.ends[1].show_problem("The end of the range must be the same as or after its beginning.")
    settle()
    assert dialog.ends[0].y() == dialog.ends[1].y()
    dialog.close()
    dialog.deleteLater()
