"""What the procurement rules make of a proposal: warnings, each with its source. Never legal advice."""

from datetime import date

from db.rules.award_facts import AwardFacts, award_of
from db.rules.contract import Contract
from db.rules.modification import Change, Warned, due_on_change, warnings_on
from db.rules.money import Pence
from db.rules.standing import standing
from db.rules.what_if import Outcome, Proposed

EARLIER = Warned(
    "Earlier variations count together with this one for the limits; their value is not counted here.",
    "Public Contracts Regulations 2015 reg 72; Procurement Act 2023 s.75; SI 2023/1348 reg 13",
)


def change_of(proposed: Proposed, outcome: Outcome, ground: str = "", *, alters_scope: bool = False) -> Change:
    """A proposal as the rules on changing contracts look at it: its value over the contract's life, and its months."""
    own = (line for line in outcome.years if line.reference == proposed.contract.reference)
    value = Pence(-sum(line.saving for line in own))
    months = _months(proposed.contract, proposed.effective_on, proposed.ends_on)
    return Change(value, months, proposed.effective_on, short_ground(ground), alters_scope=alters_scope)


def warnings_of(
    proposed: Proposed, outcome: Outcome, facts: AwardFacts | None, ground: str = "", *, alters_scope: bool = False
) -> tuple[Warned, ...] | None:
    """What to settle before a proposal is made, and the notices it asks for; None: how it was bought is not recorded.

    Raises:
        Refusal: the original value is not above nothing.
    """
    award = award_of(proposed.contract, facts)
    if award is None:
        return None
    change = change_of(proposed, outcome, ground, alters_scope=alters_scope)
    due = tuple(Warned(f"{each.notice}: {each.what}.", each.source) for each in due_on_change(award, change))
    earlier = (EARLIER,) if proposed.contract.variations else ()
    return (*warnings_on(award, change), *due, *earlier)


def short_ground(ground: str) -> str:
    """A ground as officers write it, such as "regulation 72(1)(b)", as the rules name it: 72(1)(b)."""
    words = ground.lower().replace("regulation", " ").replace("reg.", " ").replace("reg ", " ")
    return "".join(words.split("of the")[0].split())


def _months(contract: Contract, day: date, ends_on: date | None) -> int:
    now = standing(contract, day).ends_on
    if now is None or ends_on is None:
        return 0
    return 12 * (ends_on.year - now.year) + ends_on.month - now.month
