"""How long records are kept, by when data is published, and when members may see what an officer decided."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from db.rules.dates import Unit, next_period_start, period_end, term_end
from db.rules.refusal import Refusal


@dataclass(frozen=True, slots=True)
class Retention:
    """How many years something is kept, beginning with the day of the decision, and where that comes from."""

    years: int
    source: str


RETENTION = {
    "officer_record": Retention(6, "Openness of Local Government Bodies Regulations 2014 reg 8, as guides report it"),
    "background_papers": Retention(
        4, "Openness of Local Government Bodies Regulations 2014 reg 8, as guides report it"
    ),
}


def retention_last_day(
    decided_on: date, n: int | None = None, unit: str | None = "years", what: str = "officer_record"
) -> date:
    """The last day on which a record, or its background papers, must still be kept and open to inspection.

    Years beginning with the day of the decision, so that day counts; where there is no such day, its month's last.
    Source: see RETENTION; a length given overrides it.

    Raises:
        Refusal: what is kept is not known and no length is given, or the length is in something other than years.
    """
    if unit not in {"years", None}:
        raise Refusal("Records are kept for a number of years.")
    if n is None and what not in RETENTION:
        raise Refusal(f"How long “{what}” is kept is not known. Give the number of years.")
    return term_end(decided_on, 12 * (RETENTION[what].years if n is None else n))


def member_inspection_deadline(decided_at: datetime, n: int = 24, unit: str = "hours") -> datetime:
    """The moment, on the clock in England, by which members may inspect what an officer's decision rests on.

    24 hours after the decision. In the night the clocks go back they run out an hour earlier on the clock; in the
    night they go forward the same time of day is kept, which is within them.
    Source: SI 2012/2089 reg 16(3) and (4).

    Raises:
        Refusal: counted in something other than hours.
    """
    if unit != "hours":
        raise Refusal("Members may inspect within a number of hours.")
    deadline = decided_at + timedelta(hours=n)
    back = datetime.combine(_clocks_go_back(decided_at.year), time(2), decided_at.tzinfo)
    hour = timedelta(hours=1)
    return deadline - hour if decided_at < back and deadline > back - hour else deadline


def transparency_publish_by(quarter_ends_on: date, n: int = 1, unit: Unit = Unit.MONTHS, reading: str = "safe") -> date:
    """The last day to publish a quarter's contract data: not later than one month after the quarter.

    "safe" is the corresponding day (30 July for the quarter to 30 June) and the one to keep; "max" reads it as the
    whole of the next month (31 July).
    Source: Local Government Transparency Code 2015 with the LGA's guidance.

    Raises:
        Refusal: another reading.
    """
    if reading == "safe":
        return period_end(quarter_ends_on, n, unit)
    if reading == "max":
        return term_end(next_period_start(quarter_ends_on), n, unit)
    raise Refusal(f"The readings are “safe” and “max”; “{reading}” is not known.")


def _clocks_go_back(year: int) -> date:
    """The last Sunday in October (Summer Time Order 2002)."""
    last = date(year, 10, 31)
    return last - timedelta(days=(last.weekday() + 1) % 7)
