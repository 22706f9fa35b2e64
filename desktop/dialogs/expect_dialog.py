"""When a contract's provider reports, and how soon after each quarter."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtWidgets import QWidget

from db.rules.contract import Contract
from db.rules.dates import next_period_start, show_day
from db.rules.monitoring import DaysCounted, ReturnPeriod, ReturnSchedule, quarter_of
from db.rules.refusal import Refusal
from db.rules.return_due import due_day
from db.rules.working_days import BankHolidays
from desktop.dialogs.act_dialog import ActDialog
from desktop.dialogs.consequence import Consequence, Told
from desktop.dialogs.terms_fields import whole
from desktop.fields.choice_fields import ChoiceField
from desktop.fields.date_field import DateField
from desktop.fields.field import Field
from desktop.fields.form import Problem
from desktop.fields.text_fields import TextField
from desktop.look.palette import Tone

_COUNTED = ((DaysCounted.WORKING, "Working days"), (DaysCounted.CALENDAR, "Calendar days"))


@dataclass(frozen=True, slots=True)
class Expectation:
    """From when returns are expected, and the days allowed after each quarter."""

    first_day: date
    days_allowed: int
    counted_in: DaysCounted = DaysCounted.CALENDAR


class ExpectDialog(ActDialog[Expectation]):
    """Shows the first due days that follow, with the bank holidays that move them."""

    wide = 84

    def __init__(
        self, contract: Contract, now: Expectation, holidays: BankHolidays, parent: QWidget | None = None
    ) -> None:
        intro = f"{contract.reference}: {contract.title}"
        super().__init__("Expect returns", f"&Expect returns of {contract.reference}", parent, intro=intro)
        self._contract, self._holidays = contract, holidays
        self.first_day = self.form.add(
            DateField("firstDay", "&From", now.first_day, helped="The quarter this day is in is the first",
                      missing="Enter the day from which returns are expected")
        )  # fmt: skip
        self.days = TextField("daysAllowed", "&Days allowed after the quarter’s end", str(now.days_allowed),
                              characters=6, missing="Enter the days allowed, such as 15")  # fmt: skip
        self.counted: ChoiceField[DaysCounted] = ChoiceField(
            "countedIn", "&Counted in", _COUNTED, now.counted_in, missing="Choose how the days are counted",
            characters=18,
        )  # fmt: skip
        self.beside(self.days, self.counted)
        self.follows = Consequence("follows", "What follows")
        self.form.add_widget(self.follows)
        for field in (self.first_day, self.days, self.counted):
            field.changed.connect(self._follow)
        self._follow()

    def value(self) -> Expectation:
        day, counted = self.first_day.read(), self.counted.read()
        if day is None or counted is None:
            raise Refusal("Enter the day from which returns are expected, and how the days are counted.")
        return Expectation(day, whole(self.days.read(), "the days allowed", "15"), counted)

    def rules(self) -> Sequence[Problem]:
        try:
            whole(self.days.read(), "the days allowed", "15")
        except Refusal as refusal:
            return [(self.days, str(refusal))]
        return ()

    def concerning(self) -> Sequence[tuple[str, Field]]:
        return (("days allowed", self.days),)

    def _follow(self) -> None:
        try:
            wanted = self.value()
        except Refusal as refusal:
            self.follows.tell([(Tone.NEUTRAL, str(refusal), ())])
            return
        first = quarter_of(wanted.first_day)
        second = quarter_of(next_period_start(first.days.ends_on))
        self.follows.tell([self._told(wanted, first, ""), self._told(wanted, second, " Then each quarter.")])

    def _told(self, wanted: Expectation, period: ReturnPeriod, more: str) -> Told:
        schedule = ReturnSchedule(self._contract.id, wanted.first_day, wanted.days_allowed, wanted.counted_in)
        due = due_day(schedule, period, holidays=self._holidays)
        if due.day is None:
            return Tone.SOON, f"{period.label}: the due day cannot be counted yet.{more}", due.why[-1:]
        return Tone.DONE, f"{period.label}: due by {show_day(due.day)}.{more}", due.why[2:]
