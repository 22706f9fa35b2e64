"""Commands that follow returns: the ledger, reminders, acceptance, measures, ratings, scorecards."""

import json
from datetime import date
from pathlib import Path

import click

from db.calendar import bank_holidays
from db.changes import Author
from db.operations.following import accept_return, override_rating, remind
from db.operations.measures import define_measures
from db.register import Register
from db.rules.chasing import ChaseText, chase
from db.rules.contract import Contract
from db.rules.ledger import ReturnState, show_due
from db.rules.monitoring import Measure, ReturnPeriod, quarter_of
from db.rules.outcome import COLOURS, Outcome
from db.rules.owed import Owed
from db.rules.rating_override import Override
from db.rules.refusal import Refusal
from db.rules.reported import newest_told
from db.rules.scorecard import Scope, Scorecard
from desktop.commands.group import desk
from desktop.commands.measures_json import measures_stated, measures_values
from desktop.commands.moment import today
from desktop.commands.officer import as_officer
from desktop.commands.opening import reading, writing
from desktop.commands.saying import aligned, say_json, told
from desktop.commands.scorecard_page import scorecard_page
from desktop.commands.things_json import iso
from desktop.commands.writing_out import write_out
from desktop.commands.written import DAY, FILE, WORDS
from desktop.following import Subject, card_of, chased, contracts_in, contracts_of, owed_in, returns_of

_AWAITED = (ReturnState.DUE, ReturnState.REMINDED, ReturnState.LATE)


@desk.command("ledger")
@click.argument("file", type=FILE)
@click.option("--on", type=DAY, help="As it stands on this day; today if not given.")
@click.option("--state", type=click.Choice([each.value for each in ReturnState]), help="Only what stands so.")
@click.option("--to", "target", type=FILE, metavar="XLSX", help="Write it as a workbook too.")
@click.option("--json", "as_json", is_flag=True, help="As JSON, with the keys that the help documents.")
def show_ledger(file: Path, on: date | None, state: str | None, target: Path | None, as_json: bool) -> None:
    """List every contract's return for each quarter: expected, due, reminded, late, received, queried, accepted."""
    day = on or today()
    with reading(file) as register:
        owed = [each for each in owed_in(register, day, bank_holidays()) if state in (None, each.line.state.value)]
    if target:
        write_out(target, file, lambda: _workbook(owed, day))
    if as_json:
        say_json({"on": iso(day), "lines": [_line_values(each) for each in owed]})
    else:
        click.echo("\n".join(_ledger_lines(owed)))


@desk.command("chase")
@click.argument("file", type=FILE)
@click.argument("references", nargs=-1, metavar="[REF]...")
@click.option("--record", is_flag=True, help="Record that the reminder went.")
@click.option("--on", type=DAY, help="As it stands on this day; today if not given.")
@as_officer
def chase_returns(by: Author, file: Path, references: tuple[str, ...], record: bool, on: date | None) -> None:
    """Write the message about returns that are owed, of these contracts or of all. Nothing is sent."""
    day = on or today()
    with writing(file) if record else reading(file) as register:
        ids = {register.contracts.get(each).id for each in references}
        owed = [each for each in owed_in(register, day, bank_holidays())
                if each.line.state in _AWAITED and (not ids or each.line.contract_id in ids)]  # fmt: skip
        text = chase(chased(owed), day, council=register.decisions.council().name, officer=by.name)
        if text is None:
            raise Refusal("No return is owed, so there is nothing to chase.")
        click.echo(_message(text))
        if record:
            told(remind(register, by, [(each.line.contract_id, each.line.period) for each in owed], day))


@desk.command("accept-return")
@click.argument("file", type=FILE)
@click.argument("ref", metavar="REF")
@click.option("--quarter", type=DAY, required=True, help="Any day of the quarter.")
@click.option("--note", type=WORDS, default="", help="What is worth keeping with it.")
@as_officer
def accept(by: Author, file: Path, ref: str, quarter: date, note: str) -> None:
    """Accept a contract's return for a quarter. It must have come, and its queries be answered."""
    with writing(file) as register:
        told(accept_return(register, by, register.contracts.get(ref).id, quarter_of(quarter), today(), note))


@desk.command("define-measures")
@click.argument("file", type=FILE)
@click.argument("ref", metavar="REF")
@click.option("--from", "source", type=FILE, metavar="JSON", help="Every measure, in order, with targets and rule.")
@click.option("--json", "as_json", is_flag=True, help="Say the measures as they are, in the form that --from reads.")
@as_officer
def define(by: Author, file: Path, ref: str, source: Path | None, as_json: bool) -> None:
    """Set a contract's measures with their targets and rules, from a file of the form that --json says."""
    if source is None:
        if not as_json:
            raise click.UsageError("Name the measures' file by --from, or see them as they are with --json.")
        with reading(file) as register:
            say_json(measures_values(register.returns.measures(register.contracts.get(ref).id)))
        return
    with writing(file) as register:
        contract_id = register.contracts.get(ref).id
        measures = measures_stated(_loaded(source), register.returns.measures(contract_id))
        done = define_measures(register, by, contract_id, measures)
        if as_json:
            say_json(measures_values(register.returns.measures(contract_id)))
        else:
            told(done)


@desk.command("rate")
@click.argument("file", type=FILE)
@click.argument("ref", metavar="REF")
@click.argument("measure", metavar="MEASURE")
@click.option("--quarter", type=DAY, required=True, help="Any day of the quarter.")
@click.option("--as", "outcome", type=click.Choice([each.value for each in COLOURS]), required=True, help="The rating.")
@click.option("--reason", type=WORDS, required=True, help="Why; it stands on the scorecard.")
@click.option("--until", type=DAY, required=True, help="The last day on which it stands in place of the rule's.")
@as_officer
def rate(by: Author, file: Path, ref: str, measure: str, quarter: date, outcome: str, reason: str, until: date) -> None:
    """Rate a figure otherwise than its rule, with a reason and until a day."""
    with writing(file) as register:
        contract = register.contracts.get(ref)
        own = Override(Outcome(outcome), reason, today(), until)
        found = _measure_named(register, contract, measure)
        told(override_rating(register, by, contract.id, found.id, quarter_of(quarter), own))


@desk.command("scorecard")
@click.argument("file", type=FILE)
@click.argument("ref", metavar="[REF]", required=False)
@click.option("--provider", metavar="NAME", help="Of all contracts of a provider.")
@click.option("--service", metavar="NAME", help="Of all contracts of a service.")
@click.option("--quarter", type=DAY, help="Any day of the quarter; that of the newest return if not given.")
@click.option("--on", type=DAY, help="As it stands on this day; today if not given.")
@click.option("--to", "target", type=FILE, metavar="PDF|XLSX", help="Write it as a PDF or a workbook.")
def scorecard(
    file: Path,
    ref: str | None,
    provider: str | None,
    service: str | None,
    quarter: date | None,
    on: date | None,
    target: Path | None,
) -> None:
    """Show how each measure of a contract, a provider or a service stands in a quarter."""
    if sum(each is not None for each in (ref, provider, service)) != 1:
        raise click.UsageError("Name a contract, or a provider by --provider, or a service by --service.")
    with reading(file) as register:
        subject = _subject(register, ref, provider, service)
        council = register.decisions.council().name
        card = _card(register, subject, quarter_of(quarter) if quarter else None, on or today())
    if target is None:
        click.echo(scorecard_page(card))
        return
    write_out(target, file, lambda: _rendered(target, card, council))
    click.echo(f"Wrote the scorecard of {card.name} for {card.period.label} to “{target}”.")


def _card(register: Register, subject: Subject, period: ReturnPeriod | None, day: date) -> Scorecard:
    if period is None:
        period = newest_told(returns_of(register, contracts_of(contracts_in(register), subject)), day)
    return card_of(register, subject, period, day)


def _subject(register: Register, ref: str | None, provider: str | None, service: str | None) -> Subject:
    if ref is not None:
        return Subject(Scope.CONTRACT, register.contracts.get(ref).id)
    if provider is not None:
        return Subject(Scope.PROVIDER, provider)
    return Subject(Scope.SERVICE, service or "")


def _rendered(target: Path, card: Scorecard, council: str) -> bytes:
    match target.suffix.lower():
        case ".pdf":
            from exports.scorecard_pdf import render as as_pdf

            return as_pdf(card, council)
        case ".xlsx":
            from exports.scorecard_workbook import render as as_workbook

            return as_workbook(card)
    raise Refusal(f"“{target}” ends in neither .pdf nor .xlsx. Name it by what it is to be.")


def _workbook(owed: list[Owed], day: date) -> bytes:
    from exports.returns_ledger import render

    return render(owed, day)


def _measure_named(register: Register, contract: Contract, name: str) -> Measure:
    measures = register.returns.measures(contract.id)
    found = next((each for each in measures if each.name.casefold() == name.strip().casefold()), None)
    if found is None:
        raise Refusal(f"{contract.reference} has no measure called “{name}”. See them with define-measures --json.")
    return found


def _loaded(source: Path) -> object:
    try:
        return json.loads(source.read_text(encoding="utf-8-sig"))
    except (UnicodeDecodeError, json.JSONDecodeError) as fault:
        raise Refusal(f"“{source}” is not JSON in UTF-8 ({fault}). See the form with define-measures --json.") from None


def _ledger_lines(owed: list[Owed]) -> list[str]:
    if not owed:
        return ["No return stands so."]
    rows = [(each.line.period.label, each.reference, each.line.words, show_due(each.line), each.provider)
            for each in owed]  # fmt: skip
    return aligned([("QUARTER", "CONTRACT", "STATE", "DUE BY", "PROVIDER"), *rows])


def _message(text: ChaseText) -> str:
    to = f"To: {text.to}\n" if text.to else ""
    return f"{to}Subject: {text.subject}\n\n{text.body}"


def _line_values(owed: Owed) -> dict[str, object]:
    line = owed.line
    return {
        "contract": owed.reference,
        "title": owed.title,
        "providers": owed.provider,
        "quarter": line.period.label,
        "state": line.state.value,
        "due_on": iso(line.due_on),
        "problem": line.problem or None,
        "first_received_on": iso(line.first_received_on),
        "received_on": iso(line.received_on),
        "reminded_on": iso(line.reminded_on),
        "accepted_on": iso(line.accepted_on),
        "open_queries": line.open_queries,
        "days_late": line.days_late,
    }
