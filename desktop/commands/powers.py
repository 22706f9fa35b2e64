"""Commands on powers and records: delegate, authority, check-record, note-number, council."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import click

from db.calendar import bank_holidays
from db.changes import Author
from db.operations.council import set_council
from db.operations.decision_rules import set_decision_rules
from db.operations.numbers import note_number
from db.operations.timestamp_service import set_timestamp_service
from db.operations.write_record import write_record
from db.register import Register
from db.rules.authority import authority_of
from db.rules.completeness import completeness, may_sign, open_warnings
from db.rules.contract import Contract
from db.rules.council import timestamp_address
from db.rules.dates import Period
from db.rules.decision import Decision
from db.rules.decision_rules import rules_from
from db.rules.delegation import Delegation, DelegationId, Power
from db.rules.money import Pence, show_pounds
from db.rules.record_in_hand import Gap, Severity
from db.rules.refusal import Refusal
from desktop.commands.group import desk
from desktop.commands.moment import today
from desktop.commands.officer import as_officer
from desktop.commands.opening import reading, writing
from desktop.commands.saying import told, wrapped
from desktop.commands.written import AMOUNT, DAY, FILE
from desktop.records_in_hand import in_hand

POWERS = {
    "extend": Power.EXTEND,
    "vary": Power.VARY,
    "give-notice": Power.GIVE_NOTICE,
    "enter-agreements": Power.ENTER_AGREEMENTS,
    "award": Power.AWARD,
    "other": Power.OTHER,
}


@desk.command("delegate")
@click.argument("file", type=FILE)
@click.argument("number")
@click.option("--limb", default="", help="As it stands in the decision, such as b).")
@click.option("--power", type=click.Choice(list(POWERS)), required=True, help="What may be done.")
@click.option("--to", "delegate", required=True, metavar="POST", help="The post it is given to.")
@click.option("--contract", "references", multiple=True, metavar="REF", help="A contract it covers. Repeatable.")
@click.option("--option", "option_number", type=int, help="The extension option.")
@click.option("--from", "first", type=DAY, help="The first day an extension may have.")
@click.option("--until", "last", type=DAY, help="The last day an extension may have.")
@click.option("--most", "most_pence", type=AMOUNT, help="The most that may be committed.")
@click.option("--consulting", multiple=True, metavar="POST", help="A post to be consulted. Repeatable.")
@click.option("--usable-until", type=DAY, help="The last day on which it may be used.")
@click.option("--once", is_flag=True, help="Spent by one use for each contract.")
@click.option("--words", default="", help="What the decision says, as printed.")
@as_officer
def delegate(
    by: Author, file: Path, number: str, limb: str, power: str, delegate: str, references: tuple[str, ...],
    option_number: int | None, first: date | None, last: date | None, most_pence: Pence | None,
    consulting: tuple[str, ...], usable_until: date | None, once: bool, words: str,
) -> None:  # fmt: skip
    """Record a power that a decision delegates. What is left out sets no limit."""
    with writing(file) as register:
        decision = register.decisions.get(number)
        contracts = tuple(register.contracts.get(each).id for each in references)
        granted = Delegation(
            DelegationId(""), limb, POWERS[power], delegate, words, contracts, option_number, _within(first, last),
            most_pence, consulting, usable_until, once,
        )  # fmt: skip
        told(write_record(register, by, replace(decision, delegations=(*decision.delegations, granted))))


@desk.command("authority")
@click.argument("file", type=FILE)
@click.argument("number")
def authority(file: Path, number: str) -> None:
    """Say whether a decision lies inside the power it rests on, and why. The status is 1 when it is outside."""
    with reading(file) as register:
        found = authority_of(register.decisions.get(number), register.decisions.all(), _contracts(register))
    click.echo(found.verdict.value if found.reasons else "A decision of members needs no delegated power")
    for step in found.working:
        click.echo("\n".join(wrapped(step, "  ")))
    if found.verdict.value == "Outside":
        raise click.exceptions.Exit(1)


@desk.command("check-record")
@click.argument("file", type=FILE)
@click.argument("number")
@click.option("--on", "day", type=DAY, help="The day it would be signed; today if none is given.")
def check_record(file: Path, number: str, day: date | None) -> None:
    """Say what a decision's record lacks. The status is 1 when something stops it from being signed."""
    with reading(file) as register:
        decision = register.decisions.get(number)
        gaps = completeness(in_hand(register, decision, day or today(), bank_holidays()))
    for gap in gaps:
        if gap.severity is not Severity.NOTE:
            click.echo("\n".join(wrapped(f"{gap.sentence}{_passed(gap)} ({gap.source})", f"{_mark(gap)} ", " " * 13)))
    stops = sum(gap.stops for gap in gaps)
    click.echo(f"{_name(decision)}: {stops} to settle before signing, {len(open_warnings(gaps))} to look at.")
    if not may_sign(gaps):
        raise click.exceptions.Exit(1)


@desk.command("note-number")
@click.argument("file", type=FILE)
@click.argument("number")
@click.option("--used", "reason", default="", metavar="WHERE", help="Where it was used; without it, the note goes.")
@as_officer
def note(by: Author, file: Path, number: str, reason: str) -> None:
    """Note where a decision's number was used that is not in the register, so that it is no gap."""
    with writing(file) as register:
        told(note_number(register, by, number, reason))


@desk.command("council")
@click.argument("file", type=FILE)
@click.option("--name", help="The council, as its records print it.")
@click.option("--form", "template", metavar="FORM", help="The form of its records: kent, generic, or a file.")
@click.option("--key-from", type=AMOUNT, help="The value from which a decision is key.")
@click.option("--call-in-days", type=int, help="The working days of call-in.")
@click.option("--timestamp", "timestamps", metavar="URL", help="The service that stamps signatures; empty for none.")
@as_officer
def council(
    by: Author,
    file: Path,
    name: str | None,
    template: str | None,
    key_from: Pence | None,
    call_in_days: int | None,
    timestamps: str | None,
) -> None:
    """Say whose register it is and what its decisions are held to, or set that."""
    if any(each is not None for each in (name, template, key_from, call_in_days, timestamps)):
        with writing(file) as register:
            stamps = None if timestamps is None else timestamp_address(timestamps)
            _set(register, by, name, template, key_from, call_in_days)
            if stamps is not None:
                told(set_timestamp_service(register, by, stamps))
        return
    with reading(file) as register:
        found, rules = register.decisions.council(), rules_from(register.diaries.settings())
        stamps = register.decisions.timestamp_service()
    click.echo(f"{found.name}; records in the form “{found.template}”.")
    days = rules.call_in.working_days
    click.echo(f"Decisions are key from {show_pounds(rules.key_threshold)}; call-in takes {days} working days.")
    click.echo(f"Signatures are stamped by {stamps}." if stamps else "No timestamp service stamps signatures.")


def _set(
    register: Register, by: Author, name: str | None, template: str | None, key_from: Pence | None, days: int | None
) -> None:
    before, rules = register.decisions.council(), rules_from(register.diaries.settings())
    if name is not None or template is not None:
        from exports.record_templates import load

        load(template or before.template)
        told(set_council(register, by, name or before.name, template or before.template))
    if key_from is not None or days is not None:
        wanted = rules.call_in.working_days if days is None else days
        told(set_decision_rules(register, by, rules.key_threshold if key_from is None else key_from, wanted))


def _contracts(register: Register) -> tuple[Contract, ...]:
    return tuple(each for each in register.contracts.all() if isinstance(each, Contract))


def _within(first: date | None, last: date | None) -> Period | None:
    if (first is None) != (last is None) or (first and last and last < first):
        raise Refusal("Give both --from and --until, the first day and the last, or neither.")
    return Period(first, last) if first and last else None


def _mark(gap: Gap) -> str:
    return f"{gap.check} {'stops   ' if gap.stops else 'look    '}"


def _passed(gap: Gap) -> str:
    return f" Passed over: {gap.overridden_by.rstrip('.')}." if gap.overridden_by else ""


def _name(decision: Decision) -> str:
    return decision.number or decision.subject
