"""A sentence that must be read, over the window."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def tell(parent: QWidget, title: str, sentence: str) -> None:
    """Show a sentence over a window, which can be used again once it is read."""
    from desktop.dialogs.told_dialog import ToldDialog

    told = ToldDialog(title, sentence, parent)
    told.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    told.open()
