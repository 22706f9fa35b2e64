"""Enter a contract in the register."""

from dataclasses import dataclass, field
from datetime import date

from db.changes import Author, Changed
from db.operations.money import AnnualRate, YearAmount, write_rates, write_years
from db.register import Register
from db.rules.contract import NoticeTerm
from db.rules.dates import EARLIEST, LATEST, Period, show_day
from db.rules.decision import ContractId
from db.rules.funding import check_totals, funding_table
from db.rules.money import Pence
from db.rules.refusal import Refusal
from db.rules.words import clean, clean_line, required
from db.store.journal import Ledger, Value


@dataclass(frozen=True, slots=True)
class NewContract:
    """A contract as an officer enters it; None and empty mean not recorded."""

    reference: str
    title: str
    service: str = ""
    category: str = ""
    manager: str = ""
    contact: str = ""
    notes: str = ""
    starts_on: date | None = None
    initial_ends_on: date | None = None
    providers: tuple[str, ...] = ()
    """Names or aliases of providers in the register."""
    parts: tuple[str, ...] = ()
    options: tuple[int, ...] = ()
    """The months of each extension option, in the order they are used."""
    notice_terms: tuple[NoticeTerm, ...] = ()
    funding: tuple[YearAmount, ...] = ()
    stated_totals: dict[str, Pence] = field(default_factory=dict)
    """Totals the officer was given, by part, partner or "Total"; the funding must add up to them."""
    annual_rates: tuple[AnnualRate, ...] = ()


def add_contract(register: Register, by: Author, new: NewContract) -> Changed:
    """Enter a contract with its parts, providers, options, notice and money.

    Raises:
        Refusal: a required field is empty, the reference is taken, the end is before the start, a provider is not
            known or entered twice, a side has two notices, or the funding does not add up.
    """
    reference = required(new.reference, "Contract reference")
    check_reference_is_free(register, reference)
    check_term(new.starts_on, new.initial_ends_on)
    check_reach(new.initial_ends_on, new.options)
    with register.acting(by, "add contract", f"Added contract {reference}, {clean_line(new.title, 'Title')}") as ledger:
        write_contract(register, ledger, new)
        return ledger.close()


def write_contract(register: Register, ledger: Ledger, new: NewContract) -> ContractId:
    """Write a contract, its parts, providers, options, notice and money, within a verb of another's.

    Raises:
        Refusal: as add_contract; its reference and term are held against the register by whoever calls.
    """
    reference = required(new.reference, "Contract reference")
    contract_id = ContractId(ledger.insert("contract", _columns(new, reference)))
    _write_children(register, ledger, contract_id, new)
    contract = register.contracts.by_id(contract_id)
    write_years(register, ledger, contract, new.funding, None)
    write_rates(register, ledger, contract, new.annual_rates, None)
    check_totals(funding_table(register.contracts.by_id(contract_id).funding), new.stated_totals)
    return contract_id


def check_reference_is_free(register: Register, reference: str, besides: ContractId | None = None) -> None:
    """Hold a reference against every contract, capitals aside.

    Raises:
        Refusal: another contract has it.
    """
    if register.contracts.find(reference) not in {None, besides}:
        raise Refusal(f"Another contract has the reference “{reference}”. Give this one a reference of its own.")


def check_term(starts_on: date | None, ends_on: date | None) -> None:
    """Hold a term's days to sense.

    Raises:
        Refusal: the end is before the start, or a day is outside 1900 to 2199.
    """
    for day in (starts_on, ends_on):
        if day and not EARLIEST <= day <= LATEST:
            raise Refusal(f"{show_day(day)} must be a year from 1900 to 2199. Check the year.")
    if starts_on and ends_on:
        Period(starts_on, ends_on)


def check_reach(ends_on: date | None, options: tuple[int, ...]) -> None:
    """Hold the last day that options of so many months can reach to sense.

    Raises:
        Refusal: it is after 2199.
    """
    if ends_on and ends_on.year + sum(options) // 12 > LATEST.year:
        raise Refusal(f"The options run on past {LATEST.year}. Check their number and their months.")


def check_sides(terms: tuple[NoticeTerm, ...]) -> None:
    """Hold notice terms to one a side.

    Raises:
        Refusal: a side has two.
    """
    sides = [term.side for term in terms]
    for side in sides:
        if sides.count(side) > 1:
            raise Refusal(f"Notice by the {side} is entered more than once. Leave one out.")


def _columns(new: NewContract, reference: str) -> dict[str, Value]:
    return {
        "reference": reference,
        "title": required(new.title, "Title"),
        "service": clean_line(new.service, "Service"),
        "category": clean_line(new.category, "Category"),
        "manager": clean_line(new.manager, "Contract manager"),
        "contact": clean_line(new.contact, "Contact"),
        "notes": clean(new.notes, "Notes"),
        "starts_on": new.starts_on.isoformat() if new.starts_on else None,
        "initial_ends_on": new.initial_ends_on.isoformat() if new.initial_ends_on else None,
        "ended_on": None,
    }


def _write_children(register: Register, ledger: Ledger, contract_id: ContractId, new: NewContract) -> None:
    holders = [register.providers.get(name) for name in new.providers]
    for position, provider in enumerate(holders, 1):
        if provider in holders[position:]:
            raise Refusal(f"{provider.name} is entered twice. Leave one out.")
        ledger.insert("contract_holder", {"contract_id": contract_id, "provider_id": provider.id, "position": position})
    for position, name in enumerate(_distinct(new.parts), 1):
        ledger.insert("part", {"contract_id": contract_id, "position": position, "name": name})
    write_options(ledger, contract_id, new.options)
    check_sides(new.notice_terms)
    for term in new.notice_terms:
        ledger.insert("notice_term", notice_columns(contract_id, term))


def write_options(ledger: Ledger, contract_id: ContractId, months: tuple[int, ...], already: int = 0) -> None:
    """Add extension options, numbered on from those already there.

    Raises:
        Refusal: an option is not at least a month long.
    """
    for number, length in enumerate(months, already + 1):
        if not 1 <= length <= 600:
            raise Refusal(f"Option {number} is {length} months long. An option is from 1 to 600 months.")
        ledger.insert("extension_option", {"contract_id": contract_id, "number": number, "months": length})


def notice_columns(contract_id: ContractId, term: NoticeTerm) -> dict[str, Value]:
    """A notice term as it is stored.

    Raises:
        Refusal: its length is not at least one.
    """
    if not 1 <= term.length <= 600:
        raise Refusal(f"A notice of {term.length} {term.unit} cannot be recorded. Enter a length from 1 to 600.")
    return {
        "contract_id": contract_id,
        "side": term.side.value,
        "length": term.length,
        "unit": term.unit.value,
        "source": clean_line(term.source, "Source of the notice term"),
    }


def _distinct(names: tuple[str, ...]) -> tuple[str, ...]:
    tidy = tuple(required(name, "Part") for name in names)
    if len({name.casefold() for name in tidy}) < len(tidy):
        raise Refusal("Two parts have the same name. Give each part a name of its own.")
    return tidy
