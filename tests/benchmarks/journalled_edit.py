"""One edit through the verb, kept in the journal, beside a bare SQLite commit to a file as large on the same disk."""

import shutil
import sqlite3
import tempfile
from collections.abc import Callable
from pathlib import Path
from statistics import median
from time import perf_counter

from db.changes import Author
from db.operations.edit_details import edit_details
from db.register import Register
from tests.benchmarks.ratio import Ratio
from tests.benchmarks.registers import MADE_AT, make

CONTRACTS = 1_000
EDITS = 60
EDITED = "C000500"
OWED = 2.0


def measure() -> list[Ratio]:
    """The two, turn and turn about, so that what else the disk does falls on both alike; medians."""
    with tempfile.TemporaryDirectory() as folder:
        ours = make(Path(folder) / "ours.register", CONTRACTS)
        bare = Path(shutil.copy(ours, Path(folder) / "bare.register"))
        ours_ms, bare_ms = _interleaved(ours, bare)
    return [Ratio(f"one journalled edit, {CONTRACTS:,} contracts", ours_ms, "bare TRUNCATE/FULL commit", bare_ms, OWED)]


def _interleaved(ours: Path, bare: Path) -> tuple[float, float]:
    with Register.open(ours) as register:
        connection = _bare(bare)
        journalled, plain = _ours(register), _plain(connection)
        pairs = [(_timed(journalled, number), _timed(plain, number)) for number in range(EDITS)][5:]
        connection.close()
    return median(pair[0] for pair in pairs), median(pair[1] for pair in pairs)


def _ours(register: Register) -> Callable[[int], None]:
    by, contract = Author("A benchmark", "made for timing", MADE_AT), register.contracts.get(EDITED)

    def edit(number: int) -> None:
        edit_details(register, by, contract.id, contract.version + number, {"title": f"Title number {number}"})

    return edit


def _bare(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path, isolation_level=None)
    for pragma in ("journal_mode = TRUNCATE", "synchronous = FULL"):
        connection.execute(f"PRAGMA {pragma}")
    return connection


def _plain(connection: sqlite3.Connection) -> Callable[[int], object]:
    [contract_id] = connection.execute("SELECT id FROM contract WHERE reference = ?", (EDITED,)).fetchone()
    statement = "UPDATE contract SET title = ? WHERE id = ?"
    return lambda number: connection.execute(statement, (f"Title number {number}", contract_id))


def _timed(act: Callable[[int], object], number: int) -> float:
    began = perf_counter()
    act(number)
    return (perf_counter() - began) * 1000
