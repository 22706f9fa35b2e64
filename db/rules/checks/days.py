"""C03, C19 and C20: the day it was taken, the day it was signed, and how long publication took."""

from collections.abc import Iterator
from datetime import date

from db.rules.dates import show_day
from db.rules.decision import DecisionKind, Publication
from db.rules.record_dates import publication_lag
from db.rules.record_in_hand import Gaps, RecordInHand, blocking, warning

_DATE_SOURCE = "SI 2012/2089 reg 13(4)(a): the decision and its date"
_SIGNED_SOURCE = "The form’s signature block (Kent)"
_LAG_SOURCE = "SI 2012/2089 reg 13(4): as soon as reasonably practicable"


def decision_date(record: RecordInHand) -> Gaps:
    """C03: the date is there, not to come, and not after what must follow it. Source: SI 2012/2089 reg 13(4)(a)."""
    decided_on = record.decision.decided_on
    if decided_on is None:
        yield blocking("C03", "decided_on", "Enter the day the decision is taken.", _DATE_SOURCE)
        return
    if decided_on > record.day:
        sentence = f"The decision is dated {show_day(decided_on)}, which is still to come on {show_day(record.day)}."
        yield blocking("C03", "decided_on", sentence, _DATE_SOURCE)
    for what, day in _follows(record):
        if decided_on > day:
            sentence = f"The decision is dated {show_day(decided_on)}, after {what} on {show_day(day)}."
            yield blocking("C03", "decided_on", sentence, _DATE_SOURCE)


def signature(record: RecordInHand) -> Gaps:
    """C19: it is signed on the day it was taken, or the record says why not. Source: Kent's form.

    A record not signed yet would be signed on the day of the check. Name and post are C02's.
    """
    decision = record.decision
    if decision.decided_on is None or not (decision.kind is DecisionKind.OFFICER or decision.signed_on):
        return
    signed_on = decision.signed_on or record.day
    if signed_on > record.day:
        sentence = f"The signature is dated {show_day(signed_on)}, which is still to come."
        yield blocking("C19", "signed_on", sentence, _SIGNED_SOURCE)
    elif signed_on > decision.decided_on and not decision.late_signing.strip():
        tense = "Signed" if decision.signed_on else "It would be signed"
        sentence = (
            f"{tense} on {show_day(signed_on)}, but taken on {show_day(decision.decided_on)}. "
            "Say why it is signed on another day."
        )
        yield blocking("C19", "late_signing", sentence, _SIGNED_SOURCE)


def publication_delay(record: RecordInHand) -> Gaps:
    """C20: it is published within the council's limit of working days. Source: SI 2012/2089 reg 13(4)."""
    decision = record.decision
    lag = publication_lag(decision, record.holidays, record.day)
    if lag is None or decision.for_publication is Publication.NO or lag.working_days <= record.lag_limit:
        return
    if lag.is_published:
        how = f"Published on {show_day(lag.until)}, {lag.working_days} working days after the decision"
    else:
        how = f"Not published {lag.working_days} working days after the decision"
    sentence = f"{how}; more than {record.lag_limit} asks for a reason."
    yield warning("C20", "published.published_on", sentence, _LAG_SOURCE)


def _follows(record: RecordInHand) -> Iterator[tuple[str, date]]:
    decision = record.decision
    days = {
        "it was signed": decision.signed_on,
        "it was published": decision.published.published_on,
        "it took effect": decision.published.effective_on,
    }
    yield from ((what, day) for what, day in days.items() if day is not None)
