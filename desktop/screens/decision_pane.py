"""Beside the table of decisions: the chosen one's facts, its authority, its record as it prints, and what to do."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QTabWidget, QVBoxLayout, QWidget

from db.rules.authority import Rules
from db.rules.completeness import completeness, open_warnings
from db.rules.contract import Contract
from db.rules.decision import ContractId, Decision, DecisionId, DecisionKind, RecordOfDecision
from db.rules.record_in_hand import Gap
from desktop import acts
from desktop.checked_file import CheckedFile
from desktop.desk import Desk
from desktop.look.parts import GAP, allow, button
from desktop.records_in_hand import in_hand
from desktop.screens.authority_pane import show_authority
from desktop.screens.decision_chain import chain_of
from desktop.screens.decision_clocks import Clocks, dates_of, rules_of
from desktop.screens.decision_detail import Link, show_decision
from desktop.screens.decision_verdicts import Verdicts
from desktop.screens.detail import Detail
from desktop.screens.flow import Flow
from desktop.screens.record_page import Filed, RecordPage
from desktop.screens.screen import Place


def lacking_in_words(gaps: Sequence[Gap], to_be_signed: bool) -> str:
    """How much stops signing, and how much is to be looked at."""
    stops, warnings = sum(gap.stops for gap in gaps), len(open_warnings(gaps))
    if not stops and not warnings:
        return "Nothing is left to settle in its record"
    settle = f"{stops} to settle{' before signing' if to_be_signed else ''}" if stops else ""
    return ", ".join(filter(None, (settle, f"{warnings} to look at" if warnings else "")))


def _first_of(gaps: Sequence[Gap]) -> str:
    return next((gap.sentence for gap in sorted(gaps, key=lambda gap: not gap.stops) if gap.is_open), "")


Act = Callable[[Desk, QWidget, DecisionId], object]


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a decision is shown against: all decisions, and all contracts that can be read."""

    decisions: tuple[Decision, ...]
    contracts: Mapping[ContractId, Contract]


class DecisionPane(QWidget):
    """One decision at a time, or nothing.

    Signals:
        went: the officer chose to go somewhere (a Place).
    """

    went = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.decision: Decision | None = None
        self._around = Surroundings((), {})
        self._is_authority_old = False
        self.detail = Detail("decisionDetail", "The decision")
        self.authority = Detail("decisionAuthority", "Where its power comes from")
        self.record_page = RecordPage("recordPreview")
        self.tabs = QTabWidget()
        self.write = button("&Write the record", "writeRecord", icon="document", role="act")
        self.grant = button("Dele&gations…", "delegations", icon="person")
        self.sign_now = button("Sign…", "signRecord", icon="sign")
        self.sign = button("Record si&gnature…", "recordSignature", icon="tick")
        self.save = button("&Save PDF…", "savePdf", icon="pdf")
        self.publish = button("Publish…", "publishDecision", icon="export")
        self._lay_out()
        self._wire()

    def show_decision(self, decision: Decision, record: RecordOfDecision, around: Surroundings) -> None:
        """Show a decision."""
        self.decision = decision
        show_decision(
            self.detail, decision, record.funding, around.decisions, self.went.emit, self._clocks(decision),
            self._to_settle(decision),
        )  # fmt: skip
        self._around = around
        self._is_authority_old = True
        self._show_authority()
        self.record_page.offer(record, self._filed(decision))
        self.write.setEnabled(True)
        self.save.setEnabled(True)
        self.publish.setEnabled(True)
        allow(self.grant, not decision.is_locked, "The record is signed: a correction is a new decision.")
        self.sign.setEnabled(decision.needs_signature)
        self.sign_now.setEnabled(decision.needs_signature or decision.is_locked)
        for each in (self.sign, self.sign_now):
            each.setVisible(each.isEnabled())
        self.sign_now.setText("Counter-sign…" if decision.is_locked else "Sign…")
        self.write.setText("Read the rec&ord" if decision.is_locked else "&Write the record")

    def forget(self) -> None:
        """Show nothing."""
        self.decision = None
        self.detail.begin("")
        self.authority.begin("")
        self.record_page.forget()
        for each in self._buttons():
            each.setEnabled(False)

    def _to_settle(self, decision: Decision) -> Link | None:
        """How much is to be settled before it can be signed, leading to the page where that is done."""
        if decision.kind is not DecisionKind.OFFICER or decision.is_locked:
            return None
        gaps = completeness(in_hand(self._desk.register, decision, self._desk.day, self._desk.holidays))
        return lacking_in_words(gaps, decision.signed_on is None), _first_of(gaps), self._write

    def _filed(self, decision: Decision) -> Filed | None:
        """The signed record, where one is filed."""
        if not decision.is_locked:
            return None
        read = partial(self._desk.register.decisions.signed_record, decision.signed_files[0].sha256)
        return Filed(read, self._desk.session.moment())

    def _clocks(self, decision: Decision) -> QWidget | None:
        dates = dates_of(self._desk, decision, rules_of(self._desk))
        return Clocks(dates) if dates.clocks else None

    def _look(self) -> None:
        """Show what the tab in sight holds, if that is not done yet."""
        self.record_page.look()
        self._show_authority()

    def _show_authority(self) -> None:
        """A chain may end in hundreds of contracts: it is followed when it is looked at."""
        decision, around = self.decision, self._around
        if decision is None or not self._is_authority_old or self.tabs.currentWidget() is not self.authority:
            return
        self._is_authority_old = False
        rules = Rules(self._desk.holidays, rules_of(self._desk).call_in)
        verdicts = Verdicts(around.decisions, around.contracts, rules)
        references = {each.id: each.reference for each in around.contracts.values()}
        drawing = chain_of(decision, around.decisions, references, verdicts.verdict, verdicts.users)
        show_authority(self.authority, drawing, verdicts.reasons(decision), self.went.emit)

    def _buttons(self) -> Sequence[QPushButton]:
        return (self.write, self.sign_now, self.sign, self.grant, self.save, self.publish)

    def _lay_out(self) -> None:
        self.tabs.setObjectName("decisionTabs")
        self.tabs.setAccessibleName("The decision, its authority and its record")
        self.tabs.tabBar().setAccessibleName("The decision, its authority and its record")
        self.tabs.setDocumentMode(True)
        self.tabs.addTab(self.detail, "Decision")
        self.tabs.addTab(self.record_page, "Record as it prints")
        self.tabs.addTab(self.authority, "Authority")
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(GAP)
        body.addWidget(self.tabs, 1)
        foot = QWidget()
        flow = Flow(GAP, foot)
        flow.setContentsMargins(2 * GAP, 0, 0, 0)
        for each in self._buttons():
            flow.addWidget(each)
        body.addWidget(foot)

    def _wire(self) -> None:
        self.tabs.currentChanged.connect(lambda _at: self._look())
        self.write.clicked.connect(self._write)
        self.record_page.asked.connect(self._show_signatures)
        self.save.clicked.connect(lambda: self._do(acts.record_pdf))
        self.publish.clicked.connect(lambda: self._go("publishing"))
        self.sign.clicked.connect(lambda: self._do(acts.record_signature))
        self.sign_now.clicked.connect(lambda: self._do(acts.sign_record))
        self.grant.clicked.connect(lambda: self._do(acts.grant_delegations))

    def _write(self) -> None:
        self._go("writing")

    def _show_signatures(self, checked: CheckedFile) -> None:
        from desktop.acts.verifying import show_checked

        show_checked(self._desk.register, self.window(), checked)

    def _go(self, screen: str) -> None:
        if self.decision:
            self.went.emit(Place(screen, self.decision.id))

    def _do(self, act: Act) -> None:
        if self.decision:
            act(self._desk, self, self.decision.id)
