"""What a variation would come to before anything is decided: rates, financial years, savings. Nothing is written."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from fractions import Fraction

from db.rules.contract import Contract
from db.rules.dates import financial_year_period, show_day, show_year, year_of
from db.rules.funding import AnnualValue, FundingLine, PartId, PartnerId
from db.rules.money import Pence, show_pounds
from db.rules.percent import change, percentage_of
from db.rules.pro_rata import ROUNDING
from db.rules.refusal import Refusal
from db.rules.standing import standing
from db.rules.value import payers, value_in, within, yearly_on

CUT_ROUNDING = "A cut is taken off to the nearest penny, half a penny rounded up."


@dataclass(frozen=True, slots=True)
class NewAmount:
    """What a partner would pay for a part a year, in pence."""

    part: str
    partner: str
    pence: Pence


@dataclass(frozen=True, slots=True)
class Proposed:
    """What is proposed for one contract: new yearly amounts from a day on, and a new last day where that changes."""

    contract: Contract
    effective_on: date
    amounts: tuple[NewAmount, ...] = ()
    ends_on: date | None = None


@dataclass(frozen=True, slots=True)
class Compared:
    """An amount before and after, in pence; before is None where it is not recorded."""

    reference: str
    part: str
    partner: str
    before: Pence | None
    after: Pence | None
    year: int | None = None
    """The financial year by the calendar year it starts in; None for a full year's rate."""

    @property
    def saving(self) -> Pence:
        """What is saved; below nothing where it costs more."""
        return Pence((self.before or 0) - (self.after or 0))

    @property
    def change(self) -> Fraction | None:
        """The change as an exact share of what was before; None where there is nothing to measure against."""
        return change(self.before, self.after) if self.before and self.after is not None else None


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a proposal comes to: yearly rates, each financial year it touches, and what is worth knowing."""

    rates: tuple[Compared, ...]
    years: tuple[Compared, ...]
    notes: tuple[str, ...]

    @property
    def total_rate(self) -> Compared:
        """All the rates together."""
        return total(self.rates)

    @property
    def year_totals(self) -> tuple[Compared, ...]:
        """Each financial year's amounts together."""
        years = dict.fromkeys(each.year for each in self.years)
        return tuple(total((each for each in self.years if each.year == year), year) for year in years)

    @property
    def total_years(self) -> Compared:
        """All the financial years together."""
        return total(self.years)


def cut(
    contract: Contract, percent: int | Decimal, effective_on: date, partners: Iterable[str] = ()
) -> tuple[NewAmount, ...]:
    """Every yearly amount less a percentage: 40% off £848,829 takes off £339,531.60. Rounding: CUT_ROUNDING.

    Of all partners, or of those named.

    Raises:
        Refusal: the percentage is not above 0 and at most 100, or no yearly amount is recorded.
    """
    if not 0 < percent <= 100:
        raise Refusal("Enter a cut above 0 and up to 100 per cent, such as 40.")
    named = frozenset(partners)
    known = [(payer, pence) for payer, pence in yearly_before(contract, effective_on) if pence is not None]
    wanted = [(payer, pence) for payer, pence in known if not named or payer[1] in named]
    if not wanted:
        raise Refusal(
            f"No yearly amount is recorded for {contract.reference} on {show_day(effective_on)}. "
            "Enter the new amounts instead."
        )
    return tuple(NewAmount(*payer, Pence(pence - percentage_of(pence, percent))) for payer, pence in wanted)


def yearly_before(contract: Contract, effective_on: date) -> tuple[tuple[tuple[str, str], Pence | None], ...]:
    """Each part and partner with what would be paid a year from the day of a change without it."""
    return tuple((payer, yearly_on(contract, payer, effective_on)) for payer in payers(contract))


def what_if(proposals: Sequence[Proposed]) -> Outcome:
    """What proposals come to: each year they touch before and after. Days before a change keep their figures.

    Raises:
        Refusal: nothing is proposed, an amount is below nothing, or a new last day is before the change.
    """
    for proposed in proposals:
        check(proposed)
    if not any(each.amounts or each.ends_on for each in proposals):
        raise Refusal("Enter a cut, a new amount or a new last day to see what it comes to.")
    rates = tuple(line for each in proposals for line in _rates(each))
    years = tuple(sorted((line for each in proposals for line in _years(each)), key=lambda line: line.year or 0))
    unknown = dict.fromkeys(_not_recorded(line) for line in (*rates, *years) if line.before is None)
    notes = (*(note for each in proposals for note in _about_ends(each)), *unknown, ROUNDING)
    return Outcome(rates, years, tuple(dict.fromkeys(notes)))


def check(proposed: Proposed) -> None:
    """Hold a proposal to sense.

    Raises:
        Refusal: as what_if.
    """
    wrong = next((each for each in proposed.amounts if each.pence < 0), None)
    if wrong:
        raise Refusal(f"{wrong.part}: {show_pounds(wrong.pence)} is less than nothing. Enter an amount of £0 or more.")
    if proposed.ends_on and proposed.ends_on < proposed.effective_on:
        raise Refusal(
            f"The new last day, {show_day(proposed.ends_on)}, is before the change takes effect, "
            f"{show_day(proposed.effective_on)}. It must be the same as or after it."
        )


def as_varied(proposed: Proposed) -> Contract:
    """The contract with its new yearly amounts; every earlier figure stays."""
    contract = proposed.contract
    lines: tuple[AnnualValue | FundingLine, ...] = (*contract.annual_values, *contract.funding)
    parts = {part.name: part.id for part in contract.parts}
    partners = {line.partner: line.partner_id for line in lines}
    new = tuple(
        AnnualValue(
            parts.get(each.part, PartId(each.part)),
            each.part,
            partners.get(each.partner, PartnerId(each.partner)),
            each.partner,
            proposed.effective_on,
            each.pence,
        )
        for each in proposed.amounts
    )
    return replace(contract, annual_values=(*contract.annual_values, *new))


def total(lines: Iterable[Compared], year: int | None = None) -> Compared:
    """Lines added up; what is not recorded is left out on both sides."""
    known = [each for each in lines if each.before is not None and each.after is not None]
    before, after = sum(each.before or 0 for each in known), sum(each.after or 0 for each in known)
    return Compared("", "", "", Pence(before), Pence(after), year)


def _rates(proposed: Proposed) -> list[Compared]:
    before = dict(yearly_before(proposed.contract, proposed.effective_on))
    after = {(each.part, each.partner): each.pence for each in proposed.amounts}
    reference = proposed.contract.reference
    return [
        Compared(reference, *payer, before.get(payer), after.get(payer, before.get(payer)))
        for payer in dict.fromkeys((*before, *after))
    ]


def _years(proposed: Proposed) -> list[Compared]:
    contract, varied = proposed.contract, as_varied(proposed)
    before, after = _ends(proposed)
    last = max(before, after)
    return [
        Compared(
            contract.reference,
            *payer,
            _value(contract, payer, year, before, before),
            _value(varied, payer, year, after, before),
            year,
        )
        for year in range(year_of(proposed.effective_on), year_of(last) + 1)
        for payer in payers(varied)
    ]


def _value(contract: Contract, payer: tuple[str, str], year: int, last: date, funded_to: date) -> Pence | None:
    whole = financial_year_period(year)
    days = within(whole, contract.starts_on, last)
    funded = within(whole, contract.starts_on, funded_to)
    return value_in(contract, payer, days, funded or days) if days else Pence(0)


def _ends(proposed: Proposed) -> tuple[date, date]:
    """The last day before and after. Where none is recorded, a full year after the year of the change is looked at."""
    now = standing(proposed.contract, proposed.effective_on).ends_on
    looked = financial_year_period(year_of(proposed.effective_on) + 1).ends_on
    before = now or proposed.ends_on or looked
    return before, proposed.ends_on or before


def _about_ends(proposed: Proposed) -> tuple[str, ...]:
    now, reference = standing(proposed.contract, proposed.effective_on).ends_on, proposed.contract.reference
    if now is None and proposed.ends_on is None:
        return (f"{reference} has no last day recorded, so one full year after the change is shown.",)
    if now and proposed.ends_on is None and now < proposed.effective_on:
        return (f"{reference} ends on {show_day(now)}, before the change takes effect.",)
    return ()


def _not_recorded(line: Compared) -> str:
    when = f" in {show_year(line.year)}" if line.year is not None else " a year"
    return f"{line.reference}: what {line.partner} pays for {line.part}{when} is not recorded, so totals leave it out."
