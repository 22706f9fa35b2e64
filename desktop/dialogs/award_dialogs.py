"""How a contract was bought, its clause on service, and its options' own clause on when they must be used."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from PySide6.QtWidgets import QWidget

from db.rules.award_facts import AwardFacts, regime_of
from db.rules.contract import Contract, ExtensionOption, NoticeTerm, Side
from db.rules.counting import Counting
from db.rules.dates import Unit, show_day, show_length
from db.rules.notice import use_option_by
from db.rules.refusal import Refusal
from db.rules.service_of_notice import ServiceRule, show_rule
from db.rules.standing import standing
from desktop.dialogs.act_dialog import ActDialog
from desktop.dialogs.consequence import Consequence
from desktop.dialogs.terms_fields import whole
from desktop.fields.choice_fields import ChoiceField, TickField
from desktop.fields.date_field import DateField
from desktop.fields.field import Field
from desktop.fields.money_field import MoneyField
from desktop.fields.text_fields import TextField
from desktop.fields.time_field import TimeField
from desktop.look.palette import Tone

METHODS = ("By hand", "First class post", "Second class post", "E-mail")
COUNTINGS = ((Counting.WORKING_DAYS, "Working days"), (Counting.DAYS, "Days"))


class AwardDialog(ActDialog[AwardFacts]):
    """What the checks on changing a contract are measured against; what is left empty stays not recorded."""

    wide = 92

    def __init__(self, contract: Contract, facts: AwardFacts | None, parent: QWidget | None = None) -> None:
        intro = f"{contract.reference}: {contract.title}"
        super().__init__("How it was bought", "&Record how it was bought", parent, intro=intro)
        now = facts or AwardFacts(None)
        self.procured_on = self.form.add(
            DateField("procuredOn", "&Procurement began on", now.procured_on, helped="It decides the law that applies.")
        )
        self.health = self.form.add(TickField("healthCare", "&Health care services", now.health_care))
        self.light = self.form.add(TickField("lightTouch", "&Light touch services", now.light_touch))
        helped = "Without VAT, over the longest term with every option used"
        self.value_at_award = self.form.add(
            MoneyField("originalValue", "&Value at award", now.original_pence, helped=helped)
        )
        months = str(now.maximum_months or "")
        self.months = self.form.add(
            TextField("longestTerm", "Longest &term, in months", months, helped="Every option used", characters=8)
        )
        self.follows = Consequence("follows", "The law")
        self.form.add_widget(self.follows)
        for field in (self.procured_on, self.health, self.light):
            field.changed.connect(self._follow)
        self._follow()

    def value(self) -> AwardFacts:
        months = None if self.months.is_empty() else whole(self.months.read(), "the longest term in months", "72")
        return AwardFacts(
            self.procured_on.read(), self.health.read(), self.light.read(), self.value_at_award.read(), months
        )

    def concerning(self) -> Sequence[tuple[str, Field]]:
        return (("longest term", self.months), ("value at award", self.value_at_award), ("year from", self.procured_on))

    def _follow(self) -> None:
        try:
            law = regime_of(AwardFacts(self.procured_on.read(), self.health.read(), self.light.read()))
        except Refusal:
            law = None
        words = f"{law.value} applies for its whole life." if law else "Enter the day to see which law applies."
        self.follows.tell([(Tone.DONE if law else Tone.NEUTRAL, words, ())])


class ClauseDialog(ActDialog[ServiceRule]):
    """What the contract itself says of a notice sent one way; it goes before the usual rules."""

    wide = 92

    def __init__(self, contract: Contract, clauses: Sequence[ServiceRule], parent: QWidget | None = None) -> None:
        intro = f"{contract.reference}: {contract.title}"
        super().__init__("Clause on service", "&Record the clause", parent, intro=intro)
        self._clauses = {each.method: each for each in clauses}
        methods = dict.fromkeys((*METHODS, *self._clauses))
        chosen = next(iter(self._clauses), METHODS[1])
        self.method: ChoiceField[str] = self.form.add(
            ChoiceField("method", "&Way of sending", [(each, each) for each in methods], chosen, missing="Choose how")
        )
        self.days = TextField("days", "&Served after", missing="Enter the days, 0 for the same day", characters=6)
        self.counting: ChoiceField[Counting] = ChoiceField(
            "counting", "Counted &in", COUNTINGS, Counting.WORKING_DAYS, missing="Choose", characters=16
        )
        self.cut_off = TimeField("cutOff", "Only if sent &before", helped="")
        self.beside(self.days, self.counting, self.cut_off)
        self.source = self.form.add(TextField("source", "&Clause", missing="Enter the clause, such as clause 34.2"))
        self.follows = Consequence("follows", "What follows")
        self.form.add_widget(self.follows)
        self.method.changed.connect(self._show_present)
        for field in (self.days, self.counting, self.cut_off, self.source):
            field.changed.connect(self._follow)
        self._show_present()

    def value(self) -> ServiceRule:
        method, counting = self.method.read(), self.counting.read()
        if method is None or counting is None:
            raise Refusal("Choose the way of sending and how its days are counted.")
        days = whole(self.days.read(), "the days between sending and service", "2")
        return ServiceRule(method, days, counting, self.source.read(), self.cut_off.read())

    def concerning(self) -> Sequence[tuple[str, Field]]:
        return (("days between", self.days), ("time of day", self.cut_off))

    def _show_present(self) -> None:
        now = self._clauses.get(self.method.read() or "")
        if now:
            self.days.write(str(now.days))
            self.counting.write(now.counting)
            self.cut_off.write(now.cut_off)
            self.source.write(now.source)
        self._follow()

    def _follow(self) -> None:
        try:
            rule = self.value()
        except Refusal as refusal:
            self.follows.tell([(Tone.NEUTRAL, str(refusal), ())])
            return
        self.follows.tell([(Tone.DONE, show_rule(rule), ())])


@dataclass(frozen=True, slots=True)
class ExerciseAsked:
    """An option, and how long before the end it must be used; None: as for notice."""

    number: int
    length: int | None
    unit: Unit
    source: str


class ExerciseDialog(ActDialog[ExerciseAsked]):
    """Shows the last day to use the option as the clause is typed."""

    wide = 92

    def __init__(self, contract: Contract, day: date, number: int = 0, parent: QWidget | None = None) -> None:
        intro = f"{contract.reference}: {contract.title}"
        super().__init__("When an option must be used", "&Record when it must be used", parent, intro=intro)
        self._contract = contract
        self._day = day
        self._options = {each.number: each for each in contract.options}
        lengths = ((each.number, show_length(each.months, Unit.MONTHS)) for each in contract.options)
        choices = [(option, f"Option {option}, {length}") for option, length in lengths]
        chosen = number if number in self._options else contract.options[0].number
        self.option: ChoiceField[int] = self.form.add(
            ChoiceField("option", "&Option", choices, chosen, missing="Choose the option", characters=28)
        )
        self.length = TextField("length", "&Length before the last day", helped="Empty: as for notice", characters=6)
        units = [(unit, unit.value) for unit in Unit]
        self.unit: ChoiceField[Unit] = ChoiceField(
            "unit", "Counted &in", units, Unit.MONTHS, missing="Choose", helped=" ", characters=14
        )
        self.beside(self.length, self.unit)
        self.source = self.form.add(TextField("source", "&Clause", helped="For example, clause 2.3"))
        self.follows = Consequence("follows", "What follows")
        self.form.add_widget(self.follows)
        self.option.changed.connect(self._show_present)
        for field in (self.length, self.unit, self.source):
            field.changed.connect(self._follow)
        self._show_present()

    def value(self) -> ExerciseAsked:
        number = self.option.read()
        if number is None:
            raise Refusal("Choose the option.")
        length = None if self.length.is_empty() else whole(self.length.read(), "the length", "6")
        return ExerciseAsked(number, length, self.unit.read() or Unit.MONTHS, self.source.read())

    def concerning(self) -> Sequence[tuple[str, Field]]:
        return (("length", self.length), ("option", self.option))

    def _show_present(self) -> None:
        option = self._options.get(self.option.read() or 0)
        own = option.exercise if option else None
        self.length.write(str(own.length) if own else "")
        self.unit.write(own.unit if own else Unit.MONTHS)
        self.source.write(own.source if own else "")
        self._follow()

    def _follow(self) -> None:
        try:
            asked = self.value()
        except Refusal as refusal:
            self.follows.tell([(Tone.NEUTRAL, str(refusal), ())])
            return
        ends_on = standing(self._contract, self._day).ends_on
        if ends_on is None:
            self.follows.tell([(Tone.NEUTRAL, "It has no last day to count back from.", ())])
            return
        worked = use_option_by(self._contract, ends_on, _with(self._options[asked.number], asked))
        self.follows.tell([(Tone.DONE, f"Use it by {show_day(worked.day)}.", worked.working)])


def _with(option: ExtensionOption, asked: ExerciseAsked) -> ExtensionOption:
    own = NoticeTerm(Side.COUNCIL, asked.length, asked.unit, asked.source) if asked.length else None
    return replace(option, exercise=own)
