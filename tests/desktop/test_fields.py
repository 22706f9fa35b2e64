"""Facts about filling in: what is typed stays, what is wrong is said where it is, and Esc changes nothing."""

from collections.abc import Iterator, Sequence
from datetime import date

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCalendarWidget, QCheckBox, QLabel, QLineEdit, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from db.rules.money import Pence
from db.rules.refusal import Refusal
from desktop.fields.choice_fields import ChoiceField, TickField, TicksField
from desktop.fields.date_field import DateField
from desktop.fields.form import Problem
from desktop.fields.form_dialog import FormDialog
from desktop.fields.money_field import MoneyField
from desktop.fields.text_fields import LongTextField, TextField
from desktop.look.palette import Scheme
from desktop.look.theme import theme

FORBIDDEN = ("please", "sorry", "invalid", "oops", "forbidden")


class Extending(FormDialog[tuple[date | None, date | None]]):
    """A dialog with one of every field."""

    def __init__(self) -> None:
        super().__init__("Extend 3 contracts", "&Extend 3 contracts", intro="By an option.")
        add = self.form.add
        self.decision = add(ChoiceField("decision", "&Decision", [("d", "22/00092")], missing="Choose the decision"))
        self.first = add(DateField("firstDay", "&First day", missing="Enter the first day"))
        self.last = add(DateField("lastDay", "&Last day"))
        self.value_field = add(MoneyField("value", "&Value"))
        self.title = add(TextField("title", "&Title", missing="Enter the title"))
        self.notes = add(LongTextField("notes", "&Notes", missing="Enter a note"))
        self.parts = add(TicksField("parts", "Parts", [(1, "A & B"), (2, "C")], missing="Choose a part"))
        self.signed = add(TickField("signed", "It was &signed"))

    def rules(self) -> Sequence[Problem]:
        first, last = self.first.read(), self.last.read()
        if first and last and last < first:
            return [(self.last, "The last day must be the same as or after the first")]
        return []

    def value(self) -> tuple[date | None, date | None]:
        if self.title.read() == "refuse":
            raise Refusal("The option was used already. Choose the next one.")
        return self.first.read(), self.last.read()

    def fill(self) -> None:
        self.decision.write("d")
        self.first.control.setFocus()
        self.first.write(date(2024, 4, 1))
        self.title.write("Second option")
        self.notes.write("As agreed")
        self.findChild(QCheckBox, "parts0").setChecked(True)  # type: ignore[union-attr]


@pytest.fixture
def dialog(qtbot: QtBot) -> Iterator[Extending]:
    made = Extending()
    qtbot.addWidget(made)
    made.open()
    yield made
    made.close()


def type_in(field: DateField | MoneyField, text: str) -> None:
    line = field.control
    assert isinstance(line, QLineEdit)
    field.focus()
    line.clear()
    QTest.keyClicks(line, text)


@pytest.mark.parametrize("text", ["31/3/2025", "31 3 2025", "31 March 2025", "31 mar 2025", "2025-03-31"])
def test_a_day_is_read_as_it_was_typed_and_kept_so(dialog: Extending, text: str) -> None:
    type_in(dialog.first, text)
    assert dialog.first.read() == date(2025, 3, 31)
    assert dialog.first.control.property("text") == text


def test_under_a_day_stands_how_it_was_understood(dialog: Extending) -> None:
    type_in(dialog.first, "31/3/25")
    assert shown(dialog.first) == set()
    type_in(dialog.first, "31/3/2025")
    assert shown(dialog.first) == {"Monday 31 March 2025"}


def test_a_day_that_cannot_be_is_told_on_leaving_and_kept(dialog: Extending) -> None:
    type_in(dialog.first, "31 2 2025")
    assert dialog.first.shown_problem == ""
    QTest.keyClick(dialog.first.control, Qt.Key.Key_Tab)
    assert "must be a real date" in dialog.first.shown_problem
    assert dialog.first.control.property("text") == "31 2 2025"
    assert dialog.first.control.accessibleDescription().startswith(dialog.first.shown_problem)
    QTest.keyClick(dialog.first.control, Qt.Key.Key_End)
    QTest.keyClick(dialog.first.control, Qt.Key.Key_1)
    assert dialog.first.shown_problem == ""


def test_a_day_may_be_left_empty_where_none_is_needed(dialog: Extending) -> None:
    assert dialog.last.read() is None
    assert dialog.last.problem() == ""
    assert dialog.first.problem() == "Enter the first day"


@pytest.mark.qt_log_ignore("grabbing the keyboard", extend=True)
def test_the_calendar_only_helps(dialog: Extending, qtbot: QtBot) -> None:
    dialog.first.write(date(2025, 2, 1))
    button = dialog.first.findChild(QToolButton, "firstDayCalendar")
    assert button is not None
    assert button.accessibleName() == "Choose first day from a calendar"
    button.click()
    popup = dialog.first.findChild(QWidget, "calendarPopup")
    assert popup is not None
    calendar = popup.findChild(QCalendarWidget)
    assert calendar is not None
    assert calendar.selectedDate() == QDate(2025, 2, 1)
    with qtbot.waitSignal(popup.destroyed):
        calendar.clicked.emit(QDate(2025, 3, 31))
    assert dialog.first.read() == date(2025, 3, 31)


def test_money_is_understood_to_the_penny_beyond_any_spin_box(dialog: Extending) -> None:
    type_in(dialog.value_field, "123456789.01")
    assert dialog.value_field.read() == 12_345_678_901
    assert shown(dialog.value_field) == {"£123,456,789.01"}
    dialog.value_field.write(Pence(84_882_900))
    assert dialog.value_field.control.property("text") == "£848,829"
    assert shown(dialog.value_field) == set()


def test_an_empty_form_names_every_gap_in_the_same_words_twice(dialog: Extending) -> None:
    dialog.act_button.click()
    missing = ["Choose the decision", "Enter the first day", "Enter the title", "Enter a note", "Choose a part"]
    assert [line.text() for line in dialog.form.summary.lines] == missing
    assert [field.shown_problem for field in dialog.form.fields if field.shown_problem] == missing
    assert dialog.answered is None
    assert dialog.focusWidget() is dialog.form.summary


def test_each_line_of_the_summary_leads_to_its_field(dialog: Extending) -> None:
    dialog.act_button.click()
    wrong = [field for field in dialog.form.fields if field.shown_problem]
    for line, field in zip(list(dialog.form.summary.lines), wrong, strict=True):
        QTest.keyClick(line, Qt.Key.Key_Return)
        at = dialog.focusWidget()
        assert at is field.control or field.control.isAncestorOf(at)


def test_what_is_wrong_between_fields_is_told_at_the_field(dialog: Extending) -> None:
    dialog.fill()
    dialog.last.write(date(2024, 3, 31))
    dialog.act_button.click()
    assert dialog.last.shown_problem == "The last day must be the same as or after the first"
    assert dialog.answered is None


def test_a_refusal_is_told_in_the_summary_and_nothing_is_lost(dialog: Extending) -> None:
    dialog.fill()
    dialog.title.write("refuse")
    dialog.act_button.click()
    assert [line.text() for line in dialog.form.summary.lines] == ["The option was used already. Choose the next one."]
    assert dialog.title.read() == "refuse"
    assert dialog.isVisible()


def test_a_form_that_stands_gives_its_value_back(dialog: Extending, qtbot: QtBot) -> None:
    dialog.fill()
    with qtbot.waitSignal(dialog.given) as heard:
        dialog.act_button.click()
    assert heard.args == [(date(2024, 4, 1), None)]
    assert not dialog.isVisible()


def test_escape_gives_nothing_back(dialog: Extending) -> None:
    dialog.fill()
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.answered is None
    assert not dialog.isVisible()


def test_the_act_is_named_on_its_button(dialog: Extending) -> None:
    dialog.name_act("E&xtend 1 contract", enabled=False)
    assert dialog.act_button.accessibleName() == "Extend 1 contract"
    assert not dialog.act_button.isEnabled()


def test_every_control_has_a_name_and_every_label_its_control(dialog: Extending) -> None:
    controls = [each for each in dialog.findChildren(QWidget) if each.focusPolicy() & Qt.FocusPolicy.TabFocus]
    unnamed = [f"{type(each).__name__} {each.objectName()}" for each in controls if not each.accessibleName()]
    assert [each for each in unnamed if "errorSummary" not in each] == []
    assert all(field.control.objectName() == field.name for field in dialog.form.fields)
    buddies = {each.buddy() for each in dialog.findChildren(QLabel) if each.buddy()}
    assert {field.control for field in dialog.form.fields} == buddies


def test_optional_fields_say_so(dialog: Extending) -> None:
    titles = {each.buddy().objectName(): each.text() for each in dialog.findChildren(QLabel) if each.buddy()}
    assert titles["lastDay"] == "&Last day (optional)"
    assert titles["firstDay"] == "&First day"


def test_choices_can_be_offered_anew_and_nothing_is_chosen_for_the_officer(dialog: Extending) -> None:
    assert dialog.decision.read() is None
    dialog.decision.offer([("e", "OD.24.00002")], "e")
    assert dialog.decision.read() == "e"


def test_ticks_are_read_in_the_order_offered(dialog: Extending) -> None:
    for number in (1, 0):
        dialog.findChild(QCheckBox, f"parts{number}").setChecked(True)  # type: ignore[union-attr]
    assert dialog.parts.read() == (1, 2)
    assert dialog.signed.read() is False


def test_double_type_clips_no_label_and_no_control(dialog: Extending, qtbot: QtBot) -> None:
    theme().apply(Scheme.LIGHT, 2)
    dialog.resize(dialog.sizeHint())

    def nothing_is_clipped() -> None:
        assert [
            f"{type(each).__name__} {each.objectName()} {each.size()} < {each.minimumSizeHint()}"
            for each in dialog.findChildren(QWidget)
            if each.isVisible() and each.size().expandedTo(each.minimumSizeHint()) != each.size()
        ] == []

    qtbot.waitUntil(nothing_is_clipped)


def test_no_word_blames_or_begs(dialog: Extending) -> None:
    dialog.act_button.click()
    words = " ".join(each.text() for each in dialog.findChildren(QLabel)).lower()
    assert [word for word in FORBIDDEN if word in words] == []


def shown(field: DateField | MoneyField) -> set[str]:
    helped = {
        each.text() for each in field.findChildren(QLabel) if each.property("role") == "quiet" and each.isVisible()
    }
    return {words for words in helped if not words.startswith("For example")}
