"""One column's filter: values to tick, words it contains, from and to, blanks."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtWidgets import QWidget

from db.rules.money import Pence
from db.rules.refusal import Refusal
from desktop.dialogs.act_dialog import ActDialog
from desktop.fields.choice_fields import ChoiceField
from desktop.fields.date_field import DateField
from desktop.fields.form import Problem
from desktop.fields.money_field import MoneyField
from desktop.fields.text_fields import TextField
from desktop.grid.filters import Filter
from desktop.grid.tick_list import TickListField
from desktop.tables.columns import Kind

Ends = tuple[DateField, DateField] | tuple[MoneyField, MoneyField] | tuple[TextField, TextField]


class FilterDialog(ActDialog[Filter]):
    """Its value is the filter; one that keeps everything takes the filter away."""

    wide = 64

    def __init__(self, now: Filter, kind: Kind, values: Sequence[str] | None, parent: QWidget | None = None) -> None:
        """`values` are those the column holds, for ticking, and None where they follow later; only words are ticked."""
        super().__init__(f"Filter by {now.column}", "&Filter", parent)
        self._now, self._kind = now, kind
        self.ticks: TickListField | None = None
        self.contains: TextField | None = None
        self.ends: Ends | None = None
        if kind is Kind.WORDS:
            self.ticks = self.form.add(TickListField("ticked", "&Values", values, now.ticked))
            self.contains = self.form.add(TextField("contains", "&Contains", now.contains, characters=36))
        else:
            self.ends = self._add_ends(now)
        choices = [(True, "Only blank cells"), (False, "Only filled cells")]
        self.blank = self.form.add(ChoiceField("blank", "&Blanks", choices, now.blank, characters=20))

    def offer(self, values: Sequence[str]) -> None:
        """The values that were to follow."""
        if self.ticks and self.ticks.is_waiting:
            self.ticks.offer(values)

    def rules(self) -> Sequence[Problem]:
        least, most = self._limits()
        if self.ends and least is not None and most is not None and most < least:
            return [(self.ends[1], "The end of the range must be the same as or after its beginning.")]
        return ()

    def value(self) -> Filter:
        least, most = self._limits()
        ticked = self.ticks.read() if self.ticks else None
        contains = self.contains.read() if self.contains else ""
        return Filter(self._now.column, ticked, contains, least, most, self.blank.read())

    def _add_ends(self, now: Filter) -> Ends:
        least, most = now.least, now.most
        made: Ends
        if self._kind is Kind.DAY:
            made = (DateField("least", "F&rom", _day(least)), DateField("most", "&To", _day(most)))
        elif self._kind is Kind.AMOUNT:
            made = (MoneyField("least", "F&rom", _pence(least)), MoneyField("most", "&To", _pence(most)))
        else:
            made = (TextField("least", "F&rom", _number(least), characters=10),
                    TextField("most", "&To", _number(most), characters=10))  # fmt: skip
        self.beside(*made)
        return made

    def _limits(self) -> tuple[int | None, int | None]:
        if not self.ends:
            return None, None
        least, most = (_as_number(field.read()) for field in self.ends)
        return least, most


def _as_number(read: object) -> int | None:
    if isinstance(read, date):
        return read.toordinal()
    if isinstance(read, str):
        return _whole(read) if read else None
    return read if isinstance(read, int) else None


def _whole(text: str) -> int:
    try:
        return int(text.replace(",", ""))
    except ValueError:
        raise Refusal(f"“{text}” must be a whole number.") from None


def _day(ordinal: int | None) -> date | None:
    return None if ordinal is None else date.fromordinal(ordinal)


def _pence(amount: int | None) -> Pence | None:
    return None if amount is None else Pence(amount)


def _number(number: int | None) -> str:
    return "" if number is None else str(number)
