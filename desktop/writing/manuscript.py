"""All that is typed of one record: its pages, made when first needed, and the decision they add up to."""

from collections.abc import Iterator, Mapping
from typing import Any

from PySide6.QtCore import QObject, Signal

from db.rules.decision import Decision
from db.rules.refusal import Refusal
from desktop.writing.asked import Asked
from desktop.writing.asking import Known
from desktop.writing.chapter_page import ChapterPage, Shows
from desktop.writing.chapters import Chapter
from desktop.writing.typing import type_into, typed_in

Trouble = tuple[Asked, str]
"""A field that cannot be understood, and why."""


class Manuscript(QObject):
    """The pages of one decision's record."""

    typed = Signal()
    passed = Signal(object)

    def __init__(self, chapters: tuple[Chapter, ...], known: Known, shows: Shows, *, is_locked: bool = False) -> None:
        super().__init__()
        self.is_locked = is_locked
        """Whether it can only be read."""
        self.chapters = chapters
        self.decision = known.decision
        """As it is in the register."""
        self._known, self._shows = known, shows
        self._pages: dict[int, ChapterPage] = {}

    def page(self, number: int) -> ChapterPage:
        """A chapter's page."""
        if number not in self._pages:
            made = self._pages[number] = ChapterPage(self.chapters[number], self._known, self._shows)
            made.fill(self.decision)
            made.typed.connect(self.typed)
            made.passed.connect(self.passed)
            if self.is_locked:
                made.lock()
        return self._pages[number]

    @property
    def pages(self) -> tuple[ChapterPage, ...]:
        """The pages made so far."""
        return tuple(self._pages.values())

    def changed(self) -> list[Asked]:
        """The fields that hold something the register does not."""
        return [asked for asked in self._asked() if asked.is_changed]

    def written(self) -> tuple[Decision, list[Trouble]]:
        """The decision with all that is typed, and the fields that cannot be understood, which are left out."""
        decision, troubles = self.decision, []
        for asked in self.changed():
            try:
                decision = asked.put(decision)
            except Refusal as refusal:
                troubles.append((asked, str(refusal)))
        return decision, troubles

    def renew(self, decision: Decision, keep: list[Asked]) -> None:
        """The register has it so now: show that, but for the fields to keep as they are typed."""
        self.decision = decision
        for asked in self._asked():
            if asked not in keep:
                asked.fill(decision)
        for page in self.pages:
            page.show_known(decision)

    def as_typed(self) -> dict[str, Any]:
        """What the changed fields hold, by their names."""
        return {asked.field.name: typed_in(asked.field) for asked in self.changed()}

    def type_again(self, typed: Mapping[str, Any]) -> None:
        """Put back what was typed before a crash; pages are made until each word has its field."""
        left = dict(typed)
        for number in range(len(self.chapters)):
            if not left:
                return
            for asked in self.page(number).every():
                if asked.field.name in left:
                    type_into(asked.field, left.pop(asked.field.name))

    def leave_out(self) -> None:
        """Forget what is typed and not in the register."""
        self.renew(self.decision, [])

    def place_of(self, path: str) -> int:
        """The number of the chapter in which something in a decision is written."""
        return next((number for number, each in enumerate(self.chapters) if path in each.paths), 0)

    def show_problem(self, path: str, sentence: str) -> None:
        """Say beside a field why the register did not take it."""
        for asked in self._asked():
            if asked.path == path:
                asked.field.show_problem(sentence)

    def _asked(self) -> Iterator[Asked]:
        return (asked for page in self._pages.values() for asked in page.every())
