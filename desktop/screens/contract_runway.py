"""The steps that must come before a contract's last day, counted back to the day to decide and the day to start."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from db.rules.attention_line import Urgency, urgency
from db.rules.dates import show_day
from db.rules.runway import DatedStep, Runway
from db.rules.working_days import show_weekday
from desktop.look.palette import Tone
from desktop.look.parts import GAP, button, prose
from desktop.screens.ahead import Ahead
from desktop.screens.attention_rows import TONES, how_far
from desktop.screens.contract_facts import Fact
from desktop.screens.contract_parts import IconMark, why_button
from desktop.screens.detail import StateMark
from desktop.tables.columns import Chip


class RunwayPart(QWidget):
    """A calm list of steps, the last first to be done at the top, each with its day, how near it is, and why."""

    def __init__(self, ahead: Ahead, day: date, choose: Callable[[], object]) -> None:
        super().__init__()
        self._day = day
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addWidget(prose(_headline(ahead), "fieldLabel"))
        column.addWidget(prose(f"{ahead.kind or 'No steps are counted'} · by {show_weekday(ahead.last.day)}", "quiet"))
        for warning in ahead.counted.warnings if ahead.counted else ():
            column.addWidget(_warning(warning))
        if ahead.counted:
            column.addLayout(self._steps(ahead.counted))
        column.addLayout(_at_left(choose))

    def _steps(self, counted: Runway) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(2)
        grid.setColumnStretch(1, 1)
        in_order = sorted(counted.steps, key=lambda each: each.day or date.max)
        for number, each in enumerate(in_order):
            self._put(grid, number * 2, each, f"whyStep{number}")
        return grid

    def _put(self, grid: QGridLayout, row: int, each: DatedStep, name: str) -> None:
        top = Qt.AlignmentFlag.AlignTop
        grid.addWidget(StateMark(step_chip(each.day, self._day)), row, 0, top)
        named = prose(each.step.name, "fieldLabel" if each.step.decides else "")
        said = prose(f"{_when(each.day, self._day)} · {each.step.source}", "quiet")
        holder = QVBoxLayout()
        holder.setSpacing(0)
        holder.setContentsMargins(0, 4, 0, 6)
        holder.addWidget(named)
        holder.addWidget(said)
        grid.addLayout(holder, row, 1)
        working = prose("\n".join(each.working), "quiet")
        working.hide()
        fact = Fact(each.step.name, show_day(each.day) if each.day else "no day", each.working)
        grid.addWidget(why_button(fact, working, name), row, 2, top)
        grid.addWidget(working, row + 1, 1, 1, 2)


def step_chip(day: date | None, on: date) -> Chip:
    """How near a step's day is, seen from a day."""
    if day is None:
        return Chip(Tone.NEUTRAL, "No day")
    near = urgency(day, on)
    return Chip(TONES[near], {Urgency.OVERDUE: "Passed"}.get(near, near.value.capitalize()))


def _headline(ahead: Ahead) -> str:
    counted = ahead.counted
    if counted is None:
        return f"Act by {show_weekday(ahead.last.day)}"
    decide = show_weekday(counted.decide_by) if counted.decide_by else "a day that cannot be counted"
    start = f"\nStart by {show_weekday(counted.start_by)}" if counted.start_by else ""
    return f"Decide by {decide}{start}"


def _when(day: date | None, on: date) -> str:
    return f"{show_weekday(day)}, {how_far(day, on)}" if day else "no day: see why"


def _warning(words: str) -> QWidget:
    made = QWidget()
    across = QHBoxLayout(made)
    across.setContentsMargins(0, 0, 0, 0)
    across.addWidget(IconMark("overdue"), 0, Qt.AlignmentFlag.AlignTop)
    across.addWidget(prose(words, "problem"), 1)
    return made


def _at_left(choose: Callable[[], object]) -> QHBoxLayout:
    made = button("Kind of dec&ision…", "chooseRunwayButton", icon="decisions")
    made.clicked.connect(lambda: choose())
    across = QHBoxLayout()
    across.addWidget(made)
    across.addStretch(1)
    return across
