"""The providers: the charities and companies that hold contracts, and every name they go by."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from db.rules.contract import Contract
from db.rules.dates import show_day
from db.rules.provider import ProviderId
from db.rules.standing import standing
from desktop.acts.providers import add_alias, add_provider
from desktop.desk import Desk
from desktop.look.parts import GAP, button
from desktop.screens.detail import Detail
from desktop.screens.list_screen import ListScreen
from desktop.screens.listing import EmptyPage, Listing
from desktop.screens.provider_rows import COLUMNS, ProviderRow, provider_rows
from desktop.screens.screen import Place
from desktop.tables.table_view import TableView

EMPTY = "The charities and companies that hold contracts belong here, with every name that documents call them by."
RUNNING, NOT_RUNNING = "With a running contract", "Without one"


class ProvidersScreen(ListScreen):
    """Providers at the left, the chosen one's names and contracts at the right."""

    name = "providers"
    heading = "Providers"

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._rows: dict[str, ProviderRow] = {}
        add = button("&Add provider…", "addProvider", icon="add", role="act")
        add.clicked.connect(lambda: add_provider(self.desk, self))
        self.buttons.addWidget(add)
        self.detail = Detail("providerDetail", "The provider")
        self.join(self._listing(desk), self._pane())

    def load(self) -> None:
        register = self.desk.register
        contracts = [each for each in register.contracts.all() if isinstance(each, Contract)]
        rows = provider_rows(register.providers.all(), contracts, self.desk.day)
        self._rows = {row.id: row for row in rows}
        running = sum(row.running > 0 for row in rows)
        self.facts.setText(
            f"As at {show_day(self.desk.day)} · {len(rows)} recorded · {running} with a running contract"
        )
        self.listing.table.rows.show_rows(rows, lambda row: row.id, also=_searched_too)
        self.show_again()

    def show_detail(self, row_id: str) -> None:
        row = self._rows.get(row_id)
        self.name_button.setEnabled(row is not None)
        self.detail.begin(row.provider.name if row else "")
        if row:
            self._show_names(row)
            self._show_contracts(row)
            if row.provider.notes:
                self.detail.group("Notes")
                self.detail.say(row.provider.notes)

    def _show_names(self, row: ProviderRow) -> None:
        provider = row.provider
        self.detail.facts(
            [
                ("Company number", provider.company_number),
                ("Charity number", provider.charity_number),
                ("Contact", provider.contact),
            ]
        )
        self.detail.group("Other names")
        if not provider.aliases:
            self.detail.say("No other name is recorded.", "quiet")
        self.detail.facts(
            [(alias.name, alias.source or "where it was met is not recorded") for alias in provider.aliases]
        )

    def _show_contracts(self, row: ProviderRow) -> None:
        self.detail.group("Contracts")
        if not row.contracts:
            self.detail.say("It holds no contract.", "quiet")
        links = [
            (each.reference, self._stands(each), partial(self.went.emit, Place("contract", each.id)))
            for each in row.contracts
        ]
        if row.contracts:
            card = partial(self.went.emit, Place("scorecard", f"provider:{row.provider.name}"))
            links.append(("Scorecard", "how their measures stand", card))
        self.detail.links(links)

    def _stands(self, contract: Contract) -> str:
        at = standing(contract, self.desk.day)
        until = f" to {show_day(at.ends_on)}" if at.ends_on else ""
        return f"{contract.title} · {at.status.value}{until}"

    def _listing(self, desk: Desk) -> Listing:
        table = TableView(COLUMNS, "providerTable", "Providers", frozen=1, layouts=desk.session)
        listing = Listing(table, "providers", EmptyPage("providers", EMPTY, "Add provider…"))
        listing.add_filter("Contracts", "All providers", (RUNNING, NOT_RUNNING), _running_word)
        listing.next_step.connect(lambda: add_provider(self.desk, self))
        table.opened.connect(lambda _id: self.detail.setFocus(Qt.FocusReason.OtherFocusReason))
        return listing

    def _pane(self) -> QWidget:
        self.name_button = button("Add a &name…", "addAlias", icon="add")
        self.name_button.clicked.connect(lambda: add_alias(self.desk, self, ProviderId(self.shown_id)))
        foot = QHBoxLayout()
        foot.setContentsMargins(2 * GAP, 0, 0, 0)
        foot.addWidget(self.name_button)
        foot.addStretch()
        pane = QWidget()
        body = QVBoxLayout(pane)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(GAP)
        body.addWidget(self.detail, 1)
        body.addLayout(foot)
        return pane


def _running_word(row: ProviderRow) -> str:
    return RUNNING if row.running else NOT_RUNNING


def _searched_too(row: ProviderRow) -> str:
    provider = row.provider
    numbers = (provider.company_number, provider.charity_number, provider.contact)
    return "\n".join((*numbers, *(f"{each.reference} {each.title}" for each in row.contracts)))
