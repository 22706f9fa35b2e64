"""What a test may leave behind and whom it may talk to: the checks that conftest.py makes round every test."""

import socket
import sys
import threading
from multiprocessing import resource_tracker
from pathlib import Path
from typing import Any

NEAR = ("127.0.0.1", "::1", "localhost", "")


class NetworkUsed(AssertionError):
    """A test tried to reach another machine."""


def threads() -> set[str]:
    """The threads that run now, the main one aside."""
    return {each.name for each in threading.enumerate() if each is not threading.main_thread()}


def child_processes() -> set[int]:
    """The processes this one has started and that still run; Python's own resource tracker aside. Linux only."""
    tasks = Path("/proc/self/task")
    if not tasks.exists():
        return set()
    listed = " ".join(each.read_text() for each in tasks.glob("*/children"))
    tracker = getattr(resource_tracker, "_resource_tracker")._pid  # noqa: B009
    return {int(pid) for pid in listed.split() if int(pid) != tracker and _runs(pid)}


def visible_windows() -> set[str]:
    """The windows on screen now, if Qt was ever imported."""
    widgets = sys.modules.get("PySide6.QtWidgets")
    if widgets is None or widgets.QApplication.instance() is None:
        return set()
    return {
        f"{type(each).__name__} {each.objectName()} {each.windowTitle()}"
        for each in widgets.QApplication.topLevelWidgets()
        if each.isVisible()
    }


def refuse_network(monkeypatch: Any) -> None:
    """Make every connection to another machine fail with its address."""
    for name in ("connect", "connect_ex", "sendto"):
        monkeypatch.setattr(socket.socket, name, _guarded(getattr(socket.socket, name)))
    look_up = socket.getaddrinfo

    def near_only(host: Any, *arguments: Any, **named: Any) -> Any:
        _require_near(host)
        return look_up(host, *arguments, **named)

    monkeypatch.setattr(socket, "getaddrinfo", near_only)


def _guarded(original: Any) -> Any:
    def near_only(self: socket.socket, *arguments: Any) -> Any:
        if self.family in (socket.AF_INET, socket.AF_INET6):
            _require_near(arguments[-1][0])
        return original(self, *arguments)

    return near_only


def _require_near(host: Any) -> None:
    name = host.decode() if isinstance(host, bytes) else host
    if name is not None and name not in NEAR:
        raise NetworkUsed(f"A test tried to reach {name}. Tests use no network.")


def _runs(pid: str) -> bool:
    try:
        stat = Path(f"/proc/{pid}/stat").read_text()
    except FileNotFoundError:
        return False
    return stat.rpartition(")")[2].split()[0] != "Z"
