"""From a key typed on the writing page to the new page in view, beside a bare reportlab document of the same words."""

import statistics
import time
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from db.register import Register
from db.sample import fill
from desktop.acts.waiting import the_jobs
from desktop.desk import Desk
from desktop.look.theme import theme
from desktop.screens.writing import WritingScreen
from desktop.session import Session
from tests.benchmarks.ratio import Ratio
from tests.benchmarks.record_pdf import plain
from tests.exports.records import officer_record

_TIMES = 8
_OWED_MS = 1000
"""The preview is current within a second, whatever a bare document takes."""
_AT = datetime(2024, 1, 15, 9, 0, tzinfo=UTC)


def measure() -> Ratio:
    """The median of a few keys, the pause while the keyboard rests counted in; the peer waits for no pause."""
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    theme()
    with TemporaryDirectory() as folder:
        session = Session(Path(folder) / "settings.ini", lambda: _AT)
        register = Register.in_memory()
        fill(register, _AT)
        screen = WritingScreen(Desk(session, register))
        screen.resize(1280, 800)
        screen.show()
        screen.show_row(register.decisions.get("OD.24.00002").id)
        screen.go_to("text.reasons")
        _wait(app, screen)
        ours = statistics.median(_typed(app, screen) for _ in range(_TIMES))
        screen.hide()
        the_jobs().close()
        register.close()
    peer = statistics.median(_bare() for _ in range(_TIMES))
    return Ratio("A key typed to the new page in view", ours, "untagged reportlab, no window", peer, _OWED_MS / peer)


def _typed(app: QApplication, screen: WritingScreen) -> float:
    start = time.perf_counter()
    keyboard = screen.manuscript.page(screen.sections.currentRow()).asked if screen.manuscript else {}
    field = next(each.field for several in keyboard.values() for each in several if each.path == "text.reasons")
    before = screen.live._shown
    QTest.keyClicks(field.control, "x")
    while screen.live._shown is before or not screen.live.is_current:
        app.processEvents()
    return (time.perf_counter() - start) * 1000


def _wait(app: QApplication, screen: WritingScreen) -> None:
    while screen.live._shown is None or not screen.live.is_current:
        app.processEvents()


def _bare() -> float:
    start = time.perf_counter()
    plain(officer_record())
    return (time.perf_counter() - start) * 1000
