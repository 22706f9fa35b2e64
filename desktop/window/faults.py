"""A fault that nothing else caught, told to the officer."""

import traceback

from PySide6.QtWidgets import QWidget

from db.rules.refusal import Refusal
from desktop.messages import FaultDialog
from desktop.window import telling

WORDS = (
    "The program met something it was not made for. What was saved is safe: every change is whole or not made at all. "
    "Copy the details, send them to whoever looks after the program, and carry on or start it again."
)


def tell(window: QWidget, fault: BaseException) -> None:
    """Tell a fault with its details; a refusal that was not caught is told as the sentence it is."""
    if isinstance(fault, Refusal):
        telling.tell(window, "That could not be done", str(fault))
        return
    FaultDialog(WORDS, "".join(traceback.format_exception(fault)), window).open()
