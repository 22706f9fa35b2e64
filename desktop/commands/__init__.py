"""The command line: every journey without a window. Exit status 0 is done, 1 refused with a sentence, 2 usage."""

import sys
from collections.abc import Sequence
from datetime import datetime
from typing import TextIO

from desktop.commands import (
    acting,
    bringing_in,
    buying,
    coming_back,
    correcting,
    deciding,
    entering,
    following,
    keeping,
    looking,
    opening_up,
    planning,
    powers,
    publishing,
    quality_page,
    registers,
    returns,
    rewriting,
    runways,
    serving,
    signing,
    signing_records,
    stating,
    taking_in,
    ways_out,
    working_out,
)
from desktop.commands.group import desk

__all__ = ["FAMILIES", "desk", "run"]

FAMILIES = (
    registers, looking, runways, keeping, entering, planning, correcting, acting, serving, buying, deciding,
    rewriting, powers, publishing, signing, signing_records, returns, taking_in, following, ways_out,
    bringing_in, coming_back, stating, opening_up, quality_page, working_out,
)  # fmt: skip
"""One module a family of commands; importing it adds them to the group."""


def run(arguments: Sequence[str], at: datetime) -> int:
    """Do one command as at a moment (with its time zone) and give the exit status."""
    for stream in (sys.stdout, sys.stderr):
        _speak_utf_8(stream)
    try:
        desk.main(args=list(arguments), prog_name="contract-desk", obj=at)
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else int(end.code is not None)
    return 0


def _speak_utf_8(stream: TextIO) -> None:
    """Write pounds and dashes whatever the machine's locale is."""
    reconfigure = getattr(stream, "reconfigure", None)
    if reconfigure is not None:
        reconfigure(encoding="utf-8", errors="backslashreplace")
