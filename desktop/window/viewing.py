"""How the officer looks: colours, text size, rail, and the day looked from."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QObject, QTimer

from desktop.desk import Desk
from desktop.look.palette import Scheme
from desktop.look.theme import theme
from desktop.session import Session

SIZES = (1.0, 1.25, 1.5, 1.75, 2.0)
"""How many times the usual type there is to choose from."""
_A_MINUTE = 60_000


def step_size(session: Session, step: int) -> None:
    """The next larger or smaller text."""
    nearest = min(range(len(SIZES)), key=lambda at: abs(SIZES[at] - session.text_size))
    set_look(session, size=SIZES[max(0, min(len(SIZES) - 1, nearest + step))])


def set_look(session: Session, scheme: Scheme | None = None, size: float | None = None) -> None:
    """Put a scheme or a text size on the program, and remember it."""
    session.keep_look(scheme or session.scheme, size or session.text_size)
    theme().apply(session.scheme, session.text_size)


class NewDay(QObject):
    """Notices each minute whether it is another day; then whatever is looked at from today is worked out again."""

    def __init__(self, session: Session, desk: Callable[[], Desk | None], parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._desk = session, desk
        self._day: date = session.today()
        self.timer = QTimer(self, interval=_A_MINUTE)
        self.timer.timeout.connect(self.look)
        self.timer.start()

    def look(self) -> None:
        """See whether it is another day."""
        today = self._session.today()
        if today == self._day:
            return
        self._day = today
        desk = self._desk()
        if desk and desk.is_today:
            desk.look_from(None)
