"""A register's contracts gathered for publishing and for handing over."""

from datetime import date

from db.calendar import bank_holidays
from db.register import Register
from db.rules.contract import Contract
from db.rules.decision import ContractId, Decision
from db.rules.every_return import every_return
from db.rules.ledger import LedgerLine
from db.rules.listing_quarter import FLOOR, QuarterListing, quarter_listing
from db.rules.money import Pence
from db.rules.publisher import Publisher
from exports.open_data.ocds import Released
from exports.pack.facts import HistoryLine, PackFacts, PackFile


def listing_in(register: Register, day: date, publisher: Publisher, floor: Pence = FLOOR) -> QuarterListing:
    """The register of contracts of the quarter that a day falls in."""
    contracts, decisions = register.contracts.all(), register.decisions.all()
    awards, providers = register.diaries.awards(), register.providers.all()
    return quarter_listing(contracts, decisions, providers, awards, day, publisher, floor)


def released_in(register: Register, day: date) -> list[Released]:
    """Every readable contract with the decisions that act on it and its returns up to a day."""
    contracts = [each for each in register.contracts.all() if isinstance(each, Contract)]
    awards, decisions = register.diaries.awards(), _by_contract(register.decisions.all())
    returns: dict[ContractId, list[LedgerLine]] = {}
    for line in _returns(register, contracts, day):
        returns.setdefault(line.contract_id, []).append(line)
    return [
        Released(each, decisions.get(each.id, ()), returns.get(each.id, ()), awards.get(each.id)) for each in contracts
    ]


def pack_in(register: Register, contract: Contract, day: date, *, with_notes: bool = False) -> PackFacts:
    """Everything that a contract's pack tells, as it stands on a day."""
    entries = register.journal.touching(register.contracts.row_ids(contract.id))
    return PackFacts(
        contract,
        day,
        _by_contract(register.decisions.all()).get(contract.id, ()),
        _returns(register, [contract], day),
        [HistoryLine(each.at.astimezone().date(), each.officer, each.post, each.sentence) for each in entries],
        register.diaries.award(contract.id),
        register.decisions.council().name,
        with_notes,
    )


def files_in(register: Register, contract: Contract) -> list[PackFile]:
    """The signed records that act on a contract, and its returns as they came."""
    decisions = _by_contract(register.decisions.all()).get(contract.id, ())
    signed = [
        PackFile("Signed records", f"{each.name}.pdf", register.decisions.signed_record(each.signed_files[0].sha256))
        for each in decisions
        if each.signed_files
    ]
    returns = [
        PackFile("Returns", f"{each.period.label} {each.file_name}", register.returns.file(each.file_sha256))
        for each in register.returns.of(contract.id)
    ]
    return [*signed, *returns]


def _returns(register: Register, contracts: list[Contract], day: date) -> tuple[LedgerLine, ...]:
    ids = {each.id for each in contracts}
    schedules = [each for each in register.returns.schedules() if each.contract_id in ids]
    return every_return(contracts, schedules, register.following.facts(), day, holidays=bank_holidays())


def _by_contract(decisions: tuple[Decision, ...]) -> dict[ContractId, list[Decision]]:
    found: dict[ContractId, list[Decision]] = {}
    for decision in decisions:
        for contract_id in dict.fromkeys(effect.contract_id for effect in decision.effects):
            found.setdefault(contract_id, []).append(decision)
    return found
