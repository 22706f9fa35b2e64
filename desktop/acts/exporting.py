"""The register sent to Excel, to a PDF, to paper."""

from collections.abc import Collection
from pathlib import Path

from PySide6.QtWidgets import QWidget

from db.rules.decision import ContractId
from db.whereabouts import Whereabouts
from desktop.acts import work
from desktop.acts.officer import who_are_you
from desktop.acts.saving import save_as
from desktop.desk import Desk
from exports.view_table import ViewTable


def export_register(desk: Desk, parent: QWidget | None, ids: Collection[ContractId] | None = None) -> Path | None:
    """Save the register as a workbook: all contracts, or those of these ids.

    The whole one can be edited and come back.
    """
    if not who_are_you(desk.session, parent):
        return None
    known = desk.register.contracts.ids()
    some = None if ids is None or set(ids) >= set(known) else tuple(each for each in known if each in set(ids))
    author = desk.session.author()
    return save_as(
        parent,
        "Save the register as a workbook",
        f"Register {desk.day.isoformat()}",
        ".xlsx",
        "Making the workbook",
        work.register_as_workbook,
        Whereabouts.of(desk.register),
        some,
        desk.day,
        f"{author.name}, {author.post}",
        desk.session.now(),
        "All contracts" if some is None else f"{len(some)} of {len(known)} contracts",
    )


def export_view(desk: Desk, parent: QWidget | None, table: ViewTable) -> Path | None:
    """Save a view as a workbook: its rows and columns as they stand."""
    title, words = "Save this view as a workbook", "Making the workbook"
    return save_as(parent, title, _name(desk), ".xlsx", words, work.view_as_workbook, table)


def view_as_pdf(desk: Desk, parent: QWidget | None, table: ViewTable) -> Path | None:
    """Save a view as a PDF."""
    return save_as(parent, "Save this view as a PDF", _name(desk), ".pdf", "Making the PDF", work.view_as_pdf, table)


def print_view(desk: Desk, parent: QWidget, table: ViewTable) -> object:
    """Print a view; what is given is to be kept until it ended. None where the officer went back."""
    from desktop.acts.waiting import done_away
    from desktop.pdf.printing import ask_and_print

    content = done_away(parent, "Setting the pages", work.view_as_pdf, table)
    return None if content is None else ask_and_print(content, f"Register {desk.day.isoformat()}", parent)


def _name(desk: Desk) -> str:
    return f"Register view {desk.day.isoformat()}"
