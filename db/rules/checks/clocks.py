"""C25: the clocks that the decision starts can be worked out, and agree with what is printed."""

from db.rules.dates import show_day
from db.rules.record_dates import RecordDates, clocks_of
from db.rules.record_in_hand import Gap, Gaps, RecordInHand, note, warning

_SOURCE = "SI 2012/2089 regs 16 and 21; SI 2014/2095 reg 8; the council’s call-in rules"


def clocks(record: RecordInHand) -> Gaps:
    """C25: effect, members' access, publication and retention have their days.

    Source: SI 2012/2089 reg 16 and 21; SI 2014/2095 reg 8; the council's constitution for call-in.
    """
    decision = record.decision
    if decision.decided_on is None:
        return
    if missing := record.holidays.missing(decision.decided_on, max(record.day, decision.decided_on)):
        years = ", ".join(map(str, missing))
        sentence = f"The bank holidays of {years} are not recorded, so working days cannot be counted."
        yield warning("C25", "decided_on", sentence, _SOURCE)
    dates = _dates(record)
    worked = dates.effective.day if dates.effective else None
    stated, begins = decision.published.effective_on, decision.published.implement_from
    if stated is not None and worked is not None and stated < worked:
        sentence = (
            f"It is printed as effective on {show_day(stated)}; call-in lets it take effect on {show_day(worked)}."
        )
        yield warning("C25", "published.effective_on", sentence, dates.effective.source if dates.effective else _SOURCE)
    effective = stated or worked
    if begins is not None and effective is not None and begins < effective:
        sentence = (
            f"It is to be put into effect on {show_day(begins)}, before it takes effect on {show_day(effective)}."
        )
        yield warning("C25", "published.implement_from", sentence, _SOURCE)


def clocks_told(record: RecordInHand) -> tuple[Gap, ...]:
    """Each clock as information: what, its day, and how it was found."""
    return tuple(
        note(
            "C25",
            "decided_on",
            f"{clock.what} {show_day(clock.day)}. {' '.join(clock.working)}" if clock.day else " ".join(clock.working),
            clock.source,
        )
        for clock in _dates(record).clocks
    )


def _dates(record: RecordInHand) -> RecordDates:
    return clocks_of(record.decision, record.holidays, record.call_in, day=record.day)
