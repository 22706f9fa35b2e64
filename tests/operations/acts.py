"""Every verb with arguments drawn by chance: some are done, some are refused."""

from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal
from random import Random

from db.changes import Author, Changed
from db.operations.add_contract import NewContract, add_contract
from db.operations.correct_terms import Terms, correct_terms, record_end, terms_of
from db.operations.edit_details import edit_details
from db.operations.extend import extend_contracts
from db.operations.money import AnnualRate, YearAmount
from db.operations.notice import give_notice
from db.operations.providers import add_alias, add_provider
from db.operations.record_decision import NewDecision, NewEffect, record_decision, record_signature
from db.operations.returns import NewReturn, expect_returns, import_return, import_returns, set_measures
from db.operations.vary import NewVariation, vary
from db.register import Register
from db.rules.contract import Contract, NoticeTerm, Side
from db.rules.dates import Unit
from db.rules.decision import ContractId, Decision, DecisionKind, EffectKind, Saving
from db.rules.money import Pence
from db.rules.monitoring import MeasureUnit, Reading, quarter_of
from tests.operations.diary_acts import DIARY_ACTS
from tests.operations.following_acts import FOLLOWING_ACTS
from tests.operations.incoming_acts import INCOMING_ACTS
from tests.operations.record_acts import RECORD_ACTS

Act = Callable[[Register, Author, Random], Changed]
_WORDS = ("Northway", "Southgate Trust", "Harbour", "Orchard", "The Mill", "Beacon", "  Riverside  ", "")


def _day(chance: Random) -> date:
    return date(2023, 1, 1) + timedelta(days=chance.randrange(2000))


def _pence(chance: Random) -> Pence:
    return Pence(chance.randrange(-1_000_00, 1_000_000_00))


def _contract(register: Register, chance: Random) -> Contract:
    return chance.choice([each for each in register.contracts.all() if isinstance(each, Contract)])


def _decision(register: Register, chance: Random) -> Decision:
    return chance.choice(register.decisions.all())


def _part(contract: Contract, chance: Random) -> str:
    return chance.choice([part.name for part in contract.parts] or ["Nowhere"])


def _add_provider(register: Register, by: Author, chance: Random) -> Changed:
    return add_provider(register, by, chance.choice(_WORDS), tuple(chance.sample(_WORDS, k=chance.randrange(3))))


def _add_alias(register: Register, by: Author, chance: Random) -> Changed:
    provider = chance.choice(register.providers.all())
    return add_alias(register, by, provider.id, chance.choice(_WORDS), "met by chance")


def _add_contract(register: Register, by: Author, chance: Random) -> Changed:
    parts = tuple(chance.sample(("East", "West", "Coast"), k=chance.randrange(1, 4)))
    new = NewContract(
        reference=f"R-{chance.randrange(1, 12)}",
        title=chance.choice(("Befriending", "Advocacy", "Respite")),
        starts_on=chance.choice((None, _day(chance))),
        initial_ends_on=chance.choice((None, _day(chance))),
        providers=chance.choice(((), ("northway",), ("Unheard Of",))),
        parts=parts,
        options=tuple(chance.choice((0, 6, 12)) for _ in range(chance.randrange(3))),
        notice_terms=(NoticeTerm(chance.choice(list(Side)), chance.randrange(5), chance.choice(list(Unit))),),
        funding=tuple(YearAmount(part, "The board", 2025, _pence(chance)) for part in parts),
        annual_rates=(AnnualRate(parts[0], "The council", _pence(chance)),),
    )
    return add_contract(register, by, new)


def _edit_details(register: Register, by: Author, chance: Random) -> Changed:
    contract = _contract(register, chance)
    field = chance.choice(("reference", "title", "service", "manager", "notes", "starts_on"))
    version = contract.version + chance.choice((0, 0, 0, 1))
    return edit_details(register, by, contract.id, version, {field: chance.choice((*_WORDS, "R-1", "R-3"))})


def _extend(register: Register, by: Author, chance: Random) -> Changed:
    contract, decision = _contract(register, chance), _decision(register, chance)
    funding = (contract.id, YearAmount(_part(contract, chance), "The board", 2026, _pence(chance)))
    return extend_contracts(register, by, (contract.id,), decision.id, funding=(funding,))


def _give_notice(register: Register, by: Author, chance: Random) -> Changed:
    contract, side = _contract(register, chance), chance.choice(list(Side))
    decision_id = chance.choice((None, _decision(register, chance).id))
    return give_notice(register, by, contract.id, side, _day(chance), method="By hand", decision_id=decision_id)


def _vary(register: Register, by: Author, chance: Random) -> Changed:
    contract, effective_on = _contract(register, chance), _day(chance)
    new = NewVariation(
        summary="Varied by chance",
        decision_id=chance.choice((None, _decision(register, chance).id)),
        decided_on=_day(chance),
        effective_on=effective_on,
        ends_on=chance.choice((None, _day(chance))),
        rates=(AnnualRate(_part(contract, chance), "The council", _pence(chance)),),
        funding=(YearAmount(_part(contract, chance), "The council", effective_on.year, _pence(chance)),),
    )
    return vary(register, by, contract.id, new)


def _record_decision(register: Register, by: Author, chance: Random) -> Changed:
    number, decided_on = f"OD.26.{chance.randrange(1, 6):05}", _day(chance)
    new = NewDecision(
        number=number,
        kind=chance.choice(list(DecisionKind)),
        subject=chance.choice(("Respite", "")),
        decided_on=decided_on,
        signed_on=chance.choice((None, _day(chance))),
        effects=(NewEffect(_contract(register, chance).id, chance.choice(list(EffectKind))),),
        savings=(Saving("All", "One year", _pence(chance)),),
    )
    return record_decision(register, by, new)


def _record_signature(register: Register, by: Author, chance: Random) -> Changed:
    return record_signature(register, by, _decision(register, chance).id, _day(chance))


def _correct_terms(register: Register, by: Author, chance: Random) -> Changed:
    contract = _contract(register, chance)
    now = terms_of(contract)
    notice = (NoticeTerm(Side.COUNCIL, chance.randrange(1, 7), Unit.MONTHS, "clause 14"),)
    terms = Terms(chance.choice((now.starts_on, _day(chance))), now.initial_ends_on, (*now.options, 6), notice)
    return correct_terms(register, by, contract.id, terms, chance.choice(("misread", "")))


def _record_end(register: Register, by: Author, chance: Random) -> Changed:
    return record_end(register, by, _contract(register, chance).id, _day(chance), "by agreement")


def _import_return(register: Register, by: Author, chance: Random) -> Changed:
    return import_return(register, by, _new_return(_contract(register, chance).id, chance, chance.randrange(1, 13)))


def _import_returns(register: Register, by: Author, chance: Random) -> Changed:
    contract = _contract(register, chance)
    months = [chance.randrange(1, 13) for _ in range(chance.randrange(1, 4))]
    return import_returns(register, by, [_new_return(contract.id, chance, month) for month in months])


def _new_return(contract_id: ContractId, chance: Random, month: int) -> NewReturn:
    readings = (
        Reading("People seen", MeasureUnit.COUNT, Decimal(chance.randrange(99)), "Return", "C5"),
        Reading("Cost", MeasureUnit.POUNDS, None, "Return", "C6"),
        Reading("Story", MeasureUnit.WORDS, "A good quarter", "Return", "C7"),
    )
    return NewReturn(
        contract_id=contract_id,
        provider="Northway",
        period=quarter_of(date(2025, month, 1)),
        received_on=_day(chance),
        file_name="return.xlsx",
        content=bytes([chance.randrange(4)]),
        readings=readings[: chance.randrange(4)],
    )


def _expect_returns(register: Register, by: Author, chance: Random) -> Changed:
    return expect_returns(register, by, _contract(register, chance).id, _day(chance), chance.choice((-1, 30, 42)))


def _set_measures(register: Register, by: Author, chance: Random) -> Changed:
    names = ("People seen", "Cost", "Story", "people seen", "")
    chosen = tuple((name, chance.choice(list(MeasureUnit))) for name in chance.sample(names, k=2))
    return set_measures(register, by, _contract(register, chance).id, chosen)


ACTS: tuple[Act, ...] = (
    _add_provider, _add_alias, _add_contract, _edit_details, _extend, _give_notice, _vary, _record_decision,
    _record_signature, _correct_terms, _record_end, _import_return, _import_returns, _expect_returns, _set_measures,
    *DIARY_ACTS, *RECORD_ACTS, *FOLLOWING_ACTS, *INCOMING_ACTS,
)  # fmt: skip
"""Every verb but undo and redo."""
