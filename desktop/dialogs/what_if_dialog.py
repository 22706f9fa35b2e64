"""What if: a variation tried on contracts, with its years, savings and warnings, then applied or dropped."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from db.operations.record_decision import NewDecision
from db.operations.vary import NewVariation
from db.rules.award_facts import AwardFacts
from db.rules.contract import Contract
from db.rules.decision import ContractId, Decision, DecisionKind
from db.rules.money import Pence
from db.rules.percent import percentage_of
from db.rules.refusal import Refusal
from db.rules.what_if import NewAmount, Outcome, Proposed, what_if, yearly_before
from desktop.dialogs.act_dialog import ActDialog
from desktop.dialogs.consequence import Consequence
from desktop.dialogs.decision_dialog import next_number
from desktop.dialogs.money_fields import Rate, RatesField
from desktop.dialogs.procurement_told import procurement_told
from desktop.dialogs.years_grid import YearsGrid
from desktop.fields.choice_fields import ChoiceField
from desktop.fields.date_field import DateField
from desktop.fields.field import Field
from desktop.fields.form import Problem
from desktop.fields.text_fields import TextField
from desktop.look.palette import Tone
from desktop.look.parts import button, label


@dataclass(frozen=True, slots=True)
class WhatIfAsked:
    """What is applied: a change for each contract, the decision drafted for it, and the variations' wording."""

    proposals: tuple[Proposed, ...]
    draft: NewDecision
    wording: NewVariation


class WhatIfDialog(ActDialog[WhatIfAsked]):
    """Every figure is told while it is typed. Dropping it writes nothing.

    Signals:
        wanted_award: the officer wants to record how the contracts were bought.
    """

    wide = 128
    wanted_award = Signal()

    def __init__(
        self,
        contracts: Sequence[Contract],
        decisions: Sequence[Decision],
        partners: Sequence[str],
        day: date,
        facts: Mapping[ContractId, AwardFacts | None],
        parent: QWidget | None = None,
    ) -> None:
        about = "; ".join(f"{each.reference}: {each.title}" for each in contracts)
        super().__init__(
            "What if…", "&Apply and draft the decision", parent, intro=about, safe="Drop it: nothing is written"
        )
        self._contracts = tuple(contracts)
        self._partners = tuple(partners)
        self._day = day
        self._facts = dict(facts)
        self._ask_change()
        self._show_years()
        self._ask_decision(decisions)
        cutting: tuple[Field, ...] = (self.effective_on, self.percent, self.of)
        for field in cutting:
            field.changed.connect(self._cut)
        telling: tuple[Field, ...] = (self.rates, self.ends_on, self.ground, self.scope)
        for field in telling:
            field.changed.connect(self._follow)
        self._follow()

    def value(self) -> WhatIfAsked:
        decided_on, kind = self.decided_on.read(), self.kind.read()
        if decided_on is None or kind is None:
            raise Refusal("Enter the day the decision is for, and its kind.")
        draft = NewDecision(self.number.read(), kind, self.subject.read(), decided_on)
        wording = NewVariation(
            "", ground=self.ground.read(), reason=self.reason.read(), scope=self.scope.read(),
            measures=self.measures.read(),
        )  # fmt: skip
        return WhatIfAsked(tuple(self.proposals()), draft, wording)

    def rules(self) -> Sequence[Problem]:
        try:
            what_if(self.proposals())
        except Refusal as refusal:
            return [(self.ends_on if "last day" in str(refusal) else self.rates, str(refusal))]
        return ()

    def concerning(self) -> Sequence[tuple[str, Field]]:
        return (
            ("in the register already", self.number),
            ("new last day", self.ends_on),
            ("so it cannot be varied", self.decided_on),
            ("the end, ", self.ends_on),
        )

    def renew_facts(self, facts: Mapping[ContractId, AwardFacts | None]) -> None:
        """Check against these, as after how a contract was bought was recorded."""
        self._facts = dict(facts)
        self._follow()

    def proposals(self) -> list[Proposed]:
        """What is proposed now, contract by contract; those that nothing changes are left out.

        Raises:
            Refusal: a day or an amount cannot be read.
        """
        day, ends_on = self.effective_on.read(), self.ends_on.read()
        if day is None:
            raise Refusal("Enter the day it takes effect.")
        typed = {(rate.part, rate.partner): pence for rate, pence in self.rates.read()}
        found = [Proposed(each, day, _amounts(each, typed), ends_on) for each in self._contracts]
        return [each for each in found if each.amounts or each.ends_on]

    def outcome(self) -> Outcome | None:
        """What it comes to now; None while that cannot be told."""
        try:
            return what_if(self.proposals())
        except Refusal:
            return None

    def _ask_change(self) -> None:
        self.effective_on = DateField("effectiveOn", "Takes &effect on", missing="Enter the day it takes effect")
        self.ends_on = DateField("endsOn", "New &last day", helped="Only where it changes")
        self.percent = TextField("percent", "C&ut, per cent", helped="To the nearest penny", characters=8)
        names = dict.fromkeys(rate.partner for rate in self._rates())
        self.of: ChoiceField[str] = ChoiceField(
            "of", "O&f what is paid by", [(each, each) for each in names], helped="Empty: every partner", characters=30
        )
        self.beside(self.effective_on, self.ends_on, self.percent, self.of)
        self.rates = self.form.add(RatesField("rates", "&Yearly amounts", self._rates()))

    def _show_years(self) -> None:
        self.form.add_widget(label("What it comes to", "fieldLabel"))
        self.years = YearsGrid("years")
        self.form.add_widget(self.years)
        self.notes = Consequence("notes", "How it is worked out")
        self.form.add_widget(self.notes)
        self.ground = self.form.add(
            TextField("ground", "&Ground", helped="For example, regulation 72(1)(b)", characters=60)
        )
        self.checks = Consequence("checks", "What the procurement rules ask")
        self.form.add_widget(self.checks)
        self.award = button("Record &how it was bought…", "recordAward", role="link")
        self.award.setAutoDefault(False)
        self.award.clicked.connect(self.wanted_award)
        self.form.add_widget(self.award)

    def _ask_decision(self, decisions: Sequence[Decision]) -> None:
        self.form.add_group("The decision it drafts")
        self.subject = self.form.add(
            TextField("subject", "&Subject", missing="Enter what the decision is about", characters=84)
        )
        free = next_number(decisions, self._day)
        self.number = TextField("number", "&Number", helped=f"Next free: {free}", characters=22)
        self.kind: ChoiceField[DecisionKind] = ChoiceField(
            "kind", "&Kind", [(each, each.value) for each in DecisionKind], DecisionKind.OFFICER,
            missing="Choose the kind of decision", helped=" ", characters=28,
        )  # fmt: skip
        self.decided_on = DateField("decidedOn", "&Decided on", self._day, missing="Enter the day of the decision")
        self.beside(self.number, self.kind, self.decided_on)
        self.reason = self.form.add(TextField("reason", "&Reason", characters=84))
        self.scope = self.form.add(TextField("scope", "S&cope: what changes in what is delivered", characters=84))
        self.measures = self.form.add(TextField("measures", "&Measures: what changes in reports", characters=84))

    def _rates(self, day: date | None = None) -> tuple[Rate, ...]:
        return tuple(rate for each in self._contracts for rate in _rates_of(each, self._partners, day or self._day))

    def _cut(self) -> None:
        """A new day or percentage fills the amounts in anew."""
        try:
            day, percent = self.effective_on.read(), _percent(self.percent.read())
        except Refusal:
            return
        self.rates.renew(self._rates(day))
        if percent is not None:
            of = self.of.read()
            self.rates.write([
                Pence(rate.pence - percentage_of(rate.pence, percent))
                if rate.pence is not None and of in (None, rate.partner) else None
                for rate in self.rates.rates
            ])  # fmt: skip
        self._follow()

    def _follow(self) -> None:
        outcome = self.outcome()
        self.years.show_outcome(outcome)
        told = [(Tone.NEUTRAL, note, ()) for note in outcome.notes] if outcome else []
        self.notes.tell(told or [(Tone.NEUTRAL, "Enter a day and a cut, new amounts or a new last day.", ())])
        proposals = self.proposals() if outcome else []
        scope = not self.scope.is_empty()
        self.checks.tell(procurement_told(proposals, self._facts, self.ground.read(), alters_scope=scope))


def _rates_of(contract: Contract, partners: Sequence[str], day: date) -> list[Rate]:
    known = dict(yearly_before(contract, day))
    names = list(dict.fromkeys(partner for _, partner in known)) or list(partners)
    payers = known or {(part.name, partner): None for part in contract.parts for partner in names}
    return [Rate(f"{part} ({contract.reference})", partner, pence) for (part, partner), pence in payers.items()]


def _amounts(contract: Contract, typed: Mapping[tuple[str, str], Pence]) -> tuple[NewAmount, ...]:
    end = f" ({contract.reference})"
    own = ((part, partner, pence) for (part, partner), pence in typed.items() if part.endswith(end))
    return tuple(NewAmount(part.removesuffix(end), partner, pence) for part, partner, pence in own)


def _percent(text: str) -> Decimal | None:
    if not text:
        return None
    try:
        percent = Decimal(text.removesuffix("%").strip())
    except InvalidOperation:
        raise Refusal(f"“{text}” is not a percentage. Write it like 40 or 12.5.") from None
    if not 0 < percent <= 100:
        raise Refusal("Enter a cut above 0 and up to 100 per cent, such as 40.")
    return percent
