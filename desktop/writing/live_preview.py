"""A record as it will print, made anew in the worker a moment after each change; the place on the page stays."""

from PySide6.QtCore import QTimer
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from db.rules.decision import RecordOfDecision
from desktop.acts import work
from desktop.acts.waiting import the_jobs
from desktop.jobs import Job
from desktop.look.parts import GAP, prose
from desktop.preview import PdfPreview
from desktop.worker import Failure

PAUSE_MS = 250
"""How long the keyboard rests before the page is made anew."""


class LivePreview(QWidget):
    """Shows the record offered last. While one is made the one before stays in view."""

    def __init__(self) -> None:
        super().__init__()
        self.preview = PdfPreview("writingPreview")
        self.words = prose("", "problem")
        self.words.hide()
        self._wanted: RecordOfDecision | None = None
        self._shown: RecordOfDecision | None = None
        self._job: Job | None = None
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self._make)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GAP, 0, 0, 0)
        column.setSpacing(GAP)
        column.addWidget(self.words)
        column.addWidget(self.preview, 1)

    def offer(self, record: RecordOfDecision, *, at_once: bool = False) -> None:
        """Show this record: after a pause, or at once."""
        self._wanted = record
        self._pause.start(0 if at_once else PAUSE_MS)

    def forget(self) -> None:
        """Show nothing."""
        self._stop()
        self._wanted = self._shown = None
        self.preview.clear()

    @property
    def is_current(self) -> bool:
        """Whether the page in view is the record offered last."""
        return self._wanted is None or (self._shown == self._wanted and self._job is None)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._pause.start(0)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._stop()

    def _make(self) -> None:
        """Begin, unless one is under way: that one's end begins the next."""
        if self._job is None and self._wanted is not None and self._wanted != self._shown and self.isVisible():
            self._shown = self._wanted
            self._job = the_jobs().run(work.record_as_pdf, self._wanted)
            self._job.finished.connect(self._show)
            self._job.failed.connect(self._fail)

    def _stop(self) -> None:
        self._pause.stop()
        if self._job is not None:
            job, self._job = self._job, None
            job.finished.disconnect(self._show)
            job.failed.disconnect(self._fail)
            self._shown = None

    def _show(self, content: bytes) -> None:
        self._job = None
        self.words.hide()
        self.preview.renew(content)
        self._make()

    def _fail(self, failure: Failure) -> None:
        self._job = None
        self.words.setText(failure.sentence)
        self.words.show()
        self._make()
