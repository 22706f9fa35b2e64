"""Signatures in the settings: whose certificates are trusted, and the lists of those that were revoked."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QGridLayout, QVBoxLayout, QWidget

from db.rules.dates import show_day
from db.rules.refusal import Refusal
from desktop.checked_file import read_file
from desktop.look.parts import GAP, button, label, prose
from desktop.screens.flow import Flow
from desktop.session import Session
from desktop.trusting import REVOKED, TRUSTED, files_of, keep_files

_WHY = (
    "A signed PDF is checked against these files, which stay where they are; only where they are is kept, on this "
    "computer. With none, a signature is still checked for changes, and who vouches for the signer is told."
)


class TrustSettings(QWidget):
    """Kept at once, as files are added and taken out."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        kinds = "Certificates (*.pem *.cer *.crt *.der);;All files (*)"
        lists = "Revocation lists (*.crl *.pem *.der);;All files (*)"
        self.trusted = FileRows(session, TRUSTED, "Add a certificate you trust…", kinds, who_is_trusted)
        self.revoked = FileRows(session, REVOKED, "Add a revocation list…", lists, what_is_revoked)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addWidget(label("Checking signatures", "groupTitle"))
        column.addWidget(prose(_WHY, "quiet"))
        column.addWidget(label("Certificates you trust", "fieldLabel"))
        column.addWidget(self.trusted)
        column.addSpacing(GAP)
        column.addWidget(label("Revocation lists", "fieldLabel"))
        column.addWidget(self.revoked)

    def load(self) -> None:
        """Show what is kept."""
        self.trusted.load()
        self.revoked.load()


class FileRows(QWidget):
    """Files of one kind, a line each with what is in it, and a way to add one."""

    def __init__(
        self, session: Session, kind: str, words: str, kinds: str, told: Callable[[bytes], tuple[str, ...]]
    ) -> None:
        super().__init__()
        self._session, self._kind, self._words, self._kinds, self._told = session, kind, words, kinds, told
        self.add_button = button(words, f"add{kind.title().replace(' ', '')}", icon="add")
        self.problem = prose("", "problem")
        self.problem.hide()
        self._rows = QWidget()
        foot = QWidget()
        Flow(GAP, foot).addWidget(self.add_button)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(GAP)
        for part in (self._rows, self.problem, foot):
            self._column.addWidget(part)
        self.add_button.clicked.connect(self._ask)

    def load(self) -> None:
        """Show the files that are kept; one that cannot be read says why."""
        before, self._rows = self._rows, QWidget()
        grid = QGridLayout(self._rows)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(2 * GAP)
        grid.setVerticalSpacing(0)
        grid.setColumnStretch(1, 1)
        for row, file in enumerate(files_of(self._session, self._kind)):
            words, role = self._said(file)
            name = label(file.name)
            name.setToolTip(str(file))
            grid.addWidget(name, row, 0)
            grid.addWidget(prose(words, role), row, 1)
            grid.addWidget(self._way_out(file, row), row, 2)
        self._column.replaceWidget(before, self._rows)
        before.deleteLater()
        self._rows.setVisible(bool(grid.count()))

    def add(self, file: Path) -> None:
        """Keep a file, once it is sure that it is of this kind."""
        try:
            self._told(read_file(file))
        except Refusal as refusal:
            self._say(str(refusal))
            return
        self._say("")
        keep_files(self._session, self._kind, [*files_of(self._session, self._kind), file])
        self.load()

    def take_out(self, file: Path) -> None:
        """Keep a file no longer; the file itself stays where it is."""
        keep_files(self._session, self._kind, [each for each in files_of(self._session, self._kind) if each != file])
        self.load()

    def _ask(self) -> None:
        found, _ = QFileDialog.getOpenFileName(self, self._words.rstrip("…"), str(Path.home()), self._kinds)
        if found:
            self.add(Path(found))

    def _said(self, file: Path) -> tuple[str, str]:
        try:
            return "; ".join(self._told(read_file(file))), "quiet"
        except Refusal as refusal:
            return str(refusal), "problem"

    def _way_out(self, file: Path, row: int) -> QWidget:
        made = button("Take out", f"{self.add_button.objectName()}Out{row}", role="link")
        made.setAccessibleName(f"Take out {file.name}")
        made.clicked.connect(lambda: self.take_out(file))
        return made

    def _say(self, words: str) -> None:
        self.problem.setText(words)
        self.problem.setVisible(bool(words))


def who_is_trusted(content: bytes) -> tuple[str, ...]:
    """Whose certificates a file holds, and until when they are valid.

    Raises:
        Refusal: it holds none.
    """
    from exports.signatures.certificate import facts_of
    from exports.signatures.reading import read_certificates

    found = map(facts_of, read_certificates((content,)))
    return tuple(f"{each.name}, valid until {show_day(each.valid_until.date())}" for each in found)


def what_is_revoked(content: bytes) -> tuple[str, ...]:
    """How many certificates a list revokes, and as at which day.

    Raises:
        Refusal: it is no such list.
    """
    from exports.signatures.reading import read_revocations

    return tuple(
        f"{len(each)} revoked, as at {show_day(each.last_update_utc.date())}" for each in read_revocations((content,))
    )
