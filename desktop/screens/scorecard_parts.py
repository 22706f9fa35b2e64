"""What a scorecard's page is made of besides its table and charts: grids, remarks, words, the ladder."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from db.rules.dates import show_day
from db.rules.ladder import Escalation
from db.rules.scorecard import ContractScores
from desktop.look.palette import Tone
from desktop.look.parts import GAP, label, prose
from desktop.screens.detail import StateMark, linked
from desktop.tables.columns import Chip
from exports import scorecard_words as words

Taken = Sequence[tuple[str, Escalation]]


def words_grid(table: words.Words) -> QWidget:
    """A small table of words: the first column left, the others right."""
    made = QWidget()
    made.setAccessibleName(table.caption)
    grid = QGridLayout(made)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(2 * GAP)
    grid.setVerticalSpacing(4)
    grid.setColumnStretch(0, 1)
    for at, heading in enumerate(table.headings):
        grid.addWidget(_sided(label(heading, "quiet"), right=at > 0), 0, at)
    for row, cells in enumerate(table.rows, 1):
        for at, text in enumerate(cells):
            grid.addWidget(_sided(prose(text) if at == 0 else label(text), right=at > 0), row, at)
    return made


def spend_part(contract: ContractScores) -> QWidget:
    """Spend against profile, and how it stands as a chip and in words."""
    made, column = _column()
    if contract.spend is None:
        column.addWidget(
            prose(
                "No spend is shown: it needs a measure in pounds that tells what was spent, and the contract’s funding "
                "or rate a year.",
                "quiet",
            )
        )
        return made
    rating = contract.spend.rating
    column.addWidget(StateMark(Chip(Tone(rating.tone), rating.word)))
    column.addWidget(words_grid(words.spend(contract.spend)))
    column.addWidget(prose(words.spend_standing(contract.spend), "quiet"))
    return made


def remarks_part(remarks: Sequence[str]) -> QWidget:
    """Why measures are not green, a line each."""
    made, column = _column(4)
    for each in remarks:
        column.addWidget(prose(each))
    return made


def narratives_part(contracts: Sequence[ContractScores]) -> QWidget:
    """What providers wrote in the quarter."""
    made, column = _column()
    for contract in contracts:
        for each in contract.narratives:
            whose = f"{contract.reference}, {each.name}" if len(contracts) > 1 else each.name
            column.addWidget(prose(whose, "fieldLabel"))
            column.addWidget(prose(each.words))
    if column.count() == 0:
        column.addWidget(prose("The provider wrote nothing for this quarter.", "quiet"))
    return made


def ladder_part(taken: Taken, day: date, settle: Callable[[str], object]) -> QWidget:
    """The rungs of the ladder taken, oldest first, each with what can be done about it."""
    made = QWidget()
    grid = QGridLayout(made)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(2 * GAP)
    grid.setVerticalSpacing(6)
    grid.setColumnStretch(1, 1)
    for row, (escalation_id, each) in enumerate(taken):
        grid.addWidget(StateMark(step_chip(each, day)), row, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(prose(_step_words(each)), row, 1)
        if each.settled_on is None:
            link = linked("Settle…", f"settle{row}", partial(settle, escalation_id))
            link.setAccessibleName(f"Settle the {each.rung}")
            grid.addWidget(link, row, 2, Qt.AlignmentFlag.AlignTop)
    if not taken:
        grid.addWidget(prose("No step was taken about this contract’s performance.", "quiet"), 0, 0, 1, 3)
    return made


def step_chip(taken: Escalation, day: date) -> Chip:
    """Whether a step is open, overdue or settled on a day."""
    if taken.is_overdue_on(day):
        return Chip(Tone.OVERDUE, "Answer overdue")
    return Chip(Tone.SOON, "Open") if taken.is_open_on(day) else Chip(Tone.DONE, "Settled")


def _step_words(taken: Escalation) -> str:
    rung = f"{taken.rung.value.capitalize()}, {show_day(taken.taken_on)}: {taken.reason}"
    due = f" Answer by {show_day(taken.answer_by)}." if taken.answer_by else ""
    settled = f" Settled on {show_day(taken.settled_on)}." if taken.settled_on else ""
    return f"{rung.rstrip('.')}.{due}{settled}"


def _column(gap: int = GAP) -> tuple[QWidget, QVBoxLayout]:
    made = QWidget()
    column = QVBoxLayout(made)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(gap)
    return made, column


def _sided(made: QLabel, *, right: bool) -> QLabel:
    side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
    made.setAlignment(side | Qt.AlignmentFlag.AlignTop)
    return made
