"""The rows of an old register that were not taken in: what each says, why it waits, and settling it."""

from collections.abc import Iterable, Mapping, Sequence

from PySide6.QtWidgets import QWidget

from db.operations.bring_in import settle_rows
from db.rules.dates import show_day
from db.rules.refusal import Refusal
from db.rules.to_do import ToDo
from desktop.acts.carrying_out import ready, tell
from desktop.acts.contracts import add_contract
from desktop.acts.saving import save_as
from desktop.bringing_in.work import to_do_as_workbook
from desktop.desk import Desk
from desktop.look.parts import button
from desktop.screens.detail import Detail
from desktop.screens.list_screen import ListScreen
from desktop.screens.listing import EmptyPage, Listing
from desktop.screens.screen import Place
from desktop.tables.columns import Column, day_column, number_column, text_column
from desktop.tables.table_view import TableView

COLUMNS: tuple[Column[ToDo], ...] = (
    number_column("Row", lambda row: row.row, width=7),
    text_column("Why it waits", lambda row: row.reason, width=40),
    text_column("What it says", lambda row: _said(row.said), width=40, stretch=True),
    text_column("File", lambda row: row.file_name, width=20),
    text_column("Sheet", lambda row: row.sheet, width=12),
    day_column("Brought in", lambda row: row.brought_on),
)


class ToDoScreen(ListScreen):
    """Rows at the left, the chosen one as it came at the right."""

    name = "toDo"
    heading = "To do from the old register"

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._rows: dict[str, ToDo] = {}
        self.export = button("&Save as a workbook…", "exportToDo", icon="export")
        self.add = button("&Add contract…", "addToDo", icon="add")
        self.alike = button("Done with all of this &reason", "settleReason", icon="tick")
        self.settled = button("&Done with these rows", "settleToDo", icon="tick", role="act")
        self.export.clicked.connect(self.save)
        self.add.clicked.connect(lambda: add_contract(self.desk, self.window()))
        self.alike.clicked.connect(self.settle_reason)
        self.settled.clicked.connect(self.settle)
        for made in (self.export, self.add, self.alike, self.settled):
            self.buttons.addWidget(made)
        table = TableView(COLUMNS, "toDoTable", "Rows to do", layouts=desk.session)
        words = "Rows of an old register that could not be taken in wait here, with what they say and why."
        listing = Listing(table, "rows", EmptyPage("done", words, "Bring a register in…"))
        listing.next_step.connect(lambda: self.went.emit(Place("oldRegister")))
        self.detail = Detail("toDoDetail", "The row")
        self.join(listing, self.detail)

    def load(self) -> None:
        rows = self.desk.register.brought_in.to_do()
        self._rows = {row.id: row for row in rows}
        self.listing.table.rows.show_rows(rows, lambda row: row.id)
        files = {row.file_name for row in rows}
        self.facts.setText(f"{len(rows):,} rows of {', '.join(sorted(files))}" if rows else "Nothing waits")
        for made in (self.export, self.settled, self.alike, self.add):
            made.setVisible(bool(rows))
        for made in (self.settled, self.alike):
            made.setEnabled(not self.desk.register.read_only)
        self.show_again()

    def show_detail(self, row_id: str) -> None:
        row = self._rows.get(row_id)
        self.detail.begin(f"Row {row.row} of {row.sheet}" if row else "")
        if row:
            self.detail.say(row.reason)
            self.detail.say(f"“{row.file_name}”, brought in on {show_day(row.brought_on)}.", "quiet")
            self.detail.facts(list(row.said.items()))

    def settle(self) -> None:
        """Take the chosen rows off the list: they were entered by hand, or are not wanted."""
        self._settle(self._rows[each] for each in self.listing.table.chosen_ids() if each in self._rows)

    def settle_reason(self) -> None:
        """Take off the list every row that waits for the reason for which the one in hand waits."""
        hand = self._rows.get(self.shown_id)
        self._settle(each for each in self._rows.values() if hand and each.reason == hand.reason)

    def _settle(self, rows: Iterable[ToDo]) -> None:
        versions = {row.id: row.version for row in rows}
        if not versions or not ready(self.desk, self.window()):
            return
        try:
            self.desk.act(settle_rows, versions)
        except Refusal as refusal:
            tell(self.window(), "The rows stay on the list", str(refusal))

    def save(self) -> None:
        """Save the list as a workbook, each row under its own columns."""
        rows = tuple(self._rows.values())
        save_as(self.window(), "Save the rows to do", "Rows to do", ".xlsx", "Making the list", to_do_as_workbook, rows)


def _said(said: Mapping[str, str]) -> str:
    parts: Sequence[str] = tuple(said.values())
    return "  ·  ".join(parts)
