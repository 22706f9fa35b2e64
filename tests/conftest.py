"""Round every test: Qt draws in memory, settings go to a folder of the test's own, and nothing is left behind."""

import logging
import os
import time
from collections.abc import Iterator

import pytest

from tests import guards

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

TIME_ZONES = ("Europe/London", "Pacific/Kiritimati", "America/Los_Angeles")
"""Home, fourteen hours ahead, and eight behind: a day computed through a clock differs in one of them."""


@pytest.fixture(scope="session", autouse=True)
def _own_settings(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """No test reads or writes the settings, data or logs of whoever runs it."""
    home = tmp_path_factory.mktemp("home")
    with pytest.MonkeyPatch.context() as patch:
        for name in ("CONFIG", "DATA", "STATE"):
            patch.setenv(f"XDG_{name}_HOME", str(home / name.lower()))
        yield


@pytest.fixture(scope="session", autouse=True)
def _no_network() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        guards.refuse_network(patch)
        yield


@pytest.fixture(autouse=True)
def _nothing_left() -> Iterator[None]:
    """A test ends the threads, processes and windows it began."""
    before = _running()
    yield
    left = {kind: now - before[kind] for kind, now in _running().items() if now - before[kind]}
    assert not left, f"left behind by this test: {left}"


def _running() -> dict[str, set[str]]:
    return {
        "threads": guards.threads(),
        "processes": {str(pid) for pid in guards.child_processes()},
        "windows": guards.visible_windows(),
    }


@pytest.fixture(autouse=True)
def _no_logged_warnings(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """A warning in the log fails the test, unless the test looked at it and cleared it with caplog.clear()."""
    yield
    records = [*caplog.get_records("setup"), *caplog.get_records("call")]
    logged = [record.getMessage() for record in records if record.levelno >= logging.WARNING]
    assert not logged, f"warnings in the log: {logged}"


@pytest.fixture(params=TIME_ZONES)
def time_zone(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """The test runs once in each of three time zones."""
    if not hasattr(time, "tzset"):
        pytest.skip("this system cannot change its time zone")
    monkeypatch.setenv("TZ", request.param)
    time.tzset()
    yield request.param
    monkeypatch.undo()
    time.tzset()
