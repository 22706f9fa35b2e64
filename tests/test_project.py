"""What the project promises about itself: its top level, its two commands, the libraries it rests on, its words."""

import ast
import os
import re
import subprocess
import sys
import tomllib
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType

import pytest
from packaging.requirements import Requirement

from tests.sources import ROOMS, sources

PROJECT = Path(__file__).parent.parent
DESK = PROJECT / ".ci" / "desk.py"
AT_THE_TOP = {".ci", ".gitignore", "README.md", "pyproject.toml", "tests", *ROOMS}
READ_NOT_SAID = {"db/returns/figures.py"}
"""Holds the words that providers write in empty cells."""

HARSH = re.compile(r"\b(please|sorry|invalid|oops|forbidden)\b", re.IGNORECASE)

CALLS_THAT_GIVE_NOTHING = """
from PySide6.QtCore import QObject
thing = QObject()
for _ in range(20_000):
    thing.setObjectName("x")
"""


@pytest.fixture
def desk() -> ModuleType:
    """The script behind the README's two commands."""
    spec = spec_from_file_location("desk", DESK)
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def tracked() -> list[str]:
    """The files that git keeps."""
    listed = subprocess.run(["git", "ls-files"], cwd=PROJECT, capture_output=True, text=True, check=True)
    return listed.stdout.splitlines()


def test_nothing_else_stands_at_the_top() -> None:
    assert {path.split("/")[0] for path in tracked()} <= AT_THE_TOP


def test_no_module_grows_past_three_hundred_lines() -> None:
    lengths = {
        path: len((PROJECT / path).read_text("utf-8").splitlines()) for path in tracked() if path.endswith(".py")
    }
    assert {path: length for path, length in lengths.items() if length > 300} == {}


def test_the_readme_names_the_two_commands_that_exist() -> None:
    readme = (PROJECT / "README.md").read_text("utf-8")
    assert set(re.findall(r"^python3 \.ci/desk\.py (\w+)$", readme, re.MULTILINE)) == {"run", "test"}


@pytest.mark.parametrize("arguments", [[], ["dance"]])
def test_a_command_not_understood_says_which_there_are(arguments: list[str]) -> None:
    done = subprocess.run([sys.executable, str(DESK), *arguments], capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert "desk.py run" in done.stderr


def test_an_older_python_can_read_the_script_and_is_told_which_is_needed(
    desk: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    ast.parse(DESK.read_text("utf-8"), feature_version=(3, 9))
    monkeypatch.setattr(desk.sys, "version_info", (3, 9, 2, "final", 0))
    assert desk.main(["run"]) == 1
    assert "needs Python 3.11 or later, and this is Python 3.9" in capsys.readouterr().err


def test_without_administrators_rights_the_missing_packages_are_named(
    desk: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(desk.shutil, "which", lambda name: f"/usr/bin/{name}")
    monkeypatch.setattr(desk.os, "geteuid", lambda: 1000, raising=False)
    with pytest.raises(desk.Stop, match="sudo apt-get install -y libegl1 libgl1"):
        desk.install_system_packages(["libegl1", "libgl1"])


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="Qt brings its own libraries elsewhere")
def test_a_library_that_is_not_there_is_asked_for_by_its_package(desk: ModuleType) -> None:
    assert desk.missing_packages({"libc.so.6": "libc6", "libnowhere.so.9": "libnowhere9"})[-1:] == ["libnowhere9"]


def test_a_linux_without_a_display_has_no_screen(desk: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(desk.sys, "platform", "linux")
    for name in ("DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    assert not desk.has_screen()
    monkeypatch.setenv("DISPLAY", ":0")
    assert desk.has_screen()


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such mark")
def test_what_is_run_before_a_merge_can_be_run() -> None:
    assert os.access(PROJECT / ".ci" / "run", os.X_OK)


@pytest.mark.parametrize(
    ("python", "version", "allowed"),
    [
        ("3.11", "6.11.3", True),
        ("3.11", "6.12.0", False),
        ("3.11", "6.10.1", False),
        ("3.12", "6.12.0", True),
        ("3.12", "6.10.1", False),
    ],
)
def test_only_versions_of_qt_that_run_to_the_end_are_allowed(python: str, version: str, allowed: bool) -> None:
    named = tomllib.loads((PROJECT / "pyproject.toml").read_text("utf-8"))["project"]["dependencies"]
    wanted = [Requirement(each) for each in named if each.startswith("PySide6")]
    here = [each for each in wanted if each.marker is None or each.marker.evaluate({"python_version": python})]
    assert [each.specifier.contains(version) for each in here] == [allowed]


def test_twenty_thousand_calls_that_give_nothing_leave_python_standing() -> None:
    done = subprocess.run([sys.executable, "-c", CALLS_THAT_GIVE_NOTHING], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


def test_no_word_to_an_officer_blames_or_begs() -> None:
    helps = sorted((PROJECT / "resources").rglob("*.md"))
    said = [
        (source.path, text)
        for source in sources(PROJECT)
        for _, text in source.texts()
        if source.path not in READ_NOT_SAID
    ]
    said += [(path.name, path.read_text("utf-8")) for path in helps]
    assert [(where, found[0]) for where, text in said if (found := HARSH.search(text))] == []
