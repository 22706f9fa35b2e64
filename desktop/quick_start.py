"""What makes a start quick. To be imported before anything of Qt.

PySide replaces Python's import, and from then on looks through the source text of every module imported, for a feature
switch that nothing here uses: Python's own is put back. Rubbish is collected again once the first screen stands.
"""

import builtins
import gc

_of_python = builtins.__import__
from PySide6 import QtCore, QtWidgets  # noqa: E402

builtins.__import__ = _of_python

__all__ = ["QtCore", "QtWidgets", "begin", "stand"]


def begin() -> None:
    """Collect no rubbish while the program builds what it will keep."""
    gc.disable()


def stand() -> None:
    """What was built is kept; from now on rubbish is collected as usual."""
    gc.freeze()
    gc.enable()
