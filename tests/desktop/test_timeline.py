"""The timeline of all contracts: where days stand, what is told, and working it with keys and pointer."""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as some
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from db.rules.dates import Period
from desktop.drawing.marks import Bar, Flag, Moment, Stretch
from desktop.drawing.timeline_layout import CLOSEST, FURTHEST, TimelineLayout, fitting, stepped
from desktop.drawing.timeline_legend import BARS, FLAGS
from desktop.drawing.timeline_rows import Heading, TimelineRow, lanes, nearest, span
from desktop.drawing.timeline_shapes import shape
from desktop.drawing.timeline_view import TimelineView
from desktop.look.palette import LIGHT
from desktop.main_window import MainWindow
from desktop.pictures import settle
from desktop.screens.screen import Place
from desktop.screens.timeline import TimelineScreen
from tests.desktop.windows import window, workplace

__all__ = ["window"]

TODAY = date(2024, 1, 15)
TERM = Bar(Stretch.INITIAL, Period(date(2023, 4, 1), date(2024, 3, 31)), "First term")
OPTION = Bar(Stretch.UNUSED, Period(date(2024, 4, 1), date(2025, 3, 31)), "Option 1, open")
SERVE = Flag(Moment.SERVE_BY, date(2023, 12, 31), "Serve notice by", passed=True)
ENDS = Flag(Moment.END, date(2024, 3, 31), "Ends")


def row(number: int, service: str = "Navigation") -> TimelineRow:
    return TimelineRow(f"id{number}", f"CN-{number:05}", f"Contract {number}", service, (TERM, OPTION), (SERVE, ENDS))


LAYOUT = TimelineLayout(Period(date(2022, 1, 1), date(2028, 12, 31)), 1000, 400, 300, 40, 30, 1.0)
DAYS = some.dates(date(2022, 1, 1), date(2028, 12, 31))


@given(day=DAYS, scale=some.floats(FURTHEST, CLOSEST), across=some.floats(0, 5000))
def test_the_day_at_the_middle_of_a_day_is_that_day(day: date, scale: float, across: float) -> None:
    layout = TimelineLayout(LAYOUT.span, 1000, 400, 300, 40, 30, scale, across)
    assert layout.day_at(layout.x(day) + scale / 2) == day


@given(one=DAYS, other=DAYS)
def test_a_later_day_stands_further_right(one: date, other: date) -> None:
    assert (LAYOUT.x(one) < LAYOUT.x(other)) == (one < other)


def test_a_bar_covers_its_first_and_its_last_day() -> None:
    left, right = LAYOUT.box(TERM)
    assert (left, right) == (LAYOUT.x(date(2023, 4, 1)), LAYOUT.x(date(2024, 4, 1)))
    assert LAYOUT.box(OPTION)[0] == right


@pytest.mark.parametrize("scale", [0.04, 0.3, 1.0, 5.0])
def test_months_above_keep_their_distance(scale: float) -> None:
    layout = TimelineLayout(LAYOUT.span, 1000, 400, 300, 40, 30, scale)
    places = [layout.x(day) for day in layout.ticks(80)]
    assert all(later - sooner >= 79 for sooner, later in pairwise(places))


def test_a_flag_is_hit_before_the_bar_it_stands_on() -> None:
    found = lanes([row(1)])
    middle = LAYOUT.top(1) + 15
    assert LAYOUT.hit(found, LAYOUT.place(SERVE) + 3, middle)[1] is SERVE
    assert LAYOUT.hit(found, LAYOUT.x(date(2023, 6, 1)), middle)[1] is TERM
    assert LAYOUT.hit(found, 20, middle) == (found[1], None)
    assert LAYOUT.hit(found, 400, LAYOUT.top(0) + 2) == (None, None)


def test_only_the_rows_in_sight_are_drawn_of_ten_thousand() -> None:
    assert len(LAYOUT.in_sight(10_000)) <= 13
    assert LAYOUT.in_sight(3) == range(3)


def test_nearer_and_further_have_their_ends() -> None:
    assert stepped(CLOSEST, 5) == CLOSEST
    assert stepped(FURTHEST, -5) == FURTHEST
    assert fitting(700, 700) == 1.0


def test_contracts_stand_under_their_service_in_order_and_those_without_one_last() -> None:
    found = lanes([row(3), row(1), row(2, "Advice"), row(4, "")])
    assert [lane.words if isinstance(lane, Heading) else lane.reference for lane in found] == [
        "Advice · 1", "CN-00002", "Navigation · 2", "CN-00001", "CN-00003", "No service recorded · 1", "CN-00004",
    ]  # fmt: skip


def test_two_years_ahead_and_more_are_there_whatever_the_contracts() -> None:
    reach = span([], TODAY)
    assert reach.starts_on <= TODAY - timedelta(days=365)
    assert reach.ends_on >= TODAY + timedelta(days=2 * 366)
    far = Bar(Stretch.INITIAL, Period(date(2010, 4, 1), date(2040, 3, 31)), "Long")
    assert span([TimelineRow("x", "X", "", "", (far,))], TODAY).ends_on == date(2040, 3, 31)


def test_the_nearest_mark_is_kept_when_the_row_changes() -> None:
    assert nearest(row(1).marks(), date(2024, 1, 2)) == 1
    assert nearest((), TODAY) == -1


def test_every_mark_has_a_shape_of_its_own_and_a_place_in_the_legend() -> None:
    shapes = [shape(moment, QPointF(0, 0), 10) for moment in Moment]
    assert all(one != other for at, one in enumerate(shapes) for other in shapes[at + 1 :])
    assert set(FLAGS) == set(Moment)
    assert set(BARS) == set(Stretch) - {Stretch.USED}


@pytest.fixture
def view(qapp: QApplication) -> Iterator[TimelineView]:
    made = TimelineView()
    made.resize(1000, 400)
    made.show()
    made.show_rows([row(number) for number in range(1, 301)], TODAY)
    settle()
    yield made
    made.close()
    made.deleteLater()


def test_arrows_go_from_mark_to_mark_and_row_to_row_and_each_is_said(view: TimelineView) -> None:
    said: list[str] = []
    view.reached.connect(said.append)
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Home, Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_End):
        QTest.keyClick(view, key)
    assert [each.partition(". ")[2].partition(":")[0] for each in said[1:]] == [
        "First term", "Serve notice by", "Serve notice by", "Option 1, open",
    ]  # fmt: skip
    assert said[3].startswith("CN-00002, Contract 2.")
    assert view.accessibleDescription() == said[-1]


def test_what_the_keyboard_reaches_comes_into_sight(view: TimelineView) -> None:
    QTest.keyClick(view, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(view, Qt.Key.Key_Home)
    layout = view.laid_out
    assert view.row is not None
    assert view.row.reference == "CN-00300"
    assert layout.header <= layout.top(view.lane) <= layout.height - layout.row
    assert view.current is not None
    assert layout.names <= layout.place(view.current) <= layout.width


def test_a_click_on_a_contract_and_enter_open_it(view: TimelineView) -> None:
    opened: list[str] = []
    view.opened.connect(opened.append)
    at = QPoint(30, round(view.laid_out.top(2) + 5))
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    QTest.keyClick(view, Qt.Key.Key_Down)
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert opened == ["id2", "id3"]


def test_a_drag_moves_the_months_and_opens_nothing(view: TimelineView) -> None:
    opened: list[str] = []
    view.opened.connect(opened.append)
    before, start = view.horizontalScrollBar().value(), QPoint(600, 100)
    QTest.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(view.viewport(), start - QPoint(40, 0))
    QTest.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, pos=start - QPoint(40, 0))
    assert opened == []
    assert view.horizontalScrollBar().value() in (before, before + 40)


def test_coming_nearer_keeps_the_day_where_it_is(view: TimelineView) -> None:
    before = view.laid_out
    x = before.names + before.room / 3
    QTest.keyClick(view, Qt.Key.Key_Plus)
    after = view.laid_out
    assert after.scale > before.scale
    assert abs((after.day_at(x) - before.day_at(x)).days) <= 1
    QTest.keyClick(view, Qt.Key.Key_Minus)
    assert view.laid_out.scale == pytest.approx(before.scale)


def test_today_is_in_sight_at_first_and_again_when_asked_for(view: TimelineView) -> None:
    def is_in_sight() -> bool:
        return view.laid_out.names < view.laid_out.x(TODAY) < view.laid_out.width

    assert is_in_sight()
    view.horizontalScrollBar().setValue(view.horizontalScrollBar().maximum())
    assert not is_in_sight()
    QTest.keyClick(view, Qt.Key.Key_T)
    assert is_in_sight()


def test_a_term_is_painted_solid_where_it_runs(view: TimelineView) -> None:
    layout = view.laid_out
    at = QPoint(round(layout.x(date(2023, 11, 1))), round(layout.top(1) + layout.row / 2))
    assert QColor(view.viewport().grab().toImage().pixel(at)).name().upper() == LIGHT.accent


def timeline(window: MainWindow) -> TimelineScreen:
    window.go(Place("timeline"))
    settle()
    page = workplace(window).pages.currentWidget()
    assert isinstance(page, TimelineScreen)
    return page


def test_the_timeline_has_every_contract_with_its_days_to_act_by(window: MainWindow) -> None:
    page = timeline(window)
    rows = {lane.reference: lane for lane in page.view.lanes if isinstance(lane, TimelineRow)}
    assert len(rows) == 7
    kinds = {flag.kind: flag.on for flag in rows["SAMPLE-CN-A"].flags}
    assert kinds[Moment.SERVE_BY] == date(2023, 12, 31)
    assert kinds[Moment.TAKE_DECISION] == date(2023, 12, 14)
    assert kinds[Moment.START] == date(2023, 11, 15)
    assert page.view.hasFocus()


def test_search_and_service_narrow_the_timeline_and_clear_brings_all_back(window: MainWindow) -> None:
    page = timeline(window)
    page.search.setText("navigation")
    assert page.count.text() == "2 of 7"
    page.search.setText("nothing like it")
    assert page.status.text() == "None of the 7 contracts match."
    page.clear.click()
    assert page.count.text() == "7 contracts"


def test_the_mark_reached_stands_in_the_status_line_and_enter_opens_its_contract(window: MainWindow) -> None:
    page = timeline(window)
    QTest.keyClick(page.view, Qt.Key.Key_Down)
    assert page.status.text().startswith("SAMPLE-CN-A, ")
    assert page.view.row is not None
    wanted = page.view.row.id
    QTest.keyClick(page.view, Qt.Key.Key_Return)
    assert workplace(window).pages.place == Place("contract", wanted)


def test_an_empty_register_says_what_belongs_on_the_timeline(qapp: QApplication, tmp_path: Path) -> None:
    from db.register import Register
    from desktop.desk import Desk
    from desktop.session import Session

    page = TimelineScreen(Desk(Session(tmp_path / "settings.ini"), Register.in_memory()))
    page.load()
    assert page.pages.currentWidget() is page.empty
    page.deleteLater()
