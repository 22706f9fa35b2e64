"""How good a register's data is: every rule with a sentence and the rows that break it, and how complete each is."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from db.rules.contract import Contract, Side, Unreadable
from db.rules.decision import ContractId, Decision, DecisionId
from db.rules.provider import Provider, ProviderId
from db.rules.standing import Standing, standing


@dataclass(frozen=True, slots=True)
class Flaw:
    """A row that breaks a rule: of a contract, a decision or a provider."""

    name: str
    detail: str
    contract_id: ContractId | None = None
    decision_id: DecisionId | None = None
    provider_id: ProviderId | None = None


@dataclass(frozen=True, slots=True)
class Examined:
    """Everything that is looked at, on a day."""

    contracts: Sequence[Contract]
    unreadable: Sequence[Unreadable]
    decisions: Sequence[Decision]
    providers: Sequence[Provider]
    day: date
    standings: Sequence[Standing]


class Rule(NamedTuple):
    """A rule: its name in a word or two, what is wrong as a sentence, and how the rows are found."""

    name: str
    sentence: str
    broken: Callable[[Examined], Iterable[Flaw]]


@dataclass(frozen=True, slots=True)
class Finding:
    """What one rule found."""

    name: str
    sentence: str
    rows: tuple[Flaw, ...]


@dataclass(frozen=True, slots=True)
class OfficerCompleteness:
    """How complete the contracts of one contract manager are, of a hundred; no name is those without a manager."""

    manager: str
    contracts: int
    percent: int
    missing: tuple[tuple[str, int], ...]
    """What lacks, and in how many of the contracts, most often first."""


def examined(
    contracts: Iterable[Contract | Unreadable],
    decisions: Sequence[Decision],
    providers: Sequence[Provider],
    day: date,
) -> Examined:
    """A register to be looked at on a day."""
    every = tuple(contracts)
    readable = tuple(each for each in every if isinstance(each, Contract))
    unreadable = tuple(each for each in every if isinstance(each, Unreadable))
    at = tuple(standing(each, day) for each in readable)
    return Examined(readable, unreadable, decisions, providers, day, at)


def quality(of: Examined, rules: Sequence[Rule]) -> tuple[Finding, ...]:
    """What every rule finds, in the order of the rules; a rule that finds nothing has no rows."""
    return tuple(Finding(rule.name, rule.sentence, tuple(rule.broken(of))) for rule in rules)


FACTS: tuple[tuple[str, Callable[[Contract], object]], ...] = (
    ("first day", lambda contract: contract.starts_on),
    ("last day", lambda contract: contract.initial_ends_on or contract.ended_on or contract.extensions),
    ("provider", lambda contract: contract.holders),
    ("contract manager", lambda contract: contract.manager),
    ("service", lambda contract: contract.service),
    ("category", lambda contract: contract.category),
    ("contact", lambda contract: contract.contact),
    ("council's notice", lambda contract: contract.notice_term(Side.COUNCIL)),
    ("value", lambda contract: contract.funding or contract.annual_values),
)
"""What a complete contract has, with where it is."""


def missing_facts(contract: Contract) -> tuple[str, ...]:
    """What a contract lacks of what a complete one has."""
    return tuple(name for name, of in FACTS if not of(contract))


def completeness(contracts: Iterable[Contract | Unreadable]) -> tuple[OfficerCompleteness, ...]:
    """How complete each contract manager's contracts are, the least complete first."""
    by_manager: dict[str, list[Contract]] = {}
    for each in contracts:
        if isinstance(each, Contract):
            by_manager.setdefault(" ".join(each.manager.split()), []).append(each)
    found = [_of_manager(manager, theirs) for manager, theirs in by_manager.items()]
    return tuple(sorted(found, key=lambda each: (each.percent, each.manager.casefold())))


def _of_manager(manager: str, contracts: list[Contract]) -> OfficerCompleteness:
    missing = [name for each in contracts for name in missing_facts(each)]
    counted = sorted(((name, missing.count(name)) for name in set(missing)), key=lambda each: (-each[1], each[0]))
    asked = len(FACTS) * len(contracts)
    return OfficerCompleteness(manager, len(contracts), (asked - len(missing)) * 100 // asked, tuple(counted))


def flaws(at: Iterable[Standing], detail: Callable[[Standing], str]) -> Iterator[Flaw]:
    """A flaw for each contract of which there is something to say."""
    for each in at:
        if said := detail(each):
            yield Flaw(each.contract.reference, said, each.contract.id)
