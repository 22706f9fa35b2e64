"""One writer at a time; whoever comes second reads and is told who writes; a writer who dies leaves nothing locked."""

import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from db.errors import ReadOnlyRegister
from db.operations.providers import add_provider
from db.register import Register
from tests.operations.beginnings import begin, officer

HOME = Path(__file__).parents[2]
NOBODY = 65534


@pytest.fixture
def path(tmp_path: Path) -> Path:
    with Register.create(tmp_path / "office.register") as register:
        begin(register)
    return tmp_path / "office.register"


@contextmanager
def elsewhere(path: Path, user: int | None = None) -> Iterator[tuple[subprocess.Popen[str], dict[str, Any]]]:
    """Another process that has the register open, and what it told."""
    command = [sys.executable, "-m", "tests.store.elsewhere", str(path), *([str(user)] if user else [])]
    with subprocess.Popen(
        command, cwd=HOME, text=True, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        line = process.stdout.readline()
        assert line, process.stderr.read()
        try:
            yield process, json.loads(line)
        finally:
            process.kill()


def test_the_second_to_open_reads_and_is_told_who_writes(path: Path) -> None:
    with elsewhere(path) as (process, told):
        assert told["wrote"] == "Added provider Written elsewhere"
        with Register.open(path) as register:
            assert f"(process {process.pid})" in register.read_only_because
            assert register.providers.find("Written elsewhere") is not None
            with pytest.raises(ReadOnlyRegister, match="open for writing by"):
                add_provider(register, officer(), "Harbour")


def test_two_in_one_process_are_two(path: Path) -> None:
    with Register.open(path) as first, Register.open(path) as second:
        assert first.read_only_because == ""
        assert f"(process {os.getpid()})" in second.read_only_because


def test_the_same_register_by_another_name_is_the_same(path: Path) -> None:
    link = path.with_name("shortcut.register")
    link.symlink_to(path)
    with Register.open(path), Register.open(link) as second:
        assert second.read_only


def test_after_a_writer_is_killed_the_next_may_write_at_once(path: Path) -> None:
    with elsewhere(path) as (process, _):
        process.kill()
        process.wait()
        assert path.with_name("office.register.lock").exists()
        with Register.open(path) as register:
            assert register.read_only_because == ""
            assert register.providers.find("Written elsewhere") is not None
            add_provider(register, officer(), "Harbour")
            assert register.check() == ()


def test_letting_go_lets_the_next_write_and_leaves_no_lock(path: Path) -> None:
    Register.open(path).close()
    with Register.open(path) as register:
        assert not register.read_only
    assert [each.name for each in path.parent.iterdir()] == ["office.register"]


def test_a_register_that_is_refused_is_not_left_locked(path: Path) -> None:
    whole = path.read_bytes()
    path.write_bytes(whole[:9000])
    with pytest.raises(Exception, match="damaged"):
        Register.open(path)
    path.write_bytes(whole)
    with Register.open(path) as register:
        assert not register.read_only


def test_a_lock_that_cannot_be_made_means_reading(path: Path) -> None:
    path.with_name("office.register.lock").mkdir()
    with Register.open(path) as register:
        assert "cannot be locked" in register.read_only_because


@pytest.fixture
def shared(path: Path) -> Iterator[Path]:
    """A register that everybody may write to, in a folder that everybody may write to."""
    folder = Path(tempfile.mkdtemp())
    copy = Path(shutil.copy(path, folder / "office.register"))
    folder.chmod(0o777)
    copy.chmod(0o666)
    yield copy
    folder.chmod(0o700)
    shutil.rmtree(folder)


@contextmanager
def as_somebody(shared: Path) -> Iterator[dict[str, Any]]:
    """What a user without special powers may do; root may write everything, so root becomes nobody."""
    with elsewhere(shared, NOBODY if os.geteuid() == 0 else None) as (_, told):
        yield told


def test_anybody_may_write_where_nothing_forbids_it(shared: Path) -> None:
    with as_somebody(shared) as told:
        assert (told["because"], told["wrote"]) == ("", "Added provider Written elsewhere")


def test_a_read_only_file_opens_for_reading_and_says_why(shared: Path) -> None:
    shared.chmod(0o444)
    with as_somebody(shared) as told:
        assert told["contracts"] == 2
        assert told["because"] == "“office.register” is a read-only file, so it was opened for reading."
        assert told["wrote"] == f"{told['because']} Nothing was changed."


def test_a_read_only_folder_opens_for_reading_and_says_why(shared: Path) -> None:
    shared.parent.chmod(0o555)
    with as_somebody(shared) as told:
        assert told["contracts"] == 2
        assert told["because"].startswith("The folder of “office.register” is read-only")
        assert [each.name for each in shared.parent.iterdir()] == ["office.register"]


def test_a_lock_left_by_another_user_means_reading(shared: Path) -> None:
    lock = shared.with_name("office.register.lock")
    lock.write_text("{}")
    lock.chmod(0o000)
    with as_somebody(shared) as told:
        assert "cannot be locked (Permission denied)" in told["because"]
