"""The quiet line under the decisions: numbers that no decision here has, and where they were used."""

from collections.abc import Iterable, Mapping
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from db.rules.decision import Decision, DecisionKind
from db.rules.numbering import Skipped, gaps
from desktop.look.parts import GAP, button, label

_KINDS = (DecisionKind.OFFICER,)
"""Officers' numbers are this register's own; members' and the Cabinet's are shared with the whole council."""


def gaps_of(decisions: Iterable[Decision], noted: Mapping[str, str], day: date) -> tuple[Skipped, ...]:
    """The numbers nobody has accounted for, of each year in which officers decided, the latest year first."""
    known = tuple(decisions)
    numbers = [each.number for each in known if each.number]
    years = {day.year, *(each.decided_on.year for each in known if each.decided_on)}
    found = (gap for kind in _KINDS for year in sorted(years, reverse=True) for gap in gaps(kind, year, numbers, noted))
    return tuple(gap for gap in found if not gap.is_noted)


class GapsLine(QWidget):
    """Names the first number skipped and leads to noting where it was used.

    Signals:
        wanted: the officer wants to note where a number was used.
    """

    wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("numberGaps")
        self.words = label("", "quiet")
        self.note = button("Note where it was used…", "noteNumber", role="link")
        self._number = ""
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(GAP)
        across.addWidget(self.words)
        across.addWidget(self.note)
        across.addStretch(1)
        self.note.clicked.connect(lambda: self.wanted.emit(self._number))

    def tell(self, found: tuple[Skipped, ...]) -> None:
        """Say which numbers are skipped; without any there is no line."""
        self.setVisible(bool(found))
        if not found:
            return
        self._number = found[0].first
        self.words.setText(gap_in_words(found))


def gap_in_words(found: tuple[Skipped, ...]) -> str:
    """The first numbers skipped, and how many lines of them follow."""
    first = found[0]
    several = first.first != first.last
    names = f"{first.first} to {first.last} are" if several else f"{first.first} is"
    more = f", nor {len(found) - 1} more" if len(found) > 1 else ""
    return f"{names} not in the register{more}."
