"""The scheme in use: puts palette, stylesheet, type and icons on the whole program, and follows the system."""

from PySide6.QtCore import QDir, QEvent, QLocale, QObject, Qt, Signal
from PySide6.QtGui import QAction, QColor, QPalette
from PySide6.QtWidgets import QAbstractButton, QApplication, QStyleFactory, QWidget

import resources
from desktop.look import fonts, icons
from desktop.look.palette import DARK, LIGHT, Scheme, Tokens, strengthened
from desktop.look.stylesheet import stylesheet

_ROLE = QPalette.ColorRole


class Theme(QObject):
    """The look of the whole program. There is one, got with `theme()`."""

    changed = Signal()
    """Colours or type are different now: paint again."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._app = app
        self._scheme = Scheme.SYSTEM
        self._system_points = app.font().pointSizeF()
        self._dressed: tuple[Tokens, float] | None = None
        self.tokens: Tokens = LIGHT
        """The colours in use."""
        QDir.setSearchPaths("icons", [str(resources.path("icons"))])
        app.styleHints().colorSchemeChanged.connect(self._follow)
        app.installEventFilter(self)

    def apply(self, scheme: Scheme = Scheme.SYSTEM, size: float = 1.0) -> None:
        """Put a scheme on the program, its text that many times the usual 10 points (or the system's, if larger)."""
        self._scheme = scheme
        if self._app.style().objectName() != "fusion":
            self._app.setStyle(QStyleFactory.create("Fusion"))
        QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))
        font = self._app.font()
        font.setFamily(fonts.load())
        font.setPointSizeF(max(fonts.BODY_POINTS, self._system_points) * size)
        self._app.setFont(font)
        self._dress()

    @property
    def scheme(self) -> Scheme:
        """What the officer chose."""
        return self._scheme

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ApplicationFontChange and watched is self._app:
            self._dress()
        return False

    def _follow(self) -> None:
        if self._scheme is Scheme.SYSTEM:
            self._dress()

    def _dress(self) -> None:
        wanted = (self._chosen(), self._app.font().pointSizeF())
        if wanted == self._dressed:
            return
        self.tokens, self._dressed = wanted[0], wanted
        self._app.setPalette(palette(self.tokens))
        self._app.setStyleSheet(stylesheet(*wanted))
        for widget in self._app.allWidgets():
            _dress_icons(widget, self.tokens)
        self.changed.emit()

    def _chosen(self) -> Tokens:
        hints = self._app.styleHints()
        dark = hints.colorScheme() is Qt.ColorScheme.Dark if self._scheme is Scheme.SYSTEM else self._is_dark()
        tokens = DARK if dark else LIGHT
        return strengthened(tokens) if _wants_contrast(self._app) else tokens

    def _is_dark(self) -> bool:
        return self._scheme is Scheme.DARK


def theme() -> Theme:
    """The program's one theme, made on first asking. The application must exist."""
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        raise RuntimeError("the application comes before its theme")
    found = app.findChild(Theme)
    return found if found is not None else Theme(app)


def palette(t: Tokens) -> QPalette:
    """A scheme as Qt's own palette, for everything the stylesheet does not reach."""
    made = QPalette()
    for role, colour in (
        (_ROLE.Window, t.canvas), (_ROLE.WindowText, t.text), (_ROLE.Base, t.surface), (_ROLE.AlternateBase, t.raised),
        (_ROLE.Text, t.text), (_ROLE.Button, t.surface), (_ROLE.ButtonText, t.text), (_ROLE.BrightText, t.overdue.ink),
        (_ROLE.ToolTipBase, t.raised), (_ROLE.ToolTipText, t.text), (_ROLE.PlaceholderText, t.quiet),
        (_ROLE.Highlight, t.accent), (_ROLE.HighlightedText, t.on_accent), (_ROLE.Accent, t.accent),
        (_ROLE.Link, t.accent), (_ROLE.LinkVisited, t.accent), (_ROLE.Light, t.raised), (_ROLE.Midlight, t.raised),
        (_ROLE.Mid, t.line), (_ROLE.Dark, t.outline), (_ROLE.Shadow, t.outline),
    ):  # fmt: skip
        made.setColor(role, QColor(colour))
    for role in (_ROLE.WindowText, _ROLE.Text, _ROLE.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, role, QColor(t.outline))
    return made


def _dress_icons(widget: QWidget, tokens: Tokens) -> None:
    if isinstance(widget, QAbstractButton):
        icons.dress_again(widget, tokens)
    for action in widget.findChildren(QAction, options=Qt.FindChildOption.FindDirectChildrenOnly):
        icons.dress_again(action, tokens)


def _wants_contrast(app: QApplication) -> bool:
    hints = app.styleHints()
    if not hasattr(hints, "accessibility"):
        return False
    return hints.accessibility().contrastPreference() is Qt.ContrastPreference.HighContrast
