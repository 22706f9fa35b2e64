"""What a record on the page lacks, in the register it stands in."""

from datetime import date

from db.register import Register
from db.rules.completeness import completeness
from db.rules.contract import Contract
from db.rules.decision import Decision, RecordOfDecision
from db.rules.decision_rules import rules_from
from db.rules.record_in_hand import Gap, RecordInHand, Severity
from db.rules.working_days import BankHolidays
from desktop.writing.chapters import PATHS
from desktop.writing.gap_notes import Missing

_PATHS = frozenset(path for paths in PATHS.values() for path in paths)
_INSTEAD = {"signed_on": "decided_on", "published": "published.published_on"}
"""Where to go for what is not typed on the page."""


def missing_in(
    register: Register, decision: Decision, record: RecordOfDecision, day: date, holidays: BankHolidays
) -> tuple[Missing, ...]:
    """Everything the checks find on a day, with what was passed over and why."""
    rules = rules_from(register.diaries.settings())
    in_hand = RecordInHand(
        decision,
        day,
        decisions=register.decisions.all(),
        contracts=tuple(each for each in register.contracts.all() if isinstance(each, Contract)),
        funding=record.funding,
        providers=register.providers.all(),
        holidays=holidays,
        key_threshold=rules.key_threshold,
        call_in=rules.call_in,
    )
    return tuple(_missing(gap, decision) for gap in completeness(in_hand) if gap.severity is not Severity.NOTE)


def _missing(gap: Gap, decision: Decision) -> Missing:
    in_words = gap.field == "alternatives" and not decision.alternatives
    path = "text.alternatives" if in_words else path_of(gap.field)
    return Missing(gap.check, path, gap.sentence, gap.source, gap.stops, gap.overridden_by)


def path_of(field: str) -> str:
    """Where on the page a check's field is written."""
    for path in (field, f"text.{field}", _INSTEAD.get(field, "")):
        if path in _PATHS:
            return path
    return next((path for path in sorted(_PATHS) if path.startswith(f"{field.partition('.')[0]}.")), "text.decision")
