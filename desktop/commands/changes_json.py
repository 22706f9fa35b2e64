"""What changed, in an edited workbook or between two days, and what was taken out, as the keys `--json` promises."""

from collections.abc import Iterable
from datetime import UTC, date
from typing import Any

from db.looking_back import Told
from db.own_workbook.changes import Edit, Incoming
from db.rules.contract import Withdrawn
from db.rules.sheets.columns import Value

Values = dict[str, Any]


def incoming_values(incoming: Incoming) -> Values:
    """What an edited workbook asks for."""
    return {
        "notes": list(incoming.notes),
        "changes": [_edit(each) for each in incoming.changes],
        "conflicts": [{**_edit(each), "register": _plain(each.ours)} for each in incoming.conflicts],
        "not_applied": [
            {"sheet": each.sheet, "cell": each.cell, "row": each.name, "field": each.title, "why": each.sentence}
            for each in incoming.not_applied
        ],
        "added": [{"sheet": each.sheet, "row": each.name, "command": each.by} for each in incoming.added],
        "removed": [{"sheet": each.sheet, "row": each.name, "command": each.by} for each in incoming.removed],
    }


def difference_values(found: Iterable[Told], first: date, last: date) -> Values:
    """What changed between the ends of two days."""
    return {"since_on": first.isoformat(), "until_on": last.isoformat(), "changes": [_told(each) for each in found]}


def taken_out_values(found: Iterable[Withdrawn]) -> Values:
    """The contracts that were taken out."""
    return {
        "taken_out": [
            {"contract": each.reference, "title": each.title, "taken_out_on": each.withdrawn_on.isoformat(),
             "because": each.because}
            for each in found
        ]
    }  # fmt: skip


def _edit(edit: Edit) -> Values:
    return {
        "sheet": edit.spot.sheet,
        "cell": edit.cell,
        "row": edit.name,
        "field": edit.spot.title,
        "was": _plain(edit.was),
        "workbook": _plain(edit.theirs),
    }


def _told(told: Told) -> Values:
    found = told.difference
    return {
        "sheet": found.sheet,
        "row": found.name,
        "how": found.how.value,
        "field": found.title,
        "was": _plain(found.before),
        "became": _plain(found.after),
        "entry": told.entry,
        "at": told.at.astimezone(UTC).isoformat(timespec="milliseconds") if told.at else None,
        "officer": told.officer,
        "post": told.post,
        "sentence": told.sentence,
    }


def _plain(value: Value) -> Any:
    return value.isoformat() if isinstance(value, date) else value
