"""`python -m tests.benchmarks [name ...]`: every timing of ours beside its peer's in the same run, as a table.

Each module of this folder that has `measure()` takes part; it returns its ratios. The exit status is 0 when every
ratio is as owed, 1 when one is not.
"""

import os
import pkgutil
import sys
from collections.abc import Iterable, Iterator
from importlib import import_module
from pathlib import Path
from typing import TextIO

from tests.benchmarks.ratio import Ratio

HEADINGS = ("what", "ours ms", "peer", "peer ms", "ratio", "owed", "")


def main(wanted: list[str], out: TextIO) -> int:
    """Measure the wanted modules, or all, and print the table; 0 when every ratio is as owed."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    ratios = [ratio for name in wanted or sorted(names()) for ratio in measured(name)]
    out.write(table(ratios))
    return 0 if all(ratio.met for ratio in ratios) else 1


def names() -> Iterator[str]:
    """The modules of this folder that measure something."""
    for found in pkgutil.iter_modules([str(Path(__file__).parent)]):
        if found.name != "__main__" and hasattr(import_module(f"tests.benchmarks.{found.name}"), "measure"):
            yield found.name


def measured(name: str) -> Iterable[Ratio]:
    """What one module measures."""
    print(f"measuring {name.replace('_', ' ')} ...", file=sys.stderr, flush=True)  # noqa: T201
    found = import_module(f"tests.benchmarks.{name}").measure()
    return (found,) if isinstance(found, Ratio) else tuple(found)


def table(ratios: list[Ratio]) -> str:
    """The ratios as columns of text, words to the left and figures to the right."""
    rows = [HEADINGS, *(_cells(ratio) for ratio in ratios)]
    widths = [max(len(row[column]) for row in rows) for column in range(len(HEADINGS))]
    return "".join("  ".join(_aligned(row, widths)).rstrip() + "\n" for row in rows)


def _cells(ratio: Ratio) -> tuple[str, ...]:
    figures = (f"{ratio.ours_ms:.2f}", ratio.peer, f"{ratio.peer_ms:.2f}", f"{ratio.ratio:.2f}", f"{ratio.owed:.2f}")
    return (ratio.what, *figures, "met" if ratio.met else "NOT MET")


def _aligned(row: tuple[str, ...], widths: list[int]) -> Iterator[str]:
    for heading, cell, width in zip(HEADINGS, row, widths, strict=True):
        yield cell.ljust(width) if heading in ("what", "peer", "") else cell.rjust(width)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:], sys.stdout))
