"""What a contract's provider reports each quarter: the measures, what is aimed at, and how each is rated."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QListWidget, QVBoxLayout, QWidget

from db.rules.contract import Contract
from db.rules.monitoring import Measure, MeasureUnit
from db.rules.written_measures import WrittenMeasure, read_measure, write_measure, wrong_among, wrong_in
from desktop.dialogs.act_dialog import ActDialog
from desktop.dialogs.measure_fields import MeasureFields
from desktop.fields.field import Field
from desktop.fields.form import Problem
from desktop.look.parts import GAP, MARGIN, button, icon_button

_LIST = 32
"""Characters the list of measures is wide."""
_ROOM = 100
"""Characters of width from which the fields stand beside the list."""


class MeasuresDialog(ActDialog[tuple[Measure, ...]]):
    """The measures in order at the left; what is chosen there is written at the right."""

    wide = 136

    def __init__(self, contract: Contract, measures: Sequence[Measure], parent: QWidget | None = None) -> None:
        intro = (
            f"{contract.reference}: {contract.title}. These are asked on its blank returns. "
            "A measure left out is withdrawn; what was reported on it stays."
        )
        super().__init__("Measures", f"&Set measures of {contract.reference}", parent, intro=intro)
        self._drafts: list[WrittenMeasure] = [write_measure(each) for each in measures] or [WrittenMeasure("")]
        self._at = -1
        self.list = QListWidget()
        self.fields = MeasureFields()
        self.form.add_widget(self._halves())
        for field in self.fields.all:
            self.form.fields.append(field)
        self.list.currentRowChanged.connect(self._turn)
        self.fields.changed.connect(self._follow)
        self._relist(0)

    def value(self) -> tuple[Measure, ...]:
        self._store()
        return tuple(read_measure(each) for each in self._drafts)

    def rules(self) -> Sequence[Problem]:
        """What is wrong with the first measure that cannot be followed, which is then shown."""
        self._store()
        for at, draft in enumerate(self._drafts):
            if wrong := wrong_in(draft):
                self.list.setCurrentRow(at)
                return [(self.fields.of(part), sentence) for part, sentence in wrong]
        if among := wrong_among(self._drafts):
            at, part, sentence = among
            self.list.setCurrentRow(at)
            return [(self.fields.of(part), sentence)]
        return ()

    def concerning(self) -> Sequence[tuple[str, Field]]:
        return (("worked out", self.fields.numerator), ("band", self.fields.bands), ("target", self.fields.targets))

    def add(self) -> None:
        """Another measure at the end, to be written."""
        self._store()
        self._drafts.append(WrittenMeasure(""))
        self._relist(len(self._drafts) - 1)
        self.fields.name_field.focus()

    def remove(self) -> None:
        """Leave the chosen measure out; one is always there to be written."""
        del self._drafts[self._at]
        self._at = -1
        at = max(0, min(self.list.currentRow(), len(self._drafts) - 1))
        self._drafts = self._drafts or [WrittenMeasure("")]
        self._relist(at)

    def shift(self, by: int) -> None:
        """Move the chosen measure up or down."""
        self._store()
        at, to = self._at, self._at + by
        if 0 <= to < len(self._drafts):
            self._drafts.insert(to, self._drafts.pop(at))
            self._at = -1
            self._relist(to)

    def _halves(self) -> QWidget:
        made = QWidget()
        self._across = across = QBoxLayout(QBoxLayout.Direction.LeftToRight, made)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(MARGIN)
        left = QVBoxLayout()
        left.setSpacing(GAP)
        self.list.setObjectName("measureList")
        self.list.setAccessibleName("Measures, in order")
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        left.addWidget(self.list, 1)
        left.addLayout(self._buttons_below())
        across.addLayout(left)
        across.addWidget(self.fields, 1)
        return made

    def _is_roomy(self, width: int) -> bool:
        return width >= _ROOM * self.fontMetrics().averageCharWidth()

    def _room(self, width: int) -> int:
        """Beside the list there is less room for the fields; in a narrow window they stand below it."""
        beside = _LIST * self.fontMetrics().averageCharWidth() + MARGIN if self._is_roomy(width) else 0
        return super()._room(width) - beside

    def resizeEvent(self, event: QResizeEvent) -> None:
        roomy, one = self._is_roomy(self.width()), self.fontMetrics()
        ways = QBoxLayout.Direction
        self._across.setDirection(ways.LeftToRight if roomy else ways.TopToBottom)
        self.list.setMaximumWidth(_LIST * one.averageCharWidth() if roomy else 16_777_215)
        self.list.setMinimumHeight(7 * one.height())
        self.list.setMaximumHeight(16_777_215 if roomy else 9 * one.height())
        super().resizeEvent(event)

    def _buttons_below(self) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(4)
        add = button("&Add measure", "addMeasure", icon="add")
        add.setAutoDefault(False)
        add.clicked.connect(self.add)
        up = icon_button("chevron-up", "Move up", "measureUp")
        down = icon_button("chevron-down", "Move down", "measureDown")
        out = icon_button("close", "Leave this measure out", "measureOut")
        up.clicked.connect(lambda: self.shift(-1))
        down.clicked.connect(lambda: self.shift(1))
        out.clicked.connect(self.remove)
        line.addWidget(add)
        line.addStretch(1)
        for each in (up, down, out):
            line.addWidget(each)
        return line

    def _relist(self, at: int) -> None:
        self.list.blockSignals(True)
        self.list.clear()
        self.list.addItems([_listed(number, each) for number, each in enumerate(self._drafts, 1)])
        self.list.setCurrentRow(at)
        self.list.blockSignals(False)
        self._at = -1
        self._turn(at)

    def _turn(self, at: int) -> None:
        """Show another measure, keeping what was written of the one before."""
        self._store()
        if 0 <= at < len(self._drafts):
            self._at = at
            others = [each.name for each in self._drafts if each.name.strip() and each is not self._drafts[at]]
            self.fields.write(self._drafts[at], others)

    def _store(self) -> None:
        if 0 <= self._at < len(self._drafts):
            before = self._drafts[self._at]
            self._drafts[self._at] = replace(self.fields.read(), id=before.id)

    def _follow(self) -> None:
        self._store()
        if item := self.list.item(self._at):
            item.setText(_listed(self._at + 1, self._drafts[self._at]))


def _listed(number: int, draft: WrittenMeasure) -> str:
    name = draft.name.strip() or "A new measure"
    rule = "words" if draft.unit is MeasureUnit.WORDS else draft.rule.value
    return f"{number}. {name}\n    {rule}"
