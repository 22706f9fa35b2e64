"""The register's grid at work, for its pictures: filtered, marked and added up; gathered with subtotals; typed in."""

from collections.abc import Callable, Iterator
from datetime import date

from PySide6.QtCore import Qt

from desktop.grid.filters import Filter
from desktop.main_window import MainWindow
from desktop.screens.register import RegisterScreen
from desktop.screens.screen import Place

_RISING = Qt.SortOrder.AscendingOrder
_FROM, _TO = date(2025, 10, 1), date(2026, 9, 30)
_LEFT_OUT = {"Maximum end", "Options left", "Providers", "Service"}
_ADDED = 9
"""How many rows are chosen for the sum in the status bar."""


def grids(window: MainWindow, settle: Callable[[], None]) -> Iterator[str]:
    """Each by name while it can be seen; the register is as it was when the last is gone."""
    page = window.place.pages.page("register") if window.place else None
    if not isinstance(page, RegisterScreen):
        return
    window.go(Place("register"))
    settle()
    before = page.listing.view_now()
    for name, look_at in (("marked", _marked), ("grouped", _grouped), ("typed-in", _typed_in)):
        page.listing.reset_view()
        look_at(page)
        yield f"grid-{name}"
    page.table.editing.leave()
    page.listing.show_view(before)


def _marked(page: RegisterScreen) -> None:
    """Narrowed by two filters, sorted by two columns, marks on the days, a block of amounts added up."""
    listing, table = page.listing, page.table
    listing.set_filter(Filter("Ends", least=_FROM.toordinal(), most=_TO.toordinal()))
    listing.set_filter(Filter("Title", contains="sample"))
    table.rows.sort_by(((_place(page, "Status"), _RISING), (_place(page, "Ends"), _RISING)))
    listing.put_columns(
        tuple((title, is_shown and title not in _LEFT_OUT) for title, is_shown in listing.columns_now())
    )
    amounts = table.visual.index(_place(page, "Annual value"))
    table.setFocus()
    table.choose_block((0, amounts), (min(_ADDED, table.rows.rowCount()) - 1, amounts))


def _grouped(page: RegisterScreen) -> None:
    """Gathered by service, the second group folded away."""
    page.listing.group_by("Service")
    rows = page.table.rows
    heads = [row for row in range(rows.rowCount()) if rows.group_at(row)]
    if len(heads) > 1:
        rows.fold(heads[1], folded=True)
    page.table.setFocus()
    page.table.choose_block((0, 0), (0, 0))


def _typed_in(page: RegisterScreen) -> None:
    """A cell being typed in, with the texts used before."""
    table = page.table
    table.setFocus()
    at = table.visual.index(_place(page, "Title"))
    table.choose_block((2, at), (2, at))
    table.editing.begin()


def _place(page: RegisterScreen, title: str) -> int:
    return next(at for at, each in enumerate(page.table.rows.columns) if each.title == title)
