"""Saving a file the officer chose: made in the worker, written beside and then put in place."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QFileDialog, QWidget

from db.rules.refusal import Refusal
from desktop.acts.carrying_out import tell
from desktop.acts.waiting import done_away
from desktop.messages import Toast
from exports.files import safe_name, write_beside_then_replace

_KINDS = {
    ".pdf": "PDF document (*.pdf)",
    ".xlsx": "Excel workbook (*.xlsx)",
    ".html": "Web page (*.html)",
    ".txt": "Text (*.txt)",
    ".csv": "Comma-separated text (*.csv)",
    ".json": "Open data (*.json)",
    ".zip": "Archive (*.zip)",
    ".register": "Register (*.register)",
}


def save_as(
    parent: QWidget | None,
    title: str,
    name: str,
    suffix: str,
    words: str,
    work: Callable[..., bytes],
    *args: Any,
) -> Path | None:
    """Ask where, have `work` make the content, write it; the path, or None where the officer went back."""
    path = ask_path(parent, title, name, suffix)
    if path is None:
        return None
    content = done_away(parent, words, work, *args)
    return keep(parent, path, content) if content is not None else None


def ask_path(parent: QWidget | None, title: str, name: str, suffix: str) -> Path | None:
    """Where the officer wants a file; the suffix is added where it was left out."""
    kind = _KINDS.get(suffix, "All files (*)")
    chosen, _ = QFileDialog.getSaveFileName(parent, title, safe_name(name, suffix), kind)
    if not chosen:
        return None
    path = Path(chosen)
    return path if path.suffix.lower() == suffix else path.with_name(path.name + suffix)


def keep(parent: QWidget | None, path: Path, content: bytes) -> Path | None:
    """Write a file and say so; a refusal is told."""
    try:
        write_beside_then_replace(path, content)
    except Refusal as refusal:
        tell(parent, "The file was not saved", str(refusal))
        return None
    say(parent, f"Saved “{path.name}” in {path.parent}")
    return path


def say(parent: QWidget | None, words: str) -> None:
    """Tell what was done in passing, where the window has a place for it."""
    toast = parent.window().findChild(Toast) if parent else None
    if toast is not None:
        toast.tell(words)
