"""Whether the law on procurement lets a contract be changed: checks that warn, each with its source."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from db.rules.dates import Unit, term_end
from db.rules.money import Pence, show_pounds
from db.rules.percent import percentage_of, share, show_percent, with_vat
from db.rules.procurement import LARGE, Award, NoticeDue, Regime
from db.rules.refusal import Refusal
from db.rules.thresholds import above_threshold

NOTHING = Pence(0)
HALF = Fraction(1, 2)
QUARTER = Fraction(1, 4)
HEALTH_LIMIT = Pence(500_000_00)

GROUNDS = {
    "72(1)(a)": "a clear, precise and unequivocal clause or option, whatever its value",
    "72(1)(b)": "additional services that were not in the procurement, at most 50% of the original value each time",
    "72(1)(c)": "circumstances that could not be foreseen, at most 50% of the original value each time",
    "72(1)(d)": "a new contractor in place of the first",
    "72(1)(e)": "a change that is not substantial",
    "72(1)(f)": "below the threshold and below 10% of the original value, all such changes together",
}
"""The grounds of regulation 72 of the Public Contracts Regulations 2015."""


@dataclass(frozen=True, slots=True)
class Change:
    """A proposed change to an awarded contract, in pence without VAT and in months; downwards is below nothing."""

    value: Pence = NOTHING
    """Over the contract's life, like the value it is measured against."""
    months: int = 0
    on: date | None = None
    """The day it takes effect; the threshold of that day holds."""
    ground: str = ""
    """The ground it rests on, such as 72(1)(b); empty when none is named."""
    uses_option: bool = False
    earlier: Pence = NOTHING
    """The net value of earlier changes that are counted together with this one."""
    alters_scope: bool = False


@dataclass(frozen=True, slots=True)
class Warned:
    """Something to settle before a change is made, and where the rule comes from."""

    warning: str
    source: str


def warnings_on(award: Award, change: Change) -> tuple[Warned, ...]:
    """Everything the procurement rules make worth settling before a contract is changed. Never legal advice.

    Raises:
        Refusal: the original value is not above nothing.
    """
    checks = {
        Regime.REGULATIONS: _under_regulations,
        Regime.ACT: _under_act,
        Regime.HEALTH: _under_health,
        Regime.LIGHT_TOUCH: _under_light_touch,
    }
    return tuple(checks[award.regime](award, change))


def due_on_change(award: Award, change: Change) -> tuple[NoticeDue, ...]:
    """The notices that a change asks for.

    Raises:
        Refusal: the original value is not above nothing.
    """
    if award.regime is Regime.REGULATIONS and change.ground in {"72(1)(b)", "72(1)(c)"}:
        what = "Modification notice on Find a Tender"
        return (NoticeDue("Modification notice", what, None, "Public Contracts Regulations 2015 reg 72(3)"),)
    if award.regime is Regime.HEALTH and abs(change.value) >= HEALTH_LIMIT:
        return (NoticeDue("Transparency notice", "Notice of the modification", None, "SI 2023/1348 reg 13"),)
    if award.regime is Regime.ACT and needs_change_notice(award, change):
        return tuple(_under_the_act(award, change))
    return ()


def options_left(award: Award, change: Change | None = None) -> int:
    """The options that remain, after a change that uses one if it is given."""
    return max(0, award.options - award.options_used - (1 if change is not None and change.uses_option else 0))


def substantial_by_term(award: Award, months: int) -> bool:
    """Whether a change of term, up or down, is over 10% of the longest term provided for on award.

    Source: Procurement Act 2023 s.74(3).
    """
    return 10 * abs(months) > award.maximum_months


def change_notice_floor(award: Award) -> Pence:
    """The change of value, in pence, above which a contract change notice is needed: 10% of the value, 15% for works.

    Source: Procurement Act 2023 s.75(2).
    """
    return percentage_of(award.net_value, award.small_percent)


def needs_change_notice(award: Award, change: Change) -> bool:
    """Whether a UK10 must be published before a change: value or term moves by more than the limit, or the scope does.

    Related changes count together. Never for light touch. The cautious reading: being within one limit does not excuse
    being over the other. Source: Procurement Act 2023 s.75.

    Raises:
        Refusal: the original value is not above nothing.
    """
    if award.regime is not Regime.ACT:
        return False
    return _over_small(award, change) or substantial_by_term(award, change.months) or change.alters_scope


def health_change_permitted(award: Award, change: Change) -> bool:
    """Whether the council's own decision may change a health care contract: below £500,000, or less than 25%, in all.

    Source: SI 2023/1348 reg 13(2)(b); the contract must also not become materially different.

    Raises:
        Refusal: the original value is not above nothing.
    """
    together = abs(change.value + change.earlier)
    return together < HEALTH_LIMIT or share(Pence(together), award.net_value) < QUARTER


def _under_regulations(award: Award, change: Change) -> Iterator[Warned]:
    source = f"Public Contracts Regulations 2015 reg {change.ground or '72'}"
    if change.ground not in GROUNDS:
        named = f"“{change.ground}” is not one of them" if change.ground else "none is named"
        yield Warned(f"Name the ground of regulation 72 that this rests on, 72(1)(a) to (f): {named}.", source)
        yield Warned("If it rests on 72(1)(b) or (c), a notice on Find a Tender is needed.", source)
    if change.ground == "72(1)(a)" or change.uses_option:
        yield from _no_option_left(award, source)
    if change.ground in {"72(1)(b)", "72(1)(c)"}:
        yield Warned("Give the reference of the notice on Find a Tender.", source)
        if share(change.value, award.net_value) > HALF:
            yield _over(change.value, award, 50, source)
    if change.ground == "72(1)(f)":
        yield from _small(award, change, source)


def _small(award: Award, change: Change, source: str) -> Iterator[Warned]:
    together = Pence(change.value + change.earlier)
    if abs(share(together, award.net_value)) >= Fraction(award.small_percent, 100):
        yield _over(together, award, award.small_percent, source)
    try:
        if change.on and above_threshold(Pence(abs(together)), award.kind, change.on):
            yield Warned("The changes together are not below the threshold, so 72(1)(f) cannot be used.", source)
    except Refusal as unknown:
        yield Warned(str(unknown), source)


def _under_act(award: Award, change: Change) -> Iterator[Warned]:
    if change.uses_option:
        yield from _no_option_left(award, "Procurement Act 2023 Schedule 8 paragraph 1")
    if not (change.uses_option and options_left(award)):
        yield from _substantial(award, change)
    if needs_change_notice(award, change):
        yield Warned("Publish a contract change notice (UK10) before the change is made.", "Procurement Act 2023 s.75")


def _substantial(award: Award, change: Change) -> Iterator[Warned]:
    if substantial_by_term(award, change.months):
        limit = f"more than 10% of the longest term awarded, {award.maximum_months} months"
        yield Warned(
            f"A change of {abs(change.months)} months is {limit}: substantial.", "Procurement Act 2023 s.74(3)"
        )
    if change.alters_scope:
        yield Warned("A material change of scope is substantial.", "Procurement Act 2023 s.74(3)")
    if _over_small(award, change):
        together = Pence(change.value + change.earlier)
        yield _over(together, award, award.small_percent, "Procurement Act 2023 s.74(4), below-threshold modification")


def _under_health(award: Award, change: Change) -> Iterator[Warned]:
    source = "SI 2023/1348 reg 13(2)(b)"
    provided_for = change.uses_option and options_left(award)
    if not provided_for and not health_change_permitted(award, change):
        told = show_percent(share(Pence(change.value + change.earlier), award.net_value))
        limits = f"£500,000 or more, and 25% or more of the value at award ({told})"
        yield Warned(f"The changes since award come to {limits}: not permitted as the council's own decision.", source)
    if abs(change.value) >= HEALTH_LIMIT:
        yield Warned("A change of £500,000 or more needs a transparency notice.", "SI 2023/1348 reg 13")
    if change.alters_scope:
        yield Warned("The contract must not become materially different.", source)


def _under_light_touch(award: Award, change: Change) -> Iterator[Warned]:
    """No ground is needed (Procurement Act 2023 s.74 and Schedule 8); a decision still is."""
    return iter(())


def _under_the_act(award: Award, change: Change) -> Iterator[NoticeDue]:
    yield NoticeDue("UK10", "Contract change notice before the change", change.on, "Procurement Act 2023 s.75")
    if with_vat(Pence(award.net_value + change.value + change.earlier)) > LARGE:
        by = term_end(change.on, 90, Unit.DAYS) if change.on else None
        yield NoticeDue("Contract", "Publish the contract as changed", by, "Procurement Act 2023 s.77")


def _no_option_left(award: Award, source: str) -> Iterator[Warned]:
    if not options_left(award):
        used = f"all {award.options} are used" if award.options else "none is recorded"
        yield Warned(f"No option is left ({used}), so this cannot rest on the contract's own clause.", source)


def _over(value: Pence, award: Award, percent: int, source: str) -> Warned:
    told = f"{show_pounds(value)} is {show_percent(share(value, award.net_value))} of the original value"
    return Warned(f"{told}, {show_pounds(award.net_value)}; the limit is {percent}%.", source)


def _over_small(award: Award, change: Change) -> bool:
    together = share(Pence(change.value + change.earlier), award.net_value)
    return abs(together) > Fraction(award.small_percent, 100)
