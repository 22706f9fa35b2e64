"""Writing a decision's record: its sections, the one being written, what is missing, and the page as it will print."""

from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from db.rules.dates import show_day
from db.rules.decision import Decision, DecisionId, RecordOfDecision, show_decided
from db.rules.record_template import RecordField
from db.rules.refusal import Refusal
from desktop.acts import writing as acts
from desktop.acts.signing import sign_record
from desktop.desk import Desk
from desktop.drafts import Draft, Drafts
from desktop.look.palette import Tone
from desktop.look.parts import button
from desktop.messages import Bar
from desktop.screens.detail import money_grid
from desktop.screens.screen import Place, Screen
from desktop.writing.asked import Asked
from desktop.writing.asking import known_of
from desktop.writing.chapters import Chapter, chapters_of
from desktop.writing.checking import missing_in
from desktop.writing.draft_keeper import DraftKeeper
from desktop.writing.gap_notes import Missing
from desktop.writing.gathering import gather, template_of
from desktop.writing.manuscript import Manuscript
from desktop.writing.standing import Progress
from desktop.writing.workbench import Workbench

PAUSE_MS = 200
"""How long the keyboard rests before what is typed is checked and printed anew."""

UNSAVED = "Nothing can be put into the register now."


class WritingScreen(Screen):
    """One decision's record. Ctrl+S puts it into the register, and so does leaving the page."""

    name = "writing"
    heading = "Write the record"

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.manuscript: Manuscript | None = None
        self._saving: list[Asked] | None = None
        self.missing: tuple[Missing, ...] = ()
        self.bench = Workbench()
        self.sections, self.gaps, self.live = self.bench.sections, self.bench.gaps, self.bench.live
        self.draft_bar, self.locked_bar = Bar(self, "draftBar"), Bar(self, "lockedBar")
        self.keeper = DraftKeeper(Drafts(desk.session.path.parent / "drafts"), desk.session.now, self._as_typed)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._furnish()
        self._wire()

    def load(self) -> None:
        if self.manuscript is None:
            return
        try:
            decision = self.desk.register.decisions.by_id(self.manuscript.decision.id)
        except Refusal:
            self._forget()
            return
        was_locked = self.manuscript.decision.is_locked
        keep = self.manuscript.changed() if self._saving is None else self._saving
        self.manuscript.renew(decision, keep)
        if decision.is_locked != was_locked:
            self._open(decision)
        self._head(decision)
        self.follow()

    def show_row(self, row_id: str) -> None:
        if self.manuscript is None or self.manuscript.decision.id != row_id:
            try:
                self._open(self.desk.register.decisions.by_id(DecisionId(row_id)))
            except Refusal as refusal:
                self._forget(str(refusal))

    def keyboard_home(self) -> QWidget | None:
        return self.sections

    def leave(self) -> bool:
        """Put what is typed into the register before another page takes this one's place."""
        if self.manuscript is None or not self.manuscript.changed():
            return True
        trouble = self.save()
        return not trouble or acts.may_leave(self.window(), trouble)

    def put_away(self) -> None:
        if self.manuscript and self.manuscript.changed() and self.desk.session.officer:
            self.save()
        self.keeper.stop()

    def save(self) -> str:
        """Put the record into the register; what stands against that, or nothing."""
        if self.manuscript is None or self.manuscript.is_locked:
            return ""
        decision, troubles = self.manuscript.written()
        self._saving = [asked for asked, _ in troubles]
        try:
            if decision != self.manuscript.decision:
                if acts.save_record(self.desk, self.window(), decision) is None:
                    return UNSAVED
            else:
                self.manuscript.renew(decision, self._saving)
        except Refusal as refusal:
            self.keeper.keep()
            return str(refusal)
        finally:
            self._saving = None
        for asked, sentence in troubles:
            asked.field.show_problem(sentence)
        self.keeper.keep()
        return troubles[0][1] if troubles else ""

    def step(self, by: int) -> None:
        """Go to the next thing that is missing, or the one before."""
        self.follow()
        self.gaps.step(by)

    def go_to(self, path: str) -> None:
        """Take the keyboard to the field of something in the decision, such as text.reasons."""
        if self.manuscript:
            number = self.manuscript.place_of(path)
            self.sections.setCurrentRow(number)
            self.manuscript.page(number).focus_on(path)

    def follow(self) -> None:
        """Check what is typed, and print it anew."""
        if self.manuscript is None:
            return
        decision, _ = self.manuscript.written()
        try:
            record = gather(self.desk.register, decision)
        except Refusal as refusal:
            self.facts.setText(str(refusal))
            return
        self.live.offer(record, at_once=True)
        self.missing = () if decision.is_locked else self._missing(record)
        self.gaps.tell(self.missing)
        for page in self.manuscript.pages:
            page.tell(self.missing, is_locked=self.manuscript.is_locked)
        self.sections.judge([self._progress(chapter, decision) for chapter in self.manuscript.chapters])

    def _missing(self, record: RecordOfDecision) -> tuple[Missing, ...]:
        desk = self.desk
        return missing_in(desk.register, record.decision, record, desk.session.today(), desk.holidays)

    def _furnish(self) -> None:
        self.sign = button("Si&gn the record…", "signRecord", icon="sign", role="act")
        self.keep_button = button("&Save", "saveRecord", icon="save")
        self.keep_button.setToolTip("Put it into the register (Ctrl+S)")
        self.title.setWordWrap(True)
        self.buttons.addWidget(self.keep_button)
        self.buttons.addWidget(self.sign)
        for part in (self.locked_bar, self.draft_bar):
            self.body.addWidget(part)
        self.body.addWidget(self.bench, 1)

    def _wire(self) -> None:
        self.sections.currentRowChanged.connect(self._turn)
        self.gaps.followed.connect(lambda missing: self.go_to(missing.field))
        self.draft_bar.acted.connect(self._leave_out)
        self.locked_bar.acted.connect(self._correct)
        self.keep_button.clicked.connect(self._save_and_say)
        self.sign.clicked.connect(self._sign)
        self._pause.timeout.connect(self.follow)
        self.keeper.failed.connect(self._tell_unkept)
        self.desk.register_changed.connect(self._forget)
        keys = {"Ctrl+S": self._save_and_say, "Ctrl+Shift+S": self._sign}
        steps = {"F8": partial(self.step, 1), "Shift+F8": partial(self.step, -1)}
        for keyed, do in {**keys, **steps}.items():
            made = QShortcut(QKeySequence(keyed), self)
            made.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            made.activated.connect(do)

    def _open(self, decision: Decision) -> None:
        self._forget()
        register = self.desk.register
        chapters, is_locked = chapters_of(template_of(register)), decision.is_locked or register.read_only
        known = known_of(register, decision)
        self.manuscript = Manuscript(chapters, known, self._shows, is_locked=is_locked)
        self.manuscript.typed.connect(self._typed)
        self.manuscript.passed.connect(self._pass_over)
        self.sections.offer([chapter.title for chapter in self.manuscript.chapters])
        draft = self.keeper.begin(register.path, decision.id)
        if draft and not is_locked:
            self.manuscript.type_again(draft.typed)
            self._tell_draft(draft)
        self._head(decision)
        self.sections.setCurrentRow(0)
        self._turn(0)
        self.follow()

    def _forget(self, words: str = "") -> None:
        self.bench.put(QWidget())
        if self.manuscript:
            for page in self.manuscript.pages:
                page.deleteLater()
        self.manuscript = None
        self.missing = ()
        for bar in (self.draft_bar, self.locked_bar):
            bar.clear()
        self.sections.offer(())
        self.live.forget()
        self.facts.setText(words)

    def _head(self, decision: Decision) -> None:
        self.title.setText(": ".join(filter(None, (decision.number, decision.subject))))
        self.facts.setText(f"{decision.kind.value} · {show_decided(decision)} · {decision.status.value}")
        self.setAccessibleName(f"Write the record of {decision.name}")
        self.keep_button.setEnabled(not decision.is_locked and not self.desk.register.read_only)
        self.sign.setEnabled(not self.desk.register.read_only)
        if decision.is_locked:
            signed = decision.signed_files[0]
            words = f"Signed by {signed.signer} on {show_day(signed.signed_at.date())} and filed, so it stays as it is."
            self.locked_bar.tell(words, Tone.DONE, "&Write a correction")

    def _turn(self, row: int) -> None:
        if self.manuscript and 0 <= row < len(self.manuscript.chapters):
            page = self.manuscript.page(row)
            page.tell(self.missing, is_locked=self.manuscript.is_locked)
            self.bench.put(page)

    def _progress(self, chapter: Chapter, decision: Decision) -> Progress:
        found = [each for each in self.missing if each.field in chapter.paths and not each.passed_over]
        if any(each.is_blocking for each in found):
            return Progress.GAP
        if found:
            return Progress.WARNING
        return Progress.DONE if chapter.says_something(decision) else Progress.EMPTY

    def _shows(self, field: RecordField) -> QWidget | None:
        """What is shown and not typed: the funding table, which the register adds up."""
        if field is not RecordField.FUNDING or self.manuscript is None:
            return None
        funding = gather(self.desk.register, self.manuscript.decision).funding
        if funding is None:
            return None
        rows = [(row.partner, (*row.amounts, row.total)) for row in funding.rows]
        return money_grid((*funding.columns, "Total"), rows, [("Total", (*funding.totals, funding.total))])

    def _typed(self) -> None:
        self.keeper.touch()
        self._pause.start()

    def _as_typed(self) -> dict[str, object]:
        return self.manuscript.as_typed() if self.manuscript else {}

    def _tell_draft(self, draft: Draft) -> None:
        at = draft.at.astimezone(self.desk.session.now().tzinfo)
        on = "" if at.date() == self.desk.session.today() else f" on {show_day(at.date())}"
        words = f"Words typed{on} at {at:%H:%M} were not yet in the register. They are back; Ctrl+S keeps them there."
        self.draft_bar.tell(words, Tone.LATER, "&Leave them out", closable=True)

    def _tell_unkept(self) -> None:
        self.draft_bar.tell("Drafts cannot be written on this computer. Ctrl+S puts what you typed into the register.",
                            closable=True)  # fmt: skip

    def _leave_out(self) -> None:
        if self.manuscript:
            self.manuscript.leave_out()
            self.keeper.drop()
            self.draft_bar.clear()
            self.follow()

    def _save_and_say(self) -> str:
        if trouble := self.save():
            self.draft_bar.tell(f"{trouble} It is kept as a draft until then.", Tone.OVERDUE, closable=True)
        else:
            self.draft_bar.clear()
        return trouble

    def _pass_over(self, missing: Missing) -> None:
        if self.manuscript:
            acts.pass_over(self.desk, self.window(), self.manuscript.decision.id, missing)

    def _correct(self) -> None:
        if self.manuscript:
            made = acts.correct(self.desk, self.window(), self.manuscript.decision)
            if made:
                self.went.emit(Place("writing", made))

    def _sign(self) -> None:
        """Sign the record, or say first what stands in the way."""
        if self.manuscript is None or self._save_and_say():
            return
        decision = self.manuscript.decision
        stopping = sum(each.is_blocking for each in self.missing)
        if stopping:
            what = "One thing is" if stopping == 1 else f"{stopping} things are"
            self.draft_bar.tell(f"{what} to mend before the record can be signed.", Tone.OVERDUE, closable=True)
            self.gaps.start_over()
            self.step(1)
        else:
            sign_record(self.desk, self.window(), decision.id)
