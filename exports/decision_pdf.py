"""A record of decision as a PDF: Kent's form, section by section, tagged and archival, ready to be signed."""

from __future__ import annotations

from datetime import date
from itertools import groupby
from typing import TYPE_CHECKING

from db.rules.dates import show_day
from db.rules.decision import Decision, DecisionKind, RecordOfDecision, Saving, show_decided
from db.rules.funding import FundingRow, FundingTable
from db.rules.money import Pence, show_pounds
from exports.pdf.table_content import Column, Row, RowKind

if TYPE_CHECKING:
    from exports.pdf.document import Document
NOT_RECORDED = "Not recorded."

_VERBS = r"\b(?:AGREE|APPROVE|AUTHORISE|CONFIRM|DELEGATE|ENDORSE|EXTEND|NOTE|TERMINATE|VARY)\b"
"""The verbs of a decision that Kent sets in bold capitals."""

_MOST_PARTS_ACROSS = 4
_UNDATED = date(2000, 1, 1)
"""What a draft's file says it was made on: it is printed from values alone, and has no day of its own."""

RELATED = "Cabinet Member or Council/Cabinet decision to which this action relates"
CONFLICTS = (
    "Conflicts of interest declared by any executive member consulted by the decision maker, "
    "and any dispensation granted by the Proper Officer"
)


def render(record: RecordOfDecision) -> bytes:
    """The record as a file: PDF/UA-1 and PDF/A-2a, the same bytes for the same record.

    What the record says nothing of is printed as "Not recorded.", so that a gap is seen. Its sections are those of the
    form for officer decisions, which hold what SI 2012/2089 reg 13(4) asks for.

    Raises:
        Refusal: the typeface lacks a character; names the section and the character.
    """
    document = _begin(record)
    _title(document, record)
    _maker(document, record.decision)
    _standing(document, record.decision)
    _subject(document, record.decision)
    _section(document, RELATED, _related(record.decision), emphasis=_VERBS)
    _section(document, "Decision", record.decision.text.decision, emphasis=_VERBS)
    _section(document, "Reasons for decision", record.decision.text.reasons)
    _finance(document, record)
    _section(document, "Legal implications", record.decision.text.legal)
    _section(document, "Equality implications", record.decision.text.equality)
    _section(document, "Comments received from members or officers consulted", record.decision.text.comments)
    _section(document, "Alternatives considered and rejected", record.decision.text.alternatives)
    _section(document, CONFLICTS, record.decision.text.conflicts)
    _signature(document, record.decision)
    return document.to_bytes()


def heading(kind: DecisionKind) -> str:
    """What a record of a kind of decision is called."""
    if kind is DecisionKind.OFFICER:
        return "Record of officer decision"
    return f"Record of decision: {kind.value}"


def _begin(record: RecordOfDecision) -> Document:
    from exports.pdf.document import Document

    decision = record.decision
    name = " ".join(filter(None, (heading(decision.kind), decision.number)))
    return Document(
        title=f"{name} – {decision.subject}" if decision.subject.strip() else name,
        author=record.council,
        subject=decision.subject,
        made_on=decision.decided_on or _UNDATED,
        header=(record.council, heading(decision.kind)),
        footer=decision.number,
    )


def _title(document: Document, record: RecordOfDecision) -> None:
    document.kicker(record.council)
    document.heading(1, heading(record.decision.kind))


def _maker(document: Document, decision: Decision) -> None:
    _fact(document, "Decision taken by", decision.maker_name, decision.maker_post)


def _standing(document: Document, decision: Decision) -> None:
    _fact(document, "Decision number", decision.number)
    _fact(document, "For publication", decision.for_publication.value)
    if decision.is_key is not None:
        _fact(document, "Key decision", _yes_or_no(decision.is_key))
    if decision.callable_in is not None:
        _fact(document, "Subject to call-in", _yes_or_no(decision.callable_in))


def _subject(document: Document, decision: Decision) -> None:
    _fact(document, "Subject", decision.subject)


def _related(decision: Decision) -> str:
    number, quoted = decision.relates_to_number.strip(), decision.text.related_decision.strip()
    if not number or number in quoted:
        return quoted
    return f"Decision number {number}\n\n{quoted}"


def _finance(document: Document, record: RecordOfDecision) -> None:
    has_table = record.funding is not None or bool(record.decision.savings)
    document.heading(2, "Financial implications")
    if record.decision.text.financial.strip() or not has_table:
        _words(document, record.decision.text.financial)
    if record.funding is not None:
        _funding(document, record, record.funding)
    if record.decision.savings:
        _savings(document, record.decision.savings)


def _funding(document: Document, record: RecordOfDecision, table: FundingTable) -> None:
    caption, note = record.funding_caption or "Funding", f": {record.column_note}" if record.column_note else ""
    heading = "Funding partner"
    if len(table.columns) > _MOST_PARTS_ACROSS:
        caption, note, heading, table = f"{caption}{note}", "", "Part", _turned(table)
    columns = [Column(f"{name}{note}", is_amount=True) for name in table.columns]
    rows = [_funding_row(row) for row in table.rows]
    totals = Row(("Total", *map(show_pounds, (*table.totals, table.total))), RowKind.TOTAL)
    document.table(caption, [Column(heading), *columns, Column("Total", is_amount=True)], [*rows, totals])


def _turned(table: FundingTable) -> FundingTable:
    """The same funding with its parts down and its partners across, for more parts than a page is wide."""
    across = zip(*(row.amounts for row in table.rows), strict=True)
    rows = tuple(map(FundingRow, table.columns, across, table.totals))
    partners = tuple(row.partner for row in table.rows)
    return FundingTable(partners, rows, tuple(row.total for row in table.rows), table.total)


def _funding_row(row: FundingRow) -> Row:
    return Row((row.partner, *map(show_pounds, (*row.amounts, row.total))))


def _savings(document: Document, savings: tuple[Saving, ...]) -> None:
    rows = [row for group, lines in groupby(savings, _group) for row in _saving_rows(group, list(lines))]
    total = Row(("Total savings", _sum(savings)), RowKind.TOTAL)
    document.table("Savings", [Column("Saving"), Column("A year", is_amount=True)], [*rows, total])


def _saving_rows(group: str, savings: list[Saving]) -> list[Row]:
    rows = [Row((saving.label, show_pounds(saving.pence))) for saving in savings]
    if not group:
        return rows
    total = [Row((f"Total: {group}", _sum(savings)), RowKind.TOTAL)] if len(savings) > 1 else []
    return [Row((group,), RowKind.GROUP), *rows, *total]


def _signature(document: Document, decision: Decision) -> None:
    document.keep_with_next()  # a signature never stands on a page without any of what it is for
    document.heading(2, "Signature")
    for name, text in (("Name", decision.maker_name), ("Post", decision.maker_post)):
        document.detail(name, text.strip() or NOT_RECORDED, quiet=not text.strip())
    document.detail("Date of decision", show_decided(decision))
    signed = f"Signed {show_day(decision.signed_on)}" if decision.signed_on else "Not signed."
    document.detail("Signature", signed, quiet=decision.signed_on is None, is_ruled=False)
    document.signature_field("Signature", _signature_in_words(decision))


def _signature_in_words(decision: Decision) -> str:
    signatory = ", ".join(filter(None, (decision.maker_name.strip(), decision.maker_post.strip())))
    whose = f" of {signatory}" if signatory else ""
    return f"Signature{whose}, for the decision of {show_decided(decision)}"


def _section(document: Document, title: str, text: str, *, emphasis: str = "") -> None:
    document.heading(2, title)
    _words(document, text, emphasis=emphasis)


def _words(document: Document, text: str, *, emphasis: str = "") -> None:
    if text.strip():
        document.prose(text, emphasis=emphasis)
    else:
        document.paragraph(NOT_RECORDED, quiet=True)


def _fact(document: Document, name: str, *lines: str) -> None:
    stated = [line for line in lines if line.strip()]
    document.fact(name, *(stated or [NOT_RECORDED]), quiet=not stated)


def _group(saving: Saving) -> str:
    return saving.group


def _sum(savings: tuple[Saving, ...] | list[Saving]) -> str:
    return show_pounds(Pence(sum(saving.pence for saving in savings)))


def _yes_or_no(answer: bool) -> str:
    return "Yes" if answer else "No"
