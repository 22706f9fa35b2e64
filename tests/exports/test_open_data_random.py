"""Open contracting releases of a register drawn by chance: every one is valid and none shares its ids."""

import json
from contextlib import suppress
from datetime import UTC, date, datetime, timedelta
from random import Random
from typing import Any

import pytest

from db.operations.add_contract import NewContract, add_contract
from db.operations.extend import extend_contracts
from db.operations.money import AnnualRate
from db.operations.notice import give_notice
from db.operations.providers import add_provider
from db.operations.record_decision import NewDecision, record_decision
from db.operations.returns import expect_returns
from db.operations.vary import NewVariation, vary
from db.register import Register
from db.rules.contract import NoticeTerm, Side
from db.rules.dates import Unit
from db.rules.decision import ContractId, DecisionKind
from db.rules.money import Pence
from db.rules.publisher import Publisher
from db.rules.refusal import Refusal
from desktop.open_data import released_in
from exports.open_data.ocds import render
from tests.exports.schemas import FOLDER, needs_schemas
from tests.own_workbook.books import BY

DAY = date(2025, 10, 3)
AT = datetime(2025, 10, 3, 9, tzinfo=UTC)
_PROVIDERS = tuple(f"Provider {number} “é” & Co" for number in range(20))
_NOTICE = (NoticeTerm(Side.COUNCIL, 3, Unit.MONTHS),)


def by_chance(contracts: int) -> Register:
    """So many contracts, most with options, amounts, providers, and acts upon them; much is left out by chance."""
    chance, register = Random(3), Register.in_memory()  # noqa: S311 - chance, not a secret
    for name in _PROVIDERS:
        add_provider(register, BY, name)
    for number in range(40):
        day = date(2018, 1, 1) + timedelta(days=chance.randrange(2500))
        kind = chance.choice(list(DecisionKind))
        record_decision(register, BY, NewDecision(f"OD.25.{number:05}", kind, f"Subject {number}", day))
    for number in range(contracts):
        add_contract(register, BY, _contract(number, chance))
    for contract_id in register.contracts.ids():
        for _ in range(chance.randrange(4)):
            with suppress(Refusal):
                _act(register, contract_id, chance)
    return register


def _contract(number: int, chance: Random) -> NewContract:
    starts_on = date(2015, 1, 1) + timedelta(days=chance.randrange(4000)) if chance.random() < 0.8 else None
    ends_on = starts_on + timedelta(days=chance.randrange(100, 2000)) if starts_on and chance.random() < 0.9 else None
    parts = tuple(f"Part {part}" for part in range(chance.randrange(4)))
    rates = tuple(AnnualRate(part, "The council", Pence(chance.randrange(1, 10**9))) for part in parts)
    return NewContract(
        f"C/{number} =x", f"Title {number} 😀", chance.choice(("", "Advocacy")), starts_on=starts_on,
        initial_ends_on=ends_on, parts=parts, options=(12,) * chance.randrange(4) if ends_on else (),
        providers=tuple(chance.sample(_PROVIDERS, chance.randrange(4))),
        notice_terms=chance.choice((_NOTICE, ())), annual_rates=rates if starts_on and chance.random() < 0.6 else (),
    )  # fmt: skip


def _act(register: Register, contract_id: ContractId, chance: Random) -> None:
    match chance.randrange(4):
        case 0:
            extend_contracts(register, BY, (contract_id,), chance.choice(register.decisions.all()).id)
        case 1:
            since = chance.choice((None, date(2024, 12, 1)))
            words = "More visits; " + "long " * chance.randrange(99)
            vary(register, BY, contract_id, NewVariation(words, decided_on=date(2024, 6, 1), effective_on=since))
        case 2:
            give_notice(register, BY, contract_id, Side.COUNCIL, date(2025, 1, 2), method="Email")
        case _:
            expect_returns(register, BY, contract_id, date(2024, 4, 1), 15)


@needs_schemas
def test_every_release_of_a_large_register_is_valid_and_has_ids_of_its_own() -> None:
    validator = pytest.importorskip("jsonschema", reason="the JSON Schema validator is not installed")
    council = Publisher("The council", "https://c.example", "GB-PPON-AAAA-1111-AAAA", "ocds-abc123", "Adults")
    with by_chance(500) as register:
        providers = {each.id: each for each in register.providers.all()}
        made: dict[str, Any] = json.loads(render(released_in(register, DAY), providers, council, DAY, AT))
    schema = json.loads((FOLDER / "ocds-dereferenced-release-schema.json").read_text("utf-8"))
    check = validator.Draft4Validator(schema, format_checker=validator.FormatChecker())
    releases = made["releases"]
    assert [error.message for each in releases for error in check.iter_errors(each)] == []
    assert len({each["id"] for each in releases}) == len({each["ocid"] for each in releases}) == 500
    [*contracts] = [contract for each in releases for contract in each["contracts"]]
    assert sum(len(each.get("amendments", ())) for each in contracts) > 50
    assert "milestones" in json.dumps(contracts)
