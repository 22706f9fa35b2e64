"""What happened about returns beside the returns themselves: reminders, queries, acceptance, officers' ratings."""

import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from db.errors import NotFound
from db.rules.decision import ContractId
from db.rules.ladder import Escalation, Rung
from db.rules.ledger import QueryRaised, ReturnFacts
from db.rules.monitoring import MeasureId, ReturnId, ReturnPeriod, quarter_of
from db.rules.outcome import Outcome
from db.rules.queries import KeptQuery, Query
from db.rules.rating_override import Override
from db.store.failures import as_stored
from db.store.rows import Named, at_one_moment, day, day_or_none, read

REMINDED, ACCEPTED = "reminded", "accepted"


@dataclass(frozen=True, slots=True)
class Following:
    """Reads what is done about returns."""

    connection: sqlite3.Connection

    @as_stored("A return")
    def facts(self) -> Mapping[tuple[ContractId, ReturnPeriod], ReturnFacts]:
        """What happened about each contract's return for each quarter."""
        found: dict[tuple[ContractId, ReturnPeriod], _Facts] = {}
        with at_one_moment(self.connection):
            for row in read(self.connection, "SELECT * FROM monitoring_return ORDER BY number"):
                _of(found, row).received.append(day(row["received_on"]))
            for row in read(self.connection, "SELECT * FROM return_event WHERE withdrawn = 0 ORDER BY happened_on"):
                _of(found, row).note(row["kind"], day(row["happened_on"]))
            for row in read(self.connection, _QUERIES.format(where="")):
                _of(found, row).queries.append(QueryRaised(day(row["raised_on"]), day_or_none(row["answered_on"])))
        return {key: each.told() for key, each in found.items()}

    @as_stored("A return")
    def queries(self, return_id: ReturnId) -> tuple[KeptQuery, ...]:
        """What a provider was asked about a return, in order."""
        rows = read(self.connection, _QUERIES.format(where="WHERE q.return_id = ?"), (return_id,))
        return tuple(_query(row) for row in rows)

    @as_stored("A return")
    def overrides(self, contract_id: ContractId) -> Mapping[tuple[MeasureId, ReturnPeriod], Override]:
        """The officers' own ratings on a contract, the newest for each measure and quarter."""
        statement = (
            "SELECT o.* FROM rating_override o JOIN measure m ON m.id = o.measure_id"
            " WHERE m.contract_id = ? ORDER BY o.id"
        )
        rows = read(self.connection, statement, (contract_id,))
        return {(MeasureId(row["measure_id"]), quarter_of(day(row["starts_on"]))): _override(row) for row in rows}

    @as_stored("A return")
    def escalations(self, contract_id: ContractId) -> tuple[tuple[str, Escalation], ...]:
        """The rungs of the ladder taken about a contract, oldest first, each with its id."""
        rows = read(
            self.connection, "SELECT * FROM escalation WHERE contract_id = ? ORDER BY taken_on, id", (contract_id,)
        )
        return tuple((row["id"], _escalation(row)) for row in rows)

    def profile(self, contract_id: ContractId, provider: str) -> str:
        """The layout profile of a provider's returns for a contract, as text; empty where none was learned."""
        rows = read(self.connection, "SELECT * FROM layout_profile WHERE contract_id = ? ORDER BY id", (contract_id,))
        found = (row["content"] for row in rows if row["provider"].casefold() == provider.strip().casefold())
        return next(found, "")

    def profiles(self) -> tuple[tuple[ContractId, str, str], ...]:
        """Every layout profile learned: contract, provider and text."""
        rows = read(self.connection, "SELECT * FROM layout_profile WHERE content <> '' ORDER BY id")
        return tuple((ContractId(row["contract_id"]), row["provider"], row["content"]) for row in rows)

    def row_id(self, table: str, **columns: str | int | None) -> str | None:
        """The id of the row of a table that has these values, to change it."""
        where = " AND ".join(f"{name} IS ?" for name in columns)
        rows = read(self.connection, f"SELECT id FROM {table} WHERE {where}", columns.values())  # noqa: S608 - own names
        return str(rows[0]["id"]) if rows else None

    def query(self, query_id: str) -> KeptQuery:
        """One query.

        Raises:
            NotFound: it is not there.
        """
        rows = read(self.connection, _QUERIES.format(where="WHERE q.id = ?"), (query_id,))
        if not rows:
            raise NotFound("That query is no longer in the register. Look at the return again.")
        return _query(rows[0])


_QUERIES = (
    "SELECT q.*, r.contract_id, r.starts_on FROM return_query q JOIN monitoring_return r ON r.id = q.return_id {where}"
    " ORDER BY q.raised_on, q.position"
)


class _Facts:
    def __init__(self) -> None:
        self.received: list[date] = []
        self.reminded: list[date] = []
        self.queries: list[QueryRaised] = []
        self.accepted: date | None = None

    def note(self, kind: str, on: date) -> None:
        if kind == REMINDED:
            self.reminded.append(on)
        else:
            self.accepted = on

    def told(self) -> ReturnFacts:
        """What is known; a version that came after the acceptance is still to be accepted."""
        stands = self.accepted if self.accepted and all(day <= self.accepted for day in self.received) else None
        return ReturnFacts(tuple(self.received), tuple(self.reminded), tuple(self.queries), stands)


def _of(found: dict[tuple[ContractId, ReturnPeriod], _Facts], row: Named) -> _Facts:
    return found.setdefault((row["contract_id"], quarter_of(day(row["starts_on"]))), _Facts())


def _query(row: Named) -> KeptQuery:
    query = Query(row["sheet"], row["cell"], row["says"], row["asked"])
    return KeptQuery(
        row["id"], query, QueryRaised(day(row["raised_on"]), day_or_none(row["answered_on"])), row["answer"]
    )


def _override(row: Named) -> Override:
    made_on, until = day(row["made_on"]), day(row["until"])
    return Override(Outcome(row["outcome"]), row["reason"], made_on, until, row["made_by"])


def _escalation(row: Named) -> Escalation:
    answer_by, settled_on = day_or_none(row["answer_by"]), day_or_none(row["settled_on"])
    return Escalation(Rung(row["rung"]), day(row["taken_on"]), row["reason"], answer_by, settled_on)
