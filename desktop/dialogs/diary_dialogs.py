"""The diary's questions: until when a line is put off, how early a matter warns, which steps come before an end."""

from dataclasses import dataclass
from datetime import date

from PySide6.QtWidgets import QWidget

from db.rules.attention_line import AttentionLine, Matter
from db.rules.contract import Contract
from db.rules.dates import show_day
from db.rules.diary import NO_RUNWAY, Diary
from db.rules.leads import USUAL, LeadTimes, leads
from db.rules.notice import last_day_to_act
from db.rules.refusal import Refusal
from db.rules.runway import runway, told
from db.rules.standing import standing
from db.rules.worked_day import WorkedDay
from db.rules.working_days import show_weekday
from desktop.dialogs.act_dialog import ActDialog
from desktop.dialogs.consequence import Consequence
from desktop.dialogs.terms_fields import whole
from desktop.fields.choice_fields import ChoiceField
from desktop.fields.date_field import DateField
from desktop.fields.field import Field
from desktop.fields.form import Problem
from desktop.fields.text_fields import TextField
from desktop.look.palette import Tone


@dataclass(frozen=True, slots=True)
class PutOff:
    """Until when a line rests, and why."""

    until: date
    note: str


class PutOffDialog(ActDialog[PutOff]):
    """Asks the day to be reminded; that is before the day to act unless the officer insists."""

    wide = 84

    def __init__(self, line: AttentionLine, day: date, parent: QWidget | None = None) -> None:
        by = f" Act by {show_day(line.act_by)}." if line.act_by else ""
        about = line.contract_reference or line.decision_number
        intro = f"{about}: {line.what}.{by}" if about else f"{line.what}.{by}"
        super().__init__("Put off", "&Put off", parent, intro=intro.replace("..", "."))
        self._line = line
        self._today = day
        self.until = self.form.add(DateField("until", "&Remind me on", missing="Enter the day to be reminded"))
        self.reason = self.form.add(TextField("note", "&Note", characters=56))
        self.follows = Consequence("follows", "What follows")
        self.form.add_widget(self.follows)
        self.until.changed.connect(self._follow)
        self._follow()

    def value(self) -> PutOff:
        until = self.until.read()
        if until is None:
            raise Refusal("Enter the day to be reminded.")
        return PutOff(until, self.reason.read())

    def concerning(self) -> list[tuple[str, Field]]:
        return [("not ahead", self.until), ("note", self.reason)]

    def _follow(self) -> None:
        try:
            until = self.until.read()
        except Refusal:
            until = None
        moved = "It is open again at once if its day moves."
        if until is None:
            self.follows.tell([(Tone.NEUTRAL, "Enter a day to see what follows.", (moved,))])
        elif self._line.act_by and until > self._line.act_by:
            late = f"That is after the last day to act, {show_day(self._line.act_by)}."
            self.follows.tell([(Tone.OVERDUE, late, (moved,))])
        else:
            self.follows.tell([(Tone.DONE, f"It rests until {show_weekday(until)}.", (moved,))])


@dataclass(frozen=True, slots=True)
class LeadsAsked:
    """A matter, and the days before its day on which it warns."""

    matter: Matter
    days: tuple[int, ...]


class LeadsDialog(ActDialog[LeadsAsked]):
    """How early a contract's matters come into sight."""

    wide = 92

    def __init__(
        self, contract: Contract, times: LeadTimes, matter: Matter | None = None, parent: QWidget | None = None
    ) -> None:
        intro = f"{contract.reference}: {contract.title}. Other contracts keep their own."
        super().__init__("Lead times", "&Set lead times", parent, intro=intro)
        self._contract = contract
        self._times = times
        choices = [(each, each.value) for each in USUAL]
        self.matter: ChoiceField[Matter] = self.form.add(
            ChoiceField("matter", "&Matter", choices, matter or Matter.OPTION, missing="Choose the matter")
        )
        helped = "The longest brings it into sight; each shorter one reminds. Up to 731 days (24 months)."
        self.days = self.form.add(
            TextField("days", "&Days before", helped=helped, missing="Enter the days, such as 365, 180 and 90")
        )
        self.matter.changed.connect(self._show_present)
        self._show_present()

    def value(self) -> LeadsAsked:
        matter = self.matter.read()
        if matter is None:
            raise Refusal("Choose the matter.")
        return LeadsAsked(matter, self._typed())

    def rules(self) -> list[Problem]:
        try:
            self._typed()
        except Refusal as refusal:
            return [(self.days, str(refusal))]
        return []

    def _typed(self) -> tuple[int, ...]:
        words = self.days.read().replace(",", " ").replace(" and ", " ").split()
        return leads(whole(each, "each number of days", "180") for each in words)

    def _show_present(self) -> None:
        matter = self.matter.read()
        if matter:
            self.days.write(", ".join(str(each) for each in self._times.of(matter, self._contract.id)))


class RunwayDialog(ActDialog[str]):
    """The kind of decision a contract's end needs; its steps are dated as it is chosen."""

    wide = 108
    NONE = "none"

    def __init__(self, contract: Contract, diary: Diary, day: date, parent: QWidget | None = None) -> None:
        intro = f"{contract.reference}: {contract.title}"
        super().__init__("Steps before the end", "&Choose these steps", parent, intro=intro)
        self._diary = diary
        self._last = _last_day(contract, day)
        now = diary.runway_of.get(contract.id, diary.usual_runway) or self.NONE
        choices = [*((name, name) for name in diary.runways), (self.NONE, "Count no steps")]
        self.kind: ChoiceField[str] = self.form.add(
            ChoiceField("runway", "&Kind of decision", choices, now, missing="Choose the kind of decision")
        )
        self.follows = Consequence("follows", "By when")
        self.form.add_widget(self.follows)
        self.kind.changed.connect(self._follow)
        self._follow()

    def value(self) -> str:
        chosen = self.kind.read()
        return NO_RUNWAY if chosen in (None, self.NONE) else str(chosen)

    def _follow(self) -> None:
        steps = self._diary.runways.get(self.value())
        if not steps:
            self.follows.tell([(Tone.NEUTRAL, "No steps are counted.", ())])
        elif self._last is None:
            self.follows.tell([(Tone.NEUTRAL, "It has no last day to count back from.", ())])
        else:
            counted = runway(steps, self._last.day, holidays=self._diary.holidays)
            start, decide = counted.start_by, counted.decide_by
            words = [f"Start by {show_weekday(start)}." if start else "The start cannot be dated."]
            words += [f"Decide by {show_weekday(decide)}."] if decide else []
            self.follows.tell([(Tone.LATER, " ".join(words), told(counted, self._last))])


def _last_day(contract: Contract, day: date) -> WorkedDay | None:
    at = standing(contract, day)
    found = last_day_to_act(at)
    if found is None and at.ends_on:
        return WorkedDay(at.ends_on, (f"The contract's last day is {show_day(at.ends_on)}.",))
    return found
