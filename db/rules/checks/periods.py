"""C05: lengths and days that are stated agree with each other, the extension recorded and the maximum end."""

from collections.abc import Iterable
from datetime import date

from db.rules.contract import Contract
from db.rules.dates import show_day
from db.rules.decision import EffectKind
from db.rules.exercised import extensions_by
from db.rules.record_in_hand import SECTION_NAMES, Gaps, RecordInHand, blocking, warning
from db.rules.standing import standing
from db.rules.stated_periods import (
    StatedPeriod,
    days_not_real,
    disagreement,
    months_without_day,
    stated_periods,
)

_SOURCE = "A term from a day for months ends the day before the corresponding day (Ladyman v Wirral Estates [1968])"
_MAXIMUM_SOURCE = "The contract’s own options"


def periods(record: RecordInHand) -> Gaps:
    """C05: "12 months" is what its first and last day say, and nothing runs past what the contract allows.

    Source: terms as councils state them, both days counted in; Ladyman v Wirral Estates [1968].
    """
    for field, said in record.sections.items():
        yield from _as_stated(field, said)
    yield from _as_recorded(record, stated_periods(record.decision.text.decision))
    yield from _within_maximum(record)


def _as_stated(field: str, said: str) -> Gaps:
    where = SECTION_NAMES[field]
    for words in days_not_real(said):
        yield blocking("C05", field, f"{where}: “{words}” is not a real date.", _SOURCE)
    for period in stated_periods(said):
        if problem := disagreement(period):
            yield blocking("C05", field, f"{where}: {problem}", _SOURCE)
    for words in months_without_day(said):
        sentence = f"{where}: “{words}” names a month and no day. Give the first and the last day."
        yield warning("C05", field, sentence, _SOURCE)


def _as_recorded(record: RecordInHand, stated: Iterable[StatedPeriod]) -> Gaps:
    """The decision's own words against the extension that is recorded as made by it."""
    said = [(each.starts_on, each.ends_on) for each in stated]
    told: set[tuple[date, date]] = set()
    for _, contract in record.acted_on:
        for each in extensions_by(record.decision, contract) if contract else ():
            days = (each.period.starts_on, each.period.ends_on)
            if said and days not in said and days not in told:
                told.add(days)
                first, last = said[0]
                sentence = (
                    f"The decision says {show_day(first)} to {show_day(last)}, but the extension recorded on "
                    f"{contract.reference if contract else 'the contract'} is {each.period}."
                )
                yield blocking("C05", "decision", sentence, _SOURCE)


def _within_maximum(record: RecordInHand) -> Gaps:
    stated = [each.ends_on for each in stated_periods(record.decision.text.decision)]
    for effect, contract in record.acted_on:
        if contract is None or effect.kind is not EffectKind.EXTENDS:
            continue
        recorded = [each.period.ends_on for each in extensions_by(record.decision, contract)]
        ends_on, maximum = max((*stated, *recorded), default=None), _maximum(record, contract)
        if ends_on is not None and maximum is not None and ends_on > maximum:
            sentence = (
                f"{contract.reference} cannot be extended to {show_day(ends_on)}: its options reach "
                f"{show_day(maximum)} at most."
            )
            yield blocking("C05", "decision", sentence, _MAXIMUM_SOURCE)


def _maximum(record: RecordInHand, contract: Contract) -> date | None:
    return standing(record.before(contract), record.taken_on).maximum_end
