"""How good the register's data is: what each rule finds, how complete each manager's contracts are, what may be
published."""

from PySide6.QtWidgets import QStackedWidget, QTabBar, QVBoxLayout, QWidget

from db.rules.contract import Contract
from db.rules.dates import quarter_period, show_day
from db.rules.publish_readiness import readiness
from db.rules.quality import Finding, Flaw, completeness, examined, quality
from db.rules.quality_rules import RULES
from desktop.desk import Desk
from desktop.look.parts import GAP, prose
from desktop.open_data import listing_in
from desktop.publisher import publisher_of
from desktop.screens.beside import Beside
from desktop.screens.listing import EmptyPage, Listing
from desktop.screens.quality_rows import FLAWS, OFFICERS, READY, RULE_COLUMNS, OfficerRow, place_of
from desktop.screens.screen import Place, Screen
from desktop.tables.table_view import TableView

TABS = ("Rules", "By contract manager", "Ready to publish")


class QualityScreen(Screen):
    """Three tabs. A rule's rows stand beside it and lead to where they are put right."""

    name = "quality"
    heading = "Data quality"

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.tabs = QTabBar()
        self.tabs.setObjectName("qualityTabs")
        self.tabs.setAccessibleName("Data quality")
        self.tabs.setExpanding(False)
        self.tabs.setDrawBase(False)
        for words in TABS:
            self.tabs.addTab(words)
        self._findings: dict[str, Finding] = {}
        self._flaws: dict[str, Flaw] = {}
        self._make_tables()
        self.pages = QStackedWidget()
        for page in (self._rules_page(), self.officers, self.ready):
            self.pages.addWidget(page)
        self.body.addWidget(self.tabs)
        self.body.addWidget(self.pages, 1)
        self.tabs.currentChanged.connect(self._turn)

    def load(self) -> None:
        register, day = self.desk.register, self.desk.day
        contracts = register.contracts.all()
        of = examined(contracts, register.decisions.all(), register.providers.all(), day)
        found = quality(of, RULES)
        self._show_rules(found)
        self._show_officers(contracts)
        self._show_ready()
        broken = sum(len(each.rows) for each in found)
        self.facts.setText(f"As at {show_day(day)} · {broken:,} found by {sum(bool(each.rows) for each in found)} "
                           f"of {len(found)} rules")  # fmt: skip
        self._turn(self.tabs.currentIndex())

    def keyboard_home(self) -> QWidget | None:
        return (self.rules, self.officers.table, self.ready.table)[self.tabs.currentIndex()]

    def show_rule(self, name: str) -> None:
        """Bring the rows of a rule into view."""
        self.refresh()
        self.tabs.setCurrentIndex(0)
        self.rules.choose(name)

    def _make_tables(self) -> None:
        layouts = self.desk.session
        self.rules = TableView(RULE_COLUMNS, "qualityRules", "Rules", layouts=layouts)
        flaws = TableView(FLAWS, "qualityRows", "What the rule finds", layouts=layouts)
        self.rows = Listing(flaws, "rows", EmptyPage("done", "This rule finds nothing.", "Go to the register"))
        officers = TableView(OFFICERS, "qualityOfficers", "Contract managers", layouts=layouts)
        self.officers = Listing(officers, "managers", _no_contract())
        ready = TableView(READY, "qualityReady", "Ready to publish", layouts=layouts)
        self.ready = Listing(ready, "contracts", _no_contract())
        self.ready.add_filter("Ready", "Ready or not", ("Ready", "Not ready"), lambda row: row.chip.word)
        for listing in (self.rows, self.officers, self.ready):
            listing.next_step.connect(lambda: self.went.emit(Place("register")))
        self.rules.chosen.connect(lambda _ids: self._show_rows())
        self.rules.opened.connect(lambda _id: flaws.setFocus())
        flaws.opened.connect(self._open_flaw)
        ready.opened.connect(lambda row_id: self.went.emit(Place("contract", row_id)))

    def _rules_page(self) -> QWidget:
        self.sentence = prose("", "groupTitle")
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(2 * GAP, 0, 0, 0)
        column.setSpacing(GAP)
        column.addWidget(self.sentence)
        column.addWidget(self.rows, 1)
        beside = Beside(self.rules, right, "qualityPanes")
        beside.setStretchFactor(1, 3)
        beside.setSizes([400, 780])
        return beside

    def _show_rules(self, found: tuple[Finding, ...]) -> None:
        self._findings = {each.name: each for each in found}
        self.rules.rows.show_rows(found, lambda each: each.name)
        if not self.rules.current_id():
            first = next((each.name for each in found if each.rows), found[0].name)
            self.rules.choose(first)
        self._show_rows()

    def _show_rows(self) -> None:
        finding = self._findings.get(self.rules.current_id())
        rows = finding.rows if finding else ()
        self.sentence.setText(finding.sentence if finding else "")
        ids = {id(row): f"{number:06}" for number, row in enumerate(rows)}
        self._flaws = {ids[id(row)]: row for row in rows}
        self.rows.table.rows.show_rows(rows, lambda row: ids[id(row)])

    def _show_officers(self, contracts: object) -> None:
        found = completeness(contracts)  # type: ignore[arg-type]
        rows = [OfficerRow(each) for each in found]
        self.officers.table.rows.show_rows(rows, lambda row: row.name)

    def _show_ready(self) -> None:
        from desktop.screens.quality_rows import ready_rows

        register = self.desk.register
        listing = listing_in(register, quarter_period(self.desk.day).ends_on, publisher_of(self.desk))
        titles = {each.id: each.title for each in register.contracts.all() if isinstance(each, Contract)}
        rows = ready_rows(readiness(listing.lines), titles)
        self.ready.table.rows.show_rows(rows, lambda row: row.readiness.contract_id)

    def _open_flaw(self, row_id: str) -> None:
        place = place_of(self._flaws[row_id]) if row_id in self._flaws else None
        if place:
            self.went.emit(place)

    def _turn(self, at: int) -> None:
        self.pages.setCurrentIndex(at)
        home = self.keyboard_home()
        if home and self.isVisible():
            home.setFocus()


def _no_contract() -> EmptyPage:
    return EmptyPage("register", "No contract is recorded yet.", "Go to the register")
