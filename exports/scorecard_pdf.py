"""A scorecard as a PDF, tagged and archival: ratings as words, each chart with its table, a contract on a page."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from db.rules.council import USUAL_COUNCIL
from db.rules.scorecard import ContractScores, Scorecard, ScoreRow
from db.rules.scorecard_across import across
from exports import scorecard_words as words
from exports.pdf.table_content import Column, Row

if TYPE_CHECKING:
    from exports.pdf.document import Document
    from exports.scorecard_chart import Panel

_PANELS = 5
"""How many measures a chart has beside each other."""
_TEXTS = {"Measure", "Target", "Rating", "Since last quarter", "Since last year", "Figure of", "Spend"}
_CHART = "Bars of {} over the last five quarters. The table “Last five quarters” below has the same figures."


def render(card: Scorecard, council: str = USUAL_COUNCIL.name) -> bytes:
    """The scorecard as a file: PDF/UA-1 and PDF/A-2a, the same bytes for the same scorecard.

    Charts that would put one contract's scorecard on a second page are left out: their table says the same.

    Raises:
        Refusal: the typeface lacks a character, or a table is too wide for a page.
    """
    document = _written(card, council)
    if words.is_of_one(card) and document.page_count() > 1:
        document = _written(card, council, has_charts=False)
    return document.to_bytes()


def _written(card: Scorecard, council: str, *, has_charts: bool = True) -> Document:
    document = _begin(card, council)
    document.kicker(f"{council}: scorecard for {card.period.label}")
    document.heading(1, card.name)
    if not words.is_of_one(card):
        _summary(document, card)
    for contract in card.contracts:
        _contract(document, contract, card, has_charts=has_charts)
    return document


def _begin(card: Scorecard, council: str) -> Document:
    from exports.pdf.document import Document

    return Document(
        title=words.title(card),
        author=council,
        subject=f"Performance in {card.period.label}",
        made_on=card.on,
        header=(council, words.title(card)),
        footer=f"{card.name}, {card.period.label}",
        is_dense=True,
    )


def _summary(document: Document, card: Scorecard) -> None:
    document.paragraph(f"{words.counted(card)}: {words.standing_words(card)}")
    if shared := across(card):
        _table(document, words.across_rows(shared, card))


def _contract(document: Document, contract: ContractScores, card: Scorecard, *, has_charts: bool) -> None:
    if not words.is_of_one(card):
        document.heading(2, f"{contract.reference}, {contract.title}")
    document.paragraph(words.subtitle(card, contract), quiet=True)
    document.keep_with_next()
    if not contract.rows:
        document.paragraph("No measures are recorded for this contract.")
    else:
        _table(document, words.ratings(contract, card))
        _remarks(document, words.remarks(contract))
        if has_charts:
            _charts(document, contract)
        _table(document, words.quarters(contract, card))
    _spend(document, contract)
    _narratives(document, contract)


def _remarks(document: Document, remarks: tuple[str, ...]) -> None:
    if remarks:
        document.bullets(remarks)


def _charts(document: Document, contract: ContractScores) -> None:
    from exports.scorecard_chart import Chart

    for start in range(0, len(contract.rows), _PANELS):
        rows = contract.rows[start : start + _PANELS]
        panels = tuple(map(_panel, rows))
        alternative = _CHART.format(", ".join(panel.name for panel in panels))
        document.figure(alternative, partial(Chart, panels=panels, places=min(_PANELS, len(contract.rows))))


def _panel(row: ScoreRow) -> Panel:
    from exports.scorecard_chart import Panel

    target = row.measure.target_in(row.now.period)
    values = tuple(each.figure.value for each in row.figures)
    return Panel(row.measure.name, values, target.value if target else None, row.now.shown)


def _spend(document: Document, contract: ContractScores) -> None:
    if contract.spend is not None:
        _table(document, words.spend(contract.spend))
        document.paragraph(words.spend_standing(contract.spend))


def _narratives(document: Document, contract: ContractScores) -> None:
    for narrative in contract.narratives:
        document.paragraph(f"{narrative.name}:", emphasis=".+")
        document.prose(narrative.words)


def _table(document: Document, table: words.Words) -> None:
    document.table(table.caption, map(_column, table.headings), map(Row, table.rows))


def _column(heading: str) -> Column:
    if heading in _TEXTS:
        return Column(heading)
    return Column(heading.replace(" ", "\xa0"), is_amount=True)
