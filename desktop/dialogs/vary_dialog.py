"""Vary a contract: what changes, from when, on what ground, to which last day and which rates."""

from collections.abc import Iterable, Sequence
from datetime import date

from PySide6.QtWidgets import QWidget

from db.operations.money import AnnualRate
from db.operations.vary import NewVariation
from db.rules.award_facts import AwardFacts
from db.rules.contract import Contract
from db.rules.dates import show_day
from db.rules.decision import Decision, EffectKind
from db.rules.funding import in_force
from db.rules.refusal import Refusal
from db.rules.standing import standing
from db.rules.what_if import NewAmount, Proposed
from desktop.dialogs.act_dialog import ActDialog
from desktop.dialogs.consequence import Consequence, Told
from desktop.dialogs.decision_field import DecisionField
from desktop.dialogs.money_fields import Rate, RatesField
from desktop.dialogs.procurement_told import procurement_told
from desktop.fields.choice_fields import ChoiceField
from desktop.fields.date_field import DateField
from desktop.fields.field import Field
from desktop.fields.form import Problem
from desktop.fields.text_fields import TextField
from desktop.look.palette import Tone

KINDS = ((EffectKind.VARIES, "Varies the contract"), (EffectKind.MODIFIES, "Modifies the contract"))


class VaryDialog(ActDialog[NewVariation]):
    """Rates stand beside the present ones; what changes in days is told as it is typed."""

    wide = 128

    def __init__(
        self,
        contract: Contract,
        decisions: Sequence[Decision],
        partners: Iterable[str],
        day: date,
        parent: QWidget | None = None,
        *,
        facts: AwardFacts | None = None,
    ) -> None:
        intro = f"{contract.reference}: {contract.title}"
        super().__init__("Vary a contract", f"&Vary {contract.reference}", parent, intro=intro)
        self._contract = contract
        self._day = day
        self._facts = facts
        self.summary = self.form.add(
            TextField("summary", "&What it changes", missing="Enter what the variation changes", characters=80)
        )
        self.decision = self.form.add(DecisionField(decisions, helped="Without one, enter the day it was agreed."))
        self.agreed_on = DateField("agreedOn", "&Agreed on", helped="Where it rests on no decision")
        self.kind: ChoiceField[EffectKind] = ChoiceField(
            "kind",
            "As the decision words &it",
            KINDS,
            EffectKind.VARIES,
            missing="Choose how it is worded",
            helped=" ",
            characters=24,
        )
        self.beside(self.agreed_on, self.kind)
        self.effective_on = DateField("effectiveOn", "Takes e&ffect on")
        self.ends_on = DateField("endsOn", "New &last day", helped="Only where it changes")
        self.beside(self.effective_on, self.ends_on)
        self.ground = self.form.add(
            TextField("ground", "&Ground", helped="For example, regulation 72(1)(b)", characters=60)
        )
        self.rates = RatesField("rates", "New annual ra&tes", rates_of(contract, partners, day))
        if contract.parts:
            self.form.add(self.rates)
        self.follows = Consequence("follows", "What follows")
        self.form.add_widget(self.follows)
        self.checks = Consequence("checks", "What the procurement rules ask")
        self.form.add_widget(self.checks)
        self.reason = self.form.add(TextField("reason", "&Reason", characters=80))
        self.scope = self.form.add(TextField("scope", "S&cope: what changes in what is delivered", characters=80))
        self.measures = self.form.add(TextField("measures", "&Measures: what changes in reports", characters=80))
        telling: tuple[Field, ...] = (
            self.decision, self.agreed_on, self.effective_on, self.ends_on, self.rates, self.ground, self.scope
        )  # fmt: skip
        for field in telling:
            field.changed.connect(self._follow)
        self._follow()

    def value(self) -> NewVariation:
        return NewVariation(
            summary=self.summary.read(),
            decision_id=self.decision.read(),
            decided_on=None if self.decision.read() else self.agreed_on.read(),
            effective_on=self.effective_on.read(),
            ends_on=self.ends_on.read(),
            ground=self.ground.read(),
            rates=tuple(AnnualRate(rate.part, rate.partner, pence) for rate, pence in self.rates.read()),
            kind=self.kind.read() or EffectKind.VARIES,
            reason=self.reason.read(),
            scope=self.scope.read(),
            measures=self.measures.read(),
        )

    def rules(self) -> Sequence[Problem]:
        found: list[Problem] = []
        if self.decision.is_empty() and self.agreed_on.is_empty():
            found.append((self.decision, "Choose the decision it rests on, or enter the day it was agreed"))
        if not self.rates.is_empty() and self.effective_on.is_empty():
            found.append((self.effective_on, "Enter the day the new rates take effect"))
        return found

    def concerning(self) -> Sequence[tuple[str, Field]]:
        return (
            ("new last day", self.ends_on),
            ("the end, ", self.ends_on),
            ("takes effect", self.effective_on),
            ("decision", self.decision),
        )

    def _follow(self) -> None:
        try:
            effective_on, ends_on = self.effective_on.read(), self.ends_on.read()
        except Refusal:
            return
        self.agreed_on.setEnabled(self.decision.is_empty())
        self.follows.tell(what_follows(self._contract, self._day, effective_on, ends_on))
        scope = not self.scope.is_empty()
        facts = {self._contract.id: self._facts}
        self.checks.tell(procurement_told(self._proposals(), facts, self.ground.read(), alters_scope=scope))

    def _proposals(self) -> list[Proposed]:
        """What is entered, as a proposal to be checked; nothing while it has no day or cannot be read."""
        try:
            day, ends_on = self.effective_on.read(), self.ends_on.read()
            amounts = tuple(NewAmount(rate.part, rate.partner, pence) for rate, pence in self.rates.read())
        except Refusal:
            return []
        return [Proposed(self._contract, day, amounts, ends_on)] if day and (amounts or ends_on) else []


def rates_of(contract: Contract, partners: Iterable[str], day: date) -> tuple[Rate, ...]:
    """The rates in force on a day, and a blank one for each part and each other partner known."""
    now = {(value.part, value.partner): value.pence for value in in_force(contract.annual_values, day)}
    paying = dict.fromkeys([*(partner for _, partner in now), *(line.partner for line in contract.funding)])
    names = tuple(paying) or tuple(partners)
    return tuple(
        Rate(part.name, partner, now.get((part.name, partner))) for part in contract.parts for partner in names
    )


def what_follows(contract: Contract, day: date, effective_on: date | None, ends_on: date | None) -> list[Told]:
    """What a variation of these days does to the term."""
    at = standing(contract, day)
    now = f"Its last day is {show_day(at.ends_on)}" if at.ends_on else "It has no last day recorded"
    told: list[Told] = []
    if ends_on is None:
        told.append((Tone.NEUTRAL, f"{now}; it stays so.", ()))
    elif contract.starts_on and ends_on < contract.starts_on:
        told.append((Tone.OVERDUE, f"{show_day(ends_on)} is before it starts, {show_day(contract.starts_on)}.", ()))
    else:
        told.append((Tone.DONE, f"{now}; it becomes {show_day(ends_on)}.", ()))
    if effective_on:
        told.append((Tone.DONE, f"Figures before {show_day(effective_on)} stay as they are.", ()))
    return told
