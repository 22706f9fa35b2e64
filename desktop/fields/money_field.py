"""A field for an amount of money, typed as officers write it."""

from PySide6.QtWidgets import QLineEdit

from db.rules.money import Pence, parse_pounds, show_pounds
from db.rules.refusal import Refusal
from desktop.fields.field import Field

EXAMPLE = "For example, £848,829 or £0.42m"


class MoneyField(Field):
    """Pounds and pence, of any size; under it, how it was understood."""

    def __init__(
        self, name: str, words: str, amount: Pence | None = None, *, helped: str = EXAMPLE, missing: str = ""
    ) -> None:
        self._line = QLineEdit("" if amount is None else show_pounds(amount))
        super().__init__(name, words, self._line, helped=helped, missing=missing, characters=18)
        self._line.textChanged.connect(self._typed)
        self._line.editingFinished.connect(self._left)

    def is_empty(self) -> bool:
        return not self._line.text().strip()

    def read(self) -> Pence | None:
        """The amount; None where nothing is written.

        Raises:
            Refusal: it is not an amount of money.
        """
        return None if self.is_empty() else parse_pounds(self._line.text())

    def write(self, amount: Pence | None) -> None:
        """Put an amount there, or nothing."""
        self._line.setText("" if amount is None else show_pounds(amount))

    def _typed(self) -> None:
        self._touched()
        try:
            amount = self.read()
        except Refusal:
            amount = None
        same = amount is None or show_pounds(amount) == self._line.text().strip()
        self.note("" if same or amount is None else show_pounds(amount))
