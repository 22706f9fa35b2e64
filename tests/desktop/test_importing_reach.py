"""Facts about reaching everything on the screen that reads a return: by Tab, by access key, by a screen reader."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from desktop.importing.screen import ImportingScreen
from desktop.look.palette import Scheme
from desktop.look.theme import theme
from desktop.main_window import MainWindow
from desktop.picture_importing import importing
from desktop.pictures import settle
from tests.desktop.walks import clashes, cut, tab_ring, tabbable, unnamed
from tests.desktop.windows import Clock, opened, workplace


@pytest.fixture
def page(qapp: QApplication, tmp_path: Path) -> Iterator[tuple[MainWindow, ImportingScreen]]:
    """The screen with a file that asks, in a window."""
    with opened(tmp_path, Clock(datetime(2025, 12, 15, 9, 2, tzinfo=UTC))) as window:
        names = importing(window, settle)
        next(names)
        assert next(names) == "importing"
        shown = workplace(window).pages.currentWidget()
        assert isinstance(shown, ImportingScreen)
        yield window, shown


def test_tab_goes_round_and_reaches_everything(page: tuple[MainWindow, ImportingScreen]) -> None:
    window, _ = page
    missed = tabbable(window) - set(tab_ring(window))
    assert [f"{type(each).__name__} {each.objectName()}" for each in missed] == []


def test_everything_has_a_name_and_no_access_key_means_two_things(page: tuple[MainWindow, ImportingScreen]) -> None:
    window, _ = page
    assert (unnamed(window), clashes(window)) == ([], {})


def test_nothing_is_cut_at_double_type(page: tuple[MainWindow, ImportingScreen]) -> None:
    window, _ = page
    theme().apply(Scheme.LIGHT, 2.0)
    settle()
    assert [each for each in cut(window) if "OneLine" not in each] == []
