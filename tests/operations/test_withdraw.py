"""A contract entered by mistake is taken out of the register, whole, and comes back whole."""

from datetime import date

import pytest

from db.operations.add_contract import NewContract, add_contract
from db.operations.extend import extend_contracts
from db.operations.file_record import file_signed
from db.operations.undo import undo
from db.operations.withdraw import restore_contract, withdraw_contract
from db.register import Register
from db.rules.refusal import Refusal
from tests.operations.beginnings import DECISION, RUNNING, a_signed_file, officer

DAY = date(2026, 2, 3)


def test_what_is_taken_out_is_in_no_list_and_comes_back_with_all_of_it(register: Register) -> None:
    contract = register.contracts.get(RUNNING)
    withdraw_contract(register, officer(), contract.id, DAY, "Entered twice")
    assert RUNNING not in {each.reference for each in register.contracts.all()}
    assert register.contracts.find(RUNNING) is None
    [out] = register.contracts.withdrawn()
    assert (out.reference, out.withdrawn_on, out.because) == (RUNNING, DAY, "Entered twice")
    restore_contract(register, officer(), contract.id)
    back = register.contracts.get(RUNNING)
    assert (back.parts, back.funding, back.options) == (contract.parts, contract.funding, contract.options)
    assert register.contracts.withdrawn() == ()
    assert register.check() == ()


def test_taking_out_is_undone_like_every_act(register: Register) -> None:
    before = register.content_hash()
    withdraw_contract(register, officer(), register.contracts.get(RUNNING).id, DAY, "Entered twice")
    undo(register, officer())
    assert register.content_hash() == before


def test_a_reason_is_asked_and_nothing_is_taken_out_twice(register: Register) -> None:
    contract = register.contracts.get(RUNNING)
    with pytest.raises(Refusal, match="Enter reason"):
        withdraw_contract(register, officer(), contract.id, DAY, " ")
    with pytest.raises(Refusal, match="was not taken out"):
        restore_contract(register, officer(), contract.id)
    withdraw_contract(register, officer(), contract.id, DAY, "Entered twice")
    with pytest.raises(Refusal, match="already"):
        withdraw_contract(register, officer(), contract.id, DAY, "Entered twice")


def test_a_reference_given_away_meanwhile_keeps_the_old_contract_out(register: Register) -> None:
    contract = register.contracts.get(RUNNING)
    withdraw_contract(register, officer(), contract.id, DAY, "Entered twice")
    add_contract(register, officer(), NewContract(RUNNING, "Another"))
    with pytest.raises(Refusal, match="another contract now"):
        restore_contract(register, officer(), contract.id)


def test_a_contract_that_a_signed_record_acts_on_stays(register: Register) -> None:
    contract, decision = register.contracts.get(RUNNING), register.decisions.get(DECISION)
    extend_contracts(register, officer(), (contract.id,), decision.id)
    file_signed(register, officer(), decision.id, *a_signed_file())
    with pytest.raises(Refusal, match="acts on"):
        withdraw_contract(register, officer(), contract.id, DAY, "Entered twice")
