"""How each day of a contract's term was worked out, one short sentence a step, for whoever asks why."""

from collections.abc import Iterator

from db.rules.contract import Contract
from db.rules.dates import Unit, show_day, show_length
from db.rules.standing import Standing, option_period


def how_it_ends(at: Standing) -> tuple[str, ...]:
    """The steps that lead to the last day as it stands: first term, extensions, variations, notice."""
    return tuple(_steps(at))


def how_far_it_can_go(at: Standing) -> tuple[str, ...]:
    """The steps that lead to the last day if every option is used."""
    end = at.contract.initial_ends_on
    if end is None:
        return ("The first term is not recorded.",)
    steps = [_first_term(at.contract)]
    for option in sorted(at.contract.options, key=lambda each: each.number):
        period = option_period(end, option)
        end = period.ends_on
        steps.append(f"Option {option.number} adds {show_length(option.months, Unit.MONTHS)}: {period}.")
    steps += [f"Variation {each.number} sets {show_day(each.ends_on)}." for each in at.variations if each.ends_on]
    return tuple(steps)


def _steps(at: Standing) -> Iterator[str]:
    if at.contract.initial_ends_on:
        yield _first_term(at.contract)
    changes = [
        (
            each.decided_on,
            f"Option {each.option_number}, used by {each.decision_number or 'a decision'}: {each.period}.",
        )
        for each in at.extensions
    ]
    changes += [
        (
            each.decided_on,
            f"Variation {each.number}, by {each.decision_number or 'agreement'}: to {show_day(each.ends_on)}.",
        )
        for each in at.variations
        if each.ends_on
    ]
    yield from (words for _, words in sorted(changes))
    if at.notice:
        yield (
            f"Notice by the {at.notice.given_by}, served {show_day(at.notice.served_on)}, "
            f"ends it on {show_day(at.notice.ends_on)}."
        )
    if at.contract.ended_on and at.contract.ended_on <= at.day:
        yield f"Recorded as ended on {show_day(at.contract.ended_on)}."


def _first_term(contract: Contract) -> str:
    ends_on = contract.initial_ends_on
    if ends_on is None:
        return "The first term is not recorded."
    begun = f"from {show_day(contract.starts_on)} " if contract.starts_on else ""
    return f"First term {begun}to {show_day(ends_on)}, as the contract says."
