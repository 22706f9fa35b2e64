"""Our own line drawings, coloured when they are loaded, crisp at any size."""

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QAction, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QAbstractButton, QApplication

import resources
from desktop.look.fonts import BODY_POINTS
from desktop.look.palette import Tokens

SIZE = 20
_SIZES = (20, 25, 30, 40, 60, 80)
_NAME, _INK = "iconName", "iconInk"


@lru_cache(maxsize=256)
def drawing(name: str, ink: str) -> QSvgRenderer:
    """A drawing of resources/icons in an ink (#RRGGBB).

    Raises:
        FileNotFoundError: no drawing has that name.
    """
    source = resources.path(f"icons/{name}.svg").read_text(encoding="utf-8")
    return QSvgRenderer(QByteArray(source.replace("currentColor", ink).encode()))


@lru_cache(maxsize=1024)
def pixmap(name: str, ink: str, size: int = SIZE, ratio: float = 1.0) -> QPixmap:
    """A drawing as a square picture of that many logical pixels, for a screen of that device pixel ratio."""
    picture = QPixmap(QSize(round(size * ratio), round(size * ratio)))
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    drawing(name, ink).render(painter, QRectF(picture.rect()))
    painter.end()
    picture.setDevicePixelRatio(ratio)
    return picture


def icon(name: str, tokens: Tokens, ink: str = "text") -> QIcon:
    """A drawing as an icon, in every size that type and screens ask for, faint while its control is off."""
    made = QIcon()
    for size in _SIZES:
        made.addPixmap(pixmap(name, getattr(tokens, ink), size), QIcon.Mode.Normal)
        made.addPixmap(pixmap(name, tokens.line, size), QIcon.Mode.Disabled)
    return made


def scaled() -> int:
    """The size of an icon beside words: 20 at the usual type."""
    return round(SIZE * QApplication.font().pointSizeF() / BODY_POINTS)


def dress(target: QAbstractButton | QAction, name: str, tokens: Tokens, ink: str = "text") -> None:
    """Give a button or action its icon, and remember which, so that a change of scheme can colour it again."""
    target.setProperty(_NAME, name)
    target.setProperty(_INK, ink)
    _colour(target, icon(name, tokens, ink))


def dress_again(target: QAbstractButton | QAction, tokens: Tokens) -> None:
    """Colour and size an icon given by `dress` for another scheme or type; leave anything else alone."""
    if name := target.property(_NAME):
        _colour(target, icon(str(name), tokens, str(target.property(_INK))))


def _colour(target: QAbstractButton | QAction, made: QIcon) -> None:
    target.setIcon(made)
    if isinstance(target, QAbstractButton):
        size = scaled()
        target.setIconSize(QSize(size, size))
