"""Who is at work: asked once, before the first change."""

from PySide6.QtWidgets import QWidget

from desktop.dialogs.small_dialogs import WhoDialog
from desktop.session import Session


def who_are_you(session: Session, parent: QWidget | None, *, again: bool = False) -> bool:
    """Ask for the officer's name and post unless they are known; whether they are known then. `again` asks anyway."""
    officer = session.officer
    if officer and not again:
        return True
    dialog = WhoDialog(officer.name if officer else "", officer.post if officer else "", parent)
    dialog.attempt = lambda said: session.keep_officer(said.name, said.post)
    dialog.exec()
    dialog.setParent(None)
    dialog.deleteLater()
    return session.officer is not None
