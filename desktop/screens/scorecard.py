"""The scorecard of a contract, a provider or a service: its measures, charts, spend, words and steps taken."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QPushButton, QScrollArea, QWidget

from db.rules.dates import show_day
from db.rules.decision import ContractId
from db.rules.monitoring import ReturnPeriod, quarter_of
from db.rules.refusal import Refusal
from db.rules.reported import newest_told, quarters_told
from db.rules.scorecard import Scope, Scorecard
from desktop.acts import scorecards as acts
from desktop.acts.returns import set_measures
from desktop.desk import Desk
from desktop.following import Subject, card_of, contracts_in, contracts_of, returns_of, subject_of
from desktop.look.parts import GAP, allow, button, label
from desktop.screens.listing import EmptyPage
from desktop.screens.scorecard_page import ScorecardPage
from desktop.screens.scorecard_rows import ScoreLine
from desktop.screens.screen import Place, Screen
from desktop.screens.subjects import Choice, subjects_in
from exports.scorecard_words import standing_words

EMPTY = (
    "A scorecard shows how each measure stands against its target, quarter by quarter. "
    "It needs a contract first: add one to the register."
)


class ScorecardScreen(Screen):
    """One scorecard for one quarter, as it stands on the day looked from."""

    name = "scorecard"
    heading = "Scorecard"

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        self._subject: Subject | None = None
        self._period: ReturnPeriod | None = None
        self._card: Scorecard | None = None
        self._is_offering = False
        self.page: ScorecardPage | None = None
        super().__init__(desk, parent)

    def load(self) -> None:
        subjects = subjects_in(contracts_in(self.desk.register))
        known = [subject for subject, _ in subjects]
        if self._subject not in known:
            self._subject, self._period = (known[0] if known else None), None
        if self._subject is None:
            self._show_nothing()
            return
        try:
            self._show(self._subject, subjects)
        except Refusal as refusal:
            self.facts.setText(str(refusal))

    def show_row(self, row_id: str) -> None:
        """Show the scorecard of `contract:<id>`, `provider:<name>` or `service:<name>`, of a quarter where one is
        named by its first day after a blank."""
        said, _, day = row_id.rpartition(" ")
        begins = _day(day)
        self._subject = subject_of(said if begins else row_id)
        self._period = quarter_of(begins) if begins else None
        self.load()
        self.area.verticalScrollBar().setValue(0)

    def chosen(self) -> tuple[ContractId, ...]:
        """The contract it is of, where it is of one."""
        return (ContractId(self._subject.of),) if self._subject and self._subject.scope is Scope.CONTRACT else ()

    def keyboard_home(self) -> QWidget | None:
        return self.page.table if self.page and self.page.table else self.subject

    def _lay_out(self) -> None:
        super()._lay_out()
        self.back = button("Bac&k", "scorecardBack", icon="chevron-left")
        self.back.clicked.connect(lambda: self.went.emit(Place("back")))
        self.pdf = self._act("As &PDF…", "scorecardPdf", "pdf", self._save_pdf, role="act")
        self.sheet = self._act("As &workbook…", "scorecardSheet", "export", self._save_workbook)
        self.rate = self._act("Rate &otherwise…", "rateOtherwise", "tick", self._rate)
        self.step = self._act("&Take a step…", "takeStep", "attention", self._take_step)
        self.measures = self._act("Meas&ures…", "scorecardMeasures", "table", self._set_measures)
        for made in (self.pdf, self.sheet, self.rate, self.step, self.measures, self.back):
            self.buttons.addWidget(made)
        self.subject = _box("scorecardSubject", "Whose scorecard")
        self.quarter = _box("scorecardQuarter", "Quarter")
        self.subject.currentIndexChanged.connect(self._choose_subject)
        self.quarter.currentIndexChanged.connect(self._choose_quarter)
        self.bar = QWidget()
        line = QHBoxLayout(self.bar)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(GAP)
        line.addWidget(label("Of", "quiet"))
        line.addWidget(self.subject, 1)
        line.addWidget(label("Quarter", "quiet"))
        line.addWidget(self.quarter)
        self.body.addWidget(self.bar)
        self.area = QScrollArea(widgetResizable=True)
        self.area.setObjectName("scorecardPage")
        self.area.setAccessibleName("The scorecard")
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.body.addWidget(self.area, 1)

    def _act(self, words: str, name: str, icon: str, do: Callable[[], object], role: str = "") -> QPushButton:
        made = button(words, name, icon=icon, role=role)
        made.clicked.connect(lambda: do())
        return made

    def _show(self, subject: Subject, subjects: list[Choice]) -> None:
        register, day = self.desk.register, self.desk.day
        contracts = contracts_of(contracts_in(register), subject)
        returns = returns_of(register, contracts)
        period = self._period or newest_told(returns, day)
        card = card_of(register, subject, period, day)
        self._card, self._period = card, period
        self.bar.show()
        self._offer(subjects, quarters_told(returns, day))
        self.setAccessibleName(f"Scorecard of {card.name}")
        self.facts.setText(f"{period.label} · as at {show_day(day)} · {standing_words(card)}")
        self._put(card, {measure.id: each.id for each in contracts for measure in register.returns.measures(each.id)})
        is_one = subject.scope is Scope.CONTRACT
        for made in (self.step, self.measures):
            made.setVisible(is_one)
        for made in (self.pdf, self.sheet):
            allow(made, bool(card.rows), "No measure is set yet, so there is nothing to save.")
        self._offer_rating()

    def _put(self, card: Scorecard, homes: dict[str, ContractId]) -> None:
        """Show a card in place of the one before, where the officer had scrolled to and on the measure chosen."""
        self._homes = homes
        before = self.page.table.current_id() if self.page and self.page.table else ""
        place = self.area.verticalScrollBar().value()
        escalations = tuple(
            taken for each in self.chosen() for taken in self.desk.register.following.escalations(each)
            if taken[1].taken_on <= self.desk.day
        )  # fmt: skip
        self.page = ScorecardPage(card, escalations, self.desk.session)
        self.page.settled.connect(self._settle)
        self.page.asked.connect(self._set_measures)
        self.area.setWidget(self.page)
        if self.page.table:
            self.page.table.chosen.connect(lambda _ids: self._offer_rating())
            if not self.page.table.choose(before):
                self.page.table.choose(self.page.table.rows.id_at(0))
        self.area.verticalScrollBar().setValue(place)

    def _show_nothing(self) -> None:
        self.page, self._card = None, None
        self.bar.hide()
        self.facts.setText("No contract is recorded yet")
        for made in (self.pdf, self.sheet, self.rate, self.step, self.measures):
            allow(made, False, "No contract is recorded yet.")
        empty = EmptyPage("returns", EMPTY, "Open the register")
        empty.asked.connect(lambda: self.went.emit(Place("register")))
        self.area.setWidget(empty)

    def _offer(self, subjects: list[Choice], quarters: tuple[ReturnPeriod, ...]) -> None:
        self._is_offering = True
        self._subjects = [subject for subject, _ in subjects]
        self._quarters = list(dict.fromkeys((*filter(None, (self._period,)), *quarters)))
        self._quarters.sort(key=lambda each: each.days.starts_on, reverse=True)
        self.subject.clear()
        self.subject.addItems([words for _, words in subjects])
        if self._subject:
            self.subject.setCurrentIndex(self._subjects.index(self._subject))
        self.quarter.clear()
        self.quarter.addItems([each.label for each in self._quarters])
        if self._period:
            self.quarter.setCurrentIndex(self._quarters.index(self._period))
        self._is_offering = False

    def _choose_subject(self, at: int) -> None:
        if not self._is_offering and at >= 0:
            self.went.emit(Place("scorecard", str(self._subjects[at])))

    def _choose_quarter(self, at: int) -> None:
        if not self._is_offering and at >= 0 and self._subject:
            begins = self._quarters[at].days.starts_on
            self.went.emit(Place("scorecard", f"{self._subject} {begins.isoformat()}"))

    def _chosen_line(self) -> ScoreLine | None:
        if self.page is None or self.page.table is None:
            return None
        return self.page.lines.get(self.page.table.current_id())

    def _offer_rating(self) -> None:
        line = self._chosen_line()
        has_figure = line is not None and line.row.now.figure.value is not None
        allow(self.rate, has_figure, "Choose a measure that has a figure in this quarter.")

    def _rate(self) -> None:
        line = self._chosen_line()
        if line and self._period:
            acts.rate_yourself(self.desk, self, self._homes[line.id], line.row, self._period)

    def _take_step(self) -> None:
        for contract_id in self.chosen():
            acts.take_step(self.desk, self, contract_id)

    def _settle(self, escalation_id: str) -> None:
        for contract_id in self.chosen():
            acts.settle_step(self.desk, self, contract_id, escalation_id)

    def _set_measures(self) -> None:
        for contract_id in self.chosen():
            set_measures(self.desk, self, contract_id)

    def _save_pdf(self) -> None:
        if self._card:
            acts.save_pdf(self, self._card, self.desk.register.decisions.council().name)

    def _save_workbook(self) -> None:
        if self._card:
            acts.save_workbook(self, self._card)


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _box(name: str, accessible_name: str) -> QComboBox:
    made = QComboBox()
    made.setObjectName(name)
    made.setAccessibleName(accessible_name)
    made.view().setAccessibleName(accessible_name)
    made.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    made.setMinimumContentsLength(18)
    return made
