"""Adding contracts, editing their details, correcting their terms, recording their end."""

from PySide6.QtWidgets import QWidget

from db.changes import Changed
from db.operations.add_contract import add_contract as add_contract_verb
from db.operations.correct_terms import correct_terms as correct_terms_verb
from db.operations.correct_terms import record_end as record_end_verb
from db.operations.edit_details import edit_details as edit_details_verb
from db.rules.contract import Contract
from db.rules.decision import ContractId
from desktop.acts.carrying_out import carry_out, looked_up
from desktop.acts.providers import add_provider
from desktop.desk import Desk
from desktop.dialogs.contract_dialog import ContractDialog
from desktop.dialogs.contract_edits import Correction, DetailsDialog, EndDialog, Ending, TermsDialog


def add_contract(desk: Desk, parent: QWidget | None) -> Changed | None:
    """Enter a contract."""
    register = desk.register
    services = sorted({each.service for each in register.contracts.all() if isinstance(each, Contract)} - {""})
    partners = tuple(each.name for each in register.partners.all())
    dialog = ContractDialog(register.providers.all(), partners, services, desk.day, parent)
    dialog.wanted_provider.connect(lambda: _add_provider_first(desk, dialog))
    return carry_out(desk, dialog, lambda new: desk.act(add_contract_verb, new))


def edit_details(desk: Desk, parent: QWidget | None, contract_id: ContractId) -> Changed | None:
    """Edit what may simply be changed of a contract."""
    contract = _contract(desk, parent, contract_id)
    if contract is None:
        return None

    def attempt(values: dict[str, str]) -> Changed:
        if not values:
            return Changed(f"Nothing of {contract.reference} was changed.", None)
        return desk.act(edit_details_verb, contract_id, contract.version, values)

    return carry_out(desk, DetailsDialog(contract, parent), attempt)


def correct_terms(desk: Desk, parent: QWidget | None, contract_id: ContractId) -> Changed | None:
    """Correct what was recorded of a contract's own terms."""
    contract = _contract(desk, parent, contract_id)
    if contract is None:
        return None

    def attempt(correction: Correction) -> Changed:
        return desk.act(correct_terms_verb, contract_id, correction.terms, correction.reason)

    return carry_out(desk, TermsDialog(contract, parent), attempt)


def record_end(desk: Desk, parent: QWidget | None, contract_id: ContractId) -> Changed | None:
    """Record that a contract has ended."""
    contract = _contract(desk, parent, contract_id)
    if contract is None:
        return None

    def attempt(ending: Ending) -> Changed:
        return desk.act(record_end_verb, contract_id, ending.ended_on, ending.reason)

    return carry_out(desk, EndDialog(contract, desk.day, parent), attempt)


def _contract(desk: Desk, parent: QWidget | None, contract_id: ContractId) -> Contract | None:
    return looked_up(parent, lambda: desk.register.contracts.by_id(contract_id))


def _add_provider_first(desk: Desk, dialog: ContractDialog) -> None:
    before = {each.id for each in desk.register.providers.all()}
    if add_provider(desk, dialog) is None:
        return
    providers = desk.register.providers.all()
    added = next((each.name for each in providers if each.id not in before), "")
    dialog.renew_providers(providers, added)
