"""A power that a decision delegates, in words."""

from collections.abc import Iterator, Mapping

from db.rules.dates import show_day
from db.rules.decision import ContractId
from db.rules.delegation import Delegation
from db.rules.money import show_pounds

References = Mapping[ContractId, str]
"""The reference of each contract, by its id."""


def headline(delegation: Delegation) -> str:
    """What is delegated, and to whom: b) use an extension option: Corporate Director."""
    limb = f"{delegation.limb} " if delegation.limb else ""
    return (
        f"{limb}{delegation.power.value}, to {delegation.delegate}"
        if delegation.delegate
        else f"{limb}{delegation.power.value}"
    )


def limits(delegation: Delegation, references: References) -> str:
    """The limits set on it, in one sentence; what sets no limit is left out."""
    found = list(_limits(delegation, references))
    return f"{'; '.join(found)}." if found else "No limit is recorded."


def _limits(delegation: Delegation, references: References) -> Iterator[str]:
    if delegation.contract_ids:
        yield ", ".join(
            references.get(ContractId(each), "a contract not in the register") for each in delegation.contract_ids
        )
    if delegation.option_number is not None:
        yield f"option {delegation.option_number}"
    if delegation.within:
        yield f"within {delegation.within}"
    if delegation.most_pence is not None:
        yield f"at most {show_pounds(delegation.most_pence)}"
    if delegation.in_consultation_with:
        yield f"in consultation with {', '.join(delegation.in_consultation_with)}"
    if delegation.until:
        yield f"until {show_day(delegation.until)}"
    if delegation.is_once:
        yield "once for each contract"
