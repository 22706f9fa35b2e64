"""A copy of a register without the names in it, to show to others or to try things on."""

from collections.abc import Callable
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory

from db.changes import Author
from db.errors import NotARegister
from db.register import Register
from db.rules.anonymous import first_left, stand_ins, without_names
from db.rules.refusal import Refusal
from db.store.everything import everything, put_everything
from db.store.opening import give_name

Progress = Callable[[float], None]

NOBODY = "Contract Desk"
"""Who is named as having made the copy: not the officer, whose name may be among those taken out."""
_NO_FILE = b"The file was left out of this anonymised copy."
_FILE_SHA256 = sha256(_NO_FILE).hexdigest()


def _untold(_part: float) -> None:
    """Nobody asked how far it is."""


def anonymise(
    register: Register, target: Path, at: datetime, workshop: Path | None = None, progress: Progress = _untold
) -> None:
    """Make a new register of the contracts as they are now, without names, contacts, notes, files and history.

    People and providers have stand-ins, the same wherever they stand. What is left is searched for every name. The
    copy is made in a folder of its own, in the workshop or else beside its place, and is put in its place when it is
    whole; `progress` is told the part that is done, from 0 to 1.

    Raises:
        NotARegister: something is there already, or the folder is not.
        Refusal: a name was still found in the copy, which was then removed.
    """
    if target.exists():
        raise _is_there(target)
    try:
        with TemporaryDirectory(prefix=".without-names-", dir=workshop or target.parent) as folder:
            made = Path(folder) / target.name
            _make(register, made, at, progress)
            give_name(made, target)
    except FileExistsError:
        raise _is_there(target) from None
    except OSError as error:
        raise NotARegister(
            f"No copy can be made in “{target.parent}”: {error.strerror}. Choose another folder or name."
        ) from error


def _is_there(target: Path) -> NotARegister:
    return NotARegister(f"“{target}” is there already and was left as it is. Choose a new name.")


def _make(register: Register, target: Path, at: datetime, progress: Progress) -> None:
    rows = everything(register.contracts.connection)
    progress(0.1)
    names = stand_ins(rows)
    nameless = without_names(rows, names, _FILE_SHA256 if rows["monitoring_return"] else "")
    progress(0.25)
    with Register.create(target) as copy:
        by = Author(NOBODY, "anonymised copy", at)
        with copy.acting(by, "anonymise", "Made an anonymised copy") as ledger:
            if rows["monitoring_return"]:
                ledger.keep_file(_NO_FILE)
            put_everything(ledger, nameless)
            progress(0.5)
            ledger.close()
    progress(0.7)
    left = first_left(target.read_bytes().decode("utf-8", "replace"), names)
    if left:
        raise Refusal(f"“{left}” could not be taken out of the copy, which was removed. Tell who keeps this program.")
