"""The window: where one can go, what it tells, what can be undone, and that it ends clean."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QMimeData, QObject, QPointF, Qt, QUrl
from PySide6.QtGui import QAction, QDropEvent
from PySide6.QtWidgets import QApplication, QPushButton, QToolButton, QWidget

from db.operations.edit_details import edit_details
from db.register import Register
from desktop import acts
from desktop.desk import Desk
from desktop.look.palette import Scheme
from desktop.look.theme import theme
from desktop.main_window import MainWindow
from desktop.screens.screen import Place
from desktop.session import Session
from desktop.window.helping import Page
from tests.desktop.windows import (
    MORNING,
    Clock,
    attention,
    contract_page,
    opened,
    register_page,
    window,
    workplace,
)

__all__ = ["window"]


def rename(desk: Desk, title: str) -> None:
    """Make a change that can be undone."""
    contract = desk.register.contracts.get("SAMPLE-CN-A")
    desk.act(edit_details, contract.id, contract.version, {"title": title})


def title(desk: Desk) -> str:
    """What that change is seen by."""
    return desk.register.contracts.get("SAMPLE-CN-A").title


def action(window: MainWindow, name: str) -> QAction:
    """An entry of a menu."""
    made = window.findChild(QAction, name)
    assert made is not None, name
    return made


@pytest.mark.parametrize("screen", ["attention", "register", "decisions", "returns", "providers", "settings"])
def test_every_place_of_the_rail_can_be_gone_to_and_is_marked(window: MainWindow, screen: str) -> None:
    window.rail.went.emit(screen)
    shown = workplace(window).pages.currentWidget()
    assert shown is not None
    assert (shown.objectName(), shown.isVisible()) == (screen, True)


def test_a_contracts_page_leads_back_to_where_it_was_opened_from(window: MainWindow) -> None:
    attention(window)
    contract_page(window, "SAMPLE-CN-A").head.back.click()
    assert workplace(window).pages.place == Place("attention")


def test_the_status_bar_names_the_file_that_it_is_saved_and_the_last_backup(window: MainWindow) -> None:
    assert window.status.file.text() == "Sample.register · saved · no backup yet"
    workplace(window).back_up()
    assert " · backup " in window.status.file.text()


def test_an_act_is_told_with_a_way_to_undo_it_and_the_menu_names_it(window: MainWindow) -> None:
    desk = workplace(window).desk
    rename(desk, "Renamed")
    toast = window.furniture.toast
    assert "SAMPLE-CN-A" in toast.said[-1]
    assert action(window, "undo").text().startswith("&Undo: ")
    button = toast.findChild(QPushButton, "toastUndo")
    assert button is not None
    button.click()
    assert title(desk) != "Renamed"


def test_undo_and_redo_go_back_and_forth(window: MainWindow) -> None:
    desk, before = workplace(window).desk, title(workplace(window).desk)
    rename(desk, "Renamed")
    action(window, "undo").trigger()
    assert title(desk) == before
    assert action(window, "redo").text().startswith("&Redo: ")
    action(window, "redo").trigger()
    assert title(desk) == "Renamed"


def test_a_register_that_another_holds_is_read_only_and_the_bar_names_the_holder(
    qapp: QApplication, tmp_path: Path
) -> None:
    with opened(tmp_path) as first:
        path = first.open_path
        assert path is not None
        second = MainWindow(Session(tmp_path / "other.ini", Clock()))
        second.show()
        assert second.furniture.files.open(path)
        bar = workplace(second).bars.reading
        assert bar.isVisible()
        assert "open for writing by" in bar.findChildren(type(second.status.file))[1].text()
        assert not action(second, "addContract").isEnabled()
        assert not action(second, "undo").isEnabled()
        second.close()
        second.deleteLater()


def test_looking_from_another_day_shows_a_bar_that_leads_back_to_today(window: MainWindow) -> None:
    place = workplace(window)
    place.desk.look_from(date(2025, 4, 1))
    assert place.bars.day.isVisible()
    place.bars.day.acted.emit()
    assert not place.bars.day.isVisible()
    assert place.desk.is_today


def test_a_new_day_is_noticed_and_everything_worked_out_again(qapp: QApplication, tmp_path: Path) -> None:
    clock = Clock()
    with opened(tmp_path, clock=clock) as window:
        page = attention(window)
        clock.at = MORNING + timedelta(days=1)
        window.furniture.new_day.look()
        assert page.facts.text().startswith("As at 16 December 2023")


def test_a_day_chosen_to_look_from_stays_when_midnight_passes(qapp: QApplication, tmp_path: Path) -> None:
    clock = Clock()
    with opened(tmp_path, clock=clock) as window:
        desk = workplace(window).desk
        desk.look_from(date(2022, 12, 1))
        clock.at = MORNING + timedelta(days=1)
        window.furniture.new_day.look()
        assert desk.day == date(2022, 12, 1)


def test_acts_on_a_contract_are_off_where_none_is_chosen(window: MainWindow) -> None:
    window.go(Place("settings"))
    assert not action(window, "giveNotice").isEnabled()
    contract_page(window, "SAMPLE-CN-A")
    assert action(window, "giveNotice").isEnabled()


def test_a_menus_act_is_done_on_the_contract_in_view(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[object] = []
    monkeypatch.setattr(acts, "give_notice", lambda _desk, _parent, one: asked.append(one), raising=False)
    page = contract_page(window, "SAMPLE-CN-B")
    action(window, "giveNotice").trigger()
    assert asked == list(page.chosen())


def test_files_dropped_on_the_window_are_read_as_returns_one_after_the_other(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    taken: list[object] = []
    monkeypatch.setattr(acts, "import_return", lambda _desk, _parent, *paths: taken.extend(paths), raising=False)
    dropped = [tmp_path / f"return.{kind}" for kind in ("xlsx", "XLSM", "csv", "tsv", "ods", "xls", "xlsb")]
    drop(window, *dropped, tmp_path / "letter.docx")
    assert taken == dropped


def test_a_register_dropped_on_the_window_is_opened(window: MainWindow, tmp_path: Path) -> None:
    other = tmp_path / "Other.register"
    Register.create(other).close()
    drop(window, other)
    assert window.open_path == other
    assert window.windowTitle().startswith("Other")


def drop(window: MainWindow, *paths: Path) -> None:
    """Drop files on the window."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    none = Qt.KeyboardModifier.NoModifier
    window.dropEvent(
        QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, none)
    )  # fmt: skip


def test_no_page_shows_a_window_of_its_own_while_it_is_made(window: MainWindow, qapp: QApplication) -> None:
    seen = Shown()
    qapp.installEventFilter(seen)
    for screen in ("register", "decisions", "returns", "providers", "settings"):
        window.go(Place(screen))
    contract_page(window, "SAMPLE-CN-A")
    qapp.removeEventFilter(seen)
    assert seen.windows == []


class Shown(QObject):
    """Notes every window that is shown."""

    def __init__(self) -> None:
        super().__init__()
        self.windows: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.windows.append(f"{type(watched).__name__} {watched.objectName()}")
        return False


def test_the_rail_folds_to_icons_and_stays_so(qapp: QApplication, tmp_path: Path) -> None:
    with opened(tmp_path) as window:
        wide = window.rail.sizeHint().width()
        window.rail.fold(True)
        assert window.rail.sizeHint().width() < wide / 2
    again = MainWindow(Session(tmp_path / "settings.ini", Clock()))
    assert again.rail.is_folded
    again.deleteLater()


def test_a_window_that_is_closed_lets_the_register_go(qapp: QApplication, tmp_path: Path) -> None:
    with opened(tmp_path) as window:
        path = window.open_path
        assert path is not None
    with Register.open(path) as again:
        assert not again.read_only


def test_checking_the_register_says_that_it_is_in_order(window: MainWindow) -> None:
    action(window, "checkRegister").trigger()
    page = window.findChild(Page)
    assert page is not None
    assert "in order" in page.words.toPlainText()
    page.reject()


def test_the_register_page_keeps_its_search_while_the_officer_is_elsewhere(window: MainWindow) -> None:
    register_page(window).listing.search.setText("imago")
    attention(window)
    assert register_page(window).listing.search.text() == "imago"


def test_the_rail_gives_its_words_away_where_the_type_leaves_little_room(qapp: QApplication, tmp_path: Path) -> None:
    with opened(tmp_path) as window:
        window.resize(1280, 800)
        assert not window.rail.is_folded
        theme().apply(Scheme.LIGHT, 2.0)
        try:
            assert window.rail.is_folded
            window.rail.fold(False)
            assert not window.rail.is_folded, "whoever wants the words has them still"
            window.resize(1920, 1080)
            window.resize(1280, 800)
            assert window.rail.is_folded
        finally:
            theme().apply(Scheme.LIGHT)
        assert not window.rail.is_folded
    assert Session(tmp_path / "settings.ini", Clock()).choice("rail folded") == "no"


def test_publishing_belongs_to_the_decisions_however_it_is_reached(window: MainWindow) -> None:
    window.rail.show_place("attention")
    window.rail.show_place("publishing")
    marked = [each.objectName() for each in window.rail.findChildren(QToolButton) if each.isChecked()]
    assert marked == ["decisionsPlace"]
