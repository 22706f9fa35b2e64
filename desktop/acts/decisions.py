"""Recording decisions, the powers they delegate, their numbers, their signatures, and their records as PDF."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtWidgets import QWidget

from db.changes import Changed
from db.operations.numbers import note_number as note_number_verb
from db.operations.record_decision import record_decision as record_decision_verb
from db.operations.record_decision import record_signature as record_signature_verb
from db.operations.write_record import write_record
from db.rules.contract import Contract
from db.rules.decision import ContractId, DecisionId
from desktop.acts.carrying_out import carry_out, looked_up
from desktop.acts.publishing import save_version
from desktop.desk import Desk
from desktop.dialogs.decision_dialog import DecisionDialog
from desktop.dialogs.delegations_dialog import DelegationsDialog
from desktop.dialogs.number_dialog import NumberDialog
from desktop.dialogs.small_dialogs import SignatureDialog
from desktop.publishing.versions import Version, record_in


def record_decision(
    desk: Desk, parent: QWidget | None, contract_ids: Sequence[ContractId] = (), *, effects_follow: bool = False
) -> Changed | None:
    """Record a decision. `effects_follow`: the act it is recorded for adds its effects on the contracts itself."""
    contracts = [each for each in desk.register.contracts.all() if isinstance(each, Contract)]
    chosen = () if effects_follow else contract_ids
    decisions = desk.register.decisions
    dialog = DecisionDialog(contracts, decisions.all(), chosen, desk.day, parent, noted=decisions.noted_numbers())
    return carry_out(desk, dialog, lambda new: desk.act(record_decision_verb, new))


def grant_delegations(desk: Desk, parent: QWidget | None, decision_id: DecisionId) -> Changed | None:
    """Say which powers a decision delegates."""
    decision = looked_up(parent, lambda: desk.register.decisions.by_id(decision_id))
    if decision is None:
        return None
    contracts = [each for each in desk.register.contracts.all() if isinstance(each, Contract)]
    dialog = DelegationsDialog(decision, contracts, parent)
    return carry_out(desk, dialog, lambda limbs: desk.act(write_record, replace(decision, delegations=limbs)))


def note_number(desk: Desk, parent: QWidget | None, number: str = "") -> Changed | None:
    """Note where a number was used that no decision here has."""
    dialog = NumberDialog(number, parent)
    return carry_out(desk, dialog, lambda noted: desk.act(note_number_verb, noted.number, noted.reason))


def record_signature(desk: Desk, parent: QWidget | None, decision_id: DecisionId) -> Changed | None:
    """Record the day a decision's record was signed."""
    decision = looked_up(parent, lambda: desk.register.decisions.by_id(decision_id))
    if decision is None:
        return None
    dialog = SignatureDialog(decision, parent)
    return carry_out(desk, dialog, lambda day: desk.act(record_signature_verb, decision_id, day))


def record_pdf(desk: Desk, parent: QWidget | None, decision_id: DecisionId) -> None:
    """Save a decision's record as a PDF file: the signed one as it was filed, where one is."""
    decision = looked_up(parent, lambda: desk.register.decisions.by_id(decision_id))
    record = looked_up(parent, lambda: record_in(desk.register, decision)) if decision else None
    if record is not None:
        save_version(desk, parent, record, Version.FULL, ".pdf", "Save the record")
