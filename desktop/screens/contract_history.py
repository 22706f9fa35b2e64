"""A contract's journal in words: who changed what and when, before and after."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from db.register import Register
from db.rules.dates import show_day
from db.rules.decision import ContractId
from db.rules.money import Pence, show_pounds

Row = Mapping[str, str | int | None]

_THINGS = {
    "contract": "Contract", "contract_holder": "Provider", "part": "Part", "extension_option": "Option",
    "notice_term": "Notice term", "decision_effect": "Decision’s effect", "extension": "Extension",
    "variation": "Variation", "notice": "Notice", "funding": "Funding", "annual_value": "Annual value",
    "measure": "Measure", "return_schedule": "Returns expected", "monitoring_return": "Return",
}  # fmt: skip
_NAMES = {
    "initial_ends_on": "first term ends", "ended_on": "ended", "starts_on": "starts", "ends_on": "ends",
    "decided_on": "decided", "effective_on": "takes effect", "served_on": "served", "received_on": "received",
    "days_allowed": "days allowed", "first_day": "first day", "given_by": "given by", "manager": "contract manager",
    "pence": "amount", "number": "number",
}  # fmt: skip
_UNSAID = {"id", "version", "position", "file_sha256", "withdrawn"}
MOST = 8
"""Lines an entry shows before it says how many more there are."""


@dataclass(frozen=True, slots=True)
class HistoryEntry:
    """One act of one officer: when and by whom, the sentence, and what it changed, a line each."""

    when: str
    sentence: str
    lines: tuple[str, ...]


def history_of(register: Register, contract_id: ContractId) -> tuple[HistoryEntry, ...]:
    """Every entry of the journal that touched a contract, newest first."""
    return tuple(
        HistoryEntry(
            _when(each.at, each.officer, each.post),
            each.sentence,
            shortened([line for row in each.changes for line in changed(row.table, row.before, row.after)]),
        )
        for each in register.journal.touching(register.contracts.row_ids(contract_id))
    )


def shortened(lines: Sequence[str]) -> tuple[str, ...]:
    """The first lines, and how many more there are."""
    return tuple(lines) if len(lines) <= MOST else (*lines[: MOST - 1], f"and {len(lines) - MOST + 1} more")


def changed(table: str, before: Row | None, after: Row | None) -> Iterator[str]:
    """What changed in one row, before → after, or what was added or taken back."""
    thing = _THINGS.get(table, table.replace("_", " ").capitalize())
    if before is not None and after is not None:
        for name, value in after.items():
            if value != before.get(name) and not _is_unsaid(name):
                yield f"{thing}, {_name(name)}: {_shown(name, before.get(name))} → {_shown(name, value)}"
        return
    row = after or before or {}
    facts = [f"{_name(name)} {_shown(name, value)}" for name, value in row.items() if value and not _is_unsaid(name)]
    if facts:
        yield f"{thing} {'added' if before is None else 'taken back'}: {', '.join(facts)}"


def _when(at: datetime, officer: str, post: str) -> str:
    local = at.astimezone()
    return f"{show_day(local.date())}, {local:%H:%M} · {', '.join(filter(None, (officer, post)))}"


def _is_unsaid(name: str) -> bool:
    return name in _UNSAID or name.endswith("_id")


def _name(name: str) -> str:
    return _NAMES.get(name, name.replace("_", " "))


def _shown(name: str, value: object) -> str:
    if value in (None, ""):
        return "blank"
    if name == "pence" and isinstance(value, int):
        return show_pounds(Pence(value))
    if (name.endswith("_on") or name == "first_day") and isinstance(value, str):
        return show_day(date.fromisoformat(value))
    return f"“{value}”" if isinstance(value, str) and " " in value else str(value)
