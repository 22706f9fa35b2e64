"""The day everything is looked at from, typed or picked beside the page title."""

from datetime import date

from db.rules.refusal import Refusal
from desktop.desk import Desk
from desktop.fields.date_field import DateField


class DayPicker(DateField):
    """Looks from another day as soon as a whole day is written; empty is today."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        super().__init__("lookFrom", "&Look from", desk.day, helped="", missing="Enter the day to look from")
        desk.day_changed.connect(self._follow)
        self.changed.connect(self._look)

    def note(self, words: str) -> None:
        """Nothing below the field: the page says which day is looked from."""

    def _look(self) -> None:
        try:
            day = self.read()
        except Refusal:
            return
        if (day or self._desk.session.today()) != self._desk.day:
            self._desk.look_from(day)

    def _follow(self, day: date) -> None:
        if not self.control.hasFocus():
            self.write(day)
