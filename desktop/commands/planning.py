"""The command that plans funding."""

from pathlib import Path

import click

from db.changes import Author
from db.operations.money import YearAmount
from db.operations.plan_funding import plan_funding
from desktop.commands.group import desk
from desktop.commands.officer import as_officer
from desktop.commands.opening import writing
from desktop.commands.saying import told
from desktop.commands.written import FILE, FUND


@desk.command("plan-funding")
@click.argument("file", type=FILE)
@click.argument("ref", metavar="REF")
@click.option("--fund", "amounts", type=FUND, multiple=True, required=True, help="What a partner pays in a year.")
@as_officer
def plan(by: Author, file: Path, ref: str, amounts: tuple[YearAmount, ...]) -> None:
    """Plan what partners pay in years that no decision has approved yet."""
    with writing(file) as register:
        told(plan_funding(register, by, register.contracts.get(ref).id, amounts))
