"""Beside the attention table: how a day was worked out, and the act that settles the matter."""

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from db.rules.attention import AttentionLine, Matter
from db.rules.dates import show_day
from db.rules.marks import Mark
from desktop.desk import Desk
from desktop.look.parts import GAP, button
from desktop.screens import doing
from desktop.screens.attention_rows import SETTLED_BY, AttentionRow, chip, place_of, rests_on
from desktop.screens.detail import Detail, linked
from desktop.screens.flow import Flow
from desktop.screens.marking import MARKS


class WhyPane(Detail):
    """The chosen matter: its working step by step, and the buttons that settle it."""

    went = Signal(object)
    """The officer chose to go somewhere (a Place)."""
    marked = Signal(object)
    """The officer chose to do something about the line (a LineAct)."""

    def __init__(self, desk: Desk) -> None:
        super().__init__("whyPane", "Why, and what settles it")
        self._desk = desk

    def sizeHint(self) -> QSize:
        return QSize(40 * self.fontMetrics().averageCharWidth(), 200)

    def explain(self, row: AttentionRow | None) -> None:
        """Show the working of a matter, or nothing."""
        if row is None:
            self.begin("")
            self.say("Choose a line to see how its day was worked out.", "quiet")
            return
        line = row.line
        self.begin(line.what, chip(row))
        self._say_where(line)
        if row.mark:
            self._say_rest(row.mark)
        self.group(f"Why {show_day(line.act_by)}?" if line.act_by else "Why?")
        for step in line.why or ("The day is the contract’s own.",):
            self.say(step)
        self.group("What settles it")
        self._offer(line)
        self._offer_rest(row)

    def _say_where(self, line: AttentionLine) -> None:
        named = line.contract_reference or line.decision_number
        self.facts((("Contract" if line.contract_id else "About", named), ("Provider", line.providers)))
        if line.contract_title:
            self.say(line.contract_title, "quiet")

    def _offer(self, line: AttentionLine) -> None:
        for number, act in enumerate(SETTLED_BY[line.matter]):
            made = doing.act_button(act, "act" if number == 0 else "")
            made.clicked.connect(lambda _=False, act=act: self._do(act, line))
            self.add(_at_left(made))
        if line.matter is Matter.UNSIGNED:
            made = button("Record &signature…", "recordSignatureButton", icon="sign", role="act")
            made.clicked.connect(lambda: self._sign(line))
            self.add(_at_left(made))
        words = "Open the contract" if line.contract_id else "Open the decision"
        self.add(_at_left(linked(words, "openFromWhy", lambda: self.went.emit(place_of(line)))))

    def _say_rest(self, mark: Mark) -> None:
        self.group("At rest")
        again = "" if mark.until else "It opens again when its day moves."
        self.say(" ".join(filter(None, (f"{rests_on(mark)}{self._by_whom(mark)}.", mark.note, again))))

    def _by_whom(self, mark: Mark) -> str:
        register = self._desk.register
        row_id = register.diaries.row_id("attention_mark", line_key=mark.line_key)
        entries = register.journal.touching(frozenset({row_id})) if row_id else ()
        return f" by {entries[0].officer} on {show_day(entries[0].at.date())}" if entries else ""

    def _offer_rest(self, row: AttentionRow) -> None:
        self.group("Or let it rest")
        holder = QWidget()
        flow = Flow(GAP, holder)
        for act in MARKS:
            if row.mark is None or row.mark.kind is not act.kind:
                made = button(act.words, f"{act.name}Button", icon=act.icon)
                made.setToolTip(f"{act.words.replace('&', '')} ({act.keys})")
                made.clicked.connect(lambda _=False, act=act: self.marked.emit(act))
                flow.addWidget(made)
        self.add(holder)

    def _do(self, act: doing.ContractAct, line: AttentionLine) -> None:
        act.do(self._desk, self.window(), (line.contract_id,) if line.contract_id else ())

    def _sign(self, line: AttentionLine) -> None:
        if line.decision_id:
            doing.record_signature(self._desk, self.window(), line.decision_id)


def _at_left(made: QWidget | QPushButton) -> QWidget:
    """A button as wide as its words."""
    holder = QWidget()
    across = QHBoxLayout(holder)
    across.setContentsMargins(0, 0, 0, 0)
    across.addWidget(made)
    across.addStretch(1)
    return holder
