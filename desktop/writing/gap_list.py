"""Everything a record lacks as one list: choosing a line leads to its field, F8 to the next."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from desktop.look import icons
from desktop.look.palette import Tone
from desktop.look.parts import label
from desktop.look.theme import theme
from desktop.writing.gap_notes import Missing


class GapList(QWidget):
    """What is missing, the blocking first."""

    followed = Signal(object)
    """The officer wants to go to a Missing's field."""

    def __init__(self) -> None:
        super().__init__()
        self._missing: tuple[Missing, ...] = ()
        self._at: Missing | None = None
        """What was gone to last; it may be mended since."""
        self._row = 0
        """Where in the list it stood."""
        self.title = label("", "groupTitle")
        self.lines = QListWidget()
        self.lines.setObjectName("recordGaps")
        self.lines.setAccessibleName("What is missing")
        self.lines.setFrameShape(QFrame.Shape.NoFrame)
        self.lines.setWordWrap(True)
        self.lines.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.lines.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.lines.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.lines.itemActivated.connect(self._follow)
        self.lines.itemClicked.connect(self._follow)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 8, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.title)
        column.addWidget(self.lines, 1)
        theme().changed.connect(self._draw)

    def tell(self, missing: Sequence[Missing]) -> None:
        """Show these."""
        ordered = tuple(sorted(missing, key=_urgency))
        if ordered == self._missing and self.title.text():
            return
        self._missing = ordered
        self._draw()

    def step(self, by: int) -> None:
        """Go to the next, or the one before, that still asks for something; round and round."""
        asking = [row for row, each in enumerate(self._missing) if not each.passed_over]
        if not asking:
            return
        is_there = self._at in self._missing
        now = self._missing.index(self._at) if self._at and is_there else self._row - (by > 0)
        further = [row for row in asking if (row > now if by > 0 else row < now)]
        row = (further or asking)[0] if by > 0 else (further or asking)[-1]
        self._go(row)

    def start_over(self) -> None:
        """The next step leads to the first."""
        self._at, self._row = None, 0

    def _go(self, row: int) -> None:
        self._at, self._row = self._missing[row], row
        self.lines.setCurrentRow(row)
        self.followed.emit(self._at)

    def _draw(self) -> None:
        self.lines.clear()
        for each in self._missing:
            name = "information" if each.tone is Tone.NEUTRAL else each.tone.value
            icon = icons.pixmap(name, theme().tokens.pair(each.tone).ink, self.fontMetrics().height())
            item = QListWidgetItem(icon, each.words, self.lines)
            item.setToolTip(f"{each.check}: {each.source}")
            kind = "passed over" if each.passed_over else "must be mended" if each.is_blocking else "to look at"
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{kind}: {each.words}")
        self.lines.setCurrentRow(self._missing.index(self._at) if self._at in self._missing else -1)
        self.title.setText(_counted(self._missing))

    def _follow(self, item: QListWidgetItem) -> None:
        self._go(self.lines.row(item))


def _urgency(missing: Missing) -> int:
    return 2 if missing.passed_over else 0 if missing.is_blocking else 1


def _counted(missing: Sequence[Missing]) -> str:
    gaps = sum(each.is_blocking for each in missing)
    warnings = sum(not each.is_blocking and not each.passed_over for each in missing)
    if not gaps and not warnings:
        return "Nothing is missing"
    told = [f"{gaps} to mend before signing"] if gaps else []
    told += [f"{warnings} to look at"] if warnings else []
    return ", ".join(told)
