"""A screen of a table and, beside it, all that is known of the row the keyboard is on."""

from PySide6.QtWidgets import QWidget

from desktop.desk import Desk
from desktop.look.parts import GAP
from desktop.screens.beside import Beside
from desktop.screens.listing import Listing
from desktop.screens.screen import Screen
from desktop.screens.tall import Tall

TABLE_LINES, PANE_LINES = 8, 12
"""Lines of type the table and the pane have room for at least, the table's heading among them."""


class ListScreen(Screen):
    """Lists rows and shows the chosen one. A subclass builds the listing and the pane, and fills both."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.shown_id = ""
        """The row shown in the pane; nothing where none is."""

    def show_detail(self, row_id: str) -> None:
        """Fill the pane with a row, or empty it. Each screen's own."""
        raise NotImplementedError

    def show_row(self, row_id: str) -> None:
        """Bring a row into view and choose it, lifting search and filters that hide it."""
        self.refresh()
        if not self.listing.table.choose(row_id):
            self.listing.clear_all()
            self.listing.table.choose(row_id)

    def join(self, listing: Listing, pane: QWidget) -> None:
        """Stand the table and the pane beside each other, or below where there is little room."""
        self.listing = listing
        self.pane = pane
        listing.setContentsMargins(0, 0, 2 * GAP, 0)
        panes = Beside(listing, pane, f"{self.name}Panes")
        panes.setStretchFactor(1, 2)
        panes.setSizes([680, 390])
        self.body.addWidget(Tall(panes, {listing.table: TABLE_LINES, pane: PANE_LINES}), 1)
        listing.table.chosen.connect(self._follow)
        listing.counted.connect(self.counted)

    def show_again(self) -> None:
        """Fill the pane anew after a load, keeping the row; where none is chosen, the first."""
        table = self.listing.table
        self.pane.setVisible(table.rows.total > 0)
        if not table.current_id() and table.rows.rowCount():
            self.shown_id = table.rows.id_at(0)
            table.choose(self.shown_id)
        self.shown_id = table.current_id()
        self.show_detail(self.shown_id)

    def _follow(self, ids: tuple[str, ...]) -> None:
        wanted = self.listing.table.current_id()
        if wanted in ids and wanted != self.shown_id:
            self.shown_id = wanted
            self.show_detail(wanted)
