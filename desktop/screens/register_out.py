"""The register sent away as it is looked at: to a workbook, to paper, to a PDF."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from db.rules.decision import ContractId
from desktop import acts
from desktop.desk import Desk
from desktop.grid.grid_listing import GridListing


class RegisterOut(QObject):
    """Exports and prints the view."""

    def __init__(self, desk: Desk, listing: GridListing, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk, self._listing, self._page = desk, listing, parent

    def export(self) -> None:
        """Save the view as a workbook."""
        acts.export_register(
            self._desk, self._page.window(), tuple(map(ContractId, self._listing.table.rows.shown_ids()))
        )

    def ask(self) -> None:
        """Print."""
