"""Notice: what it comes to, and the last day to serve it. Each day comes with its working."""

from datetime import date

from db.rules.contract import Contract, ExtensionOption, NoticeTerm, Side, Status
from db.rules.dates import latest_service_max, latest_service_safe, period_end, show_day, show_length
from db.rules.refusal import Refusal
from db.rules.standing import Standing, standing
from db.rules.worked_day import WorkedDay

__all__ = [
    "WorkedDay",
    "arguable_day_to_serve",
    "earliest_end",
    "last_day_to_act",
    "last_day_to_serve",
    "last_day_to_use_option",
    "notice_ending",
    "serve_by",
    "use_option_by",
]


def earliest_end(served_on: date, term: NoticeTerm) -> WorkedDay:
    """The first day on which notice served on a day can end a contract.

    Source: period_end (Dodds v Walker).
    """
    length = show_length(term.length, term.unit)
    day = period_end(served_on, term.length, term.unit)
    return WorkedDay(
        day,
        (
            f"Notice served on {show_day(served_on)}; the day of service does not count.",
            f"{length} after it end on {show_day(day)}, the corresponding day (Dodds v Walker [1981]).",
            *_source(term),
        ),
    )


def serve_by(ends_on: date, term: NoticeTerm) -> WorkedDay:
    """The last day to serve notice so that the contract ends by its last day.

    Source: latest_service_safe; the latest arguable day is told where it differs.
    """
    length = show_length(term.length, term.unit)
    day = latest_service_safe(ends_on, term.length, term.unit)
    arguable = latest_service_max(ends_on, term.length, term.unit)
    steps = [
        f"The contract's last day is {show_day(ends_on)}.",
        f"{length} counted back from it is {show_day(day)}: serve by then (Dodds v Walker [1981]).",
    ]
    if arguable != day:
        steps.append(f"{show_day(arguable)} is the latest day that could be argued. Do not rely on it.")
    return WorkedDay(day, (*steps, *_source(term)))


def use_option_by(contract: Contract, ends_on: date, option: ExtensionOption | None = None) -> WorkedDay:
    """The last day to decide on using an option before a last day.

    The option's own clause decides where it is recorded. Else the council's notice is taken, as options are commonly
    used by the same notice; without one, the last day.
    """
    if option is not None and option.exercise is not None:
        return _exercise_by(ends_on, option.exercise)
    term = contract.notice_term(Side.COUNCIL)
    if term is None:
        return WorkedDay(
            ends_on, ("No notice is recorded, so the contract’s last day is taken. Check its option clause.",)
        )
    worked = serve_by(ends_on, term)
    return WorkedDay(
        worked.day, (*worked.working, "The same notice is taken for using an option. Check the option clause.")
    )


def _exercise_by(ends_on: date, term: NoticeTerm) -> WorkedDay:
    length = show_length(term.length, term.unit)
    day = latest_service_safe(ends_on, term.length, term.unit)
    told = f" ({term.source})" if term.source else ""
    return WorkedDay(
        day,
        (
            f"The contract’s last day is {show_day(ends_on)}.",
            f"The option’s own clause asks for {length}{told}: counted back, {show_day(day)}.",
        ),
    )


def last_day_to_serve(at: Standing) -> WorkedDay | None:
    """The last day for the council to serve notice so that a contract ends by its last day; None where it has none.

    For contracts that run or are still to start, with a last day and a notice recorded.
    """
    term = at.contract.notice_term(Side.COUNCIL)
    if term is None or at.ends_on is None or at.status not in {Status.RUNNING, Status.NOT_STARTED}:
        return None
    return serve_by(at.ends_on, term)


def arguable_day_to_serve(at: Standing) -> date | None:
    """The latest arguable day for the council to serve notice: shown beside last_day_to_serve, never the deadline."""
    term = at.contract.notice_term(Side.COUNCIL)
    if term is None or at.ends_on is None or last_day_to_serve(at) is None:
        return None
    return latest_service_max(at.ends_on, term.length, term.unit)


def last_day_to_use_option(at: Standing) -> WorkedDay | None:
    """The last day to decide on the option that comes next; None where none does, or the last day is not recorded."""
    if at.next_option is None or at.ends_on is None:
        return None
    return use_option_by(at.contract, at.ends_on, at.next_option)


def last_day_to_act(at: Standing) -> WorkedDay | None:
    """The last day on which anything can still be done about a contract's end: use its option, or serve notice."""
    return last_day_to_use_option(at) or last_day_to_serve(at)


def notice_ending(contract: Contract, side: Side, served_on: date) -> WorkedDay:
    """The last day that notice by one side, served on a day, gives a contract.

    Raises:
        Refusal: that side's notice is not recorded, notice was given already, or the contract is not running.
    """
    term = contract.notice_term(side)
    if term is None:
        raise Refusal(
            f"{contract.reference} has no notice recorded for the {side}. "
            "Record the length the contract gives (Correct terms), then give notice."
        )
    at = standing(contract, served_on)
    if contract.notices:
        given = contract.notices[-1]
        raise Refusal(
            f"Notice on {contract.reference} was served on {show_day(given.served_on)} and ends it on "
            f"{show_day(given.ends_on)}. Undo that first if it was recorded in error."
        )
    if at.status is Status.ENDED and at.ends_on:
        raise Refusal(f"{contract.reference} ended on {show_day(at.ends_on)}, so no notice can be given.")
    if at.status is Status.NOT_STARTED and contract.starts_on:
        raise Refusal(f"{contract.reference} starts on {show_day(contract.starts_on)}, after the day of service.")
    return earliest_end(served_on, term)


def _source(term: NoticeTerm) -> tuple[str, ...]:
    told = f" ({term.source})" if term.source else ""
    return (
        f"Notice by the {term.side}: {show_length(term.length, term.unit)}{told}. Check the contract's own clause.",
    )
