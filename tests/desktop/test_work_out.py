"""The calculator for days: the answer and its working as soon as enough is known."""

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtWidgets import QPushButton

from db.rules.calculations import CALCULATIONS
from desktop.main_window import MainWindow
from desktop.screens.work_out import WorkOutDialog
from tests.desktop.walks import clashes, unnamed
from tests.desktop.windows import window, workplace

__all__ = ["window"]


@pytest.fixture
def dialog(window: MainWindow) -> Iterator[WorkOutDialog]:
    made = WorkOutDialog(workplace(window).desk, window)
    made.show()
    yield made
    made.close()
    made.deleteLater()


def test_three_months_notice_is_worked_out_as_it_is_typed(dialog: WorkOutDialog) -> None:
    dialog.day.write(date(2025, 10, 2))
    dialog.length.write("3")
    assert dialog.answer.text() == "Friday 2 January 2026"
    assert "Dodds v Walker" in dialog.working.text()
    dialog.unit.write("weeks")
    assert dialog.answer.text() == "Thursday 23 October 2025"


def test_served_today_by_first_class_post_says_which_day_and_why(dialog: WorkOutDialog) -> None:
    dialog.what.write("deemed_service")
    dialog.day.write(date(2026, 12, 23))
    assert dialog.answer.text() == "Tuesday 29 December 2026"
    assert "Christmas Day" in dialog.working.text()


def test_an_email_asks_for_its_time_and_counts_by_it(dialog: WorkOutDialog) -> None:
    dialog.what.write("deemed_service")
    dialog.variant.write("email_clause_1700")
    dialog.day.write(date(2026, 3, 2))
    assert "Give the time it was sent" in dialog.working.text()
    dialog.time.write("17:05")
    assert dialog.answer.text() == "Tuesday 3 March 2026"
    dialog.time.write("five")
    assert "such as 16:30" in dialog.working.text()


def test_a_day_or_a_length_that_cannot_be_read_is_said_in_place_of_an_answer(dialog: WorkOutDialog) -> None:
    dialog.length.write("three")
    assert dialog.answer.text() == "–"
    assert "whole number" in dialog.working.text()
    dialog.length.write("3")
    dialog.day.write(None)
    assert dialog.working.text() == "Enter the day."


@pytest.mark.parametrize("name", CALCULATIONS)
def test_each_calculation_has_an_answer_or_asks_for_what_it_lacks(dialog: WorkOutDialog, name: str) -> None:
    dialog.what.write(name)
    dialog.day.write(date(2026, 3, 31))
    if dialog.time.isVisible():
        dialog.time.write("10:00")
    assert dialog.answer.text() != "–", dialog.working.text()
    assert dialog.working.text()


def test_it_is_in_the_view_menu_and_touches_nothing(window: MainWindow) -> None:
    place = workplace(window)
    before = place.desk.register.content_hash()
    next(each for each in place.commands if each.name == "workOut").do()
    found = window.findChild(WorkOutDialog)
    assert found is not None
    assert (unnamed(found), clashes(found)) == ([], {})
    close = found.findChild(QPushButton, "workOutClose")
    assert close is not None
    close.click()
    assert not found.isVisible()
    assert place.desk.register.content_hash() == before
