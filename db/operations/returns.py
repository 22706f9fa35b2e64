"""Take in a provider's return; say what is measured and when returns are expected."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from db.changes import Author, Changed
from db.operations.add_contract import check_term
from db.operations.following import write_profile, write_queries
from db.register import Register
from db.rules.changed_figures import changed_figures
from db.rules.decision import ContractId
from db.rules.monitoring import DaysCounted, Measure, MeasureUnit, MonitoringReturn, Reading, ReturnPeriod
from db.rules.queries import Query
from db.rules.refusal import Refusal
from db.rules.words import clean, clean_line, required
from db.store.journal import Ledger, Value


@dataclass(frozen=True, slots=True)
class NewReturn:
    """A return as read from a provider's workbook, and the workbook itself."""

    contract_id: ContractId
    provider: str
    period: ReturnPeriod
    received_on: date
    file_name: str
    content: bytes
    readings: tuple[Reading, ...]
    queries: tuple[Query, ...] = ()
    """What was not taken in and is put to the provider."""
    profile: str = ""
    """How its workbook is laid out, learned from it; empty leaves what was known."""


def import_return(register: Register, by: Author, new: NewReturn) -> Changed:
    """Keep a return and its workbook. The same workbook again changes nothing; a changed one is a new number.

    Raises:
        Refusal: it has no readings.
    """
    contract = register.contracts.by_id(new.contract_id)
    if not new.readings:
        raise Refusal("Nothing was read from this return, so there is nothing to import.")
    earlier = _versions(register, new)
    if hashlib.sha256(new.content).hexdigest() in {each.file_sha256 for each in earlier}:
        return Changed(f"This return of {contract.reference} for {new.period.label} was imported already.", None)
    number = max((each.number for each in earlier), default=0) + 1
    sentence = f"Imported the return of {contract.reference} for {new.period.label}"
    with register.acting(by, "import return", sentence if number == 1 else f"{sentence} (number {number})") as ledger:
        return_id = _write(ledger, new, number, ledger.keep_file(new.content))
        write_queries(ledger, return_id, new.queries, new.received_on)
        if new.profile:
            write_profile(register, ledger, contract.id, new.provider, new.profile)
        return ledger.close()


def import_returns(register: Register, by: Author, several: Sequence[NewReturn]) -> Changed:
    """Keep the returns of several quarters that one workbook gives, as one act.

    A quarter that says what the register has already changes nothing; a changed one is a new number. What is asked of
    the provider is asked about the newest quarter that is kept.

    Raises:
        Refusal: one has no readings, two are of the same quarter, or they are not all of one contract.
    """
    contract = register.contracts.by_id(_one_contract(several))
    in_order = sorted(several, key=lambda each: each.period.days.starts_on)
    fresh = [each for each in in_order if _says_anew(register, each)]
    if not fresh:
        return Changed(f"All that this workbook says of {contract.reference} is in the register already.", None)
    asked = tuple(dict.fromkeys(query for each in several for query in each.queries))
    sentence = f"Imported returns of {contract.reference} for {', '.join(each.period.label for each in fresh)}"
    with register.acting(by, "import returns", sentence) as ledger:
        for each in fresh:
            number = max((earlier.number for earlier in _versions(register, each)), default=0) + 1
            return_id = _write(ledger, each, number, ledger.keep_file(each.content))
            write_queries(ledger, return_id, asked if each is fresh[-1] else (), each.received_on)
        if fresh[-1].profile:
            write_profile(register, ledger, contract.id, fresh[-1].provider, fresh[-1].profile)
        return ledger.close()


def _one_contract(several: Sequence[NewReturn]) -> ContractId:
    if not several or not all(each.readings for each in several):
        raise Refusal("Nothing was read from this return, so there is nothing to import.")
    if len({each.period for each in several}) < len(several):
        raise Refusal("Two of these returns are of the same quarter. Import one of each quarter.")
    if len({each.contract_id for each in several}) > 1:
        raise Refusal("These returns are of several contracts. Import those of one contract at a time.")
    return several[0].contract_id


def _versions(register: Register, new: NewReturn) -> list[MonitoringReturn]:
    """The returns of the same quarter that are there."""
    return [each for each in register.returns.of(new.contract_id) if each.period == new.period]


def _says_anew(register: Register, new: NewReturn) -> bool:
    """Whether a quarter is new, or a figure of it is another than in its newest version."""
    versions = _versions(register, new)
    newest = max(versions, key=lambda each: each.number, default=None)
    if newest is None:
        return True
    is_same_file = hashlib.sha256(new.content).hexdigest() in {each.file_sha256 for each in versions}
    return not is_same_file and bool(changed_figures(newest.readings, new.readings))


def expect_returns(
    register: Register,
    by: Author,
    contract_id: ContractId,
    first_day: date,
    days_allowed: int,
    counted_in: DaysCounted = DaysCounted.CALENDAR,
) -> Changed:
    """Expect a return each quarter from a day on, due so many days or working days after the quarter's end.

    Raises:
        Refusal: the days allowed are not from 0 to 365, or the first day is out of reach.
    """
    contract = register.contracts.by_id(contract_id)
    check_term(first_day, None)
    if not 0 <= days_allowed <= 365:
        raise Refusal("Enter from 0 to 365 days allowed after the quarter's end.")
    values: dict[str, Value] = {
        "contract_id": contract_id,
        "first_day": first_day.isoformat(),
        "days_allowed": days_allowed,
        "counted_in": counted_in.value,
    }
    with register.acting(by, "expect returns", f"Returns of {contract.reference} are expected each quarter") as ledger:
        stored = register.returns.schedule_row(contract_id)
        if stored:
            ledger.update("return_schedule", stored, values)
        else:
            ledger.insert("return_schedule", values)
        return ledger.close()


def set_measures(
    register: Register, by: Author, contract_id: ContractId, measures: tuple[tuple[str, MeasureUnit], ...]
) -> Changed:
    """Say what a contract's provider reports, in order. A measure left out is withdrawn; its readings stay.

    Raises:
        Refusal: a measure has no name, or two have the same.
    """
    contract = register.contracts.by_id(contract_id)
    names = [required(name, "Measure") for name, _ in measures]
    if len({name.casefold() for name in names}) < len(names):
        raise Refusal("Two measures have the same name. Give each a name of its own.")
    present = {each.name: each for each in register.returns.measures(contract_id)}
    with register.acting(by, "set measures", f"Set the measures of {contract.reference}") as ledger:
        for position, (name, (_, unit)) in enumerate(zip(names, measures, strict=True), 1):
            _write_measure(ledger, contract_id, present.pop(name, None), name, unit, position)
        for measure in present.values():
            ledger.update("measure", measure.id, {"withdrawn": 1})
        return ledger.close()


def _write(ledger: Ledger, new: NewReturn, number: int, sha256: str) -> str:
    return_id = ledger.insert(
        "monitoring_return",
        {
            "contract_id": new.contract_id,
            "provider": clean_line(new.provider, "Provider"),
            "starts_on": new.period.days.starts_on.isoformat(),
            "number": number,
            "received_on": new.received_on.isoformat(),
            "file_name": clean_line(new.file_name, "File name"),
            "file_sha256": sha256,
        },
    )
    for position, reading in enumerate(new.readings, 1):
        ledger.insert(
            "reading",
            {
                "return_id": return_id,
                "position": position,
                "measure": reading.measure,
                "unit": reading.unit.value,
                "value": None if reading.value is None else clean(str(reading.value), reading.measure),
                "sheet": reading.sheet,
                "cell": reading.cell,
                "state": reading.state.value,
                "kind": reading.kind,
                "part": clean_line(reading.part, "Part of the measure"),
                "how": clean_line(reading.how, "How it was read"),
            },
        )
    return return_id


def _write_measure(
    ledger: Ledger, contract_id: ContractId, present: Measure | None, name: str, unit: MeasureUnit, position: int
) -> None:
    values = {"position": position, "unit": unit.value, "withdrawn": 0}
    if present:
        ledger.update("measure", present.id, values)
    else:
        ledger.insert("measure", {"contract_id": contract_id, "name": name, **values})
