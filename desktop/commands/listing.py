"""The contracts of a register in a line each, as text and as the keys that `list --json` promises."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from db.register import Register
from db.rules.contract import Contract, Unreadable
from db.rules.dates import show_day, show_short_day
from db.rules.decision import ContractId, Decision
from db.rules.money import Pence, show_pounds
from db.rules.words import counted
from desktop.commands.contract_json import contract_values
from desktop.commands.known import known_of
from desktop.commands.saying import aligned

Values = dict[str, Any]
_SHORT = ("reference", "title", "service", "status", "starts_on", "initial_ends_on", "ends_on", "maximum_end",
          "serve_by", "decide_by", "annual_value_pence", "proposed_annual_value_pence")  # fmt: skip


def list_values(register: Register, on: date) -> Values:
    """Every contract by reference, and what the readable ones come to a year."""
    decisions = _by_contract(register.decisions.all())
    lines = [_line(each, decisions.get(each.id, []), on) for each in register.contracts.all()]
    return {
        "seen_on": on.isoformat(),
        "contracts": lines,
        "annual_value_pence": sum(each["annual_value_pence"] or 0 for each in lines),
    }


def list_page(register: Register, on: date) -> str:
    """The same for people."""
    lines = list_values(register, on)
    rows: list[tuple[str, ...]] = [("Reference", "Status", "Ends", "At most", "A year", "Contract")]
    rows += [_row(each) for each in lines["contracts"]]
    total = show_pounds(Pence(lines["annual_value_pence"]))
    return "\n".join(
        [
            f"{counted(len(rows) - 1, 'contracts')} on {show_day(on)}, {total} a year recorded",
            "",
            *aligned(rows, right=frozenset({4})),
        ]
    )


def _by_contract(decisions: Iterable[Decision]) -> dict[ContractId, list[Decision]]:
    found: dict[ContractId, list[Decision]] = {}
    for decision in decisions:
        for contract_id in dict.fromkeys(effect.contract_id for effect in decision.effects):
            found.setdefault(contract_id, []).append(decision)
    return found


def _line(contract: Contract | Unreadable, decisions: Sequence[Decision], on: date) -> Values:
    if isinstance(contract, Unreadable):
        nothing = dict.fromkeys(_SHORT)
        return {**nothing, "reference": contract.reference, "providers": [], "problem": contract.problem}
    stated = contract_values(known_of(contract, decisions, (), on))
    providers = [each["name"] for each in stated["providers"]]
    return {**{name: stated[name] for name in _SHORT}, "providers": providers, "problem": None}


def _row(line: Values) -> tuple[str, ...]:
    value = line["annual_value_pence"]
    return (
        line["reference"],
        line["status"] or line["problem"],
        _short(line["ends_on"]),
        _short(line["maximum_end"]),
        show_pounds(Pence(value)) if value is not None else "",
        line["title"] or "",
    )


def _short(day: str | None) -> str:
    return show_short_day(date.fromisoformat(day)) if day else ""
