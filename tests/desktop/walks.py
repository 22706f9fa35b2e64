"""Walks over what is in sight: who takes the keyboard, who has a name, which keys clash, what is cut."""

from collections import defaultdict
from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLabel,
    QMenuBar,
    QPushButton,
    QToolButton,
    QWidget,
)

_ENOUGH = 200


def in_sight(window: QWidget) -> Iterator[QWidget]:
    """Every widget of a window that is shown."""
    return (each for each in window.findChildren(QWidget) if each.isVisible())


def unnamed(window: QWidget) -> list[str]:
    """The widgets that take the keyboard and that a screen reader could not name."""
    return [
        f"{type(each).__name__} {each.objectName()}"
        for each in in_sight(window)
        if each.focusPolicy() & Qt.FocusPolicy.TabFocus and each.isEnabled() and not each.accessibleName()
    ]


def tab_ring(window: QWidget) -> list[QWidget]:
    """The widgets Tab goes through until it is where it began."""
    window.activateWindow()
    start = QApplication.focusWidget()
    assert start is not None, "nothing has the keyboard"
    ring = [start]
    for _ in range(_ENOUGH):
        QTest.keyClick(ring[-1], Qt.Key.Key_Tab)
        now = QApplication.focusWidget()
        if now is None or now is start:
            return ring
        ring.append(now)
    raise AssertionError(f"Tab never came back to {start.objectName()}: {[each.objectName() for each in ring[:40]]}")


def tabbable(window: QWidget) -> set[QWidget]:
    """The widgets in sight that Tab should reach; those whose keyboard belongs to another are reached through it."""
    return {
        each
        for each in in_sight(window)
        if each.focusPolicy() & Qt.FocusPolicy.TabFocus and each.isEnabled() and each.focusProxy() is None
        if not _is_reached_by_arrows(each)
    }


def clashes(window: QWidget) -> dict[str, list[str]]:
    """The access keys that mean more than one thing in a window."""
    keys: dict[str, list[str]] = defaultdict(list)
    for words in _with_keys(window):
        if key := _key(words):
            keys[key].append(words)
    return {key: each for key, each in keys.items() if len(each) > 1}


def cut(window: QWidget) -> list[str]:
    """The labels and buttons in sight whose words do not fit into them."""
    return [f"{type(each).__name__} “{_words(each)[:60]}”" for each in in_sight(window) if _is_cut(each)]


def _is_reached_by_arrows(each: QWidget) -> bool:
    """Of buttons of which one is pressed, Tab reaches that one and the arrows the others."""
    group = each.group() if isinstance(each, QAbstractButton) else None
    return group is not None and group.exclusive() and isinstance(each, QAbstractButton) and not each.isChecked()


def _is_cut(each: QWidget) -> bool:
    if isinstance(each, QLabel) and each.text():
        if each.wordWrap():
            return each.height() < each.heightForWidth(each.width()) - 1
        return each.width() < each.sizeHint().width() - 1 or each.height() < each.sizeHint().height() - 1
    if isinstance(each, (QPushButton, QToolButton)) and each.text():
        return each.width() < each.sizeHint().width() - 1 or each.height() < each.sizeHint().height() - 1
    return False


def _words(each: QWidget) -> str:
    return each.text() if isinstance(each, (QLabel, QAbstractButton)) else ""


def _with_keys(window: QWidget) -> Iterator[str]:
    for each in in_sight(window):
        if isinstance(each, QMenuBar):
            yield from (action.text() for action in each.actions())
        elif (isinstance(each, QAbstractButton) and each.isEnabled()) or (isinstance(each, QLabel) and each.buddy()):
            yield each.text()


def _key(words: str) -> str:
    plain = words.replace("&&", "")
    at = plain.find("&")
    return plain[at + 1].lower() if 0 <= at < len(plain) - 1 else ""
