"""Extend contracts: which, on what decision and power, what that comes to, and what the new year costs."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from PySide6.QtWidgets import QVBoxLayout, QWidget

from db.operations.money import YearAmount
from db.operations.new_decision import NewDecision
from db.rules.authority import Answer, Rules, parent_of
from db.rules.contract import Contract
from db.rules.dates import Unit, show_day, show_length, show_year, year_of
from db.rules.decision import ContractId, Decision, DecisionId
from db.rules.extension import extension_by
from db.rules.money import Pence, show_pounds
from db.rules.refusal import Refusal
from db.rules.standing import standing
from desktop.dialogs.act_dialog import ActDialog
from desktop.dialogs.consequence import Consequence, Told
from desktop.dialogs.decision_field import NEW, DecisionField
from desktop.dialogs.drafted_decision import DraftedDecision
from desktop.dialogs.extension_authority import told
from desktop.dialogs.funding_offered import offered
from desktop.dialogs.money_fields import Column, FundingField
from desktop.dialogs.pick_field import PickField
from desktop.extension_draft import NOBODY, Maker, Used, alike, answer_for, is_officers, options_used
from desktop.fields.field import Field
from desktop.fields.form import Problem
from desktop.fields.money_field import MoneyField
from desktop.look.palette import Tone


@dataclass(frozen=True, slots=True)
class ExtensionAsked:
    """What the officer asks for: the contracts, the decision, and each partner's amounts."""

    contract_ids: tuple[ContractId, ...]
    decision_id: DecisionId | None
    funding: tuple[tuple[ContractId, YearAmount], ...]
    new: NewDecision | None = None
    """The decision to draft with it, where none that is recorded was chosen."""


class ExtendDialog(ActDialog[ExtensionAsked]):
    """Shows for each contract the option used, the days added, the ends, and whether the power covers it."""

    wide = 124

    def __init__(
        self,
        contracts: Sequence[Contract],
        chosen: Sequence[ContractId],
        decisions: Sequence[Decision],
        partners: Sequence[str],
        day: date,
        parent: QWidget | None = None,
        *,
        officer: Maker = NOBODY,
        rules: Rules | None = None,
        noted: Mapping[str, str] = MappingProxyType({}),
    ) -> None:
        """`noted` are numbers used outside the register, which are not offered for a new decision."""
        super().__init__("Extend contracts", "&Extend", parent)
        self._known = {each.id: each for each in contracts}
        self._decisions = tuple(decisions)
        self._partners = tuple(partners)
        self._rules = rules or Rules()
        self._day = day
        self._ask_contracts(contracts, chosen)
        self.drafted = DraftedDecision(self._decisions, noted, officer, day)
        self.decision = self.form.add(
            DecisionField(
                decisions, NEW, missing="Choose the decision that extends them, or record it first",
                draft=f"A new officer decision, {self.drafted.free}, written now",
            )
        )  # fmt: skip
        self.drafted.join(self)
        self.follows = Consequence("follows", "What follows")
        self.form.add_widget(self.follows)
        self._ask_money()
        for field in (self.contracts, self.decision, self.drafted.decided_on, self.drafted.maker_post):
            field.changed.connect(self._follow)
        self._follow()

    def value(self) -> ExtensionAsked:
        decision = self.decision.read()
        if decision is None:
            raise Refusal("Choose the decision that extends them, or record it first.")
        if not self.decision.is_new:
            return ExtensionAsked(self.contracts.read(), decision, self._amounts())
        used = options_used(self._chosen(), self._decided_on())
        new = self.drafted.read(used, self._answer(used[0]) if used else None)
        return ExtensionAsked(self.contracts.read(), None, self._amounts(), new)

    def rules(self) -> Sequence[Problem]:
        found: list[Problem] = [(self.contracts, words) for words in self._refused()]
        stated, total = self.stated.read(), Pence(sum(field.total for field in self.funding.values()))
        if stated is not None and stated != total:
            words = (
                f"The amounts come to {show_pounds(total)}, but {show_pounds(stated)} is stated. Correct one of them"
            )
            found.append((self.stated, words))
        return found

    def concerning(self) -> Sequence[tuple[str, Field]]:
        return (("record decisions in the order", self.decision), ("in the register already", self.drafted.number))

    def _ask_contracts(self, contracts: Sequence[Contract], chosen: Sequence[ContractId]) -> None:
        picked = list(chosen) or ([contracts[0].id] if len(contracts) == 1 else [])
        together = alike([each for each in contracts if each.id in picked], contracts, self._day)
        choices = [(each.id, f"{each.reference}   {each.title}") for each in contracts]
        self.contracts: PickField[ContractId] = self.form.add(
            PickField(
                "contracts", "&Contracts", choices, [*picked, *(each.id for each in together)],
                missing="Choose at least one contract to extend", lines=5,
            )
        )  # fmt: skip
        if together:
            names = ", ".join(each.reference for each in together)
            self.contracts.note(f"Of the same service and with the same option: {names}. Untick what stays out.")

    def _ask_money(self) -> None:
        self._money = QVBoxLayout()
        self._money.setContentsMargins(0, 0, 0, 0)
        self._money.setSpacing(16)
        holder = QWidget()
        holder.setLayout(self._money)
        self.form.add_widget(holder)
        self.funding: dict[int, FundingField] = {}
        """The funding of each financial year the added days fall in."""
        self._funded_for: tuple[object, ...] = ()
        self.stated = self.form.add(
            MoneyField("statedTotal", "&Total the decision states", helped="Held against the amounts above.")
        )

    def _chosen(self) -> list[Contract]:
        return [self._known[each] for each in self.contracts.read()]

    def _refused(self) -> list[str]:
        found = []
        for contract in self._chosen():
            try:
                extension_by(contract, self._decided_on())
            except Refusal as refusal:
                found.append(str(refusal))
        return found

    def _decided_on(self) -> date:
        if self.decision.is_new:
            return self.drafted.day
        chosen = self.decision.decision
        return (chosen.decided_on if chosen else None) or self._day

    def _follow(self) -> None:
        chosen, day = self._chosen(), self._decided_on()
        used = options_used(chosen, day)
        if self.decision.is_new and used:
            self.drafted.suggest(used, self._answer(used[0]))
        self.drafted.show_fields(shown=self.decision.is_new)
        lines = [what_follows(each, day) for each in chosen] or [NOTHING_CHOSEN]
        if is_officers(self.decision.decision) and self.decision.read():
            lines += told([(each[0].reference, self._answer(each)) for each in used])
        self.follows.tell(lines)
        self.name_act(act_in_words(chosen))
        self._offer_funding(chosen, day)

    def _answer(self, used: Used) -> Answer | None:
        """The power that covers extending a contract best: of any decision, or of the one the chosen rests on."""
        decision, contracts = self.decision.decision, tuple(self._known.values())
        only = parent_of(decision, self._decisions) if decision else None
        if decision and only is None:
            return None
        post = decision.maker_post if decision else self.drafted.maker_post.read()
        day = self._decided_on()
        others = [each for each in self._decisions if decision is None or each.id != decision.id]
        return answer_for(used, post, day, others, contracts, self._rules, only=only)

    def _offer_funding(self, chosen: Sequence[Contract], day: date) -> None:
        columns = tuple(
            Column(f"{contract.id}\n{part.name}", _heading(contract, part.name, len(chosen)))
            for contract in chosen
            for part in contract.parts
        )
        years = years_added(chosen, day) if columns else ()
        if self._funded_for == (columns, years):
            return
        kept = dict(self.funding)
        self._funded_for = (columns, years)
        self.funding = {year: self._funding_field(year, columns, kept.get(year)) for year in years}
        for field in kept.values():
            self.form.fields.remove(field)
            self._money.removeWidget(field)
            field.hide()
            field.deleteLater()

    def _funding_field(self, year: int, columns: Sequence[Column], before: FundingField | None) -> FundingField:
        field = FundingField(f"funding{year}", f"Funding for {show_year(year)}", columns, self._partners)
        self._fill(field, year)
        if before is not None and not before.problem():
            field.write(before.read())
        self.form.fields.insert(len(self.form.fields) - 1 if self._has_total() else len(self.form.fields), field)
        self._money.addWidget(field)
        return field

    def _fill(self, field: FundingField, year: int) -> None:
        """Put in what is known already, and say where it comes from."""
        sources = []
        for contract, _, period in options_used(self._chosen(), self._decided_on()):
            known = offered(contract, period, year)
            field.write([(f"{contract.id}\n{part}", partner, pence) for part, partner, pence in known.amounts])
            sources += [known.source] if known.source else []
        field.note(" ".join(sources))

    def _has_total(self) -> bool:
        return bool(self.form.fields) and self.form.fields[-1].name == "statedTotal"

    def _amounts(self) -> tuple[tuple[ContractId, YearAmount], ...]:
        found = []
        for year, field in self.funding.items():
            for key, partner, pence in field.read():
                contract_id, part = key.split("\n", 1)
                found.append((ContractId(contract_id), YearAmount(part, partner, year, pence)))
        return tuple(found)


NOTHING_CHOSEN: Told = (Tone.NEUTRAL, "Choose a contract to see what extending it comes to.", ())


def what_follows(contract: Contract, decided_on: date) -> Told:
    """What extending a contract by a decision of a day comes to, or why it cannot be."""
    try:
        option, period = extension_by(contract, decided_on)
    except Refusal as refusal:
        return Tone.OVERDUE, str(refusal), ()
    at = standing(contract, decided_on)
    now = f"Now ends {show_day(at.ends_on)}. " if at.ends_on else ""
    most = f"Maximum end {show_day(at.maximum_end)}." if at.maximum_end else ""
    sentence = f"{contract.reference}: option {option.number} adds {period}."
    length = show_length(option.months, Unit.MONTHS)
    return Tone.DONE, sentence, (f"{length}. {now}New end {show_day(period.ends_on)}. {most}",)


def years_added(contracts: Iterable[Contract], decided_on: date) -> tuple[int, ...]:
    """The financial years, by the year each starts in, that the added days fall in."""
    years: set[int] = set()
    for contract in contracts:
        try:
            _, period = extension_by(contract, decided_on)
        except Refusal:
            continue
        years.update(range(year_of(period.starts_on), year_of(period.ends_on) + 1))
    return tuple(sorted(years))


def act_in_words(chosen: Sequence[Contract]) -> str:
    """What the button says: the one contract, or how many."""
    if not chosen:
        return "&Extend"
    return f"&Extend {chosen[0].reference}" if len(chosen) == 1 else f"&Extend {len(chosen)} contracts"


def _heading(contract: Contract, part: str, how_many: int) -> str:
    return part if how_many == 1 else f"{contract.reference}: {part}"
