"""Take back the last act, or do it again. Both are acts of their own in the journal."""

from db.changes import Author, Changed
from db.operations.file_record import FILED
from db.register import Register
from db.rules.refusal import Refusal
from db.store.history import do_again, take_back
from db.store.journal import EntryKind


def undo(register: Register, by: Author) -> Changed:
    """Take back the newest act that has not been taken back.

    Raises:
        Refusal: there is nothing to undo, or a signed record was filed last.
    """
    last = register.journal.next_undo()
    if last is None:
        raise Refusal("There is nothing to undo.")
    if last.verb == FILED:
        raise Refusal(
            f"“{last.sentence}” stays: a signed record is never taken back, nor what came before it. "
            "Write a new decision that corrects it."
        )
    with register.acting(by, "undo", f"Undid: {last.sentence}") as ledger:
        take_back(ledger, last.seq)
        return ledger.close(EntryKind.UNDONE, last.seq)


def redo(register: Register, by: Author) -> Changed:
    """Do again the act that was taken back last.

    Raises:
        Refusal: there is nothing to redo.
    """
    last = register.journal.next_redo()
    if last is None:
        raise Refusal("There is nothing to redo.")
    with register.acting(by, "redo", f"Redid: {last.sentence}") as ledger:
        do_again(ledger, last.seq)
        return ledger.close(EntryKind.REDONE, last.seq)
