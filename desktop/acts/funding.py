"""Planning what partners will pay for a contract."""

from PySide6.QtWidgets import QWidget

from db.changes import Changed
from db.operations.money import YearAmount
from db.operations.plan_funding import plan_funding as plan_funding_verb
from db.rules.dates import year_of
from db.rules.decision import ContractId
from db.rules.refusal import Refusal
from desktop.acts.carrying_out import carry_out, looked_up
from desktop.desk import Desk
from desktop.dialogs.plan_funding_dialog import PlanFundingDialog


def plan_funding(desk: Desk, parent: QWidget | None, contract_id: ContractId) -> Changed | None:
    """Plan what partners pay in years that no decision has approved yet."""
    dialog = looked_up(parent, lambda: _dialog(desk, parent, contract_id))

    def attempt(amounts: tuple[YearAmount, ...]) -> Changed:
        return desk.act(plan_funding_verb, contract_id, amounts)

    return carry_out(desk, dialog, attempt) if dialog else None


def _dialog(desk: Desk, parent: QWidget | None, contract_id: ContractId) -> PlanFundingDialog:
    contract = desk.register.contracts.by_id(contract_id)
    partners = tuple(each.name for each in desk.register.partners.all())
    if not contract.parts or not (partners or contract.annual_values):
        what = "parts" if not contract.parts else "funding partners"
        raise Refusal(f"{contract.reference} has no {what} recorded, so there is nothing to plan funding for.")
    return PlanFundingDialog(contract, partners, year_of(desk.day), parent)
