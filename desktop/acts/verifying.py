"""Checking a signed PDF: read and checked in the worker, held against the register, and shown."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from db.register import Register
from desktop.acts.carrying_out import looked_up
from desktop.acts.waiting import done_away
from desktop.checked_file import CheckedFile, check_file
from desktop.filed_copies import match
from desktop.screens.verify import VerifyDialog
from desktop.session import Session
from desktop.trusting import contents

_KINDS = "PDF documents (*.pdf);;All files (*)"


def verify_pdf(session: Session, register: Register | None, parent: QWidget | None, path: Path | None = None) -> None:
    """Check a PDF, asking which where none is named, until the officer has checked all they want to."""
    wanted: list[Path | None] = [path or _asked(parent)]
    while wanted and (file := wanted.pop()) is not None:
        checked = _checked(session, parent, file)
        if checked is not None:
            dialog = VerifyDialog(checked, match(register, checked) if register else None, parent)
            dialog.another.connect(lambda file=file: wanted.append(_asked(parent, file.parent)))
            dialog.exec()
            dialog.setParent(None)
            dialog.deleteLater()


def show_checked(register: Register, parent: QWidget | None, checked: CheckedFile) -> None:
    """Show everything about the signatures of a file that was checked."""
    dialog = VerifyDialog(checked, match(register, checked), parent)
    dialog.again_button.hide()
    dialog.exec()
    dialog.setParent(None)
    dialog.deleteLater()


def _checked(session: Session, parent: QWidget | None, file: Path) -> CheckedFile | None:
    held_against = looked_up(parent, lambda: contents(session))
    if held_against is None:
        return None
    return done_away(parent, f"Checking “{file.name}”", check_file, file, session.moment(), *held_against)


def _asked(parent: QWidget | None, folder: Path | None = None) -> Path | None:
    found, _ = QFileDialog.getOpenFileName(parent, "Verify a signed PDF", str(folder or Path.home()), _KINDS)
    return Path(found) if found else None
