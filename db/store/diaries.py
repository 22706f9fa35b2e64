"""The council's diary as kept: lead times, steps, settings, marks on attention, awards, service clauses."""

import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import time

from db.rules.attention_line import Matter
from db.rules.award_facts import AwardFacts
from db.rules.counting import Counting
from db.rules.decision import ContractId
from db.rules.diary import Diary
from db.rules.leads import Leads, LeadTimes
from db.rules.marks import Mark, MarkKind
from db.rules.money import Pence
from db.rules.runway import RUNWAYS, Step
from db.rules.service_of_notice import ServiceRule
from db.rules.working_days import BankHolidays
from db.store.rows import Named, by, day_or_none, read

USUAL_RUNWAY = "usual runway"
"""The setting that names the kind of decision taken for a contract that names none."""
RUNWAY_OF = "runway of "
"""A contract's own choice is kept under this and its id."""
DEFAULT_RUNWAY = "Key decision"


@dataclass(frozen=True, slots=True)
class Diaries:
    """Reads the diary."""

    connection: sqlite3.Connection

    def diary(self, holidays: BankHolidays) -> Diary:
        """The diary in force: what the council set, and the usual where it set nothing."""
        settings = self.settings()
        chosen = {
            ContractId(name.removeprefix(RUNWAY_OF)): value
            for name, value in settings.items()
            if name.startswith(RUNWAY_OF)
        }
        usual = settings.get(USUAL_RUNWAY, DEFAULT_RUNWAY)
        return Diary(self.lead_times(), self.runways(), usual, chosen, holidays)

    def settings(self) -> dict[str, str]:
        """Every setting by name."""
        return {row["name"]: row["value"] for row in read(self.connection, "SELECT name, value FROM setting")}

    def lead_times(self) -> LeadTimes:
        """The lead times set for matters, and for contracts."""
        of_matter: dict[Matter, Leads] = {}
        of_contract: dict[tuple[ContractId, Matter], Leads] = {}
        for row in read(self.connection, "SELECT * FROM attention_lead ORDER BY id"):
            days = tuple(int(each) for each in row["days"].split())
            if row["contract_id"] is None:
                of_matter[Matter[row["matter"]]] = days
            else:
                of_contract[row["contract_id"], Matter[row["matter"]]] = days
        return LeadTimes(of_matter, of_contract)

    def runways(self) -> Mapping[str, tuple[Step, ...]]:
        """The steps of each kind of decision: as the council edited them, or as they came."""
        edited = by(read(self.connection, "SELECT * FROM runway_step WHERE position > 0 ORDER BY position"), "runway")
        return {**RUNWAYS, **{name: tuple(_step(row) for row in rows) for name, rows in edited.items()}}

    def step_ids(self, runway: str) -> list[str]:
        """The ids of the rows kept for a kind of decision, those in use first."""
        statement = "SELECT id FROM runway_step WHERE runway = ? ORDER BY position = 0, position"
        return [str(row["id"]) for row in read(self.connection, statement, (runway,))]

    def marks(self) -> tuple[Mark, ...]:
        """Every mark on a line of attention, oldest first."""
        return tuple(_mark(row) for row in read(self.connection, "SELECT * FROM attention_mark ORDER BY id"))

    def service_clauses(self, contract_id: ContractId) -> tuple[ServiceRule, ...]:
        """A contract's own clause on service, one rule for each way of sending; empty when not recorded."""
        rows = read(
            self.connection, "SELECT * FROM service_clause WHERE contract_id = ? ORDER BY method", (contract_id,)
        )
        return tuple(_clause(row) for row in rows)

    def award(self, contract_id: ContractId) -> AwardFacts | None:
        """What is recorded of how a contract was bought; None when nothing is."""
        rows = read(self.connection, "SELECT * FROM award WHERE contract_id = ?", (contract_id,))
        return _award(rows[0]) if rows else None

    def awards(self) -> Mapping[ContractId, AwardFacts]:
        """What is recorded of how contracts were bought, by contract."""
        return {row["contract_id"]: _award(row) for row in read(self.connection, "SELECT * FROM award ORDER BY id")}

    def row_id(self, table: str, **columns: str | None) -> str | None:
        """The id of the row of a table that has these values, to change it."""
        where = " AND ".join(f"{name} IS ?" for name in columns)
        rows = read(self.connection, f"SELECT id FROM {table} WHERE {where}", columns.values())  # noqa: S608 - own names
        return str(rows[0]["id"]) if rows else None


def _step(row: Named) -> Step:
    counting = Counting(row["counting"])
    return Step(row["name"], row["length"], counting, row["source"], bool(row["decides"]), row["waits"])


def _mark(row: Named) -> Mark:
    kind, until = MarkKind(row["kind"]), day_or_none(row["until"])
    return Mark(row["line_key"], day_or_none(row["act_by"]), kind, until, row["note"])


def _clause(row: Named) -> ServiceRule:
    cut_off = time.fromisoformat(row["cut_off"]) if row["cut_off"] else None
    return ServiceRule(row["method"], row["days"], Counting(row["counting"]), row["source"], cut_off)


def _award(row: Named) -> AwardFacts:
    pence = None if row["original_pence"] is None else Pence(row["original_pence"])
    return AwardFacts(
        day_or_none(row["procured_on"]),
        bool(row["health_care"]),
        bool(row["light_touch"]),
        pence,
        row["maximum_months"],
    )
