"""Give notice on a contract, or record what its provider gave: how it was sent, when it is served, what it ends."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from PySide6.QtWidgets import QWidget

from db.rules.contract import Contract, Side
from db.rules.decision import Decision, DecisionId
from db.rules.refusal import Refusal
from db.rules.service_of_notice import ServiceRule, service_worked
from db.rules.working_days import NONE_RECORDED, BankHolidays
from desktop.dialogs.act_dialog import ActDialog
from desktop.dialogs.consequence import Consequence, Told
from desktop.dialogs.decision_field import DecisionField
from desktop.dialogs.notice_follows import last_to_send, serving_told, what_follows
from desktop.dialogs.ways_of_sending import SERVED, Way, ways
from desktop.fields.choice_fields import ChoiceField, TickField
from desktop.fields.date_field import DateField
from desktop.fields.field import Field
from desktop.fields.text_fields import TextField
from desktop.fields.time_field import TimeField
from desktop.look.palette import Tone

SIDES = ((Side.COUNCIL, "The council"), (Side.PROVIDER, "The provider"))


@dataclass(frozen=True, slots=True)
class NoticeAsked:
    """Notice as the officer enters it: served on a day, or sent one way on a day or at a moment of local time."""

    given_by: Side
    served_on: date
    method: str
    decision_id: DecisionId | None
    sent: date | datetime | None = None
    rule: ServiceRule | None = None
    letter: bool = False
    """Whether its letter is to be saved next."""


class NoticeDialog(ActDialog[NoticeAsked]):
    """Shows the day of service, the earliest end and the working of both while the day is typed."""

    wide = 108

    def __init__(
        self,
        contract: Contract,
        decisions: Sequence[Decision],
        day: date,
        parent: QWidget | None = None,
        *,
        clauses: Sequence[ServiceRule] = (),
        holidays: BankHolidays = NONE_RECORDED,
    ) -> None:
        act = f"&Give notice on {contract.reference}"
        super().__init__("Give notice", act, parent, intro=f"{contract.reference}: {contract.title}")
        self._contract = contract
        self._day = day
        self._holidays = holidays
        self._ask_how(clauses)
        self._ask_when()
        decided = next((each.decision_id for each in contract.notices_decided if each.decided_on <= day), None)
        self.decision = self.form.add(DecisionField(decisions, decided))
        self.follows = Consequence("follows", "What follows")
        self.form.add_widget(self.follows)
        self.letter = self.form.add(TickField("letter", "Then save the &letter as a PDF"))
        for field in (self.side, self.way, self.sent_on, self.sent_time, self.served_on):
            field.changed.connect(self._follow)
        self._follow()

    def value(self) -> NoticeAsked:
        side = self.side.read()
        if side is None:
            raise Refusal("Choose who gives notice.")
        if self._rule is None:
            served, method = self.served_on.read(), self.method.read()
            if served is None:
                raise Refusal("Enter the day notice was served.")
            return NoticeAsked(side, served, method, self.decision.read(), letter=self.letter.read())
        sent = self._sent()
        if sent is None:
            raise Refusal("Enter the day notice was sent.")
        served = service_worked(sent, self._rule, holidays=self._holidays).day
        return NoticeAsked(side, served, self._rule.method, self.decision.read(), sent, self._rule, self.letter.read())

    def concerning(self) -> Sequence[tuple[str, Field]]:
        day = self.served_on if self._rule is None else self.sent_on
        return (
            ("has no notice recorded", self.side),
            ("day of service", day),
            ("time of day", self.sent_time),
            ("bank holidays", day),
            ("year from", day),
        )

    def _ask_how(self, clauses: Sequence[ServiceRule]) -> None:
        self.side: ChoiceField[Side] = ChoiceField(
            "givenBy", "Given &by", SIDES, Side.COUNCIL, missing="Choose who gives notice", characters=18
        )
        chosen: Way = clauses[0] if clauses else SERVED
        self.way: ChoiceField[Way] = ChoiceField(
            "sentBy", "How it was s&ent", ways(clauses), chosen, missing="Choose how it was sent", characters=46
        )
        self.beside(self.side, self.way)

    def _ask_when(self) -> None:
        self.sent_on = DateField("sentOn", "Sent &on", missing="Enter the day notice was sent")
        self.sent_time = TimeField("sentTime", "Sent &at", missing="Enter the time it was sent")
        self.served_on = DateField("servedOn", "&Served on", missing="Enter the day notice was served")
        self.method = TextField("method", "&How it was served", helped="For example, e-mail or post")
        self.beside(self.sent_on, self.sent_time, self.served_on, self.method)

    @property
    def _rule(self) -> ServiceRule | None:
        way = self.way.read()
        return way if isinstance(way, ServiceRule) else None

    def _sent(self) -> date | datetime | None:
        day = self.sent_on.read()
        at = self.sent_time.read() if self._rule and self._rule.cut_off else None
        return datetime.combine(day, at) if day and at else day

    def _follow(self) -> None:
        rule = self._rule
        self.sent_on.setVisible(rule is not None)
        self.sent_time.setVisible(rule is not None and rule.cut_off is not None)
        self.served_on.setVisible(rule is None)
        self.method.setVisible(rule is None)
        side = self.side.read()
        if side is None:
            self.follows.tell([(Tone.NEUTRAL, "Choose who gives notice to see what it comes to.", ())])
        else:
            self.follows.tell(self._told(side, rule))

    def _told(self, side: Side, rule: ServiceRule | None) -> list[Told]:
        limit = last_to_send(self._contract, side, rule, self._day, self._holidays)
        try:
            if rule is None:
                return [what_follows(self._contract, side, self.served_on.read(), self._day), *limit]
            return [*serving_told(self._contract, side, rule, self._sent(), self._holidays), *limit]
        except Refusal as refusal:
            return [(Tone.NEUTRAL, str(refusal), ()), *limit]
