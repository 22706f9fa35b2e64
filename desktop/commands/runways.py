"""The command that shows the steps before a contract's last day, and their days."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import click

from db.register import Register
from db.rules.counting import show_count
from db.rules.dates import show_day
from db.rules.notice import last_day_to_act
from db.rules.refusal import Refusal
from db.rules.runway import Runway
from db.rules.standing import standing
from db.rules.worked_day import WorkedDay
from db.rules.working_days import show_weekday
from desktop.commands.attention_sorted import diary_of
from desktop.commands.group import desk
from desktop.commands.moment import today
from desktop.commands.opening import reading
from desktop.commands.saying import say_json, wrapped
from desktop.commands.things_json import iso
from desktop.commands.written import DAY, FILE


@dataclass(frozen=True, slots=True)
class Ahead:
    """What must come before a contract's last day to act, seen from a day."""

    reference: str
    on: date
    kind: str
    """The kind of decision whose steps are counted; empty where none are."""
    last: WorkedDay
    counted: Runway | None


@desk.command("runway")
@click.argument("file", type=FILE)
@click.argument("reference", metavar="REF")
@click.option("--on", type=DAY, metavar="DAY", help="Seen from this day; today if not given.")
@click.option("--json", "as_json", is_flag=True, help="As JSON, with the keys that the help documents.")
def runway(file: Path, reference: str, on: date | None, as_json: bool) -> None:
    """The steps back from a contract's last day to act: the day to decide by, and the day to start by."""
    with reading(file) as register:
        ahead = ahead_of(register, reference, on or today())
    if as_json:
        say_json(runway_values(ahead))
    else:
        click.echo(runway_page(ahead))


def ahead_of(register: Register, reference: str, on: date) -> Ahead:
    """The steps before a contract's last day to act.

    Raises:
        Refusal: nothing recorded gives it a last day on which its option could be used or notice served.
    """
    contract = register.contracts.get(reference)
    last = last_day_to_act(standing(contract, on))
    if last is None:
        raise Refusal(
            f"{contract.reference} has no last day to act on {show_day(on)}: it needs an end that is ahead, and an "
            "option or the council's notice. See how it stands with “show”."
        )
    kind, counted = diary_of(register).runway_to(contract.id, last.day)
    return Ahead(contract.reference, on, kind, last, counted)


def runway_page(ahead: Ahead) -> str:
    """The steps as text for people, first things first."""
    text = [f"{ahead.reference}, seen from {show_day(ahead.on)}: {ahead.kind or 'no steps are counted'}"]
    if ahead.counted is not None:
        text += ["", f"Start by   {_day(ahead.counted.start_by)}", f"Decide by  {_day(ahead.counted.decide_by)}"]
    text += [f"Last day   {_day(ahead.last.day)}", *_steps(ahead.last.working)]
    for each in ahead.counted.steps if ahead.counted else ():
        text += ["", *wrapped(f"{_day(each.day)}: {each.step.name}", "", "  "), *_steps(each.working)]
    return "\n".join(text)


def runway_values(ahead: Ahead) -> dict[str, Any]:
    """The same as JSON keys."""
    counted = ahead.counted
    return {
        "contract": ahead.reference,
        "seen_on": iso(ahead.on),
        "kind": ahead.kind or None,
        "start_by": iso(counted.start_by) if counted else None,
        "decide_by": iso(counted.decide_by) if counted else None,
        "last_day_on": iso(ahead.last.day),
        "last_day_working": list(ahead.last.working),
        "steps": [
            {
                "name": each.step.name,
                "length": show_count(each.step.length, each.step.counting),
                "source": each.step.source or None,
                "decides": each.step.decides,
                "do_by": iso(each.day),
                "working": list(each.working),
            }
            for each in (counted.steps if counted else ())
        ],
        "warnings": list(counted.warnings) if counted else [],
    }


def _day(day: date | None) -> str:
    return show_weekday(day) if day else "no day"


def _steps(working: tuple[str, ...]) -> list[str]:
    return [line for step in working for line in wrapped(f"- {step}", "  ", "    ")]
