"""The sections of a record as a list, each with how far it has come."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from desktop.look import icons
from desktop.look.fonts import sized
from desktop.look.theme import theme
from desktop.writing.standing import Progress

_PROGRESS = Qt.ItemDataRole.UserRole
_PAD = 8
_CHARACTERS = 22
"""How much of a title is seen at least."""


class SectionList(QListWidget):
    """Up and down go from section to section; the page follows."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("recordSections")
        self.setAccessibleName("Sections of the record")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setItemDelegate(_Row(self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        theme().changed.connect(self._measure)

    def offer(self, titles: Sequence[str]) -> None:
        """Show these sections, none of them judged yet."""
        self.blockSignals(True)
        self.clear()
        self.addItems(list(titles))
        self.blockSignals(False)
        self._measure()

    def judge(self, standings: Sequence[Progress]) -> None:
        """Say how far each has come."""
        for row, standing in enumerate(standings):
            item = self.item(row)
            item.setData(_PROGRESS, standing.name)
            said = f"{item.text()}, {standing.word}" if standing.word else item.text()
            item.setData(Qt.ItemDataRole.AccessibleTextRole, said)
            item.setToolTip(said)

    def progress(self, row: int) -> Progress:
        """How far a section has come."""
        return progress_of(self.item(row))

    def _measure(self) -> None:
        self.setMinimumWidth(_CHARACTERS * self.fontMetrics().averageCharWidth())
        height = self.fontMetrics().height() + 12
        for row in range(self.count()):
            self.item(row).setSizeHint(QSize(0, height))


def progress_of(item: QListWidgetItem) -> Progress:
    """How far an item's section has come."""
    name = item.data(_PROGRESS)
    return Progress[name] if name else Progress.EMPTY


class _Row(QStyledItemDelegate):
    """Icon, title, and the word for how far it has come."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        tokens, area = theme().tokens, option.rect
        progress = Progress[index.data(_PROGRESS)] if index.data(_PROGRESS) else Progress.EMPTY
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(area, QColor(tokens.selection))
        side = option.fontMetrics.height()
        ink = tokens.pair(progress.tone).ink
        if progress.word:
            name = progress.tone.value
            top = area.center().y() - side // 2
            painter.drawPixmap(
                area.left() + _PAD, top, icons.pixmap(name, ink, side, painter.device().devicePixelRatio())
            )
        words = area.adjusted(2 * _PAD + side, 0, -_PAD, 0)
        taken = _word(painter, words, option, progress.word, ink)
        painter.setFont(option.font)
        painter.setPen(QColor(tokens.text))
        title = words.adjusted(0, 0, -taken, 0)
        said = option.fontMetrics.elidedText(index.data() or "", Qt.TextElideMode.ElideRight, title.width())
        painter.drawText(title, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, said)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QColor(tokens.focus))
            painter.drawRect(area.adjusted(1, 1, -2, -2))
        painter.restore()


def _word(painter: QPainter, area: QRect, option: QStyleOptionViewItem, word: str, ink: str) -> int:
    """Write the word at the right; how much room it took."""
    if not word:
        return 0
    small = sized(option.font, 0.9)
    painter.setFont(small)
    painter.setPen(QColor(ink))
    painter.drawText(area, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, word)
    return QFontMetrics(small).horizontalAdvance(word) + _PAD
