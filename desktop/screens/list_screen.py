"""A screen of a table and, beside it, all that is known of the row the keyboard is on."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QWidget

from desktop.desk import Desk
from desktop.screens.listing import Listing
from desktop.screens.screen import Screen


class ListScreen(Screen):
    """Lists rows and shows the chosen one. A subclass builds the listing and the pane, and fills both."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.shown_id = ""
        """The row shown in the pane; nothing where none is."""
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.setObjectName(f"{self.name}Panes")
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setHandleWidth(9)

    def show_detail(self, row_id: str) -> None:
        """Fill the pane with a row, or empty it. Each screen's own."""
        raise NotImplementedError

    def show_row(self, row_id: str) -> None:
        """Bring a row into view and choose it, lifting search and filters that hide it."""
        self.refresh()
        if not self.listing.table.choose(row_id):
            self.listing.clear_all()
            self.listing.table.choose(row_id)

    def join(self, listing: Listing, pane: QWidget, shares: tuple[int, int] = (3, 2)) -> None:
        """Stand the table and the pane side by side."""
        self.listing = listing
        self.pane = pane
        self.splitter.addWidget(listing)
        self.splitter.addWidget(pane)
        for at, share in enumerate(shares):
            self.splitter.setStretchFactor(at, share)
        self.splitter.setSizes([share * 300 for share in shares])
        self.body.addWidget(self.splitter, 1)
        listing.table.chosen.connect(self._follow)
        listing.counted.connect(self.counted)

    def show_again(self) -> None:
        """Fill the pane anew after a load, keeping the row; where none is chosen, the first."""
        table = self.listing.table
        self.pane.setVisible(table.rows.total > 0)
        if not table.current_id() and table.rows.rowCount():
            table.choose(table.rows.id_at(0))
        self.shown_id = table.current_id()
        self.show_detail(self.shown_id)

    def _follow(self, ids: tuple[str, ...]) -> None:
        wanted = self.listing.table.current_id()
        if wanted in ids and wanted != self.shown_id:
            self.shown_id = wanted
            self.show_detail(wanted)
