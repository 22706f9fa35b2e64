"""Saved views: filters, sorting, columns, grouping and search under a name, as values and as text. No Qt."""

import json
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Protocol

from db.rules.refusal import Refusal
from desktop.grid.filters import Filter, as_plain, from_plain
from desktop.tables.kept_layout import Layout, read_layout

MARK = "Contract Desk view"
"""What a file of one view begins with."""
_FORMAT = 1
_LIST, _START = "register views", "register starts with"


@dataclass(frozen=True, slots=True)
class View:
    """How the register is looked at. `group` is the title of the column rows are gathered by."""

    name: str = ""
    layout: Layout = field(default_factory=Layout)
    filters: tuple[Filter, ...] = ()
    group: str = ""
    search: str = ""

    def written(self) -> str:
        """The view as the text of a file."""
        said = {"name": self.name, "layout": json.loads(self.layout.written()), "group": self.group,
                "search": self.search, "filters": [as_plain(each) for each in self.filters]}  # fmt: skip
        return json.dumps({MARK: _FORMAT, **said}, ensure_ascii=False, indent=1)


def read_view(text: str) -> View:
    """A view from the text of a file.

    Raises:
        Refusal: it is no view of ours, or of a later Contract Desk.
    """
    try:
        kept = json.loads(text)
        if kept[MARK] != _FORMAT:
            raise Refusal("This view was saved by a newer Contract Desk. Update this one, or ask for it again.")
        filters = tuple(from_plain(each) for each in kept["filters"])
        layout = read_layout(json.dumps(kept["layout"]))
        return View(str(kept["name"]), layout, filters, str(kept["group"]), str(kept["search"]))
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise Refusal("This file is no view of the register. Choose one that was saved with Share view.") from error


class Keeper(Protocol):
    """Where small choices are kept by name. The session is one."""

    def choice(self, name: str) -> str: ...

    def keep_choice(self, name: str, chosen: str) -> None: ...


class SavedViews:
    """The views an officer saved, which outlive the sitting."""

    def __init__(self, keeper: Keeper) -> None:
        self._keeper = keeper

    def all(self) -> tuple[View, ...]:
        """Every view, by name; one that cannot be read is left out."""
        found = []
        for text in _texts(self._keeper.choice(_LIST)):
            try:
                found.append(read_view(text))
            except Refusal:
                continue
        return tuple(sorted(found, key=lambda view: view.name.casefold()))

    def named(self, name: str) -> View | None:
        """The view of a name."""
        return next((view for view in self.all() if view.name == name), None)

    def keep(self, view: View) -> View:
        """Save a view; one of the same name is replaced.

        Raises:
            Refusal: it has no name.
        """
        kept = replace(view, name=" ".join(view.name.split()))
        if not kept.name:
            raise Refusal("Enter a name for the view.")
        self._write([each for each in self.all() if each.name != kept.name] + [kept])
        return kept

    def rename(self, name: str, new: str) -> None:
        """Give a view another name.

        Raises:
            Refusal: another view has it, or it is empty.
        """
        view, wanted = self.named(name), " ".join(new.split())
        if wanted != name and self.named(wanted):
            raise Refusal(f"Another view is called “{wanted}”. Choose another name.")
        if view:
            self.keep(replace(view, name=wanted))
            if wanted != name:
                started = self.start == name
                self._write([each for each in self.all() if each.name != name])
                self.set_start(wanted if started else self.start)

    def remove(self, name: str) -> None:
        """Forget a view."""
        self._write([each for each in self.all() if each.name != name])

    @property
    def start(self) -> str:
        """The name of the view the register opens with; nothing where it opens as it was left."""
        return self._keeper.choice(_START)

    def set_start(self, name: str) -> None:
        """Have the register open with a view, or as it was left."""
        self._keeper.keep_choice(_START, name)

    def _write(self, views: Sequence[View]) -> None:
        written = json.dumps([json.loads(each.written()) for each in views])
        self._keeper.keep_choice(_LIST, written.replace("  ", " \\u0020"))
        if self.start and all(each.name != self.start for each in views):
            self.set_start("")


def _texts(kept: str) -> list[str]:
    try:
        return [json.dumps(each) for each in json.loads(kept or "[]")]
    except ValueError:
        return []
