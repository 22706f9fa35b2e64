"""A contract's history from the journal, as text and as the keys that `history --json` promises."""

from datetime import UTC
from typing import Any

from db.register import Register
from db.rules.contract import Contract
from db.rules.dates import show_day

Values = dict[str, Any]
Row = dict[str, str | int | None] | None
_KEPT_BY_THE_REGISTER = {"id", "version"}


def history_values(register: Register, contract: Contract) -> Values:
    """Every entry that touched a contract, newest first, with the rows before and after."""
    entries = register.journal.touching(register.contracts.row_ids(contract.id))
    return {
        "contract": contract.reference,
        "entries": [
            {
                "number": each.seq,
                "at": each.at.astimezone(UTC).isoformat(timespec="milliseconds"),
                "officer": each.officer,
                "post": each.post,
                "device": each.device,
                "verb": each.verb,
                "sentence": each.sentence,
                "kind": each.kind.value,
                "of_number": each.of_seq,
                "changes": [
                    {"table": row.table, "row": row.row_id, "before": row.before, "after": row.after}
                    for row in each.changes
                ],
            }
            for each in entries
        ],
    }


def history_page(register: Register, contract: Contract) -> str:
    """The same for people: a line an entry, and under it the fields that changed."""
    lines = [f"{contract.reference}: {contract.title}"]
    for each in register.journal.touching(register.contracts.row_ids(contract.id)):
        local = each.at.astimezone()
        lines += ["", f"{show_day(local.date())}, {local:%H:%M}  {each.officer}, {each.post}", f"  {each.sentence}"]
        lines += [f"    {line}" for row in each.changes for line in _changed(row.table, row.before, row.after)]
    return "\n".join(lines)


def _changed(table: str, before: Row, after: Row) -> list[str]:
    thing = table.replace("_", " ")
    if before is None or after is None:
        return [f"{thing} {'added' if before is None else 'taken back'}"]
    names = [name for name in after if name not in _KEPT_BY_THE_REGISTER and after[name] != before.get(name)]
    return [f"{thing}, {name.replace('_', ' ')}: {_said(before.get(name))} → {_said(after[name])}" for name in names]


def _said(value: str | int | None) -> str:
    return "not recorded" if value in (None, "") else f"“{value}”"
