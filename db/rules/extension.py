"""Which option comes next, and what it may be used for."""

from datetime import date

from db.rules.contract import Contract, ExtensionOption
from db.rules.dates import Period, Unit, show_day, show_length
from db.rules.refusal import Refusal
from db.rules.standing import Standing, standing


def extension_by(
    contract: Contract, decided_on: date, option: int | None = None, to: date | None = None
) -> tuple[ExtensionOption, Period]:
    """The option a decision of a day uses and the days it adds; `option` and `to` must agree when given.

    Options are used in the order of their numbers, each once, before the term has run out.

    Raises:
        Refusal: none is left, it has lapsed, another comes first, or the last day is not the option's.
    """
    at = standing(contract, decided_on)
    later = [each for each in contract.extensions if each.decided_on > decided_on]
    if later:
        raise Refusal(
            f"{contract.reference} was extended on {show_day(later[0].decided_on)}, after this decision of "
            f"{show_day(decided_on)}. Record decisions in the order they were taken."
        )
    following = at.next_option
    if following is None:
        raise Refusal(_why_none(at))
    if option is not None and option != following.number:
        raise Refusal(
            f"{contract.reference}: option {option} cannot be used, because option {following.number} comes next. "
            "Options are used in order."
        )
    period = at.option_period
    if period is None:
        raise Refusal(_why_none(at))
    if to is not None and to != period.ends_on:
        raise Refusal(_why_not_to(at, following, period, to))
    return following, period


def _why_none(at: Standing) -> str:
    reference = at.contract.reference
    if not at.contract.options:
        return f"{reference} has no option to extend. Only a variation can carry it further."
    if at.ends_on is None:
        return f"{reference} has no recorded last day to extend from. Record its term first."
    if at.lapsed_options:
        return (
            f"{reference}: option {at.lapsed_options[0].number} lapsed when the contract ended on "
            f"{show_day(at.ends_on)}. Only a variation can carry it further."
        )
    return (
        f"{reference} has used all its options and runs to its maximum end, {show_day(at.ends_on)}. "
        "Only a variation can carry it further."
    )


def _why_not_to(at: Standing, option: ExtensionOption, period: Period, to: date) -> str:
    length = show_length(option.months, Unit.MONTHS)
    if at.maximum_end and to > at.maximum_end:
        return (
            f"{at.contract.reference} cannot be extended to {show_day(to)}: its maximum end is "
            f"{show_day(at.maximum_end)}. Option {option.number} runs to {show_day(period.ends_on)}."
        )
    return (
        f"{at.contract.reference}: option {option.number} is {length}, {period}. "
        f"It cannot end on {show_day(to)}; leave the day out, or vary the contract."
    )
