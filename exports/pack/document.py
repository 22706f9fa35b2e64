"""The document of a pack: a contract's facts, term, money, decisions, returns and history, as a tagged PDF."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from db.rules.contract import Side
from db.rules.dates import Unit, show_day, show_length, show_short_day, show_year
from db.rules.decision import show_decided
from db.rules.funding import FundingLine, funding_table
from db.rules.money import show_pounds
from db.rules.notice import last_day_to_serve
from db.rules.sheets.rows import StepRow, register_rows, step_rows
from db.rules.standing import Standing, standing
from db.rules.value import values_of
from exports.pdf.table_content import Column, Row, RowKind

if TYPE_CHECKING:
    from exports.pack.facts import PackFacts
    from exports.pdf.document import Document

NOT_RECORDED = "Not recorded"
_MOST_PARTS = 3
"""From more parts on, amounts stand one below the other."""


def render(pack: PackFacts) -> bytes:
    """The document as a file: PDF/UA-1 and PDF/A-2a, the same bytes for the same facts."""
    document = _begin(pack)
    at = standing(pack.contract, pack.day)
    document.kicker(f"{pack.council}: contract pack")
    document.heading(1, f"{pack.contract.reference}, {pack.contract.title}")
    document.paragraph(f"As it stands on {show_day(pack.day)}: {at.status.value.lower()}.", quiet=True)
    _facts(document, pack)
    _term(document, pack, at)
    _steps(document, pack)
    _money(document, pack)
    _decisions(document, pack)
    _returns(document, pack)
    _history(document, pack)
    return document.to_bytes()


def _begin(pack: PackFacts) -> Document:
    from exports.pdf.marked import MarkedDocument

    name = f"{pack.contract.reference}, {pack.contract.title}"
    return MarkedDocument(
        title=f"Contract pack: {name}",
        author=pack.council,
        subject=f"A contract as it stands on {show_day(pack.day)}",
        made_on=pack.day,
        header=(pack.council, pack.contract.reference),
        footer=f"Contract pack, {show_day(pack.day)}",
    )


def _facts(document: Document, pack: PackFacts) -> None:
    contract = pack.contract
    said = (
        ("Service", contract.service),
        ("Category", contract.category),
        ("Providers", contract.provider_names),
        ("Parts", ", ".join(part.name for part in contract.parts)),
        ("Contract manager", contract.manager),
        ("Contact", contract.contact),
        *((("Notes", contract.notes),) if pack.with_notes else ()),
    )
    for name, text in said:
        document.fact(name, text or NOT_RECORDED, quiet=not text)


def _term(document: Document, pack: PackFacts, at: Standing) -> None:
    contract = pack.contract
    serve_by = last_day_to_serve(at)
    notices = [
        f"By the {side}: {show_length(term.length, term.unit)}" + (f" ({term.source})" if term.source else "")
        for side in Side
        if (term := contract.notice_term(side))
    ]
    days = (
        ("First day", contract.starts_on),
        ("Initial last day", contract.initial_ends_on),
        ("Last day as it stands", at.ends_on),
        ("Last day at most", at.maximum_end),
        ("Last day to serve notice", serve_by.day if serve_by else None),
    )
    rows = [(name, show_day(day) if day else NOT_RECORDED) for name, day in days]
    _table(document, "Term", ("What", "Day"), [*rows, ("Notice", ". ".join(notices) or NOT_RECORDED)])


def _steps(document: Document, pack: PackFacts) -> None:
    rows = [
        (each.what, str(each.number or ""), _what_it_is(each), _state(each), each.decision)
        for each in step_rows(register_rows((pack.contract,), pack.day))
    ]
    headings = ("What", "Number", "What it is", "State", "Decision")
    _table(document, "Options, extensions, variations and notice", headings, rows)


def _what_it_is(step: StepRow) -> str:
    length = show_length(step.months, Unit.MONTHS) if step.months else ""
    ends = f"last day {show_day(step.new_end)}" if step.new_end else ""
    return ", ".join(filter(None, (length, str(step.period or ""), step.detail, ends)))


def _state(step: StepRow) -> str:
    return f"{step.state}, {show_short_day(step.done_on)}" if step.done_on else step.state


def _money(document: Document, pack: PackFacts) -> None:
    worth = values_of(pack.contract, pack.facts, pack.day)
    rows = [(name, show_pounds(each.pence) if each.pence is not None else NOT_RECORDED, each.how)
            for name, each in (("At first", worth.original), ("As it stands", worth.current),
                               ("At most", worth.maximum))]  # fmt: skip
    _table(document, "Value", ("Value", "Amount", "How it was found"), rows)
    years = sorted({line.year for line in pack.contract.funding})
    for year in years:
        _year(document, [line for line in pack.contract.funding if line.year == year], year)
    rates = [
        (each.part, each.partner, show_short_day(each.effective_on) if each.effective_on else "the start",
         show_pounds(each.pence), each.decision_number)
        for each in pack.contract.annual_values
    ]  # fmt: skip
    if rates:
        _table(document, "Annual rates", ("Part", "Funding partner", "From", "A year", "Decision"), rates)


def _year(document: Document, lines: Sequence[FundingLine], year: int) -> None:
    table = funding_table(lines)
    caption = f"Funding {show_year(year)}"
    if len(table.columns) > _MOST_PARTS:
        amounts = [Row((line.part, line.partner, show_pounds(line.pence))) for line in lines]
        total = Row(("Total", "", show_pounds(table.total)), RowKind.TOTAL)
        columns = [Column("Part"), Column("Funding partner"), Column("Amount", is_amount=True)]
        document.table(caption, columns, [*amounts, total])
        return
    columns = [Column("Funding partner"), *(Column(part, is_amount=True) for part in table.columns)]
    columns.append(Column("Total", is_amount=True))
    rows = [Row((row.partner, *map(show_pounds, row.amounts), show_pounds(row.total))) for row in table.rows]
    total = Row(("Total", *map(show_pounds, table.totals), show_pounds(table.total)), RowKind.TOTAL)
    document.table(caption, columns, [*rows, total])


def _decisions(document: Document, pack: PackFacts) -> None:
    rows = [
        (each.number or NOT_RECORDED, each.kind.value, each.subject, show_decided(each),
         show_short_day(each.signed_on) if each.signed_on else "Not signed")
        for each in pack.decisions
    ]  # fmt: skip
    _table(document, "Decisions", ("Number", "Kind", "Subject", "Taken", "Signed"), rows)


def _returns(document: Document, pack: PackFacts) -> None:
    rows = [
        (each.period.label, show_short_day(each.due_on) if each.due_on else "", each.words,
         show_short_day(each.received_on) if each.received_on else "")
        for each in pack.returns
    ]  # fmt: skip
    _table(document, "Returns", ("Quarter", "Due by", "State", "Received"), rows)


def _history(document: Document, pack: PackFacts) -> None:
    rows = [(show_short_day(each.done_on), f"{each.officer}, {each.post}", each.sentence) for each in pack.history]
    _table(document, "History", ("Day", "Who", "What was done"), rows)


def _table(document: Document, caption: str, headings: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    document.heading(2, caption)
    if rows:
        document.table("", [Column(heading) for heading in headings], [Row(tuple(row)) for row in rows])
    else:
        document.paragraph("Nothing is recorded.", quiet=True)
