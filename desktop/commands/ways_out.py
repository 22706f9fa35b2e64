"""Commands that write for people: the register as a workbook and a calendar, pictures of every screen, the tour."""

from datetime import UTC, date, datetime
from pathlib import Path

import click

from db.own_workbook.against import stamp_for
from db.register import Register
from db.rules.decision import ContractId
from desktop.commands.attention_sorted import days_ahead
from desktop.commands.group import desk
from desktop.commands.moment import local_moment, today
from desktop.commands.officer import author
from desktop.commands.opening import reading
from desktop.commands.writing_out import write_out
from desktop.commands.written import DAY, FILE


@desk.command("export")
@click.argument("file", type=FILE)
@click.option("--to", "target", type=FILE, required=True, metavar="XLSX")
@click.option("--on", type=DAY, help="As the contracts stand on this day; today if not given.")
@click.option("--as-at", type=DAY, help="As the register stood at the end of this day.")
@click.option(
    "--officer", envvar="CONTRACT_DESK_OFFICER", default="", metavar="NAME", help="Who made it, for its notes."
)
def export(file: Path, target: Path, on: date | None, as_at: date | None, officer: str) -> None:
    """Write the register as a workbook for Excel, with real dates and pounds."""
    day, made_by = on or as_at or today(), author(officer, "").name
    with reading(file, as_at) as register:
        write_out(
            target,
            file,
            lambda: register_workbook(register, local_moment(), day, made_by, is_past=as_at is not None),
        )
    click.echo(f"Wrote the register to “{target}”.")


def register_workbook(register: Register, at: datetime, on: date, made_by: str, *, is_past: bool = False) -> bytes:
    """A register as a workbook made at a moment, as its contracts stand on a day.

    What is edited in it can be taken in as changes, unless it is of a register as it stood in the past.
    """
    from exports.register_workbook import render

    stamp = None if is_past else stamp_for(register, on)
    contracts, decisions, providers = register.contracts.all(), register.decisions.all(), register.providers.all()
    return render(contracts, on, made_by, at, "All contracts", decisions, providers, stamp)


@desk.command("calendar")
@click.argument("file", type=FILE)
@click.option("--to", "target", type=FILE, required=True, metavar="ICS")
@click.option("--contract", metavar="REF", help="The days of one contract only.")
@click.option("--on", type=DAY, help="Seen from this day; today if not given.")
def calendar(file: Path, target: Path, contract: str | None, on: date | None) -> None:
    """Write the days to act of the next 24 months as a calendar file; taken in again, it moves what it brought."""
    with reading(file) as register:
        of_contract = register.contracts.get(contract).id if contract else None
        write_out(target, file, lambda: calendar_file(register, local_moment(), on or today(), of_contract))
    click.echo(f"Wrote the calendar to “{target}”.")


def calendar_file(register: Register, at: datetime, on: date, contract_id: ContractId | None = None) -> bytes:
    """The days to act in a register, or of one contract, as a calendar made at a moment and seen from a day."""
    from exports.calendar_file import render

    lines = [line for line in days_ahead(register, on) if contract_id is None or line.contract_id == contract_id]
    newest = register.journal.entries(limit=1)
    return render(lines, at.astimezone(UTC), newest[0].seq if newest else 0)


@desk.command("pictures")
@click.argument("folder", type=FILE)
def pictures(folder: Path) -> None:
    """Draw every screen and dialog, light and dark, into a folder. No screen is needed."""
    draw(folder)
    click.echo(f"Drew the pictures into “{folder}”.")


def draw(folder: Path, *, at_usual_size: bool = False) -> None:
    """Draw every screen and dialog into a folder: in every look, or only at the usual type and window size."""
    from desktop.pictures import EVERYDAY, LOOKS, take

    take(folder, EVERYDAY if at_usual_size else LOOKS)


@desk.command("tour")
@click.argument("folder", type=FILE)
@click.option("--pictures/--no-pictures", "with_pictures", default=True, help="Whether to draw the screens too.")
def tour(folder: Path, with_pictures: bool) -> None:
    """Do the whole main job on the sample, without a screen, and leave every result in a folder."""
    from desktop.tour import run

    run(folder, click.echo, local_moment(), with_pictures=with_pictures)
