"""Where a record's words are typed. What is kept is their text; pasting brings in no more than that may hold."""

from collections.abc import Callable

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QTextEdit

from db.rules.rich_text import plain
from desktop.fields.rich.document import is_one_line, put_text, read_document
from desktop.fields.rich.labels import label_of, label_typed
from desktop.fields.rich.looks import Colours, character, item_shape, plain_shape, set_bold, set_withheld, withholds
from desktop.fields.rich.pasted import pasted
from desktop.fields.rich.tables import add_column, add_row, insert_table, leave_cell, remove_column, remove_row
from desktop.fields.rich.words import canonical, tidied

OWN_KIND = "application/x-contract-desk-words"
"""How words travel from one field to another with their looks."""
_CONTROL = Qt.KeyboardModifier.ControlModifier
_ALT = Qt.KeyboardModifier.AltModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class RichEditor(QTextEdit):
    """Ctrl+B makes bold, Ctrl+Shift+X withholds from the public, Ctrl+Shift+T puts a table in. Tab leaves it."""

    look_changed = Signal()
    """The keyboard stands in words of another look."""

    def __init__(self) -> None:
        super().__init__()
        self.setTabChangesFocus(True)
        self.setAcceptRichText(False)
        self._colours = Colours(self.document())
        self.document().setDocumentMargin(6)
        self.currentCharFormatChanged.connect(lambda _look: self.look_changed.emit())
        self._keys: dict[tuple[int, Qt.KeyboardModifier], Callable[[], None]] = {
            (Qt.Key.Key_B, _CONTROL): self.turn_bold,
            (Qt.Key.Key_X, _CONTROL | _SHIFT): self.turn_withheld,
            (Qt.Key.Key_T, _CONTROL | _SHIFT): self.put_table,
            (Qt.Key.Key_Down, _CONTROL | _ALT): self.add_row,
            (Qt.Key.Key_Right, _CONTROL | _ALT): self.add_column,
            (Qt.Key.Key_Up, _CONTROL | _ALT): self.remove_row,
            (Qt.Key.Key_Left, _CONTROL | _ALT): self.remove_column,
            (Qt.Key.Key_8, _CONTROL | _SHIFT): self.begin_list,
            (Qt.Key.Key_Asterisk, _CONTROL | _SHIFT): self.begin_list,
        }

    def text(self) -> str:
        """What is written, as it is kept."""
        return read_document(self.document())

    def show_text(self, text: str) -> None:
        """Put a text there in place of all that was; nothing before it can be undone."""
        self.clear()
        self.setCurrentCharFormat(character())
        put_text(self.textCursor(), canonical(text))
        self.document().clearUndoRedoStacks()
        self.document().setModified(False)
        self.moveCursor(QTextCursor.MoveOperation.Start)

    @property
    def is_bold(self) -> bool:
        """Whether what is typed next is bold."""
        return self.currentCharFormat().fontWeight() > 500

    @property
    def is_withheld(self) -> bool:
        """Whether what is typed next is withheld from the public."""
        return withholds(self.currentCharFormat())

    def turn_bold(self) -> None:
        """Make what is chosen, or typed next, bold or no longer bold."""
        look = self.currentCharFormat()
        set_bold(look, not self.is_bold)
        self.mergeCurrentCharFormat(look)

    def turn_withheld(self) -> None:
        """Withhold what is chosen, or typed next, from the public, or no longer."""
        look = self.currentCharFormat()
        set_withheld(look, not self.is_withheld)
        self.mergeCurrentCharFormat(look)

    def begin_list(self) -> None:
        """Make an item of the paragraph the keyboard is in, or a paragraph of the item."""
        cursor = self.textCursor()
        if cursor.currentTable() is not None:
            return
        label = label_of(cursor.block().text())
        if label:
            self._take_label(cursor, len(label.shown))
        else:
            self._give_label(cursor, 0, "• ")

    def put_table(self) -> None:
        """Put an empty table where the keyboard is; the keyboard goes into its first cell."""
        self.setTextCursor(insert_table(self.textCursor()))

    @property
    def is_in_table(self) -> bool:
        """Whether the keyboard is in a table."""
        return self.textCursor().currentTable() is not None

    def add_row(self) -> None:
        """Put a row below the one the keyboard is in."""
        add_row(self.textCursor())

    def add_column(self) -> None:
        """Put a column right of the one the keyboard is in."""
        add_column(self.textCursor())

    def remove_row(self) -> None:
        """Take away the row the keyboard is in."""
        self.setTextCursor(remove_row(self.textCursor()))

    def remove_column(self) -> None:
        """Take away the column the keyboard is in."""
        self.setTextCursor(remove_column(self.textCursor()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        act = None if self.isReadOnly() else self._keys.get((event.key(), _held(event)))
        if act:
            act()
        elif self.isReadOnly() or not self._types(event):
            super().keyPressEvent(event)
        self.ensureCursorVisible()

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return source.hasFormat(OWN_KIND) or source.hasHtml() or source.hasText()

    def insertFromMimeData(self, source: QMimeData) -> None:
        cursor = self.textCursor()
        put_text(cursor, text_on(source))
        self.setTextCursor(cursor)
        self.ensureCursorVisible()

    def createMimeDataFromSelection(self) -> QMimeData:
        words = self._chosen()
        data = QMimeData()
        data.setText(plain(words))
        data.setData(OWN_KIND, words.encode())
        return data

    def _types(self, event: QKeyEvent) -> bool:
        """Whether a key was one that lists and tables answer to."""
        cursor = self.textCursor()
        if event.key() in _ENTER and not _held(event):
            return self._enter(cursor)
        if event.key() == Qt.Key.Key_Backspace and not _held(event):
            return self._back(cursor)
        return event.text() == " " and self._space(cursor)

    def _enter(self, cursor: QTextCursor) -> bool:
        if cursor.currentTable() is not None:
            self.setTextCursor(leave_cell(cursor))
            return True
        label = label_of(cursor.block().text())
        if label is None or cursor.positionInBlock() < len(label.shown) or cursor.hasSelection():
            return False
        if cursor.block().text() == label.shown or not label.next:
            self._take_label(cursor, len(label.shown))
        else:
            cursor.insertBlock(item_shape())
            cursor.insertText(label.next, character())
            self.setTextCursor(cursor)
        return True

    def _back(self, cursor: QTextCursor) -> bool:
        label = label_of(cursor.block().text())
        if label is None or cursor.hasSelection() or cursor.positionInBlock() != len(label.shown):
            return False
        self._take_label(cursor, len(label.shown))
        return True

    def _space(self, cursor: QTextCursor) -> bool:
        before = cursor.block().text()[: cursor.positionInBlock()]
        label = label_typed(before)
        if not label or cursor.hasSelection() or cursor.currentTable() is not None:
            return False
        self._give_label(cursor, len(before), label)
        return True

    def _give_label(self, cursor: QTextCursor, over: int, label: str) -> None:
        """Begin the paragraph with a label in place of so many characters."""
        self._edit(cursor, over, label, is_item=True)

    def _take_label(self, cursor: QTextCursor, length: int) -> None:
        self._edit(cursor, length, "", is_item=False)

    def _edit(self, cursor: QTextCursor, over: int, label: str, *, is_item: bool) -> None:
        start = cursor.block().position()
        cursor.beginEditBlock()
        cursor.setBlockFormat(item_shape() if is_item else plain_shape())
        first = QTextCursor(cursor)
        first.setPosition(start)
        first.setPosition(start + over, QTextCursor.MoveMode.KeepAnchor)
        first.insertText(label, character())
        cursor.endEditBlock()

    def _chosen(self) -> str:
        """What is chosen, as text."""
        fragment = QTextEdit()
        fragment.textCursor().insertFragment(self.textCursor().selection())
        return read_document(fragment.document())


def text_on(source: QMimeData) -> str:
    """The text on a clipboard, as a record may hold it."""
    if source.hasFormat(OWN_KIND):
        return _kept(bytes(source.data(OWN_KIND).data()).decode(errors="replace"))
    found = pasted(source.html()) if source.hasHtml() else ""
    return found or _kept(source.text())


def _kept(text: str) -> str:
    """Text as it is kept; words of one line keep the blanks at their ends."""
    text = tidied(text)
    return text if is_one_line(text) else canonical(text)


def _held(event: QKeyEvent) -> Qt.KeyboardModifier:
    return event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
