"""A question of a file: what is asked and why, answered by one of its choices, each with what it does."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QComboBox, QFrame, QHBoxLayout, QRadioButton, QVBoxLayout, QWidget

from db.returns.understanding.questions import Choice, Question
from desktop.look.parts import button, prose
from desktop.screens.detail import linked

_FEW = 4


class QuestionCard(QFrame):
    """One open question.

    Signals:
        answered: the question's key and the choice.
        pointed: its cells are to be shown.
    """

    answered = Signal(str, str)
    pointed = Signal()

    def __init__(self, question: Question, number: int) -> None:
        super().__init__()
        self.question = question
        self.setObjectName(f"question{number}")
        self.setProperty("role", "card")
        self.setAccessibleName(question.text)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 10)
        column.setSpacing(4)
        column.addWidget(prose(question.text, "fieldLabel"))
        if question.evidence:
            column.addWidget(prose(question.evidence, "quiet"))
        self.first: QWidget = self._radios(column) if len(question.choices) <= _FEW else self._box(column)
        if question.cells:
            self._add_link(column)

    def _radios(self, column: QVBoxLayout) -> QWidget:
        group = QButtonGroup(self)
        made = [self._radio(each) for each in self.question.choices]
        for at, (each, choice) in enumerate(zip(made, self.question.choices, strict=True)):
            group.addButton(each, at)
            column.addWidget(each)
            if choice.effect:
                told = prose(choice.effect, "quiet")
                told.setContentsMargins(self.fontMetrics().averageCharWidth() * 4, 0, 0, 0)
                column.addWidget(told)
        group.idClicked.connect(lambda at: self._answer(self.question.choices[at].value))
        return made[0] if made else self

    def _radio(self, choice: Choice) -> QRadioButton:
        is_suggested = choice.value == self.question.suggested
        made = QRadioButton(f"{choice.label} (suggested)".replace("&", "&&") if is_suggested else choice.label)
        made.setObjectName(f"choice {choice.value}")
        made.setAccessibleName(f"{self.question.text} {choice.label}")
        made.setAccessibleDescription(choice.effect)
        return made

    def _box(self, column: QVBoxLayout) -> QWidget:
        box = choice_box(self.question)
        act = button("Take this", "takeChoice")
        act.clicked.connect(lambda: self._answer(str(box.currentData())))
        line = QHBoxLayout()
        line.addWidget(box, 1)
        line.addWidget(act)
        column.addLayout(line)
        return box

    def _add_link(self, column: QVBoxLayout) -> None:
        count = len(self.question.cells)
        words = f"Show cell {self.question.cells[0]}" if count == 1 else f"Show the {count} cells"
        column.addWidget(linked(words, f"{self.objectName()}Cells", self.pointed.emit), 0, Qt.AlignmentFlag.AlignLeft)

    def _answer(self, choice: str) -> None:
        self.answered.emit(self.question.key, choice)


class SettledLine(QWidget):
    """A question that is settled: by what it was settled, and a box to answer it otherwise."""

    answered = Signal(str, str)

    def __init__(self, question: Question, number: int) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 4)
        column.setSpacing(2)
        column.addWidget(prose(question.text))
        if question.evidence:
            column.addWidget(prose(question.evidence, "quiet"))
        self.box = choice_box(question)
        self.box.setObjectName(f"settled{number}")
        self.box.activated.connect(lambda _at: self.answered.emit(question.key, str(self.box.currentData())))
        column.addWidget(self.box)


def choice_box(question: Question) -> QComboBox:
    """The choices of a question in a box, on the one in force or suggested."""
    box = QComboBox()
    box.setObjectName("choices")
    box.setAccessibleName(question.text)
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    box.setMinimumContentsLength(12)
    for at, each in enumerate(question.choices):
        box.addItem(f"{each.label} (suggested)" if each.value == question.suggested else each.label, each.value)
        box.setItemData(at, each.effect, Qt.ItemDataRole.ToolTipRole)
    wanted = question.answered or question.suggested
    values = [each.value for each in question.choices]
    box.setCurrentIndex(values.index(wanted) if wanted in values else 0)
    return box
