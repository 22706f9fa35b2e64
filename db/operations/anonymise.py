"""A copy of a register without the names in it, to show to others or to try things on."""

from datetime import datetime
from pathlib import Path

from db.changes import Author
from db.register import Register
from db.rules.anonymous import pattern_of, stand_ins, without_names
from db.rules.refusal import Refusal
from db.store.everything import everything, put_everything

_NO_FILE = b"The file was left out of this anonymised copy."
NOBODY = "Contract Desk"
"""Who is named as having made the copy: not the officer, whose name may be among those taken out."""


def anonymise(register: Register, target: Path, at: datetime) -> None:
    """Make a new register of the contracts as they are now, without names, contacts, notes, files and history.

    People and providers have stand-ins, the same wherever they stand. What is left is searched for every name.

    Raises:
        NotARegister: something is there already, or the folder is not.
        Refusal: a name was still found in the copy, which was then removed.
    """
    rows = everything(register.contracts.connection)
    names = stand_ins(rows)
    with Register.create(target) as copy:
        by = Author(NOBODY, "anonymised copy", at)
        with copy.acting(by, "anonymise", "Made an anonymised copy") as ledger:
            instead = ledger.keep_file(_NO_FILE) if rows["monitoring_return"] else ""
            put_everything(ledger, without_names(rows, names, instead))
            ledger.close()
    left = _left(target, tuple(names.names))
    if left:
        target.unlink()
        raise Refusal(f"“{left}” could not be taken out of the copy, which was removed. Tell who keeps this program.")


def _left(target: Path, names: tuple[str, ...]) -> str:
    """The first of the names that still stands in the file's bytes as words of its own."""
    pattern = pattern_of(names)
    found = pattern.search(target.read_bytes().decode("utf-8", "replace")) if pattern else None
    return found[0] if found else ""
