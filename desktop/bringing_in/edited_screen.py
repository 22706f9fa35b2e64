"""A workbook of this register that was edited and comes back: its changes and nothing else, settled one by one."""

from PySide6.QtWidgets import QButtonGroup, QRadioButton, QWidget

from db.changes import Changed
from db.own_workbook.against import compare
from db.own_workbook.changes import Incoming
from db.returns.cells import Cells
from db.rules.refusal import Refusal
from desktop.acts.carrying_out import ready, tell
from desktop.bringing_in import work
from desktop.bringing_in.edited_rows import AskedRow, Fate, What, answers, asked_rows, facts_of_row, first_fate
from desktop.bringing_in.file_screen import FileScreen
from desktop.bringing_in.given import EDITED
from desktop.look.palette import Tone
from desktop.look.theme import theme
from desktop.screens.beside import Beside
from desktop.screens.detail import Detail
from desktop.screens.listing import EmptyPage, Listing
from desktop.screens.screen import Place
from desktop.tables.columns import Chip, Column, chip_column, text_column, yielding
from desktop.tables.table_view import TableView

_TONES = {Fate.OPEN: Tone.SOON, Fate.TAKEN: Tone.DONE, Fate.LEFT: Tone.NEUTRAL}
MANY = 300
"""Up to so many contracts a workbook is held against the register while the officer looks."""
_SAME = "Nothing in this workbook is different from the register."


def _columns(screen: "EditedScreen") -> tuple[Column[AskedRow], ...]:
    return (
        yielding(chip_column("Becomes", lambda row: _chip(screen.fate(row)), width=13), least=12),
        yielding(text_column("What", lambda row: row.what.value, width=11), gives_way=1),
        yielding(text_column("Row", lambda row: row.name, width=16, stretch=True), least=14),
        yielding(text_column("Field", lambda row: row.title, width=12), least=8),
        yielding(text_column("In the register", lambda row: row.ours, width=13, stretch=True), least=11),
        yielding(text_column("In the workbook", lambda row: row.theirs or row.sentence, width=13, stretch=True), 11),
        yielding(text_column("Sheet", lambda row: row.sheet, width=14), least=9, gives_way=2),
        yielding(text_column("Cell", lambda row: row.cell, width=8), gives_way=3),
    )


def _chip(fate: Fate) -> Chip:
    return Chip(_TONES[fate], fate.value)


class EditedScreen(FileScreen):
    """One edited workbook at a time."""

    name = EDITED
    heading = "Take in an edited workbook"
    empty_words = (
        "Drop the register’s workbook here after it was edited, or choose it. "
        "You see what was changed in it, and only that, before anything is taken in."
    )
    file_words = "The edited workbook"

    def make_whole(self) -> QWidget:
        self.rows: tuple[AskedRow, ...] = ()
        self._incoming = Incoming()
        self._cells: Cells | None = None
        self._fates: dict[str, Fate] = {}
        table = TableView(_columns(self), "editedTable", "What the workbook changes", layouts=self.desk.session)
        self.listing = Listing(table, "things to look at", EmptyPage("done", _SAME, "Choose another file…"))
        self.listing.next_step.connect(self.ask_file)
        self.listing.add_filter("Kind", "Everything", tuple(What), lambda row: row.what.value)
        self.listing.counted.connect(self.counted)
        self.pane = Detail("editedDetail", "What becomes of it")
        table.chosen.connect(lambda _ids: self._show_chosen())
        table.opened.connect(lambda _id: self._focus_choice())
        self._least()
        theme().changed.connect(self._least)
        beside = Beside(self.listing, self.pane, "editedPanes")
        beside.setSizes([800, 400])
        return beside

    def fate(self, row: AskedRow) -> Fate:
        """What becomes of a row as things stand."""
        return self._fates.get(row.id, Fate.OPEN)

    @property
    def open_rows(self) -> tuple[AskedRow, ...]:
        """What still has to be settled."""
        return tuple(row for row in self.rows if self.fate(row) is Fate.OPEN)

    def keyboard_home(self) -> QWidget | None:
        return self.listing.table if self.pages.currentWidget() is self.whole else None

    def settle(self, row_id: str, fate: Fate) -> None:
        """Say what becomes of a row, and go on to the next one that waits."""
        self._fates[row_id] = fate
        self._show_rows()
        if self.open_rows:
            self.listing.table.choose(self.open_rows[0].id)
            self._focus_choice()
        else:
            self.listing.table.choose(row_id)
        self._tell()

    def show_cells(self, content: bytes, cells: Cells) -> None:
        self._cells, self.rows = cells, ()
        self._fates = {}
        self.show_again()
        if self.pages.currentWidget() is self.whole:
            self.listing.table.setFocus()

    def show_again(self) -> None:
        if self._cells is None or self.path is None:
            return
        register = self.desk.register
        if register.path and len(register.contracts.ids()) > MANY:
            self.accept.setEnabled(False)
            self.run(self._show_incoming, work.compared, register.path, self._cells)
            return
        try:
            incoming = compare(register, self._cells)
        except Refusal as refusal:
            self.refuse(str(refusal))
            return
        self._show_incoming(incoming)

    def accept_file(self) -> None:
        if not self.accept.isEnabled() or not ready(self.desk, self.window()):
            return
        from db.operations.apply_changes import apply_changes

        given = answers(self._incoming, self.rows, self._fates)
        name = self.path.name if self.path else ""
        try:
            self.desk.act(apply_changes, given.incoming, name, given.settled, given.added, given.removed, self.desk.day)
        except Refusal as refusal:
            tell(self.window(), "Nothing was taken in", str(refusal))
            return
        self.given.clear()
        self.went.emit(Place("register"))

    def concerns(self, done: Changed) -> bool:
        return self.given.path is not None

    def _least(self) -> None:
        for part in (self.listing, self.pane):
            part.setMinimumHeight(self.fontMetrics().height() * 13)

    def _show_incoming(self, incoming: Incoming) -> None:
        """What the workbook changes of the register as it is now; what was said of the same things stays said."""
        said = {_key(row): self.fate(row) for row in self.rows}
        self._incoming, self.rows = incoming, asked_rows(incoming)
        self._fates = {row.id: said.get(_key(row), first_fate(row)) for row in self.rows}
        self.show_state(self.whole)
        self._show_rows()
        self._show_chosen()
        self._tell()

    def _show_rows(self) -> None:
        self.listing.table.rows.show_rows(self.rows, lambda row: row.id, lambda row: row.sentence)

    def _show_chosen(self) -> None:
        table = self.listing.table
        self.pane.setVisible(bool(self.rows))
        if not table.current_id() and table.rows.rowCount():
            table.choose(table.rows.id_at(0))
        row = next((each for each in self.rows if each.id == table.current_id()), None)
        self.pane.begin(f"{row.name}: {row.title}" if row else "")
        if row:
            self._show(row)
        self._show_notes()

    def _show(self, row: AskedRow) -> None:
        self.pane.say(f"{row.what.value}. Sheet “{row.sheet}”{', ' + row.cell if row.cell else ''}.", "quiet")
        self.pane.say(row.sentence)
        self.pane.facts(list(facts_of_row(row)))
        if row.can_take:
            self._offer(row)
        found = self.desk.register.contracts.find(row.name)
        if found:
            go = Place("contract", found)
            self.pane.links([("Open the contract", row.name, lambda: self.went.emit(go))])

    def _offer(self, row: AskedRow) -> None:
        group = QButtonGroup(self.pane.widget())
        for fate, words in _choices(row):
            made = QRadioButton(words)
            made.setObjectName(f"fate {fate.value}")
            made.setChecked(self.fate(row) is fate)
            group.addButton(made)
            made.clicked.connect(lambda _=False, fate=fate: self.settle(row.id, fate))
            self.pane.add(made)

    def _show_notes(self) -> None:
        if self._incoming.notes:
            self.pane.group("How it was read")
            for note in self._incoming.notes:
                self.pane.say(note, "quiet")

    def _focus_choice(self) -> None:
        found = self.pane.findChild(QRadioButton)
        if found:
            found.setFocus()

    def _tell(self) -> None:
        given = answers(self._incoming, self.rows, self._fates)
        waiting = len(self.open_rows)
        words = "1 change" if given.count == 1 else f"{given.count:,} changes"
        self.accept.setText(f"Ta&ke in {words}")
        self.accept.setAccessibleName(f"Take in {words}")
        self.accept.setEnabled(bool(given.count) and not waiting and not self.desk.register.read_only)
        facts = [self.path.name if self.path else "", words if self.rows else "nothing is different"]
        told = sum(row.what is What.NOT_APPLIED for row in self.rows)
        facts += [f"{told:,} done by acts of their own"] if told else []
        self.facts.setText(" · ".join(facts))
        if waiting:
            things = "1 thing waits" if waiting == 1 else f"{waiting:,} things wait"
            self.bar.tell(f"{things} for your word: each is marked “{Fate.OPEN}”.", Tone.SOON)
        else:
            self.bar.clear()


def _choices(row: AskedRow) -> tuple[tuple[Fate, str], ...]:
    if row.what is What.ADDED:
        return (Fate.TAKEN, "Take the new row in"), (Fate.LEFT, "Leave it out")
    if row.what is What.REMOVED:
        return (Fate.TAKEN, "Take the contract out of the register"), (Fate.LEFT, "Keep it")
    return (Fate.TAKEN, "The workbook’s value"), (Fate.LEFT, "The register’s value")


def _key(row: AskedRow) -> tuple[str, str, str, str, str]:
    return row.what.value, row.sheet, row.name, row.title, row.theirs
