"""Values of a decision as fields show them, and back."""

from collections.abc import Callable, Sequence
from typing import Any

from db.rules.decision import Publication, Saving
from db.rules.decision_facts import Alternative
from db.rules.money import parse_pounds, show_pounds
from db.rules.refusal import Refusal

Rows = tuple[tuple[Any, ...], ...]


def answered(publication: Publication) -> Publication | None:
    """What is chosen for publication; nothing while it is not answered."""
    return None if publication is Publication.UNANSWERED else publication


def answer(chosen: Publication | None) -> Publication:
    """And back."""
    return chosen or Publication.UNANSWERED


def or_else(otherwise: Any) -> Callable[[Any], Any]:
    """What is chosen, or what stands for nothing."""
    return lambda chosen: otherwise if chosen is None else chosen


def lines(text: str) -> tuple[str, ...]:
    """Each line that says something."""
    return tuple(line.strip() for line in text.splitlines() if line.strip())


def savings_as_rows(savings: Sequence[Saving]) -> Rows:
    """Savings, line by line."""
    return tuple((each.group, each.label, show_pounds(each.pence)) for each in savings)


def savings_from_rows(rows: Rows) -> tuple[Saving, ...]:
    """And back.

    Raises:
        Refusal: a line lacks what is saved, or its amount cannot be read.
    """
    for _, label, amount in rows:
        if not label or not amount:
            raise Refusal("Each saving needs what it is and its amount. Enter both, or remove the line.")
    return tuple(Saving(group, label, parse_pounds(amount)) for group, label, amount in rows)


def alternatives_as_rows(alternatives: Sequence[Alternative]) -> Rows:
    """Options considered, line by line."""
    return tuple((each.option, each.why_rejected) for each in alternatives)


def alternatives_from_rows(rows: Rows) -> tuple[Alternative, ...]:
    """And back."""
    return tuple(Alternative(option, why) for option, why in rows)
