"""A table's columns as the officer left them, as a value and as text. No Qt."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Protocol


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


@dataclass(frozen=True, slots=True)
class Layout:
    """Columns by title: their order, the officer's own widths in pixels, the hidden ones, the sorting (falling or not).

    `hidden` is None where nobody chose yet.
    """

    order: tuple[str, ...] = ()
    widths: Mapping[str, int] = field(default_factory=dict)
    sort: tuple[tuple[str, bool], ...] = ()
    hidden: tuple[str, ...] | None = None

    def written(self) -> str:
        """The layout as text."""
        said: dict[str, object] = {"order": self.order, "widths": dict(self.widths), "sorts": self.sort}
        return json.dumps(said if self.hidden is None else {**said, "hidden": self.hidden})


def read_layout(written: str) -> Layout:
    """A written layout; anything unreadable is left out."""
    try:
        kept = json.loads(written or "{}")
        sorts = kept.get("sorts") or ([kept["sort"]] if kept.get("sort") else [])
        hidden = kept.get("hidden")
        return Layout(
            tuple(map(str, kept.get("order", ()))),
            {str(title): int(width) for title, width in kept.get("widths", {}).items()},
            tuple((str(title), bool(falling)) for title, falling in sorts),
            None if hidden is None else tuple(map(str, hidden)),
        )
    except (ValueError, TypeError, AttributeError):
        return Layout()
