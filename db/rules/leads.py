"""How long before its day a matter comes into sight: by default, and as an officer sets it for a contract."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from db.rules.attention_line import AttentionLine, Matter
from db.rules.decision import ContractId
from db.rules.refusal import Refusal

FURTHEST = 731
"""Days: no lead is longer than twenty-four months."""

Leads = tuple[int, ...]
"""Days before the day to act, longest first: a matter comes into sight at the longest, and each shorter one reminds."""

USUAL: Mapping[Matter, Leads] = {
    Matter.OPTION: (365, 180, 90),
    Matter.SERVE_BY: (365, 180, 90),
    Matter.ENDING: (365, 180, 90),
    Matter.UNDER_NOTICE: (365, 90),
    Matter.DECIDE_BY: (365, 180, 90),
    Matter.RETURN_DUE: (365, 14),
}
"""The leads that come with the program, for the matters that have a day ahead of them."""


@dataclass(frozen=True, slots=True)
class LeadTimes:
    """The leads in force: the council's own for a matter, and a contract's own before those."""

    of_matter: Mapping[Matter, Leads] = field(default_factory=dict)
    of_contract: Mapping[tuple[ContractId, Matter], Leads] = field(default_factory=dict)

    def of(self, matter: Matter, contract_id: ContractId | None) -> Leads:
        """The leads of a matter on a contract: its own, else the council's, else the usual ones."""
        own = self.of_contract.get((contract_id, matter)) if contract_id else None
        return own or self.of_matter.get(matter) or USUAL.get(matter, (365,))


USUAL_LEADS = LeadTimes()


def leads(days: Iterable[int]) -> Leads:
    """Leads as an officer gives them, longest first, each once.

    Raises:
        Refusal: none is given, or one is not from 1 day to 24 months.
    """
    tidy = tuple(sorted(set(days), reverse=True))
    if not tidy or not all(1 <= each <= FURTHEST for each in tidy):
        raise Refusal(f"Enter lead times from 1 to {FURTHEST} days (24 months), such as 180 and 90.")
    return tidy


def reminded_on(line: AttentionLine, times: LeadTimes) -> tuple[date, ...]:
    """The days on which a line's leads begin, earliest first."""
    if line.act_by is None:
        return ()
    return tuple(line.act_by - timedelta(each) for each in times.of(line.matter, line.contract_id))
