"""The page of what needs attention: what it lists, why, and what settles it."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton

from db.rules.attention import Matter
from desktop.main_window import MainWindow
from desktop.screens.attention_rows import SETTLED_BY, AttentionRow, how_far
from tests.desktop.windows import attention, window, workplace

__all__ = ["window"]


def said(window: MainWindow) -> str:
    """Everything the pane beside the table says."""
    return " ".join(each.text() for each in attention(window).why.findChildren(QLabel))


def test_the_facts_line_says_from_which_day_when_checked_and_how_much_is_pressing(window: MainWindow) -> None:
    words = attention(window).facts.text()
    assert words == "As at 15 December 2023 · checked 09:02 · 0 overdue, 4 in the next 90 days"


def test_the_soonest_matter_is_first_and_its_working_is_beside_it(window: MainWindow) -> None:
    page = attention(window)
    first = page.table.rows.row_at(0)
    assert isinstance(first, AttentionRow)
    assert first.line.act_by == date(2023, 12, 31)
    assert "3 months counted back from it is 31 December 2023" in said(window)


def test_a_chip_keeps_only_its_rows_and_clearing_brings_all_back(window: MainWindow) -> None:
    page = attention(window)
    page.chips.pick("later")
    assert {page.table.rows.row_at(row).urgency for row in range(page.table.rows.rowCount())} == {"later"}
    page.listing.clear_all()
    assert page.table.rows.rowCount() == page.table.rows.total


def test_a_filter_offers_the_matters_there_are(window: MainWindow) -> None:
    box = attention(window).listing.filter_named("Matter")
    assert [box.itemText(at) for at in range(box.count())] == [
        "Every matter",
        "Contract ends",
        "Decide on an extension option",
        "Last day to serve notice",
    ]


def test_enter_on_a_line_opens_its_contract(window: MainWindow) -> None:
    page = attention(window)
    row = page.table.rows.row_at(0)
    QTest.keyClick(page.table, Qt.Key.Key_Return)
    assert workplace(window).pages.place.row_id == row.line.contract_id


def test_looking_from_a_typed_day_works_everything_out_for_that_day(window: MainWindow) -> None:
    page = attention(window)
    page.day_picker.control.setText("1/4/2025")  # type: ignore[attr-defined]
    assert workplace(window).desk.day == date(2025, 4, 1)
    assert "As at 1 April 2025" in page.facts.text()
    past = [page.table.rows.row_at(row).line for row in range(page.table.rows.rowCount())]
    assert [line.contract_reference for line in past if "Running past its end" in line.what] == ["SAMPLE-CN-A"]


def test_the_act_that_settles_an_option_is_to_extend(window: MainWindow) -> None:
    page = attention(window)
    offered = [each.accessibleName() for each in page.why.findChildren(QPushButton)]
    assert offered[0] == "Extend…"


def test_every_matter_has_what_settles_it() -> None:
    assert set(SETTLED_BY) == set(Matter)


def test_how_far_a_day_is_reads_as_people_say_it() -> None:
    day = date(2024, 1, 15)
    assert [how_far(by, day) for by in (None, day, date(2024, 1, 16), date(2023, 12, 31))] == [
        "",
        "today",
        "in 1 day",
        "15 days ago",
    ]
