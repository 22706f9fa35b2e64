"""Writing a decision's record: its sections, the one being written, what is missing, and the page as it will print."""

from functools import partial

from PySide6.QtWidgets import QWidget

from db.rules.decision import Decision, DecisionId, show_decided
from db.rules.refusal import Refusal
from desktop.acts import writing as acts
from desktop.acts.decisions import grant_delegations
from desktop.acts.signing import sign_record
from desktop.desk import Desk
from desktop.drafts import Drafts
from desktop.look.parts import button
from desktop.screens.screen import Place, Screen
from desktop.screens.tall import Tall
from desktop.writing.bars import DraftBar, LockedBar
from desktop.writing.draft_keeper import DraftKeeper
from desktop.writing.gap_notes import Missing
from desktop.writing.keeping import Keeping
from desktop.writing.keys import bind
from desktop.writing.manuscript import Manuscript
from desktop.writing.opening import manuscript_of
from desktop.writing.record_bench import RecordBench


class WritingScreen(Screen):
    """One decision's record. Ctrl+S puts it into the register, and so does leaving the page."""

    name = "writing"
    heading = "Write the record"

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.bench = RecordBench(desk)
        self.sections, self.gaps, self.live = self.bench.sections, self.bench.gaps, self.bench.live
        self.follow, self.step, self.go_to = self.bench.follow, self.bench.step, self.bench.go_to
        self.draft_bar, self.locked_bar = DraftBar(self), LockedBar(self)
        self.keeper = DraftKeeper(Drafts(desk.session.path.parent / "drafts"), desk.session.now, self.bench.as_typed)
        self._keeping = Keeping(desk, self.keeper)
        self._furnish()
        self._wire()

    @property
    def manuscript(self) -> Manuscript | None:
        """All that is typed of the record on the page."""
        return self.bench.manuscript

    @property
    def missing(self) -> tuple[Missing, ...]:
        """What the record on the page lacks."""
        return self.bench.missing

    def load(self) -> None:
        if self.manuscript is None:
            return
        try:
            decision = self.desk.register.decisions.by_id(self.manuscript.decision.id)
        except Refusal:
            self._forget()
            return
        was_locked = self.manuscript.decision.is_locked
        self.manuscript.renew(decision, self._keeping.fields_to_keep(self.manuscript))
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
        return self._keeping.save(self.manuscript, self.window())

    def _furnish(self) -> None:
        self.sign = button("Si&gn the record…", "signRecord", icon="sign", role="act")
        self.keep_button = button("&Save", "saveRecord", icon="save")
        self.keep_button.setToolTip("Put it into the register (Ctrl+S)")
        self.title.setWordWrap(True)
        self.buttons.addWidget(self.keep_button)
        self.buttons.addWidget(self.sign)
        self.body.addWidget(self.locked_bar)
        self.body.addWidget(self.draft_bar)
        self.body.addWidget(Tall(self.bench, self.bench.lines()), 1)

    def _wire(self) -> None:
        self.bench.typed.connect(self.keeper.touch)
        self.bench.passed.connect(self._pass_over)
        self.bench.refused.connect(self.facts.setText)
        self.draft_bar.acted.connect(self._leave_out)
        self.locked_bar.acted.connect(self._correct)
        self.keep_button.clicked.connect(self._save_and_say)
        self.sign.clicked.connect(self._sign)
        self.keeper.failed.connect(self.draft_bar.tell_unkept)
        self.desk.register_changed.connect(self._forget)
        steps = {"F8": partial(self.step, 1), "Shift+F8": partial(self.step, -1)}
        bind(self, {"Ctrl+S": self._save_and_say, "Ctrl+Shift+S": self._sign, **steps})

    def _open(self, decision: Decision) -> None:
        self._forget()
        manuscript = manuscript_of(self.desk.register, decision, self._grant)
        self.bench.open(manuscript)
        draft = self.keeper.begin(self.desk.register.path, decision.id)
        if draft and not manuscript.is_locked:
            manuscript.type_again(draft.typed)
            self.draft_bar.tell_back(draft, self.desk.session.now())
        self._head(decision)
        self.bench.start()

    def _forget(self, words: str = "") -> None:
        self.bench.clear()
        self.draft_bar.clear()
        self.locked_bar.clear()
        self.facts.setText(words)

    def _head(self, decision: Decision) -> None:
        self.title.setText(": ".join(filter(None, (decision.number, decision.subject))))
        self.facts.setText(f"{decision.kind.value} · {show_decided(decision)} · {decision.status.value}")
        self.setAccessibleName(f"Write the record of {decision.name}")
        self.keep_button.setEnabled(not decision.is_locked and not self.desk.register.read_only)
        self.sign.setEnabled(not self.desk.register.read_only)
        self.locked_bar.tell_signed(decision)

    def _leave_out(self) -> None:
        if self.manuscript:
            self.manuscript.leave_out()
            self.keeper.drop()
            self.draft_bar.clear()
            self.follow()

    def _save_and_say(self) -> str:
        trouble = self.save()
        self.draft_bar.tell_trouble(trouble)
        return trouble

    def _pass_over(self, missing: Missing) -> None:
        if self.manuscript:
            acts.pass_over(self.desk, self.window(), self.manuscript.decision.id, missing)

    def _grant(self) -> None:
        if self.manuscript:
            grant_delegations(self.desk, self.window(), self.manuscript.decision.id)

    def _correct(self) -> None:
        if self.manuscript and (made := acts.correct(self.desk, self.window(), self.manuscript.decision)):
            self.went.emit(Place("writing", made))

    def _sign(self) -> None:
        """Sign the record, or say first what stands in the way."""
        if self.manuscript is None or self._save_and_say():
            return
        if stopping := sum(each.is_blocking for each in self.missing):
            self.draft_bar.tell_stopping(stopping)
            self.gaps.start_over()
            self.step(1)
        else:
            sign_record(self.desk, self.window(), self.manuscript.decision.id)
