"""Small questions: who is at work, the day of a signature, when returns are expected, what is measured."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtWidgets import QWidget

from db.rules.contract import Contract
from db.rules.dates import next_period_start, show_day
from db.rules.decision import Decision, show_decided
from db.rules.monitoring import Measure, MeasureUnit, due_on, quarter_of
from db.rules.refusal import Refusal
from desktop.dialogs.act_dialog import ActDialog
from desktop.dialogs.consequence import Consequence
from desktop.dialogs.rows_field import Cells, RowsField
from desktop.dialogs.terms_fields import whole
from desktop.fields.date_field import DateField
from desktop.fields.field import Field
from desktop.fields.form import Problem
from desktop.fields.text_fields import TextField
from desktop.look.palette import Tone
from desktop.session import Officer

MEASURE_UNITS = ((MeasureUnit.COUNT, "Number"), (MeasureUnit.POUNDS, "£"), (MeasureUnit.PERCENT, "%"),
                 (MeasureUnit.WORDS, "Words"))  # fmt: skip


class WhoDialog(ActDialog[Officer]):
    """Asked once; it stands beside everything the officer does from then on."""

    wide = 76

    def __init__(self, name: str = "", post: str = "", parent: QWidget | None = None) -> None:
        intro = "Every change in the register says who made it. This is asked once and can be changed in Settings."
        super().__init__("Who is at work?", "&Keep my name", parent, intro=intro)
        self.name = self.form.add(TextField("officerName", "Your &name", name, missing="Enter your name"))
        self.post = self.form.add(TextField("officerPost", "Your &post", post, missing="Enter your post"))

    def value(self) -> Officer:
        return Officer(self.name.read(), self.post.read())


class SignatureDialog(ActDialog[date]):
    """The day a decision's record was signed."""

    wide = 76

    def __init__(self, decision: Decision, parent: QWidget | None = None) -> None:
        intro = f"{decision.name}: {decision.subject}. Decided on {show_decided(decision)}."
        super().__init__("Record a signature", "&Record signature", parent, intro=intro)
        self.signed_on = self.form.add(
            DateField("signedOn", "&Signed on", missing="Enter the day the record was signed")
        )

    def value(self) -> date:
        day = self.signed_on.read()
        if day is None:
            raise Refusal("Enter the day the record was signed.")
        return day

    def concerning(self) -> Sequence[tuple[str, Field]]:
        return (("sign", self.signed_on),)


@dataclass(frozen=True, slots=True)
class Expectation:
    """From when returns are expected, and the days allowed after each quarter."""

    first_day: date
    days_allowed: int


class ExpectDialog(ActDialog[Expectation]):
    """When a contract's provider reports."""

    wide = 84

    def __init__(self, contract: Contract, now: Expectation, parent: QWidget | None = None) -> None:
        intro = f"{contract.reference}: {contract.title}"
        super().__init__("Expect returns", f"&Expect returns of {contract.reference}", parent, intro=intro)
        self.first_day = self.form.add(
            DateField("firstDay", "&From", now.first_day, helped="The quarter this day is in is the first",
                      missing="Enter the day from which returns are expected")
        )  # fmt: skip
        self.days = self.form.add(
            TextField("daysAllowed", "&Days allowed after the quarter’s end", str(now.days_allowed), characters=6,
                      missing="Enter the days allowed, such as 15")
        )  # fmt: skip
        self.follows = Consequence("follows", "What follows")
        self.form.add_widget(self.follows)
        self.first_day.changed.connect(self._follow)
        self.days.changed.connect(self._follow)
        self._follow()

    def value(self) -> Expectation:
        day = self.first_day.read()
        if day is None:
            raise Refusal("Enter the day from which returns are expected.")
        return Expectation(day, whole(self.days.read(), "the days allowed", "15"))

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
        due = [f"{each.label}: due by {show_day(due_on(each, wanted.days_allowed))}." for each in (first, second)]
        self.follows.tell([(Tone.DONE, due[0], ()), (Tone.DONE, f"{due[1]} Then each quarter.", ())])


class MeasuresDialog(ActDialog[tuple[tuple[str, MeasureUnit], ...]]):
    """What a contract's provider reports each quarter, in order."""

    wide = 88

    def __init__(self, contract: Contract, measures: Sequence[Measure], parent: QWidget | None = None) -> None:
        intro = (
            f"{contract.reference}: {contract.title}. These are asked on its blank returns. "
            "A measure left out is withdrawn; what was reported on it stays."
        )
        super().__init__("Measures", f"&Set measures of {contract.reference}", parent, intro=intro)
        cells = (Cells("Measure", 48, stretches=True), Cells("Unit", 10, MEASURE_UNITS))
        rows = [(each.name, each.unit) for each in measures]
        self.measures = self.form.add(
            RowsField(
                "measures", "&Measures", cells, rows, line="measure", missing="Enter at least one measure", blank=3
            )
        )

    def value(self) -> tuple[tuple[str, MeasureUnit], ...]:
        return tuple((name, unit) for name, unit in self.measures.read())

    def rules(self) -> Sequence[Problem]:
        if any(not name or unit is None for name, unit in self.measures.read()):
            return [(self.measures, "Give each measure a name and a unit, or remove its line")]
        return ()

    def concerning(self) -> Sequence[tuple[str, Field]]:
        return (("measure", self.measures),)
