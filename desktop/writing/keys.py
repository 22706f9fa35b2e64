"""Keys that do something wherever the keyboard is on a page."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget


def bind(page: QWidget, keys: Mapping[str, Callable[[], object]]) -> None:
    """Let each key do its part on a page and on all it holds."""
    for keyed, do in keys.items():
        made = QShortcut(QKeySequence(keyed), page)
        made.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        made.activated.connect(do)
