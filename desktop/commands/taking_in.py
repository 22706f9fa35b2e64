"""Taking in a provider's own workbook from the command line, and the layouts learned of such workbooks."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import click

from db.calendar import bank_holidays
from db.changes import Author
from db.operations.following import keep_profile, rename_profile
from db.operations.returns import NewReturn, import_return, import_returns
from db.register import Register
from db.returns.layout import STAMP_SHEET
from db.returns.taking.asking import doubts_of
from db.returns.taking.meant import Candidate
from db.returns.taking.readings import kept_readings, quarters_told
from db.returns.understanding.learned import learned
from db.returns.understanding.profile_text import read_profile, write_profile
from db.rules.contract import Contract
from db.rules.decision import ContractId
from db.rules.monitoring import ReturnPeriod
from db.rules.queries import Query, QueryList, answer_day
from db.rules.refusal import Refusal
from desktop.commands.group import desk
from desktop.commands.moment import today
from desktop.commands.officer import as_officer
from desktop.commands.opening import reading, writing
from desktop.commands.saying import told
from desktop.commands.taken_file import Taken, Told, taken_file
from desktop.commands.writing_out import write_out
from desktop.commands.written import DAY, FILE

PROVIDER = "The provider, where the contract has several."


@desk.command("import-return")
@click.argument("file", type=FILE)
@click.argument("xlsx", type=FILE)
@click.option("--contract", metavar="REF", help="Whose return it is, where the file does not tell.")
@click.option("--provider", metavar="NAME", help=PROVIDER)
@click.option("--quarter", type=DAY, help="Any day of the quarter, where the file does not tell or tells several.")
@click.option("--all-quarters", is_flag=True, help="Every quarter that the file tells of; as one act.")
@click.option("--answer", "answers", multiple=True, metavar="KEY=CHOICE", help="As read-return shows them.")
@click.option("--suggested", is_flag=True, help="Take what is suggested to every question that is left.")
@click.option("--profile", type=FILE, metavar="JSON", help="A layout to read it by, in place of the one learned.")
@click.option("--received", type=DAY, help="The day it came; today if not given.")
@click.option("--ask", "asks", is_flag=True, help="Record problems and open questions as queries to the provider.")
@click.option("--queries-to", type=FILE, metavar="XLSX", help="Write the queries as a workbook for the provider.")
@click.option("--answer-by", type=DAY, help="By when they are to be answered; 10 working days from today if not given.")
@as_officer
def import_foreign(
    by: Author, file: Path, xlsx: Path, contract: str | None, provider: str | None, quarter: date | None,
    all_quarters: bool, answers: tuple[str, ...], suggested: bool, profile: Path | None, received: date | None,
    asks: bool, queries_to: Path | None, answer_by: date | None,
) -> None:  # fmt: skip
    """Take in a provider's return in whatever layout it came, as one act: figures, queries, original and layout.

    While a question is open nothing is taken in unless --ask puts it to the provider. With --all-quarters a quarter
    that says what the register has already is left as it is.
    """
    if all_quarters and quarter:
        raise click.UsageError("Choose --quarter or --all-quarters.")
    wanted = Told(contract, provider, quarter, answers, suggested, profile)
    with writing(file) as register:
        taken = taken_file(register, xlsx, wanted, today())
        queries = _queries(taken, is_asked=asks)
        new = _new_return(taken, _quarter(taken), received or today(), queries)
        if all_quarters:
            done = import_returns(register, by, _every_quarter(taken, new))
        else:
            done = import_return(register, by, new)
    told(done)
    if queries_to:
        listed = replace(_listed(taken, queries), answer_by=answer_by or answer_day(today(), bank_holidays()))
        write_out(queries_to, file, lambda: _workbook(listed))
        click.echo(f"Wrote {len(queries)} {'query' if len(queries) == 1 else 'queries'} to “{queries_to}”.")


@desk.command("layout")
@click.argument("file", type=FILE)
@click.argument("ref", metavar="REF")
@click.option("--provider", metavar="NAME", help=PROVIDER)
@click.option("--to", "target", type=FILE, metavar="JSON", help="Write the layout to a file.")
@click.option("--from", "source", type=FILE, metavar="JSON", help="Keep the layout that a file holds.")
@click.option("--rename", "name", metavar="NAME", help="Keep it under another name of the provider.")
@click.option("--forget", is_flag=True, help="Forget it: the next file is asked about anew.")
@as_officer
def layout(
    by: Author, file: Path, ref: str, provider: str | None, target: Path | None, source: Path | None,
    name: str | None, forget: bool,
) -> None:  # fmt: skip
    """Say, write, take over, rename or forget how a provider lays out its returns of a contract."""
    if sum(each is not None for each in (target, source, name)) + forget > 1:
        raise click.UsageError("Choose one of --to, --from, --rename and --forget.")
    if name is not None:
        _rename(by, file, ref, provider, name)
        return
    if source or forget:
        text = "" if source is None else write_profile(read_profile(source.read_text(encoding="utf-8-sig")))
        with writing(file) as register:
            found = register.contracts.get(ref)
            told(keep_profile(register, by, found.id, provider or _whose(register, found), text))
        return
    with reading(file) as register:
        found = register.contracts.get(ref)
        text = _learned(register, found.id, provider)
    if not text:
        raise Refusal(f"No layout was learned of the returns of {found.reference}. It is learned as one is taken in.")
    if target:
        write_out(target, file, lambda: text.encode())
        click.echo(f"Wrote the layout of {found.reference} to “{target}”.")
    else:
        click.echo(text.rstrip())


def _rename(by: Author, file: Path, ref: str, provider: str | None, name: str) -> None:
    with writing(file) as register:
        found = register.contracts.get(ref)
        whose = provider or _whose(register, found)
        text = register.following.profile(found.id, whose)
        content = write_profile(replace(read_profile(text), provider=name)) if text else ""
        told(rename_profile(register, by, found.id, whose, name, content))


def _learned(register: Register, contract_id: ContractId, provider: str | None) -> str:
    """The layout of a provider's returns, or the first that was learned where none is named."""
    if provider:
        return register.following.profile(contract_id, provider)
    return next((text for found, _, text in register.following.profiles() if found == contract_id), "")


def _whose(register: Register, contract: Contract) -> str:
    """The provider whose layout was learned, else all of the contract's."""
    found = (provider for identity, provider, _ in register.following.profiles() if identity == contract.id)
    return next(found, contract.provider_names)


def _queries(taken: Taken, *, is_asked: bool) -> tuple[Query, ...]:
    """What is put to the provider.

    Raises:
        Refusal: questions are open, and they are not put to the provider.
    """
    quarter = _quarter(taken)
    meant = tuple(each.query for each in doubts_of(taken.understood, quarter) if each.is_meant)
    count = len(taken.understood.open_questions)
    if count and not is_asked:
        raise Refusal(
            f"{'1 question is' if count == 1 else f'{count} questions are'} open about “{taken.name}”. Answer by "
            "--answer as read-return shows, take what is suggested by --suggested, or put them to the provider "
            "by --ask."
        )
    return meant if is_asked else ()


def _every_quarter(taken: Taken, newest: NewReturn) -> list[NewReturn]:
    """The newest quarter's return, and one for each other quarter of which the file tells."""
    others = (quarter for quarter, _ in quarters_told(taken.understood) if quarter != newest.period)
    return [newest, *(_new_return(taken, quarter, newest.received_on, ()) for quarter in others)]


def _new_return(taken: Taken, quarter: ReturnPeriod, received_on: date, queries: tuple[Query, ...]) -> NewReturn:
    candidate = _candidate(taken)
    readings = kept_readings(taken.understood, quarter)
    if all(each.value is None for each in readings):
        raise Refusal(
            f"“{taken.name}” has no figure that can be taken in for {quarter.label}. Look at it with read-return."
        )
    is_ours = STAMP_SHEET in taken.understood.cells.sheets
    profile = "" if is_ours else write_profile(learned(taken.understood, taken.provider, candidate.reference))
    return NewReturn(
        candidate.contract_id, taken.provider, quarter, received_on, taken.name, taken.content, readings, queries,
        profile,
    )  # fmt: skip


def _listed(taken: Taken, queries: Sequence[Query]) -> QueryList:
    candidate = _candidate(taken)
    label = _quarter(taken).label
    return QueryList(candidate.reference, candidate.title, taken.provider, label, taken.name, today(), tuple(queries))


def _workbook(listed: QueryList) -> bytes:
    from exports.query_list import render

    return render(listed)


def _candidate(taken: Taken) -> Candidate:
    if taken.candidate is None:
        raise Refusal(f"“{taken.name}” does not tell whose return it is. Name the contract by --contract.")
    return taken.candidate


def _quarter(taken: Taken) -> ReturnPeriod:
    if taken.quarter is None:
        raise Refusal(f"“{taken.name}” does not tell its quarter. Name a day of it by --quarter.")
    return taken.quarter
