"""Beside the sheet: what only a person can say, then how the register is brought in, its columns, and its providers."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QApplication, QComboBox, QHBoxLayout, QLineEdit, QWidget

from db.incoming.choices import Choices, Past
from db.incoming.plan import Plan, answered
from db.incoming.plan_parts import ColumnPlan, Question
from db.returns.cells import address
from db.returns.understanding.questions import About, Choice
from db.returns.understanding.questions import Question as Asked
from desktop.bringing_in.old_menus import column_menu
from desktop.importing.question_card import QuestionCard
from desktop.look.parts import GAP, button, label, prose
from desktop.look.theme import theme
from desktop.screens.detail import Detail

_MOST = 25
_ABOUT = {"order": About.DATE_ORDER, "swapped": About.DATE_ORDER}
_PAST = {
    Past.AS_THEY_ARE: "Bring them in as they are",
    Past.AS_ENDED: "Record each as ended on its last day",
    Past.LEAVE_OUT: "Leave them out",
}


class OldPane(Detail):
    """What was understood of a register.

    Signals:
        chosen: the officer chose something (the Choices as they are now).
        pointed: a cell is to be shown: sheet, address.
    """

    chosen = Signal(object)
    pointed = Signal(str, str)

    def __init__(self) -> None:
        super().__init__("oldUnderstood", "What was understood")
        self.cards: list[QuestionCard] = []
        self._choices = Choices()
        self._shown: tuple[Plan, str] | None = None
        self._least()
        theme().changed.connect(self._least)

    def show_plan(self, plan: Plan, choices: Choices, sheet: str) -> None:
        """Say what was understood, and of one sheet which column is what."""
        if self._shown is not None and self._shown[0] is plan and self._shown[1] == sheet:
            return
        self._shown = (plan, sheet)
        had_keyboard = self.isAncestorOf(QApplication.focusWidget() or self)
        where = self.verticalScrollBar().value()
        self._choices = choices
        self.begin("")
        self._questions(plan)
        self._remarks(plan)
        self._ways(plan)
        self._columns(plan, sheet)
        self._providers(plan)
        QTimer.singleShot(0, self, lambda: self._return(where, had_keyboard))

    def focus_question(self) -> None:
        """Put the keyboard on the first question."""
        if self.cards:
            self.cards[0].first.setFocus()

    def _return(self, where: int, had_keyboard: bool) -> None:
        self.verticalScrollBar().setValue(where)
        if had_keyboard:
            self.focus_question()

    def _questions(self, plan: Plan) -> None:
        self.cards = []
        count = len(plan.questions)
        if not count:
            self.say("Nothing to settle", "groupTitle")
            self.say("Look at the cells listed below, then bring the rows in.", "quiet")
            return
        self.say("1 question" if count == 1 else f"{count:,} questions", "groupTitle")
        for number, question in enumerate(plan.questions[:_MOST]):
            card = QuestionCard(_asked(question, number), number)
            card.answered.connect(lambda _key, choice, question=question: self._answer(question, int(choice)))
            card.pointed.connect(lambda question=question: self._point(question))
            self.cards.append(card)
            self.add(card)
        if count > _MOST:
            self.say(f"{count - _MOST:,} more follow once these are answered.", "quiet")

    def _answer(self, question: Question, at: int) -> None:
        self.chosen.emit(answered(self._choices, question, question.answers[at][1]))

    def _point(self, question: Question) -> None:
        sheet, row = question.rows[0]
        column = question.key[1] if isinstance(question.key, tuple) else 1
        self.pointed.emit(sheet, address(row, column))

    def _remarks(self, plan: Plan) -> None:
        if plan.remarks:
            self.group("To know")
            for each in plan.remarks:
                self.say(each)

    def _ways(self, plan: Plan) -> None:
        self.group("How it is brought in")
        past = QComboBox()
        past.setObjectName("pastContracts")
        past.addItems(list(_PAST.values()))
        past.setCurrentIndex(list(_PAST).index(plan.past))
        past.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        past.activated.connect(lambda at: self._choose(past=list(_PAST)[at]))
        self._under("Contracts whose end has passed", past)
        self._line("Rows without a reference are numbered after", "prefix", self._choices.prefix, "they wait")
        self._line("Who pays what is stated a year", "partner", self._choices.partner, "")

    def _under(self, words: str, control: QWidget) -> None:
        said = label(words, "fieldLabel")
        said.setWordWrap(True)
        said.setBuddy(control)
        control.setAccessibleName(words)
        self.add(said)
        self.add(control)

    def _line(self, words: str, name: str, held: str, blank: str) -> None:
        line = QLineEdit(held)
        line.setObjectName(f"old {name}")
        line.setPlaceholderText(blank)
        line.editingFinished.connect(lambda: self._typed(name, held, line.text().strip()))
        self._under(words, line)

    def _typed(self, name: str, before: str, text: str) -> None:
        if text != before and not (name == "partner" and not text):
            self._choose(**{name: text})

    def _choose(self, **said: Any) -> None:
        self.chosen.emit(replace(self._choices, **said))

    def _columns(self, plan: Plan, name: str) -> None:
        sheet = next((each for each in plan.sheets if each.name == name), None)
        if sheet is None:
            self._offer_sheet(plan, name)
            return
        self.group("Columns of this sheet")
        for column in sheet.columns:
            self._column(name, column)
        if len(plan.sheets) > 1:
            rest = frozenset(each.name for each in plan.sheets) - {name}
            self.add(_button("Leave this sheet out", "leaveSheet", lambda: self._choose(sheets=rest)))

    def _offer_sheet(self, plan: Plan, name: str) -> None:
        self.group("This sheet is left aside")
        wanted = frozenset(each.name for each in plan.sheets) | {name}
        self.add(_button("Bring this sheet in too", "takeSheet", lambda: self._choose(sheets=wanted)))

    def _column(self, sheet: str, column: ColumnPlan) -> None:
        letter = address(1, column.number)[:-1]
        words = column.field.value if column.field else "not taken in"
        made = _button(f"{letter}: {words}", f"column{letter}", None)
        made.setToolTip(column.evidence)
        made.setMenu(column_menu(sheet, column, self._choices, self.chosen.emit, made))
        line, holder = QHBoxLayout(), QWidget()
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(GAP)
        line.addWidget(made)
        line.addWidget(prose(column.heading or "no heading", "quiet"), 1)
        holder.setLayout(line)
        self.add(holder)

    def _providers(self, plan: Plan) -> None:
        if plan.providers:
            self.group(f"{len(plan.providers):,} new provider{'s' if len(plan.providers) > 1 else ''}")
            self._names([each.name for each in plan.providers])
        if plan.aliases:
            self.group("New names of providers")
            self._names([f"{each.provider}: also {each.name}" for each in plan.aliases])

    def _names(self, names: Sequence[str]) -> None:
        for name in names[:_MOST]:
            self.say(name)
        if len(names) > _MOST:
            self.say(f"and {len(names) - _MOST:,} more", "quiet")

    def _least(self) -> None:
        self.setMinimumHeight(self.fontMetrics().height() * 12)


def _button(words: str, name: str, do: Callable[[], object] | None) -> Any:
    made = button(words.replace("&", "&&"), name)
    made.setAccessibleName(words)
    if do:
        made.clicked.connect(lambda: do())
    return made


def _asked(question: Question, number: int) -> Asked:
    """A question in the words the card knows."""
    cells = tuple(f"A{row}" for _, row in question.rows)
    sheet = question.rows[0][0] if question.rows else ""
    choices = tuple(Choice(str(at), words) for at, (words, _) in enumerate(question.answers))
    return Asked(str(number), _ABOUT.get(question.kind, About.TWICE), sheet, cells, question.sentence, choices)
