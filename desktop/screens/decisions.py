"""The decisions: every one recorded, what it does, what it rests on, and its record as it prints."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from db.changes import Changed
from db.rules.contract import Contract
from db.rules.dates import show_day
from db.rules.decision import Decision, DecisionKind, RecordOfDecision
from db.rules.record import record_of
from db.rules.refusal import Refusal
from desktop.acts.decisions import note_number, record_decision
from desktop.desk import Desk
from desktop.look.parts import button
from desktop.screens import decision_rows as said
from desktop.screens.decision_clocks import dates_of, rules_of
from desktop.screens.decision_pane import DecisionPane, Surroundings
from desktop.screens.list_screen import ListScreen
from desktop.screens.listing import EmptyPage, Listing
from desktop.screens.number_gaps import GapsLine, gaps_of
from desktop.tables.table_view import TableView
from desktop.writing.gathering import gather

EMPTY = (
    "Decisions to extend, vary or end contracts are kept here, each with its record, its signature and what it does. "
    "None is recorded yet."
)
_DUE = next(at for at, column in enumerate(said.COLUMNS) if column.title == "Due")


class DecisionsScreen(ListScreen):
    """Decisions at the left, the chosen one at the right: what it says, its authority, its record as it prints."""

    name = "decisions"
    heading = "Decisions"

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._around = Surroundings((), {})
        self._decisions: dict[str, Decision] = {}
        record = button("Record &decision…", "recordDecision", icon="add", role="act")
        record.clicked.connect(self._record)
        self.plan = button("Forward plan", "forwardPlan", icon="calendar")
        self.plan.setCheckable(True)
        self.plan.setToolTip("Only decisions still to be taken, by the month they are due")
        self.plan.toggled.connect(self._show_plan)
        self.buttons.addWidget(self.plan)
        self.buttons.addWidget(record)
        self.gaps = GapsLine()
        self.gaps.wanted.connect(lambda number: note_number(desk, self, number))
        self.known = DecisionPane(desk)
        self.detail, self.tabs, self.record_page = self.known.detail, self.known.tabs, self.known.record_page
        self.save, self.sign = self.known.save, self.known.sign
        self.known.went.connect(self.went)
        self.join(self._listing(desk), self.known)
        self.body.addWidget(self.gaps)

    def load(self) -> None:
        register = self.desk.register
        every = register.decisions.all()
        known = [each for each in every if self.desk.is_today or each.taken_by(self.desk.day)]
        contracts = {each.id: each for each in register.contracts.all() if isinstance(each, Contract)}
        self._decisions = {each.id: each for each in known}
        self._around = Surroundings(tuple(known), contracts)
        self.facts.setText(self._facts(known))
        self._offer_choices(known)
        rules = rules_of(self.desk)
        rows = [said.row_of(each, contracts, dates_of(self.desk, each, rules)) for each in known]
        self.listing.table.rows.show_rows(rows, lambda row: row.id, also=said.searched_too)
        self.gaps.tell(gaps_of(every, register.decisions.noted_numbers(), self.desk.day))
        self.show_again()

    def show_detail(self, row_id: str) -> None:
        decision = self._decisions.get(row_id)
        if decision is None:
            self.known.forget()
        else:
            self.known.show_decision(decision, self.record(decision), self._around)

    def record(self, decision: Decision) -> RecordOfDecision:
        """The decision's record, gathered from the register; in no form of its own where the council's is gone."""
        try:
            return gather(self.desk.register, decision)
        except Refusal:
            return record_of(decision, self._around.contracts.values())

    def _facts(self, known: list[Decision]) -> str:
        as_at = "" if self.desk.is_today else f"As at {show_day(self.desk.day)} · "
        unsigned = sum(each.needs_signature for each in known)
        waiting = sum(bool(said.month_due(each)) for each in known)
        to_take = f" · {waiting} to be taken" if waiting else ""
        lost = " ".join(self.desk.register.decisions.unreadable())
        return " · ".join(filter(None, (f"{as_at}{len(known)} recorded", f"{unsigned} to sign{to_take}", lost)))

    def _listing(self, desk: Desk) -> Listing:
        table = TableView(said.COLUMNS, "decisionTable", "Decisions", frozen=1, layouts=desk.session)
        listing = Listing(table, "decisions", EmptyPage("decisions", EMPTY, "Record decision…"))
        kinds = tuple(kind.value for kind in DecisionKind)
        listing.add_filter("Kind", "All kinds", kinds, lambda row: row.decision.kind.value)
        listing.add_filter("Status", "Any status", said.STATUSES, lambda row: said.status_word(row.decision))
        signed = (said.SIGNED, said.UNSIGNED)
        listing.add_filter("Signature", "Signed or not", signed, lambda row: said.signed_word(row.decision))
        open_or_not = said.RESTRICTIONS
        listing.add_filter("Restriction", "Open or not", open_or_not, lambda row: said.restriction(row.decision))
        listing.add_filter("Year", "All years", (), lambda row: said.year(row.decision))
        listing.add_filter("Month due", "Due in any month", (), lambda row: said.month_due(row.decision))
        listing.filter_named("Month due").hide()
        listing.next_step.connect(self._record)
        listing.cleared.connect(lambda: self.plan.setChecked(False))
        table.opened.connect(lambda _id: self.detail.setFocus(Qt.FocusReason.OtherFocusReason))
        return listing

    def _offer_choices(self, known: list[Decision]) -> None:
        years = sorted({said.year(each) for each in known} - {""}, reverse=True)
        answered = any(said.restriction(each) for each in known)
        self.listing.filter_named("Restriction").setVisible(answered)
        for title, choices in (("Year", years), ("Month due", said.months_due(known))):
            self.listing.renew_filter(title, choices)

    def _show_plan(self, wanted: bool) -> None:
        """Only what is still to be taken, the soonest first, or everything again."""
        status, table = self.listing.filter_named("Status"), self.listing.table
        status.setCurrentText(said.STATUSES[0] if wanted else status.itemText(0))
        self.listing.filter_named("Month due").setVisible(wanted)
        self.listing.filter_named("Month due").setCurrentIndex(0)
        table.sortByColumn(
            _DUE if wanted else 1, Qt.SortOrder.AscendingOrder if wanted else Qt.SortOrder.DescendingOrder
        )

    def _record(self) -> Changed | None:
        return record_decision(self.desk, self)
