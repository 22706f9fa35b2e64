"""The checks round every test see what they are there to see."""

import logging
import socket
import subprocess
import sys
import threading
import time

import pytest

from tests import guards


def test_a_connection_to_another_machine_is_refused() -> None:
    with pytest.raises(guards.NetworkUsed, match=r"192\.0\.2\.1"), socket.socket() as near_end:
        near_end.connect(("192.0.2.1", 80))


def test_a_look_up_of_another_machine_is_refused() -> None:
    with pytest.raises(guards.NetworkUsed, match=r"example\.org"):
        socket.getaddrinfo("example.org", 80)


def test_this_machine_may_talk_to_itself() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server, socket.create_connection(server.getsockname()) as near_end:
        assert near_end.getpeername() == server.getsockname()


def test_a_thread_left_running_is_seen() -> None:
    stop = threading.Event()
    left = threading.Thread(target=stop.wait, name="left running")
    left.start()
    try:
        assert "left running" in guards.threads()
    finally:
        stop.set()
        left.join()
    assert "left running" not in guards.threads()


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="processes are looked up in /proc")
def test_a_process_left_running_is_seen() -> None:
    with subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE) as left:
        assert left.pid in guards.child_processes()
        left.communicate(b"\n")
    assert left.pid not in guards.child_processes()


def test_a_warning_in_the_log_is_seen_and_may_be_cleared(caplog: pytest.LogCaptureFixture) -> None:
    logging.getLogger("db").warning("the backup folder is full")
    assert caplog.messages == ["the backup folder is full"]
    caplog.clear()
    assert not caplog.get_records("call")


def test_the_time_zone_changes_what_the_clock_calls_an_hour(time_zone: str) -> None:
    expected = {"Europe/London": 12, "Pacific/Kiritimati": 2, "America/Los_Angeles": 4}
    noon_in_winter = 1_736_942_400
    assert time.localtime(noon_in_winter).tm_hour == expected[time_zone]
