"""A scorecard as a workbook for Excel: real numbers where there are figures, and words where there are none."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from io import BytesIO
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter

from db.rules.dates import show_day
from db.rules.figure import Figure
from db.rules.money import Pence
from db.rules.monitoring import MeasureUnit
from db.rules.rating import Rating
from db.rules.scorecard import ContractScores, QuarterFigure, Scorecard, ScoreRow
from db.rules.scorecard_across import across
from exports import scorecard_words as words
from exports.cells import PENCE_FORMAT, POUNDS_FORMAT, Style, dress, put_text
from exports.sheet_table import HEADER, print_wide

_WRAPPED: Style = {"alignment": Alignment(vertical="top", wrap_text=True)}
_TONES = {
    "done": ("1B6B3A", "E6F4EA"),
    "soon": ("8A4B00", "FFF1DB"),
    "overdue": ("9B1C1C", "FBE9E7"),
    "neutral": ("4A5666", "EDF0F4"),
}
_NUMBER_OF = {MeasureUnit.COUNT: "#,##0", MeasureUnit.DECIMAL: "General", MeasureUnit.PERCENT: "0.0%"}
_READING = (
    ("Blank", "A figure that was not returned says so. It is never nought, and no average counts it."),
    (
        "Over all contracts",
        "Numbers and pounds are added up, percentages and decimals averaged, over the contracts that returned.",
    ),
    ("Rating", "By the rule of the measure, or an officer’s own until the day in its reason. The word is the rating."),
    ("Since last quarter, last year", "N/A where one of the two quarters has no figure."),
)


@dataclass(frozen=True, slots=True)
class _Number:
    value: Decimal | int
    shown_as: str


_Value = str | _Number | Rating


def render(card: Scorecard) -> bytes:
    """The scorecard as an .xlsx file. No cell holds a formula; each figure is the one on the page and on screen."""
    workbook = Workbook(write_only=True)
    workbook.properties.title = words.title(card)
    workbook.properties.creator = "Contract Desk"
    quarters = tuple(map(words.short_label, card.quarters))
    _sheet(workbook, "Scorecard", _headings(quarters), _score_rows(card), frozen=5)
    if shared := across(card):
        rows = ((row.name, *_figures(row.figures, row.unit), row.basis) for row in shared)
        _sheet(workbook, "Over all contracts", ("Measure", *quarters, "Figure of"), rows, frozen=1)
    _sheet(workbook, "Spend", _SPEND_HEADINGS, _spend_rows(card), frozen=2)
    _sheet(workbook, "Narrative", ("Contract", "Measure", "Words"), _narratives(card), frozen=1)
    _sheet(workbook, "Notes", ("About this workbook", ""), _notes(card), frozen=1)
    content = BytesIO()
    workbook.save(content)
    return content.getvalue()


_SPEND_HEADINGS = ("Contract", "Quarter", "Profile", "Spent", "Variance", "Variance in %", "Standing")
_WIDTHS = {"Measure": 34, "Title": 32, "Why": 60, "Words": 90, "Standing": 80, "": 96, "Target": 24, "Provider": 24,
           "About this workbook": 28}  # fmt: skip


def _headings(quarters: Sequence[str]) -> tuple[str, ...]:
    return ("Contract", "Title", "Provider", "Service", "Measure", "Unit", "Target", *quarters, "Rating", "Why",
            "Since last quarter", "Since last year", "Working")  # fmt: skip


def _score_rows(card: Scorecard) -> Iterator[tuple[_Value, ...]]:
    for contract in card.contracts:
        for row in contract.rows:
            yield _score_row(contract, row)


def _score_row(contract: ContractScores, row: ScoreRow) -> tuple[_Value, ...]:
    named = (contract.reference, contract.title, contract.provider, contract.service, row.measure.name)
    figure = row.now.figure
    working = " ".join(filter(None, (figure.working, figure.mismatch)))
    since = (row.since_last_quarter.words, row.since_last_year.words)
    figures = _figures(row.figures, row.measure.unit)
    return (*named, row.measure.unit.value, row.target, *figures, row.rating, row.rating.reason, *since, working)


def _figures(figures: Iterable[QuarterFigure], unit: MeasureUnit) -> Iterator[_Value]:
    return (_figure(each.figure, unit) for each in figures)


def _figure(figure: Figure, unit: MeasureUnit) -> _Value:
    if figure.value is None:
        return figure.show(unit)
    if unit is MeasureUnit.POUNDS:
        return _pence(figure.value)
    value = figure.value / 100 if unit is MeasureUnit.PERCENT else figure.value
    whole = unit in (MeasureUnit.PERCENT, MeasureUnit.DECIMAL) or value == value.to_integral_value()
    return _Number(value, _NUMBER_OF[unit] if whole else "#,##0.0")


def _pence(amount: Decimal | Pence) -> _Number:
    return _Number(Decimal(amount) / 100, PENCE_FORMAT if amount % 100 else POUNDS_FORMAT)


def _spend_rows(card: Scorecard) -> Iterator[tuple[_Value, ...]]:
    for contract in card.contracts:
        if contract.spend is None:
            continue
        for line in (*contract.spend.lines, contract.spend.to_date):
            to_date = line is contract.spend.to_date
            quarter = "To date" if to_date else words.short_label(line.period)
            spent = words.spent(line, contract.spend.missing) if line.actual is None else _pence(line.actual)
            variance = "" if line.variance is None else _pence(line.variance)
            standing = words.spend_standing(contract.spend) if to_date else ""
            yield (contract.reference, quarter, _pence(line.profile), spent, variance, line.share, standing)


def _narratives(card: Scorecard) -> Iterator[tuple[_Value, ...]]:
    for contract in card.contracts:
        for narrative in contract.narratives:
            yield (contract.reference, narrative.name, narrative.words)


def _notes(card: Scorecard) -> Iterator[tuple[_Value, ...]]:
    yield ("Scorecard", f"{card.name}, {card.period.label}")
    yield ("As at", show_day(card.on))
    yield ("Contracts", words.counted(card))
    yield ("Measures", words.standing_words(card))
    yield from _READING


def _sheet(
    workbook: Workbook, name: str, headings: Sequence[str], rows: Iterable[Sequence[_Value]], *, frozen: int
) -> None:
    sheet: Any = workbook.create_sheet(name)
    sheet.freeze_panes = f"{get_column_letter(frozen + 1)}2"
    print_wide(sheet)
    sheet.print_title_rows = "1:1"
    for index, heading in enumerate(headings, 1):
        sheet.column_dimensions[get_column_letter(index)].width = _WIDTHS.get(heading, 16)
    sheet.append([_text(sheet, heading, HEADER) for heading in headings])
    for row in rows:
        sheet.append([_cell(sheet, value) for value in row])


def _cell(sheet: Any, value: _Value) -> Any:
    match value:
        case _Number():
            cell: Any = WriteOnlyCell(sheet)
            cell.value = value.value
            cell.number_format = value.shown_as
            return cell
        case Rating():
            ink, ground = _TONES[value.tone]
            return _text(sheet, value.word, {"font": Font(color=ink, bold=True), "fill": PatternFill("solid", ground)})
        case _:
            return _text(sheet, value, _WRAPPED)


def _text(sheet: Any, text: str, style: Style) -> Any:
    cell: Any = WriteOnlyCell(sheet)
    put_text(cell, text)
    dress(cell, style)
    return cell
