"""A process that edits a register until it is killed: `python -m tests.faults.writer FILE [--careless]`.

Each edit touches three tables in one act: a variation, its funding, and the funding partner who is new with it. Once it
is kept, its number is written to standard output: acknowledged. --careless is the control: the same rows by bare
SQLite with no journal of its own (journal_mode=OFF) and no care for the disk.
"""

import os
import sqlite3
import sys
from collections.abc import Callable
from datetime import date
from itertools import count
from pathlib import Path

from db.operations.money import YearAmount
from db.operations.vary import NewVariation, vary
from db.register import Register
from db.rules.money import Pence
from tests.operations.beginnings import RUNNING, officer


def main(path: Path, careless: bool) -> None:
    """Edit and acknowledge until killed."""
    if careless:
        _acknowledge(_carelessly(path))
    with Register.open(path) as register:
        _acknowledge(lambda number: edit(register, number))


def edit(register: Register, number: int) -> None:
    """One edit of three tables, with a number to be recognised by."""
    contract = register.contracts.get(RUNNING)
    amount = YearAmount("North", f"Partner {number}", 2026, Pence(number))
    new = NewVariation(f"Edit {number}", decided_on=date(2026, 2, 2), funding=(amount,))
    vary(register, officer(number), contract.id, new)


def _acknowledge(edit_by_number: Callable[[int], None]) -> None:
    first = int(sys.stdin.readline())
    os.write(1, b"begun\n")
    for number in count(first):
        edit_by_number(number)
        os.write(1, f"{number}\n".encode())


def _carelessly(path: Path) -> Callable[[int], None]:
    connection = sqlite3.connect(path, isolation_level=None)
    for pragma in ("journal_mode = OFF", "synchronous = OFF", "cache_size = 2", "cache_spill = ON"):
        connection.execute(f"PRAGMA {pragma}")
    [contract_id] = connection.execute("SELECT id FROM contract WHERE reference = ?", (RUNNING,)).fetchone()

    def write(number: int) -> None:
        connection.execute("BEGIN")
        for index in range(40):
            connection.execute(
                "INSERT INTO variation VALUES (?, 1, ?, ?, NULL, '2026-02-02', NULL, ?, NULL, '')",
                (f"{number}-{index}", contract_id, number, f"Edit {number}" + "x" * 900),
            )
        connection.execute("COMMIT")

    return write


if __name__ == "__main__":
    main(Path(sys.argv[1]), "--careless" in sys.argv)
