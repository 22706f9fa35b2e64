"""The record of a decision as it prints, made in the worker when it is looked at."""

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from db.rules.decision import RecordOfDecision
from desktop.acts import work
from desktop.acts.waiting import the_jobs
from desktop.jobs import Job
from desktop.look.parts import GAP, prose
from desktop.preview import PdfPreview
from desktop.worker import Failure


class RecordPage(QWidget):
    """Shows one record. It is rendered only once it is in sight, and again when it is another."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(f"{name}Page")
        self.preview = PdfPreview(name)
        self.words = prose("", "quiet")
        self._record: RecordOfDecision | None = None
        self._shown: RecordOfDecision | None = None
        self._job: Job | None = None
        waiting = QWidget()
        column = QVBoxLayout(waiting)
        column.addWidget(self.words)
        column.addStretch()
        self._pages = QStackedWidget()
        self._pages.addWidget(waiting)
        self._pages.addWidget(self.preview)
        body = QVBoxLayout(self)
        body.setContentsMargins(2 * GAP, GAP, 0, 0)
        body.addWidget(self._pages)

    def offer(self, record: RecordOfDecision) -> None:
        """Show this record, now or when looked at."""
        self._record = record
        self.look()

    def forget(self) -> None:
        """Show nothing."""
        self._stop()
        self._record = self._shown = None
        self.preview.clear()
        self._say("")

    def look(self) -> None:
        """Render what was offered, if it is in sight and not shown yet."""
        if self._record is None or self._record == self._shown or not self.isVisible():
            return
        self._stop()
        self._say("Making the record…")
        self._shown = self._record
        self._job = the_jobs().run(work.record_as_pdf, self._record)
        self._job.finished.connect(self._show)
        self._job.failed.connect(self._fail)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.look()

    def _stop(self) -> None:
        if self._job is not None:
            job, self._job = self._job, None
            job.finished.disconnect(self._show)
            job.failed.disconnect(self._fail)

    def _show(self, content: bytes) -> None:
        self._job = None
        self.preview.show_pdf(content)
        self._pages.setCurrentIndex(1)

    def _fail(self, failure: Failure) -> None:
        self._job = None
        self._say(failure.sentence)

    def _say(self, words: str) -> None:
        self.words.setText(words)
        self._pages.setCurrentIndex(0)
