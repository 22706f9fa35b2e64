"""Sending the register out: in which form, for which days, and what will be blank in it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from PySide6.QtWidgets import QWidget

from db.rules.audit_return import USUAL_THRESHOLD
from db.rules.dates import Period, financial_year_period, show_day, year_of
from db.rules.decision import ContractId
from db.rules.listing_quarter import Tally
from db.rules.money import Pence
from db.rules.monitoring import ReturnPeriod, quarter_of
from db.rules.publisher import Publisher
from db.rules.refusal import Refusal
from desktop.dialogs.act_dialog import ActDialog
from desktop.dialogs.blank_return_dialog import quarters_around
from desktop.dialogs.consequence import Consequence
from desktop.fields.choice_fields import ChoiceField, TickField
from desktop.fields.date_field import DateField
from desktop.fields.field import Field
from desktop.fields.form import Problem
from desktop.fields.money_field import MoneyField
from desktop.fields.text_fields import TextField
from desktop.look.palette import Tone


class Way(StrEnum):
    """A form the register leaves in."""

    VIEW = "The register as it is looked at, as a workbook"
    WHOLE = "The whole register as a workbook that can be edited and come back"
    CSV = "Every contract as comma-separated text (CSV)"
    TRANSPARENCY = "Transparency register of a quarter (LGA columns)"
    TRANSPARENCY_BOOK = "Transparency register of a quarter, with what cannot be filled (workbook)"
    OPEN_DATA = "Open contracting data (OCDS 1.1)"
    AUDIT = "Extensions, variations and waivers for the audit committee"
    PACK = "A contract’s pack for handover"
    ANONYMOUS = "A copy without names, to show or to try things on"


_BY_QUARTER = (Way.TRANSPARENCY, Way.TRANSPARENCY_BOOK)
_SAID = {
    Way.VIEW: "Exactly the rows and columns in view, in their order.",
    Way.WHOLE: "Contracts, parts, money, options, decisions and providers, each on a sheet. What is changed in columns "
    "with a blue heading comes back with File, Take in an edited workbook.",
    Way.CSV: "One line for each contract, days as 2025-03-31 and amounts as 848829.00.",
    Way.AUDIT: "What was decided in the period and is worth the threshold or more, or of a value not recorded.",
    Way.PACK: "One document with the contract’s facts and history, its signed records, and its returns as they came.",
    Way.ANONYMOUS: "A register of its own, without the names of people and providers, contacts, notes, files, history.",
}


@dataclass(frozen=True, slots=True)
class Sending:
    """What was asked for."""

    way: Way
    quarter: ReturnPeriod
    publisher: Publisher
    period: Period
    threshold: Pence
    contract: ContractId | None
    with_notes: bool


class SendOutDialog(ActDialog[Sending]):
    """Fields follow the form that is chosen; what cannot be filled is told before anything is written."""

    wide = 104

    def __init__(
        self,
        day: date,
        publisher: Publisher,
        contracts: Mapping[ContractId, str],
        chosen: ContractId | None,
        tally: Callable[[date, Publisher, Callable[[Tally], None]], None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("Send out", "&Save…", parent)
        self._publisher, self._tally, self._day = publisher, tally, day
        ways = [(each, each.value) for each in Way if each is not Way.PACK or contracts]
        self.way: ChoiceField[Way] = self.form.add(
            ChoiceField("way", "&What is sent", ways, Way.WHOLE, missing="Choose what is sent", characters=60)
        )
        self._add_days(day)
        self.contract: ChoiceField[ContractId] = self.form.add(
            ChoiceField(
                "contract",
                "C&ontract",
                tuple(contracts.items()),
                chosen or next(iter(contracts), None),
                missing="Choose the contract" if contracts else "",
                characters=60,
            )
        )
        self.with_notes = self.form.add(TickField("withNotes", "With the officers’ own &notes", False))
        self.follows = Consequence("follows", "What you get")
        self.form.add_widget(self.follows)
        self._add_publisher(publisher)
        leading: tuple[Field, ...] = (self.way, self.quarter, *self._stated.values(), self.vat)
        for each in leading:
            each.changed.connect(self._follow)
        self._follow()

    def rules(self) -> Sequence[Problem]:
        way = self.way.read()
        problems: list[Problem] = []
        if way is Way.AUDIT:
            first, last = self.first.read(), self.last.read()
            if first is None or last is None or last < first:
                problems.append((self.last, "Enter both days of the period, the earlier first."))
        if way is Way.OPEN_DATA and not self._stated["ocid_prefix"].read():
            problems.append((self._stated["ocid_prefix"], "Enter the prefix registered for the council."))
        return problems

    def value(self) -> Sending:
        way, quarter = self.way.read(), self.quarter.read() or quarter_of(self._day)
        if way is None:
            raise Refusal("Choose what is sent.")
        year = financial_year_period(year_of(self._day))
        first, last = self.first.read() or year.starts_on, self.last.read() or self._day
        period = Period(first, last) if way is Way.AUDIT else year
        return Sending(
            way, quarter, self._stated_now(), period, self.threshold.read() or Pence(0), self.contract.read(),
            self.with_notes.read(),
        )  # fmt: skip

    def _add_days(self, day: date) -> None:
        quarters = [(each, f"{each.label} ({each.days})") for each in quarters_around(day)]
        self.quarter: ChoiceField[ReturnPeriod] = self.form.add(
            ChoiceField("quarter", "&Quarter", quarters, quarter_of(day), missing="Choose the quarter", characters=50)
        )
        year = financial_year_period(year_of(day))
        self.first = DateField("firstDay", "Decided &from", year.starts_on, missing="Enter the first day")
        self.last = DateField("lastDay", "Decided &until", day, missing="Enter the last day")
        self.threshold = MoneyField("threshold", "Worth at &least", USUAL_THRESHOLD, missing="Enter an amount")
        self.beside(self.first, self.last, self.threshold)

    def _add_publisher(self, publisher: Publisher) -> None:
        fields = (
            ("department", "&Department", "Where no decision on a contract names one"),
            ("uri", "Council’s &address on the web", "The council as an organisation"),
            ("identifier", "Council’s &identifier", "As a buyer, such as GB-PPON- and its number"),
            ("ocid_prefix", "Open contracting &prefix", "Such as ocds-b5fd17"),
            ("contact_name", "Contact pu&blished", "A team, rather than a person"),
            ("contact_email", "Its &email", ""),
        )
        self._stated = {
            name: TextField(name, words, getattr(publisher, name), helped=helped, characters=30)
            for name, words, helped in fields
        }
        self.vat = MoneyField("irrecoverable_vat", "&VAT not recovered", publisher.irrecoverable_vat)
        self.beside(*self._stated.values(), self.vat)

    def _stated_now(self) -> Publisher:
        texts = {name: field.read() for name, field in self._stated.items()}
        vat = None if self.vat.problem() or self.vat.is_empty() else self.vat.read()
        return replace(self._publisher, irrecoverable_vat=vat, **texts)

    def _follow(self) -> None:
        way = self.way.read()
        by_quarter = way in _BY_QUARTER
        self._reveal((self.quarter,), by_quarter)
        self._reveal((self.first, self.last, self.threshold), way is Way.AUDIT)
        self._reveal((*self._stated.values(), self.vat), by_quarter or way is Way.OPEN_DATA)
        self._reveal((self.contract, self.with_notes), way is Way.PACK)
        if by_quarter:
            self._tell_gaps()
        elif way is Way.OPEN_DATA:
            words = f"A release of each contract as it stands on {show_day(self._day)}, with amendments and milestones."
            self.follows.tell([(Tone.LATER, words, ())])
        elif way:
            self.follows.tell([(Tone.LATER, _SAID[way], ())])

    def _tell_gaps(self) -> None:
        quarter = self.quarter.read()
        if quarter is None:
            return
        self.follows.tell([(Tone.LATER, f"Reckoning the contracts of {quarter.days}…", ())])
        self._tally(quarter.days.ends_on, self._stated_now(), self._tell_tally)

    def _tell_tally(self, tally: Tally) -> None:
        quarter = self.quarter.read()
        if quarter is None or quarter.days != tally.quarter or self.way.read() not in _BY_QUARTER:
            return
        lines, needed = tally.lines, [each for each in tally.gaps if each.is_needed]
        count = f"{lines:,} {'contract' if lines == 1 else 'contracts'} of {quarter.days}"
        told = [(Tone.DONE, f"{count}; {tally.left_out:,} are left out.",
                 [f"{each.reference}: {each.why}" for each in tally.examples])]  # fmt: skip
        if needed:
            blanks = [f"{each.column}: {each.blanks:,} of {lines:,}. {each.reasons[0]}" for each in needed]
            told.append((Tone.SOON, "Required, and cannot be filled:", blanks))
        if others := [each.column for each in tally.gaps if not each.is_needed]:
            told.append((Tone.NEUTRAL, "Not required, and blank where nothing is recorded:", [", ".join(others)]))
        self.follows.tell(told)

    def _reveal(self, fields: Sequence[Field], shown: bool) -> None:
        for field in fields:
            field.setVisible(shown)
            holder = field.parentWidget()
            if holder and holder.layout() and len(fields) > 1 and holder is not self.form:
                holder.setVisible(shown or any(each.isVisibleTo(holder) for each in fields))
