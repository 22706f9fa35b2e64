"""The rules on a register's data, each a function from what is looked at to the rows that break it."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from db.rules.contract import Contract, Extension, Side, Status
from db.rules.dates import LATEST, next_period_start, show_day
from db.rules.decision import Decision
from db.rules.provider import plain_name
from db.rules.quality import Examined, Flaw, Rule, flaws
from db.rules.standing import Standing, standing

_OVER = {Status.ENDED}
LONGEST_YEARS = 10
"""A first term longer than this is more often a slip than a term."""


def unreadable(of: Examined) -> Iterator[Flaw]:
    """Contracts whose stored row cannot be understood."""
    return (Flaw(each.reference, each.problem, each.id) for each in of.unreadable)


def no_start(of: Examined) -> Iterator[Flaw]:
    """Contracts without a first day."""
    return flaws(of.standings, lambda at: "" if at.contract.starts_on else "No first day")


def no_end(of: Examined) -> Iterator[Flaw]:
    """Contracts without a last day."""
    return flaws(of.standings, lambda at: "" if at.ends_on else "No last day")


def past_end(of: Examined) -> Iterator[Flaw]:
    """Contracts past their last day that are not recorded as ended."""
    return flaws(
        of.standings,
        lambda at: f"Its last day was {show_day(at.ends_on)}" if at.status is Status.PAST_END and at.ends_on else "",
    )


def end_is_start(of: Examined) -> Iterator[Flaw]:
    """Contracts that end on the day they begin: most often a term that was not known."""
    return flaws(
        of.standings,
        lambda at: (
            "Begins and ends on one day"
            if at.contract.starts_on and at.contract.starts_on == at.contract.initial_ends_on
            else ""
        ),
    )


def very_long(of: Examined) -> Iterator[Flaw]:
    """Contracts whose first term is over ten years."""
    return flaws(of.standings, _too_long)


def no_provider(of: Examined) -> Iterator[Flaw]:
    """Contracts that nobody holds."""
    return flaws(of.standings, lambda at: "" if at.contract.holders else "No provider")


def no_manager(of: Examined) -> Iterator[Flaw]:
    """Contracts that are not over and that nobody manages."""
    return flaws(of.standings, lambda at: "" if at.contract.manager or at.status in _OVER else "No contract manager")


def no_notice_term(of: Examined) -> Iterator[Flaw]:
    """Contracts that are not over, without the notice that the council must give."""
    return flaws(
        of.standings,
        lambda at: "" if at.contract.notice_term(Side.COUNCIL) or at.status in _OVER else "No notice term",
    )


def no_value(of: Examined) -> Iterator[Flaw]:
    """Contracts without any amount."""
    return flaws(of.standings, lambda at: "" if at.contract.funding or at.contract.annual_values else "No amount")


def overlapping(of: Examined) -> Iterator[Flaw]:
    """Extensions that begin before or after the day that follows the last day before them."""
    return flaws(of.standings, lambda at: _not_joined(at.contract))


def extended_after_expiry(of: Examined) -> Iterator[Flaw]:
    """Extensions decided when the contract had already run out."""
    return flaws(of.standings, lambda at: _late_extension(at.contract))


def varied_without_decision(of: Examined) -> Iterator[Flaw]:
    """Variations that rest on no decision in the register."""
    return flaws(of.standings, _undecided)


def same_title(of: Examined) -> Iterator[Flaw]:
    """Contracts of one title: entered twice, or lots that need names of their own."""
    by_title: dict[str, list[Contract]] = {}
    for each in of.contracts:
        by_title.setdefault(plain_name(each.title), []).append(each)
    for same in by_title.values():
        for each in same if len(same) > 1 else ():
            others = ", ".join(other.reference for other in same if other is not each)
            yield Flaw(each.reference, f"“{each.title}”, as {others}", each.id)


def no_decision_number(of: Examined) -> Iterator[Flaw]:
    """Decisions that were taken and have no number."""
    return (
        Flaw(each.subject, "No number", decision_id=each.id)
        for each in of.decisions
        if each.taken_by(of.day) and not each.number
    )


def unsigned(of: Examined) -> Iterator[Flaw]:
    """Officer decisions that were taken and are not signed."""
    return (
        Flaw(each.name, f"Taken {show_day(each.decided_on)}", decision_id=each.id)
        for each in of.decisions
        if each.decided_on and each.awaits_signature(of.day)
    )


def signed_after_start(of: Examined) -> Iterator[Flaw]:
    """Decisions signed after what they decided had begun."""
    by_id = {each.id: each for each in of.decisions}
    for contract in of.contracts:
        for extension in contract.extensions:
            decision = by_id.get(extension.decision_id) if extension.decision_id else None
            if decision and decision.signed_on and decision.signed_on > extension.period.starts_on:
                yield _signed_late(contract, decision, show_day(extension.period.starts_on))


def provider_without_number(of: Examined) -> Iterator[Flaw]:
    """Providers with neither a company nor a charity number."""
    return (
        Flaw(each.name, "No company or charity number", provider_id=each.id)
        for each in of.providers
        if not each.company_number and not each.charity_number
    )


RULES = (
    Rule("Cannot be read", "A contract’s stored row cannot be understood.", unreadable),
    Rule("No first day", "A contract has no first day.", no_start),
    Rule("No last day", "A contract has no last day, so nothing can be counted back from it.", no_end),
    Rule("Past its end", "A contract is past its last day and is not recorded as ended.", past_end),
    Rule("One-day term", "A contract ends on the day it begins.", end_is_start),
    Rule("Very long term", "A contract’s first term is over ten years.", very_long),
    Rule("No provider", "A contract names nobody who holds it.", no_provider),
    Rule("No manager", "A contract that is not over has no contract manager.", no_manager),
    Rule("No notice term", "A contract that is not over has no notice that the council must give.", no_notice_term),
    Rule("No value", "A contract has no amount, for any year or a year.", no_value),
    Rule("Dates do not join", "An extension does not begin on the day after the term before it.", overlapping),
    Rule("Extended after it ran out", "An extension was decided after the contract had ended.", extended_after_expiry),
    Rule("Varied without a decision", "A variation rests on no decision.", varied_without_decision),
    Rule("Same title", "Two contracts have one title.", same_title),
    Rule("Decision without a number", "A decision was taken and has no number.", no_decision_number),
    Rule("Not signed", "An officer decision was taken and its record is not signed.", unsigned),
    Rule("Signed after it began", "A decision was signed after the extension it made had begun.", signed_after_start),
    Rule("Provider without a number", "A provider has neither a company nor a charity number.",
         provider_without_number),
)  # fmt: skip
"""Every rule, those on what a register is for first."""


def _too_long(at: Standing) -> str:
    start, end = at.contract.starts_on, at.contract.initial_ends_on
    if start is None or end is None or end.year - start.year <= LONGEST_YEARS:
        return ""
    return f"{show_day(start)} to {show_day(end)}"


def _not_joined(contract: Contract) -> str:
    for extension in contract.extensions:
        before = _end_before(contract, extension)
        if before and next_period_start(before) != extension.period.starts_on:
            return f"Option {extension.option_number}: {extension.period}, after {show_day(before)}"
    return ""


def _late_extension(contract: Contract) -> str:
    for extension in contract.extensions:
        before = _end_before(contract, extension)
        if before and extension.decided_on > before:
            return f"Decided {show_day(extension.decided_on)}, after it ended on {show_day(before)}"
    return ""


def _end_before(contract: Contract, extension: Extension) -> date | None:
    """The contract's last day as it stood without an extension and what was decided after it."""
    earlier = tuple(each for each in contract.extensions if each.period.starts_on < extension.period.starts_on)
    varied = tuple(each for each in contract.variations if each.decided_on <= extension.decided_on)
    return standing(replace(contract, extensions=earlier, variations=varied, notices=(), ended_on=None), LATEST).ends_on


def _undecided(at: Standing) -> str:
    numbers = [str(each.number) for each in at.variations if each.decision_id is None]
    return f"Variation {', '.join(numbers)}" if numbers else ""


def _signed_late(contract: Contract, decision: Decision, began: str) -> Flaw:
    signed = show_day(decision.signed_on) if decision.signed_on else ""
    return Flaw(contract.reference, f"{decision.name} signed {signed}, begun {began}", contract.id, decision.id)
