"""The settings: kept for the officer, used at once."""

from datetime import date

from PySide6.QtWidgets import QLineEdit, QWidget

from db.rules.attention_line import Matter
from db.rules.council import Council
from db.rules.decision_rules import rules_from
from db.rules.money import Pence
from desktop.look.palette import Scheme
from desktop.look.theme import theme
from desktop.main_window import MainWindow
from desktop.screens.screen import Place
from desktop.screens.settings import SettingsScreen
from desktop.session import Session
from tests.desktop.windows import Clock, window, workplace

__all__ = ["window"]


def settings(window: MainWindow) -> SettingsScreen:
    """The settings, in view."""
    window.go(Place("settings"))
    page = workplace(window).pages.currentWidget()
    assert isinstance(page, SettingsScreen)
    return page


def test_a_name_and_post_are_kept_for_the_next_start(window: MainWindow) -> None:
    page = settings(window)
    page.officer.write("B. Officer")
    page.post.write("Senior commissioner")
    page.save.click()
    officer = Session(window.session.path, Clock()).officer
    assert officer is not None
    assert (officer.name, officer.post) == ("B. Officer", "Senior commissioner")
    assert page.kept.text().startswith("Saved.")


def test_a_post_left_empty_is_asked_for_and_nothing_is_kept(window: MainWindow) -> None:
    page = settings(window)
    page.post.write("")
    page.save.click()
    assert page.post.shown_problem == "Enter your post"
    assert window.session.officer is not None
    assert window.session.officer.post == "Commissioning officer"


def test_colours_and_text_size_change_at_once_and_are_kept(window: MainWindow) -> None:
    page = settings(window)
    page.scheme.write(Scheme.DARK)
    page.text_size.write(1.5)
    assert theme().tokens.dark
    assert (window.session.scheme, window.session.text_size) == (Scheme.DARK, 1.5)


def test_the_backups_folder_is_named_and_opens_once_there_is_one(window: MainWindow) -> None:
    page = settings(window)
    assert "Sample backups" in page.backups.text()
    assert not page.open_folder.isEnabled()
    workplace(window).back_up()
    page.load()
    assert page.open_folder.isEnabled()


def test_a_step_changed_and_saved_moves_the_days_of_every_contract(window: MainWindow) -> None:
    page, desk = settings(window), workplace(window).desk
    contract = desk.register.contracts.get("SAMPLE-CN-A")
    before = desk.diary().runway_to(contract.id, date(2023, 12, 31))[1]
    page.steps.kind.write("Key decision")
    length = page.steps.steps.cell(0, 1)
    assert isinstance(length, QLineEdit)
    length.setText("40")
    page.steps.save.click()
    after = desk.diary().runway_to(contract.id, date(2023, 12, 31))[1]
    assert before is not None
    assert after is not None
    assert before.start_by is not None
    assert after.start_by is not None
    assert after.start_by < before.start_by
    assert after.decide_by == before.decide_by
    page.steps.restore.click()
    assert desk.diary().runway_to(contract.id, date(2023, 12, 31))[1] == before


def test_a_step_without_a_number_is_refused_in_words_and_nothing_is_kept(window: MainWindow) -> None:
    page, desk = settings(window), workplace(window).desk
    before = desk.register.content_hash()
    length = page.steps.steps.cell(1, 1)
    assert isinstance(length, QLineEdit)
    length.setText("a while")
    page.steps.save.click()
    said = " ".join(each.text() for each in page.steps.form.summary.findChildren(QWidget) if hasattr(each, "text"))
    assert "as a whole number, such as 28" in said
    assert desk.register.content_hash() == before


def test_the_usual_kind_of_decision_is_kept_as_soon_as_it_is_chosen(window: MainWindow) -> None:
    page = settings(window)
    assert page.steps.usual.read() == "Key decision"
    page.steps.usual.write("Officer decision")
    assert workplace(window).desk.diary().usual_runway == "Officer decision"


def test_a_lead_time_saved_is_in_force_for_every_contract(window: MainWindow) -> None:
    page, desk = settings(window), workplace(window).desk
    page.leads.fields[Matter.ENDING].write("60, 30")
    page.leads.save.click()
    assert desk.diary().times.of(Matter.ENDING, None) == (60, 30)
    assert desk.register.journal.next_undo() is not None


def test_a_lead_time_beyond_two_years_is_refused_and_stays_as_typed(window: MainWindow) -> None:
    page, desk = settings(window), workplace(window).desk
    page.leads.fields[Matter.ENDING].write("900")
    page.leads.save.click()
    assert desk.diary().times.of(Matter.ENDING, None) == (365, 180, 90)
    assert page.leads.fields[Matter.ENDING].read() == "900"


def test_the_council_and_what_its_decisions_are_held_to_are_kept_in_the_register(window: MainWindow) -> None:
    page = settings(window)
    council, register = page.council, page.desk.register
    assert council.name.read() == "Kent County Council"
    council.name.write("Example Council")
    council.template.write("generic")
    council.days.write("seven")
    council.save.click()
    assert "whole number, such as 5" in council.form.summary.lines[0].text()
    assert register.decisions.council() == Council(), "nothing is half kept"
    council.threshold.write(Pence(500_000_00))
    council.days.write("7")
    council.save.click()
    rules = rules_from(register.diaries.settings())
    assert (rules.key_threshold, rules.call_in.working_days) == (Pence(500_000_00), 7)
    assert register.decisions.council() == Council("Example Council", "generic")
