"""A contract's journal in words: who changed what and when, before and after."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from db.register import Register
from db.rules.dates import show_day
from db.rules.decision import ContractId
from db.rules.details import FIELDS
from db.rules.history_lines import Row, changed, shown
from db.rules.history_words import name_of

_OF_OTHERS = {"measure", "return_schedule", "monitoring_return"}
"""Tables of what providers are asked and say: no instrument of the contract changes them."""
MOST = 8
"""Lines an entry shows before it says how many more there are."""


@dataclass(frozen=True, slots=True)
class HistoryLine:
    """What one act changed in one field, and putting it back."""

    words: str
    restored: str = ""
    """What putting it back brings, such as "contract manager: A. Manager"; empty where nothing is put back."""
    field: str = ""
    before_entry: int = 0
    """The entry of the journal after which the field held it."""
    why_not: str = ""
    """Why it cannot be put back; empty where it can, or where there is nothing to put back."""


@dataclass(frozen=True, slots=True)
class HistoryEntry:
    """One act of one officer: when and by whom, the sentence, and what it changed, a line each."""

    when: str
    sentence: str
    lines: tuple[HistoryLine, ...]


def history_of(register: Register, contract_id: ContractId) -> tuple[HistoryEntry, ...]:
    """Every entry of the journal that touched a contract, newest first."""
    now = register.contracts.details(contract_id)
    why_not = register.read_only_because
    return tuple(
        HistoryEntry(
            _when(each.at, each.officer, each.post),
            each.sentence,
            shortened(
                [
                    line
                    for row in each.changes
                    for line in _lines(each.seq, row.table, row.before, row.after, now, why_not)
                ]
            ),
        )
        for each in register.journal.touching(register.contracts.row_ids(contract_id))
    )


def shortened(lines: Sequence[HistoryLine]) -> tuple[HistoryLine, ...]:
    """The first lines, and how many more there are."""
    return (
        tuple(lines) if len(lines) <= MOST else (*lines[: MOST - 1], HistoryLine(f"and {len(lines) - MOST + 1} more"))
    )


def _lines(
    seq: int, table: str, before: Row | None, after: Row | None, now: Mapping[str, object], why_not: str
) -> Iterator[HistoryLine]:
    for name, words in changed(table, before, after):
        if not name or before is None:
            yield HistoryLine(words)
            continue
        because = why_not or _why_not_restored(table, name, before.get(name), now)
        yield HistoryLine(words, f"{name_of(table, name)}: {shown(name, before.get(name))}", name, seq - 1, because)


def _why_not_restored(table: str, field: str, was: object, now: Mapping[str, object]) -> str:
    if table in _OF_OTHERS:
        return "This is not put back by itself. Change it where it is kept, or undo the act."
    if table != "contract" or field not in FIELDS:
        return "Only a decision, a variation, a notice or a correction of the terms changes this."
    return "It says that now." if now[field] == was else ""


def _when(at: datetime, officer: str, post: str) -> str:
    local = at.astimezone()
    return f"{show_day(local.date())}, {local:%H:%M} · {', '.join(filter(None, (officer, post)))}"
