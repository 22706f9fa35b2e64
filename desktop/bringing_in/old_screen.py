"""A register that was kept in a spreadsheet, brought in: the sheet as it is, what was understood, what waits."""

from dataclasses import replace

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QMenu, QScrollArea, QWidget

from db.changes import Author, Changed
from db.incoming.choices import Choices
from db.incoming.fields import Field
from db.incoming.plan import Plan
from db.operations.bring_in import bringing_in, known_to
from db.register import Register
from db.returns.cells import Cells, address
from db.rules.refusal import Refusal
from desktop.acts.carrying_out import ready, tell
from desktop.bringing_in import work
from desktop.bringing_in.file_screen import FileScreen
from desktop.bringing_in.given import OLD
from desktop.bringing_in.in_slices import CalledOffError, in_slices
from desktop.bringing_in.old_lists import OldLists
from desktop.bringing_in.old_menus import column_menu, row_menu
from desktop.bringing_in.old_pane import OldPane
from desktop.bringing_in.old_sheets import OldSheets
from desktop.importing.sheet_above import SheetAbove
from desktop.look.palette import Tone
from desktop.screens.beside import Beside
from desktop.screens.screen import Place


class OldRegisterScreen(FileScreen):
    """One register at a time. Every choice has it planned again; nothing is kept until it is accepted."""

    name = OLD
    heading = "Bring a register in"
    empty_words = (
        "Drop the register you kept so far here, or choose it: Excel, OpenDocument, CSV, with headings or without. "
        "You see what becomes of every row before anything is kept."
    )
    file_words = "The register to bring in"

    def make_whole(self) -> QWidget:
        self.plan: Plan | None = None
        self.choices = Choices()
        self._content, self._cells = b"", Cells("", "", {})
        self.sheets, self.pane, self.lists = OldSheets(), OldPane(), OldLists(self.desk.session)
        self.above = SheetAbove(self.sheets, self.lists, "oldDown")
        beside = Beside(self.above, self.pane, "oldAcross", above=0.6)
        beside.setSizes([860, 380])
        self._wire_parts()
        return beside

    def keyboard_home(self) -> QWidget | None:
        return self.sheets.grid if self.pages.currentWidget() is self.whole else None

    def choose_again(self, choices: Choices) -> None:
        """Have the register planned by other choices."""
        self.choices = choices
        self._plan_again()

    def fix(self, sheet: str, row: int, column: int, text: str) -> None:
        """A cell should say something else."""
        self.choose_again(replace(self.choices, fixes={**self.choices.fixes, (sheet, row, column): text}))

    def toggle(self, reference: str, field: Field) -> None:
        """Make a change, or leave what the register says."""
        self.choose_again(replace(self.choices, keep=self.choices.keep ^ {(reference, field)}))

    def show_cells(self, content: bytes, cells: Cells) -> None:
        self._content, self._cells, self.plan = content, cells, None
        self.choices = Choices()
        self._plan_again()

    def show_again(self) -> None:
        if self._content and self.path and not self.is_busy and self.plan is not None:
            self._plan_again()

    def accept_file(self) -> None:
        if not self.accept.isEnabled() or self.plan is None or not ready(self.desk, self.window()):
            return
        waiting = bool(self.plan.listed)
        done = self._bring_in(self.plan)
        if done is not None:
            self.given.clear()
            self.went.emit(Place("toDo" if waiting else "register"))

    def concerns(self, done: Changed) -> bool:
        return self.given.path is not None and not self.is_busy

    def _bring_in(self, plan: Plan) -> Changed | None:
        content, self._content = self._content, b""
        refused = ""
        try:
            return self.desk.act(self._brought_in, plan, content)
        except CalledOffError:
            self._content = content
        except Refusal as refusal:
            self._content, refused = content, str(refusal)
        if refused:
            tell(self.window(), "The register was not brought in", refused)
        return None

    def _brought_in(self, register: Register, by: Author, plan: Plan, content: bytes) -> Changed:
        return in_slices(self.desk, self, "Bringing the register in", bringing_in(register, by, plan, content))

    def _plan_again(self) -> None:
        register, today = self.desk.register, self.desk.session.today()
        if work.count_of(self._cells) > work.SMALL:
            self.accept.setEnabled(False)
            file = self._content, self._cells.file_name
            if register.path and register.wound_back_to is None:
                self.run(self._show_plan, work.planned_in, *file, register.path, today, self.choices)
            else:
                self.run(self._show_plan, work.planned, *file, known_to(register), today, self.choices)
            return
        from db.incoming.plan import plan

        try:
            self._show_plan(plan(self._cells, known_to(register), today, self.choices))
        except Refusal as refusal:
            self.bar.tell(str(refusal), Tone.SOON, closable=True)

    def _show_plan(self, plan: Plan) -> None:
        is_first, self.plan = self.plan is None, plan
        self.show_state(self.whole)
        if is_first:
            self.sheets.show_file(self._cells, plan, self.choices)
            self.lists.open_on(plan)
            self.above.begin()
            self.sheets.grid.setFocus()
        else:
            self.sheets.show_again(plan, self.choices)
        self.pane.show_plan(plan, self.choices, self.sheets.sheet)
        self.lists.show_plan(plan)
        self.above.fit()
        self._tell(plan)

    def _tell(self, plan: Plan) -> None:
        taken, waiting = plan.rows_accepted, len(plan.listed)
        self.facts.setText(f"{plan.file_name} · {plan.rows_in:,} rows: {taken:,} taken in, {waiting:,} to do")
        words = "1 row" if taken == 1 else f"{taken:,} rows"
        self.accept.setText(f"&Bring in {words}")
        self.accept.setAccessibleName(f"Bring in {words}")
        self.accept.setEnabled(bool(taken) and not self.desk.register.read_only)
        questions = len(plan.questions)
        if questions:
            asked = "1 question is" if questions == 1 else f"{questions:,} questions are"
            self.bar.tell(f"{asked} open: F9 goes there. Rows that hang on an answer wait until then.", Tone.SOON)
        elif plan.changed:
            self.bar.tell(f"{len(plan.changed):,} contracts of the register change: see Changes below.", Tone.LATER)
        else:
            self.bar.clear()

    def _wire_parts(self) -> None:
        self.sheets.fixed.connect(self.fix)
        self.sheets.headed.connect(self._ask_column)
        self.sheets.asked.connect(self._ask_row)
        self.sheets.turned.connect(self._on_turned)
        self.pane.chosen.connect(self.choose_again)
        self.pane.pointed.connect(self.sheets.go)
        self.lists.pointed.connect(self.sheets.go)
        self.lists.toggled.connect(self.toggle)

        for keys, do in (("F8", self.next_problem), ("F9", self.go_to_question)):
            made = QShortcut(QKeySequence(keys), self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
            made.activated.connect(do)

    def next_problem(self) -> None:
        """Go to the next cell to look at after the one in hand."""
        spots = [(each.sheet, each.cell) for each in (self.plan.problems if self.plan else ()) if each.cell]
        if spots:
            here = (self.sheets.sheet, self.sheets.where.text())
            at = (spots.index(here) + 1) % len(spots) if here in spots else 0
            self.sheets.go(*spots[at])
            self.sheets.grid.setFocus()

    def go_to_question(self) -> None:
        """Go to the first question that waits."""
        self.pane.focus_question()
        if self.pane.cards and isinstance(self.whole, QScrollArea):
            self.whole.ensureWidgetVisible(self.pane.cards[0])

    def _on_turned(self, sheet: str) -> None:
        if self.plan:
            self.pane.show_plan(self.plan, self.choices, sheet)

    def _ask_column(self, sheet: str, column: int, spot: QPoint) -> None:
        plans = self.plan.sheets if self.plan else ()
        found = next(
            (each for one in plans if one.name == sheet for each in one.columns if each.number == column), None
        )
        if found:
            _pop_up(column_menu(sheet, found, self.choices, self.choose_again, self), spot)

    def _ask_row(self, sheet: str, row: int, column: int, spot: QPoint) -> None:
        def take_back() -> None:
            fixes = {key: said for key, said in self.choices.fixes.items() if key != (sheet, row, column)}
            self.choose_again(replace(self.choices, fixes=fixes))

        menu = row_menu(sheet, row, self.choices, self.choose_again, take_back, self)
        menu.setAccessibleName(f"Cell {address(row, column)}")
        _pop_up(menu, spot)


def _pop_up(menu: QMenu, spot: QPoint) -> None:
    menu.aboutToHide.connect(menu.deleteLater)
    menu.popup(spot)
