"""The small parts every screen is made of: titles, quiet words, rules, buttons."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QToolButton, QWidget

from desktop.look import icons
from desktop.look.theme import theme

MARGIN = 24
GAP = 8


def label(text: str, role: str = "", parent: QWidget | None = None) -> QLabel:
    """Words in a role of the stylesheet: pageTitle, groupTitle, quiet, problem, fieldLabel, or plain body text."""
    made = QLabel(text, parent)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setProperty("role", role)
    return made


def prose(text: str, role: str = "", parent: QWidget | None = None) -> QLabel:
    """Words in a role, wrapped to the width there is, that can be selected with the mouse."""
    made = label(text, role, parent)
    made.setWordWrap(True)
    made.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return made


def rule(parent: QWidget | None = None) -> QFrame:
    """A thin line across."""
    made = QFrame(parent)
    made.setProperty("role", "rule")
    return made


def button(text: str, name: str, icon: str = "", role: str = "") -> QPushButton:
    """A button that names its act, "&" before its access key; Enter presses it as Space does.

    Roles: act (the main one), link, or plain.
    """
    made = QPushButton(text)
    made.setObjectName(name)
    made.setAccessibleName(text.replace("&", ""))
    made.setProperty("role", role)
    made.setAutoDefault(True)
    if icon:
        icons.dress(made, icon, theme().tokens, "on_accent" if role == "act" else "text")
    return made


def icon_button(icon: str, words: str, name: str) -> QToolButton:
    """A button that is only an icon; its words are its tooltip and what a screen reader says."""
    made = QToolButton()
    made.setObjectName(name)
    made.setAccessibleName(words)
    made.setToolTip(words)
    made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    icons.dress(made, icon, theme().tokens)
    return made


def allow(made: QPushButton, is_allowed: bool, why_not: str) -> None:
    """Let a button be pressed; where it cannot be, it says why to the pointer and to a screen reader."""
    made.setEnabled(is_allowed)
    made.setToolTip("" if is_allowed else why_not)
    made.setAccessibleDescription("" if is_allowed else why_not)


def restyle(widget: QWidget, name: str, value: str) -> None:
    """Set a property the stylesheet looks at, and have it looked at again."""
    widget.setProperty(name, value)
    widget.style().unpolish(widget)
    widget.style().polish(widget)
    widget.update()
