"""What will follow from what is typed, told while it is typed."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop.look import icons
from desktop.look.palette import Tone
from desktop.look.parts import label, prose
from desktop.look.theme import theme

Told = tuple[Tone, str, Sequence[str]]
"""A tone, the sentence itself, and its working line by line."""


class Consequence(QFrame):
    """A panel of what follows: each a sentence with its state, and the working under it."""

    def __init__(self, name: str, heading: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setProperty("role", "card")
        self.setAccessibleName(heading)
        self._heading = heading
        self._icons: list[tuple[QLabel, Tone]] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(16, 12, 16, 12)
        self._column.setSpacing(8)
        self._column.addWidget(label(heading, "fieldLabel"))
        self._inside = QWidget()
        self.told: tuple[Told, ...] = ()
        """What is said now."""
        theme().changed.connect(self._colour)

    def tell(self, told: Sequence[Told]) -> None:
        """Say this and nothing else."""
        if tuple(told) == self.told:
            return
        self.told = tuple(told)
        self._inside.setParent(None)
        self._inside.deleteLater()
        self._inside = QWidget()
        self._icons = []
        column = QVBoxLayout(self._inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for line in self.told:
            column.addWidget(self._line(*line))
        self._column.addWidget(self._inside)
        self._colour()
        self.setAccessibleDescription(" ".join(sentence for _, sentence, _ in self.told))

    def words(self) -> str:
        """All that is said, as one text."""
        return "\n".join("\n".join((sentence, *working)) for _, sentence, working in self.told)

    def _line(self, tone: Tone, sentence: str, working: Sequence[str]) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        mark = QLabel()
        self._icons.append((mark, tone))
        row.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(prose(sentence))
        for step in working:
            words.addWidget(prose(step, "quiet"))
        row.addLayout(words, 1)
        return holder

    def _colour(self) -> None:
        for mark, tone in self._icons:
            name = "information" if tone is Tone.NEUTRAL else tone.value
            ink = theme().tokens.pair(tone).ink
            mark.setPixmap(icons.pixmap(name, ink, self.fontMetrics().height() + 2, self.devicePixelRatioF()))
