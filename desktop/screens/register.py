"""Every contract, to search, narrow, sort, choose, type in and act on."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from db.changes import Changed
from db.rules.dates import financial_year, show_day
from db.rules.decision import ContractId
from db.rules.details import FIELDS
from desktop import acts
from desktop.desk import Desk
from desktop.grid.grid_listing import GridListing
from desktop.grid.grid_table import GridTable
from desktop.grid.summing import summed
from desktop.look.parts import allow, button
from desktop.screens import doing
from desktop.screens.contract_rows import ContractRow, contract_row
from desktop.screens.listing import EmptyPage
from desktop.screens.register_columns import columns
from desktop.screens.register_edits import RegisterEdits
from desktop.screens.register_out import RegisterOut
from desktop.screens.register_views import RegisterViews
from desktop.screens.screen import Place, Screen

_FIRST = 256
"""How many contracts are on the screen before the others are asked for."""
_WITHIN = Qt.ShortcutContext.WidgetWithChildrenShortcut


class RegisterScreen(Screen):
    """The register as a grid of contracts as they stand on the day looked from."""

    name = "register"
    heading = "Register"

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.table = GridTable(
            columns(), "registerTable", "Contracts", frozen=2, layouts=desk.session,
            today=lambda: show_day(desk.session.today()), writable=lambda: not desk.register.read_only,
        )  # fmt: skip
        self.listing = GridListing(self.table, "contracts", _nothing())
        self.listing.search.setPlaceholderText("Search contracts, providers, decisions, notes")
        self.views = RegisterViews(desk, self.listing, self)
        self.edits = RegisterEdits(desk, self.table, self)
        self.out = RegisterOut(desk, self.listing, self)
        self.extend = doing.act_button(doing.EXTEND)
        self.change = button("Chan&ge…", "bulkButton", icon="document")
        self.table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self._has_begun = self._has_more = False
        self._rest = QTimer(self, singleShot=True, interval=0)
        self._lay_out_content()
        self._wire()

    def load(self) -> None:
        day = self.desk.day
        self._offer_columns()
        self._show_contracts(_FIRST if self._can_begin_with_some() else -1)
        self.facts.setText(f"As at {show_day(day)} · this year is {financial_year(day)}")
        if not self._has_begun:
            self._has_begun = True
            self.views.begin()
        self._choose_changed(self.chosen())

    def show_row(self, row_id: str) -> None:
        self.show_the_rest()
        if not self.table.choose(row_id):
            self.listing.clear_all()
            self.listing.group_by("")
            self.table.choose(row_id)

    def show_the_rest(self) -> None:
        """Show the contracts that were put off until the first were painted."""
        if self._has_more:
            self._show_contracts(-1)

    def put_away(self) -> None:
        self.table.editing.leave()

    def leave(self) -> bool:
        self.table.editing.leave()
        return True

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
        menu.addAction("Chan&ge together…", self.edits.change_together).setEnabled(len(ids) > 1)
        menu.addAction("Co&py", self.table.copy)
        menu.addAction("Copy with &headings", lambda: self.table.copy(headed=True))
        menu.addAction("Pa&ste", self.table.paste)
        menu.addAction("Fill do&wn", self.table.fill_down)
        return menu

    def _can_begin_with_some(self) -> bool:
        """Whether the first contracts can be on the screen before the others are asked for: in the order they are
        kept in, and nothing left out."""
        return not (self.table.rows.total or self.table.rows.sorted_by or self.views.saved.start)

    def _show_contracts(self, most: int) -> None:
        ids = self.desk.register.contracts.ids(most)
        self.table.rows.load(ids, self._fetch, words=self._words)
        self._has_more = len(ids) == most
        if self._has_more:
            self.table.rows.waited.emit(True)
            self._rest.start()

    def _offer_columns(self) -> None:
        """Each partner has a column: there may be others since the last time."""
        wanted = columns(tuple(each.name for each in self.desk.register.partners.all()))
        if [each.title for each in wanted] != [each.title for each in self.table.rows.columns]:
            kept = self.table.kept_layout()
            self.table.rows.renew_columns(wanted)
            self.table.put_layout(kept)
            self.listing.renew()

    def _fetch(self, ids: Sequence[str]) -> Sequence[ContractRow]:
        day, diary = self.desk.day, self.desk.diary()
        return [contract_row(contract, day, diary) for contract in self.desk.register.contracts.some(ids)]

    def _words(self, ids: Sequence[str]) -> Sequence[str]:
        found = self.desk.register.contracts.words(ids)
        return [found.get(ContractId(each), "") for each in ids]

    def _on_changed(self, done: Changed) -> None:
        """Where only cells were typed in, only their rows are read anew."""
        edited = self._edited(done)
        if edited and not self._is_old:
            self.table.rows.renew(edited)
            self._choose_changed(self.chosen())
        else:
            super()._on_changed(done)

    def _edited(self, done: Changed) -> tuple[str, ...]:
        if done.entry is None or done.tables != frozenset({"contract"}):
            return ()
        changes = self.desk.register.journal.entry(done.entry).changes
        return (
            tuple(each.row_id for each in changes) if all(_is_edit(each.before, each.after) for each in changes) else ()
        )

    def _lay_out_content(self) -> None:
        for made, do in self._buttons():
            if do:
                made.clicked.connect(do)
            self.buttons.addWidget(made)
        self.body.addWidget(self.listing, 1)

    def _buttons(self) -> tuple[tuple[QPushButton, object], ...]:
        return (
            (button("Pr&int…", "printButton", icon="print"), self.out.ask),
            (self._export_button(), None),
            (self.change, self.edits.change_together),
            (self.extend, lambda: doing.EXTEND.do(self.desk, self.window(), self.chosen())),
            (doing.act_button(doing.ADD, "act"), lambda: doing.ADD.do(self.desk, self.window(), ())),
        )

    def _export_button(self) -> QPushButton:
        made = button("Ex&port", "exportButton", icon="export")
        menu = QMenu(made)
        self.out.fill_menu(menu)
        made.setMenu(menu)
        return made

    def _wire(self) -> None:
        self._rest.timeout.connect(self.show_the_rest)
        self.table.opened.connect(self._open)
        self.table.chosen.connect(self._choose_changed)
        self.table.asked.connect(self._ask)
        self.table.customContextMenuRequested.connect(self._show_menu)
        QShortcut(QKeySequence.StandardKey.Print, self, self.out.ask, context=_WITHIN)
        self.listing.counted.connect(lambda _words: self._count())
        self.listing.next_step.connect(lambda: doing.ADD.do(self.desk, self.window(), ()))
        self.listing.empty.asked_other.connect(lambda: acts.bring_in_register(self.desk, self.window()))

    def _ask(self, what: str) -> None:
        if what == "filter":
            self.listing.show_filter_row()
        elif what == "replace":
            self.edits.replace(self.listing.search.text())
        else:
            self.table.find_next(self.listing.search.text() or self.edits.sought, back=what == "findBack")

    def _choose_changed(self, ids: tuple[str, ...]) -> None:
        several = len(ids) > 1
        self.extend.setText(f"E&xtend {len(ids)} contracts…" if several else "E&xtend…")
        self.extend.setAccessibleName(self.extend.text().replace("&", ""))
        allow(self.extend, bool(ids), "Choose the contracts to extend first.")
        why_not = "Choose several contracts first." if not several else "The register is read-only."
        allow(self.change, several and not self.desk.register.read_only, why_not)
        self._count()

    def _count(self) -> None:
        self.counted.emit("   ".join((self.listing.count.text(), *summed(self.table))))

    def _open(self, row_id: str) -> None:
        self.went.emit(Place("contract", row_id))

    def _show_menu(self, at: QPoint) -> None:
        if self.chosen():
            self.menu_for(self.chosen()).popup(self.table.viewport().mapToGlobal(at))


def _is_edit(before: Mapping[str, object] | None, after: Mapping[str, object] | None) -> bool:
    """Whether a contract's row stays in the register and only says something else now."""
    if not before or not after:
        return False
    return {name for name, value in after.items() if value != before.get(name)} <= {*FIELDS, "version"}


def _nothing() -> EmptyPage:
    return EmptyPage(
        "register",
        "Contracts with charities and companies belong here: their terms, options, notice, money and decisions.",
        "Add contract…",
        "Bring a register in…",
    )
