"""How a contract was bought, what it says of service, and when its options must be used."""

from PySide6.QtWidgets import QWidget

from db.changes import Changed
from db.operations.award import record_award as record_award_verb
from db.operations.award import set_exercise as set_exercise_verb
from db.operations.award import set_service_clause as set_service_clause_verb
from db.rules.decision import ContractId
from desktop.acts.carrying_out import carry_out, looked_up, tell
from desktop.desk import Desk
from desktop.dialogs.award_dialogs import AwardDialog, ClauseDialog, ExerciseAsked, ExerciseDialog


def record_award(desk: Desk, parent: QWidget | None, contract_id: ContractId) -> Changed | None:
    """Record how a contract was bought, for the checks on changing it."""
    contract = looked_up(parent, lambda: desk.register.contracts.by_id(contract_id))
    if contract is None:
        return None
    dialog = AwardDialog(contract, desk.register.diaries.award(contract_id), parent)
    return carry_out(desk, dialog, lambda facts: desk.act(record_award_verb, contract_id, facts))


def set_service_clause(desk: Desk, parent: QWidget | None, contract_id: ContractId) -> Changed | None:
    """Record what a contract says of when a notice counts as served."""
    contract = looked_up(parent, lambda: desk.register.contracts.by_id(contract_id))
    if contract is None:
        return None
    dialog = ClauseDialog(contract, desk.register.diaries.service_clauses(contract_id), parent)
    return carry_out(desk, dialog, lambda clause: desk.act(set_service_clause_verb, contract_id, clause))


def set_exercise(desk: Desk, parent: QWidget | None, contract_id: ContractId, number: int = 0) -> Changed | None:
    """Record how long before the end an option must be used; without a number, the first is offered."""
    contract = looked_up(parent, lambda: desk.register.contracts.by_id(contract_id))
    if contract is None:
        return None
    if not contract.options:
        tell(parent, "No option", f"{contract.reference} has no option recorded. Correct its terms first.")
        return None

    def attempt(asked: ExerciseAsked) -> Changed:
        return desk.act(set_exercise_verb, contract_id, asked.number, asked.length, asked.unit, asked.source)

    return carry_out(desk, ExerciseDialog(contract, desk.day, number, parent), attempt)
