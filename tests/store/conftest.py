"""A register with something in every table and every kind of journal entry."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from db.operations.extend import extend_contracts
from db.operations.notice import give_notice
from db.operations.providers import add_alias
from db.operations.record_decision import record_decision
from db.operations.returns import NewReturn, expect_returns, import_return, set_measures
from db.operations.undo import redo, undo
from db.operations.vary import NewVariation, vary
from db.register import Register
from db.rules.contract import Side
from db.rules.decision import Saving
from db.rules.money import Pence
from db.rules.monitoring import MeasureUnit, Reading, quarter_of
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
    keep_a_record(register)
    keep_a_diary(register)
    undo(register, officer(8))
    redo(register, officer(9))
    return register


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
