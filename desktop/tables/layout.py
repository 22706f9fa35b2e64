"""A table's columns put as the officer left them: their order, widths, sorting, and which are hidden."""

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHeaderView

from desktop.tables.columns import Column
from desktop.tables.kept_layout import Layout
from desktop.tables.row_model import SortStep

_RISING, _FALLING = Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder


def layout_of(
    titles: QHeaderView,
    columns: Sequence[Column[Any]],
    widths: Mapping[int, int],
    sort: Sequence[SortStep],
    away: Collection[int] = (),
) -> Layout:
    """How a header stands, columns by title so that a later version's new column does no harm.

    Columns that are `away` only gave way to the room there is: they are not hidden.
    """
    order = [titles.logicalIndex(place) for place in range(titles.count())]
    return Layout(
        tuple(columns[at].title for at in order),
        {columns[at].title: width for at, width in widths.items()},
        tuple((columns[at].title, way == _FALLING) for at, way in sort),
        tuple(columns[at].title for at in order if titles.isSectionHidden(at) and at not in away),
    )


def put_layout(
    layout: Layout, titles: QHeaderView, columns: Sequence[Column[Any]]
) -> tuple[dict[int, int], tuple[SortStep, ...]]:
    """Order and hide a header's columns; the officer's own widths and the sorting are given back.

    A column the layout does not know stands where it was made, shown or hidden as it was made.
    """
    places = {column.title: at for at, column in enumerate(columns)}
    for place, title in enumerate(each for each in layout.order if each in places):
        titles.moveSection(titles.visualIndex(places[title]), place)
    for title, at in places.items():
        chosen = layout.hidden is not None and title in layout.order
        titles.setSectionHidden(at, title in (layout.hidden or ()) if chosen else not columns[at].shown)
    widths = {places[title]: width for title, width in layout.widths.items() if title in places}
    steps = ((places[title], _FALLING if falling else _RISING) for title, falling in layout.sort if title in places)
    return widths, tuple(steps)
