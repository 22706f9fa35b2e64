"""Registers that were kept in spreadsheets, as their councils might have made them, and a screen that reads one."""

import csv
from pathlib import Path

from pytestqt.qtbot import QtBot

from desktop.bringing_in.file_screen import FileScreen

HEADINGS = ("Ref", "Contract title", "Supplier", "Start date", "End date", "Extension options", "Annual value",
            "Contract manager", "Comments")  # fmt: skip
ROWS: tuple[tuple[str, ...], ...] = (
    ("OLD-1", "Carers’ support", "Involve", "01/04/2021", "31/03/2026", "2 x 12 months", "£125,000.00", "A", "=1+1"),
    ("OLD-2", "Day opportunities", "Example Care Ltd", "13/05/2022", "12/05/2025", "", "£48,000", "B", "+44 1622"),
    ("OLD-3", "Advocacy", "Example Advice CIC", "01/06/2020", "31/02/2025", "", "£9,500", "A", ""),
    ("OLD-4", "", "Example Advice CIC", "01/06/2020", "31/05/2027", "", "£7,000", "A", "lost its name"),
)


def old_register(path: Path, rows: tuple[tuple[str, ...], ...] = ROWS) -> Path:
    """A register as comma-separated text."""
    with path.open("w", newline="", encoding="utf-8-sig") as file:
        csv.writer(file).writerows((HEADINGS, *rows))
    return path


def read(screen: FileScreen, qtbot: QtBot) -> None:
    """Wait until the file given to a screen is read."""
    screen.refresh()
    qtbot.waitUntil(lambda: screen.pages.currentWidget() is not screen.reading and not screen.is_busy, timeout=20_000)
