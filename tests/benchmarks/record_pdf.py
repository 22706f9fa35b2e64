"""The tagged record of decision beside the same words laid out by plain, untagged reportlab."""

import statistics
import time
from collections.abc import Callable
from io import BytesIO
from xml.sax.saxutils import escape

from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, Paragraph, SimpleDocTemplate, Table, TableStyle

from db.rules.decision import DecisionText, RecordOfDecision
from db.rules.funding import FundingTable
from db.rules.money import show_pounds
from db.rules.rich_text import List, read_text, words_of
from db.rules.rich_text import Paragraph as Written
from exports import decision_pdf, record_templates
from exports.pdf.fonts import Face, load
from tests.benchmarks.ratio import Ratio
from tests.exports.records import officer_record

_PAIRS = 25
_REGULAR = Face.REGULAR.value
_BODY = ParagraphStyle("body", fontName=_REGULAR, bulletFontName=_REGULAR, fontSize=12, leading=17, spaceAfter=9)
_HEADING = ParagraphStyle("heading", _BODY, fontName=Face.BOLD.value, fontSize=15, leading=20, keepWithNext=1)
_SECTIONS = {
    field.value: section.heading
    for section in record_templates.load().sections
    for field in section.fields
    if field.value in DecisionText.__dataclass_fields__
}


def measure() -> list[Ratio]:
    """Time the record in interleaved pairs, after one of each to load the faces."""
    record = officer_record()
    ours, peer = _medians(lambda: decision_pdf.render(record), lambda: plain(record))
    return [Ratio("A record of decision, four pages, tagged", ours, "untagged reportlab platypus", peer, 1.5)]


def plain(record: RecordOfDecision) -> bytes:
    """The record's words as platypus lays them out, with the same faces and sizes and nothing tagged."""
    for face in (Face.REGULAR, Face.BOLD):
        load(face)
    file = BytesIO()
    template = SimpleDocTemplate(file, pagesize=A4, leftMargin=68, rightMargin=68, initialFontName=_REGULAR)
    template.build(_story(record), onFirstPage=_foot, onLaterPages=_foot)
    return file.getvalue()


def _story(record: RecordOfDecision) -> list[Flowable]:
    decision = record.decision
    facts = [decision.maker_name, decision.maker_post, decision.number, decision.for_publication, decision.subject]
    story: list[Flowable] = [Paragraph(escape(record.council), _HEADING), *(Paragraph(escape(f), _BODY) for f in facts)]
    for section, title in _SECTIONS.items():
        story += [Paragraph(escape(title), _HEADING), *_words(getattr(decision.text, section))]
        if section == "financial" and record.funding:
            story.append(_table(record, record.funding))
    return story


def _words(text: str) -> list[Flowable]:
    words: list[Flowable] = []
    for part in read_text(text):
        if isinstance(part, List):
            words += [Paragraph(escape(words_of(item.words)), _BODY, bulletText=item.label) for item in part.items]
        elif isinstance(part, Written):
            words.append(Paragraph(escape(words_of(part.words)), _BODY))
    return words


def _table(record: RecordOfDecision, funding: FundingTable) -> Table:
    heads = [f"{part}: {record.column_note}" for part in funding.columns]
    rows = [[row.partner, *map(show_pounds, (*row.amounts, row.total))] for row in funding.rows]
    totals = ["Total", *map(show_pounds, (*funding.totals, funding.total))]
    cells = [[Paragraph(escape(text), _BODY) for text in row] for row in (["", *heads, "Total"], *rows, totals)]
    look = TableStyle([("FONT", (0, 0), (-1, -1), _REGULAR, 12), ("LINEBELOW", (0, 0), (-1, -1), 0.5, "#888888")])
    return Table(cells, repeatRows=1, style=look)


def _foot(canvas: Canvas, _template: object) -> None:
    canvas.setFont(_REGULAR, 9.5)
    canvas.drawString(68, 36, f"Page {canvas.getPageNumber()}")


def _medians(ours: Callable[[], object], peer: Callable[[], object]) -> tuple[float, float]:
    ours(), peer()
    times = [(_milliseconds(ours), _milliseconds(peer)) for _ in range(_PAIRS)]
    return statistics.median(pair[0] for pair in times), statistics.median(pair[1] for pair in times)


def _milliseconds(job: Callable[[], object]) -> float:
    start = time.perf_counter()
    job()
    return (time.perf_counter() - start) * 1000
