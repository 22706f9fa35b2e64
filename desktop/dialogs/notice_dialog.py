"""Give notice on a contract, or record the notice its provider gave: the day, and what it ends."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtWidgets import QWidget

from db.rules.contract import Contract, Side
from db.rules.dates import show_day
from db.rules.decision import Decision, DecisionId
from db.rules.notice import notice_ending
from db.rules.refusal import Refusal
from desktop.dialogs.act_dialog import ActDialog
from desktop.dialogs.consequence import Consequence, Told
from desktop.dialogs.decision_field import DecisionField
from desktop.fields.choice_fields import ChoiceField
from desktop.fields.date_field import DateField
from desktop.fields.field import Field
from desktop.fields.text_fields import TextField
from desktop.look.palette import Tone

SIDES = ((Side.COUNCIL, "The council"), (Side.PROVIDER, "The provider"))


@dataclass(frozen=True, slots=True)
class NoticeAsked:
    """Notice as the officer enters it."""

    given_by: Side
    served_on: date
    method: str
    decision_id: DecisionId | None


class NoticeDialog(ActDialog[NoticeAsked]):
    """Shows the earliest end and its working while the day is typed."""

    wide = 96

    def __init__(
        self, contract: Contract, decisions: Sequence[Decision], day: date, parent: QWidget | None = None
    ) -> None:
        act = f"&Give notice on {contract.reference}"
        super().__init__("Give notice", act, parent, intro=f"{contract.reference}: {contract.title}")
        self._contract = contract
        self._day = day
        decided = next((each.decision_id for each in contract.notices_decided if each.decided_on <= day), None)
        self.side: ChoiceField[Side] = self.form.add(
            ChoiceField("givenBy", "Given &by", SIDES, Side.COUNCIL, missing="Choose who gives notice", characters=18)
        )
        self.served_on = self.form.add(DateField("servedOn", "&Served on", missing="Enter the day notice was served"))
        self.method = self.form.add(TextField("method", "&How it was served", helped="For example, e-mail or post"))
        self.decision = self.form.add(DecisionField(decisions, decided))
        self.follows = Consequence("follows", "What follows")
        self.form.add_widget(self.follows)
        self.side.changed.connect(self._follow)
        self.served_on.changed.connect(self._follow)
        self._follow()

    def value(self) -> NoticeAsked:
        side, day = self.side.read(), self.served_on.read()
        if side is None or day is None:
            raise Refusal("Choose who gives notice and enter the day it was served.")
        return NoticeAsked(side, day, self.method.read(), self.decision.read())

    def concerning(self) -> Sequence[tuple[str, Field]]:
        return (
            ("has no notice recorded", self.side),
            ("day of service", self.served_on),
            ("year from", self.served_on),
        )

    def _follow(self) -> None:
        try:
            day = self.served_on.read()
        except Refusal:
            day = None
        side = self.side.read()
        if side is None:
            self.follows.tell([(Tone.NEUTRAL, "Choose who gives notice to see what it comes to.", ())])
        else:
            self.follows.tell([what_follows(self._contract, side, day, self._day)])


def what_follows(contract: Contract, side: Side, served_on: date | None, today: date) -> Told:
    """The day notice would end a contract with its working, or why it cannot. Without a day: if served today."""
    try:
        ending = notice_ending(contract, side, served_on or today)
    except Refusal as refusal:
        return Tone.OVERDUE, str(refusal), ()
    begins = "Ends" if served_on else "If served today it ends"
    return (
        Tone.DONE if served_on else Tone.LATER,
        f"{begins} {contract.reference} on {show_day(ending.day)}.",
        ending.working,
    )
