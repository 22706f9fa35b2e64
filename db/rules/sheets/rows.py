"""The rows of the register's sheets: each contract as it stands on a day, its parts, its money, its steps so far."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from db.rules.contract import Contract, ExtensionOption, Part, Unreadable
from db.rules.dates import Period
from db.rules.funding import AnnualValue, FundingLine
from db.rules.standing import Standing, standing


@dataclass(frozen=True, slots=True)
class RegisterRow:
    """A contract's row: how it stands on the day, or what is wrong with it."""

    contract: Contract
    standing: Standing
    problem: str = ""


@dataclass(frozen=True, slots=True)
class PartRow:
    """A part of one contract."""

    contract: Contract
    part: Part


@dataclass(frozen=True, slots=True)
class FundingRow:
    """An amount of one contract: for a financial year, or a year's rate from a day."""

    contract: Contract
    line: FundingLine | AnnualValue


@dataclass(frozen=True, slots=True)
class StepRow:
    """A step in a contract's life: an option, an extension, a variation, a notice."""

    contract: Contract
    id: str
    what: str
    state: str
    number: int | None = None
    months: int | None = None
    period: Period | None = None
    done_on: date | None = None
    new_end: date | None = None
    decision: str = ""
    detail: str = ""


def register_rows(contracts: Iterable[Contract | Unreadable], day: date) -> list[RegisterRow]:
    """One row a contract. One that cannot be read keeps its row, with what is wrong as its status."""
    return [_register_row(contract, day) for contract in contracts]


def part_rows(contracts: Iterable[Contract | Unreadable]) -> list[PartRow]:
    """Every part of the contracts that can be read."""
    return [PartRow(each, part) for each in contracts if isinstance(each, Contract) for part in each.parts]


def funding_rows(contracts: Iterable[Contract | Unreadable]) -> list[FundingRow]:
    """Every amount of the contracts that can be read: what is paid in each year, then the rates a year."""
    return [row for each in contracts if isinstance(each, Contract) for row in _amounts(each)]


def step_rows(rows: Iterable[RegisterRow]) -> list[StepRow]:
    """Every option, extension, variation and notice of the contracts that can be read."""
    return [step for row in rows if not row.problem for step in _steps(row.standing)]


def _register_row(contract: Contract | Unreadable, day: date) -> RegisterRow:
    if isinstance(contract, Contract):
        return RegisterRow(contract, standing(contract, day))
    known = Contract(contract.id, 0, contract.reference, "")
    return RegisterRow(known, standing(known, day), f"Cannot be read: {contract.problem}")


def _amounts(contract: Contract) -> Iterator[FundingRow]:
    yield from (FundingRow(contract, line) for line in contract.funding)
    yield from (FundingRow(contract, rate) for rate in contract.annual_values)


def _steps(at: Standing) -> Iterator[StepRow]:
    yield from (_option(at, option) for option in at.contract.options)
    yield from (
        StepRow(
            at.contract, each.id, "Extension", _state(each.decided_on, at.day), each.option_number,
            period=each.period, done_on=each.decided_on, decision=each.decision_number,
        )
        for each in at.contract.extensions
    )  # fmt: skip
    yield from (
        StepRow(
            at.contract, each.id, "Variation", _state(each.decided_on, at.day), each.number,
            done_on=each.decided_on, new_end=each.ends_on, decision=each.decision_number, detail=each.summary,
        )
        for each in at.contract.variations
    )  # fmt: skip
    yield from (
        StepRow(
            at.contract, each.id, "Notice", _state(each.served_on, at.day),
            done_on=each.served_on, new_end=each.ends_on, decision=each.decision_number,
            detail=f"Given by the {each.given_by}. {each.method}".strip(),
        )
        for each in at.contract.notices
    )  # fmt: skip


def _option(at: Standing, option: ExtensionOption) -> StepRow:
    used = any(each.option_id == option.id for each in at.extensions)
    state = "Used" if used else "Lapsed" if option in at.lapsed_options else "Open"
    following = option == at.next_option
    return StepRow(
        at.contract, option.id, "Option", state, option.number, option.months,
        period=at.option_period if following else None,
    )  # fmt: skip


def _state(done_on: date, day: date) -> str:
    return "Done" if done_on <= day else "After the day"
