"""Commands about notice: record it by when it was served or sent, list what was given, write the letter."""

from datetime import date
from pathlib import Path

import click

from db.calendar import bank_holidays
from db.changes import Author
from db.operations.notice import give_notice, send_notice
from db.register import Register
from db.rules.contract import Contract, Side
from db.rules.decision import DecisionId
from desktop.commands.group import desk
from desktop.commands.letter_writing import letter_of
from desktop.commands.moment import today
from desktop.commands.notices_page import given_in, notices_page, notices_values
from desktop.commands.officer import as_officer
from desktop.commands.opening import reading, writing
from desktop.commands.saying import say_json, told
from desktop.commands.sending import METHODS, rule_for
from desktop.commands.writing_out import write_out
from desktop.commands.written import DAY, FILE, MOMENT

_side = click.option("--by", "side", type=click.Choice([each.value for each in Side]), default=Side.COUNCIL.value)
_sent = click.option("--sent", type=MOMENT, help="The day it was sent, and the time where that counts.")
_by_method = click.option("--by-method", metavar="METHOD", help=f"How it was sent: {', '.join(METHODS)}.")


@desk.command("give-notice")
@click.argument("file", type=FILE)
@click.argument("ref", metavar="REF")
@click.option("--served", "--on", "served_on", type=DAY, help="The day it was served.")
@_sent
@_by_method
@_side
@click.option("--method", default="", help="How it was served, with --served.")
@click.option("--decision", metavar="NUMBER", help="The decision it rests on.")
@as_officer
def notice(
    by: Author,
    file: Path,
    ref: str,
    served_on: date | None,
    sent: date | None,
    by_method: str | None,
    side: str,
    method: str,
    decision: str | None,
) -> None:
    """Record notice, by the day it was served or by when and how it was sent; the last day follows.

    Sent one way, it counts as served as the contract's own clause says, else by the rule for that way.
    """
    _check_one_way(served_on, sent, by_method)
    with writing(file) as register:
        contract = register.contracts.get(ref)
        rests_on = register.decisions.get(decision).id if decision else None
        if served_on is not None:
            told(give_notice(register, by, contract.id, Side(side), served_on, method=method, decision_id=rests_on))
        elif sent is not None and by_method is not None:
            _send(register, by, contract, Side(side), sent, by_method, rests_on)
        for step in register.contracts.get(ref).notices[-1].working:
            click.echo(f"  {step}")


@desk.command("notices")
@click.argument("file", type=FILE)
@click.option("--json", "as_json", is_flag=True, help="As JSON, with the keys that the help documents.")
def notices(file: Path, as_json: bool) -> None:
    """Every notice that was given, the one served last first."""
    with reading(file) as register:
        given = given_in(register)
    if as_json:
        say_json(notices_values(given))
    else:
        click.echo(notices_page(given))


@desk.command("letter")
@click.argument("file", type=FILE)
@click.argument("ref", metavar="REF")
@click.option("--to", "target", type=FILE, required=True, metavar="PDF")
@_sent
@_by_method
@click.option("--dated", type=DAY, help="The date on the letter; today if not given.")
@as_officer
def letter(
    by: Author, file: Path, ref: str, target: Path, sent: date | None, by_method: str | None, dated: date | None
) -> None:
    """Write the letter about a contract's notice; one not recorded yet by --sent and --by-method.

    The council's own notice, or its answer to a provider's; a PDF that is accessible and fit to be kept.
    """
    from exports.letters import missing, render

    if (sent is None) != (by_method is None):
        raise click.UsageError("Give --sent and --by-method together.")
    with reading(file) as register:
        written = letter_of(register, by, ref, dated or today(), sent, by_method)
    write_out(target, file, lambda: render(written))
    click.echo(f"Wrote the letter about {written.contract.reference} to “{target}”.")
    if gaps := missing(written):
        click.echo(f"Not recorded, and printed so: {', '.join(gaps)}.")


def _send(
    register: Register,
    by: Author,
    contract: Contract,
    side: Side,
    sent: date,
    method: str,
    rests_on: DecisionId | None,
) -> None:
    rule = rule_for(method, register.diaries.service_clauses(contract.id))
    told(send_notice(register, by, contract.id, side, sent, rule, holidays=bank_holidays(), decision_id=rests_on))


def _check_one_way(served_on: date | None, sent: date | None, by_method: str | None) -> None:
    if (sent is None) != (by_method is None) or (served_on is None) == (sent is None):
        raise click.UsageError("Give --served, or --sent and --by-method together.")
