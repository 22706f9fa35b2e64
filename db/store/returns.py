"""Providers' returns as imported, what is measured, and when returns are expected."""

import sqlite3
from dataclasses import dataclass
from decimal import Decimal

from db.errors import NotFound
from db.rules.decision import ContractId
from db.rules.monitoring import (
    DaysCounted,
    FigureState,
    Measure,
    MeasureUnit,
    MonitoringReturn,
    Reading,
    ReturnId,
    ReturnSchedule,
    quarter_of,
)
from db.rules.targets import Direction, Target
from db.store.failures import as_stored
from db.store.rating_rules import months_of, rule_of
from db.store.rows import Named, at_one_moment, by, day, read

_READINGS = "SELECT q.* FROM reading q JOIN monitoring_return r ON r.id = q.return_id {of} ORDER BY q.position"
_RETURNS = (
    "SELECT r.*, c.reference, c.title FROM monitoring_return r JOIN contract c ON c.id = r.contract_id {of}"
    " ORDER BY r.starts_on DESC, c.reference COLLATE NOCASE, r.number DESC"
)


@dataclass(frozen=True, slots=True)
class Returns:
    """Reads returns, measures and schedules."""

    connection: sqlite3.Connection

    def all(self) -> tuple[MonitoringReturn, ...]:
        """Every return, the newest quarter first, resubmissions before what they replace."""
        return self._read()

    def of(self, contract_id: ContractId) -> tuple[MonitoringReturn, ...]:
        """The returns of one contract, newest quarter first."""
        return self._read(contract_id)

    @as_stored("A return")
    def measures(self, contract_id: ContractId) -> tuple[Measure, ...]:
        """What a contract's provider reports, in order; empty when not recorded."""
        rows = read(
            self.connection,
            "SELECT * FROM measure WHERE contract_id = ? AND withdrawn = 0 ORDER BY position",
            (contract_id,),
        )
        ids = ", ".join("?" * len(rows))
        statement = f"SELECT * FROM measure_target WHERE position > 0 AND measure_id IN ({ids}) ORDER BY starts_on"  # noqa: S608 - marks
        targets = by(read(self.connection, statement, [row["id"] for row in rows]), "measure_id")
        return tuple(_measure(row, targets.get(row["id"], [])) for row in rows)

    @as_stored("A return")
    def schedules(self) -> tuple[ReturnSchedule, ...]:
        """Every contract's expectation of returns."""
        rows = read(self.connection, "SELECT * FROM return_schedule ORDER BY id")
        return tuple(
            ReturnSchedule(
                row["contract_id"], day(row["first_day"]), row["days_allowed"], DaysCounted(row["counted_in"])
            )
            for row in rows
        )

    def target_ids(self, measure_id: str) -> list[str]:
        """The ids of a measure's targets, withdrawn ones too, oldest first."""
        statement = "SELECT id FROM measure_target WHERE measure_id = ? ORDER BY id"
        return [str(row["id"]) for row in read(self.connection, statement, (measure_id,))]

    def by_id(self, return_id: ReturnId) -> MonitoringReturn:
        """The return of an id.

        Raises:
            NotFound: it is not there.
        """
        found = next((each for each in self.all() if each.id == return_id), None)
        if found is None:
            raise NotFound("That return is no longer in the register. Look at the returns again.")
        return found

    def schedule_row(self, contract_id: ContractId) -> str | None:
        """The id of a contract's schedule, or None when no returns are expected."""
        rows = read(self.connection, "SELECT id FROM return_schedule WHERE contract_id = ?", (contract_id,))
        return str(rows[0]["id"]) if rows else None

    def file(self, sha256: str) -> bytes:
        """A return's workbook exactly as it was received.

        Raises:
            NotFound: no such file is kept.
        """
        rows = read(self.connection, "SELECT content FROM journal_file WHERE sha256 = ?", (sha256,))
        if not rows:
            raise NotFound("That file is not kept in the register.")
        return bytes(rows[0]["content"])

    @as_stored("A return")
    def _read(self, contract_id: ContractId | None = None) -> tuple[MonitoringReturn, ...]:
        values, of = ((contract_id,), "WHERE r.contract_id = ?") if contract_id else ((), "")
        with at_one_moment(self.connection):
            readings = by(read(self.connection, _READINGS.format(of=of), values), "return_id")
            rows = read(self.connection, _RETURNS.format(of=of), values)
        return tuple(_return(row, readings.get(row["id"], [])) for row in rows)


def _return(row: Named, readings: list[Named]) -> MonitoringReturn:
    return MonitoringReturn(
        id=row["id"], contract_id=row["contract_id"], contract_reference=row["reference"], contract_title=row["title"],
        provider=row["provider"], period=quarter_of(day(row["starts_on"])), number=row["number"],
        received_on=day(row["received_on"]), file_name=row["file_name"], file_sha256=row["file_sha256"],
        readings=tuple(_reading(each) for each in readings),
    )  # fmt: skip


def _reading(row: Named) -> Reading:
    unit = MeasureUnit(row["unit"])
    value = row["value"] if unit is MeasureUnit.WORDS or row["value"] is None else Decimal(row["value"])
    return Reading(
        row["measure"], unit, value, row["sheet"], row["cell"], FigureState(row["state"]), row["kind"], row["part"],
        row["how"],
    )  # fmt: skip


def _measure(row: Named, targets: list[Named]) -> Measure:
    return Measure(
        row["id"], row["name"], MeasureUnit(row["unit"]), Direction(row["direction"]), row["numerator"],
        row["denominator"], tuple(_target(each) for each in targets), rule_of(row["rule"]),
        months_of(row["rule"]),
    )  # fmt: skip


def _target(row: Named) -> Target:
    floor = None if row["floor"] is None else Decimal(row["floor"])
    return Target(day(row["starts_on"]), Decimal(row["value"]), floor)
