"""Opening a kept file in another program, as a copy that cannot be written over and goes when this program ends."""

from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from db.rules.refusal import Refusal
from exports.files import safe_name

SHEETS = frozenset({".xlsx", ".xlsm", ".xls", ".xlsb", ".ods", ".csv", ".tsv", ".txt"})
"""What is opened. Anything else, such as a program under a workbook's name, is only saved."""

_COPIES: list[TemporaryDirectory[str]] = []


def open_copy(content: bytes, file_name: str) -> Path:
    """Open a copy of a provider's file and give its place.

    Raises:
        Refusal: it is no workbook or list by its name, or nothing here opens such files.
    """
    suffix = Path(file_name).suffix.lower()
    if suffix not in SHEETS:
        raise Refusal(f"“{file_name}” is no workbook by its name, so it is not opened from here. Save it instead.")
    folder = TemporaryDirectory(prefix="contract-desk-", ignore_cleanup_errors=True)
    _COPIES.append(folder)
    copy = Path(folder.name) / safe_name(Path(file_name).stem, suffix)
    copy.write_bytes(content)
    copy.chmod(0o400)
    if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(copy))):
        raise Refusal(f"No program here opens “{file_name}”. Save it and open it where there is one.")
    return copy
