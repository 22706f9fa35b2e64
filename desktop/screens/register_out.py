"""The register sent away as it is looked at: to a workbook, to a PDF, to paper."""

from datetime import date

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QMenu, QWidget

from desktop import acts
from desktop.desk import Desk
from desktop.grid.grid_listing import GridListing
from desktop.tables.columns import Kind, SortKey
from exports.view_table import Cell, CellKind, ViewColumn, ViewRow, ViewTable

_KINDS = {Kind.WORDS: CellKind.TEXT, Kind.DAY: CellKind.DAY, Kind.AMOUNT: CellKind.PENCE, Kind.NUMBER: CellKind.NUMBER}


class RegisterOut(QObject):
    """Exports and prints exactly the rows and columns in view, in their order."""

    def __init__(self, desk: Desk, listing: GridListing, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk, self._listing, self._page = desk, listing, parent
        self._printing: object = None

    def fill_menu(self, menu: QMenu) -> None:
        """The ways out."""
        menu.addAction("This view as a &workbook…", self.export)
        menu.addAction("This view as a &PDF…", self.save_pdf)
        menu.addAction("&Whole register as a workbook…", self.export_all)

    def export(self) -> object:
        """Save the view as a workbook."""
        return acts.export_view(self._desk, self._page.window(), self.table())

    def save_pdf(self) -> object:
        """Save the view as a PDF."""
        return acts.view_as_pdf(self._desk, self._page.window(), self.table())

    def export_all(self) -> object:
        """Save the whole register as a workbook, with parts, steps, decisions and providers."""
        return acts.export_register(self._desk, self._page.window())

    def ask(self) -> None:
        """Print the view."""
        self._printing = acts.print_view(self._desk, self._page.window(), self.table())

    def table(self) -> ViewTable:
        """The view in plain values; groups that are folded away stay in, under their lines."""
        grid, rows = self._listing.table, self._listing.table.rows
        titles = [rows.columns[at] for at in grid.visual]
        columns = tuple(ViewColumn(each.title, _KINDS[each.kind], each.width) for each in titles)
        officer = self._desk.session.officer
        return ViewTable(
            "Register", self._said(), self._listing.count.text(),
            f"{officer.name}, {officer.post}" if officer else "", self._desk.session.today(), self._desk.day,
            columns, self._rows(columns),
        )  # fmt: skip

    def _rows(self, columns: tuple[ViewColumn, ...]) -> tuple[ViewRow, ...]:
        grid, rows = self._listing.table, self._listing.table.rows
        values = [rows.held_values(at) for at in grid.visual]
        several = [rows.columns[at].several is not None for at in grid.visual]
        kinds = list(zip(values, columns, several, strict=True))
        plain = {
            position: ViewRow(tuple(_cell(each[position], column, many) for each, column, many in kinds))
            for position in rows.found()
        }
        if not rows.groups:
            return tuple(plain.values())
        found: list[ViewRow] = []
        left = iter(plain.values())
        for group in rows.groups:
            sums = tuple(group.sums.get(at) for at in grid.visual)
            found.append(ViewRow(sums, group.words))
            found += [next(left) for _ in range(group.rows)]
        return tuple(found)

    def _said(self) -> tuple[str, ...]:
        rows = self._listing.table.rows
        steps = [
            f"{rows.columns[at].title}{' falling' if way == Qt.SortOrder.DescendingOrder else ''}"
            for at, way in rows.sorted_by
        ]
        return (*self._listing.said(), *([f"Sorted by {', then '.join(steps)}"] if steps else []))


def _cell(value: SortKey, column: ViewColumn, several: bool) -> Cell:
    if value is None:
        return None
    if column.kind is CellKind.DAY and isinstance(value, int):
        return date.fromordinal(value)
    return ", ".join(value.split("\n")) if several and isinstance(value, str) else value
