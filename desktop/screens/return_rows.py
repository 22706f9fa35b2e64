"""The ledger of returns as it stands in its table: a line for each contract and quarter."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from db.rules.decision import ContractId
from db.rules.ledger import LedgerLine, ReturnState
from db.rules.monitoring import MonitoringReturn, ReturnPeriod
from db.rules.owed import Owed
from desktop.look.palette import Tone
from desktop.tables.columns import Chip, Column, chip_column, day_column, number_column, text_column, yielding

STATES = tuple(ReturnState)


@dataclass(frozen=True, slots=True)
class LedgerRow:
    """One contract's return for one quarter, with every version that came in, the newest first."""

    owed: Owed
    returns: tuple[MonitoringReturn, ...] = ()

    @property
    def id(self) -> str:
        """Names the row: the contract and the first day of the quarter."""
        return row_id(self.contract_id, self.period)

    @property
    def line(self) -> LedgerLine:
        """How it stands."""
        return self.owed.line

    @property
    def contract_id(self) -> ContractId:
        """Whose return it is."""
        return self.line.contract_id

    @property
    def period(self) -> ReturnPeriod:
        """Of which quarter."""
        return self.line.period

    @property
    def newest(self) -> MonitoringReturn | None:
        """The version that counts."""
        return self.returns[0] if self.returns else None

    @property
    def chip(self) -> Chip:
        """Its state as a chip."""
        return Chip(Tone(self.line.tone), self.line.words)


def row_id(contract_id: ContractId, period: ReturnPeriod) -> str:
    """The id of the row of a contract and a quarter."""
    return f"{contract_id} {period.days.starts_on.isoformat()}"


COLUMNS: tuple[Column[LedgerRow], ...] = (
    yielding(
        text_column(
            "Quarter", lambda row: row.period.label, width=15, sort=lambda row: -row.period.days.starts_on.toordinal()
        ),
        least=14,
    ),
    yielding(
        text_column("Contract", lambda row: row.owed.reference, width=17, tip=lambda row: row.owed.title), least=12
    ),
    yielding(chip_column("State", lambda row: row.chip, width=18, sort=lambda row: _urgency(row.line)), least=17),
    yielding(day_column("Due by", lambda row: row.line.due_on, width=11, tip=lambda row: row.line.problem), least=11),
    yielding(day_column("Received", lambda row: row.line.received_on), least=11, gives_way=2),
    yielding(number_column("Version", lambda row: row.newest.number if row.newest else None, width=8), gives_way=4),
    yielding(number_column("Queries", lambda row: row.line.open_queries or None, width=8), gives_way=3),
    yielding(text_column("Provider", lambda row: row.owed.provider, width=20, stretch=True), least=11, gives_way=1),
)


def ledger_rows(owed: Iterable[Owed], returns: Mapping[str, tuple[MonitoringReturn, ...]]) -> tuple[LedgerRow, ...]:
    """A row for each line of the ledger, in its order; `returns` by the id of the row, the newest version first."""
    return tuple(LedgerRow(each, returns.get(row_id(each.line.contract_id, each.line.period), ())) for each in owed)


def returns_by_row(returns: Iterable[MonitoringReturn]) -> dict[str, tuple[MonitoringReturn, ...]]:
    """Every version of each quarter's return, the newest first."""
    found: dict[str, list[MonitoringReturn]] = {}
    for each in returns:
        found.setdefault(row_id(each.contract_id, each.period), []).append(each)
    return {row: tuple(sorted(several, key=lambda each: -each.number)) for row, several in found.items()}


def _urgency(line: LedgerLine) -> int:
    """Late first, the longest late before the others; then what is due, queried and received; accepted last."""
    order = (
        ReturnState.LATE, ReturnState.DUE, ReturnState.REMINDED, ReturnState.QUERIED, ReturnState.RECEIVED,
        ReturnState.EXPECTED, ReturnState.ACCEPTED,
    )  # fmt: skip
    return order.index(line.state) * 100_000 - min(line.days_late, 99_999)
