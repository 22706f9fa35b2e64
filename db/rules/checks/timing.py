"""C21 and C22: a decision after what it authorises began, or after its own deadline."""

from collections.abc import Iterator
from datetime import date

from db.rules.contract import Contract
from db.rules.dates import show_day
from db.rules.decision import Effect, EffectKind
from db.rules.exercised import extensions_by, variations_by
from db.rules.notice import last_day_to_serve, last_day_to_use_option
from db.rules.record_in_hand import Gaps, RecordInHand, together, warning
from db.rules.standing import Standing, standing
from db.rules.stated_periods import stated_periods

_RETROSPECTIVE = "A decision comes before what it authorises"
_DEADLINE = "The contract’s own clause, counted back (Dodds v Walker [1981] 1 WLR 1027)"


def retrospective(record: RecordInHand) -> Gaps:
    """C21: it comes before the start it authorises, and before the old contract's end."""
    for sentence in together(_too_late(record)):
        yield warning("C21", "decided_on", sentence, _RETROSPECTIVE)


def deadline_missed(record: RecordInHand) -> Gaps:
    """C22: the last day to use the option, or to serve notice, had not passed. Source: the contract's own clause."""
    for sentence in together(_missed(record)):
        yield warning("C22", "decided_on", sentence, _DEADLINE)


def _too_late(record: RecordInHand) -> Iterator[tuple[str, str]]:
    taken_on = record.taken_on
    for effect, contract in record.acted_on:
        begins = _begins(record, effect, contract)
        ended = _ended(record, contract)
        if begins is not None and taken_on > begins:
            after = f"{_days(begins, taken_on)} after the start it authorises, {show_day(begins)}"
            yield effect.contract_reference, f"taken on {show_day(taken_on)}, {after}."
        elif ended is not None and taken_on > ended and effect.kind is not EffectKind.ENDS:
            after = f"{_days(ended, taken_on)} after the contract ended on {show_day(ended)}"
            yield effect.contract_reference, f"taken on {show_day(taken_on)}, {after}."


def _missed(record: RecordInHand) -> Iterator[tuple[str, str]]:
    for effect, contract in record.acted_on:
        if contract is None:
            continue
        at = standing(record.before(contract), record.taken_on)
        if effect.kind is EffectKind.EXTENDS:
            yield from _option_missed(record, at)
        elif effect.kind is EffectKind.GIVES_NOTICE:
            yield from _notice_missed(record, at)


def _option_missed(record: RecordInHand, at: Standing) -> Iterator[tuple[str, str]]:
    last = last_day_to_use_option(at)
    if last is not None and record.taken_on > last.day and at.next_option is not None:
        what = f"the last day to use option {at.next_option.number} was {show_day(last.day)}"
        before = f"{_days(last.day, record.taken_on)} before this decision"
        yield at.contract.reference, f"{what}, {before}. {' '.join(last.working)}"


def _notice_missed(record: RecordInHand, at: Standing) -> Iterator[tuple[str, str]]:
    last = last_day_to_serve(at)
    if last is not None and record.taken_on > last.day and at.ends_on is not None:
        what = f"notice to end on {show_day(at.ends_on)} had to be served by {show_day(last.day)}"
        before = f"{_days(last.day, record.taken_on)} before this decision"
        yield at.contract.reference, f"{what}, {before}. {' '.join(last.working)}"


def _begins(record: RecordInHand, effect: Effect, contract: Contract | None) -> date | None:
    """The first day of what the decision authorises on a contract: as recorded, else as its words state it."""
    days: list[date] = []
    if contract is not None:
        days += [each.period.starts_on for each in extensions_by(record.decision, contract)]
        days += [each.effective_on for each in variations_by(record.decision, contract) if each.effective_on]
    if not days and effect.kind is EffectKind.EXTENDS:
        days = [each.starts_on for each in stated_periods(record.decision.text.decision)][:1]
    return min(days, default=None)


def _ended(record: RecordInHand, contract: Contract | None) -> date | None:
    """The last day of a contract before this decision, where it had one."""
    return standing(record.before(contract), record.taken_on).ends_on if contract is not None else None


def _days(earlier: date, later: date) -> str:
    count = (later - earlier).days
    return "1 day" if count == 1 else f"{count} days"
