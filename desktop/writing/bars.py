"""What is told above a record: words that came back, why it cannot be kept or signed yet, or that it is signed."""

from datetime import datetime

from PySide6.QtWidgets import QWidget

from db.rules.dates import show_day
from db.rules.decision import Decision
from desktop.drafts import Draft
from desktop.look.palette import Tone
from desktop.messages import Bar


class DraftBar(Bar):
    """About what is typed and not in the register. Its button leaves the words of a draft out."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, "draftBar")

    def tell_back(self, draft: Draft, now: datetime) -> None:
        """Words from before a crash are on the page again."""
        at = draft.at.astimezone(now.tzinfo)
        on = "" if at.date() == now.date() else f" on {show_day(at.date())}"
        words = f"Words typed{on} at {at:%H:%M} were not yet in the register. They are back; Ctrl+S keeps them there."
        self.tell(words, Tone.LATER, "&Leave them out", closable=True)

    def tell_unkept(self) -> None:
        """No draft can be written."""
        words = "Drafts cannot be written on this computer. Ctrl+S puts what you typed into the register."
        self.tell(words, closable=True)

    def tell_trouble(self, trouble: str) -> None:
        """The register did not take it, and why; with no trouble there is nothing to tell."""
        if trouble:
            self.tell(f"{trouble} It is kept as a draft until then.", Tone.OVERDUE, closable=True)
        else:
            self.clear()

    def tell_stopping(self, count: int) -> None:
        """So many things stop the signing."""
        what = "One thing is" if count == 1 else f"{count} things are"
        self.tell(f"{what} to mend before the record can be signed.", Tone.OVERDUE, closable=True)


class LockedBar(Bar):
    """About a record that is signed. Its button begins a correction."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, "lockedBar")

    def tell_signed(self, decision: Decision) -> None:
        """Who signed it and when; nothing where nobody has."""
        if decision.is_locked:
            signed = decision.signed_files[0]
            day = show_day(signed.signed_at.date())
            words = f"Signed by {signed.signer} on {day} and filed, so it stays as it is."
            self.tell(words, Tone.DONE, "&Write a correction")
