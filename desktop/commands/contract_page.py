"""A contract on a day as a page of text for people."""

from datetime import date

from db.rules.contract import ExtensionOption, Side, Variation
from db.rules.dates import Unit, show_day, show_length
from db.rules.decision import Decision, show_decided
from db.rules.notice import earliest_end, last_day_to_serve, last_day_to_use_option
from db.rules.standing import Standing, option_period, standing
from desktop.commands.contract_json import option_status
from desktop.commands.known import Known, name_of
from desktop.commands.money_page import money_lines
from desktop.commands.saying import aligned, wrapped

NOT_RECORDED = "not recorded"


def contract_page(of: Known) -> str:
    """The page: what and who, then a section for each thing that is recorded."""
    at = standing(of.contract, of.on)
    sections = {
        "TERM": _term(at),
        "OPTIONS": _options(of, at),
        "VARIATIONS": [line for each in of.contract.variations for line in _variation(of, each)],
        "NOTICE": [*_notice_terms(at), *_notice(of, at)],
        "MONEY": money_lines(of),
        "DECISIONS": [line for each in of.decisions for line in _decision(of, each)],
        "RETURNS": _returns(of),
        "NOTES": _notes(of.contract.notes),
    }
    lines = _heading(of)
    for title, body in sections.items():
        lines += ["", title, *(f"  {line}".rstrip() for line in body)] if body else []
    return "\n".join(lines)


def day_or_not(day: date | None) -> str:
    """A day for people, or that it is not recorded."""
    return show_day(day) if day else NOT_RECORDED


def _heading(of: Known) -> list[str]:
    contract = of.contract
    facts = {
        "Service": contract.service,
        "Category": contract.category,
        "Providers": "; ".join(_with_aliases(each.name, each.aliases) for each in contract.holders),
        "Parts": ", ".join(part.name for part in contract.parts),
        "Contract manager": contract.manager,
        "Contact": contract.contact,
    }
    rows = [(name, said) for name, said in facts.items() if said]
    return [
        f"{contract.reference}: {contract.title}",
        f"As it stands on {show_day(of.on)}",
        *(["", *_facts(rows)] if rows else []),
    ]


def _with_aliases(name: str, aliases: tuple[str, ...]) -> str:
    return f"{name} (also {', '.join(aliases)})" if aliases else name


def _term(at: Standing) -> list[str]:
    rows = [
        ("Status", at.status.value),
        ("Starts", day_or_not(at.contract.starts_on)),
        ("Initial end", day_or_not(at.contract.initial_ends_on)),
        ("Current end", day_or_not(at.ends_on)),
        ("Maximum end", day_or_not(at.maximum_end)),
    ]
    if at.contract.ended_on:
        rows.append(("Recorded as ended", show_day(at.contract.ended_on)))
    return aligned(rows)


def _options(of: Known, at: Standing) -> list[str]:
    lines = aligned([_option(of, at, each) for each in of.contract.options]) if of.contract.options else []
    worked = last_day_to_use_option(at)
    if worked and at.next_option:
        lines += [f"Decide on option {at.next_option.number} by {show_day(worked.day)}:", *_steps(worked.working)]
    return lines


def _option(of: Known, at: Standing, option: ExtensionOption) -> tuple[str, ...]:
    status = option_status(at, option)
    used = next((each for each in of.contract.extensions if each.option_id == option.id), None)
    period = used.period if used else option_period(at.ends_on, option) if status == "next" and at.ends_on else None
    return (
        f"{option.number}.",
        show_length(option.months, Unit.MONTHS),
        status,
        str(period or ""),
        f"by {of.name_of(used.decision_id)}, {show_day(used.decided_on)}" if used else "",
    )


def _variation(of: Known, variation: Variation) -> list[str]:
    rests_on = of.name_of(variation.decision_id)
    told = [f"decided {show_day(variation.decided_on)}" + (f" by {rests_on}" if rests_on else "")]
    if variation.effective_on:
        told.append(f"in effect from {show_day(variation.effective_on)}")
    if variation.ends_on:
        told.append(f"new last day {show_day(variation.ends_on)}")
    if variation.ground:
        told.append(variation.ground)
    facts = {"Why": variation.reason, "Scope": variation.scope, "Measures": variation.measures}
    more = (f"{name}: {said}" for name, said in facts.items() if said)
    return [*_item(f"{variation.number}. {variation.summary}"), *_steps(("; ".join(told), *more))]


def _notice_terms(at: Standing) -> list[str]:
    lines = []
    for term in at.contract.notice_terms:
        source = f" ({term.source})" if term.source else ""
        lines += _item(f"By the {term.side}: {show_length(term.length, term.unit)}{source}")
    worked = last_day_to_serve(at)
    if worked and at.ends_on:
        lines += [
            f"Last day to serve to end on {show_day(at.ends_on)}: {show_day(worked.day)}",
            *_steps(worked.working),
        ]
    return lines


def _notice(of: Known, at: Standing) -> list[str]:
    lines = []
    for given in of.contract.notices:
        how = f", {given.method}" if given.method else ""
        lines += _item(
            f"Given by the {given.given_by}, served {show_day(given.served_on)}{how}: ends the contract on "
            f"{show_day(given.ends_on)}"
        )
        lines += _steps(given.working)
    term = of.contract.notice_term(Side.COUNCIL)
    for decided in of.contract.notices_decided if at.notice is None else ():
        lines += _item(
            f"Decided {show_day(decided.decided_on)} by {of.name_of(decided.decision_id)}; its service is not recorded"
        )
        if term:
            worked = earliest_end(decided.decided_on, term)
            lines += [f"Served that day it would end the contract on {show_day(worked.day)}:", *_steps(worked.working)]
    return lines


def _decision(of: Known, decision: Decision) -> list[str]:
    does = [each for each in decision.effects if each.contract_id == of.contract.id]
    signed = f"signed {show_day(decision.signed_on)}" if decision.signed_on else ""
    facts = [name_of(decision), decision.kind.value, show_decided(decision), *filter(None, [signed])]
    return [
        *_item(", ".join(facts)),
        *_steps(tuple(f"{each.kind.value}: {each.detail}" if each.detail else each.kind.value for each in does)),
    ]


def _returns(of: Known) -> list[str]:
    return [
        f"{each.period.label}, number {each.number}, received {show_day(each.received_on)}, "
        f"{sum(reading.value is not None for reading in each.readings)} figures from {each.file_name}"
        for each in of.returns
    ]


def _facts(rows: list[tuple[str, str]]) -> list[str]:
    width = max(len(name) for name, _ in rows) + 2
    return [line for name, said in rows for line in wrapped(said, f"{name:<{width}}", " " * width)]


def _item(text: str) -> list[str]:
    return wrapped(text, "", "   ")


def _steps(steps: tuple[str, ...]) -> list[str]:
    return [line for step in steps for line in wrapped(step, "   ")]


def _notes(text: str) -> list[str]:
    return [line for paragraph in text.splitlines() for line in wrapped(paragraph)]
