"""Publishing one decision: what is to be settled first, the days that follow, its files, its fields to be copied."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QSplitter, QVBoxLayout, QWidget

from db.rules.decision import Decision, DecisionId, show_decided
from db.rules.record_dates import RecordDates
from db.rules.record_in_hand import LAG_LIMIT
from db.rules.refusal import Refusal
from desktop.acts import publishing as acts
from desktop.desk import Desk
from desktop.fields.choice_fields import ChoiceField
from desktop.look.palette import Tone
from desktop.look.parts import GAP, button, label, prose
from desktop.publishing.site_fields import site_fields
from desktop.publishing.stops import Stop, what_stops
from desktop.publishing.versions import Record, Version, record_in
from desktop.records_in_hand import in_hand
from desktop.screens.decision_clocks import Clocks, dates_of, rules_of
from desktop.screens.detail import Detail, StateMark
from desktop.screens.flow import Flow
from desktop.screens.publishing_fields import FieldsToCopy
from desktop.screens.screen import Place, Screen
from desktop.tables.columns import Chip

_FILES = ((".pdf", "Save P&DF…", "pdf"), (".html", "Save &web page…", "document"), (".txt", "Save te&xt…", "document"))

_NARROWEST, _LOWEST = 44, 14
"""Characters across that what is known of it is given at least, and lines that the fields are."""


class PublishingScreen(Screen):
    """One decision on its way to the public. Nothing of its public version leaves while something is to be settled."""

    name = "publishing"
    heading = "Publish"

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.record: Record | None = None
        self.stops: tuple[Stop, ...] = ()
        self._id: DecisionId | None = None
        self.known = Detail("publishingKnown", "Before and after publication")
        self.version = ChoiceField[Version](
            "version", "&Version", [(each, each.value) for each in Version], Version.PUBLIC, missing="-", characters=22
        )
        self.seen = prose("", "quiet")
        self.fields = FieldsToCopy()
        self.for_site = label("For the council’s decision page", "groupTitle")
        self.how = prose("Enter copies a field and goes on to the next.", "quiet")
        self.publish_button = button("Record p&ublication…", "recordPublication", icon="calendar", role="act")
        self.buttons.addWidget(self.publish_button)
        self.files = {suffix: button(words, f"save{suffix[1:]}", icon=icon) for suffix, words, icon in _FILES}
        self._furnish()
        self.version.changed.connect(self._show_version)
        self.publish_button.clicked.connect(self._publish)
        for suffix, saves in self.files.items():
            saves.clicked.connect(partial(self._save, suffix))

    def load(self) -> None:
        if self._id is None:
            return
        try:
            decision = self.desk.register.decisions.by_id(self._id)
            self.record = record_in(self.desk.register, decision)
        except Refusal as refusal:
            self._forget(str(refusal))
            return
        dates = dates_of(self.desk, decision, rules_of(self.desk))
        self.stops = what_stops(in_hand(self.desk.register, decision, self.desk.day, self.desk.holidays))
        self.title.setText(f"Publish {decision.name}")
        decided = f"Decided {show_decided(decision)}" if decision.decided_on else "Not taken yet"
        self.facts.setText(f"{decision.subject} · {decided}")
        self.publish_button.setEnabled(decision.is_taken and not self.desk.register.read_only)
        self._tell(decision, dates)
        self._show_version()

    def show_row(self, row_id: str) -> None:
        if row_id != self._id:
            self.fields.offer(())  # what was copied of another decision is not copied of this one
        self._id = DecisionId(row_id)
        self.version.write(Version.PUBLIC)
        self.load()

    def keyboard_home(self) -> QWidget | None:
        return self.fields.names if self.fields.isVisible() else self.version.control

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        metrics = self.fontMetrics()
        self.known.setMinimumWidth(min(_NARROWEST * metrics.averageCharWidth(), self.width() * 2 // 5))
        self.fields.setMinimumHeight(_LOWEST * metrics.height())

    def _forget(self, why: str) -> None:
        self.record, self.stops = None, ()
        self.title.setText(self.heading)
        self.facts.setText(why)
        self.known.begin("")
        self.fields.offer(())
        for each in (self.publish_button, *self.files.values()):
            each.setEnabled(False)

    def _tell(self, decision: Decision, dates: RecordDates) -> None:
        pane = self.known
        pane.begin("Before it is published")
        pane.add(StateMark(_standing(self.stops, dates)))
        if self.stops:
            pane.say("The public version waits for this:", "quiet")
            go = partial(self.went.emit, Place("writing", decision.id))
            pane.links([(stop.check or "Settle", f"{stop.sentence} ({stop.source})", go) for stop in self.stops])
        else:
            pane.say("Nothing is left to settle.")
        if decision.needs_signature:
            pane.say("Its record is not signed yet. What is published unsigned cannot be told from a draft.")
        pane.group("What the public sees")
        pane.say(_seen(self.record) if self.record else "")
        if dates.clocks:
            pane.group("Days that follow from it")
            pane.add(Clocks(dates))
        if dates.lag and dates.lag.working_days > LAG_LIMIT:
            pane.add(StateMark(Chip(Tone.SOON, "Late")))
            pane.say(f"A record is to be published as soon as reasonably practicable "
                     f"(SI 2012/2089 reg 13(4)); more than {LAG_LIMIT} working days ask for a reason.")  # fmt: skip

    def _show_version(self) -> None:
        version = self.version.read()
        if self.record is None or version is None:
            return
        open_to_it = version is Version.FULL or not self.stops
        dates = dates_of(self.desk, self.record.version(version).decision, rules_of(self.desk))
        self.fields.offer(site_fields(self.record.version(version), dates) if open_to_it else ())
        for part in (self.fields, self.how, self.for_site):
            part.setVisible(open_to_it)
        for each in self.files.values():
            each.setEnabled(open_to_it)
        self.seen.setText(_caution(self.record, version, is_open=open_to_it))

    def _publish(self) -> None:
        if self.record:
            acts.publish(self.desk, self.window(), self.record.decision.id)

    def _save(self, suffix: str) -> None:
        version = self.version.read()
        if self.record and version:
            acts.save_version(self.desk, self.window(), self.record, version, suffix)

    def _furnish(self) -> None:
        across = QSplitter(Qt.Orientation.Horizontal)
        across.setObjectName("publishingParts")
        across.setChildrenCollapsible(False)
        across.setHandleWidth(2 * GAP)
        across.addWidget(self.known)
        across.addWidget(self._right())
        across.setStretchFactor(0, 2)
        across.setStretchFactor(1, 3)
        self.body.addWidget(across, 1)

    def _right(self) -> QWidget:
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(GAP)
        column.addWidget(self.version)
        column.addWidget(self.seen)
        holder = QWidget()
        flow = Flow(GAP, holder)
        for saves in self.files.values():
            flow.addWidget(saves)
        column.addWidget(holder)
        self.for_site.setContentsMargins(0, 2 * GAP, 0, 0)
        column.addWidget(self.for_site)
        column.addWidget(self.how)
        column.addWidget(self.fields, 1)
        column.addStretch(0)
        area = QScrollArea(widgetResizable=True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(right)
        return area


def _standing(stops: tuple[Stop, ...], dates: RecordDates) -> Chip:
    if dates.lag and dates.lag.is_published:
        return Chip(Tone.DONE, "Published")
    return Chip(Tone.OVERDUE, f"{len(stops)} to settle") if stops else Chip(Tone.LATER, "Ready to publish")


def _seen(record: Record) -> str:
    if record.public.is_withheld_whole:
        return "It is exempt as a whole: only its number, subject, day, who decided and why it is withheld."
    if record.withholds:
        return "All but what is exempt, with a word in its place."
    return "All of it: nothing is withheld."


def _caution(record: Record, version: Version, *, is_open: bool) -> str:
    if not is_open:
        return "It can be saved and copied once what is at the left is settled."
    if version is Version.FULL and record.withholds:
        return "With what is exempt: not for publication."
    if record.is_signed(version):
        return "The PDF is the signed record as it was filed."
    return "The PDF is not signed."
