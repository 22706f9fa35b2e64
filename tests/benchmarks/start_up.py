"""How long a window on a register of 1,000 contracts takes to its first paint, beside a bare Qt window."""

import os
import subprocess
import sys
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter

from tests.benchmarks.ratio import Ratio
from tests.benchmarks.registers import make

ROUNDS = 15
OWED = 1.3
OWED_LISTED = 5.0
"""Our own bound: the rows come after the first paint, and most of the time goes to reading and working them out."""

_BARE = """
import os, sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow
class Window(QMainWindow):
    def paintEvent(self, event):
        super().paintEvent(event)
        QTimer.singleShot(0, lambda: os._exit(0))
app = QApplication(sys.argv[:1])
window = Window()
window.resize(1280, 800)
window.show()
app.exec()
"""

_OURS = """
import os, sys
from pathlib import Path
from desktop import quick_start
from desktop.app import application, start
from desktop.session import Session
quick_start.begin()
app = application()
window = start(Session(), Path(sys.argv[1]))
"""
_FIRST_PAINT = """
window.painted.disconnect()
window.painted.connect(lambda: os._exit(0))
app.exec()
"""
_LISTED = """
from PySide6.QtCore import QEvent, QObject, QTimer
class Painted(QObject):
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint:
            table = watched.parent()
            QTimer.singleShot(0, lambda: os._exit(0 if table.rows.rowCount() else 3))
        return False
painted = Painted()
window.painted.connect(lambda: window.findChild(QObject, "attentionTable").viewport().installEventFilter(painted))
app.exec()
"""


def measure(contracts: int = 1000) -> list[Ratio]:
    """The medians of whole processes, from their start, ours and the bare one in turn."""
    with TemporaryDirectory() as folder:
        register = str(make(Path(folder) / "start.register", contracts))
        programs = {"bare": _BARE, "painted": _OURS + _FIRST_PAINT, "listed": _OURS + _LISTED}
        taken: dict[str, list[float]] = {name: [] for name in programs}
        for _ in range(ROUNDS + 1):
            for name, program in programs.items():
                taken[name].append(_taken(program, register, _environment(folder)))
    bare, painted, listed = (median(times[1:]) for times in taken.values())
    many = f"{contracts:,} contracts"
    return [
        Ratio(f"Start to the window's first paint, {many}", painted, "bare Qt window", bare, OWED),
        Ratio(f"Start to what needs attention on screen, {many}", listed, "bare Qt window", bare, OWED_LISTED),
    ]


def _environment(folder: str) -> dict[str, str]:
    """Settings of its own, and Python's compiled modules kept as an installed program keeps them."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    own = {"QT_QPA_PLATFORM": "offscreen", "XDG_CONFIG_HOME": folder, "PYTHONPYCACHEPREFIX": f"{folder}/compiled"}
    return {**kept, **own}


def _taken(program: str, argument: str, environment: dict[str, str]) -> float:
    began = perf_counter()
    subprocess.run([sys.executable, "-c", program, argument], env=environment, check=True, capture_output=True)
    return (perf_counter() - began) * 1000
