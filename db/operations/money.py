"""Money as an officer states it, and how verbs write it."""

from dataclasses import dataclass
from datetime import date

from db.errors import NotFound
from db.register import Register
from db.rules.contract import Contract
from db.rules.dates import EARLIEST, LATEST
from db.rules.decision import DecisionId
from db.rules.funding import PartId, PartnerId
from db.rules.money import LARGEST, Pence, show_pounds
from db.rules.refusal import Refusal
from db.rules.words import required
from db.store.journal import Ledger, Value


@dataclass(frozen=True, slots=True)
class YearAmount:
    """What a partner pays for a part in a financial year (by the year it starts in), in pence."""

    part: str
    partner: str
    year: int
    pence: Pence


@dataclass(frozen=True, slots=True)
class AnnualRate:
    """What a partner pays for a part a year, in pence; from a day on, or since the start (None)."""

    part: str
    partner: str
    pence: Pence
    effective_on: date | None = None


def partner_id(register: Register, ledger: Ledger, name: str) -> PartnerId:
    """The funding partner of a name, recorded if it is new."""
    found = register.partners.find(name)
    return (
        found.id if found else PartnerId(ledger.insert("funding_partner", {"name": required(name, "Funding partner")}))
    )


def part_id(contract: Contract, name: str) -> PartId:
    """The part of a name.

    Raises:
        NotFound: the contract has no such part.
    """
    found = next((part.id for part in contract.parts if part.name.casefold() == name.strip().casefold()), None)
    if found is None:
        has = ", ".join(part.name for part in contract.parts) or "none recorded"
        raise NotFound(f"{contract.reference} has no part “{name}” (its parts: {has}). Check the name.")
    return found


def write_years(
    register: Register, ledger: Ledger, contract: Contract, amounts: tuple[YearAmount, ...], decision: DecisionId | None
) -> None:
    """Add a contract's funding by part, partner and financial year.

    Funding that was entered before any decision approved it is taken over by the decision, with the amount it states.

    Raises:
        Refusal: an amount or year is out of reach, or that part, partner and year are funded already.
    """
    known = {(line.part_id, line.partner_id, line.year) for line in contract.funding}
    for amount in amounts:
        check_amount(amount.pence)
        check_year(amount.year)
        key = (part_id(contract, amount.part), partner_id(register, ledger, amount.partner), amount.year)
        planned = register.diaries.row_id(
            "funding", part_id=key[0], partner_id=key[1], year=str(key[2]), decision_id=None
        )
        if decision and planned:
            ledger.update("funding", planned, {"pence": amount.pence, "decision_id": decision})
            known.add(key)
            continue
        if key in known:
            raise Refusal(
                f"{contract.reference}: {amount.partner} already funds {amount.part} in that year. "
                "Vary the contract instead."
            )
        known.add(key)
        values: dict[str, Value] = {
            "part_id": key[0],
            "partner_id": key[1],
            "year": key[2],
            "pence": amount.pence,
            "decision_id": decision,
        }
        ledger.insert("funding", values)


def write_rates(
    register: Register, ledger: Ledger, contract: Contract, rates: tuple[AnnualRate, ...], decision: DecisionId | None
) -> None:
    """Add a contract's annual rates; an earlier rate stays as it was until the new one's first day."""
    for rate in rates:
        check_amount(rate.pence)
        ledger.insert(
            "annual_value",
            {
                "part_id": part_id(contract, rate.part),
                "partner_id": partner_id(register, ledger, rate.partner),
                "effective_on": rate.effective_on.isoformat() if rate.effective_on else None,
                "pence": rate.pence,
                "decision_id": decision,
            },
        )


def check_amount(pence: Pence) -> None:
    """Hold an amount against what a contract can cost.

    Raises:
        Refusal: it is below nothing or above the largest.
    """
    if pence < 0:
        raise Refusal(f"{show_pounds(pence)} is less than nothing. Enter an amount of £0 or more.")
    if pence > LARGEST:
        raise Refusal(f"{show_pounds(pence)} is larger than any contract. Check the number of zeros.")


def check_year(year: int) -> None:
    """Hold a financial year, by the year it starts in, against those a register has.

    Raises:
        Refusal: it is out of reach.
    """
    if not EARLIEST.year <= year <= LATEST.year:
        raise Refusal(f"{year} is not a year from {EARLIEST.year} to {LATEST.year}. Check the year.")
