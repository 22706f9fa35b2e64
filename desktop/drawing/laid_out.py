"""A drawing that is laid out for its width and its type."""

from PySide6.QtCore import QEvent
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget


class LaidOut(QWidget):
    """Lays itself out again when it is given another width or another type."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._again()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._again()

    def _again(self) -> None:
        """Work out anew where everything stands. Each drawing's own."""
        raise NotImplementedError
