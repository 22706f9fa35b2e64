"""The register sent to Excel."""

from collections.abc import Collection
from pathlib import Path

from PySide6.QtWidgets import QWidget

from db.rules.decision import ContractId
from desktop.acts import work
from desktop.acts.officer import who_are_you
from desktop.acts.saving import save_as
from desktop.desk import Desk


def export_register(desk: Desk, parent: QWidget | None, ids: Collection[ContractId] | None = None) -> Path | None:
    """Save the register as a workbook: all contracts, or those of these ids."""
    if not who_are_you(desk.session, parent):
        return None
    known = desk.register.contracts.all()
    contracts = known if ids is None else tuple(each for each in known if each.id in set(ids))
    author = desk.session.author()
    view = "All contracts" if len(contracts) == len(known) else f"{len(contracts)} of {len(known)} contracts"
    return save_as(
        parent,
        "Save the register as a workbook",
        f"Register {desk.day.isoformat()}",
        ".xlsx",
        "Making the workbook",
        work.register_as_workbook,
        contracts,
        desk.day,
        f"{author.name}, {author.post}",
        desk.session.now(),
        view,
        desk.register.decisions.all(),
        desk.register.providers.all(),
    )
