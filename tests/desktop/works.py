"""Plain work for the worker process to do under test: importable there, and without Qt."""

import os
import sys
from collections.abc import Callable
from pathlib import Path

from db.rules.refusal import Refusal


def add(one: int, other: int) -> int:
    return one + other


def count(to: int, progress: Callable[[int], None]) -> str:
    for number in range(1, to + 1):
        progress(number)
    return f"counted to {to}"


def refuse() -> None:
    raise Refusal("This file is not a return. Choose the workbook the provider sent.")


def break_down() -> None:
    raise ValueError("a fault of ours")


def abort() -> None:
    os.abort()


def whose_process() -> int:
    return os.getpid()


def knows_qt() -> bool:
    return any(name.startswith("PySide6") for name in sys.modules)


def never_end(progress: Callable[[str], None]) -> None:
    progress("begun")
    while True:
        pass


def give_back_what_cannot_travel() -> object:
    return lambda: None


def take_memory(count: int) -> int:
    return len(bytearray(count))


def hang_on_file(path: Path, candidates: object, progress: Callable[[float], None]) -> None:
    while True:
        pass


def fill_memory_by_file(path: Path, candidates: object, progress: Callable[[float], None]) -> None:
    take_memory(900_000_000)
    hang_on_file(path, candidates, progress)
