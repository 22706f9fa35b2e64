"""Decisions with everything that belongs to them: effects, savings, delegations, signed files."""

import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass

from db.errors import DamagedRegister, NotFound
from db.rules.council import USUAL_COUNCIL, Council
from db.rules.decision import Decision, DecisionId
from db.rules.numbering import same_number
from db.rules.publisher import Publisher, publisher_from
from db.store.decision_rows import Parts, decision_of
from db.store.failures import as_stored
from db.store.rows import Named, at_one_moment, by, read

COUNCIL, TEMPLATE, TIMESTAMPS = "council", "record template", "timestamp service"
"""Settings: the council's name, the template of its records, and the address that stamps its signatures."""

_DECISIONS = "SELECT * FROM decision {of} ORDER BY decided_on IS NULL DESC, decided_on DESC, id DESC"
_PARTS = {
    "decision_effect": "SELECT e.*, c.reference, c.title FROM decision_effect e JOIN contract c ON c.id = e.contract_id"
    " WHERE e.withdrawn = 0 {of} ORDER BY c.reference COLLATE NOCASE, e.id",
    "saving": "SELECT * FROM saving WHERE position > 0 {of} ORDER BY position",
    "alternative": "SELECT * FROM alternative WHERE position > 0 {of} ORDER BY position",
    "delegation": "SELECT * FROM delegation WHERE position > 0 {of} ORDER BY position",
    "passed_check": "SELECT * FROM passed_check WHERE reason <> '' {of} ORDER BY check_id",
    "signed_file": "SELECT * FROM signed_file WHERE 1 {of} ORDER BY id DESC",
}


@dataclass(frozen=True, slots=True)
class Decisions:
    """Reads decisions."""

    connection: sqlite3.Connection

    def all(self) -> tuple[Decision, ...]:
        """Every decision that can be read, newest first; the others are told by `unreadable`."""
        return tuple(each for each in self._read() if isinstance(each, Decision))

    def unreadable(self) -> tuple[str, ...]:
        """A sentence for each decision whose stored row cannot be understood: it hides none of the others."""
        return tuple(each for each in self._read() if isinstance(each, str))

    def find(self, number: str) -> Decision | None:
        """The decision of a number, or of a subject where it has no number; capitals, outer spaces
        and the sign between the parts of a number aside."""
        wanted = number.strip()
        rows = read(self.connection, "SELECT id, number, subject FROM decision ORDER BY decided_on DESC, id DESC")
        found = (row["id"] for row in rows if wanted and same_number(wanted, row["number"] or row["subject"]))
        return next((self.by_id(each) for each in found), None)

    def get(self, number: str) -> Decision:
        """The decision of a number.

        Raises:
            NotFound: no decision has it.
        """
        found = self.find(number)
        if found is None:
            raise NotFound(f"No decision has the number “{number}”. Record the decision first, or check the number.")
        return found

    def by_id(self, decision_id: DecisionId) -> Decision:
        """The decision of an id.

        Raises:
            NotFound: it is not there.
            DamagedRegister: its stored row cannot be understood.
        """
        match self._read(decision_id):
            case (Decision() as found,):
                return found
            case (str() as problem,):
                raise DamagedRegister(problem)
        raise NotFound("That decision is no longer in the register. Go back to the decisions and look again.")

    def signed_record(self, sha256: str) -> bytes:
        """A signed record exactly as it was filed.

        Raises:
            NotFound: no such file is kept.
        """
        statement = (
            "SELECT content FROM journal_file WHERE sha256 IN (SELECT file_sha256 FROM signed_file) AND sha256 = ?"
        )
        rows = read(self.connection, statement, (sha256,))
        if not rows:
            raise NotFound("That signed record is not kept in the register.")
        return bytes(rows[0]["content"])

    def of_file(self, sha256: str) -> Decision | None:
        """The decision whose signed record, as it is now or as it was before a later signature, has a SHA-256."""
        rows = read(self.connection, "SELECT decision_id FROM signed_file WHERE file_sha256 = ?", (sha256,))
        return self.by_id(rows[0]["decision_id"]) if rows else None

    def row_ids(self, table: str, decision_id: DecisionId, **columns: str | int) -> list[str]:
        """The ids of the rows of a table that belong to a decision and have these values, oldest first."""
        where = "".join(f" AND {name} = ?" for name in columns)
        statement = f"SELECT id FROM {table} WHERE decision_id = ?{where} ORDER BY id"  # noqa: S608 - own names
        return [str(row["id"]) for row in read(self.connection, statement, (decision_id, *columns.values()))]

    def noted_numbers(self) -> Mapping[str, str]:
        """Numbers used outside this register, each with where."""
        rows = read(self.connection, "SELECT number, reason FROM noted_number WHERE reason <> '' ORDER BY number")
        return {row["number"]: row["reason"] for row in rows}

    def council(self) -> Council:
        """The council whose register it is, and the template of its records."""
        rows = read(self.connection, "SELECT name, value FROM setting WHERE name IN (?, ?)", (COUNCIL, TEMPLATE))
        known = {row["name"]: row["value"] for row in rows if row["value"]}
        return Council(known.get(COUNCIL, USUAL_COUNCIL.name), known.get(TEMPLATE, USUAL_COUNCIL.template))

    def publisher(self) -> Publisher:
        """What the council states of itself when it publishes contracts, under its name."""
        rows = read(self.connection, "SELECT name, value FROM setting")
        return publisher_from(self.council().name, {row["name"]: row["value"] for row in rows})

    def timestamp_service(self) -> str:
        """The address of the service that stamps signatures with the time; empty where none is set."""
        rows = read(self.connection, "SELECT value FROM setting WHERE name = ?", (TIMESTAMPS,))
        return str(rows[0]["value"]) if rows else ""

    @as_stored("A decision")
    def _read(self, decision_id: DecisionId | None = None) -> tuple[Decision | str, ...]:
        values = (decision_id,) if decision_id else ()
        where, of = ("WHERE id = ?", "AND decision_id = ?") if decision_id else ("", "")
        with at_one_moment(self.connection):
            parts = {
                table: by(read(self.connection, statement.format(of=of), values), "decision_id")
                for table, statement in _PARTS.items()
            }
            rows = read(self.connection, _DECISIONS.format(of=where), values)
        return tuple(
            _read_one(row, {table: found.get(row["id"], []) for table, found in parts.items()}) for row in rows
        )


def _read_one(row: Named, parts: Parts) -> Decision | str:
    try:
        return decision_of(row, parts)
    except (ValueError, TypeError) as error:
        name = row["number"] or row["subject"]
        return f"Decision {name} cannot be read ({error}). Check the register, then open the newest backup."
