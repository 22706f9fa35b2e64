"""A contract's standing as its row of the timeline: the marks of its term, and its decisions and their deadlines."""

from collections.abc import Iterable, Iterator
from datetime import date

from db.rules.contract import Contract, Unreadable
from db.rules.diary import Diary
from db.rules.standing import Standing, standing
from desktop.drawing.marks import Flag, Moment
from desktop.drawing.timeline_rows import TimelineRow
from desktop.screens.ahead import runway_flags
from desktop.screens.contract_term import term_drawing


def timeline_rows(contracts: Iterable[Contract | Unreadable], day: date, diary: Diary) -> list[TimelineRow]:
    """Every contract as a row, as it stands on a day; one that cannot be read has a row that says so."""
    return [_row(each, day, diary) for each in contracts]


def _row(contract: Contract | Unreadable, day: date, diary: Diary) -> TimelineRow:
    if isinstance(contract, Unreadable):
        return TimelineRow(contract.id, contract.reference, contract.problem, "")
    at = standing(contract, day)
    drawn = term_drawing(at)
    flags = (*drawn.flags, *_decided(at), *runway_flags(at, diary))
    return TimelineRow(
        contract.id, contract.reference, contract.title, contract.service, drawn.bars, flags, at.status.value
    )


def _decided(at: Standing) -> Iterator[Flag]:
    for each in at.extensions:
        number = each.decision_number or "A decision"
        yield Flag(Moment.DECIDED, each.decided_on, number, f"Uses option {each.option_number}")
