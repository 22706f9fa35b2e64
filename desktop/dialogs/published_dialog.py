"""Record that a decision was published."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtWidgets import QWidget

from db.rules.decision import Decision, show_decided
from db.rules.decision_facts import Published
from db.rules.refusal import Refusal
from desktop.dialogs.act_dialog import ActDialog
from desktop.fields.date_field import DateField
from desktop.fields.field import Field


class PublishedDialog(ActDialog[Published]):
    """The day a record was published, and the days the council printed with it."""

    wide = 76

    def __init__(self, decision: Decision, day: date, parent: QWidget | None = None) -> None:
        intro = f"{decision.name}: {decision.subject}. Decided on {show_decided(decision)}."
        super().__init__("Record publication", "&Record publication", parent, intro=intro)
        known = decision.published
        self.published_on = self.form.add(
            DateField(
                "publishedOn", "&Published on", known.published_on or day, missing="Enter the day it was published"
            )
        )
        self.effective_on = self.form.add(
            DateField("effectiveOn", "&Takes effect on", known.effective_on, helped="Left empty, it is worked out")
        )
        self.implement_from = self.form.add(
            DateField("implementFrom", "&May be put into effect from", known.implement_from)
        )

    def value(self) -> Published:
        day = self.published_on.read()
        if day is None:
            raise Refusal("Enter the day it was published.")
        return Published(day, self.effective_on.read(), self.implement_from.read())

    def concerning(self) -> Sequence[tuple[str, Field]]:
        return (("published", self.published_on), ("before the decision", self.published_on))
