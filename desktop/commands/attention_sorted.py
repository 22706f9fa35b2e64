"""Attention in a register on a day, by its own diary and bank holidays, parted by the marks officers made."""

from dataclasses import replace
from datetime import date

from db.calendar import bank_holidays
from db.register import Register
from db.rules.attention import AttentionLine, attention
from db.rules.diary import Diary
from db.rules.leads import FURTHEST, USUAL, LeadTimes
from db.rules.marks import MarkKind, Sorted, sort_out

_AS_FAR_AS_CAN_BE = LeadTimes(dict.fromkeys(USUAL, (FURTHEST,)))


def sorted_attention(register: Register, on: date) -> Sorted:
    """What is open and what rests on a day."""
    return sort_out(_lines(register, on, diary_of(register)), register.diaries.marks(), on)


def days_ahead(register: Register, on: date) -> tuple[AttentionLine, ...]:
    """Every day to act within 24 months, whatever the lead times; without what was marked as done."""
    lines = _lines(register, on, replace(diary_of(register), times=_AS_FAR_AS_CAN_BE))
    found = sort_out(lines, register.diaries.marks(), on)
    done = {line.key for line, mark in found.resting if mark.kind is MarkKind.DONE}
    return tuple(line for line in lines if line.key not in done)


def diary_of(register: Register) -> Diary:
    """The register's diary with the bank holidays that are recorded."""
    return register.diaries.diary(bank_holidays())


def _lines(register: Register, on: date, diary: Diary) -> tuple[AttentionLine, ...]:
    returns = register.returns
    contracts, decisions = register.contracts.all(), register.decisions.all()
    return attention(contracts, decisions, returns.schedules(), returns.all(), on, diary)
