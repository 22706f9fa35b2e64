"""Words typed on a record survive the end of the window, of the register and of the program."""

import os
import signal
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from db.register import Register
from db.rules.decision import DecisionId
from desktop.drafts import Draft, Drafts
from desktop.main_window import MainWindow
from desktop.screens.screen import Place
from tests.desktop.acting import worker as worker
from tests.desktop.windows import Clock, opened, workplace
from tests.desktop.writing_page import AT, CONTROL, NUMBER, field, kept, manuscript, page, show
from tests.desktop.writing_page import window as window


def test_typed_words_are_a_draft_until_they_are_in_the_register(window: MainWindow, tmp_path: Path) -> None:
    screen = page(window)
    folder = tmp_path / "drafts"
    QTest.keyClicks(field(window, "text.comments"), "Nobody objected. ")
    screen.keeper.keep()
    [file] = folder.iterdir()
    assert b"Nobody objected. " in file.read_bytes()
    QTest.keyClick(screen, Qt.Key.Key_S, CONTROL)
    assert not list(folder.iterdir())


def leave_draft(window: MainWindow, tmp_path: Path) -> DecisionId:
    register = workplace(window).desk.register
    decision = register.decisions.get("22/00092")
    typed = {
        "reasons": "Words from before the crash",
        "makerPost": ["Cabinet Member"],
        "exemptionParagraphs": [False, True],
    }
    assert Drafts(tmp_path / "drafts").keep(register.path, decision.id, Draft(AT, typed))
    return decision.id


def test_words_from_before_a_crash_are_back_and_kept(window: MainWindow, tmp_path: Path) -> None:
    leave_draft(window, tmp_path)
    screen = show(window, "22/00092")
    assert screen.draft_bar.isVisible()
    decision, troubles = manuscript(window).written()
    assert not troubles
    assert decision.text.reasons == "Words from before the crash"
    assert decision.maker_post == "Cabinet Member"
    assert decision.exemption.paragraphs == (2,)
    QTest.keyClick(screen, Qt.Key.Key_S, CONTROL)
    assert kept(window, "22/00092").reasons == "Words from before the crash"
    assert not list((tmp_path / "drafts").iterdir())


def test_words_from_before_a_crash_can_be_left_out(window: MainWindow, tmp_path: Path) -> None:
    leave_draft(window, tmp_path)
    before = kept(window, "22/00092")
    screen = show(window, "22/00092")
    screen.draft_bar.acted.emit()
    assert not manuscript(window).changed()
    window.go(Place("register"))
    assert kept(window, "22/00092") == before
    assert not list((tmp_path / "drafts").iterdir())


CRASH = """
    from datetime import datetime, UTC
    from pathlib import Path
    from PySide6.QtTest import QTest
    from db.register import Register
    from desktop.app import application
    from desktop.main_window import MainWindow
    from desktop.screens.screen import Place
    from desktop.session import Session

    def main():
        app = application()
        folder = Path({folder!r})
        session = Session(folder / "settings.ini", lambda: datetime(2024, 1, 15, 9, 12, tzinfo=UTC))
        session.keep_officer("A. Officer", "Director")
        window = MainWindow(session, Register.open(folder / "Sample.register"))
        window.show()
        window.go(Place("writing", {decision!r}))
        screen = window.place.pages.currentWidget()
        screen.go_to("text.reasons")
        QTest.keyClicks(screen.window().focusWidget(), {words!r})
        while not list((folder / "drafts").glob("*.draft")):
            QTest.qWait(50)
        print("typed", flush=True)
        while True:
            QTest.qWait(1000)

    if __name__ == "__main__":
        main()
"""


@pytest.mark.skipif(os.name == "nt", reason="Windows ends a process in another way")
def test_what_was_typed_survives_a_killed_process(qapp: QApplication, tmp_path: Path, worker: None) -> None:
    words = "The council must meet the needs of unpaid carers, and this is how it does so. "
    with opened(tmp_path, Clock(AT)) as window:
        register = workplace(window).desk.register
        decision_id = register.decisions.get(NUMBER).id
    script = tmp_path / "crash.py"
    script.write_text(textwrap.dedent(CRASH).format(folder=str(tmp_path), decision=decision_id, words=words))
    typing = subprocess.Popen([sys.executable, script], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
                              env={**os.environ, "PYTHONPATH": os.getcwd()})  # fmt: skip
    try:
        assert typing.stdout is not None
        assert typing.stdout.readline() == b"typed\n"
    finally:
        typing.send_signal(signal.SIGKILL)
        typing.communicate()
    draft = Drafts(tmp_path / "drafts").find(tmp_path / "Sample.register", decision_id)
    assert draft is not None
    assert draft.typed["reasons"].startswith(words.strip())


def test_another_register_takes_nothing_of_what_was_typed_for_this_one(window: MainWindow, tmp_path: Path) -> None:
    QTest.keyClicks(field(window, "text.reasons"), "Mine. ")
    window.furniture.show_register(Register.create(tmp_path / "Other.register"))
    with Register.open(tmp_path / "Sample.register") as before:
        assert before.decisions.get(NUMBER).text.reasons.startswith("Mine. ")
