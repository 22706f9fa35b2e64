"""Another process at the same register: `python -m tests.store.elsewhere FILE [USER ID]`.

It opens the file, tells in one line of JSON what it may do, and holds on until its input is closed.
"""

import json
import os
import sys
from pathlib import Path

from db.operations.providers import add_provider
from db.register import Register
from db.rules.refusal import Refusal
from tests.operations.beginnings import begin, officer


def main(path: Path, user: int | None) -> None:
    """Open, tell, hold on."""
    if user is not None:
        _become(user)
    with Register.open(path) as register:
        told = {
            "because": register.read_only_because,
            "contracts": len(register.contracts.all()),
            "wrote": _attempt(register),
        }
        print(json.dumps(told), flush=True)  # noqa: T201
        sys.stdin.read()


def _become(user: int) -> None:
    """Act as another user from now on, once everything that is imported on the way has been."""
    import fcntl  # noqa: F401

    with Register.in_memory() as register:
        begin(register)
    os.setgroups([])
    os.setgid(user)
    os.setuid(user)


def _attempt(register: Register) -> str:
    try:
        return add_provider(register, officer(), "Written elsewhere").sentence
    except Refusal as refusal:
        return str(refusal)


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else None)
