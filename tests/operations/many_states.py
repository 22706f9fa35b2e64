"""A register with contracts in every state a verb may find one in."""

from datetime import date

from db.incoming.plan import plan
from db.operations.add_contract import NewContract, add_contract
from db.operations.bring_in import bring_in, known_to
from db.operations.correct_terms import record_end
from db.operations.extend import extend_contracts
from db.operations.following import escalate, keep_profile, raise_queries
from db.operations.measures import define_measures
from db.operations.notice import give_notice
from db.operations.record_decision import NewDecision, record_decision
from db.operations.returns import NewReturn, import_return
from db.operations.withdraw import withdraw_contract
from db.register import Register
from db.returns.workbook import read_content
from db.rules.contract import NoticeTerm, Side
from db.rules.dates import Unit
from db.rules.decision import ContractId, DecisionKind
from db.rules.ladder import Escalation, Rung
from db.rules.monitoring import Measure, MeasureId, MeasureUnit, Reading, quarter_of
from db.rules.queries import Query
from tests.operations.beginnings import begin, officer

UNDER_NOTICE = "R-3"
ENDED = "R-4"
FULLY_EXTENDED = "R-5"
LAPSED = "R-6"
NOT_STARTED = "R-7"
NO_OPTION = "R-8"
SIGNED = "26/00007"
LATER = "26/00100"
"""A decision of 2 March 2026, a month after the others."""
READINGS = (Reading("People seen", MeasureUnit.WORDS, "many", "Return", "C5"),)
NOTICE = (NoticeTerm(Side.COUNCIL, 3, Unit.MONTHS),)
_TERMS = {
    UNDER_NOTICE: (date(2024, 4, 1), date(2026, 9, 30), (12,)),
    ENDED: (date(2020, 4, 1), date(2025, 9, 30), ()),
    FULLY_EXTENDED: (date(2024, 4, 1), date(2026, 3, 31), (12,)),
    LAPSED: (date(2022, 4, 1), date(2025, 3, 31), (12, 12)),
    NOT_STARTED: (date(2027, 4, 1), date(2030, 3, 31), (12,)),
    NO_OPTION: (date(2024, 4, 1), date(2027, 3, 31), ()),
}


def in_many_states(register: Register) -> Register:
    """Enter a contract in each state."""
    begin(register)
    for reference, (starts_on, ends_on, options) in _TERMS.items():
        new = NewContract(
            reference, "Outreach", starts_on=starts_on, initial_ends_on=ends_on, options=options, notice_terms=NOTICE
        )
        add_contract(register, officer(), new)
    for number, decided_on, signed_on in (
        (SIGNED, date(2026, 2, 2), date(2026, 2, 3)), (LATER, date(2026, 3, 2), None)
    ):  # fmt: skip
        new_decision = NewDecision(number, DecisionKind.OFFICER, "Outreach", decided_on, signed_on=signed_on)
        record_decision(register, officer(), new_decision)
    contracts, decisions = register.contracts, register.decisions
    extend_contracts(register, officer(), (contracts.get(FULLY_EXTENDED).id,), decisions.get(SIGNED).id)
    extend_contracts(register, officer(), (contracts.get("R-1").id,), decisions.get(LATER).id)
    give_notice(register, officer(), contracts.get(UNDER_NOTICE).id, Side.COUNCIL, date(2026, 1, 15))
    record_end(register, officer(), contracts.get(ENDED).id, date(2025, 9, 30))
    new_return = NewReturn(
        contracts.get("R-1").id, "Northway", quarter_of(date(2025, 10, 1)), date(2026, 1, 9), "q3.xlsx", b"x", READINGS
    )
    import_return(register, officer(), new_return)
    _follow(register, contracts.get("R-1").id)
    add_contract(register, officer(), NewContract("R-9", "Entered twice"))
    withdraw_contract(register, officer(), contracts.get("R-9").id, date(2026, 2, 2), "Entered twice")
    _bring_in(register)
    return register


def _bring_in(register: Register) -> None:
    """A row of an old register that waits."""
    content = b"Reference,Title,End date\nB-1,Waits,cancelled\n"
    found = plan(read_content(content, "register.csv"), known_to(register), officer().at.date())
    bring_in(register, officer(), found, content)


def _follow(register: Register, contract_id: ContractId) -> None:
    define_measures(register, officer(), contract_id, (Measure(MeasureId(""), "Waits", MeasureUnit.COUNT),))
    [came] = register.returns.all()
    raise_queries(register, officer(), came.id, (Query("Return", "C5", "many", "How many?"),), date(2026, 1, 10))
    keep_profile(register, officer(), contract_id, "Northway", "{}")
    escalate(register, officer(), contract_id, Escalation(Rung.QUERY, date(2026, 1, 10), "No figure"))
