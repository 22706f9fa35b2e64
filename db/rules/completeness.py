"""Whether a record of decision says everything it must: checks C01 to C25, and whether it may be signed."""

from collections.abc import Callable, Iterable
from dataclasses import replace

from db.rules.checks.alternatives import alternatives
from db.rules.checks.authority import authority_named, consultees_named, how_it_rests, inside_the_delegation
from db.rules.checks.clocks import clocks, clocks_told
from db.rules.checks.conflicts import conflicts, dispensation, how_conflicts_read
from db.rules.checks.days import decision_date, publication_delay, signature
from db.rules.checks.ground import ground
from db.rules.checks.key_decision import key_decision
from db.rules.checks.names import names
from db.rules.checks.number_and_maker import maker, number
from db.rules.checks.periods import periods
from db.rules.checks.publication import exemption, publication_choice
from db.rules.checks.sections import other_sections, reports
from db.rules.checks.sums import sums
from db.rules.checks.timing import deadline_missed, retrospective
from db.rules.checks.what_is_decided import decision_text, reasons
from db.rules.record_in_hand import Gap, Gaps, RecordInHand, Severity

__all__ = [
    "CHECKS",
    "Gap",
    "RecordInHand",
    "Severity",
    "completeness",
    "for_information",
    "may_sign",
    "open_warnings",
]

CHECKS: dict[str, Callable[[RecordInHand], Gaps]] = {
    "C01": number,
    "C02": maker,
    "C03": decision_date,
    "C04": decision_text,
    "C05": periods,
    "C06": reasons,
    "C07": alternatives,
    "C08": conflicts,
    "C09": dispensation,
    "C10": publication_choice,
    "C11": exemption,
    "C12": authority_named,
    "C13": inside_the_delegation,
    "C14": sums,
    "C15": key_decision,
    "C16": other_sections,
    "C17": consultees_named,
    "C18": reports,
    "C19": signature,
    "C20": publication_delay,
    "C21": retrospective,
    "C22": deadline_missed,
    "C23": ground,
    "C24": names,
    "C25": clocks,
}
"""Every check by its number."""


def completeness(record: RecordInHand) -> tuple[Gap, ...]:
    """Every gap of a record, in the order of the checks; a warning passed over carries its reason.

    Source: each check's own; SI 2012/2089 reg 13(4) for most.
    """
    reasons_given = {each.check: each.reason for each in record.decision.overrides if each.reason.strip()}
    found = dict.fromkeys(gap for check in CHECKS.values() for gap in check(record))
    return tuple(_passed_over(gap, reasons_given.get(gap.check, "")) for gap in found)


def for_information(record: RecordInHand) -> tuple[Gap, ...]:
    """What is no gap and worth knowing: how the authority was found, how an answer was read, the clocks."""
    return (*how_it_rests(record), *how_conflicts_read(record), *clocks_told(record))


def may_sign(gaps: Iterable[Gap]) -> bool:
    """Whether nothing stands in the way of signing. Warnings never do; whoever signs sees them."""
    return not any(gap.stops for gap in gaps)


def open_warnings(gaps: Iterable[Gap]) -> tuple[Gap, ...]:
    """The warnings that nobody has passed over yet."""
    return tuple(gap for gap in gaps if gap.is_open and not gap.stops)


def _passed_over(gap: Gap, reason: str) -> Gap:
    return replace(gap, overridden_by=reason) if gap.severity is Severity.WARNING else gap
