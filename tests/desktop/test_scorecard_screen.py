"""Facts about the scorecard on screen."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from db.operations.following import escalate
from db.operations.measures import define_measures
from db.operations.returns import NewReturn, import_return
from db.register import Register
from db.rules.ladder import Escalation, Rung
from db.rules.monitoring import Measure, MeasureId, MeasureUnit, Reading, last_quarters, quarter_of
from db.rules.outcome import Outcome
from db.rules.rating_rules import TargetAndFloor
from db.rules.targets import Direction, Target
from desktop.desk import Desk
from desktop.dialogs.rating_dialog import RatingDialog, SettleDialog, StepDialog
from desktop.drawing.measure_charts import MeasureCharts
from desktop.screens.scorecard import ScorecardScreen
from desktop.screens.screen import Place
from desktop.tables.table_view import TableView
from tests.desktop.acting import answering, contract, press, write
from tests.desktop.acting import desk as desk
from tests.desktop.acting import worker as worker
from tests.desktop.test_decisions import links, words

Q2 = quarter_of(date(2023, 8, 1))
FIGURES = ("88", "91", None, "80")
RATE = Measure(
    MeasureId(""), "Answered in time", MeasureUnit.PERCENT, Direction.HIGHER,
    targets=(Target(date(2022, 4, 1), Decimal(90), Decimal(85)),), rule=TargetAndFloor(),
)  # fmt: skip
SAID = Measure(MeasureId(""), "What went well", MeasureUnit.WORDS)


@pytest.fixture
def screen(desk: Desk, qtbot: QtBot) -> ScorecardScreen:
    cn_a = contract(desk.register, "CN-A")
    desk.act(define_measures, cn_a.id, (RATE, SAID))
    for period, figure in zip(last_quarters(Q2, 4), FIGURES, strict=True):
        value = None if figure is None else Decimal(figure)
        readings = (Reading(RATE.name, RATE.unit, value, "Return", "C10"),
                    Reading(SAID.name, SAID.unit, f"Words of {period.label}.", "Return", "C11"))  # fmt: skip
        new = NewReturn(cn_a.id, "Involve", period, date(2023, 10, 9), "r.xlsx", period.label.encode(), readings)
        desk.act(import_return, new)
    made = ScorecardScreen(desk)
    made.went.connect(lambda place: made.show_row(place.row_id) if place.screen == "scorecard" else None)
    qtbot.addWidget(made)
    made.resize(1200, 800)
    made.show()
    made.show_row(f"contract:{cn_a.id}")
    return made


def table(screen: ScorecardScreen) -> TableView:
    assert screen.page is not None
    assert screen.page.table is not None
    return screen.page.table


def cells(screen: ScorecardScreen, row: int = 0) -> tuple[str, ...]:
    return tuple(table(screen).rows.texts_at(row))


def test_a_measure_stands_with_its_figures_its_rating_and_its_travel_in_words(screen: ScorecardScreen) -> None:
    assert cells(screen) == (
        "Answered in time", "Not returned", "88.0%", "91.0%", "Not returned", "80.0%", "Red", "N/A", "N/A",
    )  # fmt: skip
    assert screen.facts.text() == "Quarter 2 2023-24 · as at 10 January 2024 · 1 red."
    said = words(screen)
    assert "Answered in time: 80.0% is below the floor of 85.0%." in said
    assert "Words of Quarter 2 2023-24." in said


def test_another_quarter_is_chosen_and_a_blank_is_never_nought(screen: ScorecardScreen) -> None:
    screen.quarter.setCurrentIndex(screen.quarter.findText("Quarter 1 2023-24"))
    assert cells(screen)[5:7] == ("Not returned", "Not returned")
    screen.quarter.setCurrentIndex(screen.quarter.findText("Quarter 4 2022-23"))
    assert cells(screen)[5:8] == ("91.0%", "Green", "↑ Up, better")


def test_the_chart_draws_the_figures_of_the_table_and_is_walked_with_the_arrows(screen: ScorecardScreen) -> None:
    charts = screen.findChild(MeasureCharts)
    assert charts is not None
    (placed,) = charts.laid_out.panels
    assert [point.shown for point in placed.panel.points] == list(cells(screen)[1:6])
    assert [bar is None for bar in placed.bars] == [True, False, False, True, False]
    charts.go_to(0, 4)
    assert charts.spoken == "Answered in time. Q2 2023-24: 80.0%. Target 90.0% or more, floor 85.0%."
    QTest.keyClick(charts, Qt.Key.Key_Left)
    assert charts.spoken.startswith("Answered in time. Q1 2023-24: Not returned.")
    QTest.keyClick(charts, Qt.Key.Key_Home)
    assert charts.spoken.startswith("Answered in time. Q2 2022-23")


def test_a_figure_is_rated_otherwise_with_a_reason_until_a_day(screen: ScorecardScreen) -> None:
    def answer(dialog: RatingDialog) -> None:
        dialog.outcome.write(Outcome.AMBER)
        dialog.reason.write("Two workers were ill")
        write(dialog, "until", "31/3/2024")
        press(dialog)

    answering(RatingDialog, answer)
    screen.rate.click()
    assert cells(screen)[6] == "Amber (own)"
    assert "Rated amber by A. Officer until 31 March 2024: Two workers were ill." in words(screen)
    screen.desk.look_from(date(2024, 4, 1))
    assert cells(screen)[6] == "Red"


def test_a_rating_that_ends_before_it_begins_is_refused_beside_its_day(screen: ScorecardScreen) -> None:
    seen: list[str] = []

    def answer(dialog: RatingDialog) -> None:
        dialog.outcome.write(Outcome.GREEN)
        dialog.reason.write("Agreed")
        write(dialog, "until", "9/1/2024")
        press(dialog)
        seen.append(dialog.until.shown_problem)
        dialog.reject()

    answering(RatingDialog, answer)
    screen.rate.click()
    assert seen[0].startswith("Your rating would end on 9 January 2024")


def test_a_step_is_taken_the_next_is_offered_and_one_is_settled(screen: ScorecardScreen) -> None:
    step = Escalation(Rung.QUERY, date(2024, 1, 2), "Late answers", date(2024, 1, 9))
    screen.desk.act(escalate, contract(screen.desk.register, "CN-A").id, step)
    assert "Query, 2 January 2024: Late answers. Answer by 9 January 2024." in words(screen)
    offered: list[Rung | None] = []

    def answer(dialog: StepDialog) -> None:
        offered.append(dialog.rung.read())
        dialog.reason.write("No answer came")
        press(dialog)

    answering(StepDialog, answer)
    screen.step.click()
    assert offered == [Rung.CONCERN]
    answering(SettleDialog, press)
    links(screen)["Settle the query"].click()
    taken = screen.desk.register.following.escalations(contract(screen.desk.register, "CN-A").id)
    assert [each.settled_on for _, each in taken] == [date(2024, 1, 10), None]


def test_a_provider_or_a_service_shows_every_contract_and_shared_measures_together(screen: ScorecardScreen) -> None:
    screen.desk.act(define_measures, contract(screen.desk.register, "CN-B").id, (RATE,))
    for words_of in ("Provider: Involve", "Service: Community Navigation"):
        screen.subject.setCurrentIndex(screen.subject.findText(words_of))
        assert [cells(screen, row)[0] for row in range(2)] == ["CN-A", "CN-B"]
        assert "Average of 1 of 2 contracts" in words(screen)
        assert not screen.step.isVisible()


@pytest.mark.usefixtures("worker")
@pytest.mark.parametrize(("button", "name", "begins"), [("pdf", "card.pdf", b"%PDF"), ("sheet", "card.xlsx", b"PK")])
def test_a_scorecard_is_saved_as_a_pdf_and_as_a_workbook(
    screen: ScorecardScreen, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, button: str, name: str, begins: bytes
) -> None:
    path = tmp_path / name
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    getattr(screen, button).click()
    assert path.read_bytes().startswith(begins)


def test_a_contract_without_measures_says_what_to_do(screen: ScorecardScreen) -> None:
    screen.show_row(f"contract:{contract(screen.desk.register, 'CN-B').id}")
    assert "No measures are set for this contract." in words(screen)
    assert not screen.pdf.isEnabled()


def test_a_register_without_contracts_says_what_to_do(desk: Desk, qtbot: QtBot) -> None:
    desk.replace_register(Register.in_memory())
    made = ScorecardScreen(desk)
    qtbot.addWidget(made)
    made.show()
    assert "It needs a contract first" in words(made)
    assert not any(each.isEnabled() for each in (made.pdf, made.sheet, made.rate, made.step, made.measures))


def test_the_scorecard_leads_back(screen: ScorecardScreen, qtbot: QtBot) -> None:
    with qtbot.waitSignal(screen.went) as heard:
        screen.back.click()
    assert heard.args == [Place("back")]
