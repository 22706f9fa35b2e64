"""Fields for words."""

from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from desktop.fields.field import Field


class TextField(Field):
    """One line of words."""

    def __init__(
        self, name: str, words: str, text: str = "", *, helped: str = "", missing: str = "", characters: int = 40
    ) -> None:
        self._line = QLineEdit(text)
        super().__init__(name, words, self._line, helped=helped, missing=missing, characters=characters)
        self._line.textChanged.connect(self._touched)

    def is_empty(self) -> bool:
        return not self._line.text().strip()

    def read(self) -> str:
        """The words, without the blanks round them."""
        return self._line.text().strip()

    def write(self, text: str) -> None:
        """Put words there."""
        self._line.setText(text)


class LongTextField(Field):
    """Paragraphs. Tab goes on to the next field."""

    def __init__(
        self, name: str, words: str, text: str = "", *, helped: str = "", missing: str = "", lines: int = 4
    ) -> None:
        self._page = QPlainTextEdit(text)
        self._page.setTabChangesFocus(True)
        self._lines = lines
        super().__init__(name, words, self._page, helped=helped, missing=missing)
        self._page.textChanged.connect(self._touched)

    def is_empty(self) -> bool:
        return not self._page.toPlainText().strip()

    def read(self) -> str:
        """The words, paragraphs parted by new lines, without the blanks round them."""
        return self._page.toPlainText().strip()

    def write(self, text: str) -> None:
        """Put words there."""
        self._page.setPlainText(text)

    def _measure(self) -> None:
        self._page.setFixedHeight(self._lines * self.fontMetrics().lineSpacing() + 20)
