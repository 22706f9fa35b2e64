"""Bringing in a register of 20,000 contracts and 25 columns, beside the time that is allowed for it."""

from datetime import UTC, date, datetime
from time import perf_counter

from db.changes import Author
from db.incoming.choices import Choices, NameAnswer
from db.incoming.plan import plan
from db.operations.bring_in import bring_in, known_to
from db.register import Register
from db.returns.files.limits import OF_A_REGISTER
from db.returns.workbook import read_content
from tests.benchmarks.ratio import Ratio
from tests.incoming.makings import csv_bytes
from tests.incoming.truth import HEADINGS, WORDS, Row, contracts, row_of

_OTHERS = 16
_TODAY = date(2026, 11, 22)
_BY = Author("A tester", "Commissioning officer", datetime(2026, 11, 22, 9, tzinfo=UTC))


def measure(rows: int = 20_000) -> list[Ratio]:
    """Reading, planning and writing, best of three."""
    content = _register(rows)
    took: list[list[float]] = [[], [], []]
    for _ in range(3):
        began = perf_counter()
        cells = read_content(content, "register.csv", OF_A_REGISTER)
        read_at = perf_counter()
        with Register.in_memory() as register:
            known = known_to(register)
            asked = plan(cells, known, _TODAY).questions
            planned_at = perf_counter()
            choices = Choices(names={str(each.key): NameAnswer.new() for each in asked})
            found = plan(cells, known, _TODAY, choices)
            began_writing = perf_counter()
            bring_in(register, _BY, found, content)
            ends = perf_counter()
        for times, taken in zip(took, (read_at - began, planned_at - read_at, ends - began_writing), strict=True):
            times.append(taken * 1000)
    size = f"{rows:,} x {len(HEADINGS) + _OTHERS}"
    allowed = (("Read", 1_000.0), ("Plan", 3_000.0), ("Write", 10_000.0))
    return [
        Ratio(f"{what} a register of {size}", min(times), "the time allowed", most, 1.0)
        for (what, most), times in zip(allowed, took, strict=True)
    ]


def _register(rows: int) -> bytes:
    """Contracts of some 4,000 providers, with columns that no contract has."""
    written: list[Row] = [[*HEADINGS, *(f"Other {number}" for number in range(_OTHERS))]]
    for number, each in enumerate(contracts(rows)):
        row = row_of(each)
        row[2] = _provider(number * 7 % 4_000)
        written.append([*row, *(f"text {number % 97} {other}" for other in range(_OTHERS))])
    return csv_bytes(written)


def _provider(number: int) -> str:
    """One of some 4,000 names of three words."""
    count = len(WORDS)
    first, second, third = number % count, number // count % count, number // count // count
    return f"{WORDS[first]} {WORDS[second]} {WORDS[(third * 5 + first) % count]} Ltd"
