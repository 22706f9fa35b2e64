"""The row of chips that narrows a list, each with how many rows it keeps."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QSizePolicy, QWidget

from desktop.look import icons
from desktop.look.fonts import sized
from desktop.look.palette import Pair, Tone
from desktop.look.theme import theme

_INSET = 10


class FilterChip(QAbstractButton):
    """A chip that is pressed to keep only its rows. It shows how many there are."""

    def __init__(self, name: str, words: str, tone: Tone | None = None) -> None:
        super().__init__()
        self._words, self._tone, self._count = words, tone, 0
        self.setObjectName(name)
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme().changed.connect(self.updateGeometry)
        self.count(0)

    def count(self, rows: int) -> None:
        """Say how many rows it would keep."""
        self._count = rows
        self.setText(f"{self._words} {rows}")
        self.setAccessibleName(f"{self._words}: {rows}")
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return _size(self.font(), self.text(), has_icon=self._tone is not None)

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = theme().tokens
        pair = Pair(tokens.text, tokens.surface)
        if self._tone and self._count:
            pair = tokens.pair(self._tone)
        border = tokens.focus if self.isChecked() else tokens.line
        if self.isChecked() and not (self._tone and self._count):
            pair = Pair(tokens.text, tokens.selection)
        icon = self._tone.value if self._tone else ""
        _draw(self, self.text(), icon, pair, border, strong=self.isChecked())
        if self.hasFocus():
            _ring(self)


class FilterChips(QWidget):
    """A row of chips of which one is pressed."""

    picked = Signal(str)
    """The name of the chip pressed."""

    def __init__(self, chips: Sequence[FilterChip], accessible_name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(accessible_name)
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(8)
        self._group = QButtonGroup(self)
        for chip in chips:
            self._group.addButton(chip)
            across.addWidget(chip)
        across.addStretch(1)
        chips[0].setChecked(True)
        self._group.buttonClicked.connect(lambda chip: self.picked.emit(chip.objectName()))

    def pick(self, name: str) -> None:
        """Press a chip by its name."""
        for chip in self._group.buttons():
            if chip.objectName() == name:
                chip.click()

    def reset(self) -> None:
        """Press the first chip again, which keeps everything."""
        self._group.buttons()[0].setChecked(True)

    @property
    def is_reset(self) -> bool:
        """Whether the first chip is the one pressed."""
        return self._group.buttons()[0].isChecked()

    @property
    def current(self) -> str:
        """The name of the chip that is pressed."""
        pressed = self._group.checkedButton()
        return pressed.objectName() if pressed else ""


def _size(font: QFont, words: str, *, has_icon: bool) -> QSize:
    metrics = QFontMetrics(_type(font, strong=True))
    icon = metrics.height() + 4 if has_icon else 0
    return QSize(metrics.horizontalAdvance(words) + icon + 2 * _INSET, max(24, round(metrics.height() * 1.7)))


def _type(font: QFont, *, strong: bool) -> QFont:
    return sized(font, 0.95, QFont.Weight.DemiBold if strong else QFont.Weight.Normal)


def _draw(widget: QWidget, words: str, icon: str, pair: Pair, border: str, *, strong: bool = False) -> None:
    painter = QPainter(widget)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setFont(_type(widget.font(), strong=strong))
    side = painter.fontMetrics().height()
    painter.setPen(QPen(QColor(border), 1) if border else Qt.PenStyle.NoPen)
    painter.setBrush(QColor(pair.ground))
    body = widget.rect().adjusted(0, 0, -1, -1)
    painter.drawRoundedRect(body, min(body.height() / 2, 14), min(body.height() / 2, 14))
    left = _INSET
    if icon:
        picture = icons.pixmap(icon, pair.ink, side, widget.devicePixelRatioF())
        painter.drawPixmap(left - 2, (widget.height() - side) // 2, picture)
        left += side + 2
    painter.setPen(QColor(pair.ink))
    painter.drawText(QRect(left, 0, widget.width(), widget.height()), Qt.AlignmentFlag.AlignVCenter, words)
    painter.end()


def _ring(widget: QWidget) -> None:
    painter = QPainter(widget)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(theme().tokens.focus), 2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    body = widget.rect().adjusted(1, 1, -2, -2)
    painter.drawRoundedRect(body, min(body.height() / 2, 14), min(body.height() / 2, 14))
    painter.end()
