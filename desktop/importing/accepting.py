"""Accepting the file in hand: its figures, queries, original and layout in one act, then the list for the provider."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from db.changes import Changed
from db.operations.returns import NewReturn, import_return
from db.returns.layout import STAMP_SHEET
from db.returns.taking.asking import doubts_of
from db.returns.taking.meant import Candidate
from db.returns.taking.readings import kept_readings
from db.returns.understanding.learned import learned
from db.returns.understanding.profile_text import write_profile
from db.returns.understanding.understood import Understood
from db.rules.changed_figures import ChangedFigure, changed_figures
from db.rules.monitoring import MonitoringReturn, ReturnPeriod
from db.rules.queries import QueryList, answer_day
from db.rules.refusal import Refusal
from db.rules.words import counted
from desktop.acts.carrying_out import carry_out, ready, tell
from desktop.acts.saving import save_as
from desktop.desk import Desk
from desktop.dialogs.consequence import Told
from desktop.dialogs.take_in_dialog import TakeIn, TakeInDialog
from desktop.importing.in_hand import InHand
from desktop.importing.list_work import queries_as_workbook
from desktop.look.palette import Tone
from desktop.readings import count_of_figures, figure


def earlier_return(desk: Desk, hand: InHand, quarter: ReturnPeriod | None = None) -> MonitoringReturn | None:
    """The newest version of a quarter's return that the register has; of the quarter in hand where none is named."""
    sought = quarter or hand.quarter
    if hand.candidate is None or sought is None:
        return None
    found = [each for each in desk.register.returns.of(hand.candidate.contract_id) if each.period == sought]
    return max(found, key=lambda each: each.number, default=None)


def same_file(desk: Desk, hand: InHand) -> MonitoringReturn | None:
    """The return that was taken in from this very file, of the contract and quarter it is meant for."""
    if hand.candidate is None or hand.understood is None:
        return None
    digest = hand.understood.cells.file_sha256
    found = desk.register.returns.of(hand.candidate.contract_id)
    return next((each for each in found if each.file_sha256 == digest and each.period == hand.quarter), None)


def changes_of(desk: Desk, hand: InHand) -> tuple[ChangedFigure, ...]:
    """What is another figure than in the register; nothing where the quarter is not there yet."""
    before = earlier_return(desk, hand)
    return changed_figures(before.readings, hand.readings) if before else ()


def accept(desk: Desk, parent: QWidget | None, hand: InHand, received_on: date) -> Changed | None:
    """Keep the file in hand. Asks only where something is left to settle or a version is replaced."""
    candidate, quarter, understood = hand.candidate, hand.quarter, hand.understood
    if candidate is None or quarter is None or understood is None:
        tell(parent, "Not yet", "Choose whose return it is and its quarter first.")
        return None
    doubts = doubts_of(understood, quarter)
    changes, before = changes_of(desk, hand), earlier_return(desk, hand)
    chosen = [TakeIn()]

    def attempt(wanted: TakeIn) -> Changed:
        chosen[0] = wanted
        return desk.act(import_return, new_return(hand, candidate, quarter, understood, received_on, wanted))

    if before is None and not any(each.is_meant for each in doubts):
        return at_once(desk, parent, attempt)
    title, words = f"Accept the return of {candidate.reference}", figures_words(hand)
    intro = f"{words} for {quarter.label} from “{hand.path.name}”."
    by = answer_day(desk.day, desk.holidays)
    dialog = TakeInDialog(title, intro, f"&Accept {words}", _follows(before, changes), doubts, parent, answer_by=by)
    done = carry_out(desk, dialog, attempt)
    if done is not None and chosen[0].queries:
        send(parent, listed(hand, candidate, quarter, chosen[0], desk.day), chosen[0])
    return done


def new_return(
    hand: InHand, candidate: Candidate, quarter: ReturnPeriod, understood: Understood, received_on: date, wanted: TakeIn
) -> NewReturn:
    """The return as the register takes it in. Only what was read is in it, and the file itself."""
    profile = layout_text(understood, hand.provider, candidate.reference) if wanted.keeps_layout else ""
    return NewReturn(
        candidate.contract_id, hand.provider, quarter, received_on, hand.path.name, hand.content,
        kept_readings(understood, quarter), wanted.queries, profile,
    )  # fmt: skip


def layout_text(understood: Understood, provider: str, reference: str) -> str:
    """What was learned of a file's layout, to keep; nothing of our own blank return, which needs no mapping."""
    if STAMP_SHEET in understood.cells.sheets:
        return ""
    return write_profile(learned(understood, provider, reference))


def figures_words(hand: InHand) -> str:
    """How many figures would be kept."""
    count = count_of_figures(hand.readings)
    return "1 figure" if count == 1 else f"{count:,} figures"


def at_once(desk: Desk, parent: QWidget | None, attempt: Callable[[TakeIn], Changed]) -> Changed | None:
    """Do it with nothing left to choose."""
    if not ready(desk, parent):
        return None
    try:
        done = attempt(TakeIn())
    except Refusal as refusal:
        tell(parent, "The return was not accepted", str(refusal))
        return None
    return done


def _follows(before: MonitoringReturn | None, changes: Sequence[ChangedFigure]) -> list[Told]:
    if before is None:
        return []
    count = "Every figure is the same" if not changes else f"{counted(len(changes), 'figures')} changed"
    lines = [
        f"{each.measure}: {figure(each.before) if each.before else 'not there'} → "
        f"{figure(each.after) if each.after else 'not there'}"
        for each in changes[:12]
    ]
    sentence = f"This becomes version {before.number + 1}; version {before.number} stays. {count}."
    return [(Tone.LATER, sentence, lines)]


def listed(hand: InHand, candidate: Candidate, quarter: ReturnPeriod, wanted: TakeIn, on: date) -> QueryList:
    """What is put to the provider, as it goes out."""
    return QueryList(
        candidate.reference,
        candidate.title,
        hand.provider,
        quarter.label,
        hand.path.name,
        on,
        wanted.queries,
        wanted.answer_by,
    )


def send(parent: QWidget | None, queries: QueryList, wanted: TakeIn) -> None:
    """Give the list the ways out that were asked for."""
    if wanted.wants_text:
        from exports.query_list import as_text

        QGuiApplication.clipboard().setText(as_text(queries))
    if wanted.wants_file:
        name = f"Queries {queries.reference} {queries.quarter}"
        save_as(parent, "Save the queries", name, ".xlsx", "Making the list", queries_as_workbook, queries)
