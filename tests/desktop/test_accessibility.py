"""Every screen for everyone: a name on each control, no clash of access keys, nothing cut at double type."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QMenu, QPushButton

from desktop.look.palette import Scheme
from desktop.look.theme import theme
from desktop.main_window import MainWindow
from desktop.pictures import settle
from desktop.screens.screen import Place
from desktop.session import Session
from desktop.tables.columns import Chip
from tests.desktop.walks import clashes, cut, in_sight, unnamed
from tests.desktop.windows import Clock, contract_page, window, workplace

__all__ = ["window"]

SCREENS = (
    "attention",
    "register",
    "decisions",
    "returns",
    "returnsGrid",
    "scorecard",
    "providers",
    "timeline",
    "settings",
    "contract",
)
SMALLEST = 24
"""Pixels a target must measure each way (WCAG 2.2, 2.5.8)."""


def visit(window: MainWindow, screen: str) -> None:
    """Go to a screen and let it settle."""
    if screen == "contract":
        contract_page(window, "SAMPLE-CN-A")
    else:
        window.go(Place(screen))
    settle()


@pytest.fixture
def welcome(qapp: QApplication, tmp_path: Path) -> Iterator[MainWindow]:
    """A window without a register."""
    made = MainWindow(Session(tmp_path / "settings.ini", Clock()))
    made.furniture.show_welcome()
    made.show()
    settle()
    yield made
    made.close()
    made.deleteLater()


@pytest.mark.parametrize("screen", SCREENS)
def test_every_control_that_takes_the_keyboard_has_a_name(window: MainWindow, screen: str) -> None:
    visit(window, screen)
    assert unnamed(window) == []


@pytest.mark.parametrize("screen", SCREENS)
def test_no_access_key_means_two_things_on_a_screen(window: MainWindow, screen: str) -> None:
    visit(window, screen)
    assert clashes(window) == {}


def test_no_access_key_means_two_things_in_a_menu(window: MainWindow) -> None:
    for menu in window.menuBar().findChildren(QMenu):
        menu.aboutToShow.emit()
        words = [action.text().replace("&&", "") for action in menu.actions() if "&" in action.text()]
        keys = [each[each.index("&") + 1].lower() for each in words]
        assert len(keys) == len(set(keys)), words


@pytest.mark.parametrize("screen", SCREENS)
def test_nothing_is_cut_at_double_type(window: MainWindow, screen: str) -> None:
    theme().apply(Scheme.LIGHT, 2.0)
    visit(window, screen)
    settle()
    assert cut(window) == []


@pytest.mark.parametrize("screen", SCREENS)
def test_every_button_is_large_enough_to_hit(window: MainWindow, screen: str) -> None:
    visit(window, screen)
    small = [
        (each.objectName(), each.width(), each.height())
        for each in in_sight(window)
        if isinstance(each, QAbstractButton) and min(each.width(), each.height()) < SMALLEST and each.objectName()
    ]
    assert [each for each in small if not each[0].startswith("qt_")] == []


def test_the_welcome_has_names_and_keys_and_is_not_cut(welcome: MainWindow) -> None:
    assert (unnamed(welcome), clashes(welcome)) == ([], {})
    theme().apply(Scheme.LIGHT, 2.0)
    settle()
    assert cut(welcome) == []


def test_a_control_without_a_name_would_be_found(window: MainWindow) -> None:
    planted = QPushButton("…", window)
    planted.setObjectName("planted")
    planted.show()
    assert unnamed(window) == ["QPushButton planted"]


def test_words_that_do_not_fit_would_be_found(window: MainWindow) -> None:
    planted = QLabel("Words that need more room than they are given", window)
    planted.setFixedWidth(40)
    planted.show()
    assert cut(window) == ["QLabel “Words that need more room than they are given”"]


def test_a_clash_would_be_found(window: MainWindow) -> None:
    visit(window, "settings")
    planted = QPushButton("&File something", window)
    planted.show()
    assert list(clashes(window)) == ["f"]


def test_every_reason_to_look_is_in_words_as_well_as_colour(window: MainWindow) -> None:
    visit(window, "register")
    chips = {each.word for each in _chips(window)}
    assert chips == {"Running", "Term not recorded"}


def _chips(window: MainWindow) -> list[Chip]:
    from desktop.screens.register import RegisterScreen

    page = workplace(window).pages.currentWidget()
    assert isinstance(page, RegisterScreen)
    return [page.table.rows.row_at(row).chip for row in range(page.table.rows.rowCount())]
