"""Registers to begin a test from, and officers to act in them."""

import sqlite3
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from hashlib import sha256

from db.changes import Author
from db.operations.add_contract import NewContract, add_contract
from db.operations.award import record_award, set_service_clause
from db.operations.council import set_council
from db.operations.diary import choose_runway, mark_line, set_leads, set_runway
from db.operations.file_record import file_signed
from db.operations.money import AnnualRate, YearAmount
from db.operations.numbers import note_number
from db.operations.providers import add_provider
from db.operations.record_decision import NewDecision, record_decision
from db.operations.write_record import pass_over, write_record
from db.register import Register
from db.rules.attention import attention
from db.rules.attention_line import Matter
from db.rules.award_facts import AwardFacts
from db.rules.contract import NoticeTerm, Side
from db.rules.counting import Counting
from db.rules.dates import Unit
from db.rules.decision import DecisionKind
from db.rules.decision_facts import Alternative, SignedFile
from db.rules.delegation import Delegation, DelegationId, Power
from db.rules.marks import MarkKind
from db.rules.money import Pence
from db.rules.runway import OFFICER_DECISION
from db.rules.service_of_notice import ServiceRule
from db.store.opening import set_guards

BEGAN_AT = datetime(2026, 2, 2, 9, 30, tzinfo=UTC)
RUNNING = "R-1"
"""Runs from 1 April 2024 to 31 March 2026, with two options, two parts, money, and three months' notice."""
BARE = "R-2"
"""Nothing is recorded but its name."""
DECISION = "OD.26.00001"
"""An unsigned officer decision of 2 February 2026 that says nothing yet of any contract."""


def officer(minutes: int = 0) -> Author:
    """Somebody who acts so many minutes after the register was begun."""
    return Author("A tester", "Commissioning officer", BEGAN_AT + timedelta(minutes=minutes))


def begin(register: Register) -> Register:
    """Enter two providers, two contracts and a decision."""
    for name in ("Northway", "Southgate Trust"):
        add_provider(register, officer(), name)
    add_contract(register, officer(), running(RUNNING))
    add_contract(register, officer(), NewContract(BARE, "A contract of which little is known"))
    record_decision(register, officer(), decision(DECISION))
    return register


def keep_a_diary(register: Register) -> Register:
    """Enter something in every part of the diary of a begun register."""
    contract = register.contracts.get(RUNNING)
    record_award(register, officer(), contract.id, AwardFacts(date(2023, 9, 1), False, True, Pence(800_000_00), 48))
    clause = ServiceRule("First class post", 2, Counting.WORKING_DAYS, "clause 37")
    set_service_clause(register, officer(), contract.id, clause)
    set_leads(register, officer(), Matter.ENDING, (400, 200), contract.id)
    set_runway(register, officer(), "Key decision", OFFICER_DECISION)
    choose_runway(register, officer(), "Key decision")
    line = next(iter(attention(register.contracts.all(), (), (), (), date(2025, 9, 1))))
    mark_line(register, officer(), line, MarkKind.SEEN, date(2025, 9, 1))
    return register


def keep_a_record(register: Register) -> Register:
    """Enter something in every part of the record of the first decision of a begun register, and file another's."""
    decided = register.decisions.get(DECISION)
    delegation = Delegation(DelegationId(""), "b)", Power.EXTEND, "Head of Commissioning", is_once=True)
    alternative = Alternative("Let it end", "People would be left without")
    write_record(register, officer(), replace(decided, delegations=(delegation,), alternatives=(alternative,)))
    pass_over(register, officer(), decided.id, "C20", "Published late for want of a form")
    note_number(register, officer(), "OD.26.00003", "Highways")
    set_council(register, officer(), "Kent County Council", "kent")
    record_decision(register, officer(), decision("OD.26.00090"))
    file_signed(register, officer(), register.decisions.get("OD.26.00090").id, *a_signed_file())
    return register


def a_signed_file() -> tuple[bytes, SignedFile, date]:
    """What stands for a signed record, and the day it was signed."""
    content = b"a signed record"
    kept = SignedFile(sha256(content).hexdigest(), "A tester", "Head of Commissioning", BEGAN_AT, "B-B", "ab" * 32)
    return content, kept, date(2026, 2, 2)


def running(reference: str) -> NewContract:
    """A contract with everything recorded that an officer may enter at first."""
    return NewContract(
        reference=reference,
        title="Day opportunities",
        service="Community support",
        starts_on=date(2024, 4, 1),
        initial_ends_on=date(2026, 3, 31),
        providers=("Northway",),
        parts=("North", "South"),
        options=(12, 12),
        notice_terms=(NoticeTerm(Side.COUNCIL, 3, Unit.MONTHS, "clause 12"),),
        funding=(
            YearAmount("North", "The council", 2024, Pence(120_000_00)),
            YearAmount("South", "The council", 2024, Pence(80_000_00)),
        ),
        stated_totals={"North": Pence(120_000_00), "The council": Pence(200_000_00), "Total": Pence(200_000_00)},
        annual_rates=(AnnualRate("North", "The council", Pence(120_000_00)),),
    )


def decision(number: str) -> NewDecision:
    """An officer's decision of 2 February 2026."""
    return NewDecision(
        number,
        DecisionKind.OFFICER,
        "Day opportunities",
        date(2026, 2, 2),
        maker_name="A maker",
        maker_post="Director",
    )


def begun() -> Register:
    """A begun register of the caller's own, in memory."""
    return begin(Register.in_memory())


def copy_of(register: Register) -> Register:
    """The same register once more, in memory."""
    connection = sqlite3.connect(":memory:")
    register._connection.backup(connection)
    set_guards(connection, writable=False)
    return Register(connection)
