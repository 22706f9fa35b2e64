"""One limb of a decision that delegates: what, to whom, within which limits, until when."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from db.rules.dates import Period
from db.rules.delegation import Delegation, DelegationId, Power
from db.rules.refusal import Refusal
from desktop.dialogs.pick_field import PickField
from desktop.fields.choice_fields import ChoiceField, TickField
from desktop.fields.date_field import DateField
from desktop.fields.field import Field
from desktop.fields.money_field import MoneyField
from desktop.fields.text_fields import LongTextField, TextField
from desktop.screens.flow import Flow

F = TypeVar("F", bound=Field)
Contracts = Sequence[tuple[str, str]]
"""The contracts that may be named: id, and words."""


class LimbForm(QWidget):
    """The fields of one limb. What is left empty sets no limit.

    Signals:
        changed: something is written differently now.
    """

    changed = Signal()

    def __init__(self, number: int, limb: Delegation, contracts: Contracts) -> None:
        super().__init__()
        self._id = limb.id
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(12)
        self.fields: list[Field] = []
        self._ask_what(f"limb{number}", limb)
        self._ask_limits(f"limb{number}", limb, contracts)
        for field in self.fields:
            field.changed.connect(self.changed)

    @property
    def title(self) -> str:
        """How the limb stands in the list of limbs."""
        power = self.power.read()
        words = " ".join(filter(None, (self.limb.read(), power.value if power else "not yet said")))
        return f"{words}, to {self.delegate.read()}" if self.delegate.read() else words

    def read(self) -> Delegation:
        """The limb as it is written.

        Raises:
            Refusal: something of it is missing or cannot be understood.
        """
        power = self.power.read()
        if power is None:
            raise Refusal(f"{self.title}: choose the power.")
        return Delegation(
            self._id, self.limb.read(), power, self.delegate.read(), self.words.read(), self.contracts.read(),
            self._option(), self._within(), self.most.read(), _posts(self.consult.read()), self.until.read(),
            self.once.read(),
        )  # fmt: skip

    def problems(self) -> Iterator[tuple[Field, str]]:
        """What is missing or cannot be read, field by field."""
        for field in self.fields:
            if words := field.problem():
                yield field, words
        if bool(self.first.is_empty()) != bool(self.last.is_empty()):
            yield self.last, "Enter both days between which an extension must lie, or neither"
        if not self.option.is_empty() and not self.option.read().isdecimal():
            yield self.option, "Enter the option’s number, such as 2"

    def show_problems(self, found: Sequence[tuple[Field, str]]) -> None:
        """Show each problem under its field."""
        for field in self.fields:
            field.show_problem(" ".join(words for about, words in found if about is field))

    def _ask_what(self, name: str, limb: Delegation) -> None:
        powers = [(power, power.value) for power in Power]
        self.limb = TextField(f"{name}Letter", "Limb", limb.limb, characters=6)
        self.power: ChoiceField[Power] = ChoiceField(
            f"{name}Power", "Power", powers, limb.power, missing="Choose what may be done", characters=34
        )
        self.option = TextField(f"{name}Option", "Option", _text(limb.option_number), characters=6)
        self.once = TickField(f"{name}Once", "Once only for each contract", limb.is_once)
        self._row(self.limb, self.power, self.option, self.once)
        self.delegate = self._whole(
            TextField(f"{name}Delegate", "Given to the post", limb.delegate, missing="Enter the post", characters=0)
        )

    def _ask_limits(self, name: str, limb: Delegation, contracts: Contracts) -> None:
        within = limb.within
        self.first = DateField(f"{name}From", "Within: from", within.starts_on if within else None, helped="")
        self.last = DateField(f"{name}To", "to", within.ends_on if within else None, helped="")
        self.most = MoneyField(f"{name}Most", "At most", helped="")
        self.most.write(limb.most_pence)
        self.until = DateField(f"{name}Until", "Usable until", limb.until, helped="")
        self._row(self.first, self.last, self.most, self.until)
        consulted = "; ".join(limb.in_consultation_with)
        helped = "Posts, parted by semicolons"
        self.consult = self._whole(
            TextField(f"{name}Consult", "In consultation with", consulted, helped=helped, characters=0)
        )
        self.contracts: PickField[str] = self._whole(
            PickField(
                f"{name}Contracts", "Contracts", contracts, limb.contract_ids, lines=3,
                helped="None ticked: those the decision acts on.",
            )
        )  # fmt: skip
        self.words = self._whole(LongTextField(f"{name}Words", "As printed", limb.words, lines=2))

    def _row(self, *fields: Field) -> None:
        holder = QWidget()
        flow = Flow(16, holder)
        for field in fields:
            self.fields.append(field)
            flow.addWidget(field)
        self._column.addWidget(holder)

    def _whole(self, field: F) -> F:
        self.fields.append(field)
        self._column.addWidget(field)
        return field

    def _option(self) -> int | None:
        return int(self.option.read()) if self.option.read().isdecimal() else None

    def _within(self) -> Period | None:
        first, last = self.first.read(), self.last.read()
        return _period(first, last) if first and last else None


def new_limb(number: int) -> Delegation:
    """An empty limb in the place of its letter: the second is b)."""
    return Delegation(DelegationId(""), f"{chr(ord('a') + (number - 1) % 26)})", Power.EXTEND, "")


def _period(first: date, last: date) -> Period:
    if last < first:
        raise Refusal("The last day is before the first. Correct one of them.")
    return Period(first, last)


def _posts(written: str) -> tuple[str, ...]:
    return tuple(post.strip() for post in written.split(";") if post.strip())


def _text(number: int | None) -> str:
    return "" if number is None else str(number)
