"""The register as it was on one day beside another: what changed, who did it and when, and putting it back."""

from datetime import date, timedelta

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from db.operations.restore import restore_field
from db.rules.dates import show_day
from db.rules.refusal import Refusal
from db.rules.words import counted
from desktop.acts.carrying_out import ready, tell
from desktop.acts.saving import save_as
from desktop.desk import Desk
from desktop.fields.date_field import DateField
from desktop.look.parts import GAP, button
from desktop.screens import then_and_now_work as work
from desktop.screens.comparing import Comparing
from desktop.screens.detail import Detail
from desktop.screens.list_screen import ListScreen
from desktop.screens.listing import EmptyPage, Listing
from desktop.screens.screen import Place
from desktop.screens.then_and_now_rows import COLUMNS, ToldRow
from desktop.screens.under_way import UnderWay
from desktop.tables.table_view import TableView

_A_MONTH = timedelta(days=30)


class ThenAndNowScreen(ListScreen):
    """Two days above, the differences at the left, the chosen one at the right."""

    name = "thenAndNow"
    heading = "Then and now"

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._rows: dict[str, ToldRow] = {}
        self.comparing = Comparing(self)
        today = desk.session.today()
        self.first = DateField("firstDay", "The end of", today - _A_MONTH, helped="", missing="Choose the earlier day")
        self.last = DateField("lastDay", "And the end of", today, helped="", missing="Choose the later day")
        self.compare = button("Co&mpare", "compareDays", icon="history", role="act")
        self.export = button("&Save as a workbook…", "exportChanges", icon="export")
        self.compare.clicked.connect(self.outdate)
        self.export.clicked.connect(self.save)
        self.buttons.addWidget(self.export)
        self._add_days()
        self.under_way = UnderWay("comparing")
        self.under_way.called_off.connect(self._stop)
        self.comparing.began.connect(self._begin)
        self.comparing.progressed.connect(self.under_way.show_part)
        self.comparing.found.connect(self._finish)
        self.comparing.refused.connect(self._refuse)
        self.body.addWidget(self.under_way)
        table = TableView(COLUMNS, "changesTable", "Changes", frozen=1, layouts=desk.session)
        listing = Listing(table, "changes", EmptyPage("history", "Nothing changed between these days.", "Other days…"))
        listing.add_filter("Change", "Every change", ("Changed", "Added", "No longer there"), _how)
        listing.next_step.connect(self.first.focus)
        table.opened.connect(self._open)
        self.detail = Detail("changeDetail", "The change")
        self.join(listing, self.detail)

    def load(self) -> None:
        days = self._days()
        if days:
            self.export.setEnabled(False)
            self.comparing.compare(self.desk.register, *days, self.desk.day)

    def leave(self) -> bool:
        if self.comparing.call_off():
            self.under_way.hide()
            self._is_old = True
        return super().leave()

    def put_away(self) -> None:
        self.comparing.call_off()

    def show_detail(self, row_id: str) -> None:
        row = self._rows.get(row_id)
        found = row.told.difference if row else None
        self.detail.begin(f"{found.name}: {found.title or found.how.value}" if found else "")
        if row and found:
            facts = [("Before", row.before or "blank"), ("After", row.after or "blank")] if found.title else []
            self.detail.facts([*facts, ("Sheet", found.sheet)])
            self._show_act(row)
            self._show_links(row)

    def compare_days(self, first: date, last: date) -> None:
        """List what changed between the ends of two days."""
        self.first.write(first)
        self.last.write(last)
        self.outdate()

    def save(self) -> None:
        """Save the list as a workbook: the rows in view, in their order."""
        asked = self.comparing.asked
        if asked is None or not self.export.isEnabled():
            return
        name = f"Changes {asked.first.isoformat()} to {asked.last.isoformat()}"
        shown = self.listing.table.rows.shown_ids()
        save_as(
            self.window(), "Save the changes", name, ".xlsx", "Making the list", work.changes_as_workbook, asked, shown
        )

    def restore(self, row: ToldRow) -> None:
        """Put back what the contract's detail said before the change."""
        entry, contract_id = row.told.entry, row.contract_id
        if entry is None or contract_id is None or not ready(self.desk, self.window()):
            return
        try:
            self.desk.act(restore_field, contract_id, row.told.difference.field, entry - 1)
        except Refusal as refusal:
            tell(self.window(), "It was not put back", str(refusal))

    def _begin(self) -> None:
        asked = self.comparing.asked
        if asked:
            self.under_way.begin(f"Comparing {show_day(asked.first)} with {show_day(asked.last)}")

    def _finish(self, rows: tuple[ToldRow, ...]) -> None:
        asked = self.comparing.asked
        self._show(rows)
        if asked:
            contracts = len({row.contract_id for row in rows if row.contract_id})
            self.facts.setText(f"From the end of {show_day(asked.first)} to the end of {show_day(asked.last)} · "
                               f"{counted(len(rows), 'changes')} · {counted(contracts, 'contracts')}")  # fmt: skip

    def _stop(self) -> None:
        if self.comparing.call_off():
            self._refuse("The comparison was called off. Compare begins it again.")

    def _refuse(self, sentence: str) -> None:
        """Nothing of another comparison stays in view beside why there is none."""
        self._show(())
        self.facts.setText(sentence)

    def _show(self, rows: tuple[ToldRow, ...]) -> None:
        self.under_way.hide()
        self._rows = {row.id: row for row in rows}
        self.listing.table.rows.show_rows(rows, lambda row: row.id)
        self.export.setEnabled(bool(rows))
        self.show_again()

    def _show_act(self, row: ToldRow) -> None:
        told = row.told
        if row.at is None:
            return
        self.detail.group("Who did it")
        self.detail.say(told.sentence)
        by = ", ".join(filter(None, (told.officer, told.post)))
        self.detail.say(f"{show_day(row.at.date())}, {row.at:%H:%M} · {by}", "quiet")

    def _show_links(self, row: ToldRow) -> None:
        links = []
        if row.contract_id:
            place = Place("contract", row.contract_id)
            links.append(("Open the contract", "", lambda: self.went.emit(place)))
        if row.can_restore and not self.desk.register.read_only:
            links.append(("Put back what it was", row.before or "blank", lambda: self.restore(row)))
        self.detail.links(links)

    def _open(self, row_id: str) -> None:
        row = self._rows.get(row_id)
        if row and row.contract_id:
            self.went.emit(Place("contract", row.contract_id))

    def _days(self) -> tuple[date, date] | None:
        try:
            first, last = self.first.read(), self.last.read()
        except Refusal as refusal:
            self.facts.setText(str(refusal))
            return None
        if first is None or last is None:
            self.facts.setText("Choose both days.")
            return None
        return (first, last) if first <= last else (last, first)

    def _add_days(self) -> None:
        line = QHBoxLayout()
        line.setSpacing(2 * GAP)
        beside = QVBoxLayout()
        beside.addSpacing(self.fontMetrics().height() + GAP)
        beside.addWidget(self.compare)
        for part in (self.first, self.last):
            line.addWidget(part, 0, Qt.AlignmentFlag.AlignTop)
        line.addLayout(beside)
        line.setAlignment(beside, Qt.AlignmentFlag.AlignTop)
        line.addStretch(1)
        self.body.addLayout(line)


def _how(row: ToldRow) -> str:
    return row.told.difference.how.value
