"""The fields of an officer decision that is drafted with the act it allows."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import TypeVar

from db.operations.new_decision import NewDecision
from db.rules.authority import Answer
from db.rules.decision import Decision, DecisionKind
from db.rules.refusal import Refusal
from desktop.dialogs.act_dialog import ActDialog
from desktop.dialogs.number_field import NumberField, free_number
from desktop.extension_draft import Maker, Used, drafted, maker_for, subject_for
from desktop.fields.date_field import DateField
from desktop.fields.field import Field
from desktop.fields.text_fields import TextField

T = TypeVar("T")


class DraftedDecision:
    """Number, day, maker and subject. What was suggested is suggested anew until the officer writes over it."""

    def __init__(self, decisions: Sequence[Decision], noted: Mapping[str, str], officer: Maker, day: date) -> None:
        self._decisions = tuple(decisions)
        self._noted = noted
        self._officer = officer
        self._today = day
        self._suggested: dict[TextField, str] = {}
        self.free = free_number(DecisionKind.OFFICER, day, decisions, noted)
        numbers = [each.number for each in decisions if each.number]
        self.number = NumberField("draftNumber", "Nu&mber", numbers)
        self.decided_on = DateField(
            "draftDecidedOn", "Dec&ided on", day, helped="", missing="Enter the day it is taken"
        )
        self.maker_name = TextField("draftMakerName", "Decided &by: name", characters=26)
        self.maker_post = TextField("draftMakerPost", "Decided by: &post", characters=48)
        self.subject = TextField("draftSubject", "&Subject", missing="Enter what it is about", characters=0)
        self.number.offer(self.free)
        self.number.write(self.free)
        self.decided_on.changed.connect(self._follow_day)

    @property
    def fields(self) -> tuple[Field, ...]:
        """Every field, in the order of the form."""
        return self.number, self.decided_on, self.maker_name, self.maker_post, self.subject

    @property
    def day(self) -> date:
        """The day it is taken; today while that cannot be read."""
        try:
            return self.decided_on.read() or self._today
        except Refusal:
            return self._today

    def join(self, dialog: ActDialog[T]) -> None:
        """Put the fields into a dialog."""
        dialog.beside(self.number, self.decided_on)
        dialog.beside(self.maker_name, self.maker_post)
        dialog.form.add(self.subject)

    def show_fields(self, *, shown: bool) -> None:
        """Ask for them, or not."""
        for field in self.fields:
            field.setVisible(shown)

    def suggest(self, used: Sequence[Used], answer: Answer | None) -> None:
        """Fill in what follows from the contracts and the power, where nothing else was written."""
        maker = maker_for(answer.delegation if answer else None, self._officer, self._decisions)
        suggestions = {self.subject: subject_for(used), self.maker_name: maker.name, self.maker_post: maker.post}
        for field, words in suggestions.items():
            if field.read() in ("", self._suggested.get(field, "")):
                self._suggested[field] = words
                if field.read() != words:
                    field.write(words)

    def read(self, used: Sequence[Used], answer: Answer | None) -> NewDecision:
        """The decision to draft, on the power that covers it where one does."""
        maker = Maker(self.maker_name.read(), self.maker_post.read())
        return drafted(self.number.read(), self.subject.read(), self.day, maker, used, answer)

    def _follow_day(self) -> None:
        self.number.offer(free_number(DecisionKind.OFFICER, self.day, self._decisions, self._noted))
