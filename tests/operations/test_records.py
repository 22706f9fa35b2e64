"""A decision's record is written until it is signed and filed; then it stands."""

from dataclasses import replace
from datetime import date

import pytest

from db.errors import RegisterError
from db.operations.council import set_council
from db.operations.extend import extend_by_new, extend_contracts
from db.operations.file_record import file_signed
from db.operations.money import YearAmount
from db.operations.new_decision import NewDecision
from db.operations.numbers import note_number
from db.operations.record_decision import record_decision
from db.operations.undo import undo
from db.operations.write_record import pass_over, write_record
from db.register import Register
from db.rules.contract import Contract
from db.rules.council import Council
from db.rules.dates import Period
from db.rules.decision import Decision, DecisionKind, Effect, EffectKind, Publication, Saving
from db.rules.decision_facts import (
    Alternative,
    DecisionStatus,
    Exemption,
    ForwardPlan,
    Published,
    Responsible,
    Route,
)
from db.rules.delegation import Delegation, DelegationId, Power
from db.rules.money import Pence
from db.rules.refusal import Refusal
from db.rules.rich_text import BOLD, BOLD_ENDS
from tests.operations.beginnings import DECISION, RUNNING, a_signed_file, decision, officer


def _full(of: Decision) -> Decision:
    return replace(
        of,
        text=replace(of.text, purpose="To go on", decision=f"{BOLD}EXTEND{BOLD_ENDS} it", dispensation="None needed"),
        status=DecisionStatus.APPROVED_SUBJECT_TO_CALL_IN,
        for_publication=Publication.PART,
        is_executive=True,
        plan=ForwardPlan(Route.GENERAL_EXCEPTION, "A provider failed", date(2026, 1, 5), date(2026, 2, 2)),
        exemption=Exemption((3, 5), "Prices would be driven up", "The price of each bid", True),
        published=Published(date(2026, 2, 3), date(2026, 2, 11), date(2026, 4, 1)),
        responsible=Responsible("The lead officer", "An address", "Adult Social Care", "All divisions"),
        relates_to_number="22/00092",
        relates_to_on=date(2022, 10, 21),
        scheme="3.4",
        corrects_number="OD.25.00009",
        consultees=("The Proper Officer", "The Cabinet Member"),
        alternatives=(Alternative("Let it end", "People would be left without"), Alternative("Buy anew", "No time")),
        value_pence=Pence(5_301_565_00),
        ground="Regulation 72(1)(a)",
        late_signing="The officer was away",
        savings=(Saving("Staff", "Fewer posts", Pence(1_00)),),
    )


def test_everything_written_of_a_decision_is_there_again(register: Register) -> None:
    written = _full(register.decisions.get(DECISION))
    write_record(register, officer(), written)
    kept = register.decisions.get(DECISION)
    assert replace(kept, version=written.version) == written
    assert register.check() == ()


def test_writing_what_is_there_already_is_no_change(register: Register) -> None:
    write_record(register, officer(), _full(register.decisions.get(DECISION)))
    assert write_record(register, officer(), register.decisions.get(DECISION)).entry is None


def test_a_record_written_elsewhere_meanwhile_is_not_overwritten(register: Register) -> None:
    read_before = register.decisions.get(DECISION)
    write_record(register, officer(), replace(read_before, subject="Changed meanwhile"))
    with pytest.raises(Refusal, match="changed meanwhile"):
        write_record(register, officer(), replace(read_before, subject="From an old form"))


def test_lines_taken_out_of_a_record_are_gone_and_come_back_with_undo(register: Register) -> None:
    write_record(register, officer(), _full(register.decisions.get(DECISION)))
    full = register.decisions.get(DECISION)
    write_record(register, officer(), replace(full, alternatives=full.alternatives[1:], savings=(), consultees=()))
    kept = register.decisions.get(DECISION)
    assert (kept.alternatives, kept.savings, kept.consultees) == (full.alternatives[1:], (), ())
    undo(register, officer())
    assert replace(register.decisions.get(DECISION), version=0) == replace(full, version=0)


def test_a_delegation_keeps_its_identity_when_its_limits_change(register: Register) -> None:
    power = Delegation(DelegationId(""), "b)", Power.EXTEND, "The Director", option_number=2,
                       within=Period(date(2026, 4, 1), date(2027, 3, 31)), in_consultation_with=("The member",),
                       contract_ids=(register.contracts.get(RUNNING).id,), until=date(2026, 3, 31))  # fmt: skip
    write_record(register, officer(), replace(register.decisions.get(DECISION), delegations=(power,)))
    [kept] = register.decisions.get(DECISION).delegations
    assert replace(kept, id=power.id) == power
    changed = replace(kept, most_pence=Pence(100))
    write_record(register, officer(), replace(register.decisions.get(DECISION), delegations=(changed,)))
    assert register.decisions.get(DECISION).delegations == (changed,)


def test_a_decision_rests_on_a_limb_that_is_in_the_register(register: Register) -> None:
    power = Delegation(DelegationId(""), "b)", Power.EXTEND, "The Director")
    write_record(register, officer(), replace(register.decisions.get(DECISION), delegations=(power,)))
    [limb] = register.decisions.get(DECISION).delegations
    record_decision(register, officer(), replace(decision("OD.26.00002"), delegation_id=limb.id))
    assert register.decisions.get("OD.26.00002").delegation_id == limb.id


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ({"subject": " "}, "Enter subject"),
        ({"decided_on": None}, "Enter the day"),
        ({"exemption": Exemption((8,))}, "paragraphs 1 to 7"),
        ({"delegations": (Delegation(DelegationId(""), "b)", Power.VARY, ""),)}, "Enter post that is given the power"),
        ({"alternatives": (Alternative("", "Why"),)}, "Enter option considered"),
        ({"number": "OD-26-90"}, "in the register already"),
    ],
)
def test_what_cannot_be_kept_is_refused_and_changes_nothing(
    register: Register, change: dict[str, object], why: str
) -> None:
    record_decision(register, officer(), decision("OD.26.00090"))
    before = register.content_hash()
    with pytest.raises(Refusal, match=why):
        write_record(register, officer(), replace(register.decisions.get(DECISION), **change))  # type: ignore[arg-type]
    assert register.content_hash() == before


def test_a_decision_may_wait_to_be_taken_and_nothing_rests_on_it_meanwhile(register: Register) -> None:
    due = NewDecision("26/00004", DecisionKind.MEMBER, "To come", None, status=DecisionStatus.FOR_DETERMINATION)
    record_decision(register, officer(), due)
    kept = register.decisions.get("26/00004")
    assert not kept.is_taken
    contract = register.contracts.get(RUNNING)
    with pytest.raises(Refusal, match="has not been taken"):
        extend_contracts(register, officer(), (contract.id,), kept.id)


def test_notice_decided_by_a_decision_still_to_be_taken_is_not_due(register: Register) -> None:
    contract = register.contracts.get(RUNNING)
    gives = Effect(contract.id, contract.reference, contract.title, EffectKind.GIVES_NOTICE)
    write_record(register, officer(), replace(register.decisions.get(DECISION), effects=(gives,)))
    assert len(register.contracts.get(RUNNING).notices_decided) == 1
    waiting = replace(register.decisions.get(DECISION), status=DecisionStatus.DEFERRED, decided_on=None)
    write_record(register, officer(), waiting)
    assert register.contracts.get(RUNNING).notices_decided == ()


def test_an_effect_that_was_carried_out_stays_in_the_record(register: Register) -> None:
    contract = register.contracts.get(RUNNING)
    extend_contracts(register, officer(), (contract.id,), register.decisions.get(DECISION).id)
    extended = register.decisions.get(DECISION)
    with pytest.raises(Refusal, match=r"was extended by OD\.26\.00001 already"):
        write_record(register, officer(), replace(extended, effects=()))


def test_contracts_are_extended_and_the_decision_drafted_in_one_act(register: Register) -> None:
    before, entries = register.content_hash(), len(register.journal.entries())
    contract = register.contracts.get(RUNNING)
    new = replace(decision("OD.26.00002"), subject="One more year")
    extend_by_new(register, officer(), (contract.id,), new)
    kept = register.decisions.get("OD.26.00002")
    assert [each.kind for each in kept.effects] == [EffectKind.EXTENDS]
    assert register.contracts.get(RUNNING).extensions[0].decision_id == kept.id
    assert len(register.journal.entries()) == entries + 1
    undo(register, officer())
    assert register.content_hash() == before


def test_a_refused_extension_leaves_no_decision_behind(register: Register) -> None:
    contract = register.contracts.get(RUNNING)
    with pytest.raises(Refusal, match="option 2 cannot be used"):
        extend_by_new(register, officer(), (contract.id,), decision("OD.26.00002"), option=2)
    assert register.decisions.find("OD.26.00002") is None


def test_money_planned_before_a_decision_is_taken_over_by_it_at_the_amount_it_states(register: Register) -> None:
    contract = register.contracts.get(RUNNING)
    planned = {(each.part, each.partner, each.year) for each in contract.funding if not each.decision_number}
    part, partner, year = next(iter(sorted(planned)))
    amount = YearAmount(part, partner, year, Pence(123_00))
    extend_by_new(
        register, officer(), (contract.id,), decision("OD.26.00002"), funding=((contract.id, amount),)
    )  # fmt: skip
    lines = [each for each in register.contracts.get(RUNNING).funding if each.decision_number]
    assert [(each.part, each.partner, each.year, each.pence) for each in lines] == [(part, partner, year, 123_00)]


def test_a_filed_record_is_kept_byte_for_byte_and_found_by_its_fingerprint(register: Register) -> None:
    content, signed, day = a_signed_file()
    decided = register.decisions.get(DECISION)
    file_signed(register, officer(), decided.id, content, signed, day)
    kept = register.decisions.get(DECISION)
    assert (kept.signed_files, kept.signed_on, kept.is_locked) == ((signed,), day, True)
    assert register.decisions.signed_record(signed.sha256) == content
    assert register.decisions.of_file(signed.sha256) == kept
    assert register.check() == ()


def test_a_filed_record_is_locked_and_its_filing_is_not_undone(register: Register) -> None:
    content, signed, day = a_signed_file()
    decided = register.decisions.get(DECISION)
    file_signed(register, officer(), decided.id, content, signed, day)
    before = register.content_hash()
    why = "new decision that corrects it"
    with pytest.raises(Refusal, match=why):
        write_record(register, officer(), replace(register.decisions.get(DECISION), subject="Another"))
    with pytest.raises(Refusal, match=why):
        pass_over(register, officer(), decided.id, "C21", "It was late")
    with pytest.raises(Refusal, match=why):
        undo(register, officer())
    assert register.content_hash() == before


def test_a_correction_of_a_filed_record_is_a_decision_of_its_own(register: Register) -> None:
    content, signed, day = a_signed_file()
    file_signed(register, officer(), register.decisions.get(DECISION).id, content, signed, day)
    record_decision(register, officer(), replace(decision("OD.26.00002"), corrects_number=DECISION))
    assert register.decisions.get("OD.26.00002").corrects_number == DECISION


def test_a_file_that_changed_on_its_way_or_was_signed_too_soon_is_not_filed(register: Register) -> None:
    content, signed, day = a_signed_file()
    decided = register.decisions.get(DECISION)
    with pytest.raises(Refusal, match="changed on its way"):
        file_signed(register, officer(), decided.id, content + b".", signed, day)
    with pytest.raises(Refusal, match="before the decision"):
        file_signed(register, officer(), decided.id, content, signed, date(2026, 2, 1))
    file_signed(register, officer(), decided.id, content, signed, day)
    with pytest.raises(Refusal, match="filed already"):
        file_signed(register, officer(), decided.id, content, signed, day)


def test_a_warning_is_passed_over_with_a_reason_and_taken_up_again_without_one(register: Register) -> None:
    decided = register.decisions.get(DECISION)
    pass_over(register, officer(), decided.id, "C21", "The provider was working at risk")
    pass_over(register, officer(), decided.id, "C21", "The provider had begun")
    assert [(each.check, each.reason) for each in register.decisions.get(DECISION).overrides] == [
        ("C21", "The provider had begun")
    ]
    pass_over(register, officer(), decided.id, "C21", "")
    assert register.decisions.get(DECISION).overrides == ()


def test_a_number_used_elsewhere_is_noted_with_where(register: Register) -> None:
    note_number(register, officer(), "OD.26.00044", "Highways")
    assert dict(register.decisions.noted_numbers()) == {"OD.26.00044": "Highways"}
    note_number(register, officer(), "OD.26.00044", "")
    assert dict(register.decisions.noted_numbers()) == {}
    with pytest.raises(Refusal, match="in this register"):
        note_number(register, officer(), DECISION, "Highways")


def test_a_register_says_whose_it_is(register: Register) -> None:
    assert register.decisions.council() == Council("Kent County Council", "kent")
    set_council(register, officer(), "West Sussex County Council", "generic")
    assert register.decisions.council() == Council("West Sussex County Council", "generic")


def test_a_number_is_the_same_however_its_parts_are_parted(register: Register) -> None:
    assert register.decisions.get("od-26-00001").number == DECISION


def test_a_contract_is_never_named_by_an_effect_that_was_taken_out(register: Register) -> None:
    contract = register.contracts.get(RUNNING)
    assert isinstance(contract, Contract)
    ends = Effect(contract.id, contract.reference, contract.title, EffectKind.ENDS, "at its term")
    write_record(register, officer(), replace(register.decisions.get(DECISION), effects=(ends,)))
    write_record(register, officer(), replace(register.decisions.get(DECISION), effects=()))
    assert register.decisions.get(DECISION).effects == ()


def test_a_decision_that_cannot_be_read_hides_no_other(register: Register) -> None:
    record_decision(register, officer(), decision("OD.26.00002"))
    register._connection.execute("UPDATE decision SET kind = 'Nobody’s' WHERE number = ?", (DECISION,))
    assert [each.number for each in register.decisions.all()] == ["OD.26.00002"]
    [sentence] = register.decisions.unreadable()
    assert sentence.startswith(f"Decision {DECISION} cannot be read")
    with pytest.raises(RegisterError, match="cannot be read"):
        register.decisions.get(DECISION)
