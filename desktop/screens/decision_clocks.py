"""The clocks of a decision: when it takes effect, by when it must be open to members, how long it is kept."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from db.rules.decision import Decision
from desktop.desk import Desk
from desktop.screens.detail import Detail
from desktop.screens.screen import Place


@dataclass
class Dates:
    effective_on: date | None


def dates_of(desk: Desk, decision: Decision) -> Dates:
    return Dates(decision.published.effective_on)


def show_clocks(
    pane: Detail, desk: Desk, decision: Decision, others: Sequence[Decision], go: Callable[[Place], object]
) -> None:
    pass
