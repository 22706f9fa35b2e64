"""Record a decision: who decided what and when, what it does to contracts, and its record section by section."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtWidgets import QWidget

from db.operations.record_decision import NewDecision, NewEffect
from db.rules.contract import Contract
from db.rules.decision import ContractId, Decision, DecisionKind, EffectKind, Publication, Saving
from db.rules.money import parse_pounds
from db.rules.refusal import Refusal
from desktop.dialogs.act_dialog import ActDialog
from desktop.dialogs.rows_field import Cells, RowsField
from desktop.dialogs.sections_field import SectionsField
from desktop.fields.choice_fields import ChoiceField
from desktop.fields.date_field import DateField
from desktop.fields.field import Field
from desktop.fields.form import Problem
from desktop.fields.text_fields import TextField

YES_OR_NO = ((True, "Yes"), (False, "No"))


class DecisionDialog(ActDialog[NewDecision]):
    """What is not known is left empty and stays "not recorded"."""

    wide = 132

    def __init__(
        self,
        contracts: Sequence[Contract],
        decisions: Sequence[Decision],
        chosen: Sequence[ContractId],
        day: date,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("Record a decision", "&Record decision", parent)
        self._decisions = tuple(decisions)
        self._ask_what(day)
        self._ask_who()
        self._ask_effects(contracts, chosen)
        self.sections = self.form.add(SectionsField("sections", "The re&cord, section by section"))
        self._ask_savings()

    def value(self) -> NewDecision:
        decided_on, kind = self.decided_on.read(), self.kind.read()
        if decided_on is None or kind is None:
            raise Refusal("Enter the day the decision was taken, and its kind.")
        return NewDecision(
            number=self.number.read(),
            kind=kind,
            subject=self.subject.read(),
            decided_on=decided_on,
            maker_name=self.maker_name.read(),
            maker_post=self.maker_post.read(),
            signed_on=self.signed_on.read(),
            for_publication=self.for_publication.read() or Publication.UNANSWERED,
            is_key=self.is_key.read(),
            callable_in=self.callable_in.read(),
            relates_to_number=self.rests_on.read() or "",
            link=self.link.read(),
            text=self.sections.read(),
            effects=self._effects(),
            savings=self._savings(),
        )

    def rules(self) -> Sequence[Problem]:
        found: list[Problem] = []
        if any(contract is None or kind is None for contract, kind, _ in self.effects.read()):
            found.append((self.effects, "Choose the contract and the effect on each line, or remove the line"))
        if wrong := _wrong_with(self.savings):
            found.append((self.savings, wrong))
        return found

    def concerning(self) -> Sequence[tuple[str, Field]]:
        return (
            ("signature", self.signed_on),
            ("in the register already", self.number),
            ("year from 1900", self.decided_on),
            ("decision number", self.number),
            ("subject", self.subject),
        )

    def _ask_what(self, day: date) -> None:
        free = next_number(self._decisions, day)
        self.number = TextField("number", "&Number", helped=f"Next free: {free}", characters=22)
        kinds = [(kind, kind.value) for kind in DecisionKind]
        chosen = DecisionKind.OFFICER
        self.kind: ChoiceField[DecisionKind] = ChoiceField(
            "kind", "&Kind", kinds, chosen, missing="Choose the kind of decision", helped=" ", characters=28
        )
        answers = [(each, each.value) for each in Publication if each is not Publication.UNANSWERED]
        self.for_publication: ChoiceField[Publication] = ChoiceField(
            "forPublication", "&For publication", answers, helped=" ", characters=16
        )
        self.beside(self.number, self.kind, self.for_publication)
        self.subject = self.form.add(
            TextField("subject", "&Subject", missing="Enter what the decision is about", characters=84)
        )
        self.decided_on = DateField("decidedOn", "&Decided on", missing="Enter the day the decision was taken")
        self.signed_on = DateField("signedOn", "Si&gned on", helped="Once it is signed")
        self.is_key: ChoiceField[bool] = ChoiceField("isKey", "Ke&y decision", YES_OR_NO, helped=" ", characters=10)
        self.callable_in: ChoiceField[bool] = ChoiceField(
            "callableIn", "Subject to call-&in", YES_OR_NO, helped=" ", characters=10
        )
        self.beside(self.decided_on, self.signed_on, self.is_key, self.callable_in)

    def _ask_who(self) -> None:
        self.maker_name = TextField("makerName", "Decided &by: name", characters=32)
        self.maker_post = TextField("makerPost", "Decided by: &post", characters=52)
        self.beside(self.maker_name, self.maker_post)
        numbers = [(each.number, f"{each.number} · {each.subject}") for each in self._decisions if each.number]
        self.rests_on: ChoiceField[str] = self.form.add(
            ChoiceField("restsOn", "R&ests on", numbers, helped="The decision that gave the power", characters=72)
        )

    def _ask_effects(self, contracts: Sequence[Contract], chosen: Sequence[ContractId]) -> None:
        cells = (
            Cells("Contract", 26, [(each.id, each.reference) for each in contracts]),
            Cells("Effect", 16, [(kind, kind.value) for kind in EffectKind]),
            Cells("Detail", 30, stretches=True),
        )
        rows = [(each, None, "") for each in chosen]
        self.effects = self.form.add(
            RowsField(
                "effects",
                "What it does to contracts",
                cells,
                rows,
                line="effect",
                helped="Extending or varying by this decision adds its effect by itself." if not chosen else "",
            )
        )

    def _ask_savings(self) -> None:
        cells = (Cells("Service", 34), Cells("Saving", 26, stretches=True), Cells("A year", 14))
        self.savings = self.form.add(RowsField("savings", "Savings it states", cells, line="saving", blank=0))
        self.link = self.form.add(TextField("link", "&Web address", characters=72))

    def _effects(self) -> tuple[NewEffect, ...]:
        return tuple(NewEffect(contract, kind, detail) for contract, kind, detail in self.effects.read())

    def _savings(self) -> tuple[Saving, ...]:
        return tuple(Saving(group, label, parse_pounds(amount)) for group, label, amount in self.savings.read())


def next_number(decisions: Sequence[Decision], day: date) -> str:
    """The next officer decision's number of a day's year, such as OD.24.00003."""
    begin = f"OD.{day.year % 100:02d}."
    used = [each.number.removeprefix(begin) for each in decisions if each.number.startswith(begin)]
    highest = max((int(number) for number in used if number.isdigit()), default=0)
    return f"{begin}{highest + 1:05d}"


def _wrong_with(savings: RowsField) -> str:
    for _, label, amount in savings.read():
        if not label:
            return "Enter what each saving is"
        try:
            parse_pounds(amount)
        except Refusal as refusal:
            return f"{label}: {refusal}"
    return ""
