"""What a contract is worth: year by year, as it was at first, as it stands, and at most. Amounts in pence."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from fractions import Fraction

from db.rules.award_facts import AwardFacts
from db.rules.contract import Contract
from db.rules.dates import Period, financial_year_period, show_day, show_year, year_of
from db.rules.funding import AnnualValue, FundingLine, in_force
from db.rules.money import Pence
from db.rules.percent import nearest_penny
from db.rules.pro_rata import part_year
from db.rules.standing import standing

Payer = tuple[str, str]
"""A part and the partner that pays for it, by name."""


@dataclass(frozen=True, slots=True)
class Worth:
    """A value, None where it is not recorded, and how it was found or what is missing."""

    pence: Pence | None
    how: str


@dataclass(frozen=True, slots=True)
class Values:
    """A contract's three values, kept apart: at first, as it stands on a day, and with every option used."""

    original: Worth
    current: Worth
    maximum: Worth


def values_of(contract: Contract, facts: AwardFacts | None, day: date) -> Values:
    """The three values over the contract's life, on a day. What is not recorded is said, never guessed."""
    at = standing(contract, day)
    first = _as_first_agreed(contract)
    return Values(
        _original(first, facts),
        _over(contract, at.ends_on, "to its last day as it stands"),
        _over(_at_the_present_rate(contract), at.maximum_end, "to the maximum end, later years at the rate now"),
    )


def payers(contract: Contract) -> tuple[Payer, ...]:
    """Each part and partner that money is recorded for, in the order first met."""
    lines: tuple[AnnualValue | FundingLine, ...] = (*contract.annual_values, *contract.funding)
    return tuple(dict.fromkeys((each.part, each.partner) for each in lines))


def yearly_on(contract: Contract, payer: Payer, day: date) -> Pence | None:
    """What is paid a year on a day: the rate in force, else what is funded for that whole financial year; else None."""
    lines, rate = _funded(contract, payer, year_of(day)), _rate(contract, payer, day)
    if lines and not _goes_before(contract, rate, lines[0]):
        whole = financial_year_period(year_of(day))
        at = standing(contract, day)
        runs = within(whole, contract.starts_on, at.ends_on)
        return _sum(lines) if runs == whole else None
    return rate.pence if rate else None


def value_in(contract: Contract, payer: Payer, days: Period, funded: Period) -> Pence | None:
    """What a partner pays for a part on days of one financial year; None where it is not recorded.

    A rate counts from its first day, by the days of the year; what is funded for the year is spread over the days
    `funded` for it. Rounding: as rules.pro_rata.
    """
    amounts = [_in_one_go(contract, payer, each, funded) for each in _between_rates(contract, payer, days)]
    known = [each for each in amounts if each is not None]
    return Pence(sum(known)) if len(known) == len(amounts) else None


def within(days: Period, first: date | None, last: date | None) -> Period | None:
    """The days that are also from a first to a last day; None where there are none."""
    starts_on, ends_on = max(days.starts_on, first or date.min), min(days.ends_on, last or date.max)
    return Period(starts_on, ends_on) if starts_on <= ends_on else None


def _original(first: Contract, facts: AwardFacts | None) -> Worth:
    if facts is not None and facts.original_pence is not None:
        return Worth(facts.original_pence, "as recorded at award, without VAT, over the longest term")
    return _over(first, first.initial_ends_on, "over its first term, at what was first agreed")


def _over(contract: Contract, last: date | None, words: str) -> Worth:
    if contract.starts_on is None or last is None:
        return Worth(None, "not recorded: the first or the last day is missing")
    if not payers(contract):
        return Worth(None, "not recorded: there is no amount")
    total = 0
    for year in range(year_of(contract.starts_on), year_of(last) + 1):
        days = within(financial_year_period(year), contract.starts_on, last)
        amounts = [value_in(contract, payer, days, days) for payer in payers(contract)] if days else []
        if not any(each is not None for each in amounts):
            return Worth(None, f"not recorded: no amount for {show_year(year)}")
        total += sum(each for each in amounts if each is not None)
    return Worth(Pence(total), f"from {show_day(contract.starts_on)} {words}")


def _as_first_agreed(contract: Contract) -> Contract:
    return replace(contract, annual_values=tuple(each for each in contract.annual_values if not each.effective_on))


def _at_the_present_rate(contract: Contract) -> Contract:
    """Years after the last that is funded are paid as that one was, where no yearly rate is recorded."""
    if contract.annual_values:
        return contract
    last = max((line.year for line in contract.funding), default=None)
    if last is None:
        return contract
    begins = financial_year_period(last + 1).starts_on
    rates = tuple(
        AnnualValue(line.part_id, line.part, line.partner_id, line.partner, begins, line.pence)
        for line in contract.funding
        if line.year == last
    )
    return replace(contract, annual_values=rates)


def _between_rates(contract: Contract, payer: Payer, days: Period) -> list[Period]:
    begun = {each.effective_on for each in contract.annual_values if (each.part, each.partner) == payer}
    starts = sorted({days.starts_on, *(each for each in begun if each and days.starts_on < each <= days.ends_on)})
    ends = [*(each - timedelta(days=1) for each in starts[1:]), days.ends_on]
    return [Period(start, end) for start, end in zip(starts, ends, strict=True)]


def _in_one_go(contract: Contract, payer: Payer, days: Period, funded: Period) -> Pence | None:
    lines, rate = _funded(contract, payer, year_of(days.starts_on)), _rate(contract, payer, days.starts_on)
    if lines and not _goes_before(contract, rate, lines[0]):
        shared = within(days, funded.starts_on, funded.ends_on)
        return _share(_sum(lines), shared, funded) if shared == days else None
    return part_year(rate.pence, days).pence if rate else None


def _share(amount: Pence, days: Period, whole: Period) -> Pence:
    count = (whole.ends_on - whole.starts_on).days + 1
    until = nearest_penny(Fraction(amount * ((days.ends_on - whole.starts_on).days + 1), count))
    before = nearest_penny(Fraction(amount * (days.starts_on - whole.starts_on).days, count))
    return Pence(until - before)


def _goes_before(contract: Contract, rate: AnnualValue | None, line: FundingLine) -> bool:
    """A rate that begins on a day changes what was funded, unless an extension decided since funds the year anew."""
    if rate is None or rate.effective_on is None:
        return False
    decided = (each.decided_on for each in contract.extensions if each.decision_number == line.decision_number)
    return not any(line.decision_number and each > rate.effective_on for each in decided)


def _rate(contract: Contract, payer: Payer, day: date) -> AnnualValue | None:
    return next((each for each in in_force(contract.annual_values, day) if (each.part, each.partner) == payer), None)


def _funded(contract: Contract, payer: Payer, year: int) -> list[FundingLine]:
    return [line for line in contract.funding if (line.part, line.partner) == payer and line.year == year]


def _sum(lines: Iterable[FundingLine]) -> Pence:
    return Pence(sum(line.pence for line in lines))
