"""The verbs on decisions' records with arguments drawn by chance: some are done, some are refused."""

from dataclasses import replace
from datetime import date, timedelta
from random import Random

from db.changes import Author, Changed
from db.operations.council import set_council
from db.operations.extend import extend_by_new
from db.operations.money import YearAmount
from db.operations.new_decision import NewDecision
from db.operations.numbers import note_number
from db.operations.plan_funding import plan_funding
from db.operations.publisher import set_publisher
from db.operations.restore import restore_field
from db.operations.timestamp_service import set_timestamp_service
from db.operations.write_record import pass_over, write_record
from db.register import Register
from db.rules.contract import Contract
from db.rules.dates import Period
from db.rules.decision import Decision, DecisionKind, Effect, EffectKind, Publication, Saving
from db.rules.decision_facts import Alternative, DecisionStatus, Exemption, ForwardPlan, Published, Responsible, Route
from db.rules.delegation import Delegation, DelegationId, Power
from db.rules.money import Pence
from db.rules.publisher import Publisher
from db.rules.rich_text import BOLD, BOLD_ENDS, WITHHELD, WITHHELD_ENDS


def _decision(register: Register, chance: Random) -> Decision:
    return chance.choice(register.decisions.all())


def _day(chance: Random) -> date:
    return date(2026, 1, 1) + timedelta(days=chance.randrange(400))


def _write_record(register: Register, by: Author, chance: Random) -> Changed:
    decision = _decision(register, chance)
    text = replace(
        decision.text, reasons=f"{BOLD}Why{BOLD_ENDS} {WITHHELD}so{WITHHELD_ENDS}", purpose=str(chance.random())
    )
    return write_record(
        register,
        by,
        replace(
            decision,
            text=text,
            status=chance.choice(list(DecisionStatus)),
            decided_on=chance.choice((None, decision.decided_on)),
            for_publication=chance.choice(list(Publication)),
            plan=ForwardPlan(chance.choice(list(Route)), "It could not wait", _day(chance)),
            exemption=Exemption(tuple(chance.sample(range(1, 9), k=2)), "In the public interest", "Prices", True),
            published=Published(_day(chance)),
            responsible=Responsible("", "", "Adult Social Care", "All divisions"),
            consultees=("The Proper Officer", "A Cabinet Member")[: chance.randrange(3)],
            alternatives=(Alternative("Do nothing", "Nothing would change"),) * chance.randrange(3),
            savings=(Saving("", "A saving", Pence(100)),) * chance.randrange(3),
            delegations=_delegations(decision, chance),
            effects=_effects(register, decision, chance),
        ),
    )


def _delegations(decision: Decision, chance: Random) -> tuple[Delegation, ...]:
    new = Delegation(
        DelegationId(""), "b)", chance.choice(list(Power)), chance.choice(("", "The Director")), is_once=True,
        option_number=2, within=Period(date(2026, 4, 1), date(2027, 3, 31)), most_pence=Pence(chance.randrange(-1, 9)),
    )  # fmt: skip
    return chance.choice(((), decision.delegations, (*decision.delegations, new)))


def _effects(register: Register, decision: Decision, chance: Random) -> tuple[Effect, ...]:
    contract = chance.choice([each for each in register.contracts.all() if isinstance(each, Contract)])
    new = Effect(contract.id, contract.reference, contract.title, chance.choice(list(EffectKind)), "by chance")
    return chance.choice((decision.effects, decision.effects[1:], (*decision.effects, new)))


def _pass_over(register: Register, by: Author, chance: Random) -> Changed:
    return pass_over(
        register, by, _decision(register, chance).id, f"C{chance.randrange(20, 24)}", chance.choice(("", "No"))
    )


def _note_number(register: Register, by: Author, chance: Random) -> Changed:
    number = chance.choice(("OD.26.00001", "OD.26.00044", "OD.26.00045", ""))
    return note_number(register, by, number, chance.choice(("Highways", "")))


def _set_council(register: Register, by: Author, chance: Random) -> Changed:
    return set_council(register, by, chance.choice(("Kent County Council", "A council", "")), "generic")


def _set_publisher(register: Register, by: Author, chance: Random) -> Changed:
    vat = chance.choice((None, Pence(0), Pence(1_200_00), Pence(-1)))
    stated = Publisher(
        department=chance.choice(("", "Adults")), area=chance.choice(("", "Kent")), irrecoverable_vat=vat
    )
    return set_publisher(register, by, stated)


def _restore_field(register: Register, by: Author, chance: Random) -> Changed:
    contract = chance.choice([each for each in register.contracts.all() if isinstance(each, Contract)])
    seq = chance.randrange(1, register.journal.entries(1)[0].seq + 1)
    return restore_field(register, by, contract.id, chance.choice(("title", "manager", "notes", "starts_on")), seq)


def _set_timestamp_service(register: Register, by: Author, chance: Random) -> Changed:
    return set_timestamp_service(register, by, chance.choice(("https://stamps.example/tsa", "", "stamps")))


def _extend_by_new(register: Register, by: Author, chance: Random) -> Changed:
    contracts = [each for each in register.contracts.all() if isinstance(each, Contract)]
    contracts = [each for each in contracts if each.options] or contracts
    new = NewDecision(f"OD.26.1{chance.randrange(10_000):04d}", DecisionKind.OFFICER, "One more year", date(2026, 2, 2))
    return extend_by_new(register, by, (chance.choice(contracts).id,), new)


def _plan_funding(register: Register, by: Author, chance: Random) -> Changed:
    contract = chance.choice([each for each in register.contracts.all() if isinstance(each, Contract)])
    part = chance.choice([each.name for each in contract.parts] or ["Nowhere"])
    amount = YearAmount(part, chance.choice(("The board", "The council")), 2027, Pence(chance.randrange(-9, 99_00)))
    return plan_funding(register, by, contract.id, (amount,) * chance.choice((0, 1, 1, 1, 2)))


RECORD_ACTS = (
    _write_record,
    _pass_over,
    _note_number,
    _set_council,
    _set_publisher,
    _restore_field,
    _set_timestamp_service,
    _extend_by_new,
    _plan_funding,
)
