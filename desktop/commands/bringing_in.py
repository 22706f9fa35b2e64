"""Bringing in a register that was kept elsewhere, and the rows of it that are still to do, from the command line."""

from collections.abc import Sequence
from pathlib import Path

import click

from db.changes import Author
from db.incoming.choices import Choices, ColumnKey, Past
from db.incoming.fields import Field
from db.incoming.known import Known
from db.incoming.plan import Plan, answered, plan
from db.operations.bring_in import bring_in, known_to, settle_rows
from db.register import Register
from db.returns.cells import Cells, place
from db.returns.container import load
from db.returns.files.limits import OF_A_REGISTER
from db.returns.workbook import read_content
from db.rules.refusal import Refusal
from db.rules.to_do import ToDo
from db.rules.words import counted
from desktop.commands.brought_page import brought_page, brought_values, question_key, to_do_page, to_do_values
from desktop.commands.group import desk
from desktop.commands.moment import today
from desktop.commands.officer import as_officer
from desktop.commands.opening import reading, writing
from desktop.commands.saying import say_json, told
from desktop.commands.writing_out import write_out
from desktop.commands.written import AS_JSON, FILE

_PAST = {"as-they-are": Past.AS_THEY_ARE, "as-ended": Past.AS_ENDED, "leave-out": Past.LEAVE_OUT}
_NOTHING = "nothing"
_ROUNDS = 5
"""Answers may lead to further questions, whose answers were given too."""


@desk.command("bring-in")
@click.argument("file", type=FILE)
@click.argument("old", type=FILE)
@click.option("--preview", is_flag=True, help="Only say what would be brought in.")
@click.option("--column", "columns", multiple=True, metavar="[SHEET!]C=FIELD", help="What a column is, or nothing.")
@click.option("--headings", type=click.IntRange(0), help="The row of the headings; 0 where there are none.")
@click.option("--answer", "answers", multiple=True, metavar="KEY=NUMBER", help="As --preview shows them.")
@click.option("--past", type=click.Choice(list(_PAST)), default="as-they-are", help="Contracts whose end has passed.")
@click.option("--number-from", "prefix", default="", metavar="TEXT", help="Begins the references of rows without one.")
@click.option("--partner", default="Council", help="Who pays what is stated a year.")
@AS_JSON
@as_officer
def take_register(
    by: Author, file: Path, old: Path, preview: bool, columns: tuple[str, ...], headings: int | None,
    answers: tuple[str, ...], past: str, prefix: str, partner: str, as_json: bool,
) -> None:  # fmt: skip
    """Bring in a register that was kept in a spreadsheet, as one act: contracts, changes, and the rows still to do.

    Every row comes in or is listed with the reason why it waits. Of a newer copy of the same register only what
    changed is taken in.
    """
    content = load(old)
    cells = read_content(content, old.name, OF_A_REGISTER)
    chosen = Choices(
        columns=_columns(columns, cells), past=_PAST[past], prefix=prefix, partner=partner,
        headings={} if headings is None else dict.fromkeys(cells.sheets, headings),
    )  # fmt: skip
    with reading(file) if preview else writing(file) as register:
        found = _planned(cells, known_to(register), chosen, answers)
        if as_json:
            say_json(brought_values(found))
        else:
            click.echo(brought_page(found))
        if not preview:
            done = bring_in(register, by, found, content)
            if not as_json:
                told(done)


def _planned(cells: Cells, known: Known, choices: Choices, answers: Sequence[str]) -> Plan:
    """The plan once every answer is given.

    Raises:
        Refusal: an answer is to no question, or is none of its answers.
    """
    given = dict(_parted(each, "KEY=NUMBER") for each in answers)
    found = plan(cells, known, today(), choices)
    for _ in range(_ROUNDS):
        asked = [each for each in found.questions if question_key(each) in given]
        if not asked:
            break
        for each in asked:
            choices = answered(choices, each, each.answers[_place(given.pop(question_key(each)), len(each.answers))][1])
        found = plan(cells, known, today(), choices)
    if given:
        raise Refusal(f"There is no question “{next(iter(given))}”. Look at the questions with --preview.")
    return found


def _place(number: str, count: int) -> int:
    if not number.isdecimal() or not 1 <= int(number) <= count:
        raise Refusal(f"“{number}” is none of the answers. Give a number from 1 to {count}, as --preview shows them.")
    return int(number) - 1


def _columns(said: Sequence[str], cells: Cells) -> dict[ColumnKey, Field | None]:
    fields = {each.value.casefold(): each for each in Field}
    found: dict[ColumnKey, Field | None] = {}
    for each in said:
        where, name = _parted(each, "C=FIELD")
        sheet, _, letters = where.rpartition("!")
        if name.casefold() not in {*fields, _NOTHING}:
            raise Refusal(f"“{name}” is no field. The fields are: {', '.join(Field)}; or {_NOTHING}.")
        if sheet and sheet not in cells.sheets:
            raise Refusal(f"There is no sheet “{sheet}”. The sheets are: {', '.join(cells.sheets)}.")
        for title in [sheet] if sheet else cells.sheets:
            found[title, _number(letters)] = fields.get(name.casefold())
    return found


def _number(letters: str) -> int:
    if not (letters.isascii() and letters.isalpha() and len(letters) <= 3):
        raise Refusal(f"“{letters}” is no column. Name it by its letters, such as C.")
    return place(f"{letters.upper()}1")[1]


def _parted(said: str, form: str) -> tuple[str, str]:
    """What stands before the last sign “=” and after it; keys may hold the sign."""
    key, sign, value = said.rpartition("=")
    if not sign:
        raise Refusal(f"“{said}” is not written as {form}.")
    return key.strip(), value.strip()


@desk.command("to-do")
@click.argument("file", type=FILE)
@click.option("--to", "target", type=FILE, metavar="XLSX", help="Write them as a workbook, under their own columns.")
@click.option("--settle", "settled", multiple=True, type=int, metavar="NUMBER", help="Take a row off the list.")
@click.option("--settle-all", is_flag=True, help="Take every row off the list.")
@AS_JSON
@as_officer
def list_to_do(
    by: Author, file: Path, target: Path | None, settled: tuple[int, ...], settle_all: bool, as_json: bool
) -> None:
    """List the rows of registers brought in that could not be taken in, each with why it waits."""
    if settled or settle_all:
        with writing(file) as register:
            told(settle_rows(register, by, _chosen(register, settled)))
        return
    with reading(file) as register:
        rows = register.brought_in.to_do()
    if target:
        write_out(target, file, lambda: _workbook(rows))
        click.echo(f"Wrote {counted(len(rows), 'rows')} to “{target}”.")
    elif as_json:
        say_json(to_do_values(rows))
    else:
        click.echo(to_do_page(rows))


def _chosen(register: Register, numbers: Sequence[int]) -> dict[str, int]:
    rows = register.brought_in.to_do()
    wrong = next((each for each in numbers if not 1 <= each <= len(rows)), None)
    if wrong is not None:
        raise Refusal(f"There is no row {wrong} on the list. It has {counted(len(rows), 'rows')}.")
    return {each.id: each.version for each in ([rows[at - 1] for at in numbers] or rows)}


def _workbook(rows: Sequence[ToDo]) -> bytes:
    from exports.to_do_list import render

    return render(rows)
