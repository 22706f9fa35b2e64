"""A field for a file: its path, typed or chosen."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QLineEdit, QWidget

from db.rules.refusal import Refusal
from desktop.fields.field import Field
from desktop.look.parts import button


class FileField(Field):
    """Where a file is. The button beside it looks for one."""

    def __init__(
        self, name: str, words: str, kinds: str, path: str = "", *, helped: str = "", missing: str = ""
    ) -> None:
        """`kinds` is what the file dialog offers, such as "Certificates (*.p12 *.pfx)"."""
        self._line = QLineEdit(path)
        self._kinds = kinds
        self._choose = button("Choose…", f"{name}Choose")
        self._choose.setAccessibleName(f"Choose: {words.replace('&', '')}")
        self._choose.setAutoDefault(False)
        super().__init__(name, words, self._line, helped=helped, missing=missing)
        self._line.textChanged.connect(self._touched)
        self._choose.clicked.connect(self.choose)

    def is_empty(self) -> bool:
        return not self._line.text().strip()

    def read(self) -> Path | None:
        """The file; None where none is named.

        Raises:
            Refusal: there is no such file.
        """
        if self.is_empty():
            return None
        path = Path(self._line.text().strip()).expanduser()
        if not path.is_file():
            raise Refusal(f"There is no file “{path}”. Choose it again.")
        return path

    def write(self, path: Path | None) -> None:
        """Name a file, or none."""
        self._line.setText(str(path) if path else "")

    def choose(self) -> None:
        """Look for a file."""
        found, _ = QFileDialog.getOpenFileName(self, self.words, self._line.text(), self._kinds)
        if found:
            self._line.setText(found)

    def beside(self) -> QWidget:
        return self._choose
