"""Amounts given on a command line: whose they are, and whether they come to the totals stated."""

from collections.abc import Sequence
from dataclasses import replace

from db.operations.money import YearAmount
from db.rules.contract import Contract
from db.rules.decision import ContractId
from db.rules.funding import FundingLine, PartId, PartnerId, check_totals, funding_table
from db.rules.refusal import Refusal
from desktop.commands.written import Total


def owned(contracts: Sequence[Contract], amounts: Sequence[YearAmount]) -> tuple[tuple[ContractId, YearAmount], ...]:
    """Each amount with the contract whose part it names, as PART or as REF/PART.

    Raises:
        Refusal: none or several of the contracts have such a part.
    """
    return tuple(_owned(contracts, amount) for amount in amounts)


def check_stated(amounts: Sequence[YearAmount], totals: Sequence[Total]) -> None:
    """Hold amounts against totals stated for them.

    Raises:
        Refusal: the table does not add up, with the difference.
    """
    lines = [
        FundingLine(PartId(each.part), each.part, PartnerId(each.partner), each.partner, each.year, each.pence)
        for each in amounts
    ]
    check_totals(funding_table(lines), {each.name: each.pence for each in totals})


def _owned(contracts: Sequence[Contract], amount: YearAmount) -> tuple[ContractId, YearAmount]:
    found = [
        (each.id, replace(amount, part=part.name))
        for each in contracts
        for part in each.parts
        if amount.part.casefold() in {part.name.casefold(), f"{each.reference}/{part.name}".casefold()}
    ]
    if len(found) == 1:
        return found[0]
    have = ", ".join(f"{each.reference}/{part.name}" for each in contracts for part in each.parts) or "none"
    which = "Several of the contracts have" if found else "None of the contracts has"
    raise Refusal(f"{which} a part “{amount.part}”. Write one of: {have}.")
