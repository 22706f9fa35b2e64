"""Asking in a dialog and letting it go."""

from typing import TypeVar

from desktop.fields.form_dialog import FormDialog

T = TypeVar("T")


def answered(dialog: FormDialog[T]) -> T | None:
    """What a dialog is answered; None where the officer went back. The dialog is gone afterwards."""
    found = dialog.answer()
    dialog.setParent(None)
    dialog.deleteLater()
    return found
