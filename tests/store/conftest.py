"""A register with something in every table and every kind of journal entry."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from db.incoming.plan import plan
from db.operations.bring_in import bring_in, known_to
from db.operations.extend import extend_contracts
from db.operations.following import escalate, keep_profile, override_rating, raise_queries, remind
from db.operations.measures import define_measures
from db.operations.notice import give_notice
from db.operations.providers import add_alias
from db.operations.record_decision import record_decision
from db.operations.returns import NewReturn, expect_returns, import_return, set_measures
from db.operations.undo import redo, undo
from db.operations.vary import NewVariation, vary
from db.register import Register
from db.returns.workbook import read_content
from db.rules.contract import Side
from db.rules.decision import ContractId, Saving
from db.rules.ladder import Escalation, Rung
from db.rules.money import Pence
from db.rules.monitoring import MeasureUnit, Reading, quarter_of
from db.rules.outcome import Outcome
from db.rules.queries import Query
from db.rules.rating_override import Override
from db.rules.targets import Target
from tests.operations.beginnings import RUNNING, begun, copy_of, decision, keep_a_diary, keep_a_record, officer


def go_on(register: Register) -> Register:
    """Take a begun register through the other verbs, until every table has a row."""
    contract, provider = register.contracts.get(RUNNING), register.providers.get("Northway")
    add_alias(register, officer(1), provider.id, "Northway CIC", "their letterhead")
    saving = Saving("Staff", "Fewer posts", Pence(1_00))
    record_decision(register, officer(1), replace(decision("26/00007"), savings=(saving,)))
    extend_contracts(register, officer(2), (contract.id,), register.decisions.get("26/00007").id)
    vary(register, officer(3), contract.id, NewVariation("Two sites, not three", decided_on=date(2026, 2, 3)))
    give_notice(register, officer(4), contract.id, Side.COUNCIL, date(2026, 2, 4), method="By hand")
    set_measures(register, officer(5), contract.id, (("People seen", MeasureUnit.COUNT),))
    expect_returns(register, officer(6), contract.id, date(2025, 10, 1), 30)
    reading = Reading("People seen", MeasureUnit.COUNT, Decimal(12), "Return", "C5")
    period = quarter_of(date(2025, 10, 1))
    new = NewReturn(contract.id, "Northway", period, date(2026, 1, 9), "q3.xlsx", b"a workbook", (reading,))
    import_return(register, officer(7), new)
    follow(register, contract.id)
    keep_a_record(register)
    keep_a_diary(register)
    bring_a_register_in(register)
    undo(register, officer(8))
    redo(register, officer(9))
    return register


def bring_a_register_in(register: Register) -> None:
    """Bring in a register of one good row and one that waits."""
    content = b"Reference,Title,End date\nB-1,Brought in,31 March 2030\nB-2,Waits,cancelled\n"
    found = plan(read_content(content, "register.csv"), known_to(register), officer().at.date())
    bring_in(register, officer(), found, content)


def follow(register: Register, contract_id: ContractId) -> None:
    """Do everything that is done about a return that came in."""
    [measure] = register.returns.measures(contract_id)
    target = Target(date(2025, 4, 1), Decimal(10))
    define_measures(register, officer(7), contract_id, (replace(measure, targets=(target,)),))
    [came] = register.returns.all()
    raise_queries(register, officer(7), came.id, (Query("Return", "C5", "12", "Is it so few?"),), date(2026, 1, 10))
    remind(register, officer(7), ((contract_id, came.period),), date(2026, 1, 5))
    own = Override(Outcome.AMBER, "A new service", date(2026, 1, 10), date(2026, 3, 31))
    override_rating(register, officer(7), contract_id, measure.id, came.period, own)
    keep_profile(register, officer(7), contract_id, "Northway", "{}")
    escalate(register, officer(7), contract_id, Escalation(Rung.QUERY, date(2026, 1, 10), "Few were seen"))


@pytest.fixture(scope="package")
def full() -> Iterator[Register]:
    """A register with something in every table, to look at and not to write."""
    with begun() as register:
        yield go_on(register)


@pytest.fixture
def own_full(full: Register) -> Iterator[Register]:
    """The same, of the test's own."""
    with copy_of(full) as register:
        yield register
