"""The head of a contract's page: the way back, title and status, the facts in a line, and what can be done."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QVBoxLayout, QWidget

from db.rules.decision import ContractId
from db.rules.standing import Standing
from desktop.desk import Desk
from desktop.look.parts import GAP, MARGIN, button, prose
from desktop.screens import doing
from desktop.screens.detail import StateMark
from desktop.screens.flow import Flow
from desktop.screens.screen import Place
from desktop.tables.columns import Chip


class ContractHead(QWidget):
    """Stays in sight while the page below it scrolls."""

    went = Signal(object)
    """The officer chose to go somewhere (a Place)."""

    def __init__(self, desk: Desk, chosen: Callable[[], tuple[ContractId, ...]]) -> None:
        super().__init__()
        self._desk, self._chosen = desk, chosen
        self.back = button("Bac&k", "backButton", icon="chevron-left", role="link")
        self.back.clicked.connect(lambda: self.went.emit(Place("back")))
        self.title = prose("", "pageTitle")
        self.facts = prose("", "quiet")
        self._chip: StateMark | None = None
        self._acts = QWidget()
        self._facts_line = QHBoxLayout()
        self._lay_out()

    def tell(self, at: Standing, chip: Chip) -> None:
        """Name the contract and how it stands, and offer what can be done."""
        contract = at.contract
        self.title.setText(contract.title)
        self._extend.setEnabled(at.next_option is not None)
        self._extend.setToolTip("" if at.next_option else "No option to extend is left. A variation can carry it on.")
        facts = (contract.reference, contract.service, contract.provider_names, contract.manager)
        self.facts.setText(" · ".join(filter(None, facts)))
        self._show_chip(chip)
        self._acts.show()

    def tell_missing(self) -> None:
        """The contract is not there any more."""
        self.title.setText("This contract cannot be shown")
        self.facts.setText("")
        self._acts.hide()

    def more_menu(self) -> QMenu:
        """What is done more rarely."""
        menu = QMenu(self)
        menu.setObjectName("moreMenu")
        for act in (*doing.MORE, None, *doing.DIARY, None, *doing.RETURNS):
            if act is None:
                menu.addSeparator()
                continue
            item = doing.act_item(act, menu)
            item.triggered.connect(lambda _=False, act=act: self._do(act))
            menu.addAction(item)
        return menu

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, MARGIN, 0)
        column.setSpacing(4)
        way = QHBoxLayout()
        way.addWidget(self.back)
        way.addStretch(1)
        column.addLayout(way)
        column.addWidget(self.title)
        self._facts_line.setSpacing(0)
        self._facts_line.addWidget(self.facts, 1)
        column.addLayout(self._facts_line)
        column.addSpacing(GAP)
        column.addWidget(self._acts)
        flow = Flow(GAP)
        self._acts.setLayout(flow)
        for number, act in enumerate(doing.MAIN):
            made = doing.act_button(act, "act" if number == 0 else "")
            made.clicked.connect(lambda _=False, act=act: self._do(act))
            flow.addWidget(made)
            if act is doing.EXTEND:
                self._extend = made
        card = button("&Scorecard", "scorecardButton", icon="table")
        card.clicked.connect(self._go_to_card)
        flow.addWidget(card)
        flow.addWidget(self._more())

    def _more(self) -> QPushButton:
        made = button("&More", "moreButton", icon="more")
        made.setMenu(self.more_menu())
        return made

    def _show_chip(self, chip: Chip) -> None:
        if self._chip:
            self._facts_line.removeWidget(self._chip)
            self._chip.setParent(None)
            self._chip.deleteLater()
        self._chip = StateMark(chip)
        self._facts_line.insertWidget(0, self._chip)

    def _go_to_card(self) -> None:
        for contract_id in self._chosen():
            self.went.emit(Place("scorecard", f"contract:{contract_id}"))

    def _do(self, act: doing.ContractAct) -> None:
        ids = self._chosen()
        if ids or not act.needs_one:
            act.do(self._desk, self.window(), ids)
