"""The settings: kept for the officer, used at once."""

from desktop.look.palette import Scheme
from desktop.look.theme import theme
from desktop.main_window import MainWindow
from desktop.screens.screen import Place
from desktop.screens.settings import SettingsScreen
from desktop.session import Session
from tests.desktop.windows import Clock, window, workplace

__all__ = ["window"]


def settings(window: MainWindow) -> SettingsScreen:
    """The settings, in view."""
    window.go(Place("settings"))
    page = workplace(window).pages.currentWidget()
    assert isinstance(page, SettingsScreen)
    return page


def test_a_name_and_post_are_kept_for_the_next_start(window: MainWindow) -> None:
    page = settings(window)
    page.officer.write("B. Officer")
    page.post.write("Senior commissioner")
    page.save.click()
    officer = Session(window.session.path, Clock()).officer
    assert officer is not None
    assert (officer.name, officer.post) == ("B. Officer", "Senior commissioner")
    assert page.kept.text().startswith("Saved.")


def test_a_post_left_empty_is_asked_for_and_nothing_is_kept(window: MainWindow) -> None:
    page = settings(window)
    page.post.write("")
    page.save.click()
    assert page.post.shown_problem == "Enter your post"
    assert window.session.officer is not None
    assert window.session.officer.post == "Commissioning officer"


def test_colours_and_text_size_change_at_once_and_are_kept(window: MainWindow) -> None:
    page = settings(window)
    page.scheme.write(Scheme.DARK)
    page.text_size.write(1.5)
    assert theme().tokens.dark
    assert (window.session.scheme, window.session.text_size) == (Scheme.DARK, 1.5)


def test_the_backups_folder_is_named_and_opens_once_there_is_one(window: MainWindow) -> None:
    page = settings(window)
    assert "Sample backups" in page.backups.text()
    assert not page.open_folder.isEnabled()
    workplace(window).back_up()
    page.load()
    assert page.open_folder.isEnabled()
