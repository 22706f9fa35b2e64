"""A field to choose the decision an act rests on, or to record it first."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from db.rules.dates import show_short_day
from db.rules.decision import Decision, DecisionId
from desktop.fields.choice_fields import ChoiceField
from desktop.look.parts import button

NEW = DecisionId("a new decision")
"""Stands for a decision that is drafted with the act."""


class DecisionField(ChoiceField[DecisionId]):
    """The decisions recorded, newest first; before them one drafted with the act, where that is offered.

    Signals:
        wanted_new: the officer wants to record a decision first.
    """

    wanted_new = Signal()

    def __init__(
        self, decisions: Sequence[Decision], chosen: DecisionId | None = None, *, words: str = "&Decision it rests on",
        helped: str = "", missing: str = "", draft: str = "",
    ) -> None:  # fmt: skip
        self._draft = draft
        self._decisions = {each.id: each for each in decisions}
        self._new = button("Record a &new decision first…", "decisionNew")
        self._new.setAutoDefault(False)
        super().__init__(
            "decision", words, self._offered(decisions), chosen, helped=helped, missing=missing, characters=52
        )
        self._new.clicked.connect(self.wanted_new)

    def beside(self) -> QWidget:
        return self._new

    @property
    def decision(self) -> Decision | None:
        """The decision chosen."""
        chosen = self.read()
        return self._decisions.get(chosen) if chosen else None

    @property
    def is_new(self) -> bool:
        """Whether the decision is to be drafted with the act."""
        return self.read() == NEW

    def renew(self, decisions: Sequence[Decision], chosen: DecisionId | None) -> None:
        """Offer these instead, as after one was recorded."""
        self._decisions = {each.id: each for each in decisions}
        self.offer(self._offered(decisions), chosen)

    def _offered(self, decisions: Sequence[Decision]) -> list[tuple[DecisionId, str]]:
        known = [(each.id, decision_in_words(each)) for each in decisions]
        return [(NEW, self._draft), *known] if self._draft else known


def decision_in_words(decision: Decision) -> str:
    """A decision in one line: its number, day and subject."""
    day = show_short_day(decision.decided_on) if decision.decided_on else decision.status.value
    return " · ".join(filter(None, (decision.number, day, decision.subject)))
