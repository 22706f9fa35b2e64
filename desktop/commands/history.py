"""A contract's history from the journal, as text and as the keys that `history --json` promises."""

from datetime import UTC
from typing import Any

from db.register import Register
from db.rules.contract import Contract
from db.rules.dates import show_day
from db.rules.history_lines import changed

Values = dict[str, Any]


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
        lines += [f"    {line}" for row in each.changes for _, line in changed(row.table, row.before, row.after)]
    return "\n".join(lines)
