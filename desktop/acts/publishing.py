"""Publishing a decision: its files saved, and the day it was published recorded."""

from pathlib import Path

from PySide6.QtWidgets import QWidget

from db.changes import Changed
from db.operations.publish import record_published
from db.rules.decision import DecisionId
from desktop.acts.carrying_out import carry_out, looked_up
from desktop.acts.saving import ask_path, keep, save_as
from desktop.desk import Desk
from desktop.dialogs.published_dialog import PublishedDialog
from desktop.publishing.versions import KINDS, Record, Version, file_of


def save_version(
    desk: Desk, parent: QWidget | None, record: Record, version: Version, suffix: str, title: str = ""
) -> Path | None:
    """Save one file of a version: the signed PDF as it was filed, or made in the worker."""
    title, name = title or f"Save the {version.value.lower()}", record.name(version)
    if suffix == ".pdf" and record.is_signed(version):
        content = looked_up(parent, lambda: file_of(desk.register, record, version, suffix))
        path = ask_path(parent, title, name, suffix) if content is not None else None
        return keep(parent, path, content) if path is not None and content is not None else None
    return save_as(parent, title, name, suffix, "Making the file", KINDS[suffix], record.version(version))


def publish(desk: Desk, parent: QWidget | None, decision_id: DecisionId) -> Changed | None:
    """Record that a decision was published."""
    decision = looked_up(parent, lambda: desk.register.decisions.by_id(decision_id))
    if decision is None:
        return None
    dialog = PublishedDialog(decision, desk.day, parent)
    return carry_out(desk, dialog, lambda published: desk.act(record_published, decision_id, published))
