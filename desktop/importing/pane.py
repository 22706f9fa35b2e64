"""Beside the sheet, all that was understood: questions first, then what was settled, columns, measures, and notes."""

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QMenu, QPushButton

from db.returns.cells import address
from db.returns.taking.steps import Answered, Suggested
from db.returns.understanding.meaning import ColumnSuggestion, Meaning
from db.returns.understanding.understood import Understood
from desktop.importing.meaning_menu import column_menu, measure_menu
from desktop.importing.question_card import QuestionCard, SettledLine
from desktop.look.parts import GAP, button, prose
from desktop.look.theme import theme
from desktop.screens.detail import Detail

_MOST = 40
"""So many columns or labels are listed; the others are reached on the sheet."""
_MOST_QUESTIONS = 25


class Pane(Detail):
    """What was understood of the file.

    Signals:
        taken: the officer chose something (a Step).
        pointed: cells are to be shown: a sheet and addresses.
        settled: the last question was answered here, and the keyboard is free.
    """

    taken = Signal(object)
    settled = Signal()
    pointed = Signal(str, object)

    def __init__(self) -> None:
        super().__init__("understood", "What was understood")
        self.cards: list[QuestionCard] = []
        self._shown: tuple[Understood, str] | None = None
        self._least()
        theme().changed.connect(self._least)

    def _least(self) -> None:
        self.setMinimumHeight(self.fontMetrics().height() * 14)

    def show_file(self, understood: Understood, sheet: str) -> None:
        """Say what was understood of a file, and of one sheet's columns."""
        if self._shown is not None and self._shown[0] is understood and self._shown[1] == sheet:
            return
        self._shown = (understood, sheet)
        had_keyboard = self.isAncestorOf(QApplication.focusWidget() or self)
        place = self.verticalScrollBar().value()
        if had_keyboard:
            self.setFocus()
        self.begin("")
        self._questions(understood)
        self._changes(understood)
        self._personal(understood)
        self._columns(understood, sheet)
        self._measures(understood, sheet)
        self._settled(understood)
        self._notes(understood)
        QTimer.singleShot(0, self, lambda: self._return(place, had_keyboard))

    def _return(self, place: int, had_keyboard: bool) -> None:
        self.verticalScrollBar().setValue(place)
        if had_keyboard and self.cards:
            self.cards[0].first.setFocus()
        elif had_keyboard:
            self.settled.emit()

    def _questions(self, understood: Understood) -> None:
        self.cards = []
        found = understood.open_questions
        if not found:
            self.say("Nothing to settle", "groupTitle")
            self.say("Look at the figures below, then accept them.", "quiet")
            return
        self.say("1 question" if len(found) == 1 else f"{len(found)} questions", "groupTitle")
        if sum(each.suggested is not None for each in found) > 1:
            self.add(self._button("Take every &suggestion", lambda: self.taken.emit(Suggested())))
        for number, each in enumerate(found[:_MOST_QUESTIONS]):
            card = QuestionCard(each, number)
            card.answered.connect(lambda key, choice: self.taken.emit(Answered(key, choice)))
            card.pointed.connect(lambda each=each: self.pointed.emit(each.sheet, each.cells))
            self.cards.append(card)
            self.add(card)
        if len(found) > _MOST_QUESTIONS:
            self.say(f"{len(found) - _MOST_QUESTIONS} more follow once these are answered.", "quiet")

    def _changes(self, understood: Understood) -> None:
        if understood.changed:
            self.group("The layout changed")
            for each in understood.changed:
                self.say(each)

    def _personal(self, understood: Understood) -> None:
        found = [each for each in understood.columns if each.meaning is Meaning.PERSONAL]
        if found:
            self.group("Looks personal, not stored")
            for each in found[:_MOST]:
                self._column(understood, each, each.evidence)

    def _columns(self, understood: Understood, sheet: str) -> None:
        found = [each for each in understood.columns if each.sheet == sheet and each.meaning is not Meaning.PERSONAL]
        if found:
            self.group("Columns of this sheet")
            for each in found[:_MOST]:
                self._column(understood, each, "")
            if len(found) > _MOST:
                self.say(f"{len(found) - _MOST} more: press Enter on one of their cells.", "quiet")

    def _column(self, understood: Understood, column: ColumnSuggestion, evidence: str) -> None:
        letter = address(1, column.column)[:-1]
        name = column.name or "without a heading"
        words = f"{letter}: {column.meaning.value}"
        made = _with_menu(words, f"column{letter}{column.table}", evidence or column.evidence)
        made.clicked.connect(lambda: _pop(column_menu(column, understood.asked, self.taken.emit, made), made))
        self._pair(made, f"{name}. {evidence}" if evidence else name)

    def _measures(self, understood: Understood, sheet: str) -> None:
        rows = {each.label: each for each in understood.rows if each.sheet == sheet}
        if not rows or not understood.asked:
            return
        names = {each.id: each.name for each in understood.asked}
        self.group("Rows of this sheet")
        for number, row in enumerate(list(rows.values())[:_MOST]):
            found = names.get(row.measure, "left out") if row.measure else "left out"
            made = _with_menu(found, f"measure{number}", row.evidence)
            made.clicked.connect(
                lambda _=False, row=row, made=made: _pop(
                    measure_menu(row.label, row.measure, understood.asked, self.taken.emit, made), made
                )
            )
            self._pair(made, f"“{row.label}”")
        if len(rows) > _MOST:
            self.say(f"{len(rows) - _MOST} more rows have labels of their own.", "quiet")

    def _settled(self, understood: Understood) -> None:
        found = [each for each in understood.questions if not each.is_open and each.choices]
        if found:
            self.group("Settled")
            for number, each in enumerate(found[:_MOST_QUESTIONS]):
                line = SettledLine(each, number)
                line.answered.connect(lambda key, choice: self.taken.emit(Answered(key, choice)))
                self.add(line)

    def _notes(self, understood: Understood) -> None:
        if understood.cells.notes:
            self.group("About the file")
            for each in understood.cells.notes:
                self.say(each, "quiet")

    def _pair(self, first: QPushButton, beside: str) -> None:
        """A link and, beside it, what it is about."""
        line = QHBoxLayout()
        line.setContentsMargins(-6, 0, 0, 0)
        line.setSpacing(GAP)
        line.addWidget(first, 0, Qt.AlignmentFlag.AlignTop)
        said = prose(beside, "quiet")
        said.setContentsMargins(0, 6, 0, 0)
        line.addWidget(said, 1)
        self._add_layout(line)

    def _button(self, words: str, do: Callable[[], object]) -> QPushButton:
        made = button(words, "takeSuggestions")
        made.clicked.connect(lambda: do())
        return made


def _with_menu(words: str, name: str, why: str) -> QPushButton:
    made = button(words.replace("&", "&&"), name, role="link")
    made.setAccessibleName(words)
    made.setToolTip(why)
    made.setAccessibleDescription(why)
    return made


def _pop(menu: QMenu, under: QPushButton) -> None:
    menu.aboutToHide.connect(menu.deleteLater)
    menu.popup(under.mapToGlobal(under.rect().bottomLeft()))
