"""A field for a time of day, typed as officers type times: 16:30, 4.30pm, 10am."""

import re
from datetime import time

from PySide6.QtWidgets import QLineEdit

from db.rules.refusal import Refusal
from db.rules.service_of_notice import show_time
from desktop.fields.field import Field

EXAMPLE = "For example, 16:30 or 4.30pm"
_TIME = re.compile(r"(?P<hour>\d{1,2})(?:[:.](?P<minute>\d{2}))?\s*(?P<half>am|pm)?", re.IGNORECASE)


class TimeField(Field):
    """A time of day; under it, how it was understood."""

    def __init__(self, name: str, words: str, *, helped: str = EXAMPLE, missing: str = "") -> None:
        self._line = QLineEdit()
        super().__init__(name, words, self._line, helped=helped, missing=missing, characters=10)
        self._line.textChanged.connect(self._typed)
        self._line.editingFinished.connect(self._left)

    def is_empty(self) -> bool:
        return not self._line.text().strip()

    def read(self) -> time | None:
        """The time; None where nothing is written.

        Raises:
            Refusal: it is not a time of day.
        """
        return None if self.is_empty() else parse_time(self._line.text())

    def write(self, at: time | None) -> None:
        """Put a time there, or nothing."""
        self._line.setText(f"{at:%H:%M}" if at else "")

    def _typed(self) -> None:
        self._touched()
        try:
            at = self.read()
        except Refusal:
            at = None
        self.note(show_time(at) if at else "")


def parse_time(text: str) -> time:
    """A time of day as typed: 16:30, 16.30, 4.30pm, 4pm.

    Raises:
        Refusal: it is not one, or an hour alone without am or pm.
    """
    match = _TIME.fullmatch(text.strip())
    if match is None or not (match["minute"] or match["half"]):
        raise Refusal(f"“{text.strip()}” is not a time of day. Write it like 16:30 or 4.30pm.")
    hour, minute, half = int(match["hour"]), int(match["minute"] or 0), (match["half"] or "").lower()
    if minute > 59 or not (1 <= hour <= 12 if half else hour <= 23):
        raise Refusal(f"“{text.strip()}” is not a time of day. Hours run to 23, minutes to 59.")
    return time(hour % 12 + 12 * (half == "pm") if half else hour, minute)
