"""Accepting every quarter that the file in hand tells of: a return of each, in one act."""

from collections.abc import Iterator
from datetime import date

from PySide6.QtWidgets import QWidget

from db.changes import Changed
from db.operations.returns import import_returns
from db.returns.taking.asking import doubts_of
from db.returns.taking.readings import kept_readings, quarters_told
from db.rules.changed_figures import changed_figures
from db.rules.monitoring import ReturnPeriod
from db.rules.queries import answer_day
from db.rules.words import counted
from desktop.acts.carrying_out import carry_out
from desktop.desk import Desk
from desktop.dialogs.consequence import Told
from desktop.dialogs.take_in_dialog import TakeIn, TakeInDialog
from desktop.importing.accepting import at_once, earlier_return, listed, new_return, send
from desktop.importing.in_hand import InHand
from desktop.look.palette import Tone


def quarters_in(hand: InHand) -> tuple[ReturnPeriod, ...]:
    """The quarters of which the file tells, in time."""
    return tuple(quarter for quarter, _ in quarters_told(hand.understood)) if hand.understood else ()


def accept_all(desk: Desk, parent: QWidget | None, hand: InHand, received_on: date) -> Changed | None:
    """Keep every quarter of the file in hand. Asks only where something is left to settle or a version is replaced."""
    candidate, understood, quarters = hand.candidate, hand.understood, quarters_in(hand)
    if candidate is None or understood is None or not quarters:
        return None
    doubts = doubts_of(understood, quarters[-1])
    chosen = [TakeIn()]

    def attempt(wanted: TakeIn) -> Changed:
        chosen[0] = wanted
        returns = [new_return(hand, candidate, each, understood, received_on, wanted) for each in quarters]
        return desk.act(import_returns, returns)

    is_all_new = all(earlier_return(desk, hand, each) is None for each in quarters)
    if is_all_new and not any(each.is_meant for each in doubts):
        return at_once(desk, parent, attempt)
    intro = f"{len(quarters)} quarters from “{hand.path.name}”, each a return of its own; one undo takes all out."
    follows: list[Told] = [(Tone.LATER, "What becomes of each quarter:", list(_follows(desk, hand, quarters)))]
    title, act = f"Accept the returns of {candidate.reference}", f"&Accept {len(quarters)} quarters"
    done = carry_out(
        desk,
        TakeInDialog(title, intro, act, follows, doubts, parent, answer_by=answer_day(desk.day, desk.holidays)),
        attempt,
    )
    if done is not None and chosen[0].queries:
        send(parent, listed(hand, candidate, quarters[-1], chosen[0], desk.day), chosen[0])
    return done


def _follows(desk: Desk, hand: InHand, quarters: tuple[ReturnPeriod, ...]) -> Iterator[str]:
    for each in quarters:
        before = earlier_return(desk, hand, each)
        readings = kept_readings(hand.understood, each) if hand.understood else ()
        count = len(changed_figures(before.readings, readings)) if before else 0
        if before is None:
            yield f"{each.label}: new"
        elif count:
            different = f"{counted(count, 'figures')} changed"
            yield f"{each.label}: version {before.number + 1}, {different}"
        else:
            yield f"{each.label}: as the register has it"
