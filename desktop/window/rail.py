"""The rail at the left: six places and the settings, as icon and word, or as icons only."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from desktop.look import icons
from desktop.look.parts import label
from desktop.look.theme import theme
from desktop.window.places import SETTINGS, SPOTS, Spot

_BELONGS = {
    "contract": "register",
    "writing": "decisions",
    "publishing": "decisions",
    "importing": "returns",
    "original": "returns",
    "scorecard": "returns",
    "returnsGrid": "returns",
    **dict.fromkeys(("oldRegister", "editedWorkbook", "toDo", "thenAndNow", "quality", "takenOut"), "register"),
}
"""The place in the rail a page belongs to."""

_ROOM = 110
"""Characters of width a window has from which there is room for words in the rail."""
_WIDE = 10_000


class Rail(QFrame):
    """Where the officer is, and where they can go."""

    went = Signal(str)
    """A place was chosen, by its screen's name."""
    searched = Signal()
    """The officer wants to search everything."""
    folded = Signal(bool)
    """The rail shows icons only now, or icons and words again."""

    def __init__(self, parent: QWidget | None = None, *, folded: bool = False) -> None:
        super().__init__(parent)
        self.setObjectName("rail")
        self.setProperty("role", "rail")
        self.setAccessibleName("Places")
        self.is_folded = self._wish = self._is_narrow = False
        self._window_width = _WIDE
        self._title = label("Contract Desk", "groupTitle")
        self._title.setContentsMargins(10, 6, 10, 10)
        self._group = QButtonGroup(self)
        self._buttons = {spot.screen: self._spot(spot) for spot in (*SPOTS, SETTINGS)}
        self._search = self._tool("search", "Search", "searchEverything")
        self._search.setToolTip("Search everything (Ctrl+K)")
        self._search.setAccessibleName("Search everything")
        self._search.clicked.connect(self.searched)
        self._fold = self._tool("rail", "Icons only", "foldRail")
        self._fold.clicked.connect(lambda: self.fold(not self.is_folded))
        self._lay_out()
        theme().changed.connect(self._fit)
        self.show_place(SPOTS[0].screen)
        if folded:
            self.fold(folded)

    def show_place(self, name: str) -> None:
        """Mark where the officer is; a page that has no button of its own marks what it belongs to."""
        name = _BELONGS.get(name, name)
        if name in self._buttons:
            self._buttons[name].setChecked(True)

    def fold(self, folded: bool) -> None:
        """Show icons only, or icons and words, as the officer wishes."""
        self._wish = folded
        self._show(folded)
        self.folded.emit(folded)

    def make_room(self, width: int) -> None:
        """Show icons only while a window that wide has little room for words; whoever wants them gets them still."""
        self._window_width = width
        self._fit()

    def _fit(self) -> None:
        is_narrow = self._window_width < _ROOM * self.fontMetrics().averageCharWidth()
        if is_narrow is not self._is_narrow:
            self._is_narrow = is_narrow
            self._show(self._wish or is_narrow)

    def _show(self, folded: bool) -> None:
        self.is_folded = folded
        style = Qt.ToolButtonStyle.ToolButtonIconOnly if folded else Qt.ToolButtonStyle.ToolButtonTextBesideIcon
        for made in (*self._buttons.values(), self._search, self._fold):
            made.setToolButtonStyle(style)
        self._fold.setText("Icons only")
        self._fold.setToolTip("Show the words" if folded else "Show icons only")
        self._fold.setAccessibleName(self._fold.toolTip())
        self._title.setVisible(not folded)

    def _spot(self, spot: Spot) -> QToolButton:
        made = self._tool(spot.icon, spot.words, f"{spot.screen}Place")
        made.setCheckable(True)
        made.setToolTip(f"{spot.words} ({spot.keys})")
        made.clicked.connect(lambda: self.went.emit(spot.screen))
        self._group.addButton(made)
        return made

    def _tool(self, icon: str, words: str, name: str) -> QToolButton:
        made = QToolButton()
        made.setObjectName(name)
        made.setAccessibleName(words)
        made.setText(words)
        made.setProperty("role", "rail")
        made.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        made.setIconSize(QSize(icons.SIZE, icons.SIZE))
        made.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        icons.dress(made, icon, theme().tokens)
        return made

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 12, 8, 8)
        column.setSpacing(2)
        column.addWidget(self._title)
        for spot in SPOTS:
            column.addWidget(self._buttons[spot.screen])
        column.addSpacing(12)
        column.addWidget(self._search)
        column.addStretch(1)
        column.addWidget(self._buttons[SETTINGS.screen])
        column.addWidget(self._fold)
