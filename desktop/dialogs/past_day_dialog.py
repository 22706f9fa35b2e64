"""Which past day the register is shown as of."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtWidgets import QWidget

from db.rules.refusal import Refusal
from desktop.dialogs.act_dialog import ActDialog
from desktop.fields.date_field import DateField
from desktop.fields.form import Problem


class PastDayDialog(ActDialog[date]):
    """Asks for a day that is not to come."""

    wide = 76

    def __init__(self, today: date, parent: QWidget | None = None) -> None:
        intro = (
            "The register is shown as it stood at the end of a day, with everything that was recorded by then and "
            "nothing that was recorded later. It can be looked at and sent out, and not changed."
        )
        super().__init__("Show the register as it was", "&Show it", parent, intro=intro)
        self._today = today
        self.day = self.form.add(DateField("pastDay", "&At the end of", missing="Choose the day"))

    def rules(self) -> Sequence[Problem]:
        day = self.day.read()
        return [(self.day, "That day is still to come.")] if day and day > self._today else []

    def value(self) -> date:
        day = self.day.read()
        if day is None:
            raise Refusal("Choose the day.")
        return day
