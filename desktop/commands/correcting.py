"""Commands that edit a contract's details, correct what was recorded of its terms, and record its end."""

from datetime import date
from pathlib import Path

import click

from db.changes import Author
from db.operations.correct_terms import Terms, correct_terms, record_end, terms_of
from db.operations.edit_details import edit_details
from db.rules.contract import NoticeTerm
from desktop.commands.group import desk
from desktop.commands.officer import as_officer
from desktop.commands.opening import writing
from desktop.commands.saying import told
from desktop.commands.written import DAY, FILE, NOTICE, WORDS


@desk.command("edit")
@click.argument("file", type=FILE)
@click.argument("ref", metavar="REF")
@click.option("--reference")
@click.option("--title")
@click.option("--service")
@click.option("--category")
@click.option("--manager", help="The contract manager.")
@click.option("--contact")
@click.option("--notes", type=WORDS, help="Words, or @FILE for a text file.")
@as_officer
def edit(by: Author, file: Path, ref: str, **values: str | None) -> None:
    """Change what may simply be edited. What is not named stays; an empty text clears a field."""
    named = {name: text for name, text in values.items() if text is not None}
    if not named:
        raise click.UsageError("Name at least one field to change, such as --manager.")
    with writing(file) as register:
        contract = register.contracts.get(ref)
        told(edit_details(register, by, contract.id, contract.version, named))


@desk.command("correct-terms")
@click.argument("file", type=FILE)
@click.argument("ref", metavar="REF")
@click.option("--reason", required=True, help="Why what was recorded was wrong.")
@click.option("--starts", type=DAY, help="The first day.")
@click.option("--ends", type=DAY, help="The last day of the initial term.")
@click.option("--option", "options", type=int, multiple=True, metavar="MONTHS", help="Every option, in order.")
@click.option("--notice", "notice", type=NOTICE, multiple=True, help="Such as council|3 months|clause 12.")
@as_officer
def correct(
    by: Author,
    file: Path,
    ref: str,
    reason: str,
    starts: date | None,
    ends: date | None,
    options: tuple[int, ...],
    notice: tuple[NoticeTerm, ...],
) -> None:
    """Correct a contract's own terms where they were recorded wrongly. What is not named stays.

    For mistakes only: a change that was agreed is an extension, a variation or notice.
    """
    if not (starts or ends or options or notice):
        raise click.UsageError("Name at least one term to correct, such as --ends.")
    with writing(file) as register:
        contract = register.contracts.get(ref)
        was = terms_of(contract)
        corrected = Terms(
            starts or was.starts_on,
            ends or was.initial_ends_on,
            options or was.options,
            (*(each for each in was.notice_terms if each.side not in {new.side for new in notice}), *notice),
        )
        told(correct_terms(register, by, contract.id, corrected, reason))


@desk.command("record-end")
@click.argument("file", type=FILE)
@click.argument("ref", metavar="REF")
@click.option("--on", "ended_on", type=DAY, required=True, help="The contract's last day.")
@click.option("--reason", default="")
@as_officer
def end(by: Author, file: Path, ref: str, ended_on: date, reason: str) -> None:
    """Record that a contract has ended, and its last day."""
    with writing(file) as register:
        told(record_end(register, by, register.contracts.get(ref).id, ended_on, reason))
