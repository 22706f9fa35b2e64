"""What is known of a contract, group by group, each day with its working."""

from collections.abc import Iterator
from dataclasses import dataclass

from db.rules.contract import ExtensionOption, Side
from db.rules.dates import Unit, show_day, show_length
from db.rules.notice import last_day_to_serve, last_day_to_use_option
from db.rules.standing import Standing
from db.rules.working import how_far_it_can_go, how_it_ends

NOT_RECORDED = "not recorded"


@dataclass(frozen=True, slots=True)
class Fact:
    """A name, what it is, and the working behind it where it was worked out."""

    name: str
    said: str
    why: tuple[str, ...] = ()


def term_facts(at: Standing) -> tuple[Fact, ...]:
    """The term: its days, its options, how far it can go."""
    contract = at.contract
    facts = [
        Fact("Starts", show_day(contract.starts_on) if contract.starts_on else NOT_RECORDED),
        Fact("First term ends", show_day(contract.initial_ends_on) if contract.initial_ends_on else NOT_RECORDED),
        Fact("Ends", show_day(at.ends_on) if at.ends_on else NOT_RECORDED, how_it_ends(at)),
    ]
    if at.maximum_end:
        facts.append(Fact("Can go to", show_day(at.maximum_end), how_far_it_can_go(at)))
    facts += [_option(at, each) for each in sorted(contract.options, key=lambda each: each.number)]
    worked = last_day_to_use_option(at)
    if worked and at.next_option:
        facts.append(Fact(f"Decide on option {at.next_option.number} by", show_day(worked.day), worked.working))
    return tuple(facts)


def notice_facts(at: Standing) -> tuple[Fact, ...]:
    """What notice each side must give, the last day to serve it, and what was served."""
    return tuple(_notice(at))


def people_facts(at: Standing) -> tuple[Fact, ...]:
    """Who holds it and looks after it."""
    contract = at.contract
    facts = (
        Fact("Providers", contract.provider_names or NOT_RECORDED),
        Fact("Parts", ", ".join(part.name for part in contract.parts) or NOT_RECORDED),
        Fact("Service", contract.service),
        Fact("Category", contract.category),
        Fact("Contract manager", contract.manager),
        Fact("Contact", contract.contact),
    )
    return tuple(fact for fact in facts if fact.said)


def _option(at: Standing, option: ExtensionOption) -> Fact:
    length = show_length(option.months, Unit.MONTHS)
    used = next((each for each in at.extensions if each.option_id == option.id), None)
    if used:
        why = (f"Used by {used.decision_number or 'a decision'}, decided {show_day(used.decided_on)}.",)
        return Fact(f"Option {option.number}", f"used: {used.period}", why)
    if option in at.lapsed_options:
        return Fact(f"Option {option.number}", f"{length}, lapsed unused")
    return Fact(f"Option {option.number}", f"{length}, open", _exercise(option))


def _exercise(option: ExtensionOption) -> tuple[str, ...]:
    clause = option.exercise
    if clause is None:
        return ()
    told = f" Source: {clause.source}." if clause.source else ""
    return (f"Its own clause: used {show_length(clause.length, clause.unit)} before the end.{told}",)


def _notice(at: Standing) -> Iterator[Fact]:
    for side in Side:
        term = at.contract.notice_term(side)
        said = show_length(term.length, term.unit) if term else NOT_RECORDED
        why = (f"Source: {term.source}.",) if term and term.source else ()
        yield Fact(f"By the {side}", said, why)
    served = last_day_to_serve(at)
    if served:
        yield Fact("Serve by", show_day(served.day), served.working)
    if at.notice:
        given = at.notice
        yield Fact("Notice ends it on", show_day(given.ends_on), how_it_ends(at))
