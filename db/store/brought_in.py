"""Registers that were brought in from spreadsheets, and their rows: taken in, or still to do."""

import json
import sqlite3
from dataclasses import dataclass
from datetime import date

from db.rules.decision import ContractId
from db.rules.money import Pence
from db.rules.to_do import ToDo
from db.store.rows import day, read


@dataclass(frozen=True, slots=True)
class BroughtIn:
    """Reads what was brought in."""

    connection: sqlite3.Connection

    def to_do(self) -> tuple[ToDo, ...]:
        """The rows that wait, the newest file first, in the order of the file."""
        rows = read(
            self.connection,
            "SELECT r.*, b.file_name, b.brought_on FROM brought_row r JOIN bring_in b ON b.id = r.bring_in_id"
            " WHERE r.contract_id IS NULL AND r.settled = 0 ORDER BY b.id DESC, r.id",
        )
        return tuple(
            ToDo(
                row["id"], row["version"], row["file_name"], day(row["brought_on"]), row["sheet"], row["row_number"],
                json.loads(row["content"]), row["reason"],
            )
            for row in rows
        )  # fmt: skip

    def rows(self) -> dict[ContractId, dict[str, str]]:
        """By contract, what the newest row that told of it says."""
        rows = read(
            self.connection,
            "SELECT contract_id, content, min(row_number) FROM brought_row r WHERE contract_id IS NOT NULL"
            " AND bring_in_id = (SELECT max(bring_in_id) FROM brought_row n WHERE n.contract_id = r.contract_id)"
            " GROUP BY contract_id",
        )
        return {row["contract_id"]: json.loads(row["content"]) for row in rows}

    def waiting(self) -> tuple[tuple[str, int], ...]:
        """The ids and versions of the rows that wait."""
        rows = read(
            self.connection, "SELECT id, version FROM brought_row WHERE contract_id IS NULL AND settled = 0 ORDER BY id"
        )
        return tuple((row["id"], row["version"]) for row in rows)

    def profiles(self) -> tuple[str, ...]:
        """What was learned of each register brought in, newest first."""
        rows = read(self.connection, "SELECT profile FROM bring_in WHERE profile <> '' ORDER BY id DESC")
        return tuple(dict.fromkeys(row["profile"] for row in rows))

    def files(self) -> dict[str, date]:
        """By SHA-256, the files brought in, and the day of the last time."""
        rows = read(self.connection, "SELECT file_sha256, brought_on FROM bring_in ORDER BY id")
        return {row["file_sha256"]: day(row["brought_on"]) for row in rows}

    def values(self) -> dict[ContractId, Pence]:
        """By contract, its value at award, where one is recorded."""
        rows = read(self.connection, "SELECT contract_id, original_pence FROM award WHERE original_pence IS NOT NULL")
        return {row["contract_id"]: Pence(row["original_pence"]) for row in rows}
