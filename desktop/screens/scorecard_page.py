"""The page of a scorecard: its table, why measures stand as they do, its charts, spend, words and steps."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from db.rules.ladder import Escalation
from db.rules.scorecard import Scope, Scorecard
from db.rules.scorecard_across import across
from desktop.drawing.measure_charts import KEY, MeasureCharts
from desktop.look.parts import MARGIN, prose
from desktop.screens import scorecard_parts as parts
from desktop.screens.contract_parts import titled
from desktop.screens.listing import EmptyPage
from desktop.screens.scorecard_rows import (
    ScoreLine,
    panels_across,
    panels_of,
    score_columns,
    score_lines,
)
from desktop.tables.kept_layout import Layouts
from desktop.tables.table_view import TableView
from exports import scorecard_words as words

NO_MEASURES = (
    "No measures are set for this contract. Say what its provider reports, what is aimed at and how it is rated; "
    "the scorecard then fills itself from the returns."
)
_ROOM = 110
_MOST_ROWS = 16


class ScorecardPage(QWidget):
    """All that is known of a quarter, to scroll through.

    Signals:
        settled: the officer wants to settle a step (its id).
        asked: the officer wants to set measures, of which there are none.
    """

    settled = Signal(str)
    asked = Signal()

    def __init__(self, card: Scorecard, taken: Sequence[tuple[str, Escalation]], layouts: Layouts) -> None:
        super().__init__()
        self._card = card
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self.lines: dict[str, ScoreLine] = {line.id: line for line in score_lines(card)}
        self.table: TableView | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 12, MARGIN)
        column.setSpacing(20)
        if not self.lines:
            self._add_empty(column)
        else:
            column.addWidget(self._table(layouts))
            self._add_remarks(column)
            self._add_charts(column)
        self._add_rest(column, taken)
        column.addStretch(1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        roomy = self.width() >= _ROOM * self.fontMetrics().averageCharWidth()
        down, beside = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._columns.setDirection(beside if roomy else down)

    def _add_empty(self, column: QVBoxLayout) -> None:
        if self._card.scope is Scope.CONTRACT:
            empty = EmptyPage("returns", NO_MEASURES, "Set the measures…")
            empty.asked.connect(self.asked)
            column.addWidget(empty)
        else:
            column.addWidget(prose("None of these contracts has measures. Set them on each contract.", "quiet"))

    def _table(self, layouts: Layouts) -> TableView:
        is_one = len(self._card.contracts) == 1
        name = "scoreTable" if is_one else "scoresTable"
        frozen = 1 if is_one else 2
        self.table = TableView(score_columns(self._card), name, "Measures", frozen=frozen, lines=2, layouts=layouts)
        self.table.rows.show_rows(tuple(self.lines.values()), lambda line: line.id)
        self.table.placed.connect(self._fit_table)
        self._fit_table()
        return self.table

    def _fit_table(self) -> None:
        """As tall as its rows, up to the most that are shown at once."""
        if self.table is None:
            return
        row = self.table.cells.row_height
        wide = self.table.titles.length() > self.table.viewport().width()
        bar = self.table.horizontalScrollBar().sizeHint().height() if wide else 0
        height = self.table.titles.sizeHint().height() + row * min(len(self.lines), _MOST_ROWS) + bar + 4
        if height != self.table.height() or height != self.table.minimumHeight():
            self.table.setFixedHeight(height)

    def _add_remarks(self, column: QVBoxLayout) -> None:
        several = len(self._card.contracts) > 1
        said = [
            f"{each.reference}, {remark}" if several else remark
            for each in self._card.contracts
            for remark in words.remarks(each)
        ]
        if said:
            column.addWidget(titled("Why", parts.remarks_part(said)))

    def _add_charts(self, column: QVBoxLayout) -> None:
        shared = across(self._card)
        panels = panels_across(shared) if len(self._card.contracts) > 1 else panels_of(self._card.rows)
        if not panels:
            return
        charts = MeasureCharts()
        charts.show_panels(panels)
        if shared:
            table = words.across_rows(shared, self._card)
            column.addWidget(titled(table.caption, parts.words_grid(table)))
        column.addWidget(titled("Last five quarters", charts))
        column.addWidget(prose(f"{KEY} The table above has the same figures.", "quiet"))

    def _add_rest(self, column: QVBoxLayout, taken: Sequence[tuple[str, Escalation]]) -> None:
        self._columns.setSpacing(2 * MARGIN)
        left, right = QVBoxLayout(), QVBoxLayout()
        left.setSpacing(MARGIN)
        right.setSpacing(MARGIN)
        if self.lines:
            for each in self._card.contracts:
                if each.spend is not None or len(self._card.contracts) == 1:
                    of = f": {each.reference}" if len(self._card.contracts) > 1 else ""
                    left.addWidget(titled(f"Spend against profile{of}", parts.spend_part(each)))
            right.addWidget(titled("What the provider wrote", parts.narratives_part(self._card.contracts)))
        if self._card.scope is Scope.CONTRACT:
            right.addWidget(titled("Steps taken", parts.ladder_part(taken, self._card.on, self.settled.emit)))
        for side in (left, right):
            if side.count():
                side.addStretch(1)
                self._columns.addLayout(side, 1)
        column.addLayout(self._columns)
