"""Give notice on a contract, or record the notice a provider gave."""

from datetime import date, datetime

from db.changes import Author, Changed
from db.operations.add_contract import check_term
from db.operations.record_decision import NewEffect, write_effect
from db.register import Register
from db.rules.contract import Contract, Side
from db.rules.dates import show_day
from db.rules.decision import ContractId, DecisionId, EffectKind
from db.rules.notice import notice_ending
from db.rules.service_of_notice import ServiceRule, service_worked
from db.rules.words import clean_line
from db.rules.worked_day import WorkedDay
from db.rules.working_days import BankHolidays


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
    served = WorkedDay(served_on, ())
    return _give(register, by, contract, given_by, served, clean_line(method, "Method of service"), "", decision_id)


def send_notice(
    register: Register,
    by: Author,
    contract_id: ContractId,
    given_by: Side,
    sent: date | datetime,
    rule: ServiceRule,
    *,
    holidays: BankHolidays,
    decision_id: DecisionId | None = None,
) -> Changed:
    """Record notice sent one way on a day or at a moment; when it counts as served follows from the rule.

    Raises:
        Refusal: as give_notice, or the rule turns on the time of day and none is given.
        YearNotKnown: a year's bank holidays are not recorded.
    """
    contract = register.contracts.by_id(contract_id)
    served = service_worked(sent, rule, holidays=holidays)
    return _give(register, by, contract, given_by, served, rule.method, sent.isoformat(), decision_id)


def _give(
    register: Register,
    by: Author,
    contract: Contract,
    given_by: Side,
    served: WorkedDay,
    method: str,
    sent_at: str,
    decision_id: DecisionId | None,
) -> Changed:
    if decision_id:
        register.decisions.by_id(decision_id)
    check_term(served.day, None)
    ending = notice_ending(contract, given_by, served.day)
    days = f"served {show_day(served.day)}, ends it {show_day(ending.day)}"
    sentence = f"Notice by the {given_by} on {contract.reference}, {days}"
    with register.acting(by, "give notice", sentence) as ledger:
        ledger.insert(
            "notice",
            {
                "contract_id": contract.id,
                "decision_id": decision_id,
                "given_by": given_by.value,
                "served_on": served.day.isoformat(),
                "ends_on": ending.day.isoformat(),
                "method": method,
                "sent_at": sent_at,
                "working": "\n".join((*served.working, *ending.working)),
            },
        )
        if decision_id:
            effect = NewEffect(contract.id, EffectKind.GIVES_NOTICE, f"Notice served {show_day(served.day)}")
            write_effect(register, ledger, decision_id, effect)
        return ledger.close()
