"""Facts about the register as it was: what changed between two days, putting it back, the window on a past day."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtWidgets import QFileDialog, QLabel
from pytestqt.qtbot import QtBot

from db.operations.edit_details import edit_details
from db.rules.decision import ContractId
from desktop.acts.waiting import the_jobs
from desktop.dialogs.take_out_dialog import TakeOutDialog
from desktop.main_window import MainWindow
from desktop.screens.screen import Place, Screen
from desktop.screens.taken_out import TakenOutScreen
from desktop.screens.then_and_now import ThenAndNowScreen
from desktop.window.past_window import show_past
from tests.desktop.acting import answering, press, write
from tests.desktop.acting import worker as worker
from tests.desktop.windows import Clock, opened, workplace

LATER = datetime(2023, 12, 20, 10, 30, tzinfo=UTC)
FIRST, LAST = date(2023, 12, 15), date(2023, 12, 20)


@pytest.fixture
def window(qapp: object, tmp_path: Path) -> Iterator[MainWindow]:
    """A window on the sample, one of whose contracts got another manager five days on."""
    clock = Clock()
    with opened(tmp_path, clock) as made:
        clock.at = LATER
        rename(made, "B. Manager")
        yield made


def rename(window: MainWindow, manager: str) -> ContractId:
    """Give a contract another manager."""
    desk = workplace(window).desk
    contract = desk.register.contracts.get("SAMPLE-CN-A")
    desk.act(edit_details, contract.id, contract.version, {"manager": manager})
    return contract.id


def shown(window: MainWindow, place: Place) -> Screen:
    """A page, in view."""
    window.go(place)
    found = workplace(window).pages.currentWidget()
    assert isinstance(found, Screen)
    return found


def then_and_now(window: MainWindow) -> ThenAndNowScreen:
    """The page on two days."""
    found = shown(window, Place("thenAndNow"))
    assert isinstance(found, ThenAndNowScreen)
    found.compare_days(FIRST, LAST)
    return found


def test_what_changed_between_two_days_says_the_field_both_values_and_who(window: MainWindow) -> None:
    page = then_and_now(window)
    assert page.listing.table.rows.texts_at(0)[:6] == (
        "SAMPLE-CN-A", "Changed", "Contract manager", "", "B. Manager", "A. Officer",
    )  # fmt: skip
    assert page.listing.count.text() == "1 change"


def test_days_given_the_wrong_way_round_are_put_right(window: MainWindow) -> None:
    page = then_and_now(window)
    page.compare_days(LAST, FIRST)
    assert page.listing.table.rows.total == 1


@pytest.mark.usefixtures("worker")
@pytest.mark.parametrize("at_a_time", [1, 7, 5_000])
def test_a_large_register_is_compared_away_from_the_window_and_shows_the_same(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, at_a_time: int
) -> None:
    page = then_and_now(window)
    page.compare_days(FIRST - timedelta(days=1), LAST)
    whole = page.listing.table.rows.shown_ids()
    assert len(whole) > 7
    monkeypatch.setattr("desktop.screens.comparing.FEW", 0)
    monkeypatch.setattr("desktop.screens.then_and_now_work.SLICE", max(at_a_time, len(whole) // 9))
    with qtbot.waitSignal(page.comparing.found, timeout=60_000):
        page.compare_days(FIRST - timedelta(days=1), LAST)
        assert page.under_way.isVisible()
        assert not page.export.isEnabled()
    assert page.listing.table.rows.shown_ids() == whole
    assert not page.under_way.isVisible()
    assert page.export.isEnabled()


@pytest.mark.usefixtures("worker")
def test_a_comparison_that_is_called_off_leaves_nothing_and_can_begin_again(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = then_and_now(window)
    monkeypatch.setattr("desktop.screens.comparing.FEW", 0)
    page.compare_days(FIRST, LAST)
    page.under_way.stop.click()
    assert not the_jobs().busy
    assert (page.listing.table.rows.total, page.export.isEnabled(), page.under_way.isVisible()) == (0, False, False)
    assert page.facts.text() == "The comparison was called off. Compare begins it again."
    with qtbot.waitSignal(page.comparing.found, timeout=60_000):
        page.compare.click()
    assert page.listing.table.rows.total == 1


@pytest.mark.usefixtures("worker")
def test_a_comparison_left_behind_begins_again_when_its_page_is_back(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = then_and_now(window)
    monkeypatch.setattr("desktop.screens.comparing.FEW", 0)
    page.compare_days(FIRST, LAST)
    window.go(Place("register"))
    assert not the_jobs().busy
    with qtbot.waitSignal(page.comparing.found, timeout=60_000):
        window.go(Place("thenAndNow"))


def test_days_are_compared_in_a_window_on_a_past_day_as_they_were_known_then(window: MainWindow, qtbot: QtBot) -> None:
    past = show_past(window, workplace(window).desk, FIRST)
    assert past is not None
    assert then_and_now(past).listing.table.rows.total == 0
    with qtbot.waitSignal(past.destroyed):
        past.close()


def test_a_change_is_put_back_and_that_is_an_act_of_its_own(window: MainWindow) -> None:
    page = then_and_now(window)
    row = next(iter(page._rows.values()))
    page.restore(row)
    register = workplace(window).desk.register
    assert register.contracts.get("SAMPLE-CN-A").manager == ""
    assert register.journal.entries(limit=1)[0].sentence == "Restored contract manager of SAMPLE-CN-A"


@pytest.mark.usefixtures("worker")
def test_the_changes_leave_as_a_workbook(window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "Changes.xlsx"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_a: (str(target), ""))
    then_and_now(window).save()
    rows = list(load_workbook(target).worksheets[0].iter_rows(values_only=True))
    assert rows[1][1:6] == ("SAMPLE-CN-A", "Changed", "Contract manager", None, "B. Manager")


def test_a_past_day_opens_in_a_window_of_its_own_that_cannot_be_written(window: MainWindow, qtbot: QtBot) -> None:
    desk = workplace(window).desk
    past = show_past(window, desk, FIRST)
    assert past is not None
    assert past.desk is not None
    assert past.desk.register.contracts.get("SAMPLE-CN-A").manager == ""
    assert desk.register.contracts.get("SAMPLE-CN-A").manager == "B. Manager"
    assert past.desk.register.read_only
    assert past.desk.day == FIRST
    bar = workplace(past).bars.past
    assert bar.isVisible()
    words = " ".join(each.text() for each in bar.findChildren(QLabel))
    assert "The register as it was at the end of 15 December 2023. Nothing can be changed here." in words
    with qtbot.waitSignal(past.destroyed):
        bar.acted.emit()
    assert window.isVisible()


def test_a_contract_is_taken_out_with_a_reason_and_put_back_whole(window: MainWindow) -> None:
    from desktop import acts

    desk = workplace(window).desk
    contract_id = desk.register.contracts.get("SAMPLE-WB55-SEK").id
    before = desk.register.contracts.by_id(contract_id)

    def answer(dialog: TakeOutDialog) -> None:
        press(dialog)
        assert dialog.isVisible(), "without a reason it stays open"
        write(dialog, "because", "Entered twice")
        press(dialog)

    answering(TakeOutDialog, answer)
    acts.take_out(desk, window, contract_id)
    assert desk.register.contracts.find("SAMPLE-WB55-SEK") is None
    page = shown(window, Place("takenOut"))
    assert isinstance(page, TakenOutScreen)
    assert page.table.rows.texts_at(0)[-1] == "Entered twice"
    page.table.choose(contract_id)
    page.restore.click()
    back = desk.register.contracts.by_id(contract_id)
    assert (back.title, back.parts, back.funding) == (before.title, before.parts, before.funding)
