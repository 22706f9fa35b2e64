"""`python -m tests.faults [--loops 200] [--seed 1] [--control]`: kill a writer many times and say what it cost.

The exit status is 0 when nothing was lost and nothing was left half done. --control kills a careless writer instead
(journal_mode=OFF): it must lose, or these kills prove nothing.
"""

import argparse
import sys
import tempfile
from pathlib import Path
from random import Random

from tests.faults.killing import kill_often


def main(arguments: list[str]) -> int:
    """Kill, count, tell."""
    parser = argparse.ArgumentParser(prog="python -m tests.faults", description=__doc__)
    parser.add_argument("--loops", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--control", action="store_true")
    wanted = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as folder:
        chance = Random(wanted.seed)  # noqa: S311 - chance, not a secret
        toll = kill_often(Path(folder), wanted.loops, chance, careless=wanted.control)
    print(toll)  # noqa: T201
    harmed = bool(toll.lost or toll.half)
    return int(harmed is not wanted.control)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
