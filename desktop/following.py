"""The ledger and the scorecards of a register, gathered for screens and commands alike. No Qt here."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from db.register import Register
from db.rules.chasing import Chased
from db.rules.contract import Contract
from db.rules.decision import ContractId
from db.rules.every_return import every_return
from db.rules.ledger import LedgerLine
from db.rules.monitoring import MonitoringReturn, ReturnPeriod
from db.rules.owed import Owed
from db.rules.refusal import Refusal
from db.rules.reported import reported
from db.rules.scorecard import Scope, Scorecard, scorecard
from db.rules.working_days import BankHolidays


@dataclass(frozen=True, slots=True)
class Subject:
    """What a scorecard is of: one contract by its id, or all of a provider or a service by its name."""

    scope: Scope
    of: str

    def __str__(self) -> str:
        return f"{self.scope.value}:{self.of}"


def subject_of(text: str) -> Subject:
    """A subject as it was written by str.

    Raises:
        Refusal: it names nothing a scorecard can be of.
    """
    scope, _, of = text.partition(":")
    if scope not in {each.value for each in Scope} or not of:
        raise Refusal("Choose a contract, a provider or a service for the scorecard.")
    return Subject(Scope(scope), of)


def contracts_in(register: Register) -> tuple[Contract, ...]:
    """Every contract that can be read."""
    return tuple(each for each in register.contracts.all() if isinstance(each, Contract))


def owed_in(register: Register, on: date, holidays: BankHolidays) -> tuple[Owed, ...]:
    """The whole ledger on a day, newest quarter first, with what people call each contract and whom to write to."""
    known = {each.id: each for each in contracts_in(register)}
    contacts = provider_contacts(register)
    lines = every_return(
        known.values(), register.returns.schedules(), register.following.facts(), on, holidays=holidays
    )
    return tuple(_owed(line, known[line.contract_id], contacts) for line in lines)


def provider_contacts(register: Register) -> dict[str, str]:
    """Whom to write to, by provider."""
    return {each.id: each.contact for each in register.providers.all()}


def chased(owed: Iterable[Owed]) -> tuple[Chased, ...]:
    """The contracts of these lines, each with its own, as a message to a provider needs them."""
    by_contract: dict[ContractId, list[Owed]] = {}
    for each in owed:
        by_contract.setdefault(each.line.contract_id, []).append(each)
    return tuple(
        Chased(of[0].reference, of[0].title, of[0].provider, of[0].contact, tuple(each.line for each in of))
        for of in by_contract.values()
    )


def contracts_of(contracts: Iterable[Contract], subject: Subject) -> tuple[Contract, ...]:
    """The contracts a scorecard is of.

    Raises:
        Refusal: there is none any more.
    """
    match subject.scope:
        case Scope.CONTRACT:
            found = [each for each in contracts if each.id == subject.of]
        case Scope.PROVIDER:
            found = [each for each in contracts if subject.of in {holder.name for holder in each.holders}]
        case Scope.SERVICE:
            found = [each for each in contracts if each.service == subject.of]
    if not found:
        raise Refusal("There is no such contract in the register any more. Choose another scorecard.")
    return tuple(found)


def returns_of(register: Register, contracts: Iterable[Contract]) -> tuple[MonitoringReturn, ...]:
    """Every version of every return of these contracts."""
    return tuple(found for each in contracts for found in register.returns.of(each.id))


def card_of(register: Register, subject: Subject, period: ReturnPeriod, on: date) -> Scorecard:
    """A scorecard for a quarter, as it stands on a day.

    Raises:
        Refusal: it is of nothing that is in the register.
    """
    contracts = contracts_of(contracts_in(register), subject)
    parts = [
        reported(
            each,
            register.returns.measures(each.id),
            register.returns.of(each.id),
            register.following.overrides(each.id),
            period,
            on,
        )
        for each in contracts
    ]
    return scorecard(subject.scope, _name(subject, contracts), parts, period, on)


def _name(subject: Subject, contracts: tuple[Contract, ...]) -> str:
    if subject.scope is Scope.CONTRACT:
        return f"{contracts[0].reference}, {contracts[0].title}"
    return subject.of


def _owed(line: LedgerLine, contract: Contract, contacts: dict[str, str]) -> Owed:
    whom = dict.fromkeys(filter(None, (contacts.get(holder.provider_id, "") for holder in contract.holders)))
    contact = "; ".join(whom) or contract.contact
    return Owed(line, contract.reference, contract.title, contract.provider_names, contact, contract.service)
