"""How a contract stands on a day: its status, its last day, the option that comes next."""

from dataclasses import dataclass
from datetime import date

from db.rules.contract import Contract, Extension, ExtensionOption, Notice, Status, Variation
from db.rules.dates import Period, next_period_start, term_end


@dataclass(frozen=True, slots=True)
class Standing:
    """How a contract stands on a day, from what had been decided or served by that day."""

    contract: Contract
    day: date
    status: Status
    ends_on: date | None
    """The last day as it stands: initial term, extensions, variations and notice up to the day."""
    maximum_end: date | None
    """The last day if every option is used; once the last day was varied, counted on from there."""
    extensions: tuple[Extension, ...]
    variations: tuple[Variation, ...]
    notice: Notice | None
    next_option: ExtensionOption | None
    """The next option that can be used: unused, and not lapsed."""
    lapsed_options: tuple[ExtensionOption, ...]

    @property
    def option_period(self) -> Period | None:
        """The days the next option would add."""
        return option_period(self.ends_on, self.next_option) if self.ends_on and self.next_option else None


def option_period(ends_on: date, option: ExtensionOption) -> Period:
    """The days an option adds after a last day: no gap, no overlap."""
    starts_on = next_period_start(ends_on)
    return Period(starts_on, term_end(starts_on, option.months))


def standing(contract: Contract, day: date) -> Standing:
    """How a contract stands on a day, knowing only what had been decided, served or recorded as ended by then.

    An extension or variation counts from the day it was decided; notice from the day it was served.
    """
    extensions = tuple(each for each in contract.extensions if each.decided_on <= day)
    variations = tuple(each for each in contract.variations if each.decided_on <= day)
    notice = next((each for each in reversed(contract.notices) if each.served_on <= day), None)
    before_notice = _last_day(contract.initial_ends_on, extensions, variations)
    ends_on = _after_notice(before_notice, notice)
    unused = _unused(contract.options, extensions)
    closed = contract.ended_on is not None and contract.ended_on <= day
    lapsed = notice is not None or closed or (before_notice is not None and before_notice < day)
    return Standing(
        contract=contract,
        day=day,
        status=_status(contract, ends_on, notice, day),
        ends_on=contract.ended_on if closed else ends_on,
        maximum_end=_maximum_end(contract, variations, before_notice, unused),
        extensions=extensions,
        variations=variations,
        notice=notice,
        next_option=unused[0] if unused and not lapsed else None,
        lapsed_options=unused if lapsed else (),
    )


def _last_day(
    initial: date | None, extensions: tuple[Extension, ...], variations: tuple[Variation, ...]
) -> date | None:
    """The last day settled last: of variations on one day the highest number, beside an extension the later day."""
    varied = {each.decided_on: each.ends_on for each in sorted(variations, key=_number) if each.ends_on}
    steps = [(each.decided_on, each.period.ends_on) for each in extensions]
    return max((*steps, *varied.items()))[1] if steps or varied else initial


def _number(variation: Variation) -> int:
    return variation.number


def _after_notice(ends_on: date | None, notice: Notice | None) -> date | None:
    """Notice shortens a running term; served after the term has run out, it ends what went on past it."""
    if notice is None:
        return ends_on
    if ends_on is None or notice.served_on > ends_on:
        return notice.ends_on
    return min(ends_on, notice.ends_on)


def _status(contract: Contract, ends_on: date | None, notice: Notice | None, day: date) -> Status:
    if contract.ended_on is not None and contract.ended_on < day:
        return Status.ENDED
    if contract.starts_on is not None and day < contract.starts_on:
        return Status.NOT_STARTED
    if ends_on is None:
        return Status.NOT_RECORDED
    if notice is not None:
        return Status.UNDER_NOTICE if day <= ends_on else Status.ENDED
    return Status.RUNNING if day <= ends_on else Status.PAST_END


def _unused(options: tuple[ExtensionOption, ...], extensions: tuple[Extension, ...]) -> tuple[ExtensionOption, ...]:
    used = {each.option_id for each in extensions}
    return tuple(sorted((each for each in options if each.id not in used), key=lambda each: each.number))


def _maximum_end(
    contract: Contract,
    variations: tuple[Variation, ...],
    ends_on: date | None,
    unused: tuple[ExtensionOption, ...],
) -> date | None:
    varied = any(each.ends_on for each in variations)
    end, left = (ends_on, unused) if varied else (contract.initial_ends_on, _unused(contract.options, ()))
    for option in left:
        end = option_period(end, option).ends_on if end else None
    return end
