"""What a council states of itself when it publishes contracts: set once in the register, or for one file."""

from collections.abc import Callable
from dataclasses import replace
from functools import wraps
from pathlib import Path

import click

from db.changes import Author
from db.operations.publisher import NAMES, set_publisher
from db.register import Register
from db.rules.money import Pence, show_pounds
from db.rules.publisher import STATED, Publisher
from desktop.commands.group import desk
from desktop.commands.officer import as_officer
from desktop.commands.opening import reading, writing
from desktop.commands.saying import aligned, say_json, told
from desktop.commands.written import AMOUNT, AS_JSON, FILE

Stated = dict[str, str | Pence | None]


def publishing(command: Callable[..., None]) -> Callable[..., None]:
    """Give a command what a council states of itself, as one argument."""

    @click.option("--department", help="The directorate, where no decision on a contract names one.")
    @click.option("--uri", help="The council's address as an organisation.")
    @click.option("--identifier", help="The council's identifier as a buyer.")
    @click.option("--prefix", "ocid_prefix", metavar="OCDS", help="Such as ocds-b5fd17.")
    @click.option("--vat", "irrecoverable_vat", type=AMOUNT, help="VAT that is not recovered, the same for all.")
    @click.option("--contact-name", help="The point of contact that is published.")
    @click.option("--contact-email", help="Its email.")
    @click.option("--contact-url", help="Its page.")
    @click.option("--area", help="The area served, the same for all.")
    @click.option("--area-uri", help="The address of that area.")
    @wraps(command)
    def run(**given: object) -> None:
        command(stated={name: given.pop(name) for name in STATED}, **given)

    return run


def publisher_with(register: Register, stated: Stated) -> Publisher:
    """As the register states it, but for what is given here."""
    given = {name: value for name, value in stated.items() if value is not None}
    return replace(register.decisions.publisher(), **given)  # type: ignore[arg-type]


@desk.command("publisher")
@click.argument("file", type=FILE)
@publishing
@AS_JSON
@as_officer
def publisher(by: Author, file: Path, stated: Stated, as_json: bool) -> None:
    """Say what the council states of itself when it publishes contracts, or set it for all that is published."""
    if any(value is not None for value in stated.values()):
        with writing(file) as register:
            told(set_publisher(register, by, publisher_with(register, stated)))
        return
    with reading(file) as register:
        found = register.decisions.publisher()
    if as_json:
        say_json({"name": found.name, **{name: getattr(found, name) for name in STATED}})
        return
    click.echo(found.name)
    rows = [(NAMES[name].capitalize(), _stated(found, name)) for name in STATED]
    click.echo("\n".join(aligned(rows, indent="  ")))


def _stated(publisher: Publisher, name: str) -> str:
    value = getattr(publisher, name)
    if name == "irrecoverable_vat" and value is not None:
        return show_pounds(value)
    return value or "not stated"
