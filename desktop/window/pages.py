"""The pages of the window: one screen each, made when first visited, and the way back."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from desktop.desk import Desk
from desktop.screens.screen import Place, Screen
from desktop.tables.table_view import TableView
from desktop.window.screens import MAKERS

_REMEMBERED = 50


class Pages(QStackedWidget):
    """Shows one place at a time and remembers where the officer came from."""

    moved = Signal(object)
    """Another place is in view."""
    counted = Signal(str)
    """What the page in view says of its rows."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("pages")
        self._desk = desk
        self._screens: dict[str, Screen] = {}
        self._been: list[Place] = []
        self.place = Place("")
        desk.register_changed.connect(self._start_over)
        desk.wanted.connect(self.go)

    def go(self, place: Place) -> None:
        """Show a place; `back` returns to where this was asked from."""
        if self.place.screen and place != self.place:
            self._been = [*self._been[-_REMEMBERED:], self.place]
        self._show(place)

    def back(self) -> None:
        """Return to the place before this one, or to the register."""
        self._show(self._been.pop() if self._been else Place("register"))

    def page(self, name: str) -> Screen:
        """The screen of a name, made if this is the first visit."""
        if name not in self._screens:
            made = self._screens[name] = MAKERS[name](self._desk)
            made.went.connect(self._went)
            made.counted.connect(lambda words: self._tell(made, words))
            self.addWidget(made)
        return self._screens[name]

    @property
    def came_from(self) -> Place:
        """Where `back` leads."""
        return self._been[-1] if self._been else Place("register")

    def _went(self, place: Place) -> None:
        if place.screen == "back":
            self.back()
        else:
            self.go(place)

    def leave(self) -> bool:
        """Have the page in view put what is typed into the register; False where the officer stays on it."""
        shown = self.currentWidget()
        return not isinstance(shown, Screen) or shown.leave()

    def put_away(self) -> None:
        """The register is about to be closed."""
        for screen in self._screens.values():
            screen.put_away()

    def _show(self, place: Place) -> None:
        if place != self.place and not self.leave():
            self.moved.emit(self.place)
            return
        shown = self.page(place.screen)
        self.place = place
        self.counted.emit("")
        self.setCurrentWidget(shown)
        shown.refresh()
        if place.row_id:
            shown.show_row(place.row_id)
        _take_keyboard(shown)
        self.moved.emit(place)

    def _tell(self, made: Screen, words: str) -> None:
        if made is self.currentWidget():
            self.counted.emit(words)

    def _start_over(self) -> None:
        self._been.clear()
        self.go(Place("attention"))


def _take_keyboard(shown: Screen) -> None:
    """Put the keyboard where the page says, else in its table, else on the first thing that takes it.

    Not by nextInFocusChain: PySide makes what it returns a child of the widget asked, and both end together.
    """
    home = shown.keyboard_home()
    if home is not None and home.isVisible():
        home.setFocus()
        return
    table = shown.findChild(TableView)
    if table and table.isVisible():
        table.setFocus()
        return
    for part in shown.findChildren(QWidget):
        if part.focusPolicy() & Qt.FocusPolicy.TabFocus and part.isVisible() and part.isEnabled():
            part.setFocus()
            return
