"""The desk: the open register, the officer at work, and the one way from a screen to a verb."""

from collections.abc import Callable
from datetime import date
from typing import Concatenate, ParamSpec

from PySide6.QtCore import QObject, Signal

from db.calendar import bank_holidays
from db.changes import Author, Changed
from db.register import Register
from db.rules.diary import Diary
from db.rules.refusal import Refusal
from db.rules.working_days import NONE_RECORDED, BankHolidays
from desktop.session import Session

P = ParamSpec("P")


class Desk(QObject):
    """What every screen is given. Screens read through `register` and act through `act`; they never order each other.

    Signals:
        changed: a verb changed the register (the Changed it gave).
        register_changed: another register is open now.
        day_changed: the day looked at is another.
        wanted: what was done leads somewhere (a Place), as to the record of a decision that was drafted.
    """

    changed = Signal(object)
    register_changed = Signal()
    day_changed = Signal(object)
    wanted = Signal(object)

    def __init__(self, session: Session, register: Register, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self._register = register
        self._day: date | None = None
        self._holidays: BankHolidays | None = None
        self._diary: Diary | None = None
        self.as_it_was: date | None = None
        """The past day whose register is on the desk; None for the register as it is."""

    @property
    def register(self) -> Register:
        """The register that is open."""
        return self._register

    @property
    def day(self) -> date:
        """The day everything is looked at from: today, unless the officer chose another."""
        return self._day or self.session.today()

    @property
    def is_today(self) -> bool:
        """Whether the officer looks from today."""
        return self._day is None

    @property
    def holidays(self) -> BankHolidays:
        """The bank holidays, read once; where their file cannot be read none are known, and each day says so."""
        if self._holidays is None:
            try:
                self._holidays = bank_holidays()
            except Refusal:
                self._holidays = NONE_RECORDED
        return self._holidays

    def diary(self) -> Diary:
        """The council's diary, read again only after something was changed: its counted days are kept meanwhile."""
        if self._diary is None:
            self._diary = self._register.diaries.diary(self.holidays)
        return self._diary

    def look_from(self, day: date | None) -> None:
        """Look at everything from a day; None is today."""
        self._day = None if day == self.session.today() else day
        self.day_changed.emit(self.day)

    def replace_register(self, register: Register) -> None:
        """Put another register on the desk and close the one that was there."""
        before, self._register = self._register, register
        self._diary = None
        before.close()
        self.register_changed.emit()

    def act(
        self, verb: Callable[Concatenate[Register, Author, P], Changed], *args: P.args, **kwargs: P.kwargs
    ) -> Changed:
        """Do one verb as the officer at work and tell every screen.

        Raises:
            Refusal: the verb was refused; nothing was changed.
        """
        done = verb(self._register, self.session.author(), *args, **kwargs)
        if done.entry is not None:
            self._diary = None
            self.changed.emit(done)
        return done
