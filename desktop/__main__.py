"""`contract-desk` and `python -m desktop`: without arguments, or with a register's file, the window; else a command."""

import os
import sys
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

NO_SCREEN = (
    "There is no screen here to open a window on. "
    "“contract-desk tour FOLDER” does the whole job without one; “contract-desk --help” lists the commands."
)


def main(arguments: Sequence[str] | None = None) -> int:
    """Open the window or do one command; gives the exit status."""
    if getattr(sys, "frozen", False):
        from multiprocessing import freeze_support

        freeze_support()
    given = list(sys.argv[1:] if arguments is None else arguments)
    if not given or is_register(given):
        return open_window(Path(given[0]) if given else None)
    from desktop.commands import run

    return run(given, datetime.now().astimezone())


def is_register(arguments: Sequence[str]) -> bool:
    """Whether the one argument is a file to open, and no command: it exists, has an ending, or names a folder."""
    if len(arguments) != 1 or arguments[0].startswith("-"):
        return False
    file = Path(arguments[0])
    return bool(file.suffix) or any(each in arguments[0] for each in "/\\") or file.exists()


def open_window(file: Path | None) -> int:
    """Open the window, on a register if one is named; gives the exit status."""
    if not has_screen():
        sys.stderr.write(f"{NO_SCREEN}\n")
        return 1
    from desktop.app import run

    return run(file)


def has_screen() -> bool:
    """Whether a window can be shown; only a Linux without a display, or one told how to draw, is known to have none."""
    shown_on = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return not sys.platform.startswith("linux") or any(os.environ.get(name) for name in shown_on)


if __name__ == "__main__":
    sys.exit(main())
