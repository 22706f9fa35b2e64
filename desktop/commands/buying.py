"""Commands about how a contract was bought and what its clauses say, and the checks on changing it."""

from dataclasses import replace
from datetime import date, time
from pathlib import Path
from typing import Any

import click

from db.changes import Author
from db.operations.award import record_award, set_exercise, set_service_clause
from db.register import Register
from db.rules.award_facts import AwardFacts, award_of, notices_due
from db.rules.counting import Counting
from db.rules.dates import Unit, show_day
from db.rules.modification import Change, Warned, due_on_change, warnings_on
from db.rules.money import Pence
from db.rules.procurement import Award, NoticeDue
from db.rules.refusal import Refusal
from db.rules.service_of_notice import SERVICE_RULES, ServiceRule
from db.rules.standing import standing
from desktop.commands.group import desk
from desktop.commands.moment import today
from desktop.commands.officer import as_officer
from desktop.commands.opening import reading, writing
from desktop.commands.saying import told, wrapped
from desktop.commands.sending import METHODS
from desktop.commands.written import AMOUNT, COUNT, DAY, FILE, LENGTH, TIME


@desk.command("record-award")
@click.argument("file", type=FILE)
@click.argument("ref", metavar="REF")
@click.option("--procured", "procured_on", type=DAY, help="The day the procurement began: it decides the law.")
@click.option("--health-care/--no-health-care", default=None, help="Bought under the Provider Selection Regime.")
@click.option("--light-touch/--no-light-touch", default=None, help="Light touch services, such as social care.")
@click.option("--value", "original_pence", type=AMOUNT, help="At award, without VAT, over the longest term.")
@click.option("--months", "maximum_months", type=int, help="The longest term provided for on award.")
@as_officer
def bought(by: Author, file: Path, ref: str, **given: Any) -> None:
    """Record how a contract was bought. What is not named stays."""
    named = {name: value for name, value in given.items() if value is not None}
    if not named:
        raise click.UsageError("Name at least one fact to record, such as --procured.")
    with writing(file) as register:
        contract = register.contracts.get(ref)
        was = register.diaries.award(contract.id) or AwardFacts(None)
        told(record_award(register, by, contract.id, replace(was, **named)))


@desk.command("set-service-clause")
@click.argument("file", type=FILE)
@click.argument("ref", metavar="REF")
@click.option("--method", required=True, help=f"The way of sending: {', '.join(METHODS)}, or other words.")
@click.option("--length", type=COUNT, required=True, help="From sending to service, such as 2 working days.")
@click.option("--before", "cut_off", type=TIME, help="Sent before this time on a working day, that day counts.")
@click.option("--source", default="", help="The clause.")
@as_officer
def clause(
    by: Author, file: Path, ref: str, method: str, length: tuple[int, Counting], cut_off: time | None, source: str
) -> None:
    """Record what a contract says of when a notice sent one way counts as served. It goes before the usual rules."""
    words = SERVICE_RULES[METHODS[method.lower()]].method if method.lower() in METHODS else method
    rule = ServiceRule(words, length[0], length[1], source, cut_off)
    with writing(file) as register:
        told(set_service_clause(register, by, register.contracts.get(ref).id, rule))


@desk.command("set-exercise")
@click.argument("file", type=FILE)
@click.argument("ref", metavar="REF")
@click.argument("number", type=int)
@click.option("--length", type=LENGTH, help="How long before the end; as for notice if not given.")
@click.option("--source", default="", help="The clause.")
@as_officer
def exercise(by: Author, file: Path, ref: str, number: int, length: tuple[int, Unit] | None, source: str) -> None:
    """Record how long before the end option NUMBER must be used, as its own clause says."""
    n, unit = length or (None, Unit.MONTHS)
    with writing(file) as register:
        told(set_exercise(register, by, register.contracts.get(ref).id, number, n, unit, source))


@desk.command("check-change")
@click.argument("file", type=FILE)
@click.argument("ref", metavar="REF")
@click.option("--value", type=AMOUNT, default="0", help="What the change adds, without VAT; -£5,000 takes away.")
@click.option("--months", type=int, default=0, help="What it adds to the term.")
@click.option("--on", type=DAY, help="The day it takes effect.")
@click.option("--ground", default="", help="Such as 72(1)(b).")
@click.option("--uses-option", is_flag=True, help="Whether it uses one of the contract's options.")
@click.option("--earlier", type=AMOUNT, default="0", help="Earlier changes that are counted together with it.")
@click.option("--alters-scope", is_flag=True, help="Whether what is bought becomes something else.")
def check_change(file: Path, ref: str, value: Pence, **given: Any) -> None:
    """What the law on procurement makes worth settling before a contract is changed. Never legal advice."""
    change = Change(value, **given)
    with reading(file) as register:
        award = _award(register, ref)
    warned, due = warnings_on(award, change), due_on_change(award, change)
    click.echo(f"{award.regime}: {len(warned) or 'no'} warning{'s' * (len(warned) != 1)}.")
    for line in (*map(_warning, warned), *map(_due, due)):
        click.echo("\n".join(wrapped(f"- {line}", "", "  ")))


@desk.command("notices-due")
@click.argument("file", type=FILE)
@click.argument("ref", metavar="REF")
@click.option("--on", "day", type=DAY, help="The day to look from; today if not given.")
def due(file: Path, ref: str, day: date | None) -> None:
    """The notices that a contract's award and its end ask to be published, each with its day and source."""
    with reading(file) as register:
        _award(register, ref)
        contract = register.contracts.get(ref)
        found = notices_due(standing(contract, day or today()), register.diaries.award(contract.id))
    click.echo("Counted from the contract's first day and its last; the day it was entered into is not recorded.")
    for line in map(_due, found):
        click.echo("\n".join(wrapped(f"- {line}", "", "  ")))


def _award(register: Register, reference: str) -> Award:
    contract = register.contracts.get(reference)
    award = award_of(contract, register.diaries.award(contract.id))
    if award is None:
        raise Refusal(
            f"How {contract.reference} was bought is not recorded: the day, the value and the longest term. "
            "Record it with “record-award”, then check."
        )
    return award


def _warning(warned: Warned) -> str:
    return f"{warned.warning} ({warned.source})"


def _due(due: NoticeDue) -> str:
    return f"Due: {due.notice}, {due.what}{f', by {show_day(due.by)}' if due.by else ''} ({due.source})"
