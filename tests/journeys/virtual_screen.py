"""A screen that nobody sees, real keys on it, and programs that tell how they stand."""

import json
import os
import select
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from time import monotonic, sleep

PATIENCE = 30.0
"""Seconds within which anything waited for must have come."""


@contextmanager
def virtual_screen() -> Iterator["Screen"]:
    """A screen of 1280 by 800 on a display of its own, with a window manager, and gone afterwards."""
    server = subprocess.Popen(
        ["Xvfb", "-screen", "0", "1280x800x24", "-displayfd", "1"], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    )
    assert server.stdout is not None
    env = {**os.environ, "DISPLAY": f":{server.stdout.readline().decode().strip()}"}
    manager = subprocess.Popen(["openbox"], env=env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        yield Screen(env)
    finally:
        for each in (manager, server):
            each.terminate()
            each.communicate()


class Screen:
    """Presses keys, and finds windows by their titles."""

    def __init__(self, env: Mapping[str, str]) -> None:
        self.env = dict(env)

    def press(self, *keys: str, times: int = 1) -> None:
        """Press keys one after another, all of them so many times."""
        self._xdotool("key", "--delay", "10", *(keys * times))

    def say(self, words: str) -> None:
        """Type words."""
        self._xdotool("type", "--delay", "10", words)

    def double_click(self, x: str, y: str) -> None:
        """Press the mouse twice at a point."""
        self._xdotool("mousemove", x, y, "click", "--repeat", "2", "--delay", "80", "1")

    def turn_to(self, title: str) -> None:
        """Wait for a window, and give it the keyboard."""
        deadline = monotonic() + PATIENCE
        while not (found := self._xdotool("search", "--onlyvisible", "--name", title, owed=False)):
            assert monotonic() < deadline, f"no window is called {title}"
            sleep(0.05)
        self._xdotool("windowactivate", "--sync", found[-1])

    def _xdotool(self, *words: str, owed: bool = True) -> list[str]:
        """What it says, by words: nothing where its success is not owed, as with windows that go meanwhile."""
        done = subprocess.run(
            ["xdotool", *words], env=self.env, check=owed, capture_output=True, text=True, timeout=PATIENCE
        )
        return done.stdout.split()


class Telling:
    """A program of ours that prints how it stands, a line of JSON whenever that changes."""

    def __init__(self, program: subprocess.Popen[bytes]) -> None:
        self._program = program
        self._unread = b""
        self.now: dict[str, object] = {}

    def until(self, **wanted: object) -> None:
        """Wait until it stands so."""
        deadline = monotonic() + PATIENCE
        while any(self.now.get(name) != value for name, value in wanted.items()):
            assert monotonic() < deadline, f"wanted {wanted}, and it stands {self.now}"
            self._read()

    def _read(self) -> None:
        assert self._program.stdout is not None
        pipe = self._program.stdout.fileno()
        if select.select([pipe], [], [], 1.0)[0]:
            told = os.read(pipe, 65536)
            assert told, "the program ended"
            *lines, self._unread = (self._unread + told).split(b"\n")
            for line in lines:
                self.now = json.loads(line)


@contextmanager
def telling(screen: Screen, module: str, folder: Path) -> Iterator[Telling]:
    """Run a module of ours on the screen, on what is in a folder."""
    env = {**screen.env, "QT_QPA_PLATFORM": "xcb"}
    running = subprocess.Popen(
        [sys.executable, "-m", module, folder], env=env, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    )
    try:
        yield Telling(running)
    finally:
        running.terminate()
        running.communicate()
