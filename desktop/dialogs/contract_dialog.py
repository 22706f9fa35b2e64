"""Add a contract: what it is, who holds it, its term, options, notice and money."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from db.operations.add_contract import NewContract
from db.operations.money import AnnualRate, YearAmount
from db.rules.dates import show_year, year_of
from db.rules.money import parse_pounds
from db.rules.provider import Provider
from db.rules.refusal import Refusal
from desktop.dialogs.act_dialog import ActDialog
from desktop.dialogs.consequence import Consequence
from desktop.dialogs.pick_field import PickField
from desktop.dialogs.rows_field import Cells, RowsField
from desktop.dialogs.terms_fields import (
    notice_rows,
    option_rows,
    read_notice,
    read_options,
    term_working,
    whole,
)
from desktop.fields.date_field import DateField
from desktop.fields.field import Field
from desktop.fields.form import Problem
from desktop.fields.text_fields import LongTextField, TextField
from desktop.look.palette import Tone
from desktop.look.parts import button

EVERY_YEAR = "every"


class ContractDialog(ActDialog[NewContract]):
    """What is not known is left empty and stays "not recorded".

    Signals:
        wanted_provider: the officer wants to add a provider first.
    """

    wide = 116
    wanted_provider = Signal()

    def __init__(
        self, providers: Sequence[Provider], partners: Sequence[str], services: Sequence[str], day: date,
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__("Add a contract", "&Add contract", parent)
        self._partners = tuple(partners)
        self._year = year_of(day)
        self._ask_what(services)
        self._ask_providers(providers)
        self._ask_term()
        self._ask_money()
        self.notes = self.form.add(LongTextField("notes", "Notes", lines=3))

    def value(self) -> NewContract:
        starts_on, ends_on = self._term()
        years, rates = self._money()
        return NewContract(
            reference=self.reference.read(),
            title=self.title.read(),
            service=self.service.read(),
            category=self.category.read(),
            manager=self.manager.read(),
            contact=self.contact.read(),
            notes=self.notes.read(),
            starts_on=starts_on,
            initial_ends_on=ends_on,
            providers=self.providers.read(),
            parts=tuple(name for (name,) in self.parts.read()),
            options=read_options(self.options),
            notice_terms=read_notice(self.notice),
            funding=years,
            annual_rates=rates,
        )

    def rules(self) -> Sequence[Problem]:
        checks = (
            (self.ends_on, self._term),
            (self.options, lambda: read_options(self.options)),
            (self.notice, lambda: read_notice(self.notice)),
            (self.money, self._money),
        )
        found: list[Problem] = []
        for field, check in checks:
            try:
                check()
            except Refusal as refusal:
                found.append((field, str(refusal)))
        return found

    def concerning(self) -> Sequence[tuple[str, Field]]:
        return (
            ("has the reference", self.reference),
            ("no part", self.money),
            ("already funds", self.money),
            ("option", self.options),
            ("two parts", self.parts),
            ("the end, ", self.ends_on),
            ("notice", self.notice),
        )

    def renew_providers(self, providers: Sequence[Provider], added: str) -> None:
        """Offer these providers, with the one just added ticked."""
        self.providers.offer([(each.name, _shown(each)) for each in providers], (*self.providers.read(), added))

    def _ask_what(self, services: Sequence[str]) -> None:
        known = f"Such as {', '.join(services[:2])}" if services else ""
        self.reference = TextField("reference", "&Reference", missing="Enter the contract reference", characters=24)
        self.form.add(self.reference)
        self.title = self.form.add(TextField("title", "&Title", missing="Enter the title", characters=84))
        self.service = self.form.add(TextField("service", "&Service", helped=known, characters=60))
        self.category = TextField("category", "Categor&y", characters=28)
        self.manager = TextField("manager", "Contract &manager", characters=28)
        self.beside(self.category, self.manager)
        self.contact = self.form.add(TextField("contact", "Contact", characters=60))

    def _ask_providers(self, providers: Sequence[Provider]) -> None:
        new = button("Add a &new provider…", "providerNew")
        new.setAutoDefault(False)
        new.clicked.connect(self.wanted_provider)
        choices = [(each.name, _shown(each)) for each in providers]
        self.providers: PickField[str] = self.form.add(
            PickField(
                "providers",
                "Pro&viders",
                choices,
                helped="Each that holds it or delivers part of it.",
                new=new,
                lines=5,
            )
        )
        self.parts = self.form.add(
            RowsField(
                "parts", "Parts: lots or areas", (Cells("Part", 40),), line="part", helped="Money is held by part."
            )
        )

    def _ask_term(self) -> None:
        self.form.add_group("Term")
        self.starts_on = DateField("startsOn", "&First day")
        self.ends_on = DateField("endsOn", "&Last day", helped="Or give the length instead")
        self.months = TextField("months", "Len&gth in months", helped="For example, 48", characters=8)
        self.beside(self.starts_on, self.ends_on, self.months)
        self.term = Consequence("term", "The term")
        self.form.add_widget(self.term)
        for field in (self.starts_on, self.ends_on, self.months):
            field.changed.connect(self._follow)
        self._follow()
        self.options = self.form.add(option_rows(()))
        self.notice = self.form.add(notice_rows(()))

    def _ask_money(self) -> None:
        years = [(EVERY_YEAR, "A year, from the start")]
        years += [(str(year), show_year(year)) for year in range(self._year - 6, self._year + 8)]
        cells = (
            Cells("Part", 22),
            Cells("Funding partner", 30, stretches=True),
            Cells("For", 20, years),
            Cells("Amount", 14),
        )
        helped = f"Partners so far: {', '.join(self._partners)}" if self._partners else ""
        self.money = self.form.add(RowsField("money", "F&unding", cells, line="amount", helped=helped))

    def _term(self) -> tuple[date | None, date | None]:
        starts_on, typed = self.starts_on.read(), self.months.read()
        if typed and not self.ends_on.is_empty():
            raise Refusal("Give the last day or the length, not both.")
        ends_on, _ = term_working(starts_on, self.ends_on.read(), whole(typed, "the length", "48") if typed else None)
        return starts_on, ends_on

    def _follow(self) -> None:
        try:
            typed = self.months.read()
            self._term()
            months = whole(typed, "the length", "48") if typed else None
            _, working = term_working(self.starts_on.read(), self.ends_on.read(), months)
            tone = (
                Tone.DONE if not self.starts_on.is_empty() and (typed or not self.ends_on.is_empty()) else Tone.NEUTRAL
            )
        except Refusal as refusal:
            working, tone = str(refusal), Tone.OVERDUE
        self.term.tell([(tone, working, ())])

    def _money(self) -> tuple[tuple[YearAmount, ...], tuple[AnnualRate, ...]]:
        years, rates = [], []
        for part, partner, when, amount in self.money.read():
            if when is None:
                raise Refusal("Choose the year each amount is for.")
            if not partner or not part:
                raise Refusal("Name the part and the funding partner of each amount.")
            if when == EVERY_YEAR:
                rates.append(AnnualRate(part, partner, parse_pounds(amount)))
            else:
                years.append(YearAmount(part, partner, int(when), parse_pounds(amount)))
        return tuple(years), tuple(rates)


def _shown(provider: Provider) -> str:
    others = ", ".join(alias.name for alias in provider.aliases)
    return f"{provider.name}   also {others}" if others else provider.name
