"""Enter what partners are expected to pay in years that no decision has approved yet."""

from collections.abc import Sequence

from db.changes import Author, Changed
from db.operations.money import YearAmount, check_amount, check_year, part_id, partner_id
from db.register import Register
from db.rules.contract import Contract
from db.rules.dates import show_year
from db.rules.decision import ContractId
from db.rules.funding import PartId, PartnerId
from db.rules.refusal import Refusal
from db.store.journal import Ledger, Value

Key = tuple[PartId, PartnerId, int]


def plan_funding(register: Register, by: Author, contract_id: ContractId, amounts: Sequence[YearAmount]) -> Changed:
    """Plan what partners pay for parts of a contract in financial years; an amount replaces the one planned before.

    A decision that extends the contract takes over what was planned for its years.

    Raises:
        Refusal: nothing is entered, a decision approved that part, partner and year already, they stand there twice,
            or an amount or year is out of reach.
        NotFound: no such contract or part.
    """
    contract = register.contracts.by_id(contract_id)
    if not amounts:
        raise Refusal("Enter at least one amount to plan.")
    with register.acting(by, "plan funding", f"Planned funding of {contract.reference}") as ledger:
        keys = [_key(register, ledger, contract, amount) for amount in amounts]
        for key, amount in zip(keys, amounts, strict=True):
            _check(contract, key, amount)
            if keys.count(key) > 1:
                raise Refusal(f"{amount.partner} stands twice for {amount.part} in {show_year(amount.year)}.")
            _write(register, ledger, key, amount)
        return ledger.close()


def _key(register: Register, ledger: Ledger, contract: Contract, amount: YearAmount) -> Key:
    return part_id(contract, amount.part), partner_id(register, ledger, amount.partner), amount.year


def _check(contract: Contract, key: Key, amount: YearAmount) -> None:
    check_amount(amount.pence)
    check_year(amount.year)
    lines = (line for line in contract.funding if (line.part_id, line.partner_id, line.year) == key)
    if approved := next((line.decision_number for line in lines if line.decision_number), ""):
        raise Refusal(
            f"{approved} approved what {amount.partner} pays for {amount.part} in {show_year(amount.year)}. "
            "Vary the contract instead."
        )


def _write(register: Register, ledger: Ledger, key: Key, amount: YearAmount) -> None:
    part, partner, year = key
    planned = register.diaries.row_id("funding", part_id=part, partner_id=partner, year=str(year), decision_id=None)
    if planned:
        ledger.update("funding", planned, {"pence": amount.pence})
    else:
        values: dict[str, Value] = {
            "part_id": part,
            "partner_id": partner,
            "year": year,
            "pence": amount.pence,
            "decision_id": None,
        }
        ledger.insert("funding", values)
