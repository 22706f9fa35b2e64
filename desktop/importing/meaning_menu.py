"""The menus by which a column is given another meaning, and a row another measure."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QMenu, QWidget

from db.returns.taking.steps import Named, Remapped, Step
from db.returns.understanding.meaning import ColumnSuggestion, Meaning
from db.rules.monitoring import Measure

_FIGURES = (Meaning.VALUE, Meaning.SPEND, Meaning.TARGET, Meaning.FLOOR, Meaning.FORECAST, Meaning.NUMERATOR,
            Meaning.DENOMINATOR)  # fmt: skip
_WORDS = (Meaning.MEASURE, Meaning.PERIOD, Meaning.KIND, Meaning.GROUP, Meaning.UNIT, Meaning.NARRATIVE,
          Meaning.COMMENT)  # fmt: skip
_NOT_STORED = (Meaning.PROVIDER, Meaning.CONTRACT, Meaning.TOTAL, Meaning.PERSONAL, Meaning.LEFT_OUT)

Take = Callable[[Step], object]


def column_menu(column: ColumnSuggestion, asked: Sequence[Measure], take: Take, parent: QWidget) -> QMenu:
    """What a column can mean; the one in force is ticked."""
    menu = QMenu(f"Column {column.name}", parent)
    menu.setObjectName("meaningMenu")
    for group in (_FIGURES, _WORDS, _NOT_STORED):
        for meaning in group:
            _add(menu, _words(meaning), take, _remapped(column, meaning), is_on=meaning is column.meaning)
        menu.addSeparator()
    if asked:
        inside = menu.addMenu("&Figures of one measure")
        for measure in asked:
            step = Remapped(column.sheet, column.column, column.table, Meaning.VALUE, measure.id)
            _add(inside, measure.name, take, step, is_on=measure.id == column.measure)
    return menu


def measure_menu(said: str, measure: str | None, asked: Sequence[Measure], take: Take, parent: QWidget) -> QMenu:
    """Which measure the rows of a label can be about."""
    menu = QMenu(said, parent)
    menu.setObjectName("measureMenu")
    for each in asked:
        _add(menu, each.name, take, Named(said, each.id), is_on=each.id == measure)
    menu.addSeparator()
    _add(menu, "Leave these rows out", take, Named(said, None), is_on=measure is None)
    return menu


def _remapped(column: ColumnSuggestion, meaning: Meaning) -> Remapped:
    return Remapped(column.sheet, column.column, column.table, meaning)


def _words(meaning: Meaning) -> str:
    return {
        Meaning.PERSONAL: "Personal data (not stored)",
        Meaning.LEFT_OUT: "Left out (not stored)",
        Meaning.TOTAL: "Total of others (not stored)",
    }.get(meaning, meaning.value.capitalize())


def _add(menu: QMenu, words: str, take: Take, step: Step, *, is_on: bool) -> None:
    action = menu.addAction(words.replace("&", "&&"))
    action.setCheckable(True)
    action.setChecked(is_on)
    action.triggered.connect(lambda _on=False: take(step))
