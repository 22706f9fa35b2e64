"""A field for a day, typed as officers type days; a calendar only helps."""

from datetime import date

from PySide6.QtCore import QDate, QPoint, Qt, Signal
from PySide6.QtGui import QColor, QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QFrame, QLineEdit, QToolButton, QVBoxLayout, QWidget

from db.rules.dates import show_day
from db.rules.refusal import Refusal
from db.rules.written_days import parse_day
from desktop.fields.field import Field
from desktop.look import icons
from desktop.look.parts import icon_button
from desktop.look.theme import theme

EXAMPLE = "For example, 27 3 2027"


class DateField(Field):
    """A day in any usual spelling, kept as it was typed; under it, how it was understood."""

    def __init__(
        self, name: str, words: str, day: date | None = None, *, helped: str = EXAMPLE, missing: str = ""
    ) -> None:
        self._line = QLineEdit(show_day(day) if day else "")
        plain = words.replace("&", "").lower()
        self._open = icon_button("calendar", f"Choose {plain} from a calendar", f"{name}Calendar")
        super().__init__(name, words, self._line, helped=helped, missing=missing, characters=18)
        self._line.textChanged.connect(self._typed)
        self._line.editingFinished.connect(self._left)
        self._open.clicked.connect(self.show_calendar)

    def is_empty(self) -> bool:
        return not self._line.text().strip()

    def read(self) -> date | None:
        """The day; None where nothing is written.

        Raises:
            Refusal: it is not a day.
        """
        return None if self.is_empty() else parse_day(self._line.text())

    def write(self, day: date | None) -> None:
        """Put a day there, or nothing."""
        self._line.setText(show_day(day) if day else "")

    def show_calendar(self) -> None:
        """Open the calendar under the field, on the day written there."""
        calendar = _CalendarPopup(self, self._day() or None)
        calendar.picked.connect(self._picked)
        calendar.move(self.control.mapToGlobal(QPoint(0, self.control.height() + 2)))
        calendar.show()
        calendar.setFocus()

    def beside(self) -> QWidget:
        return self._open

    def _typed(self) -> None:
        self._touched()
        day = self._day()
        self.note(f"{day:%A} {show_day(day)}" if day else "")

    def _day(self) -> date | None:
        try:
            return self.read()
        except Refusal:
            return None

    def _picked(self, day: date) -> None:
        self.write(day)
        self.show_problem("")
        self.focus()


class _CalendarPopup(QFrame):
    """A month to pick a day from; Esc or a click elsewhere closes it."""

    picked = Signal(object)

    def __init__(self, parent: QWidget, day: date | None) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("calendarPopup")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("role", "card")
        self.calendar = QCalendarWidget()
        self.calendar.setAccessibleName("Calendar")
        self.calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        self.calendar.setHorizontalHeaderFormat(QCalendarWidget.HorizontalHeaderFormat.ShortDayNames)
        self._dress()
        if day:
            self.calendar.setSelectedDate(QDate(day.year, day.month, day.day))
        self.calendar.clicked.connect(self._take)
        self.calendar.activated.connect(self._take)
        column = QVBoxLayout(self)
        column.setContentsMargins(4, 4, 4, 4)
        column.addWidget(self.calendar)
        self.setFocusProxy(self.calendar)

    def _dress(self) -> None:
        plain = QTextCharFormat()
        plain.setForeground(QColor(theme().tokens.text))
        for weekend in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            self.calendar.setWeekdayTextFormat(weekend, plain)
        for name, icon in (("qt_calendar_prevmonth", "chevron-left"), ("qt_calendar_nextmonth", "chevron")):
            found = self.calendar.findChild(QToolButton, name)
            if found is not None:
                icons.dress(found, icon, theme().tokens)

    def _take(self, day: QDate) -> None:
        self.picked.emit(date(day.year(), day.month(), day.day()))
        self.close()
