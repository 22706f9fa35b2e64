"""Commands: what the menus and the search offer, each with its words, keys and when it can be done."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu, QMenuBar

from desktop.look import icons
from desktop.look.theme import theme


def _always() -> bool:
    return True


@dataclass(frozen=True, slots=True)
class Command:
    """Something to do from a menu, with "&" before its access key."""

    name: str
    words: str
    do: Callable[[], object]
    icon: str = ""
    keys: tuple[str, ...] = ()
    when: Callable[[], bool] = _always
    is_on: Callable[[], bool] | None = None
    """For a choice that is on or off."""
    named: Callable[[], str] | None = None
    """Its words as things stand, such as what would be undone."""

    @property
    def title(self) -> str:
        """The words without access key and dots."""
        words = self.named() if self.named else self.words
        return words.partition("\t")[0].replace("&", "").rstrip("…")


@dataclass(frozen=True, slots=True)
class Group:
    """A menu, or a menu in a menu. None parts what is above from what is below."""

    words: str
    items: "Sequence[Item] | Callable[[], Sequence[Item]]"
    """The items, or what gives them each time the menu opens."""


Item = Command | Group | None


class Menus:
    """The menu bar's menus, kept true to how things stand."""

    def __init__(self, window: QMainWindow, groups: Sequence[Group]) -> None:
        self._window = window
        self._actions: list[tuple[QAction, Command]] = []
        self._menus: list[QMenu] = []
        self.commands: list[Command] = []
        """Every command there is, for the search."""
        bar = window.menuBar()
        bar.clear()
        for before in bar.findChildren(QMenu, options=Qt.FindChildOption.FindDirectChildrenOnly):
            before.deleteLater()
        for group in groups:
            self._fill(self._menu(bar, group), group)
        self.refresh()

    def refresh(self) -> None:
        """Enable what can be done now, tick what is on, and name what would be undone."""
        for action, command in self._actions:
            action.setEnabled(command.when())
            if command.is_on:
                action.setChecked(command.is_on())
            if command.named:
                action.setText(command.named())

    def _fill(self, menu: QMenu, group: Group) -> None:
        menu.setObjectName(group.words.replace("&", "") + "Menu")
        menu.setAccessibleName(group.words.replace("&", ""))
        if callable(group.items):
            make = group.items
            menu.aboutToShow.connect(lambda: self._refill(menu, make()))
            return
        menu.aboutToShow.connect(self.refresh)
        menu.aboutToShow.connect(lambda: _dress(menu, dict(self._actions)))
        for item in group.items:
            self._add(menu, item)

    def _menu(self, above: QMenuBar | QMenu, group: Group) -> QMenu:
        made = QMenu(group.words, above)
        above.addMenu(made)
        self._menus.append(made)
        return made

    def _add(self, menu: QMenu, item: Item) -> None:
        if item is None:
            menu.addSeparator()
        elif isinstance(item, Group):
            self._fill(self._menu(menu, item), item)
        else:
            menu.addAction(self._action(item))

    def _action(self, command: Command) -> QAction:
        made = _action(command, self._window)
        self._actions.append((made, command))
        self.commands.append(command)
        return made

    def _refill(self, menu: QMenu, items: Sequence[Item]) -> None:
        menu.clear()
        for item in items:
            if isinstance(item, Command):
                made = _action(item, self._window)
                made.setParent(menu)
                made.setEnabled(item.when())
                menu.addAction(made)


def _action(command: Command, window: QMainWindow) -> QAction:
    made = QAction(command.words, window)
    made.setObjectName(command.name)
    made.setShortcuts([QKeySequence(keys) for keys in command.keys])
    made.setCheckable(command.is_on is not None)
    made.triggered.connect(lambda _=False: command.do())
    return made


def _dress(menu: QMenu, commands: Mapping[QAction, Command]) -> None:
    """Give a menu's entries their icons when it first opens: the window starts without drawing them."""
    for action in menu.actions():
        command = commands.get(action)
        if command and command.icon and action.icon().isNull():
            icons.dress(action, command.icon, theme().tokens)
