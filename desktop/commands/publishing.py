"""Commands on publishing: a decision's record as files for the public, and the day it was published."""

from datetime import date
from functools import partial
from pathlib import Path

import click

from db.calendar import bank_holidays
from db.changes import Author
from db.operations.publish import record_published
from db.register import Register
from db.rules.decision_facts import Published
from db.rules.refusal import Refusal
from desktop.commands.group import desk
from desktop.commands.moment import today
from desktop.commands.officer import as_officer
from desktop.commands.opening import reading, writing
from desktop.commands.saying import told
from desktop.commands.writing_out import write_out
from desktop.commands.written import DAY, FILE
from desktop.publishing.stops import what_stops
from desktop.publishing.versions import KINDS, Version, file_of, record_in
from desktop.records_in_hand import in_hand
from exports.files import safe_name


@desk.command("publish")
@click.argument("file", type=FILE)
@click.argument("number")
@click.option("--to", "folder", type=FILE, required=True, metavar="FOLDER", help="Where; made if it is not there.")
@click.option("--public", "is_public", is_flag=True, help="What the public may see, once nothing is left to settle.")
def publish(file: Path, number: str, folder: Path, is_public: bool) -> None:
    """Write the record of a decision as a PDF, a web page and plain text.

    The PDF of a record that is signed and filed is the signed file itself, unless something in it is withheld.
    """
    version = Version.PUBLIC if is_public else Version.FULL
    with reading(file) as register:
        if is_public:
            _check_settled(register, number)
        for target, content in _files(register, number, version).items():
            folder.mkdir(parents=True, exist_ok=True)
            write_out(folder / target, file, partial(bytes, content))
            click.echo(f"Wrote “{folder / target}”.")


@desk.command("record-publication")
@click.argument("file", type=FILE)
@click.argument("number")
@click.option("--on", "published_on", type=DAY, required=True, help="The day it was published.")
@click.option("--effective", "effective_on", type=DAY, help="When it takes effect, as printed; else it is worked out.")
@click.option("--implement-from", type=DAY, help="From when it may be put into effect.")
@as_officer
def record_publication(
    by: Author,
    file: Path,
    number: str,
    published_on: date,
    effective_on: date | None,
    implement_from: date | None,
) -> None:
    """Record that a decision was published. Its record may be signed and filed already."""
    with writing(file) as register:
        decision_id = register.decisions.get(number).id
        told(record_published(register, by, decision_id, Published(published_on, effective_on, implement_from)))


def _check_settled(register: Register, number: str) -> None:
    stops = what_stops(in_hand(register, register.decisions.get(number), today(), bank_holidays()))
    if stops:
        first, *more = (stop.sentence for stop in stops)
        rest = f" And {len(more)} more: {' '.join(more)}" if more else ""
        raise Refusal(f"{number} is not ready to be published. {first}{rest}")


def _files(register: Register, number: str, version: Version) -> dict[str, bytes]:
    """Every file of a version by its name, all made before any is written."""
    record = record_in(register, register.decisions.get(number))
    name = record.name(version)
    return {safe_name(name, suffix): file_of(register, record, version, suffix) for suffix in KINDS}
