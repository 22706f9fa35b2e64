"""The returns: what is expected of providers quarter by quarter, what came in, and what it says."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QPushButton, QVBoxLayout, QWidget

from db.rules.contract import Contract
from db.rules.dates import show_day
from db.rules.decision import ContractId
from desktop.acts.returns import blank_return, expect_returns, import_return, save_original, set_measures
from desktop.desk import Desk
from desktop.look.parts import button
from desktop.screens.choosing import Act, contract_menu
from desktop.screens.detail import Detail
from desktop.screens.list_screen import ListScreen
from desktop.screens.listing import EmptyPage, Listing
from desktop.screens.return_detail import show_return
from desktop.screens.return_rows import COLUMNS, LedgerRow, State, ledger
from desktop.tables.table_view import TableView

EMPTY = (
    "What providers report each quarter belongs here: what is expected, what is late, and every figure with its cell. "
    "Say first whose returns are expected, or import one."
)


class ReturnsScreen(ListScreen):
    """The ledger at the left, the chosen quarter's figures at the right."""

    name = "returns"
    heading = "Returns"

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._rows: dict[str, LedgerRow] = {}
        self._add_buttons()
        self.detail = Detail("returnDetail", "The return")
        self.join(self._listing(desk), self._pane())

    def load(self) -> None:
        register = self.desk.register
        contracts = [each for each in register.contracts.all() if isinstance(each, Contract)]
        rows = ledger(contracts, register.returns.schedules(), register.returns.all(), self.desk.day)
        self._rows = {row.id: row for row in rows}
        late = sum(row.state is State.LATE for row in rows)
        due = sum(row.state is State.DUE for row in rows)
        self.facts.setText(f"As at {show_day(self.desk.day)} · {late} late · {due} due")
        self.listing.table.rows.show_rows(rows, lambda row: row.id, also=lambda row: row.title)
        self.show_again()

    def show_row(self, row_id: str) -> None:
        """Bring a row into view: its own id, a return's id, or a contract's, which brings its newest quarter."""
        self.refresh()
        fitting = (row.id for row in self._rows.values() if row_id == row.contract_id or _holds(row, row_id))
        super().show_row(next(fitting, row_id))

    def show_detail(self, row_id: str) -> None:
        row = self._rows.get(row_id)
        if row is None:
            self.detail.begin("")
        else:
            show_return(self.detail, row, self.went.emit, lambda found: save_original(self.desk, self, found))

    def _add_buttons(self) -> None:
        self.expect = self._menu_button("E&xpect returns…", "expectReturns", "calendar", expect_returns)
        self.measures = self._menu_button("&Measures…", "setMeasures", "tick", set_measures)
        self.blank = self._menu_button("&Blank return…", "blankReturn", "export", blank_return)
        self.take_in = button("&Import return…", "importReturn", icon="import", role="act")
        self.take_in.clicked.connect(lambda: import_return(self.desk, self))
        for made in (self.expect, self.measures, self.blank, self.take_in):
            self.buttons.addWidget(made)

    def _menu_button(self, words: str, name: str, icon: str, act: Act) -> QPushButton:
        made = button(words, name, icon=icon)
        menu = QMenu(made)
        made.setMenu(menu)
        menu.aboutToShow.connect(lambda: contract_menu(menu, self.desk, self._chosen_contract(), act, self))
        return made

    def _chosen_contract(self) -> ContractId | None:
        row = self._rows.get(self.shown_id)
        return row.contract_id if row else None

    def _listing(self, desk: Desk) -> Listing:
        table = TableView(COLUMNS, "returnTable", "Returns", frozen=1, layouts=desk.session)
        listing = Listing(table, "returns", EmptyPage("returns", EMPTY, "Import return…"))
        states = tuple(state.value for state in State)
        listing.add_filter("State", "All states", states, lambda row: row.state.value)
        listing.next_step.connect(lambda: import_return(self.desk, self))
        table.opened.connect(lambda _id: self.detail.setFocus(Qt.FocusReason.OtherFocusReason))
        return listing

    def _pane(self) -> QWidget:
        pane = QWidget()
        body = QVBoxLayout(pane)
        body.setContentsMargins(0, 0, 0, 0)
        body.addWidget(self.detail)
        return pane


def _holds(row: LedgerRow, return_id: str) -> bool:
    return any(each.id == return_id for each in row.returns)
