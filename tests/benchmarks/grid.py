"""The register's grid beside Qt's C++ SQL table of the same cells, in one run: opening, typing, sorting, scrolling.

`contract-desk` reads contracts in windows while they are looked at; the peer has every cell's text stored in a table of
its own, which cannot know how a contract stands on a day. Before typing and sorting are timed, what the grid prepares
while nothing else is to do is prepared; how long that takes in all is told as well.
"""

import gc
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter

from PySide6.QtCore import Qt
from PySide6.QtSql import QSqlDatabase, QSqlQuery, QSqlTableModel
from PySide6.QtWidgets import QApplication, QHeaderView, QTableView

from db.register import Register
from desktop.desk import Desk
from desktop.look.palette import Scheme
from desktop.look.theme import theme
from desktop.pictures import settle
from desktop.quick_start import stand
from desktop.screens.register import RegisterScreen
from desktop.session import Session
from tests.benchmarks.ratio import Ratio
from tests.benchmarks.registers import make

SIZES = (1_000, 10_000, 100_000)
TYPED = ("carers d", "lantern trust", "c000 swale")
NOW = datetime(2026, 1, 5, 9, tzinfo=UTC)
_ROUNDS = 3
_SIZE = (1600, 900)
_CONNECTION = "grid benchmark"
_PEER = "C++ QSqlTableModel"
_AIM = "the aim"
Job = Callable[[], object]


def measure() -> list[Ratio]:
    """Each size in turn; medians of both in turn. What has no peer stands beside its aim in milliseconds."""
    app = QApplication.instance() or QApplication([])
    assert app is not None
    theme().apply(Scheme.LIGHT)
    return [ratio for contracts in SIZES for ratio in _of_size(contracts)]


def _of_size(contracts: int) -> Iterator[Ratio]:
    with TemporaryDirectory() as folder, _page(Path(folder), contracts) as page:
        page.table.rows.show_rows((), str)
        opened = _timed(page.load, page)
        yield Ratio(f"{contracts:,}: contents and first paint", opened, _AIM, 100.0, 1.0)
        rest = _timed(page.show_the_rest, page)
        yield Ratio(f"{contracts:,}: the contracts after the first in place", rest, _AIM, 100.0, 1.0)
        page.table.be_idle(idle=False)
        slices = _prepared(page)
        yield Ratio(f"{contracts:,}: longest slice of reading ahead, of {sum(slices) / 1000:.1f} s", max(slices), _AIM,
                    100.0, 1.0)  # fmt: skip
        peer = _peer_of(page)
        try:
            yield from _beside(page, peer, contracts)
        finally:
            _forget(peer)


def _beside(page: RegisterScreen, peer: QTableView, contracts: int) -> Iterator[Ratio]:
    typed = _typing(page, peer)
    owed = 1.2 if contracts <= 10_000 else max(1.2, 50.0 / typed[1])
    yield Ratio(f"{contracts:,}: keystroke to filtered paint", typed[0], f"{_PEER}, LIKE", typed[1], owed)
    sorting = _sorting(page, peer)
    yield Ratio(f"{contracts:,}: sort by end to paint", sorting[0], f"{_PEER}, ORDER BY", sorting[1], 1.5)
    scrolled = _scrolling(page, peer)
    yield Ratio(f"{contracts:,}: one step of scrolling to paint", scrolled[0], _PEER, scrolled[1], 1.5)


def _typing(page: RegisterScreen, peer: QTableView) -> tuple[float, float]:
    ours, theirs = [], []
    for words in _keystrokes():
        ours.append(_timed(lambda words=words: page.table.rows.search(words), page))  # type: ignore[misc]
        where = " AND ".join(f"searched LIKE '%{word}%'" for word in words.split())
        theirs.append(_of_peer(peer, lambda model, where=where: model.setFilter(where)))  # type: ignore[misc]
    return median(ours), median(theirs)


def _keystrokes() -> Iterator[str]:
    for _ in range(_ROUNDS):
        for words in TYPED:
            yield from (words[:length] for length in range(1, len(words) + 1))
            yield ""


def _sorting(page: RegisterScreen, peer: QTableView) -> tuple[float, float]:
    at = next(at for at, each in enumerate(page.table.rows.columns) if each.title == "Ends")
    orders = (Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder)
    ours, theirs = [], []
    for _ in range(_ROUNDS):
        for order in orders:
            ours.append(_timed(lambda order=order: page.table.rows.sort(at, order), page))  # type: ignore[misc]
            theirs.append(_of_peer(peer, lambda model, order=order: model.sort(3, order)))  # type: ignore[misc]
    return median(ours), median(theirs)


def _scrolling(page: RegisterScreen, peer: QTableView) -> tuple[float, float]:
    ours, theirs = page.table.verticalScrollBar(), peer.verticalScrollBar()
    found: tuple[list[float], list[float]] = ([], [])
    for step in range(1, 60):
        for bar, view, times in ((ours, page.table, found[0]), (theirs, peer, found[1])):
            began = perf_counter()
            bar.setValue(step * (90 if bar is ours else 3))
            view.viewport().repaint()
            times.append((perf_counter() - began) * 1000)
    return median(found[0]), median(found[1])


def _prepared(page: RegisterScreen) -> list[float]:
    taken, more = [], True
    while more:
        began = perf_counter()
        more = page.table.rows.prepare()
        taken.append((perf_counter() - began) * 1000)
    return taken


def _timed(job: Job, page: RegisterScreen) -> float:
    gc.collect()
    began = perf_counter()
    job()
    page.table.viewport().repaint()
    return (perf_counter() - began) * 1000


def _of_peer(peer: QTableView, job: Callable[[QSqlTableModel], object]) -> float:
    model = peer.model()
    assert isinstance(model, QSqlTableModel)
    began = perf_counter()
    job(model)
    peer.viewport().repaint()
    return (perf_counter() - began) * 1000


@contextmanager
def _page(folder: Path, contracts: int) -> Iterator[RegisterScreen]:
    path = make(folder / "Benchmark.register", contracts)
    with Register.open(path, writable=False) as register:
        page = RegisterScreen(Desk(Session(folder / "settings.ini", lambda: NOW), register))
        page.resize(*_SIZE)
        page.show()
        settle()
        stand()
        page.table.be_idle(idle=False)
        try:
            yield page
        finally:
            page.close()
            page.deleteLater()
            settle()


def _peer_of(page: RegisterScreen) -> QTableView:
    """A C++ table that holds the same cells as text, and the same words to search."""
    rows = page.table.rows
    base = QSqlDatabase.addDatabase("QSQLITE", _CONNECTION)
    base.setDatabaseName(":memory:")
    if not base.open():
        raise AssertionError("Qt's own SQLite does not open")
    shown = page.table.visual
    names = [f"c{number}" for number in range(len(shown))]
    query = QSqlQuery(base)
    query.exec(f"CREATE TABLE line ({', '.join(f'{name} TEXT' for name in names)}, searched TEXT)")
    base.transaction()
    query.prepare(f"INSERT INTO line VALUES ({', '.join('?' * (len(names) + 1))})")  # noqa: S608 - own names
    columns, words = [rows.held_values(at) for at in shown], rows.held_words()
    for position in range(rows.total):
        for values in columns:
            value = values[position]
            query.addBindValue(f"{value:012}" if isinstance(value, int) else value or "")
        query.addBindValue(words[position])
        query.exec()
    base.commit()
    model = QSqlTableModel(None, base)
    model.setTable("line")
    model.select()
    return _shown(model, len(names))


def _shown(model: QSqlTableModel, columns: int) -> QTableView:
    table = QTableView()
    model.setParent(table)
    table.setModel(model)
    table.hideColumn(columns)
    table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
    table.verticalHeader().setDefaultSectionSize(28)
    for at in range(columns):
        table.setColumnWidth(at, 130)
    table.resize(_SIZE[0] - 40, _SIZE[1] - 140)
    table.show()
    settle()
    return table


def _forget(peer: QTableView) -> None:
    peer.close()
    peer.setModel(None)
    peer.deleteLater()
    settle()
    QSqlDatabase.removeDatabase(_CONNECTION)
