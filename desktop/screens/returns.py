"""The returns: what is expected of providers quarter by quarter, what came in, and what it says."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QPushButton, QVBoxLayout, QWidget

from db.rules.dates import show_day
from db.rules.decision import ContractId
from db.rules.ledger import ReturnState
from db.rules.owed import Owed
from desktop.acts import following
from desktop.acts.returns import blank_return, expect_returns, import_return, save_original, set_measures
from desktop.desk import Desk
from desktop.following import owed_in
from desktop.look.parts import allow, button
from desktop.screens.choosing import Act, contract_menu
from desktop.screens.detail import Detail
from desktop.screens.ledger_known import known_of
from desktop.screens.list_screen import ListScreen
from desktop.screens.listing import EmptyPage
from desktop.screens.return_detail import Ways, scorecard_place, show_return
from desktop.screens.return_rows import COLUMNS, LedgerRow, ledger_rows, returns_by_row
from desktop.screens.screen import Place
from desktop.screens.sifted import SiftedListing
from desktop.tables.table_view import TableView

EMPTY = (
    "What providers report each quarter belongs here: what is expected, what is late, and every figure with its cell. "
    "Say first whose returns are expected, or read one."
)

_STATE = next(at for at, column in enumerate(COLUMNS) if column.title == "State")
"""What asks for something stands first until the officer sorts otherwise."""

_NOT_COME = "Choose a return that has come in."


class ReturnsScreen(ListScreen):
    """The ledger at the left, the chosen quarter's return at the right."""

    name = "returns"
    heading = "Returns"

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._rows: dict[str, LedgerRow] = {}
        self._add_buttons()
        self.detail = Detail("returnDetail", "The return")
        self.join(self._listing(desk), self._pane())

    def load(self) -> None:
        register, day = self.desk.register, self.desk.day
        came = [each for each in register.returns.all() if each.received_on <= day]
        rows = ledger_rows(owed_in(register, day, self.desk.holidays), returns_by_row(came))
        self._rows = {row.id: row for row in rows}
        self.facts.setText(f"As at {show_day(day)} · {_counted(rows)}")
        self.listing.table.rows.show_rows(rows, lambda row: row.id, also=_searched_too)
        self.sifted.offer(rows)
        self.show_again()
        self._offer_acts()

    def show_row(self, row_id: str) -> None:
        """Bring a row into view: its own id, a return's id, or a contract's, which brings its newest quarter."""
        self.refresh()
        fitting = (row.id for row in self._rows.values() if row_id == row.contract_id or _holds(row, row_id))
        super().show_row(next(fitting, row_id))

    def show_detail(self, row_id: str) -> None:
        row = self._rows.get(row_id)
        self._offer_acts()
        if row is None:
            self.detail.begin("")
        else:
            show_return(self.detail, row, known_of(self.desk, row), self._ways())

    def chosen(self) -> tuple[ContractId, ...]:
        """The contracts of the rows chosen."""
        rows = (self._rows.get(each) for each in self.listing.table.chosen_ids())
        return tuple(dict.fromkeys(row.contract_id for row in rows if row))

    def _ways(self) -> Ways:
        desk = self.desk
        return Ways(
            self.went.emit,
            lambda found: save_original(desk, self, found),
            lambda found: following.look_at_original(desk, self, found),
            lambda kept: following.record_answer(desk, self, kept),
        )

    def _add_buttons(self) -> None:
        self.take_in = button("Read a ret&urn…", "importReturn", icon="import", role="act")
        self.take_in.clicked.connect(lambda: import_return(self.desk, self))
        self.chase = self._act("Ch&ase…", "chaseReturns", "notice", self._chase)
        self.accept = self._act("Acce&pt…", "acceptReturn", "done", self._accept)
        self.ask = self._act("&Queries…", "askProvider", "help", self._ask)
        self.card = self._act("&Scorecard", "openScorecard", "table", self._go_to_card)
        for made in (self.take_in, self.chase, self.accept, self.ask, self.card, self._more()):
            self.buttons.addWidget(made)

    def _act(self, words: str, name: str, icon: str, do: Callable[[], object]) -> QPushButton:
        made = button(words, name, icon=icon)
        made.clicked.connect(lambda: do())
        return made

    def _more(self) -> QPushButton:
        made = button("&More", "moreReturns", icon="more")
        menu = QMenu(made)
        menu.setObjectName("moreReturnsMenu")
        made.setMenu(menu)
        menu.addAction("By &quarter, on one page", lambda: self.went.emit(Place("returnsGrid")))
        menu.addSeparator()
        self.expect = self._submenu(menu, "E&xpect returns of", expect_returns)
        self.measures = self._submenu(menu, "&Measures of", set_measures)
        self.blank = self._submenu(menu, "&Blank return for", blank_return)
        menu.addSeparator()
        menu.addAction("&Export what is listed…", self._export)
        menu.addAction("Export the &late list…", self._export_late)
        return made

    def _submenu(self, menu: QMenu, words: str, act: Act) -> QMenu:
        made = menu.addMenu(words)
        made.aboutToShow.connect(lambda: contract_menu(made, self.desk, self._chosen_contract(), act, self))
        return made

    def _offer_acts(self) -> None:
        """Only what can be done about the rows chosen is offered."""
        row = self._rows.get(self.listing.table.current_id())
        owed = self._owed()
        allow(self.chase, any(each.line.state in following.OWED for each in owed), "No return chosen is due or late.")
        came = row is not None and row.newest is not None
        to_accept = came and row is not None and row.line.state is not ReturnState.ACCEPTED
        allow(self.accept, to_accept, "This return is accepted already." if came else _NOT_COME)
        allow(self.ask, came, _NOT_COME)
        allow(self.card, row is not None, "Choose a line first.")

    def _owed(self) -> tuple[Owed, ...]:
        found = (self._rows.get(each) for each in self.listing.table.chosen_ids())
        return tuple(row.owed for row in found if row)

    def _chase(self) -> None:
        following.chase_returns(self.desk, self, self._owed())

    def _accept(self) -> None:
        if row := self._rows.get(self.shown_id):
            following.accept_return(self.desk, self, row.owed)

    def _ask(self) -> None:
        row = self._rows.get(self.shown_id)
        if row and row.newest:
            following.ask_provider(self.desk, self, row.newest)

    def _go_to_card(self) -> None:
        if row := self._rows.get(self.shown_id):
            self.went.emit(scorecard_place(row))

    def _export(self) -> None:
        rows = self.listing.table.rows
        shown = [self._rows[each].owed for each in rows.shown_ids()]
        following.export_ledger(self.desk, self, shown)

    def _export_late(self) -> None:
        late = [row.owed for row in self._rows.values() if row.line.state is ReturnState.LATE]
        following.export_ledger(self.desk, self, sorted(late, key=lambda each: -each.line.days_late), "Late returns")

    def _chosen_contract(self) -> ContractId | None:
        row = self._rows.get(self.shown_id)
        return row.contract_id if row else None

    def _listing(self, desk: Desk) -> SiftedListing:
        table = TableView(COLUMNS, "returnTable", "Returns", frozen=2, layouts=desk.session)
        if not desk.session.layout("returnTable"):
            table.sortByColumn(_STATE, Qt.SortOrder.AscendingOrder)
        self.sifted = SiftedListing(table, "returns", EmptyPage("returns", EMPTY, "Read a return…"))
        self.sifted.sift_by("State", "All states", lambda row: (row.line.state.value.capitalize(),))
        self.sifted.sift_by("Service", "All services", lambda row: (row.owed.service,))
        self.sifted.sift_by("Provider", "All providers", lambda row: (row.owed.provider,))
        self.sifted.sift_by("Quarter", "All quarters", lambda row: (row.period.label,))
        for title in ("State", "Service", "Provider", "Quarter"):
            self.sifted.filter_named(title).setMinimumContentsLength(10)
        self.sifted.next_step.connect(lambda: import_return(self.desk, self))
        table.opened.connect(lambda _id: self.detail.setFocus(Qt.FocusReason.OtherFocusReason))
        table.chosen.connect(lambda _ids: self._offer_acts())
        return self.sifted

    def _pane(self) -> QWidget:
        pane = QWidget()
        body = QVBoxLayout(pane)
        body.setContentsMargins(0, 0, 0, 0)
        body.addWidget(self.detail)
        return pane


def _counted(rows: tuple[LedgerRow, ...]) -> str:
    """How many stand in each state that asks for something."""
    states = (ReturnState.LATE, ReturnState.DUE, ReturnState.REMINDED, ReturnState.RECEIVED, ReturnState.QUERIED)
    counts = ((sum(row.line.state is state for row in rows), state) for state in states)
    told = [f"{count} {_STANDS.get(state, state.value)}" for count, state in counts if count]
    return " · ".join(told) if told else "nothing to chase"


_STANDS = {ReturnState.RECEIVED: "to accept"}


def _searched_too(row: LedgerRow) -> str:
    files = (each.file_name for each in row.returns)
    return "\n".join((row.owed.title, row.owed.service, *files))


def _holds(row: LedgerRow, return_id: str) -> bool:
    return any(each.id == return_id for each in row.returns)
