"""How every act is carried out: the officer is known, the register can be written, and a refusal keeps the form."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtWidgets import QWidget

from db.changes import Changed
from db.rules.refusal import Refusal
from desktop.desk import Desk
from desktop.dialogs.act_dialog import ActDialog
from desktop.dialogs.told_dialog import ToldDialog

T = TypeVar("T")


def carry_out(desk: Desk, dialog: ActDialog[T], attempt: Callable[[T], Changed]) -> Changed | None:
    """Ask until the act is done or the officer goes back. What was typed stays while it is refused."""
    done: list[Changed] = []
    dialog.attempt = lambda value: done.append(attempt(value))
    if ready(desk, dialog.parentWidget()):
        dialog.exec()
    dialog.setParent(None)
    dialog.deleteLater()
    return done[0] if done else None


def ready(desk: Desk, parent: QWidget | None) -> bool:
    """Whether something can be changed now: a register that can be written, and an officer whose name is known."""
    from desktop.acts.officer import who_are_you

    if desk.register.read_only:
        tell(parent, "Nothing can be changed", f"{desk.register.read_only_because} Nothing was changed.")
        return False
    return who_are_you(desk.session, parent)


def tell(parent: QWidget | None, title: str, sentence: str) -> None:
    """Say a sentence that the officer must read."""
    dialog = ToldDialog(title, sentence, parent)
    dialog.exec()
    dialog.setParent(None)
    dialog.deleteLater()


def looked_up(parent: QWidget | None, look: Callable[[], T]) -> T | None:
    """What a look into the register gives; a refusal is told, and there is nothing."""
    try:
        return look()
    except Refusal as refusal:
        tell(parent, "That could not be done", str(refusal))
        return None
