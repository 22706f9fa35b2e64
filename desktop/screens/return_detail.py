"""One quarter's return: why it is due that day, its versions and what changed, its figures with cells, its queries."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QWidget

from db.rules.changed_figures import ChangedFigure, changed_figures
from db.rules.dates import show_day
from db.rules.ledger import ReturnState
from db.rules.monitoring import MonitoringReturn, Reading
from db.rules.queries import KeptQuery
from db.rules.return_due import DueDay
from db.rules.words import counted
from desktop.importing.original import original_place
from desktop.look.parts import GAP, label, prose
from desktop.readings import figure, where
from desktop.screens.contract_facts import Fact
from desktop.screens.contract_parts import why_button
from desktop.screens.detail import LINK_PAD, Detail, linked
from desktop.screens.return_rows import LedgerRow
from desktop.screens.screen import Place

_AWAITING = {
    ReturnState.EXPECTED: "The quarter runs still. Nothing is asked of the provider yet.",
    ReturnState.DUE: "No return has come in yet. Read it when it does.",
    ReturnState.REMINDED: "The provider was reminded. Read the return when it comes.",
    ReturnState.LATE: "No return has come in. Chase writes the message to the provider; read the return when it comes.",
}


@dataclass(frozen=True, slots=True)
class Known:
    """What the register knows of a quarter's return besides its figures."""

    due: DueDay
    queries: tuple[KeptQuery, ...] = ()
    happened: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Ways:
    """What can be done from the pane."""

    go: Callable[[Place], object]
    save: Callable[[MonitoringReturn], object]
    look: Callable[[MonitoringReturn], object]
    answer: Callable[[KeptQuery], object]


def show_return(pane: Detail, row: LedgerRow, known: Known, ways: Ways) -> None:
    """Fill the pane with a quarter of a contract."""
    pane.begin(f"{row.owed.reference}: {row.period.label}", row.chip)
    contract = linked(row.owed.reference, "returnContract", partial(ways.go, Place("contract", row.contract_id)))
    due, working = _due(known.due)
    pane.facts(
        [
            ("Contract", contract),
            ("Provider", row.owed.provider),
            ("Quarter", str(row.period.days)),
            ("Due by", due),
            *_days(row),
        ]
    )
    pane.add(working)
    if not row.returns:
        pane.say(_AWAITING.get(row.line.state, ""), "quiet")
    _show_queries(pane, known.queries, ways)
    for number, found in enumerate(row.returns):
        _show_version(pane, found, row.returns[number + 1] if number + 1 < len(row.returns) else None, ways)
    _show_history(pane, known.happened)


def scorecard_place(row: LedgerRow) -> Place:
    """Where the scorecard of a row's contract and quarter is."""
    return Place("scorecard", f"contract:{row.contract_id} {row.period.days.starts_on.isoformat()}")


def _days(row: LedgerRow) -> list[tuple[str, str]]:
    line = row.line
    late = counted(line.days_late, "days") if line.days_late else ""
    return [
        ("First received", show_day(line.first_received_on) if line.first_received_on else ""),
        ("Days late", late),
        ("Reminded", show_day(line.reminded_on) if line.reminded_on else ""),
        ("Accepted", show_day(line.accepted_on) if line.accepted_on else ""),
    ]


def _due(due: DueDay) -> tuple[QWidget, QWidget]:
    """The due day with its why?, and the working that opens below."""
    said = show_day(due.day) if due.day else "No day"
    working = prose("\n".join(due.why), "quiet")
    working.hide()
    made = QWidget()
    line = QHBoxLayout(made)
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(4)
    line.addWidget(label(said))
    line.addWidget(why_button(Fact("Due by", said, due.why), working, "returnDueWhy"))
    return made, working


def _show_queries(pane: Detail, queries: Sequence[KeptQuery], ways: Ways) -> None:
    if not queries:
        return
    pane.group("Queries")
    for each in queries:
        answered = each.raised.answered_on
        pane.say(f"{each.query.place}: {each.query.asked}")
        if answered:
            said = f": {each.answer}" if each.answer else ""
            pane.say(f"Asked {show_day(each.raised.raised_on)}, answered {show_day(answered)}{said}", "quiet")
        else:
            asked = f"asked {show_day(each.raised.raised_on)}, open"
            pane.links([("Record the answer…", asked, partial(ways.answer, each))])


def _show_version(pane: Detail, found: MonitoringReturn, before: MonitoringReturn | None, ways: Ways) -> None:
    pane.group(f"Version {found.number}, received {show_day(found.received_on)}")
    pane.links(
        [
            ("Open the file", found.file_name, partial(ways.look, found)),
            ("Save the file…", "as it was received", partial(ways.save, found)),
        ]
    )
    if before is not None:
        _show_changes(pane, changed_figures(before.readings, found.readings), before.number)
    if found.readings:
        pane.add(_figures(found, ways))


def _show_changes(pane: Detail, changes: tuple[ChangedFigure, ...], earlier: int) -> None:
    if not changes:
        pane.say(f"Every figure is as in version {earlier}.", "quiet")
        return
    pane.say(f"{counted(len(changes), 'figures')} changed since version {earlier}:", "fieldLabel")
    for each in changes:
        pane.say(change_words(each))


def change_words(change: ChangedFigure) -> str:
    """A changed figure for people: Complaints: 4 → 6 (Return!C12)."""
    before = figure(change.before) if change.before else "not in the earlier version"
    after = figure(change.after) if change.after else "no longer there"
    place = change.after or change.before
    return f"{change.measure}: {before} → {after}" + (f" ({where(place)})" if place else "")


def _figures(found: MonitoringReturn, ways: Ways) -> QWidget:
    """Each figure, and its cell, which leads to the file as it was received."""
    made = QWidget()
    grid = QGridLayout(made)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(2 * GAP)
    grid.setVerticalSpacing(2)
    grid.setColumnStretch(0, 1)
    grid.setColumnStretch(1, 1)
    for row, reading in enumerate(found.readings):
        place = original_place(found.id, reading.sheet, reading.cell)
        cell = linked(where(reading), f"figureCell{found.number}-{row}", partial(ways.go, place))
        cell.setToolTip(reading.how or "Show the cell in the file")
        grid.addWidget(_level(prose(_name(reading))), row, 0)
        grid.addWidget(_level(prose(figure(reading))), row, 1)
        grid.addWidget(cell, row, 2, Qt.AlignmentFlag.AlignTop)
    return made


def _level(made: QLabel) -> QLabel:
    """Words that stand level with those of a link."""
    made.setContentsMargins(0, LINK_PAD, 0, 0)
    return _top(made)


def _name(reading: Reading) -> str:
    kind = "" if reading.kind == "value" else reading.kind
    return ", ".join(filter(None, (reading.measure, reading.part, kind)))


def _show_history(pane: Detail, happened: tuple[str, ...]) -> None:
    if happened:
        pane.group("What happened")
        for each in happened:
            pane.say(each, "quiet")


def _top(made: QLabel) -> QLabel:
    made.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
    return made
