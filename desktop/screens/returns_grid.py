"""The returns of every contract over the last eight quarters on one page: who is late again and again."""

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from db.rules.dates import show_day
from db.rules.decision import ContractId
from db.rules.ledger import ReturnState
from db.rules.monitoring import ReturnPeriod, last_quarters, quarter_of
from db.rules.owed import Owed
from desktop.desk import Desk
from desktop.following import owed_in
from desktop.look.palette import Tone
from desktop.look.parts import button
from desktop.screens.listing import EmptyPage, Listing
from desktop.screens.return_rows import row_id
from desktop.screens.screen import Place, Screen
from desktop.tables.columns import Chip, Column, SortKey, chip_column, number_column, text_column, yielding
from desktop.tables.table_view import TableView
from exports.scorecard_words import short_label

QUARTERS = 8
EMPTY = "Every contract whose returns are expected stands here with its last eight quarters. None is expected yet."
_BEFORE_QUARTERS = 2


@dataclass(frozen=True, slots=True)
class GridRow:
    """One contract's returns by quarter."""

    contract_id: ContractId
    reference: str
    title: str
    provider: str
    by_quarter: dict[ReturnPeriod, Owed]

    @property
    def times_late(self) -> int | None:
        """How many of the quarters came late or are late; blank for none."""
        return sum(each.line.days_late > 0 for each in self.by_quarter.values()) or None

    def chip(self, period: ReturnPeriod) -> Chip | None:
        """How a quarter stands; nothing where no return was expected."""
        owed = self.by_quarter.get(period)
        if owed is None:
            return None
        line = owed.line
        came_late = line.days_late > 0 and line.state is ReturnState.RECEIVED
        return Chip(Tone(line.tone), "Came late" if came_late else line.state.value.capitalize())


def grid_rows(owed: tuple[Owed, ...], periods: tuple[ReturnPeriod, ...]) -> tuple[GridRow, ...]:
    """A row for each contract with a return in these quarters, by reference."""
    rows: dict[ContractId, GridRow] = {}
    for each in sorted(owed, key=lambda each: each.reference.casefold()):
        if each.line.period in periods:
            made = GridRow(each.line.contract_id, each.reference, each.title, each.provider, {})
            rows.setdefault(each.line.contract_id, made).by_quarter[each.line.period] = each
    return tuple(rows.values())


def grid_columns(periods: tuple[ReturnPeriod, ...]) -> tuple[Column[GridRow], ...]:
    """The contract, how often it was late, then the quarters, the newest first."""
    return (
        yielding(
            text_column(
                "Contract", lambda row: row.reference, width=22, tip=lambda row: f"{row.title}: {row.provider}"
            ),
            least=12,
        ),
        number_column("Late", lambda row: row.times_late, width=5),
        *map(_quarter_column, periods),
        yielding(text_column("Provider", lambda row: row.provider, width=20, stretch=True), least=10, gives_way=1),
    )


class ReturnsGridScreen(Screen):
    """Enter on a quarter shows its return in the ledger."""

    name = "returnsGrid"
    heading = "Returns by quarter"

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.periods: tuple[ReturnPeriod, ...] = ()
        self.listing: Listing | None = None
        back = button("Bac&k", "gridBack", icon="chevron-left")
        back.clicked.connect(lambda: self.went.emit(Place("back")))
        self.buttons.addWidget(back)

    def load(self) -> None:
        day = self.desk.day
        rows_periods = tuple(reversed(last_quarters(quarter_of(day), QUARTERS)))
        rows = grid_rows(owed_in(self.desk.register, day, self.desk.holidays), rows_periods)
        if rows_periods != self.periods or self.listing is None:
            self._begin(rows_periods)
        late = sum(row.times_late or 0 for row in rows)
        self.facts.setText(f"As at {show_day(day)} · the last eight quarters · {late} times late")
        if self.listing:
            self.listing.table.rows.show_rows(rows, lambda row: row.contract_id, also=lambda row: row.title)

    def keyboard_home(self) -> QWidget | None:
        return self.listing.table if self.listing else None

    def open_return(self, contract_id: str) -> None:
        """Go to the return of a contract and of the quarter the keyboard is on; else to its newest."""
        at = self.listing.table.currentIndex().column() - _BEFORE_QUARTERS if self.listing else -1
        quarter = 0 <= at < len(self.periods)
        place = row_id(ContractId(contract_id), self.periods[at]) if quarter else contract_id
        self.went.emit(Place("returns", place))

    def _begin(self, periods: tuple[ReturnPeriod, ...]) -> None:
        """A table of these quarters, in place of the one before."""
        if self.listing is not None:
            self.body.removeWidget(self.listing)
            self.listing.deleteLater()
        self.periods = periods
        table = TableView(grid_columns(periods), "returnsGridTable", "Returns by quarter", frozen=1)
        table.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        table.opened.connect(self.open_return)
        self.listing = Listing(table, "contracts", EmptyPage("returns", EMPTY, "Open the returns"))
        self.listing.next_step.connect(lambda: self.went.emit(Place("returns")))
        self.listing.counted.connect(self.counted)
        self.body.addWidget(self.listing, 1)
        self.listing.show()


def _quarter_column(period: ReturnPeriod) -> Column[GridRow]:
    made: Column[GridRow] = chip_column(
        short_label(period), lambda row: row.chip(period), width=13, sort=lambda row: _urgency(row, period)
    )
    return yielding(made, least=11)


def _urgency(row: GridRow, period: ReturnPeriod) -> SortKey:
    owed = row.by_quarter.get(period)
    return None if owed is None else -owed.line.days_late
