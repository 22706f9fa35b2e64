"""A listing narrowed by chips as well, whose filters offer what its rows hold now."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from PySide6.QtWidgets import QComboBox

from desktop.screens.chips import FilterChips
from desktop.screens.listing import EmptyPage, Listing
from desktop.tables.table_view import TableView

Values = Callable[[Any], tuple[str, ...]]


class SiftedListing(Listing):
    """Besides what a listing does: a row may have several values under a filter, and chips narrow it further."""

    def __init__(self, table: TableView, what: str, empty: EmptyPage, chips: FilterChips | None = None) -> None:
        super().__init__(table, what, empty)
        self._values: list[tuple[QComboBox, Values]] = []
        self._chips = chips
        self._wanted: Callable[[Any, str], bool] = lambda _row, _chip: True
        if chips:
            chips.picked.connect(self._sift)

    def sift_by(self, title: str, everything: str, values: Values) -> None:
        """A filter whose choices come with the rows; `values` gives what a row holds under it."""
        self.add_filter(title, everything, (), lambda row: " ".join(values(row)))
        found = self.filter_named(title)
        found.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        found.setMinimumContentsLength(16)
        self._values.append((found, values))

    def keep_by_chip(self, wanted: Callable[[Any, str], bool]) -> None:
        """`wanted` says whether a row stays while the chip of a name is pressed."""
        self._wanted = wanted

    def offer(self, rows: Iterable[object]) -> None:
        """Offer in each filter what these rows hold, keeping what is chosen."""
        held = list(rows)
        for box, values in self._values:
            choices = sorted({value for row in held for value in values(row) if value}, key=str.casefold)
            _replace_choices(box, choices)
        self._sift()

    def clear_all(self) -> None:
        if self._chips:
            self._chips.reset()
        super().clear_all()
        self._sift()

    @property
    def is_narrowed(self) -> bool:
        return super().is_narrowed or bool(self._chips and not self._chips.is_reset)

    def _sift(self) -> None:
        chosen = [(box.currentText(), values) for box, values in self._values if box.currentIndex() > 0]
        chip = self._chips.current if self._chips else ""

        def stays(row: object) -> bool:
            return self._wanted(row, chip) and all(value in values(row) for value, values in chosen)

        self.table.rows.keep(stays)


def _replace_choices(box: QComboBox, choices: Sequence[str]) -> None:
    before = box.currentText() if box.currentIndex() > 0 else ""
    box.blockSignals(True)
    while box.count() > 1:
        box.removeItem(1)
    box.addItems(list(choices))
    box.setCurrentIndex(choices.index(before) + 1 if before in choices else 0)
    box.blockSignals(False)
