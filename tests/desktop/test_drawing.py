"""Facts about what is drawn: nothing overlaps, nothing is cut, and all of it can be heard."""

from collections.abc import Iterator
from datetime import date
from itertools import combinations, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as some
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QFontMetricsF
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from db.rules.dates import Period
from db.rules.money import Pence
from desktop.drawing.axis import Axis, inside, stacked
from desktop.drawing.funding_bars import FundedYear, FundingBars, PartnerAmount
from desktop.drawing.marks import Bar, Flag, Moment, Stretch, TermDrawing
from desktop.drawing.term_layout import TermLayout, lay_out
from desktop.drawing.term_timeline import TermTimeline
from desktop.look.fonts import sized
from desktop.look.palette import DARK, LIGHT, Scheme
from desktop.look.theme import theme

TERM = TermDrawing(
    "Community Navigation Part A",
    date(2024, 1, 15),
    (
        Bar(Stretch.INITIAL, Period(date(2019, 4, 1), date(2023, 3, 31)), "Initial term"),
        Bar(Stretch.USED, Period(date(2023, 4, 1), date(2024, 3, 31)), "Option 1 used", "By 22/00092"),
        Bar(Stretch.UNUSED, Period(date(2024, 4, 1), date(2025, 3, 31)), "Option 2 not used"),
        Bar(Stretch.NOTICE, Period(date(2024, 1, 1), date(2024, 3, 31)), "Notice window"),
    ),
    (
        Flag(Moment.DECIDE_BY, date(2023, 11, 30), "Decide by", passed=True),
        Flag(Moment.SERVE_BY, date(2023, 12, 31), "Serve notice by"),
        Flag(Moment.VARIATION, date(2021, 6, 1), "Variation 1"),
        Flag(Moment.VARIATION, date(2021, 6, 3), "Variation 2"),
    ),
)
ORDER = [
    "Initial term", "Variation 1", "Variation 2", "Option 1 used", "Decide by", "Serve notice by", "Notice window",
    "Option 2 not used",
]  # fmt: skip


@pytest.fixture
def timeline(qtbot: QtBot) -> Iterator[TermTimeline]:
    made = TermTimeline()
    qtbot.addWidget(made)
    made.resize(900, 200)
    made.show_term(TERM)
    made.show()
    yield made
    made.close()


@given(
    some.lists(
        some.tuples(some.floats(0, 900), some.floats(1, 300)).map(lambda at: (at[0], at[0] + at[1])), max_size=12
    )
)
def test_stacked_labels_never_overlap(spans: list[tuple[float, float]]) -> None:
    in_order = sorted(spans)
    rows = stacked(in_order)
    for (one, row), (other, its) in combinations(zip(in_order, rows, strict=True), 2):
        assert row != its or one[1] <= other[0]


def test_a_label_at_an_edge_is_moved_inside() -> None:
    assert inside(95, 20, 0, 100) == 80
    assert inside(-5, 20, 0, 100) == 0
    assert inside(40, 20, 0, 100) == 40


def test_the_last_day_of_a_period_belongs_to_it() -> None:
    axis = Axis(Period(date(2024, 4, 1), date(2024, 4, 30)), 0, 300)
    assert axis.x(date(2024, 4, 1)) == 0
    assert axis.after(date(2024, 4, 30)) == 300
    assert axis.after(date(2024, 4, 10)) == axis.x(date(2024, 4, 11))


@pytest.mark.parametrize("years", [1, 2, 6, 15, 40, 99])
def test_ticks_keep_their_distance_whatever_the_length_of_the_term(years: int) -> None:
    axis = Axis(Period(date(2019, 4, 1), date(2019 + years, 3, 31)), 0, 800)
    places = [axis.x(day) for day in axis.ticks(80)]
    assert places
    assert all(later - sooner >= 80 for sooner, later in pairwise(places))
    assert all(day.day == 1 for day in axis.ticks(80))


@pytest.mark.parametrize("size", [1, 1.5, 2])
@pytest.mark.parametrize("width", [420, 900, 1800])
def test_no_label_overlaps_another_or_leaves_the_drawing(qapp: QApplication, width: int, size: float) -> None:
    layout = lay_out(TERM, width, sized(qapp.font(), size))
    labels = [placed.at for placed in layout.marks] + [layout.today]
    for one, other in combinations(labels, 2):
        assert not one.adjusted(0.5, 0.5, -0.5, -0.5).intersects(other)
    assert all(at.left() >= 0 and at.right() <= width and at.bottom() <= layout.axis_top + 1 for at in labels)


@pytest.mark.parametrize("size", [1, 2])
def test_every_label_has_room_for_its_words(qapp: QApplication, size: float) -> None:
    font = sized(qapp.font(), size)
    metrics = QFontMetricsF(sized(font, 0.9))
    layout = lay_out(TERM, 900, font)
    for placed in layout.marks:
        assert placed.at.width() >= metrics.horizontalAdvance(placed.words)
        assert placed.at.height() >= metrics.height()


def test_arrows_go_from_mark_to_mark_soonest_first_and_round_again(timeline: TermTimeline) -> None:
    timeline.go_to(0)
    seen = []
    for _ in range(len(ORDER)):
        assert timeline.mark is not None
        seen.append(timeline.mark.label)
        QTest.keyClick(timeline, Qt.Key.Key_Right)
    assert seen == ORDER
    assert timeline.mark is not None
    assert timeline.mark.label == ORDER[0]
    QTest.keyClick(timeline, Qt.Key.Key_End)
    assert timeline.mark.label == ORDER[-1]
    QTest.keyClick(timeline, Qt.Key.Key_Home)
    assert timeline.mark.label == ORDER[0]


def test_a_mark_reached_is_told(timeline: TermTimeline, qtbot: QtBot) -> None:
    with qtbot.waitSignal(timeline.reached) as heard:
        timeline.go_to(3)
    assert heard.args[0].spoken() == "Option 1 used: 1 April 2023 to 31 March 2024. By 22/00092"


def test_a_click_on_a_bar_or_a_flag_reaches_it(timeline: TermTimeline) -> None:
    layout: TermLayout | None = timeline.laid_out
    assert layout is not None
    for label in ("Initial term", "Serve notice by"):
        placed = next(each for each in layout.marks if each.mark.label == label)
        at = placed.at.center() if isinstance(placed.mark, Flag) else placed.box.center()
        QTest.mouseClick(timeline, Qt.MouseButton.LeftButton, pos=QPoint(round(at.x()), round(at.y())))
        assert timeline.mark is placed.mark


def test_all_of_the_drawing_can_be_heard(timeline: TermTimeline) -> None:
    heard = timeline.accessibleDescription()
    assert heard.startswith(
        "Community Navigation Part A, as it stands on 15 January 2024. Initial term: 1 April 2019 to "
    )
    assert all(label in heard for label in ORDER)
    assert "Serve notice by: 31 December 2023" in heard


def test_a_drawing_grows_with_its_type(timeline: TermTimeline) -> None:
    usual = timeline.height()
    theme().apply(Scheme.LIGHT, 2)
    assert timeline.height() > 1.7 * usual


@pytest.mark.parametrize(("scheme", "accent"), [(Scheme.LIGHT, LIGHT.accent), (Scheme.DARK, DARK.accent)])
def test_what_has_run_is_solid_and_what_has_not_is_outlined(
    timeline: TermTimeline, scheme: Scheme, accent: str
) -> None:
    theme().apply(scheme)
    layout = timeline.laid_out
    assert layout is not None
    picture = timeline.grab().toImage()
    boxes = {each.mark.label: each.box for each in layout.marks}

    def colour(label: str) -> QColor:
        box = boxes[label]
        return picture.pixelColor(round(box.right()) - 8, round(box.top()) + 5)

    assert colour("Initial term").name().upper() == accent
    assert colour("Option 2 not used").name().upper() == (LIGHT if scheme is Scheme.LIGHT else DARK).surface


def test_a_term_of_one_day_and_an_empty_one_can_be_drawn(qapp: QApplication) -> None:
    day = date(2024, 2, 29)
    one = TermDrawing("X", day, (Bar(Stretch.INITIAL, Period(day, day), "Term"),))
    assert lay_out(one, 500, qapp.font()).marks[0].box.width() >= 2
    assert lay_out(TermDrawing("X", day), 500, qapp.font()).height > 0


def test_money_by_year_can_be_heard_and_adds_up(qtbot: QtBot) -> None:
    years = [
        FundedYear(
            "2022-23", (PartnerAmount("The council", Pence(84_882_900)), PartnerAmount("ICB", Pence(69_253_100)))
        ),
        FundedYear("2023-24", ()),
    ]
    bars = FundingBars()
    qtbot.addWidget(bars)
    bars.show_years(years)
    assert bars.accessibleDescription() == (
        "2022-23: £1,541,360 (The council £848,829, ICB £692,531). 2023-24: no money recorded"
    )
    bars.show()
    usual = bars.sizeHint().height()
    theme().apply(Scheme.LIGHT, 2)
    assert bars.sizeHint().height() > 1.7 * usual


def test_the_larger_amount_has_the_longer_bar(qtbot: QtBot) -> None:
    bars = FundingBars()
    qtbot.addWidget(bars)
    bars.show_years([FundedYear("2022-23", (PartnerAmount("A", Pence(100)), PartnerAmount("B", Pence(50))))])
    bars.resize(400, bars.sizeHint().height())
    picture = bars.grab().toImage()
    line = picture.height() // 3
    long, short = (
        sum(picture.pixelColor(x, y).name().upper() == LIGHT.accent for x in range(400))
        for y in (line + line // 2, 2 * line + line // 2 - 4)
    )
    assert 1.8 * short < long < 2.2 * short
