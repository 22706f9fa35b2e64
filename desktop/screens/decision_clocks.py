"""The clocks of a decision: when it takes effect, by when it must be open to members, how long it is kept."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QPushButton, QWidget

from db.rules.dates import show_day
from db.rules.decision import Decision
from db.rules.decision_rules import DecisionRules, rules_from
from db.rules.record_dates import Clock, Lag, RecordDates, clocks_of
from desktop.desk import Desk
from desktop.look.parts import GAP, button, prose


def dates_of(desk: Desk, decision: Decision, rules: DecisionRules) -> RecordDates:
    """The clocks a decision starts, as the desk's day and bank holidays have it."""
    return clocks_of(decision, desk.holidays, rules.call_in, day=desk.day)


def rules_of(desk: Desk) -> DecisionRules:
    """What the council sets for its decisions."""
    return rules_from(desk.register.diaries.settings())


class Clocks(QWidget):
    """Each clock a line: what, its day, and a "why?" that opens its working."""

    def __init__(self, dates: RecordDates) -> None:
        super().__init__()
        self.setObjectName("decisionClocks")
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(GAP)
        self._grid.setVerticalSpacing(2)
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, 1)
        for clock in dates.clocks:
            self._say(clock)
        if dates.lag:
            self._line("Publication", prose(lag_in_words(dates.lag)))

    def _say(self, clock: Clock) -> None:
        row = self._line(clock.what, prose(show_day(clock.day) if clock.day else "Not known yet"))
        working = prose(" ".join((*clock.working, f"({clock.source})")), "quiet")
        working.hide()
        why = _why(clock, row)
        why.toggled.connect(working.setVisible)
        self._grid.addWidget(why, row, 2, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(working, row + 1, 0, 1, 3)

    def _line(self, name: str, said: QWidget) -> int:
        row = self._grid.rowCount()
        self._grid.addWidget(prose(name, "quiet"), row, 0, Qt.AlignmentFlag.AlignVCenter)
        self._grid.addWidget(said, row, 1, Qt.AlignmentFlag.AlignVCenter)
        return row


def lag_in_words(lag: Lag) -> str:
    """How long publication took, or has waited so far."""
    days = "1 working day" if lag.working_days == 1 else f"{lag.working_days} working days"
    return f"{days} after the decision" if lag.is_published else f"Not published, {days} after the decision"


def _why(clock: Clock, row: int) -> QPushButton:
    made = button("why?", f"clockWhy{row}", role="link")
    made.setAccessibleName(f"Why: {clock.what}")
    made.setCheckable(True)
    return made
