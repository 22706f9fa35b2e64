"""Whether the window answers while it reads a return of 5,000 rows and 40 columns, and how fast reading is called off.

What is timed has no peer and stands beside what was promised, in milliseconds: the gaps between two turns of the event
loop, from the moment the file is taken up until it is on the screen, and the moment a cancel takes.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication

from db.register import Register
from desktop.acts.returns import import_return
from desktop.acts.waiting import the_jobs
from desktop.desk import Desk
from desktop.importing.screen import ImportingScreen
from desktop.look.palette import Scheme
from desktop.look.theme import theme
from desktop.pictures import settle
from desktop.session import Session
from tests.benchmarks.ratio import Ratio
from tests.benchmarks.reading import large_workbook
from tests.benchmarks.registers import make

NOW = datetime(2026, 1, 5, 9, tzinfo=UTC)
_ROWS = 5_000
_CONTRACTS = 200
_RUNS = 3
_PROMISED = "the promise"


def measure() -> list[Ratio]:
    """The 99th gap of a hundred, the longest of all, and the longest cancel, over some runs."""
    app = QApplication.instance() or QApplication([])
    assert app is not None
    theme().apply(Scheme.LIGHT)
    gaps: list[float] = []
    cancels: list[float] = []
    with TemporaryDirectory() as folder:
        file = Path(folder) / "return.xlsx"
        file.write_bytes(large_workbook(_ROWS))
        for run in range(_RUNS):
            with _screen(Path(folder) / f"{run}") as screen:
                gaps += _read(screen, file)
                cancels.append(_called_off(screen, file))
    centile = sorted(gaps)[len(gaps) * 99 // 100]
    return [
        Ratio("99th of a hundred gaps while a return is read", centile, _PROMISED, 100.0, 1.0),
        Ratio("the longest gap while a return is read and shown", max(gaps), _PROMISED, 500.0, 1.0),
        Ratio("reading called off", max(cancels), _PROMISED, 500.0, 1.0),
    ]


def _read(screen: ImportingScreen, file: Path) -> list[float]:
    """The gaps between turns of the event loop until the file is on the screen, in milliseconds."""
    turns: list[float] = []
    heart = QTimer(interval=1, timerType=Qt.TimerType.PreciseTimer)
    heart.timeout.connect(lambda: turns.append(perf_counter()))
    heart.start()
    import_return(screen.desk, screen, file)
    screen.refresh()
    _until(lambda: screen.pages.currentWidget() is not screen.reading)
    settle()
    heart.stop()
    if screen.pages.currentWidget() is not screen.whole:
        raise AssertionError(screen.refused.words)
    screen.put_away()
    screen.refresh()
    return [(after - before) * 1000 for before, after in pairwise(turns)]


def _called_off(screen: ImportingScreen, file: Path) -> float:
    import_return(screen.desk, screen, file)
    screen.refresh()
    began = perf_counter()
    _until(lambda: perf_counter() - began > 0.5)
    began = perf_counter()
    screen.reading.stop.click()
    _until(lambda: screen.hand is None and not the_jobs().busy)
    return (perf_counter() - began) * 1000


def _until(is_so: Callable[[], bool]) -> None:
    while not is_so():
        QApplication.processEvents()


@contextmanager
def _screen(folder: Path) -> Iterator[ImportingScreen]:
    folder.mkdir()
    with Register.open(make(folder / "Benchmark.register", _CONTRACTS), writable=True) as register:
        screen = ImportingScreen(Desk(Session(folder / "settings.ini", lambda: NOW), register))
        screen.resize(1600, 900)
        screen.show()
        settle()
        try:
            yield screen
        finally:
            the_jobs().close()
            screen.close()
            screen.deleteLater()
            settle()
