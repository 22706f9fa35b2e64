"""A contract's page: its term drawn, what is known of it, what happened to it, and what can be done about it."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QScrollArea, QTabBar, QVBoxLayout, QWidget

from db.operations.restore import restore_field
from db.rules.decision import ContractId
from db.rules.refusal import Refusal
from db.rules.standing import Standing, standing
from desktop.acts.carrying_out import ready, tell
from desktop.acts.saving import say
from desktop.desk import Desk
from desktop.drawing.term_timeline import TermTimeline
from desktop.look.parts import MARGIN, prose
from desktop.screens import doing
from desktop.screens.ahead import ahead_of, runway_flags
from desktop.screens.contract_bought import bought_facts, served_facts, service_facts, value_facts
from desktop.screens.contract_facts import notice_facts, people_facts, term_facts
from desktop.screens.contract_happened import happenings
from desktop.screens.contract_head import ContractHead
from desktop.screens.contract_history import HistoryLine, history_of
from desktop.screens.contract_history_part import HistoryPart
from desktop.screens.contract_money import MoneyPart
from desktop.screens.contract_parts import FactGroup, HappenedPart, titled
from desktop.screens.contract_rows import status_chip
from desktop.screens.contract_runway import RunwayPart
from desktop.screens.contract_term import term_drawing, with_flags
from desktop.screens.screen import Screen

_ROOM = 100
"""Characters of width from which facts and happenings stand beside each other."""


class ContractScreen(Screen):
    """One contract as it stands on the day looked from."""

    name = "contract"
    heading = "Contract"

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        self._contract_id: ContractId | None = None
        self._tab = 0
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        super().__init__(desk, parent)

    def load(self) -> None:
        if self._contract_id is None:
            return
        try:
            at = standing(self.desk.register.contracts.by_id(self._contract_id), self.desk.day)
        except Refusal as refusal:
            self._show_missing(str(refusal))
            return
        self.head.tell(at, status_chip(at))
        self.setAccessibleName(f"Contract {at.contract.reference}")
        self._show(at)

    def show_row(self, row_id: str) -> None:
        changed = self._contract_id != row_id
        self._contract_id = ContractId(row_id)
        if changed:
            self.load()
            self.area.verticalScrollBar().setValue(0)

    def chosen(self) -> tuple[ContractId, ...]:
        """The contract shown."""
        return (self._contract_id,) if self._contract_id else ()

    def show_history(self, *, history: bool) -> None:
        """Turn to the history, or to what happened."""
        self._tab = int(history)
        self.load()

    def put_back(self, line: HistoryLine) -> None:
        """Give a detail the value it had before a line of the history, or say why that cannot be."""
        contract_id = self._contract_id
        if line.why_not:
            say(self.window(), line.why_not)
        elif contract_id and ready(self.desk, self.window()):
            try:
                self.desk.act(restore_field, contract_id, line.field, line.before_entry)
            except Refusal as refusal:
                tell(self.window(), "It was not put back", str(refusal))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._set_columns()

    def _lay_out(self) -> None:
        self.head = ContractHead(self.desk, self.chosen)
        self.head.went.connect(self.went)
        self.body.setContentsMargins(MARGIN, 12, 0, 0)
        self.body.setSpacing(12)
        self.body.addWidget(self.head)
        self.area = QScrollArea(widgetResizable=True)
        self.area.setObjectName("contractPage")
        self.area.setAccessibleName("The contract")
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.body.addWidget(self.area, 1)

    def _show(self, at: Standing) -> None:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 4, MARGIN, MARGIN)
        column.setSpacing(20)
        column.addWidget(self._term(at))
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._columns.setSpacing(2 * MARGIN)
        self._columns.addLayout(self._known(at), 1)
        self._columns.addLayout(self._told(at), 1)
        column.addLayout(self._columns, 1)
        place = self.area.verticalScrollBar().value()
        self.area.setWidget(page)
        self._set_columns()
        self.area.verticalScrollBar().setValue(place)

    def _term(self, at: Standing) -> QWidget:
        drawing = with_flags(term_drawing(at), runway_flags(at, self.desk.diary()))
        if not drawing.bars:
            return prose("No term is recorded, so there is nothing to draw yet. Correct terms records it.", "quiet")
        made = TermTimeline()
        made.show_term(drawing)
        return made

    def _known(self, at: Standing) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(MARGIN)
        column.addWidget(FactGroup("Term", term_facts(at)))
        self._add_runway(column, at)
        diaries, contract = self.desk.register.diaries, at.contract
        clauses = diaries.service_clauses(contract.id)
        served = served_facts(each for each in contract.notices if each.served_on <= at.day)
        service = service_facts(at, clauses, self.desk.holidays)
        column.addWidget(FactGroup("Notice", (*notice_facts(at), *service, *served)))
        award = diaries.award(contract.id)
        column.addWidget(FactGroup("Value", value_facts(contract, award, at.day)))
        column.addWidget(titled("Money by year", MoneyPart(contract, at.day)))
        column.addWidget(FactGroup("How it was bought", bought_facts(at, award)))
        column.addWidget(FactGroup("Providers and parts", people_facts(at)))
        if at.contract.notes:
            column.addWidget(titled("Notes", prose(at.contract.notes)))
        column.addStretch(1)
        return column

    def _add_runway(self, column: QVBoxLayout, at: Standing) -> None:
        ahead = ahead_of(at, self.desk.diary())
        if ahead:

            def choose() -> object:
                return doing.CHOOSE_RUNWAY.do(self.desk, self.window(), (at.contract.id,))

            column.addWidget(titled("What must come before", RunwayPart(ahead, at.day, choose)))

    def _told(self, at: Standing) -> QVBoxLayout:
        register, contract = self.desk.register, at.contract
        events = happenings(at, register.decisions.all(), register.returns.of(contract.id))
        pages = {
            "What happened": HappenedPart(events, self.went.emit),
            "History": HistoryPart(history_of(register, contract.id), self.put_back),
        }
        column = QVBoxLayout()
        column.setSpacing(12)
        column.addWidget(self._tabs(pages))
        for number, made in enumerate(pages.values()):
            column.addWidget(made)
            if number != self._tab:
                made.hide()
        column.addStretch(1)
        return column

    def _tabs(self, pages: dict[str, QWidget]) -> QTabBar:
        tabs = QTabBar()
        tabs.setObjectName("toldTabs")
        tabs.setAccessibleName("What happened, or the history")
        tabs.setDrawBase(False)
        tabs.setExpanding(False)
        for words in pages:
            tabs.addTab(words)

        def turn(at: int) -> None:
            self._tab = at
            for number, made in enumerate(pages.values()):
                made.setVisible(number == at)

        tabs.setCurrentIndex(self._tab)
        tabs.currentChanged.connect(turn)
        return tabs

    def _show_missing(self, words: str) -> None:
        self.head.tell_missing()
        self.area.setWidget(prose(words))

    def _set_columns(self) -> None:
        roomy = self.width() >= _ROOM * self.fontMetrics().averageCharWidth()
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._columns.setDirection(across if roomy else down)
