"""A keystroke to the filtered table on screen: our table beside Qt's C++ table over SQLite, in the same run."""

from collections.abc import Callable, Iterator
from statistics import median
from time import perf_counter

from PySide6.QtSql import QSqlDatabase, QSqlQuery, QSqlTableModel
from PySide6.QtWidgets import QApplication, QHeaderView, QTableView

from desktop.look.fonts import load
from desktop.look.palette import LIGHT
from desktop.look.stylesheet import stylesheet
from desktop.tables.columns import Column, text_column
from desktop.tables.table_view import TableView
from tests.benchmarks.ratio import Ratio

COLUMNS = 12
TYPED = ("navigation 4", "lot 17", "kent 2025")
_WORDS = ("Navigation", "Wellbeing", "Carers", "Respite", "Kent", "Ashford", "Advocacy", "Imago")
_ROUNDS = 4
_SIZE = (1600, 900)
_CONNECTION = "benchmark"
_Cells = tuple[str, ...]


def measure() -> list[Ratio]:
    """The median over every keystroke, ours and the peer's taken in turn, at two sizes of register."""
    app = QApplication.instance() or QApplication([])
    found = [_measure(rows) for rows in (1_000, 10_000)]
    assert app is not None
    return found


def _measure(rows: int) -> Ratio:
    data = [_row(number) for number in range(rows)]
    ours, peer = _our_table(data), _peer_table(data)
    QApplication.processEvents()
    try:
        times = _times(_search_ours(ours), _search_peer(peer))
    finally:
        for table in (ours, peer):
            table.close()
            table.deleteLater()
        _forget(peer)
    what = f"Keystroke to filtered paint, {rows:,} rows of {COLUMNS} columns"
    return Ratio(what, median(times[0]), "C++ QSqlTableModel, LIKE over prepared text", median(times[1]), 1.2)


def _times(ours: Callable[[str], int], peer: Callable[[str], int]) -> tuple[list[float], list[float]]:
    taken: tuple[list[float], list[float]] = ([], [])
    for turn, words in enumerate(_keystrokes()):
        shown = []
        pairs = ((ours, taken[0]), (peer, taken[1]))
        for search, times in pairs if turn % 2 else reversed(pairs):
            began = perf_counter()
            shown.append(search(words))
            times.append((perf_counter() - began) * 1000)
        if (shown[0] == 0) != (shown[1] == 0):
            raise AssertionError(f"the two tables disagree about {words!r}: {shown}")
    return taken


def _keystrokes() -> Iterator[str]:
    for _ in range(_ROUNDS):
        for words in TYPED:
            yield from (words[:length] for length in range(1, len(words) + 1))
            yield ""


def _row(number: int) -> _Cells:
    words = tuple(_WORDS[(number * 7 + at * 3) % len(_WORDS)] for at in range(COLUMNS - 3))
    return (f"CN-{number:05d}", f"{words[0]} {number % 97} lot {number % 41}", f"31 Mar {2024 + number % 9}", *words)


def _our_table(data: list[_Cells]) -> TableView:
    columns: list[Column[_Cells]] = [
        text_column(f"Column {at}", lambda row, at=at: row[at], width=15)  # type: ignore[misc]
        for at in range(COLUMNS)
    ]
    table = TableView(columns, "benchmark", "Benchmark")
    load()
    table.setStyleSheet(stylesheet(LIGHT, 10))
    table.rows.show_rows(data, lambda row: row[0])
    table.resize(*_SIZE)
    table.show()
    return table


def _search_ours(table: TableView) -> Callable[[str], int]:
    def search(words: str) -> int:
        table.rows.search(words)
        table.viewport().repaint()
        return table.rows.rowCount()

    return search


def _peer_table(data: list[_Cells]) -> QTableView:
    base = QSqlDatabase.addDatabase("QSQLITE", _CONNECTION)
    base.setDatabaseName(":memory:")
    if not base.open():
        raise AssertionError("Qt's own SQLite does not open")
    names = [f"c{at}" for at in range(COLUMNS)] + ["searched"]
    query = QSqlQuery(base)
    query.exec(f"CREATE TABLE line ({', '.join(name + ' TEXT' for name in names)})")
    base.transaction()
    query.prepare(f"INSERT INTO line VALUES ({', '.join('?' * len(names))})")  # noqa: S608
    for row in data:
        for cell in (*row, "\n".join(row).lower()):
            query.addBindValue(cell)
        query.exec()
    base.commit()
    model = QSqlTableModel(None, base)
    model.setTable("line")
    model.select()
    return _shown(model)


def _shown(model: QSqlTableModel) -> QTableView:
    table = QTableView()
    model.setParent(table)
    table.setModel(model)
    table.hideColumn(COLUMNS)
    table.verticalHeader().hide()
    table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
    table.verticalHeader().setDefaultSectionSize(28)
    for at in range(COLUMNS):
        table.setColumnWidth(at, 130)
    table.resize(*_SIZE)
    table.show()
    return table


def _search_peer(table: QTableView) -> Callable[[str], int]:
    model = table.model()
    assert isinstance(model, QSqlTableModel)

    def search(words: str) -> int:
        model.setFilter(" AND ".join(f"searched LIKE '%{word}%'" for word in words.split()))
        table.viewport().repaint()
        return model.rowCount()

    return search


def _forget(peer: QTableView) -> None:
    peer.setModel(None)
    QApplication.sendPostedEvents(None, 52)
    QSqlDatabase.removeDatabase(_CONNECTION)
