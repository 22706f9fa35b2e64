"""Record a decision: who decided what and when, what it does to contracts, and its record section by section."""

from collections.abc import Mapping, Sequence
from contextlib import suppress
from datetime import date
from types import MappingProxyType

from PySide6.QtWidgets import QWidget

from db.operations.record_decision import NewDecision, NewEffect
from db.rules.contract import Contract
from db.rules.decision import ContractId, Decision, DecisionKind, EffectKind, Publication, Saving
from db.rules.decision_facts import DecisionStatus, ForwardPlan, Published, Route
from db.rules.delegation import DelegationId
from db.rules.money import parse_pounds
from db.rules.numbering import same_number
from db.rules.refusal import Refusal
from desktop.dialogs.act_dialog import ActDialog
from desktop.dialogs.number_field import NumberField, TakenOn, free_number
from desktop.dialogs.rows_field import Cells, RowsField
from desktop.dialogs.sections_field import SectionsField
from desktop.fields.choice_fields import ChoiceField
from desktop.fields.date_field import DateField
from desktop.fields.field import Field
from desktop.fields.form import Problem
from desktop.fields.text_fields import TextField
from desktop.screens.delegation_words import headline

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
        *,
        noted: Mapping[str, str] = MappingProxyType({}),
    ) -> None:
        """`noted` are numbers used outside the register."""
        super().__init__("Record a decision", "&Record decision", parent)
        self._decisions = tuple(decisions)
        self._noted = noted
        self._day = day
        self._ask_what()
        self._ask_who()
        self._ask_route()
        self._ask_effects(contracts, chosen)
        self.sections = self.form.add(SectionsField("sections", "The re&cord, section by section"))
        self._ask_savings()
        for field in (self.kind, self.status, self.decided_on, self.due_on):
            field.changed.connect(self._follow_kind)
        self.rests_on.changed.connect(self._offer_limbs)
        self._follow_kind()
        self._offer_limbs()

    def value(self) -> NewDecision:
        kind, status = self.kind.read(), self.status.read()
        if kind is None or status is None:
            raise Refusal("Choose the kind of decision, and how far it has come.")
        return NewDecision(
            number=self.number.read(),
            kind=kind,
            subject=self.subject.read(),
            decided_on=self.decided_on.read(),
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
            status=status,
            plan=ForwardPlan(self.route.read() or Route.NOT_STATED, due_on=self.due_on.read()),
            published=Published(self.published_on.read()),
            delegation_id=self.limb.read(),
            scheme=self.scheme.read(),
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

    def _ask_what(self) -> None:
        kinds = [(kind, kind.value) for kind in DecisionKind]
        self.kind: ChoiceField[DecisionKind] = ChoiceField(
            "kind", "&Kind", kinds, DecisionKind.OFFICER, missing="Choose the kind of decision", characters=26
        )
        self.number = NumberField("number", "&Number", [each.number for each in self._decisions if each.number])
        statuses = [(each, each.value) for each in DecisionStatus]
        self.status: ChoiceField[DecisionStatus] = ChoiceField(
            "status", "St&atus", statuses, DecisionStatus.APPROVED, missing="Choose how far it has come", characters=36
        )
        self.beside(self.kind, self.status, self.number)
        self.subject = self.form.add(
            TextField("subject", "&Subject", missing="Enter what the decision is about", characters=0)
        )
        self.decided_on = TakenOn("decidedOn", "&Decided on", helped="", missing="Enter the day the decision was taken")
        self.signed_on = DateField("signedOn", "Si&gned on", helped="")
        self.due_on = DateField("dueOn", "Due, or n&ot before", helped="")
        self.published_on = DateField("publishedOn", "P&ublished", helped="")
        self.beside(self.decided_on, self.signed_on, self.due_on, self.published_on)

    def _ask_route(self) -> None:
        answers = [(each, each.value) for each in Publication if each is not Publication.UNANSWERED]
        self.for_publication: ChoiceField[Publication] = ChoiceField(
            "forPublication", "&For publication", answers, characters=12
        )
        self.is_key: ChoiceField[bool] = ChoiceField("isKey", "Ke&y decision", YES_OR_NO, characters=10)
        self.callable_in: ChoiceField[bool] = ChoiceField("callableIn", "Call-&in", YES_OR_NO, characters=10)
        routes = [(each, each.value) for each in Route if each is not Route.NOT_STATED]
        self.route: ChoiceField[Route] = ChoiceField("route", "Notice of a key decision", routes, characters=36)
        self.beside(self.for_publication, self.is_key, self.callable_in, self.route)

    def _ask_who(self) -> None:
        self.maker_name = TextField("makerName", "Decided &by: name", characters=32)
        self.maker_post = TextField("makerPost", "Decided by: &post", characters=56)
        self.beside(self.maker_name, self.maker_post)
        numbers = [(each.number, f"{each.number} · {each.subject}") for each in self._decisions if each.number]
        self.rests_on: ChoiceField[str] = ChoiceField("restsOn", "R&ests on the decision", numbers, characters=48)
        self.limb: ChoiceField[DelegationId] = ChoiceField("limb", "By its power", [], characters=44)
        self.scheme = TextField("scheme", "or on the sche&me of delegation", characters=44)
        self.beside(self.rests_on, self.limb, self.scheme)

    def _offer_limbs(self) -> None:
        """The powers of the decision it rests on; the scheme is asked for only where no decision is named."""
        number = self.rests_on.read() or ""
        parent = next((each for each in self._decisions if same_number(each.number, number)), None)
        limbs = parent.delegations if parent else ()
        self.limb.offer([(each.id, headline(each)) for each in limbs], self.limb.read())
        self.limb.setVisible(bool(limbs))
        self.scheme.setVisible(not number)

    def _follow_kind(self) -> None:
        """The next free number is of the kind and of the year; a day is needed once it was taken."""
        status, kind = self.status.read(), self.kind.read()
        self.decided_on.is_needed = status is None or status.is_taken
        day = self._day
        with suppress(Refusal):
            day = self.decided_on.read() or self.due_on.read() or self._day
        if kind is not None:
            self.number.offer(free_number(kind, day, self._decisions, self._noted))

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
    return free_number(DecisionKind.OFFICER, day, decisions, {})


def _wrong_with(savings: RowsField) -> str:
    for _, label, amount in savings.read():
        if not label:
            return "Enter what each saving is"
        try:
            parse_pounds(amount)
        except Refusal as refusal:
            return f"{label}: {refusal}"
    return ""
