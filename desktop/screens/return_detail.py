"""One quarter's return: its figures with their cells, and what changed from the number before."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from db.rules.dates import show_day
from db.rules.monitoring import MonitoringReturn, Reading
from desktop.look.parts import GAP, label, prose
from desktop.readings import changed_from, figure, where
from desktop.screens.detail import Detail, linked
from desktop.screens.return_rows import LedgerRow, State
from desktop.screens.screen import Place


def show_return(
    pane: Detail, row: LedgerRow, go: Callable[[Place], object], save: Callable[[MonitoringReturn], object]
) -> None:
    """Fill the pane with a quarter of a contract."""
    pane.begin(f"{row.reference}: {row.period.label}", row.chip)
    pane.facts(
        [
            ("Contract", linked(row.reference, "returnContract", partial(go, Place("contract", row.contract_id)))),
            ("Provider", row.provider),
            ("Quarter", str(row.period.days)),
            ("Due by", row.due_in_words),
        ]
    )
    if not row.returns:
        pane.say(_awaiting(row), "quiet")
    for number, found in enumerate(row.returns, 1):
        before = row.returns[number] if number < len(row.returns) else None
        _show_number(pane, found, before, save)


def _awaiting(row: LedgerRow) -> str:
    if row.state is State.LATE:
        return "No return has come in. Import it when it does, or save the blank return again and remind the provider."
    return "No return has come in yet. Import it when it does."


def _show_number(
    pane: Detail, found: MonitoringReturn, before: MonitoringReturn | None, save: Callable[[MonitoringReturn], object]
) -> None:
    pane.group(f"Number {found.number}, received {show_day(found.received_on)}")
    pane.links([(found.file_name, "save the original workbook", partial(save, found))])
    if found.readings:
        pane.add(_figures(found.readings, before.readings if before else None))


def _figures(readings: tuple[Reading, ...], before: tuple[Reading, ...] | None) -> QWidget:
    made = QWidget()
    grid = QGridLayout(made)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(2 * GAP)
    grid.setVerticalSpacing(6)
    grid.setColumnStretch(0, 1)
    grid.setColumnStretch(1, 1)
    for row, reading in enumerate(readings):
        grid.addWidget(_top(prose(reading.measure)), row, 0)
        change = changed_from(reading, before) if before is not None else ""
        said = figure(reading) + (f" ({change})" if change else "")
        grid.addWidget(_top(prose(said, "fieldLabel" if change else "")), row, 1)
        grid.addWidget(_top(label(where(reading), "quiet")), row, 2)
    return made


def _top(made: QLabel) -> QLabel:
    made.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
    return made
