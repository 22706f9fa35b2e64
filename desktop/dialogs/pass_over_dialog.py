"""Pass over a warning on a record, with the reason."""

from PySide6.QtWidgets import QWidget

from desktop.dialogs.act_dialog import ActDialog
from desktop.fields.text_fields import LongTextField


class PassOverDialog(ActDialog[str]):
    """The reason stands in the journal beside the warning. An empty one takes the warning up again."""

    wide = 84

    def __init__(self, sentence: str, source: str, reason: str = "", parent: QWidget | None = None) -> None:
        super().__init__("Pass over a warning", "&Pass over", parent, intro=f"{sentence} ({source})")
        helped = "Leave it empty to take the warning up again" if reason else ""
        missing = "" if reason else "Enter the reason"
        self.reason = self.form.add(LongTextField("passReason", "&Reason", reason, helped=helped, missing=missing))

    def value(self) -> str:
        return self.reason.read()
