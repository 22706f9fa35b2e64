"""The sections of a record: a list with ticks for what is written, and the chosen section beside it."""

from dataclasses import fields, replace

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QPlainTextEdit, QVBoxLayout, QWidget

from db.rules.decision import NOTHING_WRITTEN, DecisionText
from desktop.fields.field import Field
from desktop.look import icons
from desktop.look.parts import prose
from desktop.look.theme import theme

SECTIONS = {
    "decision": (
        "Decision",
        "What is decided. Begin each part with a), b) and so on; verbs such as EXTEND in capitals.",
    ),
    "related_decision": ("Related decision", "The member or council decision this rests on, as its record puts it."),
    "reasons": ("Reasons", "Why. A blank line parts paragraphs; a line that begins with “- ” is an item of a list."),
    "financial": ("Financial", "What it costs or saves. The funding table is added from the figures; do not type it."),
    "legal": ("Legal", "The duty or power it rests on, and the contract’s own clause."),
    "equality": ("Equality", "The equality impact assessment: when it was made and what it found."),
    "comments": ("Comments", "Who was consulted and what they said."),
    "alternatives": ("Alternatives", "What else was considered, and why it was not chosen."),
    "conflicts": ("Conflicts", "Conflicts of interest that were declared; “None” where there are none."),
    "dispensation": ("Dispensation", "The note of dispensation for a conflict that was declared."),
    "purpose": ("Purpose", "What the decision is for, as its page or report says."),
    "strategy": ("Strategy", "How it supports the council’s strategy."),
    "consultation": ("Consultation", "How people were consulted, and when."),
    "data_protection": ("Data protection", "The data protection assessment, or why none was needed."),
    "reports": ("Reports", "Reports and background papers considered; “None” where there were none."),
    "implementation": ("Implementation", "What happens next, and when it may be put into effect."),
}
"""Each section by its name in the record, with what people call it and what belongs in it."""

_IN_SIGHT = 9
"""Sections in the list at once; the others are scrolled to."""


class SectionsField(Field):
    """Text, section by section. What is written in one section stays while another is looked at."""

    def __init__(self, name: str, words: str, text: DecisionText = NOTHING_WRITTEN) -> None:
        self._text = text
        self._names = [each.name for each in fields(DecisionText)]
        self._names.sort(key=list(SECTIONS).index)
        self._list = QListWidget()
        self._list.setObjectName(f"{name}List")
        self._list.setAccessibleName("Sections of the record")
        self._page = QPlainTextEdit()
        self._page.setObjectName(f"{name}Page")
        self._page.setTabChangesFocus(True)
        self._advice = prose("", "quiet")
        holder = QWidget()
        self._lay_out_inside(holder)
        super().__init__(name, words, holder)
        holder.setFocusProxy(self._list)
        for section in self._names:
            QListWidgetItem(SECTIONS[section][0], self._list)
        self._measure()
        self._list.currentRowChanged.connect(self._open)
        self._page.textChanged.connect(self._keep)
        theme().changed.connect(self._tick)
        self._list.setCurrentRow(0)
        self._tick()

    def is_empty(self) -> bool:
        return self.read() == NOTHING_WRITTEN

    def read(self) -> DecisionText:
        """All sections as written."""
        return self._text

    def write(self, text: DecisionText) -> None:
        """Put these sections there."""
        self._text = text
        self._open(self._list.currentRow())
        self._tick()

    def open_section(self, section: str) -> None:
        """Show a section to write in."""
        self._list.setCurrentRow(self._names.index(section))

    def _lay_out_inside(self, holder: QWidget) -> None:
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        beside = QVBoxLayout()
        beside.setSpacing(4)
        beside.addWidget(self._advice)
        beside.addWidget(self._page, 1)
        row.addWidget(self._list)
        row.addLayout(beside, 1)

    def _open(self, row: int) -> None:
        section = self._names[row]
        title, advice = SECTIONS[section]
        self._page.blockSignals(True)
        self._page.setPlainText(getattr(self._text, section))
        self._page.blockSignals(False)
        self._page.setAccessibleName(title)
        self._page.setAccessibleDescription(advice)
        self._advice.setText(advice)

    def _keep(self) -> None:
        section = self._names[self._list.currentRow()]
        self._text = replace(self._text, **{section: self._page.toPlainText()})
        self._tick()
        self._touched()

    def _tick(self) -> None:
        tokens = theme().tokens
        for row, section in enumerate(self._names):
            written = bool(getattr(self._text, section).strip())
            item = self._list.item(row)
            icon = icons.icon("tick" if written else "neutral", tokens, "accent" if written else "outline")
            item.setIcon(icon)
            item.setData(_SAID, f"{item.text()}: {'written' if written else 'empty'}")

    def _measure(self) -> None:
        metrics = self.fontMetrics()
        self._list.setFixedWidth(18 * metrics.averageCharWidth() + 56)
        row = metrics.height() + 16
        for at in range(self._list.count()):
            self._list.item(at).setSizeHint(QSize(0, row))
        self._list.setFixedHeight(min(len(self._names), _IN_SIGHT) * row + 6)


_SAID = Qt.ItemDataRole.AccessibleTextRole
