"""What a record lacks, told under the field it is about; a warning can be passed over with a reason."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop.look import icons
from desktop.look.palette import Tone
from desktop.look.parts import button, prose
from desktop.look.theme import theme


@dataclass(frozen=True, slots=True)
class Missing:
    """One thing a record lacks, in words, with the source that asks for it."""

    check: str
    """The check's number, such as C06."""
    field: str
    """What it is about, by its path in a decision, such as text.reasons."""
    sentence: str
    source: str
    is_blocking: bool
    passed_over: str = ""
    """Why an officer passed it over."""

    @property
    def tone(self) -> Tone:
        """Its colour and icon."""
        if self.passed_over:
            return Tone.NEUTRAL
        return Tone.OVERDUE if self.is_blocking else Tone.SOON

    @property
    def words(self) -> str:
        """The sentence; why it was passed over, where it was."""
        return f"{self.sentence} Passed over: {self.passed_over}" if self.passed_over else self.sentence


class GapNotes(QWidget):
    """The notes under one field. Nothing is shown while nothing is missing."""

    passed = Signal(object)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(f"{name}Gaps")
        self._name = name
        self._told: tuple[tuple[Missing, ...], bool] = ((), False)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)
        self.hide()
        theme().changed.connect(self._again)

    def tell(self, missing: Sequence[Missing], *, can_pass: bool = True) -> None:
        """Say this and nothing else."""
        if self._told != (tuple(missing), can_pass):
            self._told = (tuple(missing), can_pass)
            self._again()

    def _again(self) -> None:
        while (item := self._column.takeAt(0)) is not None:
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        missing, can_pass = self._told
        for each in missing:
            self._column.addWidget(self._line(each, can_pass))
        self.setVisible(bool(missing))

    def _line(self, missing: Missing, can_pass: bool) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        mark = QLabel()
        side = self.fontMetrics().height()
        name = "information" if missing.tone is Tone.NEUTRAL else missing.tone.value
        mark.setPixmap(icons.pixmap(name, theme().tokens.pair(missing.tone).ink, side, self.devicePixelRatioF()))
        row.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        words = prose(missing.words)
        words.setToolTip(missing.source)
        row.addWidget(words, 1)
        if can_pass and not missing.is_blocking:
            row.addWidget(self._way_past(missing), 0, Qt.AlignmentFlag.AlignTop)
        return holder

    def _way_past(self, missing: Missing) -> QWidget:
        said = "Change the reason…" if missing.passed_over else "Pass over…"
        made = button(said, f"{self._name}Pass{missing.check}", role="link")
        made.setAccessibleName(f"{said.rstrip('…')}: {missing.sentence}")
        made.clicked.connect(lambda: self.passed.emit(missing))
        return made
