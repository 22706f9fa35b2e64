"""The verbs of the diary with arguments drawn by chance: some are done, some are refused."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, time, timedelta
from random import Random

from db.changes import Author, Changed
from db.operations.apply_what_if import apply_what_if
from db.operations.award import record_award, set_exercise, set_service_clause
from db.operations.diary import choose_runway, mark_line, set_leads, set_runway
from db.operations.record_decision import NewDecision
from db.register import Register
from db.rules.attention import attention
from db.rules.attention_line import AttentionLine, Matter, Urgency
from db.rules.award_facts import AwardFacts
from db.rules.contract import Contract
from db.rules.counting import Counting
from db.rules.decision import DecisionKind
from db.rules.marks import MarkKind
from db.rules.money import Pence
from db.rules.runway import RUNWAYS
from db.rules.service_of_notice import ServiceRule
from db.rules.what_if import Proposed, cut


def _contract(register: Register, chance: Random) -> Contract:
    return chance.choice([each for each in register.contracts.all() if isinstance(each, Contract)])


def _mark_line(register: Register, by: Author, chance: Random) -> Changed:
    on = date(2025, 1, 1) + timedelta(days=chance.randrange(900))
    found = attention(register.contracts.all(), register.decisions.all(), (), (), on)
    nothing = AttentionLine(Matter.ENDING, Urgency.LATER, None, "Nothing is near", ())
    until = chance.choice((None, on - timedelta(days=1), on + timedelta(days=30)))
    return mark_line(register, by, chance.choice(found or (nothing,)), chance.choice(list(MarkKind)), on, until, "seen")


def _set_leads(register: Register, by: Author, chance: Random) -> Changed:
    owner = chance.choice((None, _contract(register, chance).id))
    days = chance.choice(((), (180, 90), (0,), (731,), (90, 90, 30)))
    return set_leads(register, by, chance.choice(list(Matter)), days, owner)


def _set_runway(register: Register, by: Author, chance: Random) -> Changed:
    name = chance.choice(list(RUNWAYS))
    steps = [replace(step, length=chance.randrange(1, 30), before="") for step in RUNWAYS[name]]
    return set_runway(register, by, name, steps[chance.randrange(2) :])


def _choose_runway(register: Register, by: Author, chance: Random) -> Changed:
    name = chance.choice((*RUNWAYS, "", "A kind of no council"))
    return choose_runway(register, by, name, chance.choice((None, _contract(register, chance).id)))


def _record_award(register: Register, by: Author, chance: Random) -> Changed:
    facts = AwardFacts(
        date(2024, 4, 1),
        chance.random() < 0.5,
        True,
        Pence(chance.randrange(-1, 9_999_999)),
        chance.choice((0, 24, None)),
    )
    return record_award(register, by, _contract(register, chance).id, facts)


def _set_service_clause(register: Register, by: Author, chance: Random) -> Changed:
    cut_off = chance.choice((None, time(17)))
    clause = ServiceRule(
        chance.choice(("E-mail", "Post", "")), chance.randrange(-1, 5), Counting.WORKING_DAYS, "", cut_off
    )
    return set_service_clause(register, by, _contract(register, chance).id, clause)


def _set_exercise(register: Register, by: Author, chance: Random) -> Changed:
    length = chance.choice((None, 0, 3, 6))
    return set_exercise(register, by, _contract(register, chance).id, chance.randrange(1, 3), length, source="clause 4")


def _apply_what_if(register: Register, by: Author, chance: Random) -> Changed:
    day = date(2026, chance.randrange(1, 13), 1)
    contract = _contract(register, chance)
    proposed = Proposed(contract, day, cut(contract, chance.choice((10, 40, 101)), day))
    draft = NewDecision(f"WI.{chance.randrange(9)}", DecisionKind.OFFICER, "A proposal", date(2025, 12, 1))
    return apply_what_if(register, by, (proposed,), draft)


DIARY_ACTS: tuple[Callable[[Register, Author, Random], Changed], ...] = (
    _mark_line, _set_leads, _set_runway, _choose_runway, _record_award, _set_service_clause, _set_exercise,
    _apply_what_if,
)  # fmt: skip
