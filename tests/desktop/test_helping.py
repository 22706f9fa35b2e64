"""Finding one's way: the search over everything, and help that speaks of the screen."""

import pytest

from desktop.main_window import MainWindow
from desktop.window.helping import ABOUT, Page, show_help
from desktop.window.search import Finding, Search, found
from tests.desktop.test_main_window import action
from tests.desktop.windows import (
    window,
    workplace,
)

__all__ = ["window"]


def test_searching_everything_finds_contracts_providers_decisions_and_commands(window: MainWindow) -> None:
    workplace(window).search()
    search = window.findChild(Search)
    assert search is not None
    for words, kind in (("cn-a", "Contract"), ("imago comm", "Provider"), ("od.24", "Decision"), ("dark", "Command")):
        search.line.setText(words)
        assert kind in {search.list.item(row).data(0x0100) for row in range(search.list.count())}, words
    search.line.setText("cn-a")
    search.line.returnPressed.emit()
    assert workplace(window).pages.place.screen == "contract"


def test_what_begins_with_the_words_typed_comes_first() -> None:
    def finding(words: str) -> Finding:
        return Finding("Contract", "register", words, "", lambda: None)

    assert [each.words for each in found([finding("The carers"), finding("Carers")], "car")] == ["Carers", "The carers"]


def test_help_opens_with_the_keys_in_it_and_closes_with_escape(window: MainWindow) -> None:
    action(window, "help").trigger()
    page = window.findChild(Page)
    assert page is not None
    assert "Ctrl+K" in page.words.toPlainText()
    page.reject()


@pytest.mark.parametrize("screen", sorted(ABOUT))
def test_help_speaks_of_the_screen_it_is_asked_from(window: MainWindow, screen: str) -> None:
    page = show_help(window, screen)
    line = page.words.textCursor().block().text()
    assert line.startswith(ABOUT[screen]), "the manual has a paragraph on it"
    assert page.words.cursorRect().top() < page.words.height() / 2
    page.close()


def test_help_begins_at_the_top_where_no_paragraph_is_about_the_screen(window: MainWindow) -> None:
    page = show_help(window, "attention")
    assert page.words.verticalScrollBar().value() == 0
    page.close()
