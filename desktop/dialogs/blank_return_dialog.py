"""A blank return for a contract's provider: for which quarter, what it asks, by when it is due."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from PySide6.QtWidgets import QWidget

from db.rules.contract import Contract
from db.rules.dates import next_period_start, show_day
from db.rules.monitoring import Measure, ReturnPeriod, ReturnSchedule, quarter_of
from db.rules.refusal import Refusal
from db.rules.return_due import due_day
from db.rules.words import counted
from db.rules.working_days import BankHolidays
from desktop.dialogs.act_dialog import ActDialog
from desktop.dialogs.consequence import Consequence
from desktop.fields.choice_fields import ChoiceField
from desktop.look.palette import Tone

BEFORE, AFTER = 4, 4
"""Quarters offered before and after the present one."""


@dataclass(frozen=True, slots=True)
class BlankAsked:
    """The quarter, and the day the return is due where that is known."""

    period: ReturnPeriod
    due_on: date | None


class BlankReturnDialog(ActDialog[BlankAsked]):
    """Shows the measures it will ask and the day it is due."""

    wide = 84

    def __init__(
        self,
        contract: Contract,
        measures: Sequence[Measure],
        schedule: ReturnSchedule | None,
        day: date,
        holidays: BankHolidays,
        parent: QWidget | None = None,
    ) -> None:
        intro = f"{contract.reference}: {contract.title}"
        super().__init__("Blank return", "&Save blank return…", parent, intro=intro)
        self._measures = tuple(measures)
        self._schedule, self._holidays = schedule, holidays
        periods = quarters_around(day)
        choices = [(each, f"{each.label} ({each.days})") for each in periods]
        self.quarter: ChoiceField[ReturnPeriod] = self.form.add(
            ChoiceField("quarter", "&Quarter", choices, quarter_of(day), missing="Choose the quarter", characters=50)
        )
        self.follows = Consequence("follows", "What it asks")
        self.form.add_widget(self.follows)
        self.quarter.changed.connect(self._follow)
        self._follow()

    def value(self) -> BlankAsked:
        period = self.quarter.read()
        if period is None:
            raise Refusal("Choose the quarter.")
        return BlankAsked(period, self._due(period))

    def _due(self, period: ReturnPeriod) -> date | None:
        return due_day(self._schedule, period, holidays=self._holidays).day if self._schedule else None

    def _follow(self) -> None:
        period = self.quarter.read()
        due = self._due(period) if period else None
        words = f"Send back by {show_day(due)}" if due else "When it is due is not recorded, so it says “as agreed”"
        asked = [f"{each.name} ({each.unit.value})" for each in self._measures]
        self.follows.tell([(Tone.LATER, words, ()), (Tone.NEUTRAL, counted(len(asked), "measures"), asked)])


def quarters_around(day: date) -> tuple[ReturnPeriod, ...]:
    """The quarters before and after the one of a day, oldest first."""
    periods = [quarter_of(day)]
    for _ in range(BEFORE):
        periods.insert(0, quarter_of(periods[0].days.starts_on - timedelta(days=1)))
    for _ in range(AFTER):
        periods.append(quarter_of(next_period_start(periods[-1].days.ends_on)))
    return tuple(periods)
