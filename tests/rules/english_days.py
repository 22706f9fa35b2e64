"""The bank holidays that come with the program, for tests of rules that need them."""

from db.calendar import bank_holidays

HOLIDAYS = bank_holidays()
