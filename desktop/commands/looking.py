"""Commands that look and change nothing: what needs attention, the contracts, one contract, its history."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

import click

from db.rules.attention_line import AttentionLine
from db.rules.decision import DecisionId
from desktop.commands.attention_page import attention_page
from desktop.commands.attention_sorted import sorted_attention
from desktop.commands.contract_json import contract_values
from desktop.commands.contract_page import contract_page
from desktop.commands.group import desk
from desktop.commands.history import history_page, history_values
from desktop.commands.known import known, name_of
from desktop.commands.listing import list_page, list_values
from desktop.commands.moment import today
from desktop.commands.opening import reading
from desktop.commands.saying import say_json
from desktop.commands.things_json import attention_values, resting_values
from desktop.commands.written import DAY, FILE

_on = click.option("--on", type=DAY, metavar="DAY", help="Seen from this day; today if not given.")
_as_at = click.option(
    "--as-at", type=DAY, metavar="DAY", help="As the register itself stood at the end of this day; seen from it too."
)
_json = click.option("--json", "as_json", is_flag=True, help="As JSON, with the keys that the help documents.")


@desk.command("attention")
@click.argument("file", type=FILE)
@_on
@_as_at
@click.option("--all", "with_resting", is_flag=True, help="Also what is at rest, and why.")
@_json
def show_attention(file: Path, on: date | None, as_at: date | None, with_resting: bool, as_json: bool) -> None:
    """What needs attention on a day, most pressing first, each with the working behind its day."""
    day = on or as_at or today()
    with reading(file, as_at) as register:
        found = sorted_attention(register, day)
        names = {each.id: name_of(each) for each in register.decisions.all()}
    if as_json:
        stated = [attention_values(line, _named(line, names)) for line in found.open]
        say_json(
            {"seen_on": day.isoformat(), "lines": stated, "resting": [resting_values(*each) for each in found.resting]}
        )
    else:
        click.echo(attention_page(found, day, with_resting=with_resting))


def _named(line: AttentionLine, names: Mapping[DecisionId, str]) -> str | None:
    return names.get(line.decision_id) if line.decision_id else None


@desk.command("list")
@click.argument("file", type=FILE)
@_on
@_json
def list_contracts(file: Path, on: date | None, as_json: bool) -> None:
    """Every contract in a line: how it stands, its ends, its annual value."""
    day = on or today()
    with reading(file) as register:
        if as_json:
            say_json(list_values(register, day))
        else:
            click.echo(list_page(register, day))


@desk.command("show")
@click.argument("file", type=FILE)
@click.argument("reference", metavar="REF")
@_on
@_as_at
@_json
def show(file: Path, reference: str, on: date | None, as_at: date | None, as_json: bool) -> None:
    """How a contract stands on a day, from what had been decided, served and received by then."""
    with reading(file, as_at) as register:
        of = known(register, reference, on or as_at or today())
    if as_json:
        say_json(contract_values(of))
    else:
        click.echo(contract_page(of))


@desk.command("history")
@click.argument("file", type=FILE)
@click.argument("reference", metavar="REF")
@_json
def history(file: Path, reference: str, as_json: bool) -> None:
    """Everything that was ever done to a contract, newest first: who, when, and what changed."""
    with reading(file) as register:
        contract = register.contracts.get(reference)
        if as_json:
            say_json(history_values(register, contract))
        else:
            click.echo(history_page(register, contract))
