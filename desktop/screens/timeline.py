"""The timeline: every contract over the months behind and ahead, grouped by service."""

from collections.abc import Iterable

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from db.rules.contract import Status
from db.rules.dates import show_day
from db.rules.decision import ContractId
from db.rules.words import counted
from desktop.desk import Desk
from desktop.drawing.timeline_legend import legend
from desktop.drawing.timeline_rows import NO_SERVICE, TimelineRow
from desktop.drawing.timeline_view import TimelineView
from desktop.look.parts import GAP, button, icon_button, label, prose
from desktop.screens.flow import Flow
from desktop.screens.listing import EmptyPage, SearchField
from desktop.screens.screen import Place, Screen
from desktop.screens.timeline_rows import timeline_rows
from desktop.tables.columns import folded

_EVERY_SERVICE = "Every service"
_NOT_ENDED, _ALL = "Running or to come", "Those that ended too"
_ROOM = 34
"""Lines of height from which there is room for what the shapes mean, unless the officer says otherwise."""
_HINT = (
    "Arrow keys go from mark to mark and from contract to contract, Enter opens the contract. "
    "Ctrl and the wheel, or + and −, come nearer or go further away; T goes to today."
)


class TimelineScreen(Screen):
    """All contracts on one drawing, as they stand on the day looked from."""

    name = "timeline"
    heading = "Timeline"

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._rows: list[TimelineRow] = []
        self.view = TimelineView()
        self.search = SearchField("Search contracts", "timelineSearch")
        self.service = _box("timelineService", "Service")
        self.which = _box("timelineWhich", "Which contracts")
        self.which.addItems([_NOT_ENDED, _ALL])
        self.count = label("", "quiet")
        self.clear = button("Clear", "timelineClear", role="link")
        self.status = prose(_HINT, "quiet")
        self.status.setObjectName("timelineStatus")
        self.pages = QStackedWidget()
        self.empty = _nothing()
        self.keys = QWidget()
        self.shapes = button("Sha&pes", "timelineShapes", icon="information")
        self.shapes.setCheckable(True)
        self._has_chosen = False
        self._lay_out_content()
        self._wire()

    def load(self) -> None:
        self._rows = timeline_rows(self.desk.register.contracts.all(), self.desk.day, self.desk.diary())
        self.facts.setText(f"As at {show_day(self.desk.day)} · terms, options, notice and the days to act by")
        _offer(self.service, {row.service or NO_SERVICE for row in self._rows})
        self.pages.setCurrentIndex(0 if self._rows else 1)
        self._sift()

    def show_row(self, row_id: str) -> None:
        lane = next((at for at, each in enumerate(self.view.lanes) if getattr(each, "id", "") == row_id), -1)
        if lane >= 0:
            self.view.go_to(lane, -1)

    def chosen(self) -> tuple[ContractId, ...]:
        """The contract the keyboard is on."""
        return (ContractId(self.view.row.id),) if self.view.row else ()

    def _lay_out_content(self) -> None:
        nearer = icon_button("add", "Nearer (+)", "timelineNearer")
        further = icon_button("minus", "Further away (−)", "timelineFurther")
        today = button("To&day", "timelineToday", icon="calendar")
        nearer.clicked.connect(lambda: self.view.zoom(1))
        further.clicked.connect(lambda: self.view.zoom(-1))
        today.clicked.connect(self.view.go_to_today)
        for each in (self.shapes, today, further, nearer):
            self.buttons.addWidget(each)
        self._pages_in(self._drawn())

    def _drawn(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        bar = QHBoxLayout()
        bar.setSpacing(GAP)
        bar.addWidget(self.search, 1)
        narrowing = Flow(GAP)
        for each in (self.service, self.which, self.clear):
            narrowing.addWidget(each)
        bar.addLayout(narrowing)
        bar.addWidget(self.count)
        column.addLayout(bar)
        column.addWidget(self.view, 1)
        column.addWidget(self.status)
        self.keys.setAccessibleName("What the shapes mean")
        flow = Flow(2, self.keys)
        for key in legend():
            flow.addWidget(key)
        column.addWidget(self.keys)
        return page

    def keyboard_home(self) -> QWidget | None:
        return self.view

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if not self._has_chosen:
            self.shapes.setChecked(self.height() > _ROOM * self.fontMetrics().height())

    def _choose_shapes(self) -> None:
        self._has_chosen = True

    def _pages_in(self, drawn: QWidget) -> None:
        self.pages.addWidget(drawn)
        self.pages.addWidget(self.empty)
        self.body.addWidget(self.pages, 1)

    def _wire(self) -> None:
        self.search.textChanged.connect(self._sift)
        self.search.left.connect(self.view.setFocus)
        self.search.returnPressed.connect(self.view.setFocus)
        self.service.currentIndexChanged.connect(self._sift)
        self.which.currentIndexChanged.connect(self._sift)
        self.clear.clicked.connect(self.clear_all)
        self.view.reached.connect(self.status.setText)
        self.view.opened.connect(lambda row_id: self.went.emit(Place("contract", row_id)))
        self.shapes.toggled.connect(self.keys.setVisible)
        self.shapes.clicked.connect(self._choose_shapes)
        self.shapes.setChecked(True)
        self.empty.asked.connect(lambda: self.went.emit(Place("register")))

    def clear_all(self) -> None:
        """Show every service again, whatever was searched for."""
        self.search.clear()
        self.service.setCurrentIndex(0)

    def _sift(self) -> None:
        wanted = folded(self.search.text()).split()
        service = self.service.currentText() if self.service.currentIndex() > 0 else ""
        ended = self.which.currentText() == _ALL
        known = [row for row in self._rows if ended or row.status != Status.ENDED.value]
        shown = [row for row in known if _has(row, wanted) and (not service or (row.service or NO_SERVICE) == service)]
        self.view.show_rows(shown, self.desk.day)
        self.status.setText(_HINT if shown else f"None of the {len(known):,} contracts match.")
        self._tell(len(shown), len(known))

    def _tell(self, shown: int, known: int) -> None:
        words = f"{shown:,} of {known:,}" if shown != known else counted(known, "contracts")
        self.count.setText(words)
        self.clear.setVisible(shown != known)
        self.counted.emit(words)


def _has(row: TimelineRow, wanted: Iterable[str]) -> bool:
    said = folded(f"{row.reference} {row.title} {row.service}")
    return all(word in said for word in wanted)


def _box(name: str, accessible_name: str) -> QComboBox:
    made = QComboBox()
    made.setObjectName(name)
    made.setAccessibleName(accessible_name)
    made.view().setAccessibleName(accessible_name)
    made.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    made.setMinimumContentsLength(16)
    return made


def _offer(box: QComboBox, services: set[str]) -> None:
    before = box.currentText()
    box.blockSignals(True)
    box.clear()
    box.addItems([_EVERY_SERVICE, *sorted(services, key=str.casefold)])
    box.setCurrentIndex(max(box.findText(before), 0))
    box.blockSignals(False)


def _nothing() -> EmptyPage:
    return EmptyPage(
        "timeline",
        "No contracts yet. Every contract of the register stands here on one line, with its term, its options and "
        "the days to act by.",
        "Open the register",
    )
