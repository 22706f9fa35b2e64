"""Looking at the register: filters, columns, grouping and saved views, asked for in dialogs and menus."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFileDialog, QMenu, QWidget

from db.rules.refusal import Refusal
from desktop.desk import Desk
from desktop.grid.filters import Filter
from desktop.grid.grid_listing import GridListing
from desktop.grid.views import SavedViews, View, read_view
from desktop.screens.answering import answered
from desktop.tables.columns import Column, Kind

_GROUPED = ("Service", "Providers", "Manager", "Category", "Status", "Ends")
"""What rows are commonly gathered by; a day gathers by its financial year."""
_FILES = "View of the register (*.view)"
_LARGEST = 1_000_000


class RegisterViews(QObject):
    """Offers views in the listing's menu and by its titles, and asks what must be asked."""

    def __init__(self, desk: Desk, listing: GridListing, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk, self._listing, self._page = desk, listing, parent
        self.saved = SavedViews(desk.session)
        listing.filter_asked.connect(self.ask_filter)
        listing.view_menu.aboutToShow.connect(self.fill_menu)
        titles = listing.table.titles
        titles.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        titles.customContextMenuRequested.connect(self._show_title_menu)

    def begin(self) -> None:
        """Open with the view chosen to start with, if any."""
        view = self.saved.named(self.saved.start) if self.saved.start else None
        if view:
            self._listing.show_view(view)

    def ask_filter(self, title: str) -> None:
        """Ask for a column's filter."""
        from desktop.dialogs.filter_dialog import FilterDialog

        column = self._listing.column(title)
        if column is None:
            return
        now, rows = self._listing.filters.get(title, Filter(title)), self._listing.table.rows
        dialog = FilterDialog(now, column.kind, self._values(column), self._page.window())
        following = rows.values_ready.connect(lambda: dialog.offer(self._values(column) or ()))
        wanted = answered(dialog)
        rows.values_ready.disconnect(following)
        if wanted is not None:
            self._listing.set_filter(wanted)

    def _values(self, column: Column[object]) -> tuple[str, ...] | None:
        """What a column's filter offers to tick; None while the rows it must be read from are not read yet."""
        if column.kind is not Kind.WORDS:
            return ()
        return None if self._listing.table.rows.must_wait else self._listing.choices(column.title)

    def ask_columns(self) -> None:
        """Ask which columns stand, and in which order."""
        from desktop.dialogs.columns_dialog import ColumnsDialog

        dialog = ColumnsDialog(self._listing.columns_now(), self._page.window())
        chosen = answered(dialog)
        if chosen:
            self._listing.put_columns(chosen)

    def save(self) -> None:
        """Ask for a name and save the view."""
        from desktop.dialogs.view_dialogs import SaveViewDialog

        now = self._listing.view_now()
        starts = bool(now.name) and self.saved.start == now.name
        dialog = SaveViewDialog(now.name, starts, self._page.window())
        asked = answered(dialog)
        if asked:
            self.keep(asked[0], starts=asked[1])

    def keep(self, name: str, *, starts: bool = False) -> View:
        """Save the view under a name, and have the register open with it or not."""
        now = self._listing.view_now()
        kept = self.saved.keep(View(name, now.layout, now.filters, now.group, now.search))
        self._listing.view_name = kept.name
        if starts:
            self.saved.set_start(kept.name)
        elif self.saved.start == kept.name:
            self.saved.set_start("")
        return kept

    def rename(self) -> None:
        """Ask which view is to be called what."""
        from desktop.dialogs.view_dialogs import RenameViewDialog

        names = [view.name for view in self.saved.all()]
        dialog = RenameViewDialog(names, self._listing.view_name, self._page.window())
        dialog.attempt = lambda asked: self.saved.rename(*asked)
        answered(dialog)

    def share(self) -> None:
        """Ask for a file and write the view there."""
        now = self._listing.view_now()
        name = f"{now.name or 'Register'}.view"
        chosen, _ = QFileDialog.getSaveFileName(self._page.window(), "Share view", name, _FILES)
        if chosen:
            self.write_to(Path(chosen).with_suffix(".view"))

    def write_to(self, path: Path) -> None:
        """Write the view to a file; a disk that refuses is told."""
        from desktop.acts.saving import keep

        now = self._listing.view_now()
        keep(self._page.window(), path, View(now.name or path.stem, now.layout, now.filters, now.group, now.search)
             .written().encode())  # fmt: skip

    def open_shared(self) -> None:
        """Ask for a file and look at the register as it says."""
        chosen, _ = QFileDialog.getOpenFileName(self._page.window(), "Open a shared view", "", _FILES)
        if chosen:
            self.read_from(Path(chosen))

    def read_from(self, path: Path) -> None:
        """Look at the register as a file says, and save that view; a file that is none is told."""
        from desktop.acts.carrying_out import tell

        try:
            view = read_view(_text_of(path))
            self._listing.show_view(self.saved.keep(view))
        except Refusal as refusal:
            tell(self._page.window(), "The view was not opened", str(refusal))

    def fill_menu(self) -> None:
        """What can be looked at how."""
        menu = self._listing.view_menu
        menu.clear()
        for number, view in enumerate(self.saved.all(), 1):
            item = menu.addAction(f"&{number} {view.name.replace('&', '&&')}", partial(self._listing.show_view, view))
            item.setCheckable(True)
            item.setChecked(view.name == self._listing.view_name)
        if not menu.isEmpty():
            menu.addSeparator()
        menu.addAction("&Save view…", self.save)
        self._add_kept(menu)
        menu.addSeparator()
        menu.addAction("&Columns…", self.ask_columns)
        self._add_groups(menu.addMenu("&Group by"))
        menu.addAction("&Reset view", self._listing.reset_view)

    def _add_kept(self, menu: QMenu) -> None:
        if self.saved.all():
            menu.addAction("Re&name view…", self.rename)
            shown = self._listing.view_name
            if self.saved.named(shown):
                starts = menu.addAction("Open the register &with this view", partial(self._toggle_start, shown))
                starts.setCheckable(True)
                starts.setChecked(self.saved.start == shown)
                menu.addAction("&Forget this view", partial(self._forget, shown))
        menu.addAction("S&hare view…", self.share)
        menu.addAction("&Open a shared view…", self.open_shared)

    def _add_groups(self, menu: QMenu) -> None:
        for title in ("", *_GROUPED):
            words = "Nothing" if not title else f"{title}, by financial year" if title == "Ends" else title
            item = menu.addAction(words, partial(self._listing.group_by, title))
            item.setCheckable(True)
            item.setChecked(self._listing.grouped_by == title)
        menu.addSeparator()
        menu.addAction("&Fold all", partial(self._listing.table.rows.fold_all, folded=True))
        menu.addAction("&Unfold all", partial(self._listing.table.rows.fold_all, folded=False))

    def _toggle_start(self, name: str) -> None:
        self.saved.set_start("" if self.saved.start == name else name)

    def _forget(self, name: str) -> None:
        self.saved.remove(name)
        self._listing.view_name = ""

    def _show_title_menu(self, at: QPoint) -> None:
        titles = self._listing.table.titles
        logical = titles.logicalIndexAt(at)
        if logical >= 0:
            self.title_menu(logical).popup(titles.viewport().mapToGlobal(at))

    def title_menu(self, at: int) -> QMenu:
        """What can be done with a column."""
        table, title = self._listing.table, self._listing.table.rows.columns[at].title
        menu = QMenu(table)
        menu.setObjectName("titleMenu")
        rising, falling = Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder
        menu.addAction("Sort &rising", lambda: table.sortByColumn(at, rising))
        menu.addAction("Sort f&alling", lambda: table.sortByColumn(at, falling))
        menu.addAction("&Then sort by this", lambda: self._also_by(at))
        menu.addSeparator()
        menu.addAction("&Filter…", partial(self.ask_filter, title))
        menu.addAction("&Group by this", partial(self._listing.group_by, title))
        menu.addSeparator()
        menu.addAction("Fit &width", partial(table.fit_to_content, at))
        hide: QAction = menu.addAction("&Hide", partial(self._hide, title))
        hide.setEnabled(len(table.visual) > 1)
        menu.addAction("&Columns…", self.ask_columns)
        menu.aboutToHide.connect(menu.deleteLater)
        return menu

    def _also_by(self, at: int) -> None:
        rows = self._listing.table.rows
        if at not in dict(rows.sorted_by):
            rows.sort_by((*rows.sorted_by, (at, Qt.SortOrder.AscendingOrder)))
            self._listing.table.titles.viewport().update()

    def _hide(self, title: str) -> None:
        self._listing.put_columns(tuple((each, shown and each != title) for each, shown in self._listing.columns_now()))


def _text_of(path: Path) -> str:
    try:
        if path.stat().st_size > _LARGEST:
            raise Refusal("This file is too large for a view of the register. Choose another.")
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise Refusal(f"“{path.name}” cannot be read: {error}. Choose another.") from error
