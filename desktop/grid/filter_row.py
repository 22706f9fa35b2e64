"""The row of what narrows and gathers a grid: a chip for each filter, each taken away with one press."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QWidget

from desktop.look.parts import button, icon_button
from desktop.screens.flow import Flow

GROUPED = "grouped by"
"""The key of the chip that says what rows are gathered by; no column has that title."""


@dataclass(frozen=True, slots=True)
class Said:
    """A chip: what it is about, and its words."""

    key: str
    words: str


class FilterRow(QWidget):
    """A button that adds a filter, then the chips."""

    picked = Signal(str)
    """A column's title was chosen to filter by, or a chip was pressed."""
    removed = Signal(str)
    """A chip was taken away: its key."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(f"{name}FilterRow")
        self.setAccessibleName("Filters")
        self._name = name
        self._row = Flow(6, self, is_level=True)
        self.menu = QMenu(self)
        self.add = button("A&dd filter", f"{name}AddFilter", icon="filter", role="link")
        self.add.setMenu(self.menu)
        self._row.addWidget(self.add)
        self._chips: list[QWidget] = []

    def offer(self, titles: Sequence[str]) -> None:
        """The columns that can be filtered by, as they stand."""
        self.menu.clear()
        for title in titles:
            self.menu.addAction(title.replace("&", "&&"), partial(self.picked.emit, title))

    def show_chips(self, said: Sequence[Said]) -> None:
        """Put these chips there and no others."""
        for chip in self._chips:
            self._row.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self._chips = [self._chip(number, each) for number, each in enumerate(said)]
        for chip in self._chips:
            self._row.addWidget(chip)
            chip.show()
        self.updateGeometry()

    @property
    def words(self) -> tuple[str, ...]:
        """What the chips say."""
        return tuple(chip.accessibleName() for chip in self._chips)

    def _chip(self, number: int, said: Said) -> QWidget:
        chip = QFrame(self)
        chip.setObjectName(f"{self._name}Chip{number}")
        chip.setProperty("role", "chip")
        chip.setAccessibleName(said.words)
        across = QHBoxLayout(chip)
        across.setContentsMargins(4, 0, 2, 0)
        across.setSpacing(0)
        words = button(said.words.replace("&", "&&"), f"{self._name}ChipWords{number}", role="link")
        words.clicked.connect(lambda: self.picked.emit(said.key))
        close = icon_button("close", f"Take away: {said.words}", f"{self._name}ChipClose{number}")
        close.clicked.connect(lambda: self.removed.emit(said.key))
        across.addWidget(words)
        across.addWidget(close)
        return chip
