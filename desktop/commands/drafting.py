"""The officer decision that a command drafts with an extension."""

from collections.abc import Sequence
from datetime import date

from db.calendar import bank_holidays
from db.operations.new_decision import NewDecision
from db.register import Register
from db.rules.authority import Rules
from db.rules.contract import Contract
from db.rules.decision import DecisionKind
from db.rules.decision_rules import rules_from
from db.rules.numbering import next_number
from db.rules.refusal import Refusal
from desktop.extension_draft import Maker, answer_for, drafted, maker_for, options_used, subject_for

NEXT = "next"


def draft_for(
    register: Register, contracts: Sequence[Contract], number: str, decided_on: date, named: Maker, officer: Maker
) -> NewDecision:
    """The decision, with its power, maker and words; “next” is the next free number.

    Raises:
        Refusal: no contract named can be extended by its next option.
    """
    decisions = register.decisions.all()
    used = options_used(contracts, decided_on)
    if not used:
        raise Refusal("None of the contracts named has an option to use. Only a variation can carry one further.")
    known = tuple(each for each in register.contracts.all() if isinstance(each, Contract))
    rules = Rules(bank_holidays(), rules_from(register.diaries.settings()).call_in)
    likely = answer_for(used[0], named.post, decided_on, decisions, known, rules)
    maker = named if named.post else maker_for(likely.delegation if likely else None, officer, decisions)
    answer = answer_for(used[0], maker.post, decided_on, decisions, known, rules)
    if number == NEXT:
        numbers = [each.number for each in decisions if each.number]
        number = next_number(DecisionKind.OFFICER, decided_on, numbers, register.decisions.noted_numbers())
    return drafted(number, subject_for(used), decided_on, maker, used, answer)
