"""Commands that keep the diary: marks on attention, lead times, the steps before a last day."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import click

from db.changes import Author
from db.operations.diary import choose_runway, mark_line, set_leads, set_runway
from db.register import Register
from db.rules.attention_line import AttentionLine
from db.rules.counting import Counting
from db.rules.dates import show_day
from db.rules.leads import USUAL
from db.rules.marks import MarkKind
from db.rules.refusal import Refusal
from db.rules.runway import Step
from desktop.commands.attention_page import in_order
from desktop.commands.attention_sorted import sorted_attention
from desktop.commands.group import desk
from desktop.commands.moment import today
from desktop.commands.officer import as_officer
from desktop.commands.opening import writing
from desktop.commands.saying import told
from desktop.commands.written import COUNT, DAY, FILE, STEP

MATTERS = {matter.name.lower().replace("_", "-"): matter for matter in USUAL}
"""The matters that have lead times, as commands name them."""

_on = click.option("--on", type=DAY, metavar="DAY", help="The day of the list the number is from; today if not given.")
_note = click.option("--note", default="", help="Why, for whoever looks next.")


@desk.command("acknowledge")
@click.argument("file", type=FILE)
@click.argument("line")
@_on
@_note
@as_officer
def acknowledge(by: Author, file: Path, line: str, on: date | None, note: str) -> None:
    """Say that a line of attention was seen: it rests until its day moves.

    LINE is its number in the list of that day, or its key from --json.
    """
    _mark(by, file, line, MarkKind.SEEN, on or today(), note=note)


@desk.command("snooze")
@click.argument("file", type=FILE)
@click.argument("line")
@click.option("--until", type=DAY, required=True, help="The day it is open again, if its day has not moved before.")
@_on
@_note
@as_officer
def snooze(by: Author, file: Path, line: str, until: date, on: date | None, note: str) -> None:
    """Put a line of attention off to a day. LINE is as for acknowledge."""
    _mark(by, file, line, MarkKind.PUT_OFF, on or today(), until, note)


@desk.command("done")
@click.argument("file", type=FILE)
@click.argument("line")
@_on
@_note
@as_officer
def done(by: Author, file: Path, line: str, on: date | None, note: str) -> None:
    """Say that what a line of attention asks for is done. LINE is as for acknowledge."""
    _mark(by, file, line, MarkKind.DONE, on or today(), note=note)


@desk.command("set-leads")
@click.argument("file", type=FILE)
@click.argument("matter", type=click.Choice(list(MATTERS)))
@click.argument("days", nargs=-1, required=True, type=int)
@click.option("--contract", metavar="REF", help="For one contract only.")
@as_officer
def lead_times(by: Author, file: Path, matter: str, days: tuple[int, ...], contract: str | None) -> None:
    """Say how many DAYS before its day a matter comes into sight, and reminds: 365 180 90."""
    with writing(file) as register:
        whose = register.contracts.get(contract).id if contract else None
        told(set_leads(register, by, MATTERS[matter], days, whose))


@desk.command("choose-runway")
@click.argument("file", type=FILE)
@click.argument("name")
@click.option("--contract", metavar="REF", help="For one contract only.")
@as_officer
def kind_of_decision(by: Author, file: Path, name: str, contract: str | None) -> None:
    """Say which kind of decision comes before a contract's last day, such as "Officer decision"; "" for none."""
    with writing(file) as register:
        kinds = {each.lower(): each for each in register.diaries.runways()}
        whose = register.contracts.get(contract).id if contract else None
        told(choose_runway(register, by, kinds.get(name.lower(), name), whose))


@desk.command("set-runway")
@click.argument("file", type=FILE)
@click.argument("name")
@click.option("--step", "steps", type=STEP, multiple=True, required=True, help="A step, in order; repeatable.")
@as_officer
def all_steps(by: Author, file: Path, name: str, steps: tuple[Step, ...]) -> None:
    """Say every step of a kind of decision; the last one leads to the last day itself. Every day moves with them."""
    with writing(file) as register:
        told(set_runway(register, by, name, steps))


@desk.command("set-step")
@click.argument("file", type=FILE)
@click.argument("name")
@click.argument("step")
@click.option("--length", type=COUNT, required=True, help="Such as 28 clear days, 5 working days or 9 weeks.")
@click.option("--source", help="Where the length comes from.")
@as_officer
def one_step(by: Author, file: Path, name: str, step: str, length: tuple[int, Counting], source: str | None) -> None:
    """Say how long one STEP of a kind of decision takes. Every day moves with it."""
    with writing(file) as register:
        steps = register.diaries.runways().get(name, ())
        if step not in {each.name for each in steps}:
            known = ", ".join(f"“{each.name}”" for each in steps)
            raise Refusal(f"“{name}” has no step “{step}”. {f'Choose one of: {known}.' if known else ''}")
        told(set_runway(register, by, name, [_changed(each, step, length, source) for each in steps]))


def find_line(register: Register, wanted: str, on: date) -> AttentionLine:
    """A line of attention on a day, by its number among the open ones or by its key.

    Raises:
        Refusal: there is none.
    """
    found = sorted_attention(register, on)
    by_name = {line.key: line for line in (*found.open, *(line for line, _ in found.resting))}
    by_name |= {str(number): line for number, line in enumerate(in_order(found.open), 1)}
    if wanted not in by_name:
        raise Refusal(f"There is no line “{wanted}” in what needs attention on {show_day(on)}. Look at it first.")
    return by_name[wanted]


def _mark(
    by: Author, file: Path, wanted: str, kind: MarkKind, on: date, until: date | None = None, note: str = ""
) -> None:
    with writing(file) as register:
        told(mark_line(register, by, find_line(register, wanted, on), kind, on, until, note))


def _changed(step: Step, name: str, length: tuple[int, Counting], source: str | None) -> Step:
    if step.name != name:
        return step
    return replace(step, length=length[0], counting=length[1], source=step.source if source is None else source)
