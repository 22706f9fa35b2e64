"""The record of a decision as it prints, made in the worker when it is looked at; once it is signed, the file filed."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from db.rules.decision import RecordOfDecision
from desktop.acts import work
from desktop.acts.waiting import the_jobs
from desktop.checked_file import CheckedFile, check_content
from desktop.jobs import Job
from desktop.look.parts import GAP, prose
from desktop.preview import PdfPreview
from desktop.screens.signed_line import SignedLine
from desktop.worker import Failure

_LOWEST, _SHORTEST = 16, 5
"""Lines that the pages are given at least, and lines in sight at least: where there is less room they are scrolled."""


@dataclass(frozen=True, slots=True)
class Filed:
    """A signed record that is filed: how to read it, and the moment (UTC) it is checked as at."""

    read: Callable[[], bytes]
    moment: datetime


class RecordPage(QWidget):
    """Shows one record. It is made or checked only once it is in sight, and again when it is another.

    Signals:
        asked: everything about the signatures of the file in view is to be shown (a CheckedFile).
    """

    asked = Signal(object)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(f"{name}Page")
        self.preview = PdfPreview(name)
        self.words = prose("", "quiet")
        self._record: RecordOfDecision | None = None
        self._shown: RecordOfDecision | None = None
        self._job: Job | None = None
        self._filed: Filed | None = None
        self.signed = SignedLine(f"{name}Signed")
        self.signed.asked.connect(self.asked)
        waiting = QWidget()
        column = QVBoxLayout(waiting)
        column.addWidget(self.words)
        column.addStretch()
        self._pages = QStackedWidget()
        self._pages.addWidget(waiting)
        shown = QWidget()
        pages = QVBoxLayout(shown)
        pages.setContentsMargins(0, 0, 0, 0)
        pages.addWidget(self.signed)
        pages.addWidget(self.preview, 1)
        area = QScrollArea(widgetResizable=True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(shown)
        self._pages.addWidget(area)
        body = QVBoxLayout(self)
        body.setContentsMargins(2 * GAP, GAP, 0, 0)
        body.addWidget(self._pages)

    def offer(self, record: RecordOfDecision, filed: Filed | None = None) -> None:
        """Show this record, now or when looked at; where it is filed, the signed file."""
        self._record, self._filed = record, filed
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
        self._shown = self._record
        name = self._record.decision.name
        if self._filed:
            self._say("Checking the signed record…")
            self._job = the_jobs().run(check_content, name, self._filed.read(), self._filed.moment)
            self._job.finished.connect(self._show_checked)
        else:
            self._say("Making the record…")
            self._job = the_jobs().run(work.record_as_pdf, self._record)
            self._job.finished.connect(partial(self._show, name))
        self._job.failed.connect(self._fail)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        line = self.fontMetrics().height()
        self.preview.setMinimumHeight(_LOWEST * line)
        self.setMinimumHeight(_SHORTEST * line)
        self.look()

    def _stop(self) -> None:
        if self._job is not None:
            job, self._job = self._job, None
            job.finished.disconnect()
            job.failed.disconnect()

    def _show_checked(self, checked: CheckedFile) -> None:
        self._show(checked.name, checked.content)
        self.signed.tell(checked)

    def _show(self, name: str, content: bytes) -> None:
        self._job = None
        self.signed.hide()
        self.preview.show_pdf(content, name)
        self._pages.setCurrentIndex(1)

    def _fail(self, failure: Failure) -> None:
        """Say why; it is tried again when next looked at."""
        self._job = self._shown = None
        self._say(failure.sentence)

    def _say(self, words: str) -> None:
        self.words.setText(words)
        self._pages.setCurrentIndex(0)
