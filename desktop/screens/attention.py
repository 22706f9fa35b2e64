"""The start page: everything to act on, soonest first, with the working behind each day and the act that settles it."""

from PySide6.QtWidgets import QWidget

from db.rules.attention import AttentionLine, Urgency, attention
from db.rules.dates import show_day
from db.rules.marks import Sorted, sort_out
from desktop.desk import Desk
from desktop.look.palette import Tone
from desktop.screens.attention_rows import COLUMNS, AttentionRow, open_rows, place_of, resting_rows, summary
from desktop.screens.beside import Beside
from desktop.screens.chips import FilterChip, FilterChips
from desktop.screens.day_picker import DayPicker
from desktop.screens.list_screen import PANE_LINES, TABLE_LINES
from desktop.screens.listing import EmptyPage
from desktop.screens.marking import MARKS, LineAct, offer_on
from desktop.screens.screen import Place, Screen
from desktop.screens.sifted import SiftedListing
from desktop.screens.tall import Tall
from desktop.screens.why_pane import WhyPane
from desktop.tables.table_view import TableView

_ALL = "all"
RESTING = "resting"
"""The chip that shows what rests: acknowledged, put off or done."""


class AttentionScreen(Screen):
    """What needs the officer, as at the day looked from."""

    name = "attention"
    heading = "Attention"

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.table = TableView(
            COLUMNS, "attentionTable", "What needs attention", lines=2, frozen=1, layouts=desk.session
        )
        self.table.setSelectionBehavior(TableView.SelectionBehavior.SelectRows)
        self._found = Sorted((), ())
        self._chips = {
            _ALL: FilterChip(_ALL, "All"),
            Urgency.OVERDUE: FilterChip(Urgency.OVERDUE.value, "Overdue", Tone.OVERDUE),
            Urgency.SOON: FilterChip(Urgency.SOON.value, "Soon", Tone.SOON),
            Urgency.LATER: FilterChip(Urgency.LATER.value, "Later", Tone.LATER),
            RESTING: FilterChip(RESTING, "At rest", Tone.NEUTRAL),
        }
        self.chips = FilterChips(tuple(self._chips.values()), "How pressing")
        self.listing = SiftedListing(self.table, "matters", _nothing(), self.chips)
        self.why = WhyPane(desk)
        self.day_picker = DayPicker(desk)
        self.split = Beside(self.listing, self.why, "attentionSplit", above=0.75)
        self._lay_out_content()
        self._wire()

    def load(self) -> None:
        register, day = self.desk.register, self.desk.day
        lines = attention(
            register.contracts.all(), register.decisions.all(), register.returns.schedules(),
            register.returns.all(), day, self.desk.diary(),
        )  # fmt: skip
        self._found = sort_out(lines, register.diaries.marks(), day)
        self._tell()
        if self.chips.current == RESTING and not self._found.resting:
            self.chips.reset()
        self._show_rows()

    def _show_rows(self) -> None:
        rests = self.chips.current == RESTING
        rows = (resting_rows if rests else open_rows)(self._found, self.desk.day)
        self.listing.offer(rows)
        self.table.rows.show_rows(rows, lambda row: row.id)
        self.chips.setVisible(bool(self._found.open or self._found.resting))
        self.why.setVisible(bool(rows))
        if rows and not self.table.currentIndex().isValid():
            self.table.selectRow(0)
        self._show_why()

    def _lay_out_content(self) -> None:
        self.buttons.addWidget(self.day_picker)
        self.listing.sift_by("Matter", "Every matter", lambda row: (row.line.matter.value,))
        self.listing.keep_by_chip(lambda row, name: name in (_ALL, RESTING) or row.urgency == name)
        self.body.addWidget(self.chips)
        self.body.addWidget(Tall(self.split, {self.table: TABLE_LINES, self.why: PANE_LINES}), 1)

    def _wire(self) -> None:
        self.table.opened.connect(self._open)
        self.table.chosen.connect(lambda _ids: self._show_why())
        self.listing.counted.connect(self.counted)
        self.listing.next_step.connect(lambda: self.went.emit(Place("register")))
        self.listing.cleared.connect(self._show_rows)
        self.chips.picked.connect(lambda _name: self._show_rows())
        self.why.went.connect(self.went)
        self.why.marked.connect(self.mark)
        offer_on(self.table, MARKS, self.mark)

    def mark(self, act: LineAct) -> None:
        """Acknowledge the line the keyboard is on, put it off, or call it done; the keyboard stays in the table."""
        row = self._row()
        if row:
            act.do(self.desk, self.window(), row.line)
            self.table.setFocus()

    def _tell(self) -> None:
        lines = self._found.open
        checked = f"checked {self.desk.session.now():%H:%M}"
        self.facts.setText(f"As at {show_day(self.desk.day)} · {checked} · {summary(lines)}")
        for name, counted in self._chips.items():
            counted.count(self._count(name, lines))
        self._chips[RESTING].setVisible(bool(self._found.resting))

    def _count(self, name: str, lines: tuple[AttentionLine, ...]) -> int:
        if name == RESTING:
            return len(self._found.resting)
        return sum(1 for line in lines if name == _ALL or line.urgency == name)

    def _row(self) -> AttentionRow | None:
        index = self.table.currentIndex()
        found = self.table.rows.row_at(index.row()) if index.isValid() else None
        return found if isinstance(found, AttentionRow) else None

    def _show_why(self) -> None:
        self.why.explain(self._row())

    def _open(self, _row_id: str) -> None:
        row = self._row()
        if row:
            self.went.emit(place_of(row.line))


def _nothing() -> EmptyPage:
    return EmptyPage(
        "tick",
        "Nothing needs attention. Decisions to take, options to use, notices to serve, ends, signatures and returns "
        "due appear here as early as their lead times say.",
        "Open the register",
    )
