"""Choosing the contract an act is about, where the screen is not about one contract."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QMenu, QWidget

from db.rules.contract import Contract
from db.rules.decision import ContractId
from desktop.desk import Desk

Act = Callable[[Desk, QWidget, ContractId], object]


def contract_menu(menu: QMenu, desk: Desk, chosen: ContractId | None, act: Act, parent: QWidget) -> None:
    """Fill a menu with the contracts, the chosen one first; each entry does the act."""
    menu.clear()
    menu.setToolTipsVisible(True)
    contracts = [each for each in desk.register.contracts.all() if isinstance(each, Contract)]
    first = [each for each in contracts if each.id == chosen]
    for contract in first:
        _add(menu, contract, desk, act, parent)
    if first:
        menu.addSeparator()
    for contract in contracts:
        if contract.id != chosen:
            _add(menu, contract, desk, act, parent)
    if not contracts:
        menu.addAction("No contract is recorded yet").setEnabled(False)


def _add(menu: QMenu, contract: Contract, desk: Desk, act: Act, parent: QWidget) -> None:
    entry = menu.addAction(contract.reference.replace("&", "&&"), partial(act, desk, parent, contract.id))
    entry.setToolTip(contract.title)
