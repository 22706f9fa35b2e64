"""Trying a variation out before it is decided, then applying it with the decision drafted for it."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from db.changes import Changed
from db.operations.apply_what_if import apply_what_if
from db.rules.award_facts import AwardFacts
from db.rules.contract import Contract
from db.rules.decision import ContractId
from desktop.acts.award import record_award
from desktop.acts.carrying_out import carry_out, looked_up
from desktop.desk import Desk
from desktop.dialogs.what_if_dialog import WhatIfAsked, WhatIfDialog


def what_if(desk: Desk, parent: QWidget | None, contract_ids: Sequence[ContractId]) -> Changed | None:
    """Try a variation on contracts; nothing is written until it is applied."""
    contracts = looked_up(parent, lambda: [desk.register.contracts.by_id(each) for each in contract_ids])
    if not contracts:
        return None
    partners = tuple(each.name for each in desk.register.partners.all())
    decisions = desk.register.decisions.all()
    dialog = WhatIfDialog(contracts, decisions, partners, desk.day, _facts(desk, contracts), parent)
    dialog.wanted_award.connect(lambda: _record_awards(desk, dialog, contracts))

    def attempt(asked: WhatIfAsked) -> Changed:
        return desk.act(apply_what_if, asked.proposals, asked.draft, asked.wording)

    return carry_out(desk, dialog, attempt)


def _facts(desk: Desk, contracts: Sequence[Contract]) -> dict[ContractId, AwardFacts | None]:
    return {each.id: desk.register.diaries.award(each.id) for each in contracts}


def _record_awards(desk: Desk, dialog: WhatIfDialog, contracts: Sequence[Contract]) -> None:
    """One contract after the other, those not recorded first; going back ends it."""
    facts = _facts(desk, contracts)
    for each in [each for each in contracts if facts[each.id] is None] or contracts:
        if record_award(desk, dialog, each.id) is None:
            break
    dialog.renew_facts(_facts(desk, contracts))
