"""The decisions: every one recorded, what it does, what it rests on, and its record as it prints."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QTabWidget, QVBoxLayout, QWidget

from db.changes import Changed
from db.rules.contract import Contract
from db.rules.dates import show_day
from db.rules.decision import Decision, DecisionId, DecisionKind, RecordOfDecision
from db.rules.record import record_of
from desktop.acts.decisions import record_decision, record_pdf, record_signature
from desktop.desk import Desk
from desktop.look.parts import GAP, button
from desktop.screens.decision_detail import show_decision
from desktop.screens.decision_rows import COLUMNS, SIGNED, UNSIGNED, searched_too, signed_word
from desktop.screens.detail import Detail
from desktop.screens.list_screen import ListScreen
from desktop.screens.listing import EmptyPage, Listing
from desktop.screens.record_page import RecordPage
from desktop.tables.table_view import TableView

EMPTY = (
    "Decisions to extend, vary or end contracts are kept here, each with its record, its signature and what it does. "
    "None is recorded yet."
)


class DecisionsScreen(ListScreen):
    """Decisions at the left, the chosen one at the right: what it says, and its record as it prints."""

    name = "decisions"
    heading = "Decisions"

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._decisions: dict[str, Decision] = {}
        self._contracts: tuple[Contract, ...] = ()
        record = button("&Record decision…", "recordDecision", icon="add", role="act")
        record.clicked.connect(self._record)
        self.buttons.addWidget(record)
        self.detail = Detail("decisionDetail", "The decision")
        self.record_page = RecordPage("recordPreview")
        self.tabs = QTabWidget()
        self.join(self._listing(desk), self._pane())

    def load(self) -> None:
        register = self.desk.register
        known = [each for each in register.decisions.all() if self.desk.is_today or each.taken_by(self.desk.day)]
        self._decisions = {each.id: each for each in known}
        self._contracts = tuple(each for each in register.contracts.all() if isinstance(each, Contract))
        unsigned = sum(each.needs_signature for each in known)
        as_at = "" if self.desk.is_today else f"As at {show_day(self.desk.day)} · "
        self.facts.setText(f"{as_at}{len(known)} recorded · {unsigned} to sign")
        self.listing.table.rows.show_rows(known, lambda each: each.id, also=searched_too)
        self.show_again()

    def show_detail(self, row_id: str) -> None:
        decision = self._decisions.get(row_id)
        self.save.setEnabled(decision is not None)
        self.sign.setEnabled(decision is not None and decision.needs_signature)
        if decision is None:
            self.detail.begin("")
            self.record_page.forget()
            return
        record = self.record(decision)
        show_decision(self.detail, decision, record.funding, tuple(self._decisions.values()), self.went.emit)
        self.record_page.offer(record)

    def record(self, decision: Decision) -> RecordOfDecision:
        """The decision's record, gathered from the register."""
        return record_of(decision, self._contracts)

    def _listing(self, desk: Desk) -> Listing:
        table = TableView(COLUMNS, "decisionTable", "Decisions", frozen=1, layouts=desk.session)
        listing = Listing(table, "decisions", EmptyPage("decisions", EMPTY, "Record decision…"))
        kinds = tuple(kind.value for kind in DecisionKind)
        listing.add_filter("Kind", "All kinds", kinds, lambda each: each.kind.value)
        listing.add_filter("Signature", "Signed or not", (SIGNED, UNSIGNED), signed_word)
        listing.next_step.connect(self._record)
        table.opened.connect(lambda _id: self.detail.setFocus(Qt.FocusReason.OtherFocusReason))
        return listing

    def _pane(self) -> QWidget:
        self.tabs.setObjectName("decisionTabs")
        self.tabs.setAccessibleName("The decision and its record")
        self.tabs.tabBar().setAccessibleName("The decision and its record")
        self.tabs.setDocumentMode(True)
        self.tabs.addTab(self.detail, "Decision")
        self.tabs.addTab(self.record_page, "Record as it prints")
        self.tabs.currentChanged.connect(lambda _at: self.record_page.look())
        self.save = button("&Save PDF…", "savePdf", icon="pdf")
        self.sign = button("Record si&gnature…", "recordSignature", icon="sign")
        self.save.clicked.connect(lambda: record_pdf(self.desk, self, DecisionId(self.shown_id)))
        self.sign.clicked.connect(lambda: record_signature(self.desk, self, DecisionId(self.shown_id)))
        foot = QHBoxLayout()
        foot.setContentsMargins(2 * GAP, 0, 0, 0)
        foot.addWidget(self.sign)
        foot.addWidget(self.save)
        foot.addStretch()
        pane = QWidget()
        body = QVBoxLayout(pane)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(GAP)
        body.addWidget(self.tabs, 1)
        body.addLayout(foot)
        return pane

    def _record(self) -> Changed | None:
        return record_decision(self.desk, self)
