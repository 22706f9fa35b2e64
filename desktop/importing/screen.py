"""Reading a return: the file as it is, what was understood of it, and accepting it. Nothing is modal until then."""

from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QWidget

from db.changes import Changed
from db.returns.taking.steps import Step
from db.rules.dates import show_day
from db.rules.decision import ContractId
from db.rules.monitoring import ReturnPeriod
from db.rules.refusal import Refusal
from db.rules.words import counted
from desktop.desk import Desk
from desktop.importing.accepting import accept, changes_of, earlier_return, figures_words, same_file
from desktop.importing.all_quarters import accept_all, quarters_in
from desktop.importing.candidates import candidates
from desktop.importing.in_hand import InHand
from desktop.importing.line import line_of
from desktop.importing.states import ReadingPage, RefusedPage
from desktop.importing.work import Opened
from desktop.importing.workbench import Workbench, scrolled
from desktop.look.palette import Tone
from desktop.look.parts import button
from desktop.messages import Bar
from desktop.screens.listing import EmptyPage
from desktop.screens.screen import Place, Screen

EMPTY = (
    "Drop a provider’s return here, or choose it: Excel, OpenDocument, CSV, in whatever layout it came. "
    "You see what was understood before anything is kept."
)


class ImportingScreen(Screen):
    """One file at a time, from the line of files that were dropped or chosen."""

    name = "importing"
    heading = "Read a return"

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.line = line_of(desk)
        self.hand: InHand | None = None
        self.bar = Bar(name="importBar")
        self.bench = Workbench(desk.session.today(), desk.session)
        self.whole = scrolled(self.bench)
        self.reading, self.refused = ReadingPage(), RefusedPage()
        self.empty = EmptyPage("import", EMPTY, "Choose a file…")
        self._add_buttons()
        self._stand()
        self._wire()
        self._add_keys()

    def load(self) -> None:
        if self.line.first is None:
            self._put_down()
            self._show_state(self.empty)
        elif self.hand is None or self.hand.path != self.line.first:
            self._take_up()
        else:
            self._tell()

    def concerns(self, done: Changed) -> bool:
        return self.hand is not None

    def keyboard_home(self) -> QWidget | None:
        return self.bench.sheets.grid if self.pages.currentWidget() is self.whole else None

    def put_away(self) -> None:
        self._put_down()
        self.line.clear()

    def take(self, step: Step) -> None:
        """Have the file understood again after a step of the officer."""
        if self.hand:
            self.hand.take(step)

    def accept_file(self) -> None:
        """Keep the file in hand and go on to the next."""
        if self.hand is None or not self.accept.isEnabled():
            return
        hand, received_on = self.hand, self._received()
        if received_on is None:
            return
        if accept(self.desk, self, hand, received_on) is None:
            return
        self._go_on(hand)

    def accept_quarters(self) -> None:
        """Keep every quarter of the file in hand and go on to the next file."""
        hand, received_on = self.hand, self._received()
        if hand is None or received_on is None or not self.accept_each.isEnabled():
            return
        done = accept_all(self.desk, self, hand, received_on)
        if done is not None and done.entry is None:
            self.bar.tell(done.sentence, Tone.DONE)
        elif done is not None:
            self._go_on(hand)

    def _go_on(self, hand: InHand) -> None:
        kept = earlier_return(self.desk, hand)
        self._next()
        if self.line.first is None and kept is not None:
            self.went.emit(Place("returns", kept.id))

    def _take_up(self) -> None:
        self._put_down()
        if self.line.first is None:
            return
        hand = self._hold(self.line.first)
        self.reading.begin(hand.path.name)
        self._show_state(self.reading)
        hand.begin()

    def look_at(self, path: Path, opened: Opened) -> None:
        """Show a file that was read already, outside the line."""
        self._put_down()
        self._hold(path).show_opened(opened)

    def _hold(self, path: Path) -> InHand:
        hand = InHand(path, candidates(self.desk.register, self.desk.session.today()), self)
        self.hand = hand
        hand.opened.connect(self._on_opened)
        hand.changed.connect(self._tell)
        hand.progressed.connect(self.reading.show_part)
        hand.refused.connect(self._on_refused)
        hand.stopped.connect(lambda words: self.bar.tell(words, Tone.SOON, closable=True))
        return hand

    def _put_down(self) -> None:
        hand, self.hand = self.hand, None
        if hand is not None:
            hand.cancel()
            hand.deleteLater()

    def _next(self) -> None:
        self._put_down()
        self.line.done()

    def _on_opened(self) -> None:
        if self.hand is None or self.hand.understood is None:
            return
        self.bench.begin(self.hand.understood, self.desk.session.today())
        self._show_state(self.whole)
        self._tell()
        self.bench.sheets.grid.setFocus()

    def _on_refused(self, words: str) -> None:
        self.refused.tell(words, more=len(self.line.waiting) > 1)
        self._show_state(self.refused)

    def _tell(self) -> None:
        """Show all that is understood now."""
        hand = self.hand
        if hand is None or hand.understood is None:
            return
        self.bench.show_file(hand, changes_of(self.desk, hand))
        self.facts.setText(" · ".join(self._facts(hand)))
        self._tell_state(hand)

    def _facts(self, hand: InHand) -> list[str]:
        facts = [hand.path.name]
        if self.line.given > 1:
            facts.append(f"file {self.line.given - len(self.line.waiting) + 1} of {self.line.given}")
        understood = hand.understood
        if understood:
            sheets = len(understood.cells.sheets)
            facts.append("1 sheet" if sheets == 1 else f"{sheets} sheets")
            questions, problems = len(understood.open_questions), len(understood.problems)
            facts += [f"{questions} to settle"] if questions else []
            facts += [f"{problems} {'problem' if problems == 1 else 'problems'}"] if problems else []
            facts += [] if questions or problems else ["nothing to settle: accept"]
        return facts

    def _tell_state(self, hand: InHand) -> None:
        same, before = same_file(self.desk, hand), earlier_return(self.desk, hand)
        words = figures_words(hand)
        self.accept.setText(f"&Accept {words}")
        self.accept.setAccessibleName(f"Accept {words}")
        is_known = hand.candidate is not None and hand.quarter is not None
        quarters = len(quarters_in(hand))
        self.accept_each.setText(f"Accept all {quarters} q&uarters")
        self.accept_each.setVisible(quarters > 1)
        self.accept_each.setEnabled(hand.candidate is not None and not self.desk.register.read_only)
        self.accept.setEnabled(is_known and bool(hand.readings) and same is None and not self.desk.register.read_only)
        if same:
            when = show_day(same.received_on)
            self.bar.tell(
                f"This very file is in the register already: {same.period.label}, received {when}.", Tone.DONE
            )
        elif hand.candidate is None:
            self.bar.tell("Choose the contract that this is a return of.", Tone.SOON)
        elif hand.quarter is None:
            self.bar.tell("Choose the quarter that this is the return of.", Tone.SOON)
        elif not hand.readings:
            self.bar.tell(f"The file gives nothing for {hand.quarter.label}. Choose another quarter.", Tone.SOON)
        elif before:
            self._tell_version(hand, before.number)
        else:
            self.bar.clear()

    def _tell_version(self, hand: InHand, number: int) -> None:
        count = len(changes_of(self.desk, hand))
        changed = "every figure is the same" if not count else f"{counted(count, 'figures')} changed"
        quarter = hand.quarter.label if hand.quarter else ""
        self.bar.tell(f"{quarter} is in the register. This becomes version {number + 1}: {changed}.", Tone.LATER)

    def _received(self) -> date | None:
        try:
            return self.bench.belonging.received.read()
        except Refusal as refusal:
            self.bar.tell(str(refusal), Tone.SOON)
            return None

    def _show_state(self, page: QWidget) -> None:
        is_whole = page is self.whole
        self.pages.setCurrentWidget(page)
        self.accept.setVisible(is_whole)
        self.leave_it.setVisible(is_whole)
        self.accept_each.setVisible(False)
        self.choose.setVisible(page is not self.empty)
        self.bar.clear()
        if not is_whole:
            self.facts.setText("")

    def _add_buttons(self) -> None:
        self.choose = button("Choose a f&ile…", "chooseReturn", icon="folder")
        self.leave_it = button("&Leave it", "leaveReturn", icon="close")
        self.accept_each = button("Accept all q&uarters", "acceptQuarters", icon="tick")
        self.accept_each.setToolTip("Each quarter that the file tells of becomes a return, in one act")
        self.accept = button("&Accept", "acceptImport", icon="tick", role="act")
        self.accept.setToolTip("Ctrl+Enter")
        for made in (self.choose, self.leave_it, self.accept_each, self.accept):
            self.buttons.addWidget(made)

    def _stand(self) -> None:
        self.pages = QStackedWidget()
        for page in (self.empty, self.reading, self.refused, self.whole):
            self.pages.addWidget(page)
        self.body.addWidget(self.bar)
        self.body.addWidget(self.pages, 1)

    def _wire(self) -> None:
        from desktop.acts.returns import import_return

        self.line.changed.connect(self.outdate)
        self.empty.asked.connect(lambda: import_return(self.desk, self))
        self.choose.clicked.connect(lambda: import_return(self.desk, self))
        self.leave_it.clicked.connect(self._next)
        self.accept.clicked.connect(self.accept_file)
        self.accept_each.clicked.connect(self.accept_quarters)
        self.reading.cancelled.connect(self._next)
        self.refused.passed.connect(self._next)
        self.bench.taken.connect(self.take)
        self.bench.belonging.contract_chosen.connect(self._on_contract)
        self.bench.belonging.provider_chosen.connect(self._on_provider)
        self.bench.belonging.quarter_chosen.connect(self._on_quarter)

    def _add_keys(self) -> None:
        bench = self.bench
        for keys, do in (
            ("F8", bench.next_place), ("Shift+F8", lambda: bench.next_place(-1)), ("Ctrl+Return", self.accept_file),
            ("Ctrl+Enter", self.accept_file), ("Ctrl+PgDown", lambda: bench.sheets.step_sheet(1)),
            ("Ctrl+PgUp", lambda: bench.sheets.step_sheet(-1)),
        ):  # fmt: skip
            made = QShortcut(QKeySequence(keys), self)
            made.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            made.activated.connect(do)

    def _on_contract(self, contract_id: ContractId) -> None:
        if self.hand:
            self.hand.belong(contract_id)

    def _on_provider(self, provider: str) -> None:
        if self.hand and self.hand.candidate:
            self.hand.belong(self.hand.candidate.contract_id, provider)

    def _on_quarter(self, quarter: ReturnPeriod) -> None:
        if self.hand:
            self.hand.report(quarter)
