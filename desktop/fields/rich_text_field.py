"""A field for a record's words: paragraphs, lists, tables, bold, and what is withheld from the public."""

from collections.abc import Callable

from PySide6.QtCore import QSizeF, Qt
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QMenu, QToolButton

from desktop.fields.field import Field
from desktop.fields.rich.editor import RichEditor
from desktop.fields.rich.words import canonical
from desktop.look.parts import icon_button

_MOST_LINES = 40


class RichTextField(Field):
    """Its value is text as db.rules.rich_text reads it. It grows with what is written; Tab goes on."""

    def __init__(
        self, name: str, words: str, text: str = "", *, helped: str = "", missing: str = "", lines: int = 4
    ) -> None:
        self.editor = RichEditor()
        self._lines = lines
        self._height = 0.0
        super().__init__(name, words, self.editor, helped=helped, missing=missing)
        self._add_tools(name)
        self.editor.document().documentLayout().documentSizeChanged.connect(self._grow)
        self.write(text)
        self.editor.textChanged.connect(self._touched)
        self.editor.look_changed.connect(self._show_look)

    def is_empty(self) -> bool:
        return not self.read()

    def read(self) -> str:
        """The text, in the form it is kept in."""
        return self.editor.text()

    def write(self, text: str) -> None:
        """Put a text there; one that says the same as what is there leaves it untouched."""
        if canonical(text) != self.read():
            self.editor.show_text(text)

    def lock(self, is_locked: bool) -> None:
        """Let it be read only, or written again."""
        self.editor.setReadOnly(is_locked)
        for tool in self._tools:
            tool.setEnabled(not is_locked)

    def _add_tools(self, name: str) -> None:
        editor = self.editor
        self._bold = self._tool("bold", "Bold (Ctrl+B)", f"{name}Bold", editor.turn_bold)
        bullets = self._tool("bullets", "List item; typing “- ” or “a) ” begins one too (Ctrl+Shift+8)",
                             f"{name}Bullets", editor.begin_list)  # fmt: skip
        table = self._tool("table", "Table; Enter goes to the cell below (Ctrl+Shift+T)", f"{name}Table",
                           editor.put_table)  # fmt: skip
        self._add_table_menu(table)
        self._withheld = self._tool("withheld", "Withhold from the public (Ctrl+Shift+X)", f"{name}Withheld",
                                    editor.turn_withheld)  # fmt: skip
        self._tools = (self._bold, bullets, table, self._withheld)
        for tool in (self._bold, self._withheld):
            tool.setCheckable(True)
        row = QHBoxLayout()
        row.setSpacing(2)
        for tool in self._tools:
            row.addWidget(tool)
        row.addStretch()
        layout = self.layout()
        if isinstance(layout, QBoxLayout):
            layout.insertLayout(2, row)

    def _add_table_menu(self, table: QToolButton) -> None:
        """What can be done with the table the keyboard is in, under the tool that puts one in."""
        editor, menu = self.editor, QMenu(table)
        menu.setAccessibleName(f"Table, {self.words}")
        for words, do in (
            ("Add a row below (Ctrl+Alt+Down)", editor.add_row),
            ("Add a column on the right (Ctrl+Alt+Right)", editor.add_column),
            ("Remove this row (Ctrl+Alt+Up)", editor.remove_row),
            ("Remove this column (Ctrl+Alt+Left)", editor.remove_column),
        ):
            menu.addAction(words, do)
        menu.aboutToShow.connect(lambda: _enable(menu, is_on=editor.is_in_table))
        table.setMenu(menu)
        table.setPopupMode(QToolButton.ToolButtonPopupMode.MenuButtonPopup)

    def _tool(self, icon: str, words: str, name: str, do: Callable[[], None]) -> QToolButton:
        """A tool for the mouse; the keyboard has its keys, so that Tab goes straight to the words."""
        made = icon_button(icon, words, name)
        made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        made.clicked.connect(do)
        return made

    def _show_look(self) -> None:
        self._bold.setChecked(self.editor.is_bold)
        self._withheld.setChecked(self.editor.is_withheld)

    def _grow(self, size: QSizeF) -> None:
        self._height = size.height()
        self._measure()

    def _measure(self) -> None:
        line = self.fontMetrics().lineSpacing()
        wanted = max(self._lines * line + 20, min(round(self._height) + 8, _MOST_LINES * line))
        if self.editor.height() != wanted or self.editor.minimumHeight() != wanted:
            self.editor.setFixedHeight(wanted)


def _enable(menu: QMenu, *, is_on: bool) -> None:
    for act in menu.actions():
        act.setEnabled(is_on)
