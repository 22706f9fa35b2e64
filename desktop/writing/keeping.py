"""Putting what is typed of a record into the register."""

from PySide6.QtWidgets import QWidget

from db.rules.effects import CarriedOut
from db.rules.refusal import Refusal
from desktop.acts import writing as acts
from desktop.desk import Desk
from desktop.writing.asked import Asked
from desktop.writing.draft_keeper import DraftKeeper
from desktop.writing.manuscript import Manuscript

UNSAVED = "Nothing can be put into the register now."


class Keeping:
    """Saves a manuscript. What cannot be understood stays on the page as it was typed, and stays a draft."""

    def __init__(self, desk: Desk, drafts: DraftKeeper) -> None:
        self._desk, self._drafts = desk, drafts
        self._saving: list[Asked] | None = None

    def fields_to_keep(self, manuscript: Manuscript) -> list[Asked]:
        """The fields that hold what the register does not get now."""
        return manuscript.changed() if self._saving is None else self._saving

    def save(self, manuscript: Manuscript, window: QWidget) -> str:
        """Put the record into the register; what stands against that, or nothing."""
        decision, troubles = manuscript.written()
        self._saving = [asked for asked, _ in troubles]
        try:
            if decision == manuscript.decision:
                manuscript.renew(decision, self._saving)
            elif acts.save_record(self._desk, window, decision) is None:
                return UNSAVED
        except Refusal as refusal:
            self._drafts.keep()
            if isinstance(refusal, CarriedOut):
                manuscript.show_problem("effects", str(refusal))
            return str(refusal)
        finally:
            self._saving = None
        for asked, sentence in troubles:
            asked.field.show_problem(sentence)
        self._drafts.keep()
        return troubles[0][1] if troubles else ""
