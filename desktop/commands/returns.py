"""Commands on providers' returns: send a blank one, read it back, say what is asked and when."""

from datetime import date
from pathlib import Path

import click

from db.calendar import bank_holidays
from db.changes import Author
from db.operations.returns import NewReturn, expect_returns, import_return, set_measures
from db.register import Register
from db.returns.apart import read_apart
from db.returns.cells import Cells
from db.returns.container import load
from db.returns.layout import STAMP_SHEET, STANDARD_MEASURES, ReturnForm
from db.returns.reading import Asked, ReadReturn
from db.returns.reading import read_return as read_stamped_return
from db.rules.contract import Contract
from db.rules.monitoring import DaysCounted, MeasureUnit, quarter_of
from db.rules.refusal import Refusal
from db.rules.return_due import due_day
from desktop.commands.group import desk
from desktop.commands.moment import today
from desktop.commands.officer import as_officer
from desktop.commands.opening import reading, writing
from desktop.commands.return_page import return_page
from desktop.commands.saying import say_json, told
from desktop.commands.taken_file import Told, understood_file
from desktop.commands.things_json import read_values
from desktop.commands.understood_page import understood_page, understood_values
from desktop.commands.writing_out import write_out
from desktop.commands.written import DAY, FILE, Line, things

READ_ONLY = "Read, not imported. Add --import to keep it."
UNDERSTOOD_ONLY = "Read, not taken in. import-return takes it in."


@desk.command("blank-return")
@click.argument("file", type=FILE)
@click.argument("ref", metavar="REF")
@click.option("--to", "target", type=FILE, required=True, metavar="XLSX")
@click.option("--quarter", type=DAY, help="Any day of the quarter; today's if not given.")
def blank_return(file: Path, ref: str, target: Path, quarter: date | None) -> None:
    """Write a contract's blank return for a quarter, for its provider to fill in."""
    from exports.blank_return import render

    with reading(file) as register:
        form = form_of(register, ref, quarter or today())
    write_out(target, file, lambda: render(form))
    click.echo(f"Wrote the blank return of {form.contract_reference} for {form.period.label} to “{target}”.")


def form_of(register: Register, reference: str, day: date) -> ReturnForm:
    """What a contract's blank return for the quarter of a day asks."""
    contract = register.contracts.get(reference)
    period = quarter_of(day)
    schedule = next((each for each in register.returns.schedules() if each.contract_id == contract.id), None)
    due = due_day(schedule, period, holidays=bank_holidays()).day if schedule else None
    return ReturnForm(
        contract.id, contract.reference, contract.title, contract.provider_names, period,
        register.returns.measures(contract.id), due,
    )  # fmt: skip


@desk.command("read-return")
@click.argument("file", type=FILE)
@click.argument("xlsx", type=FILE)
@click.option("--import", "is_import", is_flag=True, help="Keep what was read in the register, and the workbook.")
@click.option("--contract", metavar="REF", help="Whose return it is, where the file does not tell.")
@click.option("--quarter", type=DAY, help="Any day of the quarter, where the file does not tell or tells several.")
@click.option("--answer", "answers", multiple=True, metavar="KEY=CHOICE", help="To see what an answer does.")
@click.option("--profile", type=FILE, metavar="JSON", help="A layout to read it by, in place of the one learned.")
@click.option("--json", "as_json", is_flag=True, help="As JSON, with the keys that the help documents.")
@as_officer
def read_return(
    by: Author, file: Path, xlsx: Path, is_import: bool, contract: str | None, quarter: date | None,
    answers: tuple[str, ...], profile: Path | None, as_json: bool,
) -> None:  # fmt: skip
    """Read a provider's return: each figure with its cell, each problem with its cell and rule.

    Of a blank return of ours the figures are kept with --import; the same workbook a second time changes nothing.
    Of any other workbook what was understood is shown, with the questions it leaves open: import-return takes it in.
    """
    content = load(xlsx)
    cells = read_apart(content, xlsx.name)
    if STAMP_SHEET not in cells.sheets:
        if is_import:
            raise Refusal(f"“{xlsx.name}” is not one of our blank returns. Take it in by import-return.")
        _say_understood(file, content, cells, Told(contract, None, quarter, answers, profile=profile), as_json=as_json)
        return
    with writing(file) if is_import else reading(file) as register:
        read = read_cells(register, cells)
        done = import_return(register, by, new_return(register, read, content, today())) if is_import else None
    said = f"{done.sentence.rstrip('.')}." if done else READ_ONLY
    if as_json:
        say_json(read_values(read, said, done is not None and done.entry is not None))
    else:
        click.echo(return_page(read))
        told(done) if done else click.echo(said)


def _say_understood(file: Path, content: bytes, cells: Cells, wanted: Told, *, as_json: bool) -> None:
    with reading(file) as register:
        taken = understood_file(register, content, cells, wanted, today())
    if as_json:
        say_json(understood_values(taken.understood, taken.candidate, taken.quarter, taken.evidence))
    else:
        click.echo(understood_page(taken.understood, taken.candidate, taken.quarter))
        click.echo(UNDERSTOOD_ONLY)


def read_workbook(register: Register, file: Path) -> tuple[bytes, ReadReturn]:
    """A filled-in blank return, and what it says for whichever contract of the register it was made for.

    Raises:
        Refusal: it is not a workbook, not a return of ours, or not for a contract of this register.
    """
    from db.returns.workbook import read_content

    content = load(file)
    return content, read_cells(register, read_content(content, file.name))


def read_cells(register: Register, cells: Cells) -> ReadReturn:
    """What the cells of a filled-in blank return say.

    Raises:
        Refusal: it is not a return of ours, or not for a contract of this register.
    """
    contracts = (each for each in register.contracts.all() if isinstance(each, Contract))
    asked = {each.id: Asked(each.id, each.reference, register.returns.measures(each.id)) for each in contracts}
    return read_stamped_return(cells, asked)


def new_return(register: Register, read: ReadReturn, content: bytes, received_on: date) -> NewReturn:
    """What was read, ready to be imported.

    Raises:
        Refusal: it has no figure at all.
    """
    if all(each.value is None for each in read.readings):
        raise Refusal(f"“{read.file_name}” has no figure that can be imported. Ask the provider to fill it in.")
    provider = register.contracts.by_id(read.contract_id).provider_names
    return NewReturn(read.contract_id, provider, read.period, received_on, read.file_name, content, read.readings)


@desk.command("expect-returns")
@click.argument("file", type=FILE)
@click.argument("ref", metavar="REF")
@click.option("--from", "first_day", type=DAY, required=True, help="A day of the first quarter expected.")
@click.option("--days", type=int, required=True, metavar="N", help="Days allowed after a quarter's end.")
@click.option("--working", is_flag=True, help="The days are working days of England and Wales.")
@as_officer
def expect(by: Author, file: Path, ref: str, first_day: date, days: int, working: bool) -> None:
    """Expect a return each quarter, due so many days after the quarter's end."""
    counted = DaysCounted.WORKING if working else DaysCounted.CALENDAR
    with writing(file) as register:
        told(expect_returns(register, by, register.contracts.get(ref).id, first_day, days, counted))


def _measure(line: str) -> tuple[str, MeasureUnit]:
    name, unit = things(line, "NAME|UNIT", 2)
    if unit not in {each.value for each in MeasureUnit}:
        raise Refusal(f"“{unit}” is not a unit. Write one of: {', '.join(each.value for each in MeasureUnit)}.")
    return name, MeasureUnit(unit)


@desk.command("set-measures")
@click.argument("file", type=FILE)
@click.argument("ref", metavar="REF")
@click.option("--measure", "measures", type=Line("NAME|UNIT", _measure), multiple=True, help="Every one, in order.")
@click.option("--standard", is_flag=True, help="The standard measures.")
@as_officer
def measure(by: Author, file: Path, ref: str, measures: tuple[tuple[str, MeasureUnit], ...], standard: bool) -> None:
    """Say what a contract's provider reports each quarter. A measure left out is no longer asked.

    Targets and rules of measures that stay are kept; say those as well with define-measures.
    Units: number, decimal, pounds, percent, words.
    """
    if bool(measures) == standard:
        raise click.UsageError("Name the measures by --measure, or choose --standard.")
    wanted = tuple((each.name, each.unit) for each in STANDARD_MEASURES) if standard else measures
    with writing(file) as register:
        told(set_measures(register, by, register.contracts.get(ref).id, wanted))
