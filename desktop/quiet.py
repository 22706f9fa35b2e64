"""A screenless platform says one idle line each time a window is shown; here it is left out."""

import sys
from collections.abc import Callable

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

IDLE = "This plugin does not support propagateSizeHints()"


def quieten() -> None:
    """Leave out the one line the screenless platform says each time a window is shown; everything else is said."""
    said_before: list[Callable[[QtMsgType, QMessageLogContext, str], None] | None] = []

    def say(kind: QtMsgType, context: QMessageLogContext, words: str) -> None:
        if words == IDLE:
            return
        if said_before and said_before[0]:
            said_before[0](kind, context, words)
        else:
            sys.stderr.write(f"{words}\n")

    said_before.append(qInstallMessageHandler(say))
