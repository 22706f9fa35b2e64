"""Contracts that were taken out of the register, and putting them back."""

from PySide6.QtWidgets import QWidget

from db.operations.withdraw import restore_contract
from db.rules.contract import Withdrawn
from db.rules.dates import show_day
from db.rules.refusal import Refusal
from desktop.acts.carrying_out import ready, tell
from desktop.desk import Desk
from desktop.look.parts import button
from desktop.screens.listing import EmptyPage, Listing
from desktop.screens.screen import Place, Screen
from desktop.tables.columns import Column, day_column, text_column, yielding
from desktop.tables.table_view import TableView

COLUMNS: tuple[Column[Withdrawn], ...] = (
    yielding(text_column("Reference", lambda row: row.reference, width=22), least=14),
    yielding(text_column("Title", lambda row: row.title, width=34), least=20),
    day_column("Taken out on", lambda row: row.withdrawn_on),
    yielding(text_column("Why", lambda row: row.because, width=40, stretch=True), least=20),
)
EMPTY = (
    "A contract that was entered by mistake is taken out on its page, under More. It waits here and can be put back."
)


class TakenOutScreen(Screen):
    """Everything of a contract comes back with it."""

    name = "takenOut"
    heading = "Taken out of the register"

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._rows: dict[str, Withdrawn] = {}
        self.restore = button("&Put back", "restoreContract", icon="undo", role="act")
        self.restore.clicked.connect(self.put_back)
        self.buttons.addWidget(self.restore)
        self.table = TableView(COLUMNS, "takenOutTable", "Contracts taken out", layouts=desk.session)
        self.listing = Listing(self.table, "contracts", EmptyPage("close", EMPTY, "Go to the register"))
        self.listing.next_step.connect(lambda: self.went.emit(Place("register")))
        self.listing.counted.connect(self.counted)
        self.table.chosen.connect(lambda _ids: self._enable())
        self.table.opened.connect(lambda _id: self.put_back())
        self.body.addWidget(self.listing, 1)

    def load(self) -> None:
        rows = self.desk.register.contracts.withdrawn()
        self._rows = {row.id: row for row in rows}
        self.table.rows.show_rows(rows, lambda row: row.id)
        newest = max((row.withdrawn_on for row in rows), default=None)
        self.facts.setText(f"{len(rows):,} taken out, the last on {show_day(newest)}" if newest else "None")
        self.restore.setVisible(bool(rows))
        self._enable()

    def put_back(self) -> None:
        """Put the contract in hand back into the register."""
        row = self._rows.get(self.table.current_id())
        if row is None or not ready(self.desk, self.window()):
            return
        try:
            self.desk.act(restore_contract, row.id)
        except Refusal as refusal:
            tell(self.window(), "It was not put back", str(refusal))

    def _enable(self) -> None:
        self.restore.setEnabled(bool(self.table.current_id()) and not self.desk.register.read_only)
