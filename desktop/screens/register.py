"""Every contract, to search, narrow, sort, choose and act on."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from db.rules.dates import financial_year, show_day
from db.rules.decision import ContractId
from db.rules.money import Pence, show_pounds
from desktop import acts
from desktop.desk import Desk
from desktop.look.parts import button
from desktop.screens import doing
from desktop.screens.contract_rows import ContractRow, contract_row
from desktop.screens.listing import EmptyPage
from desktop.screens.screen import Place, Screen
from desktop.screens.sifted import SiftedListing
from desktop.tables.columns import Column, chip_column, day_column, money_column, text_column
from desktop.tables.table_view import TableView

COLUMNS: tuple[Column[ContractRow], ...] = (
    text_column("Reference", lambda row: row.reference, width=22),
    text_column("Title", lambda row: row.title, width=30, stretch=True, tip=lambda row: row.tip),
    chip_column("Status", lambda row: row.chip, width=19),
    day_column("Ends", lambda row: row.ends_on, width=11),
    day_column("Serve notice by", lambda row: row.serve_by, width=14),
    day_column("Maximum end", lambda row: row.maximum_end, width=12),
    text_column("Providers", lambda row: row.provider_names, width=20),
    text_column("Service", lambda row: row.service, width=22),
    money_column("Annual value", lambda row: row.annual_pence),
    money_column("This year", lambda row: row.year_pence),
)


class RegisterScreen(Screen):
    """The register as a table of contracts as they stand on the day looked from."""

    name = "register"
    heading = "Register"

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.table = TableView(COLUMNS, "registerTable", "Contracts", frozen=2, layouts=desk.session)
        self.listing = SiftedListing(self.table, "contracts", _nothing())
        self.extend = doing.act_button(doing.EXTEND)
        self._pence: int | None = None
        self.table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self._lay_out_content()
        self._wire()

    def load(self) -> None:
        day = self.desk.day
        rows = [contract_row(contract, day) for contract in self.desk.register.contracts.all()]
        self.listing.offer(rows)
        self.table.rows.show_rows(rows, lambda row: row.id, lambda row: row.also)
        self.facts.setText(f"As at {show_day(day)} · this year is {financial_year(day)}")
        self._choose_changed(self.chosen())

    def show_row(self, row_id: str) -> None:
        if not self.table.choose(row_id):
            self.listing.clear_all()
            self.table.choose(row_id)

    def chosen(self) -> tuple[ContractId, ...]:
        """The contracts chosen, in the order shown."""
        return tuple(ContractId(each) for each in self.table.chosen_ids())

    def menu_for(self, ids: tuple[ContractId, ...]) -> QMenu:
        """What can be done with the contracts chosen."""
        menu = QMenu(self)
        menu.setObjectName("contractMenu")
        menu.addAction("&Open", lambda: self._open(ids[0]))
        menu.addSeparator()
        for act in (*doing.MAIN, *doing.MORE):
            item = doing.act_item(act, menu)
            item.triggered.connect(lambda _=False, act=act: act.do(self.desk, self.window(), ids))
            item.setEnabled(act.many or len(ids) == 1)
            menu.addAction(item)
        menu.addSeparator()
        menu.addAction("Co&py", self.table.copy)
        menu.addAction("Copy with &headings", lambda: self.table.copy(headed=True))
        return menu

    def _lay_out_content(self) -> None:
        for made, do in self._buttons():
            made.clicked.connect(do)
            self.buttons.addWidget(made)
        self.listing.sift_by("Service", "Every service", lambda row: (row.service,))
        self.listing.sift_by("Provider", "Every provider", lambda row: row.providers)
        self.listing.sift_by("Status", "Every status", lambda row: (row.chip.word,))
        self.body.addWidget(self.listing, 1)

    def _buttons(self) -> tuple[tuple[QPushButton, object], ...]:
        add = doing.act_button(doing.ADD, "act")
        export = button("Ex&port…", "exportButton", icon="export")
        return (
            (export, self._export),
            (self.extend, lambda: doing.EXTEND.do(self.desk, self.window(), self.chosen())),
            (add, lambda: doing.ADD.do(self.desk, self.window(), ())),
        )

    def _wire(self) -> None:
        self.table.opened.connect(self._open)
        self.table.chosen.connect(self._choose_changed)
        self.table.summed.connect(self._sum_changed)
        self.table.customContextMenuRequested.connect(self._show_menu)
        self.listing.counted.connect(lambda _words: self._count())
        self.listing.next_step.connect(lambda: doing.ADD.do(self.desk, self.window(), ()))

    def _choose_changed(self, ids: tuple[str, ...]) -> None:
        several = len(ids) > 1
        self.extend.setText(f"E&xtend {len(ids)} contracts…" if several else "E&xtend…")
        self.extend.setAccessibleName(self.extend.text().replace("&", ""))
        self.extend.setEnabled(bool(ids))
        self._count()

    def _sum_changed(self, pence: int | None) -> None:
        self._pence = pence
        self._count()

    def _count(self) -> None:
        words = [self.listing.count.text()]
        count = len(self.table.chosen_ids())
        if count > 1:
            words.append(f"{count} chosen")
        if self._pence is not None:
            words.append(f"Sum {show_pounds(Pence(self._pence))}")
        self.counted.emit("   ".join(words))

    def _open(self, row_id: str) -> None:
        self.went.emit(Place("contract", row_id))

    def _show_menu(self, at: QPoint) -> None:
        if self.chosen():
            self.menu_for(self.chosen()).popup(self.table.viewport().mapToGlobal(at))

    def _export(self) -> None:
        acts.export_register(self.desk, self.window(), tuple(map(ContractId, self.table.rows.shown_ids())))


def _nothing() -> EmptyPage:
    return EmptyPage(
        "register",
        "Contracts with charities and companies belong here: their terms, options, notice, money and decisions.",
        "Add contract…",
    )
