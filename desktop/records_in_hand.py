"""A decision gathered with all that its record is checked against. No Qt: the command line uses it too."""

from datetime import date

from db.register import Register
from db.rules.contract import Contract
from db.rules.decision import Decision
from db.rules.decision_rules import rules_from
from db.rules.record import record_of
from db.rules.record_in_hand import RecordInHand
from db.rules.working_days import BankHolidays


def in_hand(register: Register, decision: Decision, day: date, holidays: BankHolidays) -> RecordInHand:
    """A decision as the register has it, to be checked as on a day by the council's own rules."""
    contracts = tuple(each for each in register.contracts.all() if isinstance(each, Contract))
    rules = rules_from(register.diaries.settings())
    return RecordInHand(
        decision,
        day,
        decisions=register.decisions.all(),
        contracts=contracts,
        funding=record_of(decision, contracts).funding,
        providers=register.providers.all(),
        holidays=holidays,
        key_threshold=rules.key_threshold,
        call_in=rules.call_in,
    )
