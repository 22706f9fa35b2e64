"""A table's columns as the officer left them: their order, widths and sorting."""

import json
from collections.abc import Mapping, Sequence
from typing import Any, Protocol

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHeaderView

from desktop.tables.columns import Column


class Layouts(Protocol):
    """Where tables' layouts are kept, by table name. The session is one."""

    def layout(self, table: str) -> str:
        """What was kept for a table, or nothing."""

    def keep_layout(self, table: str, written: str) -> None:
        """Keep it."""


class Unkept:
    """Nowhere: every table starts as it was made."""

    def layout(self, table: str) -> str:
        return ""

    def keep_layout(self, table: str, written: str) -> None:
        pass


def written_layout(titles: QHeaderView, columns: Sequence[Column[Any]], widths: Mapping[int, int]) -> str:
    """The layout as text, columns by title so that a later version's new column does no harm."""
    order = [columns[titles.logicalIndex(place)].title for place in range(titles.count())]
    own = {columns[at].title: width for at, width in widths.items()}
    by = titles.sortIndicatorSection()
    sort = [columns[by].title, titles.sortIndicatorOrder() == Qt.SortOrder.DescendingOrder] if by >= 0 else []
    return json.dumps({"order": order, "widths": own, "sort": sort})


def read_layout(written: str, titles: QHeaderView, columns: Sequence[Column[Any]]) -> dict[int, int]:
    """Put a written layout on a header and give the officer's own widths; anything unreadable is left out."""
    places = {column.title: at for at, column in enumerate(columns)}
    try:
        kept = json.loads(written or "{}")
        order = [places[title] for title in kept.get("order", ()) if title in places]
        widths = {places[title]: int(width) for title, width in kept.get("widths", {}).items() if title in places}
        sort = kept.get("sort") or []
    except (ValueError, TypeError, AttributeError):
        return {}
    for place, at in enumerate(order):
        titles.moveSection(titles.visualIndex(at), place)
    if sort and sort[0] in places:
        falling = Qt.SortOrder.DescendingOrder if sort[1] else Qt.SortOrder.AscendingOrder
        titles.setSortIndicator(places[sort[0]], falling)
    return widths
