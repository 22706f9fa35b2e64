"""Attention as a calendar file (.ics): one all-day entry a line, the same entry again when its day moves."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import TYPE_CHECKING
from uuid import UUID, uuid5

from db.rules.attention_line import AttentionLine, Matter
from db.rules.dates import show_day

if TYPE_CHECKING:
    from icalendar import Event

_ENTRIES = UUID("0d3c5f7e-6a1b-5c2d-9e4f-7a8b9c0d1e2f")
_ONE_ENTRY = {
    Matter.PAST_END: Matter.ENDING,
    Matter.UNDER_NOTICE: Matter.ENDING,
    Matter.RETURN_LATE: Matter.RETURN_DUE,
}
"""Matters that are one event seen at different times: a contract's end, a return's day."""


def render(lines: Iterable[AttentionLine], made_at: datetime, sequence: int, name: str = "Contract Desk") -> bytes:
    """The lines that have a day, as a calendar made at a moment.

    Days are days of the calendar, without time and zone, and each entry ends with its day. An entry's name never
    changes; `sequence` must rise whenever a day may have moved (a journal's last number does), so that taking in a
    later file moves the entries of an earlier one. Source: RFC 5545, 3.6.1, 3.8.2.2, 3.8.4.7, 3.8.7.4.
    """
    from icalendar import Calendar

    calendar = Calendar()
    calendar.add("prodid", "-//Contract Desk//EN")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", name)
    for line in lines:
        if line.act_by is not None:
            calendar.add_component(_entry(line, made_at, sequence))
    return bytes(calendar.to_ical())


def entry_id(line: AttentionLine) -> str:
    """The name of a line's entry, which stays when its day moves."""
    matter = _ONE_ENTRY.get(line.matter, line.matter)
    about = (matter.name, line.contract_id or "", line.decision_id or "", line.about)
    return f"{uuid5(_ENTRIES, ':'.join(about))}@contract-desk"


def _entry(line: AttentionLine, made_at: datetime, sequence: int) -> Event:
    from icalendar import Event

    if line.act_by is None:
        raise ValueError("a line without a day has no entry")
    entry = Event()
    entry.add("uid", entry_id(line))
    entry.add("dtstamp", made_at)
    entry.add("sequence", sequence)
    entry.add("dtstart", line.act_by)
    entry.add("dtend", line.act_by + timedelta(days=1))
    entry.add("summary", ": ".join(filter(None, (line.contract_reference, line.what))))
    entry.add("description", "\n".join(_told(line)))
    entry.add("categories", [line.matter.value])
    entry.add("transp", "TRANSPARENT")
    return entry


def _told(line: AttentionLine) -> list[str]:
    whose = ", ".join(filter(None, (line.contract_title, line.providers)))
    by = f"{line.matter.value}: {show_day(line.act_by)}" if line.act_by else line.matter.value
    return [*filter(None, (whose, by)), *line.why]
