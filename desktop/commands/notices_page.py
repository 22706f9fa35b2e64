"""The log of notices, as text for people and as JSON keys."""

from collections.abc import Sequence
from typing import Any

from db.register import Register
from db.rules.contract import Contract, Notice
from db.rules.dates import show_day
from desktop.commands.saying import wrapped
from desktop.commands.things_json import iso

Given = tuple[Contract, Notice]


def given_in(register: Register) -> tuple[Given, ...]:
    """Every notice in a register with its contract, the one served last first."""
    contracts = (each for each in register.contracts.all() if isinstance(each, Contract))
    every = [(contract, notice) for contract in contracts for notice in contract.notices]
    return tuple(sorted(every, key=lambda pair: (pair[1].served_on, pair[0].reference), reverse=True))


def notices_page(given: Sequence[Given]) -> str:
    """The log as text, each notice with how its days were found."""
    text = [f"{len(given) or 'No'} notice{'s' * (len(given) != 1)}"]
    for contract, notice in given:
        text += ["", *wrapped(_said(contract, notice), "", "  ")]
        text += [line for step in notice.working for line in wrapped(f"- {step}", "  ", "    ")]
    return "\n".join(text)


def notices_values(given: Sequence[Given]) -> dict[str, Any]:
    """The log as JSON keys."""
    return {
        "notices": [
            {
                "contract": contract.reference,
                "title": contract.title,
                "side": notice.given_by.value,
                "method": notice.method or None,
                "sent_at": notice.sent_at or None,
                "served_on": iso(notice.served_on),
                "ends_on": iso(notice.ends_on),
                "decision": notice.decision_number or None,
                "working": list(notice.working),
            }
            for contract, notice in given
        ]
    }


def _said(contract: Contract, notice: Notice) -> str:
    how = f", {notice.method[0].lower()}{notice.method[1:]}" if notice.method else ""
    rests_on = f", by {notice.decision_number}" if notice.decision_number else ""
    return (
        f"{contract.reference}: by the {notice.given_by}, served {show_day(notice.served_on)}{how}{rests_on}; "
        f"ends it {show_day(notice.ends_on)}"
    )
