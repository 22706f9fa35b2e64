"""Effects on contracts, each on two rows, so that a long reference is read whole on a narrow page."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QStringListModel, Qt, Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from db.rules.decision import ContractId, EffectKind
from desktop.fields.field import Field
from desktop.look.parts import button, icon_button

Row = tuple[Any, ...]
"""A contract's id, what is done to it, and a detail; None where one is not chosen yet."""

KINDS = tuple(EffectKind)


class EffectLine(QWidget):
    """One effect: the contract above, what is done to it below."""

    changed = Signal()
    removed = Signal(object)

    def __init__(self, contracts: QAbstractItemModel, kinds: QAbstractItemModel) -> None:
        super().__init__()
        self.contract, self.kind, self.detail = _choice(contracts, 12), _choice(kinds, 14), QLineEdit()
        self.remove = icon_button("close", "Remove", "effectRemove")
        self.remove.clicked.connect(lambda: self.removed.emit(self))
        self.detail.setPlaceholderText("Detail")
        self.detail.setMinimumWidth(8 * self.fontMetrics().averageCharWidth())
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 4)
        grid.setSpacing(4)
        grid.addWidget(self.contract, 0, 0, 1, 2)
        grid.addWidget(self.remove, 0, 2)
        grid.addWidget(self.kind, 1, 0)
        grid.addWidget(self.detail, 1, 1)
        grid.setColumnStretch(1, 1)
        for chosen in (self.contract, self.kind):
            chosen.currentIndexChanged.connect(self.changed)
        self.detail.textChanged.connect(self.changed)

    def name(self, number: int) -> None:
        """Say which line it is, for who cannot see it."""
        for part, words in ((self.contract, "Contract"), (self.kind, "Effect"), (self.detail, "Detail")):
            part.setObjectName(f"effects{words}{number}")
            part.setAccessibleName(f"{words}, effect {number}")
        self.remove.setObjectName(f"effectsRemove{number}")
        self.remove.setAccessibleName(f"Remove effect {number}")
        self.remove.setToolTip(f"Remove effect {number}")


class EffectsField(Field):
    """Lines are added and taken away. A line in which nothing is chosen or typed says nothing."""

    def __init__(self, name: str, words: str, contracts: Sequence[tuple[ContractId, str]]) -> None:
        self._ids = [each for each, _ in contracts]
        self.lines: list[EffectLine] = []
        holder = QWidget()
        self._column = QVBoxLayout(holder)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self.add = button("Add an effect", f"{name}Add", icon="add", role="link")
        self._column.addWidget(self.add, alignment=Qt.AlignmentFlag.AlignLeft)
        super().__init__(name, words, holder, missing="-")
        self._contracts = QStringListModel(["Choose the contract", *(reference for _, reference in contracts)], self)
        self._kinds = QStringListModel(["Choose the effect", *(kind.value for kind in KINDS)], self)
        self.add.clicked.connect(self._add_and_enter)

    def write(self, rows: Sequence[Row]) -> None:
        """Put these lines there and no others."""
        for line in self.lines[len(rows) :]:
            self._drop(line)
        del self.lines[len(rows) :]
        for number, (contract, kind, detail) in enumerate(rows):
            line = self.lines[number] if number < len(self.lines) else self._append()
            line.contract.setCurrentIndex(self._ids.index(contract) + 1 if contract in self._ids else 0)
            line.kind.setCurrentIndex(KINDS.index(kind) + 1 if kind in KINDS else 0)
            line.detail.setText(str(detail or ""))
        self._say_numbers()
        self._touched()

    def read(self) -> tuple[Row, ...]:
        """The lines that say something."""
        rows = (self._row(line) for line in self.lines)
        return tuple(row for row in rows if any(row))

    def is_empty(self) -> bool:
        return not self.read()

    def focus(self) -> None:
        first = self.lines[0].contract if self.lines else self.add
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _row(self, line: EffectLine) -> Row:
        contract, kind = line.contract.currentIndex() - 1, line.kind.currentIndex() - 1
        return (
            self._ids[contract] if contract >= 0 else None,
            KINDS[kind] if kind >= 0 else None,
            line.detail.text().strip(),
        )

    def _append(self) -> EffectLine:
        line = EffectLine(self._contracts, self._kinds)
        line.changed.connect(self._touched)
        line.removed.connect(self._remove)
        self._column.insertWidget(len(self.lines), line)
        self.lines.append(line)
        return line

    def _add_and_enter(self) -> None:
        line = self._append()
        self._say_numbers()
        line.contract.setFocus(Qt.FocusReason.OtherFocusReason)
        self._touched()

    def _remove(self, line: EffectLine) -> None:
        self.lines.remove(line)
        self._drop(line)
        self._say_numbers()
        self._touched()
        self.add.setFocus(Qt.FocusReason.OtherFocusReason)

    def _drop(self, line: EffectLine) -> None:
        self._column.removeWidget(line)
        line.hide()
        line.deleteLater()

    def _say_numbers(self) -> None:
        for number, line in enumerate(self.lines, 1):
            line.name(number)


def _choice(choices: QAbstractItemModel, characters: int) -> QComboBox:
    made = QComboBox()
    made.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    made.setMinimumContentsLength(characters)
    made.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    made.setModel(choices)
    return made
