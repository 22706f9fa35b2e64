"""Record how a contract was bought, and what it says of how notice is served and options are used."""

from db.changes import Author, Changed
from db.operations.add_contract import check_term
from db.register import Register
from db.rules.award_facts import AwardFacts
from db.rules.contract import ExtensionOption
from db.rules.dates import Unit
from db.rules.decision import ContractId
from db.rules.refusal import Refusal
from db.rules.service_of_notice import ServiceRule
from db.rules.words import clean_line, required
from db.store.journal import Value


def record_award(register: Register, by: Author, contract_id: ContractId, facts: AwardFacts) -> Changed:
    """Record how a contract was bought, for the checks on changing it.

    Raises:
        Refusal: the value is not above nothing, or the longest term is not from 1 to 600 months.
    """
    contract = register.contracts.by_id(contract_id)
    check_term(facts.procured_on, None)
    if facts.original_pence is not None and facts.original_pence <= 0:
        raise Refusal("Enter the value at award, above £0, or leave it blank.")
    if facts.maximum_months is not None and not 1 <= facts.maximum_months <= 600:
        raise Refusal("Enter the longest term, from 1 to 600 months, or leave it blank.")
    values: dict[str, Value] = {
        "contract_id": contract_id,
        "procured_on": facts.procured_on.isoformat() if facts.procured_on else None,
        "health_care": int(facts.health_care),
        "light_touch": int(facts.light_touch),
        "original_pence": facts.original_pence,
        "maximum_months": facts.maximum_months,
    }
    stored = register.diaries.row_id("award", contract_id=contract_id)
    with register.acting(by, "record award", f"Recorded how {contract.reference} was bought") as ledger:
        if stored:
            ledger.update("award", stored, values)
        else:
            ledger.insert("award", values)
        return ledger.close()


def set_service_clause(register: Register, by: Author, contract_id: ContractId, clause: ServiceRule) -> Changed:
    """Record what a contract says of when a notice sent one way counts as served; it goes before the usual rules.

    Raises:
        Refusal: the way of sending has no name, or the days are not from 0 to 60.
    """
    contract = register.contracts.by_id(contract_id)
    method = required(clause.method, "Way of sending")
    if not 0 <= clause.days <= 60:
        raise Refusal("Enter from 0 to 60 days between sending and service.")
    values: dict[str, Value] = {
        "contract_id": contract_id,
        "method": method,
        "days": clause.days,
        "counting": clause.counting.value,
        "cut_off": clause.cut_off.isoformat(timespec="minutes") if clause.cut_off else None,
        "source": clean_line(clause.source, "Clause"),
    }
    stored = register.diaries.row_id("service_clause", contract_id=contract_id, method=method)
    sentence = f"Recorded what {contract.reference} says of service: {method}"
    with register.acting(by, "set service clause", sentence) as ledger:
        if stored:
            ledger.update("service_clause", stored, values)
        else:
            ledger.insert("service_clause", values)
        return ledger.close()


def set_exercise(
    register: Register,
    by: Author,
    contract_id: ContractId,
    number: int,
    length: int | None,
    unit: Unit = Unit.MONTHS,
    source: str = "",
) -> Changed:
    """Record how long before the end an option must be used, as its own clause says; None: as for notice.

    Raises:
        Refusal: there is no such option, or the length is not from 1 to 600.
    """
    contract = register.contracts.by_id(contract_id)
    option = _option(contract.options, number)
    if length is not None and not 1 <= length <= 600:
        raise Refusal("Enter a length from 1 to 600, or leave it blank.")
    sentence = f"Recorded when option {number} of {contract.reference} must be used"
    with register.acting(by, "set exercise", sentence) as ledger:
        ledger.update(
            "extension_option",
            option.id,
            {
                "exercise_length": length,
                "exercise_unit": unit.value,
                "exercise_source": clean_line(source, "Clause"),
            },
        )
        return ledger.close()


def _option(options: tuple[ExtensionOption, ...], number: int) -> ExtensionOption:
    found = next((each for each in options if each.number == number), None)
    if found is None:
        raise Refusal(f"There is no option {number}. Correct the terms first, or choose another option.")
    return found
