"""The program as it is started: a window or a command, whatever the machine's language."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from desktop import __main__ as program

PROJECT = Path(program.__file__).parent.parent


def start(*words: object, **variables: str) -> subprocess.CompletedProcess[bytes]:
    """Start the program in a process of its own."""
    command = [sys.executable, "-m", "desktop", *map(str, words)]
    return subprocess.run(command, cwd=PROJECT, env={**os.environ, **variables}, capture_output=True, check=False)


@pytest.mark.parametrize(
    ("words", "is_register"),
    [(["a.register"], True), (["./a"], True), (["attention"], False), (["--help"], False), (["sample", "a"], False)],
)
def test_one_file_opens_the_window_and_anything_else_is_a_command(words: list[str], is_register: bool) -> None:
    assert program.is_register(words) is is_register


def test_a_file_without_an_ending_is_opened_when_it_is_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert not program.is_register(["contracts"])
    (tmp_path / "contracts").touch()
    assert program.is_register(["contracts"])


def test_the_window_is_opened_on_the_register_named(monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[Path | None] = []

    def opens(file: Path | None) -> int:
        opened.append(file)
        return 0

    monkeypatch.setattr(program, "open_window", opens)
    assert program.main([]) == 0
    assert program.main(["a.register"]) == 0
    assert opened == [None, Path("a.register")]


def test_a_start_does_not_load_what_only_commands_need() -> None:
    ask = (
        "import sys; from desktop import __main__ as program; program.open_window = lambda file: 0;"
        "program.main(['a.register']); print(sorted({'click', 'openpyxl', 'reportlab'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", ask], cwd=PROJECT, capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


def test_commands_load_no_qt_and_nothing_that_only_one_of_them_needs() -> None:
    heavy = ("PySide6", "openpyxl", "reportlab", "sqlite_utils", "pyhanko", "pypdfium2")
    ask = f"import sys, desktop.commands; print(sorted(set({heavy}) & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", ask], cwd=PROJECT, capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only a Linux is known to have no screen")
def test_without_a_screen_a_sentence_says_what_to_do(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    assert program.main([]) == 1
    assert "contract-desk tour FOLDER" in capsys.readouterr().err


def test_a_command_is_done_refused_or_not_understood_by_its_exit_status(sample: Path) -> None:
    assert start("show", sample, "SAMPLE-CN-A").returncode == 0
    refused = start("show", sample, "nothing")
    assert (refused.returncode, refused.stdout) == (1, b"")
    assert refused.stderr.decode().startswith("No contract has the reference “nothing”.")
    assert start("show").returncode == 2


@pytest.mark.parametrize(
    "language", [{"LC_ALL": "C"}, {"LC_ALL": "POSIX", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}]
)
def test_pounds_and_dashes_are_utf_8_on_any_machine(sample: Path, language: dict[str, str]) -> None:
    page = start("show", sample, "SAMPLE-CN-A", "--on", "15/1/2024", **language)
    assert page.returncode == 0
    assert "£848,829" in page.stdout.decode("utf-8")
    sentence = start("show", sample, "x", **language)
    assert sentence.returncode == 1
    assert "No contract has the reference “x”" in sentence.stderr.decode("utf-8")


def test_a_reader_that_goes_away_is_no_fault(sample: Path) -> None:
    command = [sys.executable, "-m", "desktop", "history", str(sample), "SAMPLE-CN-A", "--json"]
    with subprocess.Popen(command, cwd=PROJECT, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert b"fault" not in process.stderr.read()
