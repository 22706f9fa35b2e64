"""The calendar file: days without time or zone, entries that keep their name, read by two readers."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
import vobject
from icalendar import Calendar

from db.rules.attention_line import AttentionLine, Matter, Urgency
from db.rules.decision import ContractId, DecisionId
from exports.calendar_file import entry_id, render

AT = datetime(2026, 1, 5, 23, 30, tzinfo=UTC)
SERVE = AttentionLine(
    Matter.SERVE_BY, Urgency.LATER, date(2026, 12, 31), "Last day to serve 3 months’ notice; or talk, then decide",
    ("3 months counted back from 31 March 2027.", "A line, with; marks\\"), ContractId("one"), "W-1",
    "Wellbeing: 55+", "Help & Home",
)  # fmt: skip
ENDS = replace(SERVE, matter=Matter.ENDING, act_by=date(2027, 3, 31), what="Contract ends")
ACROSS_THE_CLOCKS = replace(SERVE, contract_id=ContractId("two"), act_by=date(2027, 3, 28))


def entries(file: bytes) -> dict[str, Any]:
    """The entries as the library reads them back, by name."""
    return {str(each["uid"]): each for each in Calendar.from_ical(file).walk("VEVENT")}


def taken_in(*files: bytes) -> dict[str, tuple[int, date]]:
    """What a calendar holds after taking in files one after another: for each name the entry of highest SEQUENCE."""
    held: dict[str, tuple[int, date]] = {}
    for file in files:
        for name, each in entries(file).items():
            if name not in held or int(each["sequence"]) >= held[name][0]:
                held[name] = int(each["sequence"]), each.decoded("dtstart")
    return held


def days(lines: Sequence[AttentionLine], sequence: int = 7) -> dict[str, tuple[int, date]]:
    return taken_in(render(lines, AT, sequence))


def test_an_entry_is_a_whole_day_and_says_what_to_do_with_its_working() -> None:
    (entry,) = entries(render([SERVE], AT, 7)).values()
    assert entry.decoded("dtstart") == date(2026, 12, 31)
    assert entry.decoded("dtend") == date(2027, 1, 1)
    assert str(entry["summary"]) == f"W-1: {SERVE.what}"
    assert str(entry["description"]).splitlines() == [
        "Wellbeing: 55+, Help & Home",
        "Last day to serve notice: 31 December 2026",
        *SERVE.why,
    ]
    assert entry.categories == ["Last day to serve notice"]
    assert entry.decoded("dtstamp") == AT


def test_days_have_no_time_and_no_zone_and_lines_are_as_the_standard_asks() -> None:
    file = render([SERVE, ENDS], AT, 7)
    lines = file.split(b"\r\n")
    assert b"DTSTART;VALUE=DATE:20261231" in lines
    assert not any(line.startswith((b"DTSTART", b"DTEND")) and line.endswith(b"Z") for line in lines)
    assert b"TZID" not in file
    assert all(len(line) <= 75 for line in lines)
    assert file.endswith(b"END:VCALENDAR\r\n")


def test_another_reader_finds_the_same_days_and_words() -> None:
    calendar = vobject.readOne(render([SERVE, ENDS], AT, 7).decode())
    assert [each.dtstart.value for each in calendar.vevent_list] == [SERVE.act_by, ENDS.act_by]
    assert [each.dtend.value - each.dtstart.value for each in calendar.vevent_list] == [timedelta(days=1)] * 2
    assert calendar.vevent_list[0].summary.value == f"W-1: {SERVE.what}"
    assert calendar.vevent_list[0].description.value.splitlines()[2:] == list(SERVE.why)


def test_taken_in_twice_nothing_is_there_twice() -> None:
    file = render([SERVE, ENDS], AT, 7)
    assert taken_in(file, file) == taken_in(file)
    assert len(taken_in(file)) == 2


def test_a_day_that_moved_moves_its_entry_and_adds_none() -> None:
    moved = replace(SERVE, act_by=date(2027, 3, 31))
    before, after = render([SERVE, ENDS], AT, 7), render([moved, ENDS], AT, 8)
    held = taken_in(before, after)
    assert len(held) == 2
    assert held[entry_id(SERVE)] == (8, date(2027, 3, 31))
    assert taken_in(after, before) == held


@pytest.mark.parametrize(
    ("matter", "later"),
    [(Matter.ENDING, Matter.PAST_END), (Matter.ENDING, Matter.UNDER_NOTICE), (Matter.RETURN_DUE, Matter.RETURN_LATE)],
)
def test_what_is_one_event_keeps_its_entry_when_it_is_told_otherwise(matter: Matter, later: Matter) -> None:
    assert entry_id(replace(SERVE, matter=matter)) == entry_id(replace(SERVE, matter=later))


def test_different_things_have_different_entries() -> None:
    several = [SERVE, ENDS, ACROSS_THE_CLOCKS, replace(SERVE, about="2"), replace(SERVE, decision_id=DecisionId("d"))]
    assert len({entry_id(line) for line in several}) == 5


def test_a_line_without_a_day_has_no_entry() -> None:
    assert days([replace(SERVE, act_by=None)]) == {}


@pytest.mark.parametrize("zone", ["Europe/London", "Pacific/Kiritimati", "America/Los_Angeles"])
def test_the_day_is_the_same_day_wherever_the_file_is_made_and_read(zone: str) -> None:
    made_there = render([SERVE, ACROSS_THE_CLOCKS], AT.astimezone(ZoneInfo(zone)).astimezone(UTC), 7)
    assert made_there == render([SERVE, ACROSS_THE_CLOCKS], AT, 7)
    midnights = [
        datetime.combine(entry.decoded("dtstart"), datetime.min.time(), ZoneInfo(zone))
        for entry in entries(made_there).values()
    ]
    assert [each.date() for each in midnights] == [SERVE.act_by, ACROSS_THE_CLOCKS.act_by]
    shown = vobject.readOne(made_there.decode()).vevent_list
    assert [type(each.dtstart.value) for each in shown] == [date, date]
