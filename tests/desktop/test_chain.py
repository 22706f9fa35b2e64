"""Facts about the chain of authority: what it shows, how it is walked and read out, and that nothing overlaps."""

from dataclasses import replace
from itertools import pairwise

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from db.rules.authority import Rules
from db.rules.contract import Contract
from db.rules.decision import Decision
from desktop.desk import Desk
from desktop.drawing.chain import ChainDrawing, Step, StepKind, Verdict
from desktop.drawing.chain_layout import lay_out
from desktop.drawing.chain_view import ChainView
from desktop.look.palette import Scheme, Tone
from desktop.look.theme import theme
from desktop.screens.decision_chain import chain_of
from desktop.screens.decision_verdicts import Verdicts
from tests.desktop.acting import decision
from tests.desktop.acting import sample_desk as sample_desk

DRAWING = ChainDrawing(
    "What OD.1 rests on",
    (
        Step(StepKind.DECISION, "22/1", "Extension", screen="decisions", row_id="member"),
        Step(StepKind.EFFECT, "Extends CN-A", parent=0, screen="contract", row_id="a"),
        Step(StepKind.DELEGATION, "b) use an extension option", "Used by OD.1.", 0, screen="decisions"),
        Step(
            StepKind.DECISION, "OD.1", "The second year", 2, Verdict(Tone.OVERDUE, "Outside", "One day too long."),
            "decisions", "officer", is_here=True,
        ),
    ),
)  # fmt: skip


@pytest.fixture
def view(qtbot: QtBot) -> ChainView:
    made = ChainView()
    qtbot.addWidget(made)
    made.resize(420, 300)
    made.show_chain(DRAWING)
    made.show()
    made.setFocus(Qt.FocusReason.TabFocusReason)
    QApplication.processEvents()
    return made


def chain(desk: Desk, number: str, changed: Decision | None = None) -> ChainDrawing:
    register = desk.register
    contracts = {each.id: each for each in register.contracts.all() if isinstance(each, Contract)}
    others = [changed if changed and changed.id == each.id else each for each in register.decisions.all()]
    verdicts = Verdicts(others, contracts, Rules(desk.holidays))
    references = {each.id: each.reference for each in contracts.values()}
    here = changed or decision(register, number)
    return chain_of(here, others, references, verdicts.verdict, verdicts.users)


def titles(drawing: ChainDrawing) -> list[tuple[int, str]]:
    return [(drawing.depth(place), step.title) for place, step in enumerate(drawing.steps)]


def test_the_keyboard_starts_on_the_decision_shown_and_walks_both_ways(view: ChainView, qtbot: QtBot) -> None:
    assert view.step is DRAWING.steps[3]
    QTest.keyClick(view, Qt.Key.Key_Left)
    assert view.step is DRAWING.steps[2]
    QTest.keyClick(view, Qt.Key.Key_Left)
    QTest.keyClick(view, Qt.Key.Key_Right)
    assert view.step is DRAWING.steps[1], "right goes to the first that rests on it"
    QTest.keyClick(view, Qt.Key.Key_End)
    assert view.step is DRAWING.steps[3]
    QTest.keyClick(view, Qt.Key.Key_Home)
    with qtbot.waitSignal(view.opened) as heard:
        QTest.keyClick(view, Qt.Key.Key_Return)
    assert heard.args == [DRAWING.steps[0]]


def test_a_press_of_the_mouse_comes_to_a_step_and_two_open_it(view: ChainView, qtbot: QtBot) -> None:
    at = view.laid_out.steps[1].box.center().toPoint()
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=at)
    assert view.step is DRAWING.steps[1]
    with qtbot.waitSignal(view.opened):
        QTest.mouseDClick(view, Qt.MouseButton.LeftButton, pos=at)


def test_all_of_it_can_be_heard_with_the_verdict_and_why(view: ChainView) -> None:
    said = view.accessibleDescription()
    assert all(step.title in said for step in DRAWING.steps)
    assert "Outside: One day too long" in said


@pytest.mark.parametrize("size", [1.0, 2.0])
@pytest.mark.parametrize("width", [220.0, 420.0, 900.0])
def test_no_step_overlaps_another_or_leaves_the_drawing(view: ChainView, size: float, width: float) -> None:
    theme().apply(Scheme.LIGHT, size)
    long = replace(DRAWING.steps[3], says="A name of sixty characters that goes on and on to its end. " * 3)
    laid = lay_out(replace(DRAWING, steps=(*DRAWING.steps[:3], long)), width, view.font())
    for above, below in pairwise(laid.steps):
        assert above.reach().bottom() <= below.reach().top()
    for placed in laid.steps:
        assert placed.says.bottom() <= placed.box.bottom()
        assert placed.reach().bottom() <= laid.height
    assert laid.at(QPointF(laid.steps[2].box.center())) == 2


def test_the_sample_s_chain_leads_from_the_members_decision_by_its_limb_to_the_contracts(sample_desk: Desk) -> None:
    drawn = chain(sample_desk, "OD.24.00002")
    assert titles(drawn)[:4] == [
        (0, "22/00092"),
        (1, "Extends SAMPLE-CN-A"),
        (1, "Extends SAMPLE-CN-B"),
        (1, "b) use an extension option, to Corporate Director Adult Social Care and Health"),
    ]
    assert titles(drawn)[4:7] == [(2, "OD.24.00002"), (3, "Extends SAMPLE-CN-A"), (3, "Extends SAMPLE-CN-B")]
    verdict = drawn.steps[4].verdict
    assert verdict is not None
    assert (verdict.word, verdict.tone) == ("Inside", Tone.DONE)
    assert "Used by OD.24.00002" in drawn.steps[3].says


def test_the_chain_is_the_same_from_either_end(sample_desk: Desk) -> None:
    assert titles(chain(sample_desk, "22/00092")) == titles(chain(sample_desk, "OD.24.00002"))


def test_a_decision_by_another_than_the_delegate_is_outside(sample_desk: Desk) -> None:
    other = replace(decision(sample_desk.register, "OD.24.00002"), maker_post="Head of Catering")
    verdict = next(step.verdict for step in chain(sample_desk, "", other).steps if step.verdict)
    assert verdict is not None
    assert (verdict.word, verdict.tone) == ("Outside", Tone.OVERDUE)
    assert "Head of Catering" in verdict.why


def test_what_a_decision_rests_on_outside_the_register_stands_at_the_head(sample_desk: Desk) -> None:
    lone = replace(decision(sample_desk.register, "OD.24.00002"), relates_to_number="19/00001", delegation_id=None)
    drawn = chain(sample_desk, "", lone)
    assert (drawn.steps[0].kind, drawn.steps[0].title) == (StepKind.MISSING, "19/00001")
    scheme = replace(lone, relates_to_number="", scheme="Part 4, entry 12")
    assert chain(sample_desk, "", scheme).steps[0].title == "Part 4, entry 12"


def test_decisions_that_rest_on_each_other_are_each_drawn_once(sample_desk: Desk) -> None:
    circle = replace(decision(sample_desk.register, "22/00092"), relates_to_number="OD.24.00002")
    drawn = chain(sample_desk, "", circle)
    assert len([step for step in drawn.steps if step.kind is StepKind.DECISION]) <= 2
