"""Commands that look and change nothing: what needs attention, the contracts, one contract, its history."""

from datetime import date
from pathlib import Path

import click

from db.register import Register
from db.rules.attention import AttentionLine, attention
from desktop.commands.attention_page import attention_page
from desktop.commands.contract_json import contract_values
from desktop.commands.contract_page import contract_page
from desktop.commands.group import desk
from desktop.commands.history import history_page, history_values
from desktop.commands.known import known, name_of
from desktop.commands.listing import list_page, list_values
from desktop.commands.moment import today
from desktop.commands.opening import reading
from desktop.commands.saying import say_json
from desktop.commands.things_json import attention_values
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
@_json
def show_attention(file: Path, on: date | None, as_at: date | None, as_json: bool) -> None:
    """What needs attention on a day, most pressing first, each with the working behind its day."""
    day = on or as_at or today()
    with reading(file, as_at) as register:
        lines = attention_of(register, day)
        names = {each.id: name_of(each) for each in register.decisions.all()}
    if as_json:
        stated = [attention_values(each, names.get(each.decision_id) if each.decision_id else None) for each in lines]
        say_json({"seen_on": day.isoformat(), "lines": stated})
    else:
        click.echo(attention_page(lines, day))


def attention_of(register: Register, on: date) -> tuple[AttentionLine, ...]:
    """What needs attention in a register on a day."""
    returns = register.returns
    return attention(register.contracts.all(), register.decisions.all(), returns.schedules(), returns.all(), on)


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
