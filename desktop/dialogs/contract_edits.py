"""Edit a contract's details; correct its recorded terms, with the reason; record that it ended."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtWidgets import QWidget

from db.operations.correct_terms import Terms, terms_of
from db.operations.edit_details import FIELDS
from db.rules.contract import Contract
from db.rules.dates import show_day
from db.rules.refusal import Refusal
from db.rules.standing import standing
from desktop.dialogs.act_dialog import ActDialog
from desktop.dialogs.consequence import Consequence
from desktop.dialogs.terms_fields import notice_rows, option_rows, read_notice, read_options, term_working
from desktop.fields.date_field import DateField
from desktop.fields.field import Field
from desktop.fields.form import Problem
from desktop.fields.text_fields import LongTextField, TextField
from desktop.look.palette import Tone

_MISSING = {"reference": "Enter the contract reference", "title": "Enter the title"}
_KEYS = {"reference": "&Reference", "title": "&Title", "service": "Ser&vice", "category": "Cate&gory",
         "manager": "Contract &manager", "contact": "C&ontact", "notes": "&Notes"}  # fmt: skip


class DetailsDialog(ActDialog[dict[str, str]]):
    """What an officer may simply change. Its value is what is different now."""

    wide = 92

    def __init__(self, contract: Contract, parent: QWidget | None = None) -> None:
        super().__init__("Edit details", f"&Save details of {contract.reference}", parent)
        self._contract = contract
        self.fields: dict[str, TextField | LongTextField] = {}
        for name in FIELDS:
            text = getattr(contract, name)
            missing = _MISSING.get(name, "")
            if name == "notes":
                self.fields[name] = self.form.add(LongTextField(name, _KEYS[name], text, lines=5))
            else:
                wide = 72 if name in {"title", "contact"} else 40
                made = TextField(name, _KEYS[name], text, missing=missing, characters=wide)
                self.fields[name] = self.form.add(made)

    def value(self) -> dict[str, str]:
        texts = {name: field.read() for name, field in self.fields.items()}
        return {name: text for name, text in texts.items() if text != getattr(self._contract, name).strip()}

    def concerning(self) -> Sequence[tuple[str, Field]]:
        return (("reference", self.fields["reference"]), ("title", self.fields["title"]))


@dataclass(frozen=True, slots=True)
class Correction:
    """The terms as they should have been recorded, and why."""

    terms: Terms
    reason: str


class TermsDialog(ActDialog[Correction]):
    """For what was recorded wrongly. What was agreed anew is a variation."""

    wide = 104

    def __init__(self, contract: Contract, parent: QWidget | None = None) -> None:
        intro = "For what was recorded wrongly. What the parties agreed anew is a variation; use Vary for that."
        super().__init__("Correct terms", f"&Correct terms of {contract.reference}", parent, intro=intro)
        now = terms_of(contract)
        self.starts_on = DateField("startsOn", "&First day", now.starts_on)
        self.ends_on = DateField("endsOn", "&Last day of the initial term", now.initial_ends_on)
        self.beside(self.starts_on, self.ends_on)
        self.term = Consequence("term", "The term")
        self.form.add_widget(self.term)
        self.options = self.form.add(option_rows(now.options))
        self.notice = self.form.add(notice_rows(now.notice_terms))
        self.reason = self.form.add(
            TextField("reason", "&Reason", missing="Enter the reason for the correction", characters=72)
        )
        for field in (self.starts_on, self.ends_on):
            field.changed.connect(self._follow)
        self._follow()

    def value(self) -> Correction:
        days = (self.starts_on.read(), self.ends_on.read())
        return Correction(Terms(*days, read_options(self.options), read_notice(self.notice)), self.reason.read())

    def rules(self) -> Sequence[Problem]:
        found: list[Problem] = []
        for field, check in ((self.options, read_options), (self.notice, read_notice)):
            try:
                check(field)
            except Refusal as refusal:
                found.append((field, str(refusal)))
        return found

    def concerning(self) -> Sequence[tuple[str, Field]]:
        return (
            ("option", self.options),
            ("initial end", self.ends_on),
            ("the end, ", self.ends_on),
            ("notice", self.notice),
        )

    def _follow(self) -> None:
        try:
            _, working = term_working(self.starts_on.read(), self.ends_on.read(), None)
            tone = Tone.NEUTRAL
        except Refusal as refusal:
            working, tone = str(refusal), Tone.OVERDUE
        self.term.tell([(tone, working, ())])


@dataclass(frozen=True, slots=True)
class Ending:
    """The day a contract ended, and a word on why."""

    ended_on: date
    reason: str


class EndDialog(ActDialog[Ending]):
    """Record the last day of a contract that is over."""

    wide = 80

    def __init__(self, contract: Contract, day: date, parent: QWidget | None = None) -> None:
        at = standing(contract, day)
        intro = f"{contract.reference}: {contract.title}"
        super().__init__("Record the end", f"&Record the end of {contract.reference}", parent, intro=intro)
        told = f"Its last day as recorded is {show_day(at.ends_on)}" if at.ends_on else "No last day is recorded"
        self.ended_on = self.form.add(
            DateField("endedOn", "&Ended on", at.ends_on, helped=told, missing="Enter the day the contract ended")
        )
        self.reason = self.form.add(TextField("reason", "&Why, in a few words", characters=60))

    def value(self) -> Ending:
        day = self.ended_on.read()
        if day is None:
            raise Refusal("Enter the day the contract ended.")
        return Ending(day, self.reason.read())

    def concerning(self) -> Sequence[tuple[str, Field]]:
        return (("the end, ", self.ended_on), ("year from", self.ended_on))
