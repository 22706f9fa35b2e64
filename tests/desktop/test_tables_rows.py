"""Facts about searching, sorting and filtering rows."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from desktop.tables.columns import Column, folded, natural, text_column
from desktop.tables.grouped_rows import GroupedRows
from desktop.tables.row_model import RowModel
from tests.desktop.rows import COLUMNS, Line, fetched, line, lines

FALLING = Qt.SortOrder.DescendingOrder


def model(rows: list[Line]) -> RowModel:
    made = RowModel(COLUMNS)
    made.show_rows(rows, lambda row: row.id)
    return made


def column_of(made: RowModel, at: int) -> list[str]:
    return [made.texts_at(place)[at] for place in range(made.rowCount())]


def test_the_model_keeps_every_promise_qt_asks_of_one(qtmodeltester: object) -> None:
    made = model(lines(40))
    tester = QAbstractItemModelTester(made, QAbstractItemModelTester.FailureReportingMode.Fatal)
    made.search("navigation 7")
    made.sort(3, FALLING)
    made.keep(lambda row: row.value is not None)
    made.search("")
    made.show_rows(lines(5), lambda row: row.id)
    assert tester.model() is made


@pytest.mark.parametrize("at", range(len(COLUMNS)), ids=[column.title for column in COLUMNS])
@pytest.mark.parametrize("falling", [False, True], ids=["rising", "falling"])
def test_every_column_sorts_by_its_value_and_puts_blanks_last(at: int, falling: bool) -> None:
    rows = lines(300)
    made = model(rows)
    made.sort(at, FALLING if falling else Qt.SortOrder.AscendingOrder)
    keys = [COLUMNS[at].sort(made.row_at(place)) for place in range(made.rowCount())]
    filled: list[int | str] = [key for key in keys if key is not None]
    assert keys == [*sorted(filled, reverse=falling), *[None] * (len(keys) - len(filled))]


def test_days_sort_by_the_calendar_not_by_their_words() -> None:
    ends = [date(2026, 9, 30), date(2025, 3, 31), date(2027, 3, 31)]
    made = model([line(number, ends_on=day) for number, day in enumerate(ends)])
    made.sort(2)
    assert column_of(made, 2) == ["31 Mar 2025", "30 Sep 2026", "31 Mar 2027"]


def test_a_second_reference_comes_before_a_tenth() -> None:
    made = model([line(10), line(2), line(1)])
    made.sort(0)
    assert column_of(made, 0) == ["CN-1", "CN-2", "CN-10"]


def test_equal_rows_keep_the_order_they_were_in() -> None:
    made = model([line(number, title="Same", value=5) for number in range(20)])
    made.sort(3, FALLING)
    assert column_of(made, 0) == [f"CN-{number}" for number in range(20)]


@pytest.mark.parametrize("key", [date(2025, 3, 31), 1.5, True, (1, 2)])
def test_a_sort_key_that_is_neither_int_nor_str_is_refused(key: object) -> None:
    wrong: Column[Line] = Column("Wrong", lambda row: "x", lambda row: key)  # type: ignore[arg-type, return-value]
    made = RowModel([wrong])
    made.show_rows(lines(3), lambda row: row.id)
    with pytest.raises(TypeError, match="'Wrong' sorts by"):
        made.sort(0)


def test_a_search_finds_every_word_in_any_column_without_accents_or_case() -> None:
    made = model([line(1, "Tŷ Hafan respite"), line(2, "Hafan"), line(3, "Respite TY HAFAN")])
    made.search("ty hafan  RESP")
    assert column_of(made, 0) == ["CN-1", "CN-3"]


@pytest.mark.parametrize("words", ["n", "na", "nav 7", "nav 7 c", "£1", "mar 2025", "zzz", ""])
def test_typing_on_finds_the_same_as_searching_at_once(words: str) -> None:
    typed, at_once = model(lines(400)), model(lines(400))
    for length in range(len(words) + 1):
        typed.search(words[:length])
    at_once.search(words)
    assert typed.shown_ids() == at_once.shown_ids()


def test_the_count_says_how_many_of_how_many() -> None:
    made = model([line(1, "Alpha"), line(2, "Beta"), line(3, "Alphabet")])
    heard: list[tuple[int, int]] = []
    made.counted.connect(lambda shown, total: heard.append((shown, total)))
    made.search("alpha")
    made.keep(lambda row: row.reference != "CN-1")
    made.search("")
    assert heard == [(2, 3), (1, 3), (2, 3)]


def test_search_filter_and_order_outlive_a_reload() -> None:
    made = model(lines(50))
    made.search("navigation")
    made.keep(lambda row: row.value is not None)
    made.sort(3)
    before = made.shown_ids()
    made.show_rows(list(reversed(lines(50))), lambda row: row.id)
    assert made.shown_ids() == before


def test_words_no_column_shows_are_found_when_given() -> None:
    made = RowModel(COLUMNS)
    made.show_rows([line(1), line(2)], lambda row: row.id, also=lambda row: f"alias{row.id}")
    made.search("aliasid2")
    assert made.shown_ids() == ("id2",)


def test_rows_are_fetched_in_windows_as_they_are_looked_at() -> None:
    rows = lines(1000)
    log: list[int] = []
    made = RowModel(COLUMNS)
    made.load([row.id for row in rows], fetched(rows, log))
    assert log == []
    assert made.texts_at(3)[0] == "CN-3"
    assert made.texts_at(63)[0] == "CN-63"
    assert log == [64]


def test_the_choices_of_a_filter_are_the_different_texts_of_a_column() -> None:
    made = model([line(1, "b"), line(2, "Á"), line(3, "b")])
    assert made.values(1) == ("Á", "b")


def test_an_amount_no_int_of_c_can_hold_survives() -> None:
    made = model([line(1, value=12_345_678_901_234)])
    assert made.amount_at(0, 3) == 12_345_678_901_234


def test_a_cell_tells_a_screen_reader_its_column_and_its_text() -> None:
    made = model([line(1, ends_on=date(2025, 3, 31)), line(2)])
    role = Qt.ItemDataRole.AccessibleTextRole
    assert made.data(made.index(0, 2), role) == "Ends: 31 Mar 2025"
    assert made.data(made.index(1, 2), role) == "Ends: blank"


def test_folding_and_natural_order() -> None:
    assert folded("Ŵŷ ÉCOLE Straße") == "wy ecole strasse"
    assert sorted(["a10", "a2", "A1"], key=natural) == ["A1", "a2", "a10"]


def test_an_empty_text_sorts_last() -> None:
    column: Column[Line] = text_column("Title", lambda row: row.title)
    blank = replace(line(1), title="")
    assert column.sort(blank) is None


def test_sorting_a_large_table_waits_for_its_rows_and_comes_into_effect_by_itself() -> None:
    rows, log = lines(500), list[int]()
    made = GroupedRows(COLUMNS)
    made.patience = 100
    waits: list[bool] = []
    made.waited.connect(waits.append)
    made.load([row.id for row in rows], fetched(rows, log))
    made.sort(3, FALLING)
    made.keep_values({1: lambda value: "7" in str(value)})
    assert (log, waits) == ([], [True, True])
    assert made.rowCount() == 500
    while made.prepare():
        pass
    assert waits[-1] is False
    at_once = model(rows)
    at_once.keep_values({1: lambda value: "7" in str(value)})
    at_once.sort(3, FALLING)
    assert made.shown_ids() == at_once.shown_ids()


def test_a_row_that_was_changed_is_read_anew_and_held_to_search_filter_and_order() -> None:
    rows = {row.id: row for row in lines(20)}
    made = RowModel(COLUMNS)
    made.load(list(rows), lambda ids: [rows[each] for each in ids])
    made.sort(0)
    made.search("navigation")
    rows["id5"] = replace(rows["id5"], reference="AA", title="Navigation first")
    rows["id6"] = replace(rows["id6"], title="Gone")
    made.renew(["id5", "id6"])
    assert made.shown_ids()[0] == "id5"
    assert "id6" not in made.shown_ids()
    assert made.texts_at(0)[1] == "Navigation first"
