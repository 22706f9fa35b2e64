"""The verbs that follow returns, with arguments drawn by chance: some are done, some are refused."""

from datetime import date, timedelta
from decimal import Decimal
from random import Random

from db.changes import Author, Changed
from db.operations.following import (
    accept_return,
    answer_query,
    escalate,
    keep_profile,
    override_rating,
    raise_queries,
    remind,
    rename_profile,
    settle,
)
from db.operations.measures import define_measures
from db.operations.publish import record_published
from db.operations.withdraw import restore_contract, withdraw_contract
from db.register import Register
from db.rules.contract import Contract
from db.rules.decision import ContractId
from db.rules.decision_facts import Published
from db.rules.ladder import Escalation, Rung
from db.rules.monitoring import Measure, MeasureId, MeasureUnit, MonitoringReturn, quarter_of
from db.rules.outcome import Outcome
from db.rules.queries import Query
from db.rules.rating_override import Override
from db.rules.rating_rules import DATA_ONLY, TargetAndFloor
from db.rules.refusal import Refusal
from db.rules.targets import Direction, Target


def _contract(register: Register, chance: Random) -> Contract:
    return chance.choice([each for each in register.contracts.all() if isinstance(each, Contract)])


def _return(register: Register, chance: Random) -> MonitoringReturn:
    returns = register.returns.all()
    if not returns:
        raise Refusal("No return came in yet.")
    return chance.choice(returns)


def _day(chance: Random) -> date:
    return date(2026, 1, 1) + timedelta(days=chance.randrange(90))


def _define_measures(register: Register, by: Author, chance: Random) -> Changed:
    contract = _contract(register, chance)
    target = Target(_day(chance), Decimal(chance.randrange(100)))
    name, rule = chance.choice(("People seen", "Waits", "")), chance.choice((DATA_ONLY, TargetAndFloor()))
    targets = (target,) * chance.randrange(3)
    new = Measure(MeasureId(""), name, MeasureUnit.COUNT, Direction.HIGHER, targets=targets, rule=rule)
    kept = register.returns.measures(contract.id)
    return define_measures(register, by, contract.id, (*kept[chance.randrange(2) :], new))


def _remind(register: Register, by: Author, chance: Random) -> Changed:
    owed = ((_contract(register, chance).id, quarter_of(_day(chance))),) * chance.randrange(2)
    return remind(register, by, owed, _day(chance))


def _raise_queries(register: Register, by: Author, chance: Random) -> Changed:
    asked = (Query("Return", "C5", "12", "Is it so few?"),) * chance.randrange(3)
    return raise_queries(register, by, _return(register, chance).id, asked, _day(chance))


def _answer_query(register: Register, by: Author, chance: Random) -> Changed:
    queries = register.following.queries(_return(register, chance).id)
    if not queries:
        raise Refusal("Nothing was asked.")
    return answer_query(register, by, chance.choice(queries).id, _day(chance), "It is so")


def _accept_return(register: Register, by: Author, chance: Random) -> Changed:
    came = _return(register, chance)
    return accept_return(register, by, came.contract_id, came.period, _day(chance))


def _override_rating(register: Register, by: Author, chance: Random) -> Changed:
    contract, made_on = _contract(register, chance), _day(chance)
    measures = register.returns.measures(contract.id)
    measure_id = measures[0].id if measures else MeasureId("none")
    own = Override(chance.choice((Outcome.GREEN, Outcome.RED)), "As agreed", made_on, made_on + timedelta(days=9))
    return override_rating(register, by, contract.id, measure_id, quarter_of(made_on), own)


def _keep_profile(register: Register, by: Author, chance: Random) -> Changed:
    return keep_profile(register, by, _contract(register, chance).id, "Northway", chance.choice(("", "{}", "[]")))


def _rename_profile(register: Register, by: Author, chance: Random) -> Changed:
    contract_id = _contract(register, chance).id
    return rename_profile(register, by, contract_id, "Northway", chance.choice(("Southgate", "northway", "")), "{}")


def _escalate(register: Register, by: Author, chance: Random) -> Changed:
    taken = Escalation(chance.choice(list(Rung)), _day(chance), chance.choice(("", "Two quarters red")))
    return escalate(register, by, _contract(register, chance).id, taken)


def _settle(register: Register, by: Author, chance: Random) -> Changed:
    contract = _contract(register, chance)
    taken = [each for each, _ in register.following.escalations(contract.id)]
    return settle(register, by, contract.id, chance.choice(taken or [""]), date(2026, 6, 1))


def _record_published(register: Register, by: Author, chance: Random) -> Changed:
    decision = chance.choice(register.decisions.all())
    return record_published(register, by, decision.id, Published(_day(chance)))


def _withdraw_contract(register: Register, by: Author, chance: Random) -> Changed:
    if len(register.contracts.all()) < 3:
        raise Refusal("The walk keeps two contracts.")
    because = chance.choice(("Entered twice", "", ""))
    return withdraw_contract(register, by, _contract(register, chance).id, _day(chance), because)


def _restore_contract(register: Register, by: Author, chance: Random) -> Changed:
    out = [each.id for each in register.contracts.withdrawn()]
    return restore_contract(register, by, chance.choice(out or [ContractId("none")]))


FOLLOWING_ACTS = (
    _define_measures, _remind, _raise_queries, _answer_query, _accept_return, _override_rating, _keep_profile,
    _rename_profile, _escalate, _settle, _record_published, _withdraw_contract, _restore_contract,
)  # fmt: skip
