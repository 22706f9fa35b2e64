"""A matter as one line of the attention table: by when, how far off, and what would settle it."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from db.rules.attention import AttentionLine, Matter, Urgency
from db.rules.dates import show_day, show_short_day
from db.rules.marks import Mark, MarkKind, Sorted
from db.rules.words import counted
from desktop.look.palette import Tone
from desktop.screens import doing
from desktop.screens.screen import Place
from desktop.tables.columns import Chip, Column, chip_column, text_column, yielding

_RESTS = {
    MarkKind.SEEN: Chip(Tone.NEUTRAL, "Acknowledged"),
    MarkKind.PUT_OFF: Chip(Tone.NEUTRAL, "Put off"),
    MarkKind.DONE: Chip(Tone.DONE, "Done"),
}
TONES = {Urgency.OVERDUE: Tone.OVERDUE, Urgency.SOON: Tone.SOON, Urgency.LATER: Tone.LATER}

SETTLED_BY: dict[Matter, tuple[doing.ContractAct, ...]] = {
    Matter.UNREADABLE: (),
    Matter.PAST_END: (doing.VARY, doing.RECORD_END),
    Matter.OPTION: (doing.EXTEND,),
    Matter.OPTION_LAPSED: (doing.VARY,),
    Matter.DECIDE_BY: (doing.RECORD_DECISION, doing.EXTEND),
    Matter.SERVE_BY: (doing.GIVE_NOTICE,),
    Matter.NOTICE_UNSERVED: (doing.GIVE_NOTICE,),
    Matter.UNDER_NOTICE: (doing.RECORD_END,),
    Matter.ENDING: (doing.EXTEND, doing.VARY),
    Matter.UNSIGNED: (),
    Matter.RETURN_DUE: (doing.BLANK_RETURN, doing.IMPORT_RETURN),
    Matter.RETURN_LATE: (doing.IMPORT_RETURN, doing.BLANK_RETURN),
}
"""What settles each matter, the likeliest first."""


@dataclass(frozen=True, slots=True)
class AttentionRow:
    """A matter and how far its day is from the day looked from."""

    id: str
    line: AttentionLine
    far: str
    mark: Mark | None = None
    """What it rests on, where it rests."""

    @property
    def urgency(self) -> str:
        """How pressing it is."""
        return self.line.urgency.value


def open_rows(found: Sorted, day: date) -> list[AttentionRow]:
    """What is open, as rows, in its order."""
    return [AttentionRow(line.key, line, how_far(line.act_by, day)) for line in found.open]


def resting_rows(found: Sorted, day: date) -> list[AttentionRow]:
    """What rests, as rows, each with what it rests on."""
    return [AttentionRow(line.key, line, how_far(line.act_by, day), mark) for line, mark in found.resting]


def chip(row: AttentionRow) -> Chip:
    """How pressing it is, or how it rests."""
    if row.mark:
        return _RESTS[row.mark.kind]
    return Chip(TONES[row.line.urgency], row.line.urgency.value.capitalize())


def rests_on(mark: Mark) -> str:
    """What was done about a line, and when it opens again."""
    if mark.kind is MarkKind.PUT_OFF and mark.until:
        return f"Put off until {show_day(mark.until)}"
    return _RESTS[mark.kind].word


def how_far(by: date | None, day: date) -> str:
    """How far a day is from the day looked from: 15 days ago, today, in 12 days."""
    if by is None:
        return ""
    days = (by - day).days
    if days == 0:
        return "today"
    count = counted(abs(days), "days")
    return f"in {count}" if days > 0 else f"{count} ago"


def place_of(line: AttentionLine) -> Place:
    """Where a matter is looked at: its contract's page, or its decision."""
    return Place("contract", line.contract_id) if line.contract_id else Place("decisions", line.decision_id or "")


def summary(lines: Iterable[AttentionLine]) -> str:
    """How many lines are overdue and soon, in words."""
    counts = Counter(line.urgency for line in lines)
    return f"{counts[Urgency.OVERDUE]} overdue, {counts[Urgency.SOON]} in the next 90 days"


def _ordinal(row: AttentionRow) -> int:
    return row.line.act_by.toordinal() if row.line.act_by else 0


def _by_when(row: AttentionRow) -> str:
    return show_short_day(row.line.act_by) if row.line.act_by else ""


def _matter(row: AttentionRow) -> str:
    rests = rests_on(row.mark) if row.mark else ""
    return " · ".join(filter(None, (row.line.matter.value, row.far, _start(row.line), rests)))


def _start(line: AttentionLine) -> str:
    """Of a decision to take, the day its steps begin: the line's own last words, which a narrow column would cut."""
    return line.what.partition("; ")[2].rstrip(")") if line.matter is Matter.DECIDE_BY else ""


COLUMNS: tuple[Column[AttentionRow], ...] = (
    yielding(chip_column("Act by", chip, width=16, sort=_ordinal, under=_by_when), least=13),
    yielding(text_column("What", lambda row: row.line.what, width=36, stretch=True, under=_matter), least=28),
    yielding(
        text_column(
            "Contract",
            lambda row: row.line.contract_reference or row.line.decision_number,
            width=20,
            under=lambda row: row.line.contract_title,
        ),
        least=14,
    ),
    yielding(text_column("Provider", lambda row: row.line.providers, width=15), least=11, gives_way=1),
)
