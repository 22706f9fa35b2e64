"""Kill a writer at a random instant, open the register again, and compare it with what was acknowledged."""

import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from random import Random

from db.register import Register
from db.rules.refusal import Refusal
from tests.operations.beginnings import RUNNING, begin

HOME = Path(__file__).parents[2]
LONGEST = 0.15
"""Seconds after the first edit within which the writer is killed: a few dozen edits on a common disk."""


@dataclass(frozen=True, slots=True)
class Toll:
    """What many kills cost."""

    kills: int
    acknowledged: int
    lost: int
    """Edits that were acknowledged and are not in the register."""
    half: int
    """Times that an edit was there in part, or the register was not in order."""
    midway: int
    """Kills that came in the middle of an edit, and left it for SQLite to take back."""

    def __str__(self) -> str:
        return (
            f"{self.kills} kills, {self.midway} in the middle of an edit; "
            f"{self.acknowledged:,} acknowledged edits: {self.lost} lost, "
            f"{self.half} times half an edit or a register not in order"
        )


def kill_often(folder: Path, loops: int, chance: Random, *, careless: bool = False) -> Toll:
    """Kill a writer so many times over one register, each time going on from what the last left."""
    path = folder / "office.register"
    with Register.create(path) as register:
        begin(register)
    fresh = shutil.copy(path, folder / "fresh.register")
    acknowledged = lost = half = midway = 0
    for _ in range(loops):
        if careless:
            shutil.copy(fresh, path)
        before = 0 if careless else _newest(path)
        numbers = killed(path, before + 1, chance.random() * LONGEST, careless=careless)
        acknowledged += len(numbers)
        midway += _is_midway(path)
        missing, broken = _carelessly_found(path, numbers) if careless else found(path, numbers)
        lost += missing
        half += broken
    return Toll(loops, acknowledged, lost, half, midway)


def killed(path: Path, first: int, after: float, *, careless: bool = False) -> list[int]:
    """Start a writer, kill it so many seconds after it began, and say which edits it acknowledged."""
    with _writer(path, careless) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.write(f"{first}\n".encode())
        process.stdin.flush()
        assert process.stdout.readline() == b"begun\n"
        with suppress(subprocess.TimeoutExpired):
            process.wait(after)
            raise AssertionError("the writer ended before it was killed")
        process.kill()
        told = process.stdout.read()
    return [int(line) for line in told.split(b"\n")[:-1]]


def found(path: Path, acknowledged: list[int]) -> tuple[int, int]:
    """How many acknowledged edits are missing, and whether the register holds half an edit or is not in order."""
    with Register.open(path) as register:
        contract = register.contracts.get(RUNNING)
        varied = [int(each.summary.removeprefix("Edit ")) for each in contract.variations]
        funded = [int(each.pence) for each in contract.funding if each.partner.startswith("Partner ")]
        partners = [each.name for each in register.partners.all() if each.name.startswith("Partner ")]
        whole = sorted(varied) == sorted(funded) == sorted(int(name.removeprefix("Partner ")) for name in partners)
        in_order = not register.read_only and register.check() == ()
    return len(set(acknowledged) - set(varied)), int(not (whole and in_order))


def _carelessly_found(path: Path, acknowledged: list[int]) -> tuple[int, int]:
    connection = sqlite3.connect(path)
    try:
        there = dict(connection.execute("SELECT number, COUNT(*) FROM variation GROUP BY number").fetchall())
        order = connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    except sqlite3.DatabaseError:
        there, order = {}, False
    finally:
        connection.close()
    return len(set(acknowledged) - set(there)), int(not order or any(rows != 40 for rows in there.values()))


def _is_midway(path: Path) -> bool:
    journal = path.with_name(path.name + "-journal")
    return journal.exists() and journal.stat().st_size > 0


def _newest(path: Path) -> int:
    try:
        with Register.open(path, writable=False) as register:
            variations = register.contracts.get(RUNNING).variations
    except Refusal:
        return 0
    return max((each.number for each in variations), default=0)


@contextmanager
def _writer(path: Path, careless: bool) -> Iterator[subprocess.Popen[bytes]]:
    command = [sys.executable, "-m", "tests.faults.writer", str(path), *(["--careless"] if careless else [])]
    with subprocess.Popen(command, cwd=HOME, stdin=subprocess.PIPE, stdout=subprocess.PIPE, bufsize=-1) as process:
        try:
            yield process
        finally:
            process.kill()
