"""Money by part and partner: a year's funding that adds up as it is typed, and rates before and after."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from db.rules.money import Pence, show_pounds
from db.rules.refusal import Refusal
from desktop.dialogs.grid import Grid, amount_in, difference_in_words
from desktop.fields.field import Field

TOTAL = "Total"


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a funding grid: what it stands for, and its heading."""

    key: str
    heading: str


class FundingField(Field):
    """What each partner pays for each part in one financial year. Totals of rows and columns are counted live."""

    def __init__(
        self,
        name: str,
        words: str,
        columns: Sequence[Column],
        partners: Sequence[str],
        *,
        helped: str = "",
        rows_are: str = "Funding partner",
    ) -> None:
        """`rows_are` says what stands at the head of each row, where that is not the partner."""
        self._columns, self._rows_are = tuple(columns), rows_are
        headings = (rows_are, *(column.heading for column in columns), TOTAL)
        self.grid = Grid(name, words.replace("&", ""), headings)
        super().__init__(name, words, self.grid, helped=helped)
        blank = [""] * (len(columns) + 1)
        self.grid.fill([*([partner, *blank] for partner in partners), ["", *blank], [TOTAL, *blank]])
        for row in range(len(partners)):
            self.grid.put(row, 0, partners[row])
        self.grid.widen(34, *(max(16, min(len(each) + 2, 30)) for each in headings[1:]))
        self.grid.edited.connect(self._count)
        self._count()

    def is_empty(self) -> bool:
        rows, columns = self._inner()
        return not any(self.grid.text_at(row, column) for row in rows for column in columns)

    def problem(self) -> str:
        rows, columns = self._inner()
        for row in rows:
            for column in columns:
                _, wrong = amount_in(self.grid.text_at(row, column))
                if wrong:
                    return f"{self._partner(row) or 'Funding'}, {self._columns[column - 1].heading}: {wrong}"
            if not self._partner(row) and any(self.grid.text_at(row, column) for column in columns):
                return f"Name the {self._rows_are.lower()} of the last row."
        return ""

    def read(self) -> tuple[tuple[str, str, Pence], ...]:
        """Each amount with the key of its column and its partner.

        Raises:
            Refusal: an amount cannot be read, or has no partner.
        """
        if wrong := self.problem():
            raise Refusal(wrong)
        rows, columns = self._inner()
        found = (
            (self._columns[column - 1].key, self._partner(row), amount_in(self.grid.text_at(row, column))[0])
            for row in rows
            for column in columns
        )
        return tuple((key, partner, pence) for key, partner, pence in found if pence is not None)

    def write(self, amounts: Sequence[tuple[str, str, Pence]]) -> None:
        """Put amounts into their cells; a partner without a row is left out."""
        keys = [column.key for column in self._columns]
        rows, _ = self._inner()
        partners = {self._partner(row): row for row in rows}
        for key, partner, pence in amounts:
            if key in keys and partner in partners:
                self.grid.cell(partners[partner], keys.index(key) + 1).setText(show_pounds(pence))

    def settle(self, key: str, partner: str, pence: Pence) -> None:
        """Show an amount that the officer cannot change."""
        rows, _ = self._inner()
        row = next(row for row in rows if self._partner(row) == partner)
        column = next(number for number, each in enumerate(self._columns, 1) if each.key == key)
        self.grid.put(row, column, show_pounds(pence), right=True)
        self._count()

    @property
    def total(self) -> Pence:
        """All that can be read, added up."""
        rows, columns = self._inner()
        return _sum(self.grid.text_at(row, column) for row in rows for column in columns)

    def _inner(self) -> tuple[range, range]:
        return range(self.grid.rowCount() - 1), range(1, len(self._columns) + 1)

    def _partner(self, row: int) -> str:
        return self.grid.text_at(row, 0)

    def _count(self) -> None:
        rows, columns = self._inner()
        last = self.grid.rowCount() - 1
        for row in rows:
            for column in columns:
                self.grid.mark(row, column, amount_in(self.grid.text_at(row, column))[1])
            across = _sum(self.grid.text_at(row, column) for column in columns)
            self.grid.put(row, len(columns) + 1, show_pounds(across) if across else "", strong=True, right=True)
        self.grid.put(last, 0, TOTAL, strong=True)
        for column in columns:
            down = _sum(self.grid.text_at(row, column) for row in rows)
            self.grid.put(last, column, show_pounds(down), strong=True, right=True)
        self.grid.put(last, len(columns) + 1, show_pounds(self.total), strong=True, right=True)
        for column in (*columns, len(columns) + 1):
            self.grid.to_the_right(column)
        self._touched()


@dataclass(frozen=True, slots=True)
class Rate:
    """A part and a partner, and what is paid a year now (None when not recorded)."""

    part: str
    partner: str
    pence: Pence | None


class RatesField(Field):
    """New annual rates by part and partner beside the present ones, with what each change comes to."""

    PART, PARTNER, NOW, NEW, CHANGE = range(5)

    rates: tuple[Rate, ...]
    """The parts and partners shown, with what is paid now."""

    def __init__(self, name: str, words: str, rates: Sequence[Rate], *, helped: str = "") -> None:
        self.rates = tuple(rates)
        self.grid = Grid(
            name, words.replace("&", ""), ("Part", "Funding partner", "A year now", "A year, new", "Change")
        )
        super().__init__(name, words, self.grid, helped=helped)
        self._lay_out_rows()
        self.grid.widen(26, 34, 15, 15, 15, stretching=self.PARTNER)
        self.grid.edited.connect(self._count)
        self._count()

    def renew(self, rates: Sequence[Rate]) -> None:
        """Show other present rates; what was typed for a part and partner stays."""
        if tuple(rates) == self.rates:
            return
        typed = {(rate.part, rate.partner): self._typed(row) for row, rate in enumerate(self.rates)}
        self.rates = tuple(rates)
        self._lay_out_rows([typed.get((rate.part, rate.partner), "") for rate in self.rates])
        self._count()

    def _lay_out_rows(self, typed: Sequence[str] = ()) -> None:
        new = [*typed, *[""] * (len(self.rates) + 1 - len(typed))]
        self.grid.fill([["", "", "", text, ""] for text in new])
        for row, rate in enumerate(self.rates):
            self.grid.put(row, self.PART, rate.part)
            self.grid.put(row, self.PARTNER, rate.partner)
            self.grid.put(row, self.NOW, "" if rate.pence is None else show_pounds(rate.pence), right=True)

    def is_empty(self) -> bool:
        return not any(self._typed(row) for row in range(len(self.rates)))

    def problem(self) -> str:
        for row, rate in enumerate(self.rates):
            _, wrong = amount_in(self._typed(row))
            if wrong:
                return f"{rate.part}, {rate.partner}: {wrong}"
        return ""

    def read(self) -> tuple[tuple[Rate, Pence], ...]:
        """The rates that get a new amount, with it.

        Raises:
            Refusal: an amount cannot be read.
        """
        if wrong := self.problem():
            raise Refusal(wrong)
        found = ((rate, amount_in(self._typed(row))[0]) for row, rate in enumerate(self.rates))
        return tuple((rate, pence) for rate, pence in found if pence is not None)

    def write(self, amounts: Sequence[Pence | None]) -> None:
        """Put new amounts in, one a row; None leaves a rate as it is."""
        for row, pence in enumerate(amounts):
            self.grid.cell(row, self.NEW).setText("" if pence is None else show_pounds(pence))

    def _typed(self, row: int) -> str:
        return self.grid.text_at(row, self.NEW)

    def _count(self) -> None:
        before, after = 0, 0
        for row, rate in enumerate(self.rates):
            pence, wrong = amount_in(self._typed(row))
            self.grid.mark(row, self.NEW, wrong)
            now = rate.pence or Pence(0)
            change = "" if pence is None else difference_in_words(now, pence)
            self.grid.put(row, self.CHANGE, change, right=True)
            before += now
            after += now if pence is None else pence
        self._put_totals(Pence(before), Pence(after))
        for column in (self.NOW, self.NEW, self.CHANGE):
            self.grid.to_the_right(column)
        self._touched()

    def _put_totals(self, before: Pence, after: Pence) -> None:
        last = len(self.rates)
        texts = (TOTAL, "", show_pounds(before), show_pounds(after), difference_in_words(before, after))
        for column, text in enumerate(texts):
            self.grid.put(last, column, text, strong=True, right=column >= self.NOW)


def _sum(texts: Iterable[str]) -> Pence:
    return Pence(sum(amount_in(text)[0] or 0 for text in texts))
