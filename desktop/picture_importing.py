"""A provider's return to take pictures of while it is read: everything in it is made up."""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

from db.returns.cells import Cells, CellValue, Merged
from db.returns.taking.looking import first_look
from desktop.importing.candidates import candidates
from desktop.importing.screen import ImportingScreen
from desktop.importing.work import Opened
from desktop.main_window import MainWindow
from desktop.screens.screen import Place

_SHEET = "Q3 2025-26"
_ROWS: tuple[tuple[CellValue | None, ...], ...] = (
    ("Example provider: quarterly monitoring return",),
    ("Contract", "SAMPLE-CN-B"),
    (),
    ("Indicator", "Target", "Actual", None, "Comments"),
    (None, None, "Ashford", "Canterbury", None),
    ("People supported in the quarter", 1200, 640, 596, "Example words: two new groups began."),
    ("Referrals", 300, 161, 149, None),
    ("Answered in time", 270, "about 130", 133, "Counted by hand in October"),
    ("Referrals answered in two working days", 0.9, 0.88, 0.912, None),
    ("Complaints", 5, "<5", "n/a", None),
    ("Spend in the quarter", 402_000, 210_140.25, 191_887.94, None),
    ("Carried over from last year", None, 12, 9, "Not for the council"),
    ("Total", None, 1573, 1482, None),
    (),
    ("Note: figures are as at the last day of the quarter.",),
)
_CASES: tuple[tuple[CellValue, ...], ...] = (
    ("Client name", "Date of birth", "Postcode", "Hours"),
    ("Mx Example A", date(1951, 5, 1), "ZZ99 3AA", 4),
    ("Mx Example B", date(1948, 11, 12), "ZZ99 3AB", 6.5),
    ("Mx Example C", date(1960, 2, 28), "ZZ99 3AC", 2),
)


def importing(window: MainWindow, settle: Callable[[], None]) -> Iterator[str]:
    """The screen with no file, with one that asks, and with one on which everything is settled."""
    window.go(Place("importing"))
    page = window.place.pages.currentWidget() if window.place else None
    if not isinstance(page, ImportingScreen):
        return
    yield "importing-empty"
    known = candidates(page.desk.register, page.desk.session.today())
    page.look_at(Path("Example provider Q3.xlsx"), Opened(b"example", first_look(_cells(), known)))
    settle()
    yield "importing"
    page.bench.sheets.step_sheet(1)
    settle()
    yield "importing-personal"
    page.put_away()


def _cells() -> Cells:
    return Cells(
        "Example provider Q3.xlsx",
        "example",
        {_SHEET: _held(_ROWS), "Cases": _held(_CASES)},
        merged={_SHEET: (Merged(1, 1, 1, 5), Merged(4, 3, 4, 4))},
        hidden_rows={_SHEET: frozenset({12})},
    )


def _held(rows: tuple[tuple[CellValue | None, ...], ...]) -> dict[tuple[int, int], CellValue]:
    return {
        (row, column): value
        for row, values in enumerate(rows, 1)
        for column, value in enumerate(values, 1)
        if value is not None
    }
