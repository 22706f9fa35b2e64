"""A grid with its search, its filter row, its saved views and its count."""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QPushButton

from desktop.grid.filter_row import GROUPED, FilterRow, Said
from desktop.grid.filters import Filter
from desktop.grid.grid_table import GridTable
from desktop.grid.views import View
from desktop.look.parts import button
from desktop.screens.listing import EmptyPage, Listing
from desktop.tables.columns import Column, Kind
from desktop.tables.kept_layout import Layout


class GridListing(Listing):
    """Filters by column, grouping, views. It asks in no dialog: the page does, and puts the answer here."""

    filter_asked = Signal(str)
    """The officer wants to set the filter of a column, by its title."""
    looked = Signal()
    """Filters, grouping or view are others now."""

    table: GridTable

    def __init__(self, table: GridTable, what: str, empty: EmptyPage) -> None:
        super().__init__(table, what, empty)
        self.filters: dict[str, Filter] = {}
        self.view_name = ""
        """The name of the saved view shown last."""
        self.filter_row = FilterRow(table.objectName())
        self.filter_button = _menu_free("Fi&lter", f"{table.objectName()}Filter", "filter")
        self.view_button = button("Vie&ws", f"{table.objectName()}View", icon="table")
        self.view_menu = QMenu(self)
        self.view_button.setMenu(self.view_menu)
        self._filter_line.addWidget(self.filter_button)
        self._filter_line.addWidget(self.view_button)
        self._inside.insertWidget(1, self.filter_row)
        self.filter_row.hide()
        self._wire_row()

    def column(self, title: str) -> Column[object] | None:
        """The column of a title."""
        return next((each for each in self.table.rows.columns if each.title == title), None)

    def choices(self, title: str) -> tuple[str, ...]:
        """The values a column holds, for ticking; a blank is "". All rows are read for it, unless they were."""
        values = {str(value or "") for value in set(self.table.rows.held_values(self._place(title)))}
        several = {value for value in values if "\n" in value}
        held = (values - several).union(*(value.split("\n") for value in several))
        return (*([""] if "" in held else []), *sorted(held - {""}, key=str.casefold))

    def set_filter(self, wanted: Filter) -> None:
        """Put a filter on its column, or take it away where it keeps everything."""
        self.filters.pop(wanted.column, None)
        if not wanted.is_empty:
            self.filters[wanted.column] = wanted
        self._apply()

    def group_by(self, title: str) -> None:
        """Gather rows by a column; nothing gathers none."""
        self.table.rows.group_by(self._place(title) if title else -1)
        self._say()

    @property
    def grouped_by(self) -> str:
        """The title of the column rows are gathered by, or nothing."""
        at = self.table.rows.grouped_by
        return self.table.rows.columns[at].title if at >= 0 else ""

    def view_now(self) -> View:
        """How the grid is looked at."""
        filters = tuple(self.filters.values())
        return View(self.view_name, self.table.layout_now(), filters, self.grouped_by, self.search.text())

    def show_view(self, view: View) -> None:
        """Look at the grid as a view says; columns it names that are no more are left out."""
        self.view_name = view.name
        self.table.put_layout(view.layout)
        self.filters = {each.column: each for each in view.filters if self.column(each.column)}
        self.search.setText(view.search)
        self._apply()
        self.group_by(view.group if self.column(view.group) else "")

    def reset_view(self) -> None:
        """The columns as they were made, everything shown."""
        self.show_view(View())

    def show_filter_row(self, shown: bool | None = None) -> None:
        """Show the filter row or put it away, with the keyboard on it; untold, the other way from now."""
        wanted = not self.filter_row.isVisible() if shown is None else shown
        self.filter_row.setVisible(wanted)
        self.filter_button.setChecked(wanted)
        (self.filter_row.add if wanted else self.table).setFocus()

    def renew(self) -> None:
        """After the columns became others: filters of those that are gone are gone too."""
        self.filters = {title: each for title, each in self.filters.items() if self.column(title)}
        self._apply()

    def said(self) -> tuple[str, ...]:
        """What narrows and gathers the rows, in words."""
        words = [f"Search: “{self.search.text().strip()}”"] * bool(self.search.text().strip())
        return (*words, *(each.words for each in self._chips()))

    def clear_all(self) -> None:
        self.filters.clear()
        self._apply()
        super().clear_all()

    @property
    def is_narrowed(self) -> bool:
        return super().is_narrowed or bool(self.filters)

    def put_columns(self, chosen: tuple[tuple[str, bool], ...]) -> None:
        """Show these columns in this order."""
        now = self.table.layout_now()
        hidden = tuple(title for title, shown in chosen if not shown)
        self.table.put_layout(replace(now, order=tuple(title for title, _ in chosen), hidden=hidden))
        self.table.keep_layout()

    def columns_now(self) -> tuple[tuple[str, bool], ...]:
        """Every column in the order it stands, and whether it is shown."""
        layout: Layout = self.table.layout_now()
        return tuple((title, title not in (layout.hidden or ())) for title in layout.order)

    def _wire_row(self) -> None:
        self.table.rows.waited.connect(self._tell_waiting)
        self.filter_button.clicked.connect(lambda: self.show_filter_row())
        self.filter_row.menu.aboutToShow.connect(
            lambda: self.filter_row.offer([self.table.rows.columns[at].title for at in self.table.visual])
        )
        self.filter_row.picked.connect(self._pick)
        self.filter_row.removed.connect(self._remove)
        self.table.titles.filter_wanted.connect(lambda at: self.filter_asked.emit(self.table.rows.columns[at].title))

    def _tell(self, shown: int, total: int) -> None:
        super()._tell(shown, total)
        if self.table.rows.is_waiting:
            self._tell_waiting(True)

    def _tell_waiting(self, waits: bool) -> None:
        """A large register is still being read: what was asked for comes into effect when it is."""
        if waits:
            self.count.setText("Reading all contracts…")
            self.counted.emit(self.count.text())

    def _pick(self, key: str) -> None:
        if key != GROUPED:
            self.filter_asked.emit(key)

    def _remove(self, key: str) -> None:
        if key == GROUPED:
            self.group_by("")
        else:
            self.set_filter(Filter(key))
        self.table.setFocus()

    def _apply(self) -> None:
        self.table.rows.keep_values({self._place(title): each.test() for title, each in self.filters.items()})
        self.table.titles.viewport().update()
        self._say()

    def _say(self) -> None:
        chips = self._chips()
        self.filter_row.show_chips(chips)
        if chips:
            self.filter_row.show()
            self.filter_button.setChecked(True)
        self.looked.emit()

    def _chips(self) -> list[Said]:
        chips = [Said(title, each.words(self._kind(title))) for title, each in self.filters.items()]
        return [*chips, *([Said(GROUPED, f"Grouped by {self.grouped_by}")] if self.grouped_by else [])]

    def _kind(self, title: str) -> Kind:
        found = self.column(title)
        return found.kind if found else Kind.WORDS

    def _place(self, title: str) -> int:
        return next((at for at, each in enumerate(self.table.rows.columns) if each.title == title), -1)


def _menu_free(words: str, name: str, icon: str) -> QPushButton:
    """A button that stays pressed while what it shows is there."""
    made = button(words, name, icon=icon)
    made.setCheckable(True)
    return made
