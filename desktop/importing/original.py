"""A kept original as it was received, with the cell that a stored figure came from."""

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QStackedWidget, QWidget

from db.returns.cells import address
from db.returns.references import go_to_address
from db.rules.dates import show_day
from db.rules.monitoring import MonitoringReturn, ReturnId
from db.rules.refusal import Refusal
from desktop.acts.following import look_at_original
from desktop.acts.waiting import the_jobs
from desktop.desk import Desk
from desktop.importing import work
from desktop.importing.candidates import candidates
from desktop.importing.in_hand import LIMITS
from desktop.importing.sheet_view import SheetView
from desktop.importing.states import ReadingPage, RefusedPage
from desktop.jobs import Job
from desktop.look.parts import button, prose
from desktop.screens.screen import Place, Screen
from desktop.worker import Failure

_BAR = "|"


def original_place(return_id: ReturnId, sheet: str = "", cell: str = "") -> Place:
    """Where a return's file is shown, at a cell."""
    return Place("original", _BAR.join((return_id, cell, sheet)))


class OriginalScreen(Screen):
    """The file of one return; the keyboard is on the cell that was asked for."""

    name = "original"
    heading = "The file as it was received"

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.sheets, self.reading, self.refused = SheetView(), ReadingPage(), RefusedPage()
        self._shown, self._wanted = "", ("", "")
        self._job: Job | None = None
        self.back = button("&Back", "backFromOriginal", icon="chevron-left")
        self.elsewhere = button("Open in another &program", "originalElsewhere", icon="export")
        self.elsewhere.setToolTip("The address of the cell goes to the clipboard, for Go To there")
        for each in (self.back, self.elsewhere):
            self.buttons.addWidget(each)
        self.told = prose("", "quiet")
        self.told.hide()
        self.body.addWidget(self.told)
        self.elsewhere.clicked.connect(self._open_elsewhere)
        self.pages = QStackedWidget()
        for page in (self.reading, self.refused, self.sheets):
            self.pages.addWidget(page)
        self.body.addWidget(self.pages, 1)
        for signal in (self.back.clicked, self.refused.passed, self.reading.cancelled):
            signal.connect(self._go_back)

    def load(self) -> None:
        """A kept file never changes: it is read when it is asked for."""

    def keyboard_home(self) -> QWidget | None:
        return self.sheets.grid

    def put_away(self) -> None:
        self._stop()
        self._shown = ""

    def show_row(self, row_id: str) -> None:
        """Show a return's file: its id, a cell and a sheet, parted by bars."""
        return_id, cell, sheet = row_id.split(_BAR, 2)
        self._wanted = (sheet, cell)
        if return_id == self._shown:
            self.sheets.go(*self._wanted)
            return
        self._stop()
        try:
            self._begin(self.desk.register.returns.by_id(ReturnId(return_id)))
        except Refusal as refusal:
            self._refuse(str(refusal))

    def _begin(self, found: MonitoringReturn) -> None:
        content = self.desk.register.returns.file(found.file_sha256)
        known = candidates(self.desk.register, self.desk.session.today())
        candidate = next((each for each in known if each.contract_id == found.contract_id), None)
        version = f"version {found.number}, received {show_day(found.received_on)}"
        self.told.hide()
        self.facts.setText(f"{found.contract_reference} · {found.period.label} · {version} · {found.file_name}")
        self.reading.begin(found.file_name)
        self.pages.setCurrentWidget(self.reading)
        job = the_jobs().run(work.open_kept, content, found.file_name, candidate, found.provider, limits=LIMITS)
        self._job = job
        job.finished.connect(lambda opened: self._show(found.id, opened))
        job.failed.connect(lambda failure: self._fail(failure))

    def _show(self, return_id: ReturnId, opened: work.Opened) -> None:
        self._job, self._shown = None, return_id
        self.sheets.show_file(opened.looked.understood)
        self.pages.setCurrentWidget(self.sheets)
        self.sheets.go(*self._wanted)
        self.sheets.grid.setFocus()

    def _fail(self, failure: Failure) -> None:
        self._job = None
        self._refuse(failure.sentence)

    def _refuse(self, words: str) -> None:
        self._shown = ""
        self.refused.tell(words, more=False)
        self.pages.setCurrentWidget(self.refused)

    def _stop(self) -> None:
        job, self._job = self._job, None
        if job is not None:
            job.cancel()

    def _open_elsewhere(self) -> None:
        """Open the file where such files are opened; another program cannot be led to the cell, so it is told."""
        if not self._shown:
            return
        found = self.desk.register.returns.by_id(ReturnId(self._shown))
        if look_at_original(self.desk, self, found) is None:
            return
        row, column = self.sheets.grid.current
        spot = go_to_address(self.sheets.sheet, address(row, column))
        QGuiApplication.clipboard().setText(spot)
        self.told.setText(f"Opened in another program. Go there to {spot}: the address is on the clipboard.")
        self.told.show()

    def _go_back(self) -> None:
        self._stop()
        self.went.emit(Place("back"))
