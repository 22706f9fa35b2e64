"""What an officer does about a line of attention: acknowledge it, put it off, call it done."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from db.rules.attention import AttentionLine
from db.rules.marks import MarkKind
from desktop import acts
from desktop.desk import Desk
from desktop.look import icons
from desktop.look.theme import theme


@dataclass(frozen=True, slots=True)
class LineAct:
    """One thing to do about a line: its name, words with access key, icon, keys in the table, and the mark it makes."""

    name: str
    words: str
    icon: str
    keys: str
    kind: MarkKind

    def do(self, desk: Desk, parent: QWidget, line: AttentionLine) -> object:
        """Do it; the act is imported when it is first done."""
        return getattr(acts, self.name)(desk, parent, line)


ACKNOWLEDGE = LineAct("acknowledge", "&Acknowledge", "tick", "Ctrl+Shift+A", MarkKind.SEEN)
PUT_OFF = LineAct("put_off", "&Put off…", "calendar", "Ctrl+Shift+S", MarkKind.PUT_OFF)
DONE = LineAct("done", "&Mark as done", "done", "Ctrl+Shift+D", MarkKind.DONE)
MARKS = (ACKNOWLEDGE, PUT_OFF, DONE)


def offer_on(widget: QWidget, marks: Sequence[LineAct], do: Callable[[LineAct], object]) -> None:
    """Offer the marks in a widget's own menu, and by their keys while it has the keyboard."""
    for act in marks:
        made = QAction(act.words, widget)
        made.setObjectName(f"{act.name}Line")
        made.setShortcut(QKeySequence(act.keys))
        made.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        made.triggered.connect(lambda _=False, act=act: do(act))
        icons.dress(made, act.icon, theme().tokens)
        widget.addAction(made)
    widget.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
