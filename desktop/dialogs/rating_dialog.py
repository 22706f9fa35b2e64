"""An officer's own rating in place of the rule's, and a step of the ladder: each with its reason and its day."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtWidgets import QWidget

from db.rules.ladder import RUNGS, Escalation, Rung
from db.rules.outcome import COLOURS, Outcome
from db.rules.rating_override import Override
from db.rules.refusal import Refusal
from db.rules.scorecard import ScoreRow
from desktop.dialogs.act_dialog import ActDialog
from desktop.fields.choice_fields import ChoiceField
from desktop.fields.date_field import DateField
from desktop.fields.field import Field
from desktop.fields.text_fields import LongTextField


@dataclass(frozen=True, slots=True)
class RatingAsked:
    """What the figure is rated, why, and until when."""

    outcome: Outcome
    reason: str
    until: date


class RatingDialog(ActDialog[RatingAsked]):
    """The rule's rating stays beside the officer's, and stands again after the last day."""

    wide = 84

    def __init__(self, row: ScoreRow, now: Override | None, parent: QWidget | None = None) -> None:
        rating = row.rating
        intro = f"{row.now.period.label}: {row.now.shown}. {rating.word}. {rating.reason}"
        super().__init__(f"Rate “{row.measure.name}” yourself", "&Rate it", parent, intro=intro)
        colours = [(each, each.value.capitalize()) for each in COLOURS]
        self.outcome: ChoiceField[Outcome] = self.form.add(
            ChoiceField("outcome", "&Your rating", colours, now.outcome if now else None, missing="Choose a rating",
                        characters=16)
        )  # fmt: skip
        self.reason = self.form.add(
            LongTextField("reason", "Reas&on", now.reason if now else "", lines=3, missing="Enter the reason",
                          helped="It stands on the scorecard and in its PDF.")
        )  # fmt: skip
        self.until = self.form.add(
            DateField("until", "&Until", now.until if now else None,
                      missing="Enter the last day on which your rating stands",
                      helped="The rule’s rating stands again on the day after")
        )  # fmt: skip

    def value(self) -> RatingAsked:
        outcome, until = self.outcome.read(), self.until.read()
        if outcome is None or until is None:
            raise Refusal("Choose a rating and the last day on which it stands.")
        return RatingAsked(outcome, self.reason.read(), until)

    def concerning(self) -> Sequence[tuple[str, Field]]:
        return (("would end on", self.until), ("reason", self.reason), ("rating is", self.outcome))


class StepDialog(ActDialog[Escalation]):
    """A step about performance that falls short: which rung, when, why, and by when an answer is due."""

    wide = 84

    def __init__(self, reference: str, offered: Rung, day: date, parent: QWidget | None = None) -> None:
        intro = "From a query to a default notice. What was taken before and is open stands on the scorecard."
        super().__init__(f"Take a step about {reference}", "&Record the step", parent, intro=intro)
        rungs = [(each, each.value.capitalize()) for each in RUNGS]
        self.rung: ChoiceField[Rung] = self.form.add(
            ChoiceField("rung", "&Step", rungs, offered, missing="Choose the step", characters=24)
        )
        self.taken_on = self.form.add(DateField("takenOn", "&Taken on", day, missing="Enter the day it was taken"))
        self.reason = self.form.add(LongTextField("reason", "Reas&on", lines=3, missing="Enter the reason"))
        self.answer_by = self.form.add(DateField("stepAnswerBy", "&Answer due by"))

    def value(self) -> Escalation:
        rung, taken_on = self.rung.read(), self.taken_on.read()
        if rung is None or taken_on is None:
            raise Refusal("Choose the step and the day it was taken.")
        return Escalation(rung, taken_on, self.reason.read(), self.answer_by.read())

    def concerning(self) -> Sequence[tuple[str, Field]]:
        return (("answer is due", self.answer_by), ("reason", self.reason))


class SettleDialog(ActDialog[date]):
    """The day on which a step was settled."""

    wide = 76

    def __init__(self, taken: Escalation, day: date, parent: QWidget | None = None) -> None:
        super().__init__("Settle a step", f"&Settle the {taken.rung}", parent, intro=taken.reason)
        self.on = self.form.add(DateField("settledOn", "Settled &on", day, missing="Enter the day it was settled"))

    def value(self) -> date:
        day = self.on.read()
        if day is None:
            raise Refusal("Enter the day it was settled.")
        return day

    def concerning(self) -> Sequence[tuple[str, Field]]:
        return (("settled on", self.on), ("matter", self.on))
