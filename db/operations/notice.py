"""Give notice on a contract, or record the notice a provider gave."""

from datetime import date

from db.changes import Author, Changed
from db.operations.add_contract import check_term
from db.operations.record_decision import NewEffect, write_effect
from db.register import Register
from db.rules.contract import Side
from db.rules.dates import show_day
from db.rules.decision import ContractId, DecisionId, EffectKind
from db.rules.notice import notice_ending
from db.rules.words import clean_line


def give_notice(
    register: Register,
    by: Author,
    contract_id: ContractId,
    given_by: Side,
    served_on: date,
    *,
    method: str = "",
    decision_id: DecisionId | None = None,
) -> Changed:
    """Record notice served on a day; the contract's last day follows from its notice term.

    Raises:
        Refusal: as rules.notice.notice_ending, or there is no such decision.
    """
    contract = register.contracts.by_id(contract_id)
    if decision_id:
        register.decisions.by_id(decision_id)
    check_term(served_on, None)
    ending = notice_ending(contract, given_by, served_on)
    days = f"served {show_day(served_on)}, ends it {show_day(ending.day)}"
    sentence = f"Notice by the {given_by} on {contract.reference}, {days}"
    with register.acting(by, "give notice", sentence) as ledger:
        ledger.insert(
            "notice",
            {
                "contract_id": contract_id,
                "decision_id": decision_id,
                "given_by": given_by.value,
                "served_on": served_on.isoformat(),
                "ends_on": ending.day.isoformat(),
                "method": clean_line(method, "Method of service"),
            },
        )
        if decision_id:
            effect = NewEffect(contract_id, EffectKind.GIVES_NOTICE, f"Notice served {show_day(served_on)}")
            write_effect(register, ledger, decision_id, effect)
        return ledger.close()
