"""Commands that look back and take back in: changes of a workbook, changes between days, restoring, a nameless copy."""

from datetime import date
from pathlib import Path

import click

from db.changes import Author
from db.looking_back import Told, changed_between
from db.operations.anonymise import anonymise
from db.operations.apply_changes import apply_changes
from db.operations.restore import restore_field
from db.operations.withdraw import restore_contract, withdraw_contract
from db.own_workbook.against import compare
from db.own_workbook.changes import AddedRow, Edit, Incoming, RemovedRow, Settled
from db.returns.files.limits import OF_A_REGISTER
from db.returns.workbook import read
from db.rules.dates import show_day
from db.rules.refusal import Refusal
from db.rules.sheets.columns import Value
from db.rules.sheets.register import CONTRACTS
from db.rules.words import counted
from desktop.commands.changes_json import difference_values, incoming_values, taken_out_values
from desktop.commands.group import desk
from desktop.commands.moment import end_of, now, today
from desktop.commands.officer import as_officer
from desktop.commands.opening import reading, writing
from desktop.commands.saying import say_json, told
from desktop.commands.writing_out import write_out
from desktop.commands.written import AS_JSON, DAY, FILE, WORDS

_SIDES = {"workbook": Settled.THEIRS, "register": Settled.OURS}


@desk.command("apply-changes")
@click.argument("file", type=FILE)
@click.argument("workbook", type=FILE)
@click.option("--preview", is_flag=True, help="Only say what would be changed.")
@click.option("--settle", type=click.Choice(list(_SIDES)), help="Whose value stands where both sides changed one.")
@click.option("--add", "with_added", is_flag=True, help="Take in the rows that were added, too.")
@click.option("--remove", "with_removed", is_flag=True, help="Take contracts out whose row was taken out.")
@AS_JSON
@as_officer
def take_changes(
    by: Author,
    file: Path,
    workbook: Path,
    preview: bool,
    settle: str | None,
    with_added: bool,
    with_removed: bool,
    as_json: bool,
) -> None:
    """Take in what was changed in the register's own workbook, as one act; what cannot be taken in is listed."""
    cells = read(workbook, OF_A_REGISTER)
    with reading(file) if preview else writing(file) as register:
        incoming = compare(register, cells)
        if as_json:
            say_json(incoming_values(incoming))
        else:
            click.echo("\n".join(_incoming(incoming)))
        if preview:
            return
        settled = {each.spot: _SIDES[settle] for each in incoming.conflicts} if settle else {}
        added = [each for each in incoming.added if with_added and not each.by]
        removed = [each for each in incoming.removed if with_removed and each.sheet == CONTRACTS]
        done = apply_changes(register, by, incoming, workbook.name, settled, added, removed, today())
        if not as_json:
            told(done)


def _incoming(incoming: Incoming) -> list[str]:
    lines = [*incoming.notes]
    lines += [f"{each.name}, {_change(each)}" for each in incoming.changes]
    lines += [f"Both changed: {each.name}, {_change(each)} (the register: {_said(each.ours)})"
              for each in incoming.conflicts]  # fmt: skip
    lines += [f"Not applied: {each.name}, {each.title} ({each.sheet} {each.cell}): {each.sentence}"
              for each in incoming.not_applied]  # fmt: skip
    lines += [_added(each) for each in incoming.added]
    lines += [_removed(each) for each in incoming.removed]
    return lines or ["The workbook says what the register says."]


def _added(row: AddedRow) -> str:
    if row.by:
        return f"Not applied: {row.name} was added to {row.sheet}. Use {row.by}."
    return f"Added, taken in with --add: {row.sheet}, {row.name}"


def _removed(row: RemovedRow) -> str:
    if row.sheet == CONTRACTS:
        return f"No longer in {row.sheet}, taken out with --remove: {row.name}"
    return f"Not applied: {row.name} is no longer in {row.sheet}. What takes it away: {row.by}."


def _change(edit: Edit) -> str:
    return f"{edit.spot.title}: {_said(edit.was)} → {_said(edit.theirs)}"


def _said(value: Value) -> str:
    if value in (None, ""):
        return "not recorded"
    return show_day(value) if isinstance(value, date) else f"“{value}”"


@desk.command("changes")
@click.argument("file", type=FILE)
@click.option("--since", type=DAY, required=True, help="As it stood at the end of this day.")
@click.option("--until", type=DAY, help="As it stood at the end of this day; today if not given.")
@click.option("--to", "target", type=FILE, metavar="XLSX", help="Write them as a workbook too.")
@AS_JSON
def changes(file: Path, since: date, until: date | None, target: Path | None, as_json: bool) -> None:
    """Say what changed between the ends of two days: each fact before and after, who changed it and when."""
    last = until or today()
    if last < since:
        raise Refusal(f"{show_day(last)} is before {show_day(since)}. Give the earlier day first.")
    with reading(file) as register:
        found = changed_between(register, end_of(since), end_of(last), last)
    if target:
        write_out(target, file, lambda: _workbook(found, since, last))
    if as_json:
        say_json(difference_values(found, since, last))
        return
    click.echo(f"{counted(len(found), 'changes')} between {show_day(since)} and {show_day(last)}")
    for each in found:
        click.echo("\n".join(_told(each)))


def _told(each: Told) -> list[str]:
    from exports.differences_workbook import show

    difference = each.difference
    what = f"{difference.sheet}: {difference.name}"
    if difference.title:
        before, after = (show(difference.title, value) or "not recorded"
                         for value in (difference.before, difference.after))  # fmt: skip
        what += f", {difference.title}: {before} → {after}"
    else:
        what += f", {difference.how.value.lower()}"
    if each.at is None:
        return ["", what]
    local = each.at.astimezone()
    return ["", what, f"  {show_day(local.date())}, {local:%H:%M}  {each.officer}, {each.post}: {each.sentence}"]


def _workbook(found: tuple[Told, ...], first: date, last: date) -> bytes:
    from exports.differences_workbook import ChangeRow, render

    rows = []
    for each in found:
        local = each.at.astimezone() if each.at else None
        rows.append(
            ChangeRow(
                each.difference,
                local.date() if local else None,
                f"{local:%H:%M}" if local else "",
                each.officer,
                each.post,
                each.sentence,
            )
        )
    return render(rows, first, last)


@desk.command("restore")
@click.argument("file", type=FILE)
@click.argument("reference", metavar="REF")
@click.argument(
    "field", type=click.Choice(["reference", "title", "service", "category", "manager", "contact", "notes"])
)
@click.option("--as-at", type=DAY, required=True, help="As it stood at the end of this day.")
@as_officer
def restore(by: Author, file: Path, reference: str, field: str, as_at: date) -> None:
    """Give one detail of a contract the value it had on a past day; what was done since stays in the journal."""
    with writing(file) as register:
        contract = register.contracts.get(reference)
        told(restore_field(register, by, contract.id, field, register.journal.at(end_of(as_at))))


@desk.command("withdraw-contract")
@click.argument("file", type=FILE)
@click.argument("reference", metavar="REF")
@click.option("--because", type=WORDS, required=True, help="Why, such as: entered twice.")
@click.option("--on", type=DAY, help="The day; today if not given.")
@as_officer
def withdraw(by: Author, file: Path, reference: str, because: str, on: date | None) -> None:
    """Take a contract that was entered by mistake out of the register. Nothing of it is erased."""
    with writing(file) as register:
        told(withdraw_contract(register, by, register.contracts.get(reference).id, on or today(), because))


@desk.command("restore-contract")
@click.argument("file", type=FILE)
@click.argument("reference", metavar="[REF]", required=False)
@AS_JSON
@as_officer
def put_back(by: Author, file: Path, reference: str | None, as_json: bool) -> None:
    """Put back a contract that was taken out of the register; without a reference, list those that were."""
    if reference is None:
        with reading(file) as register:
            found = register.contracts.withdrawn()
        if as_json:
            say_json(taken_out_values(found))
        else:
            click.echo("\n".join(f"{each.reference}, {each.title}" for each in found), nl=bool(found))
        return
    with writing(file) as register:
        wanted = reference.strip().casefold()
        out = next((each for each in register.contracts.withdrawn() if each.reference.casefold() == wanted), None)
        if out is None:
            raise Refusal(f"No contract “{reference}” was taken out of the register. Give none to see which were.")
        told(restore_contract(register, by, out.id))


@desk.command("anonymise")
@click.argument("file", type=FILE)
@click.argument("target", type=FILE)
def anonymised_copy(file: Path, target: Path) -> None:
    """Make a copy of a register without the names of people and providers, contacts, notes, files and history."""
    with reading(file) as register:
        anonymise(register, target, now())
    click.echo(f"Made the anonymised copy “{target}”.")
