"""Commands on a register as a whole: make one, prove it, back it up, take the last act back."""

from pathlib import Path

import click

from db.changes import Author
from db.operations.undo import redo, undo
from db.register import Register
from db.rules.refusal import Refusal
from db.sample import fill
from desktop.commands.group import desk
from desktop.commands.moment import now
from desktop.commands.officer import as_officer
from desktop.commands.opening import reading, writing
from desktop.commands.saying import told
from desktop.commands.written import FILE


@desk.command("sample")
@click.argument("file", type=FILE)
def sample(file: Path) -> None:
    """Make the sample register: published decisions of Kent County Council, under sample references."""
    making = file.with_name(f".{file.name}.making")
    _check_is_free(file)
    making.unlink(missing_ok=True)
    try:
        with Register.create(making) as register:
            fill(register, now())
        _check_is_free(file)
        making.rename(file)
    finally:
        making.unlink(missing_ok=True)
    click.echo(f"Made the sample register “{file}”.")


@desk.command("new")
@click.argument("file", type=FILE)
def new(file: Path) -> None:
    """Make an empty register."""
    Register.create(file).close()
    click.echo(f"Made the empty register “{file}”.")


@desk.command("undo")
@click.argument("file", type=FILE)
@as_officer
def undo_last(by: Author, file: Path) -> None:
    """Take back the last act. The taking back is an act of its own in the journal."""
    with writing(file) as register:
        told(undo(register, by))


@desk.command("redo")
@click.argument("file", type=FILE)
@as_officer
def redo_last(by: Author, file: Path) -> None:
    """Do again the act that was taken back last."""
    with writing(file) as register:
        told(redo(register, by))


@desk.command("check")
@click.argument("file", type=FILE)
def check(file: Path) -> None:
    """Prove a register whole: its file, its rows against the journal, and the journal's chain."""
    with reading(file) as register:
        problems = register.check()
        entries = len(register.journal.entries(limit=10**9))
    for problem in problems:
        click.echo(problem)
    if problems:
        raise Refusal(f"“{file}” is not in order: {len(problems)} found. Keep the file, and open the newest backup.")
    kept = "1 journal entry" if entries == 1 else f"{entries:,} journal entries"
    click.echo(f"“{file}” is in order: {kept}, each as it was written.")


@desk.command("backup")
@click.argument("file", type=FILE)
def backup(file: Path) -> None:
    """Make a proved copy in the backups folder beside the register, and say where it is."""
    with reading(file) as register:
        click.echo(f"Backed up to “{register.backup(now())}”.")


def _check_is_free(file: Path) -> None:
    if file.exists():
        raise Refusal(f"“{file}” is there already and was left as it is. Choose a new name.")
