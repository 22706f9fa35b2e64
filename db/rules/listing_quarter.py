"""Which contracts belong in a quarter's published register, and which are left out and why."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from db.rules.award_facts import AwardFacts
from db.rules.contract import Contract, Status, Unreadable
from db.rules.dates import Period, quarter_period
from db.rules.decision import ContractId, Decision
from db.rules.listing import Amount, RegisterLine, Unfilled, register_line
from db.rules.listing_columns import COLUMNS, NEEDED
from db.rules.money import Pence, show_pounds
from db.rules.provider import Provider
from db.rules.publisher import USUAL_PUBLISHER, Publisher
from db.rules.standing import standing

FLOOR = Pence(5_000_00)
"""Contracts above this are published. Source: Local Government Transparency Code 2015."""


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A contract that is not in a quarter's register, and why."""

    reference: str
    why: str


@dataclass(frozen=True, slots=True)
class ColumnGap:
    """A column of the file: in how many of its lines it is blank, and the reasons."""

    column: str
    blanks: int
    is_needed: bool
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Tally:
    """What a quarter's register will hold, in numbers, with the first few of who is left out."""

    quarter: Period
    lines: int
    left_out: int
    examples: tuple[LeftOut, ...]
    gaps: tuple[ColumnGap, ...]


@dataclass(frozen=True, slots=True)
class QuarterListing:
    """A quarter's register of contracts: its lines, who is left out, and what cannot be filled."""

    quarter: Period
    lines: tuple[RegisterLine, ...]
    left_out: tuple[LeftOut, ...]

    @property
    def unfilled(self) -> tuple[Unfilled, ...]:
        """Every blank of every line."""
        return tuple(each for line in self.lines for each in line.unfilled)

    @property
    def gaps(self) -> tuple[ColumnGap, ...]:
        """The columns with blanks, in their order."""
        blanks: dict[str, list[str]] = {}
        for each in self.unfilled:
            blanks.setdefault(each.column, []).append(each.why)
        return tuple(
            ColumnGap(column, len(blanks[column]), column in NEEDED, tuple(dict.fromkeys(blanks[column])))
            for column in COLUMNS
            if column in blanks
        )

    def tally(self, examples: int = 5) -> Tally:
        """The same in numbers."""
        return Tally(self.quarter, len(self.lines), len(self.left_out), self.left_out[:examples], self.gaps)


def quarter_listing(
    contracts: Iterable[Contract | Unreadable],
    decisions: Sequence[Decision],
    providers: Sequence[Provider],
    awards: Mapping[ContractId, AwardFacts],
    day: date,
    publisher: Publisher = USUAL_PUBLISHER,
    floor: Pence = FLOOR,
) -> QuarterListing:
    """The register of the quarter that a day falls in: contracts live in it and worth more than a floor.

    A contract counts as it stands at the quarter's end; one that went on past its end and is not recorded as ended
    is live. One whose value is not recorded is listed, because it may be above the floor.
    """
    quarter = quarter_period(day)
    by_id = {each.id: each for each in providers}
    acting = _by_contract(decisions)
    lines: list[RegisterLine] = []
    left_out: list[LeftOut] = []
    for contract in contracts:
        why = _why_not_live(contract, quarter)
        if why or isinstance(contract, Unreadable):
            left_out.append(LeftOut(contract.reference, why))
            continue
        facts = awards.get(contract.id)
        line = register_line(contract, acting.get(contract.id, ()), by_id, quarter.ends_on, publisher, facts)
        worth = line.entries.get("ContractValue")
        if isinstance(worth, Amount) and worth.pence <= floor:
            left_out.append(LeftOut(contract.reference, f"Its value is not above {show_pounds(floor)}."))
        else:
            lines.append(line)
    return QuarterListing(quarter, tuple(lines), tuple(left_out))


def _why_not_live(contract: Contract | Unreadable, quarter: Period) -> str:
    if isinstance(contract, Unreadable):
        return contract.problem
    if contract.starts_on is None:
        return "Its first day is not recorded, so it is not known whether it had begun."
    at = standing(contract, quarter.ends_on)
    if at.status is Status.NOT_STARTED:
        return "It begins after the quarter."
    if at.status is Status.ENDED and at.ends_on and at.ends_on < quarter.starts_on:
        return "It ended before the quarter."
    return ""


def _by_contract(decisions: Iterable[Decision]) -> dict[ContractId, list[Decision]]:
    found: dict[ContractId, list[Decision]] = {}
    for decision in decisions:
        for contract_id in dict.fromkeys(effect.contract_id for effect in decision.effects):
            found.setdefault(contract_id, []).append(decision)
    return found
