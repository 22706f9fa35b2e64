"""The layouts learned of providers' returns, in the settings: see, rename, save to a file, load from one, forget."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QPlainTextEdit, QVBoxLayout, QWidget

from db.changes import Changed
from db.operations.following import keep_profile, rename_profile
from db.returns.understanding.profile_text import read_profile, write_profile
from db.rules.contract import Contract
from db.rules.decision import ContractId
from db.rules.refusal import Refusal
from desktop.desk import Desk
from desktop.fields.choice_fields import ChoiceField
from desktop.fields.text_fields import TextField
from desktop.look.parts import GAP, button, label, prose
from desktop.screens.flow import Flow
from exports.files import safe_name, write_beside_then_replace

WHAT = (
    "What was learned of how a provider lays out its returns for a contract. The next file of that shape asks nothing. "
    "It is kept in the register and holds no figures and no names of people."
)
_KIND = "Layout (*.json);;All files (*)"
_LINES = 12

Which = tuple[ContractId, str]


class LayoutSettings(QWidget):
    """One layout at a time, as text that can be read."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._texts: dict[Which, str] = {}
        self.which: ChoiceField[Which] = ChoiceField(
            "layout", "Layout of", [], characters=48, missing="Choose a contract and provider"
        )
        self.text = QPlainTextEdit()
        self.save = button("Save to a file…", "saveLayout", icon="export")
        self.take = button("Load from a file…", "loadLayout", icon="import")
        self.called = TextField("layoutName", "Its provider goes b&y", characters=36)
        self.rename = button("Rename", "renameLayout", icon="tick")
        self.forget = button("Forget this layout", "forgetLayout", icon="close")
        self.told = prose("", "quiet")
        self._lay_out()
        self.which.changed.connect(self._show)
        for made, do in (
            (self.save, self._save), (self.take, self._take), (self.forget, self._forget), (self.rename, self._rename),
        ):  # fmt: skip
            made.clicked.connect(do)

    def load(self) -> None:
        """Show what the register has."""
        before, register = self.which.read(), self._desk.register
        self._texts = {(identity, provider): text for identity, provider, text in register.following.profiles()}
        contracts = {each.id: each.reference for each in register.contracts.all() if isinstance(each, Contract)}
        offered = [(each, f"{contracts.get(each[0], '')}: {each[1]}") for each in self._texts]
        self.which.blockSignals(True)
        self.which.offer(offered, before if before in self._texts else next(iter(self._texts), None))
        self.which.blockSignals(False)
        self._show()

    def _show(self) -> None:
        chosen = self.which.read()
        self.text.setPlainText(self._texts.get(chosen, "") if chosen else "")
        self.called.write(chosen[1] if chosen else "")
        is_open = not self._desk.register.read_only
        self.rename.setEnabled(chosen is not None and is_open)
        self.save.setEnabled(chosen is not None)
        self.take.setEnabled(chosen is not None and is_open)
        self.forget.setEnabled(chosen is not None and is_open)
        if not self._texts:
            self.told.setText("No layout was learned yet. One is learned as a provider’s own workbook is accepted.")

    def _save(self) -> None:
        chosen = self.which.read()
        if chosen is None:
            return
        start = safe_name(f"Layout {chosen[1]}", ".json")
        path, _ = QFileDialog.getSaveFileName(self, "Save the layout", start, _KIND)
        if path:
            self._try(lambda: write_beside_then_replace(Path(path), self._texts[chosen].encode()), "Saved.")

    def _take(self) -> None:
        path, _ = QFileDialog.getOpenFileName(self, "Load a layout", "", _KIND)
        chosen = self.which.read()
        if path and chosen:
            self._try(lambda: self._keep(chosen, write_profile(read_profile(_text_of(Path(path))))), "Loaded.")

    def _forget(self) -> None:
        chosen = self.which.read()
        if chosen:
            self._try(lambda: self._keep(chosen, ""), "Forgotten. The next file is asked about anew.")

    def _rename(self) -> None:
        chosen = self.which.read()
        if chosen:
            self._try(
                lambda: self._call(chosen, self.called.read()), "Renamed. Files that come under that name find it."
            )

    def _call(self, which: Which, name: str) -> None:
        text = write_profile(replace(read_profile(self._texts[which]), provider=name))
        self._desk.act(rename_profile, which[0], which[1], name, text)
        self.load()
        if (which[0], name) in self._texts:
            self.which.write((which[0], name))
            self._show()

    def _keep(self, which: Which, text: str) -> Changed:
        done = self._desk.act(keep_profile, which[0], which[1], text)
        self.load()
        return done

    def _try(self, do: Callable[[], object], words: str) -> None:
        try:
            do()
        except Refusal as refusal:
            self.told.setText(str(refusal))
        else:
            self.told.setText(words)

    def _lay_out(self) -> None:
        self.text.setObjectName("layoutText")
        self.text.setAccessibleName("The layout as text")
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setFixedHeight(self.fontMetrics().lineSpacing() * _LINES)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addWidget(label("Layouts of returns", "groupTitle"))
        column.addWidget(prose(WHAT, "quiet"))
        column.addWidget(self.which)
        column.addWidget(self.text)
        column.addWidget(self.called)
        buttons = Flow(GAP)
        for made in (self.rename, self.save, self.take, self.forget):
            buttons.addWidget(made)
        column.addLayout(buttons)
        column.addWidget(self.told)


def _text_of(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError):
        raise Refusal(f"“{path.name}” cannot be read as text. Choose a file that was saved as a layout.") from None
