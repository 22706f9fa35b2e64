"""The procurement checks on a proposed change, as they are told in a dialog."""

from collections.abc import Mapping, Sequence

from db.rules.award_facts import AwardFacts
from db.rules.decision import ContractId
from db.rules.refusal import Refusal
from db.rules.what_if import Proposed, what_if
from db.rules.what_if_checks import warnings_of
from desktop.dialogs.consequence import Told
from desktop.look.palette import Tone

NOTHING_YET: Told = (Tone.NEUTRAL, "Enter what changes and from when to see what the procurement rules ask.", ())


def procurement_told(
    proposals: Sequence[Proposed],
    facts: Mapping[ContractId, AwardFacts | None],
    ground: str,
    *,
    alters_scope: bool = False,
) -> list[Told]:
    """Each contract's warnings with their source, or that how it was bought is not recorded."""
    try:
        outcome = what_if(proposals) if proposals else None
    except Refusal:
        outcome = None
    if outcome is None:
        return [NOTHING_YET]
    told: list[Told] = []
    for each in proposals:
        reference = each.contract.reference
        try:
            found = warnings_of(each, outcome, facts.get(each.contract.id), ground, alters_scope=alters_scope)
        except Refusal as refusal:
            told.append((Tone.OVERDUE, f"{reference}: {refusal}", ()))
            continue
        if found is None:
            told.append((Tone.SOON, f"{reference}: how it was bought is not recorded, so nothing is checked.", ()))
        elif not found:
            told.append((Tone.DONE, f"{reference}: the checks find nothing to settle first.", ()))
        else:
            told += [(Tone.SOON, f"{reference}: {one.warning}", (f"{one.source}.",)) for one in found]
    return told
