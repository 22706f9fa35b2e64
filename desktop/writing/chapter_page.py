"""A chapter of a record as a page of fields: what it asks, what helps to answer, and what is missing under each."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from db.rules.decision import Decision
from db.rules.record_template import RecordField, Snippet
from desktop.fields.rich.document import put_text
from desktop.fields.rich_text_field import RichTextField
from desktop.look.parts import GAP, button, label, prose
from desktop.writing.asked import Asked
from desktop.writing.asking import Known, asked_for
from desktop.writing.chapters import Chapter, Part
from desktop.writing.gap_notes import GapNotes, Missing
from desktop.writing.shown import Shown

Shows = Callable[[RecordField], Shown | None]
"""What is shown, and not typed, for a part of a record, such as its funding table."""


class ChapterPage(QWidget):
    """The fields of one chapter, filled from a decision."""

    typed = Signal()
    """Something is different now."""
    passed = Signal(object)
    """The officer wants to pass over a warning: the Missing."""

    def __init__(self, chapter: Chapter, known: Known, shows: Shows) -> None:
        super().__init__()
        self.asked: dict[RecordField, list[Asked]] = {}
        self._notes: dict[str, GapNotes] = {}
        self._shown: list[Shown] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(2 * GAP, 4, 2 * GAP, 2 * GAP)
        self._column.setSpacing(12)
        self._column.addWidget(label(chapter.title, "groupTitle"))
        for part in chapter.parts:
            self._add_part(part, known, shows, is_only=len(chapter.parts) == 1)
        self._column.addStretch(1)
        self.fill(known.decision)
        for asked in self.every():
            asked.field.changed.connect(self.typed)

    def every(self) -> Iterator[Asked]:
        """All that is asked here, in order."""
        return (asked for several in self.asked.values() for asked in several)

    def fill(self, decision: Decision) -> None:
        """Show what a decision says, but for what was typed since and is not in the register."""
        for asked in self.every():
            asked.fill(decision)
        self.show_known(decision)

    def show_known(self, decision: Decision) -> None:
        """Show what nobody types as the register has it now."""
        for shown in self._shown:
            shown.tell(decision)

    def lock(self) -> None:
        """Nothing can be typed any more."""
        for asked in self.every():
            if isinstance(asked.field, RichTextField):
                asked.field.lock(True)
            else:
                asked.field.setEnabled(False)
        for shown in self._shown:
            shown.lock()

    def tell(self, missing: Iterable[Missing], *, is_locked: bool = False) -> None:
        """Say what is missing, each under the field it is about."""
        found = tuple(missing)
        for name, notes in self._notes.items():
            notes.tell([each for each in found if each.field == name], can_pass=not is_locked)

    def focus_on(self, path: str) -> None:
        """Take the keyboard to the field of something in a decision, or to the first."""
        every = list(self.every())
        found = next((asked for asked in every if asked.path == path), every[0] if every else None)
        if found:
            found.field.focus()

    def _add_part(self, part: Part, known: Known, shows: Shows, *, is_only: bool) -> None:
        made = {field: asked_for(field, part.heading, known) for field in part.fields}
        self.asked |= made
        if not is_only:
            self._column.addSpacing(4)
            self._column.addWidget(prose(part.heading, "fieldLabel"))
        if part.guidance:
            self._column.addWidget(prose(part.guidance, "quiet"))
        _untitle(part, [asked for several in made.values() for asked in several])
        for field, several in made.items():
            for asked in several:
                self._add_field(asked)
            if part.snippets and several and isinstance(several[0].field, RichTextField):
                self._column.addLayout(_wording(several[0].field, part.snippets, known))
            if shown := shows(field):
                self._shown.append(shown)
                self._column.addWidget(shown)

    def _add_field(self, asked: Asked) -> None:
        _let_shrink(asked)
        self._column.addWidget(asked.field)
        notes = self._notes[asked.path] = GapNotes(asked.field.name)
        notes.passed.connect(self.passed)
        self._column.addWidget(notes)


def _untitle(part: Part, asked: Sequence[Asked]) -> None:
    """What the heading of its part names already needs no title of its own."""
    if len(asked) == 1 or (asked and asked[0].field.words.lower() == part.heading.lower()):
        asked[0].field.hide_title()


def _wording(field: RichTextField, snippets: Sequence[Snippet], known: Known) -> QHBoxLayout:
    """A button with the wording a council usually begins from."""
    made = button("Put in usual wording", f"{field.name}Wording", icon="add", role="link")
    menu = QMenu(made)
    menu.setAccessibleName(f"Usual wording, {field.words}")
    for snippet in snippets:
        menu.addAction(snippet.name.replace("&", "&&")).triggered.connect(
            partial(_put_in, field, known.wording(snippet.text))
        )
    made.setMenu(menu)
    row = QHBoxLayout()
    row.addWidget(made)
    row.addStretch()
    return row


def _put_in(field: RichTextField, text: str, _checked: bool = False) -> None:
    put_text(field.editor.textCursor(), text)
    field.focus()


def _let_shrink(asked: Asked) -> None:
    """A list of long choices is no wider than the page."""
    control = asked.field.control
    if isinstance(control, QComboBox):
        control.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        control.setMinimumContentsLength(10)
