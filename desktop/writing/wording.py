"""The usual wording of a record, filled from what the register knows; what it cannot know stays a gap to fill."""

import re
from collections.abc import Iterable

from db.rules.contract import Contract
from db.rules.dates import Unit, show_day, show_length
from db.rules.decision import Decision
from db.rules.delegation import Delegation

Values = dict[str, str]
"""What each name in a wording stands for; empty where it is not known."""

_NAMED = re.compile(r"\{([a-z_]+)\}")
_ASKED = {
    "starts_on": "the first day",
    "ends_on": "the last day",
    "length": "the length",
    "title": "the contract",
    "delegate": "the post delegated to",
    "post": "the post",
    "number": "the decision’s number",
    "partners": "the funding partners",
}


def values_of(decision: Decision, contracts: Iterable[Contract], limb: Delegation | None = None) -> Values:
    """What a decision, the contracts it acts on and the power it rests on say."""
    affected = [each for each in contracts if each.id in {effect.contract_id for effect in decision.effects}]
    used = [(each, one) for each in affected for one in each.extensions if one.decision_id == decision.id]
    periods = list(dict.fromkeys(one.period for _, one in used))
    months = {option.months for each, one in used for option in each.options if option.id == one.option_id}
    partners = dict.fromkeys(
        line.partner for each in affected for line in each.funding if line.decision_number == decision.number
    )
    one = periods[0] if len(periods) == 1 else None
    return {
        "title": _listed(dict.fromkeys(effect.contract_title for effect in decision.effects)),
        "starts_on": show_day(one.starts_on) if one else "",
        "ends_on": show_day(one.ends_on) if one else "",
        "length": show_length(months.pop(), Unit.MONTHS) if len(months) == 1 else "",
        "post": decision.maker_post,
        "delegate": limb.delegate if limb else "",
        "number": decision.relates_to_number,
        "partners": _listed(partners),
    }


def filled(wording: str, values: Values) -> str:
    """A wording with its names filled; one that is not known is left as “[insert …]”, which is never signed."""

    def fill(found: re.Match[str]) -> str:
        name = found[1]
        return values.get(name) or f"[insert {_ASKED.get(name, name.replace('_', ' '))}]"

    return _NAMED.sub(fill, wording)


def _listed(names: Iterable[str]) -> str:
    found = [each for each in names if each]
    return f"{', '.join(found[:-1])} and {found[-1]}" if len(found) > 1 else "".join(found)
