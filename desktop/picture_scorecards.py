"""Scorecards and the returns by quarter in the window, for its pictures."""

from collections.abc import Iterator

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QWidget

from desktop.drawing.measure_charts import MeasureCharts
from desktop.main_window import MainWindow
from desktop.picture_returns import FOLLOWED
from desktop.screens.scorecard import ScorecardScreen
from desktop.screens.screen import Place

_BARE = "SAMPLE-LWK-PORCHLIGHT"


def scorecards(window: MainWindow) -> Iterator[tuple[str, QWidget]]:
    """Each by name while it can be seen; another takes its place when the next is asked for."""
    if window.desk is None:
        return
    contracts = window.desk.register.contracts
    followed = contracts.get(FOLLOWED[0])
    window.go(Place("returnsGrid"))
    yield "returns-by-quarter", window
    window.go(Place("scorecard", f"contract:{contracts.get(_BARE).id}"))
    yield "scorecard-bare", window
    window.go(Place("scorecard", f"provider:{followed.holders[0].name}"))
    yield "scorecard-provider", window
    window.go(Place("scorecard", f"contract:{followed.id}"))
    yield "scorecard", window
    page = window.place.pages.page("scorecard") if window.place else None
    charts = page.findChild(MeasureCharts) if page else None
    if isinstance(page, ScorecardScreen) and page.page and charts:
        page.area.verticalScrollBar().setValue(charts.mapTo(page.page, QPoint(0, -32)).y())
        yield "scorecard-charts", window
