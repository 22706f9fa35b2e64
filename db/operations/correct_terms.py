"""Correct what was recorded of a contract's own terms, with the reason: for mistakes, not for changes agreed."""

from dataclasses import dataclass
from datetime import date

from db.changes import Author, Changed
from db.operations.add_contract import check_reach, check_sides, check_term, notice_columns, write_options
from db.register import Register
from db.rules.contract import Contract, NoticeTerm
from db.rules.decision import ContractId
from db.rules.refusal import Refusal
from db.rules.words import clean_line, required
from db.store.journal import Ledger


@dataclass(frozen=True, slots=True)
class Terms:
    """A contract's own terms as they should have been recorded."""

    starts_on: date | None
    initial_ends_on: date | None
    options: tuple[int, ...]
    """The months of every option, used ones first and unchanged."""
    notice_terms: tuple[NoticeTerm, ...]


def terms_of(contract: Contract) -> Terms:
    """The terms as they are recorded now."""
    months = tuple(option.months for option in contract.options)
    return Terms(contract.starts_on, contract.initial_ends_on, months, contract.notice_terms)


def correct_terms(register: Register, by: Author, contract_id: ContractId, terms: Terms, reason: str) -> Changed:
    """Bring a contract's recorded terms to what the contract says.

    Raises:
        Refusal: no reason, the end is before the start, a side has two notices, what has been used would change, or
            what is recorded would be removed.
    """
    contract = register.contracts.by_id(contract_id)
    why = required(reason, "Reason for the correction")
    check_term(terms.starts_on, terms.initial_ends_on)
    check_reach(terms.initial_ends_on, terms.options)
    check_sides(terms.notice_terms)
    _check_used(contract, terms)
    with register.acting(by, "correct terms", f"Corrected the terms of {contract.reference}: {why}") as ledger:
        days = {
            "starts_on": terms.starts_on.isoformat() if terms.starts_on else None,
            "initial_ends_on": terms.initial_ends_on.isoformat() if terms.initial_ends_on else None,
        }
        ledger.update("contract", contract_id, days, contract.version)
        _correct_options(ledger, contract, terms.options)
        _correct_notice(register, ledger, contract, terms.notice_terms)
        return ledger.close()


def record_end(register: Register, by: Author, contract_id: ContractId, ended_on: date, reason: str = "") -> Changed:
    """Record that a contract has ended, and its last day.

    Raises:
        Refusal: it is recorded as ended already, or the day is before its first.
    """
    contract = register.contracts.by_id(contract_id)
    if contract.ended_on is not None:
        raise Refusal(f"{contract.reference} is recorded as ended already.")
    check_term(contract.starts_on, ended_on)
    why = clean_line(reason, "Reason")
    sentence = f"Recorded that {contract.reference} ended" + (f": {why}" if why else "")
    with register.acting(by, "record end", sentence) as ledger:
        ledger.update("contract", contract_id, {"ended_on": ended_on.isoformat()}, contract.version)
        return ledger.close()


def _check_used(contract: Contract, terms: Terms) -> None:
    used = len(contract.extensions)
    if terms.options[:used] != tuple(option.months for option in contract.options[:used]):
        raise Refusal(f"{contract.reference}: an option that has been used cannot be corrected. Undo its use first.")
    if contract.extensions and terms.initial_ends_on != contract.initial_ends_on:
        raise Refusal(f"{contract.reference} has been extended from its initial end. Undo the extension first.")
    if len(terms.options) < len(contract.options):
        raise Refusal(f"{contract.reference}: an option cannot be removed once recorded. Undo its entry instead.")
    if not {term.side for term in contract.notice_terms} <= {term.side for term in terms.notice_terms}:
        raise Refusal(f"{contract.reference}: a notice term cannot be removed once recorded. Undo its entry instead.")


def _correct_options(ledger: Ledger, contract: Contract, months: tuple[int, ...]) -> None:
    for option, length in zip(contract.options, months, strict=False):
        ledger.update("extension_option", option.id, {"months": length})
    already = len(contract.options)
    write_options(ledger, contract.id, months[already:], already)


def _correct_notice(register: Register, ledger: Ledger, contract: Contract, terms: tuple[NoticeTerm, ...]) -> None:
    stored = register.contracts.notice_rows(contract.id)
    for term in terms:
        columns = notice_columns(contract.id, term)
        if term.side in stored:
            ledger.update("notice_term", stored[term.side], columns)
        else:
            ledger.insert("notice_term", columns)
