"""A layout that sets its widgets in a row and goes on below where the row is full, as words do."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


class Flow(QLayout):
    """Left to right, then the next line."""

    def __init__(self, gap: int = 8, parent: QWidget | None = None, *, is_level: bool = False) -> None:
        """Level widgets have their middles in line; else their tops are."""
        super().__init__(parent)
        self._gap, self._is_level = gap, is_level
        self._items: list[QLayoutItem] = []
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._set(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, area: QRect) -> None:
        super().setGeometry(area)
        self._set(area, move=True)

    def sizeHint(self) -> QSize:
        width = sum(item.sizeHint().width() + self._gap for item in self._items if not item.isEmpty())
        return QSize(width, self.minimumSize().height())

    def minimumSize(self) -> QSize:
        size = QSize()
        for item in self._items:
            size = size.expandedTo(item.minimumSize())
        return size

    def _set(self, area: QRect, *, move: bool) -> int:
        top = area.top()
        for line in self._lines(area.width()):
            height = max(item.sizeHint().height() for item in line)
            left = area.left()
            for item in line if move else ():
                hint = item.sizeHint()
                down = (height - hint.height()) // 2 if self._is_level else 0
                item.setGeometry(QRect(QPoint(left, top + down), hint))
                left += hint.width() + self._gap
            top += height + self._gap
        return max(top - self._gap - area.top(), 0)

    def _lines(self, width: int) -> list[list[QLayoutItem]]:
        """The items as they stand beside each other."""
        lines: list[list[QLayoutItem]] = []
        left = 0
        for item in (each for each in self._items if not each.isEmpty()):
            wide = item.sizeHint().width()
            if not lines or left + wide > width:
                lines.append([])
                left = 0
            lines[-1].append(item)
            left += wide + self._gap
        return lines
