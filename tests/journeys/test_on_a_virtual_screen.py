"""The journey from a lapsing option to a signed record by real keys and mouse, in a process of its own under Xvfb."""

import os
import shutil
import subprocess
import sys
import textwrap
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from db.register import Register
from exports.signatures.identity import new_identity
from exports.signatures.passphrase import Passphrase
from exports.signatures.verification import Verdict
from exports.signatures.verifying import verify
from tests.exports.pdf_reading import text
from tests.journeys.test_from_lapsing_to_signed import AT, FACTS, MOST, NUMBER, WORDS, wound_back
from tests.journeys.virtual_screen import Screen, virtual_screen

NEEDED = ("Xvfb", "xdotool", "openbox")
PROGRAM = """
    from datetime import UTC, datetime
    from pathlib import Path
    from db.register import Register
    from db.rules.attention import Matter
    from desktop.app import application
    from desktop.main_window import MainWindow
    from desktop.screens.attention import AttentionScreen
    from desktop.session import Session

    def main():
        app = application()
        folder = Path({folder!r})
        session = Session(folder / "settings.ini", lambda: datetime(2024, 1, 15, 9, 2, tzinfo=UTC))
        window = MainWindow(session, Register.open(folder / "January.register"))
        window.resize(1280, 760)
        window.show()

        def place():
            table = window.findChild(AttentionScreen).table
            rows = [table.rows.row_at(row) for row in range(table.rows.rowCount())]
            at = next(number for number, each in enumerate(rows) if each.line.matter is Matter.OPTION)
            spot = table.viewport().mapToGlobal(table.visualRect(table.model().index(at, 1)).center())
            return f"{{spot.x()}} {{spot.y()}}"

        def tell(_before, now):
            if now is not None:
                print(f"{{now.objectName()}} of {{now.window().objectName()}}: {{place()}}", flush=True)

        app.focusChanged.connect(tell)
        app.exec()

    if __name__ == "__main__":
        main()
"""


class Hands:
    """Presses keys and the mouse through the X server, and counts what is not prose or passphrase."""

    def __init__(self, screen: Screen, program: subprocess.Popen[bytes]) -> None:
        self.chords = 0
        self._screen, self._program = screen, program

    def press(self, keys: str, until: str = "") -> None:
        """Press a chord, and wait until the keyboard is somewhere."""
        self.chords += 1
        self._screen.press(keys)
        self.await_keyboard(until)

    def say(self, words: str) -> None:
        self._screen.say(words)

    def double_click(self, x: str, y: str, until: str) -> None:
        self.chords += 1
        self._screen.double_click(x, y)
        self.await_keyboard(until)

    def await_keyboard(self, where: str) -> str:
        """Wait until the keyboard is in a control of a name, or a window of one; what the program tells then."""
        told = ""
        while where and where not in told.partition(":")[0]:
            assert self._program.stdout is not None
            told = self._program.stdout.readline().decode()
            assert told, f"the program ended before the keyboard was in {where}"
        return told.partition(":")[2]


@pytest.fixture
def screen() -> Iterator[Screen]:
    with virtual_screen() as made:
        yield made


@pytest.fixture
def program(screen: Screen, tmp_path: Path) -> Iterator[subprocess.Popen[bytes]]:
    register, decision = wound_back(tmp_path / "January.register")
    register.close()
    key = tmp_path / "mine.p12"
    key.write_bytes(
        new_identity(decision.maker_name, decision.maker_post, "", Passphrase(WORDS), AT - timedelta(days=10))
    )
    settings = (
        f"[officer]\nname = {decision.maker_name}\npost = {decision.maker_post}\n[choices]\ncertificate = {key}\n"
    )
    (tmp_path / "settings.ini").write_text(settings, "utf-8")
    script = tmp_path / "program.py"
    script.write_text(textwrap.dedent(PROGRAM).format(folder=str(tmp_path)), "utf-8")
    env = {**screen.env, "QT_QPA_PLATFORM": "xcb", "PYTHONPATH": os.getcwd()}
    running = subprocess.Popen([sys.executable, script], env=env, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    yield running
    running.terminate()
    running.communicate()


@pytest.mark.skipif(not all(map(shutil.which, NEEDED)), reason="needs Xvfb, xdotool and openbox")
def test_real_keys_and_a_real_mouse_lead_from_attention_to_a_signed_record(
    screen: Screen, program: subprocess.Popen[bytes], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    hands = Hands(screen, program)
    x, y = hands.await_keyboard("mainWindow").split()
    hands.double_click(x, y, until="backButton")
    hands.press("alt+x", until="ExtendDialog")
    hands.press("Return", until="recordSections")
    hands.press("F8", until="reasons")
    hands.say("The duty under the Care Act is met by it.")
    hands.press("F8", until="alternatives")
    hands.say("No alternatives were considered.")
    hands.press("F8", until="conflicts")
    hands.say("None")
    hands.press("F8", until="forPublication")
    hands.press("y")
    hands.press("ctrl+shift+s", until="passphrase")
    hands.say(WORDS)
    hands.press("Return", until="SignedDialog")
    hands.press("Escape", until="mainWindow")
    program.terminate()
    program.wait()
    with Register.open(tmp_path / "January.register") as register:
        kept = register.decisions.get(NUMBER)
        content = register.decisions.signed_record(kept.signed_files[0].sha256)
    assert verify(content, AT).verdict is Verdict.INTACT
    assert [fact for fact in FACTS if fact not in " ".join(text(content).split())] == []
    with capsys.disabled():
        sys.stdout.write(f"\n{hands.chords} clicks and key chords on a virtual screen\n")
    assert hands.chords <= MOST
