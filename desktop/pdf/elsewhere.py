"""Opening a document in another program, as a copy that goes when this program ends."""

from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from exports.files import safe_name

_COPIES: list[TemporaryDirectory[str]] = []
"""Folders only the officer can look into; they go at the end."""


def open_elsewhere(content: bytes, title: str) -> bool:
    """Open a copy in whatever opens PDFs here, whether anything does. The copy cannot be written over."""
    folder = TemporaryDirectory(prefix="contract-desk-", ignore_cleanup_errors=True)
    _COPIES.append(folder)
    copy = Path(folder.name) / safe_name(title, ".pdf")
    copy.write_bytes(content)
    copy.chmod(0o400)
    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(copy)))
