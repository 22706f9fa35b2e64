"""A screen that takes in one file: nothing yet, being read, not readable, or there to be looked at and accepted."""

from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFileDialog, QFrame, QScrollArea, QStackedWidget, QWidget

from db.changes import Changed
from db.returns.cells import Cells
from db.returns.undisturbed import undisturbed
from desktop.acts.waiting import the_jobs
from desktop.bringing_in import work
from desktop.bringing_in.given import given_to
from desktop.desk import Desk
from desktop.importing.states import ReadingPage, RefusedPage
from desktop.jobs import Job, Limits
from desktop.look.parts import button
from desktop.messages import Bar
from desktop.screens.listing import EmptyPage
from desktop.screens.screen import Screen
from desktop.worker import ENDED, TOO_LONG, TOO_MUCH, Failure

KINDS = "Workbooks and lists (*.xlsx *.xlsm *.csv *.tsv *.txt *.ods *.xls *.xlsb);;All files (*)"
LIMITS = Limits(seconds=180, memory=6_000_000_000)
"""What a file may take, several times what a register of 60,000 rows takes."""
_NOT_SAFE = "“{}” could not be read safely: it {}. Nothing was kept of it. Save it anew from Excel and choose that."
_WHY = {
    ENDED: "brought down the program that reads it",
    TOO_LONG: f"took longer than {LIMITS.seconds:g} seconds",
    TOO_MUCH: "took more memory than a register may",
}


class FileScreen(Screen):
    """Each kind says what belongs here, and shows the cells that were read."""

    empty_words = ""
    file_words = ""
    """What the file is called in a dialog's title."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.given = given_to(desk, self.name)
        self.path: Path | None = None
        """The file in view."""
        self._job: Job | None = None
        self.bar = Bar(name=f"{self.name}Bar")
        self.pages = QStackedWidget()
        self.reading, self.refused = ReadingPage(), RefusedPage()
        self.empty = EmptyPage("import", self.empty_words, "Choose a file…")
        self.choose = button("Choose a f&ile…", "chooseFile", icon="folder")
        self.leave_it = button("&Leave it", "leaveFile", icon="close")
        self.accept = button("&Accept", "acceptFile", icon="tick", role="act")
        self.accept.setToolTip("Ctrl+Enter")
        self.whole = _scrolled(self.make_whole(), f"{self.name}Scroll")
        self._stand()
        self._wire()

    def make_whole(self) -> QWidget:
        """What is shown of a file that was read. Each screen's own."""
        raise NotImplementedError

    def show_cells(self, content: bytes, cells: Cells) -> None:
        """A file was read. Each screen's own; a Refusal is shown by `refuse`."""
        raise NotImplementedError

    def show_again(self) -> None:
        """The register changed, or the screen comes into view again. Each screen's own."""

    def accept_file(self) -> None:
        """Take it in. Each screen's own."""
        raise NotImplementedError

    def load(self) -> None:
        if self.given.path is None:
            self._put_down()
            self.show_state(self.empty)
        elif self.path != self.given.path:
            self._take_up(self.given.path)
        else:
            self.show_again()

    def concerns(self, done: Changed) -> bool:
        return self.path is not None

    def put_away(self) -> None:
        self._put_down()
        self.given.clear()

    def refuse(self, words: str) -> None:
        """Show why the file is of no use here."""
        self.refused.tell(words, more=False)
        self.show_state(self.refused)

    def show_state(self, page: QWidget) -> None:
        """Bring one of the pages into view."""
        is_whole = page is self.whole
        self.pages.setCurrentWidget(page)
        self.accept.setVisible(is_whole)
        self.leave_it.setVisible(is_whole)
        if not is_whole:
            self.bar.clear()
            self.facts.setText("")

    def ask_file(self) -> None:
        """Have the officer choose a file."""
        found, _ = QFileDialog.getOpenFileName(self, self.file_words, "", KINDS)
        if found:
            self.given.give(Path(found))

    def run(self, then: Any, job_work: Any, *args: Any) -> None:
        """Have work done away from the window; what came before it is called off."""
        self.call_off()
        reports = job_work is work.read_workbook
        job = self._job = the_jobs().run(job_work, *args, reports=reports, limits=LIMITS)
        job.progressed.connect(self._on_progress)
        job.finished.connect(lambda given: self._on_finished(job, then, given))
        job.failed.connect(lambda failure: self._on_failed(job, failure))

    def call_off(self) -> None:
        """Stop what is being done away from the window."""
        job, self._job = self._job, None
        if job is not None:
            job.cancel()

    @property
    def is_busy(self) -> bool:
        """Whether the worker has the file."""
        return self._job is not None

    def _take_up(self, path: Path) -> None:
        self._put_down()
        self.path = path
        self.reading.begin(path.name)
        self.show_state(self.reading)
        self.run(lambda read: self.show_cells(*read), work.read_workbook, path)

    def _put_down(self) -> None:
        self.call_off()
        self.path = None

    def _on_progress(self, part: object) -> None:
        if isinstance(part, float | int):
            self.reading.show_part(float(part))

    def _on_finished(self, job: Job, then: Any, given: object) -> None:
        """What came is shown in the next turn of the window: taking it over from the worker took one already."""
        QTimer.singleShot(0, self, lambda: self._show_given(job, then, given))

    def _show_given(self, job: Job, then: Any, given: object) -> None:
        if job is self._job:
            self._job = None
            with undisturbed():
                then(given)

    def _on_failed(self, job: Job, failure: Failure) -> None:
        if job is not self._job:
            return
        self._job = None
        name = self.path.name if self.path else "The file"
        why = _WHY.get(failure.details)
        self.refuse(_NOT_SAFE.format(name, why) if why else failure.sentence)

    def _stand(self) -> None:
        for made in (self.choose, self.leave_it, self.accept):
            self.buttons.addWidget(made)
        for page in (self.empty, self.reading, self.refused, self.whole):
            self.pages.addWidget(page)
        self.body.addWidget(self.bar)
        self.body.addWidget(self.pages, 1)

    def _wire(self) -> None:
        self.given.changed.connect(self.outdate)
        self.empty.asked.connect(self.ask_file)
        self.choose.clicked.connect(self.ask_file)
        self.leave_it.clicked.connect(self.given.clear)
        self.accept.clicked.connect(self.accept_file)
        self.reading.cancelled.connect(self.given.clear)
        self.refused.passed.connect(self.given.clear)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            made = QShortcut(QKeySequence(keys), self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
            made.activated.connect(self.accept.click)


def _scrolled(whole: QWidget, name: str) -> QScrollArea:
    """In a window too small for it, large type scrolls rather than being cut."""
    area = QScrollArea(widgetResizable=True)
    area.setObjectName(name)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(whole)
    return area
