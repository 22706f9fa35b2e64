"""One command does everything: `python3 .ci/desk.py run` opens Contract Desk, `python3 .ci/desk.py test` checks it.

The first time it also sets up: the system's libraries where it may install them, a private environment in .venv,
and the packages that pyproject.toml names. It uses the standard library only, and no syntax newer than Python 3.9,
so that an older Python can still say which one is needed.
"""

from __future__ import annotations

import ctypes
import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

NEEDED = (3, 11)
PROJECT = Path(__file__).resolve().parent.parent
ENVIRONMENT = PROJECT / ".venv"
OUT = Path("out")

DRAWING = {
    "libglib-2.0.so.0": "libglib2.0-0",
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libxkbcommon.so.0": "libxkbcommon0",
}
"""What Qt needs to draw without a screen, by the Debian package that holds it."""

X_WINDOWS = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
"""What Qt needs besides for a window on an X screen."""

CHECKS = {
    "ruff format": ["ruff", "format", "--check", "."],
    "ruff check": ["ruff", "check", "."],
    "mypy --strict": ["mypy", "--strict"],
    "pytest": ["pytest", "-q"],
}


class Stop(Exception):
    """Set-up cannot go on; the text says why and what to do."""


def main(arguments: list[str]) -> int:
    """Do one command and give its exit status: 0 done, 1 not, 2 not understood."""
    commands = {"run": run, "test": test}
    if not arguments or arguments[0] not in commands:
        print("Use: python3 .ci/desk.py run   or   python3 .ci/desk.py test [pytest's own options]", file=sys.stderr)
        return 2
    try:
        return commands[arguments[0]](arguments[1:])
    except Stop as reason:
        print(reason, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130


def run(arguments: list[str]) -> int:
    """Open the window on the sample register; with no screen, do the tour and say where its results are."""
    set_up("run", wanted_libraries())
    desk = [str(python()), "-m", "desktop"]
    if not has_screen():
        say("There is no screen here, so the tour does the whole job without one.")
        return finish([*desk, "tour", str(OUT / "tour")], f"The results are in {PROJECT / OUT / 'tour'}")
    sample = OUT / "sample.register"
    if not (PROJECT / sample).exists():
        (PROJECT / OUT).mkdir(exist_ok=True)
        say(f"Making a sample register: {PROJECT / sample}")
        if call([*desk, "sample", str(sample)]):
            return 1
    say("Opening the window.")
    return call([*desk, str(sample), *arguments])


def test(arguments: list[str]) -> int:
    """Run every check: layout, lint, types, tests. Options given are pytest's."""
    set_up("test", DRAWING)
    failed = [name for name, words in CHECKS.items() if check(name, words, arguments if name == "pytest" else [])]
    if failed:
        say(f"Not passed: {', '.join(failed)}")
    return 1 if failed else 0


def check(name: str, words: list[str], more: list[str]) -> int:
    """Run one check and say how long it took."""
    say(name)
    began = time.monotonic()
    status = call([str(python()), "-m", *words, *more])
    say(f"{name}: {'not passed' if status else 'passed'} in {time.monotonic() - began:.0f} s")
    return status


def set_up(purpose: str, libraries: dict[str, str]) -> None:
    """Bring the system and the environment to where the purpose can be served; quick when they are there already."""
    require_python()
    install_system_packages(missing_packages(libraries))
    make_environment()
    install_packages(purpose)


def require_python() -> None:
    if sys.version_info < NEEDED:
        raise Stop(
            "Contract Desk needs Python {}.{} or later, and this is Python {}.{}. "
            "Install a later Python and run the command with it, for example: python3.12 .ci/desk.py run".format(
                *NEEDED, *sys.version_info[:2]
            )
        )


def wanted_libraries() -> dict[str, str]:
    """The libraries the window needs: more on an X screen than without one."""
    return {**DRAWING, **X_WINDOWS} if os.environ.get("DISPLAY") else DRAWING


def missing_packages(libraries: dict[str, str]) -> list[str]:
    """The Debian packages whose libraries are not here; none on Windows and macOS, where Qt brings its own."""
    if not sys.platform.startswith("linux"):
        return []
    missing = [package for library, package in libraries.items() if not is_loadable(library)]
    return missing if can_make_environments() else ["python3-venv", *missing]


def is_loadable(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def can_make_environments() -> bool:
    return python().exists() or importlib.util.find_spec("ensurepip") is not None


def install_system_packages(packages: list[str]) -> None:
    """Install Debian packages as root; for anyone else, say what an administrator should install."""
    if not packages:
        return
    names = " ".join(packages)
    if not shutil.which("apt-get"):
        raise Stop(f"Install what this system calls the Debian packages {names}, then run the command again.")
    if os.geteuid() != 0:
        raise Stop(f"Some system packages are missing; run: sudo apt-get install -y {names}")
    say(f"Installing system packages: {names}")
    quietly(["apt-get", "update", "-qq"])
    quietly(["apt-get", "install", "-y", "-qq", "--no-install-recommends", *packages])


def make_environment() -> None:
    if python().exists() and works([str(python()), "-m", "pip", "--version"]):
        return
    say("Making a private Python environment: .venv")
    quietly([sys.executable, "-m", "venv", "--clear", str(ENVIRONMENT)])


def install_packages(purpose: str) -> None:
    """Install what pyproject.toml names, unless this very text was installed before."""
    stamps = {each: ENVIRONMENT / f".ready-to-{each}" for each in ("run", "test")}
    recipe = hashlib.sha256((PROJECT / "pyproject.toml").read_bytes() + sys.version.encode()).hexdigest()
    enough = ("test",) if purpose == "test" else ("run", "test")
    if any(stamps[each].exists() and stamps[each].read_text() == recipe for each in enough):
        return
    say("Installing Python packages into .venv (a few minutes the first time)")
    wanted = ".[test]" if purpose == "test" else "."
    quietly([str(python()), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--editable", wanted])
    stamps[purpose].write_text(recipe)


def python() -> Path:
    """The environment's own Python."""
    return ENVIRONMENT / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def has_screen() -> bool:
    """Whether a window can be shown; only a Linux without a display is known to have no screen."""
    shown_on = ("DISPLAY", "WAYLAND_DISPLAY")
    return not sys.platform.startswith("linux") or any(os.environ.get(name) for name in shown_on)


def finish(command: list[str], done: str) -> int:
    status = call(command)
    say("That did not end well; the lines above say why." if status else done)
    return status


def call(command: list[str]) -> int:
    """Run a command in the project's folder and give its exit status; with no screen, Qt draws in memory."""
    drawing = {} if has_screen() and "pytest" not in command else {"QT_QPA_PLATFORM": "offscreen"}
    return subprocess.run(command, cwd=PROJECT, env={**os.environ, **drawing}, check=False).returncode


def works(command: list[str]) -> bool:
    return subprocess.run(command, capture_output=True, check=False).returncode == 0


def quietly(command: list[str]) -> None:
    """Run a command of set-up, showing what it said only if it failed."""
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    done = subprocess.run(command, cwd=PROJECT, env=environment, capture_output=True, text=True, check=False)
    if done.returncode:
        raise Stop(f"{done.stdout}{done.stderr}\nSet-up stopped: this did not work: {' '.join(command)}")


def say(line: str) -> None:
    print(f"-- {line}", flush=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
