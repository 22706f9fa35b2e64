"""Files written for people: names that are safe anywhere, and a target that is always whole, the old or the new."""

import os
import re
import secrets
import time
import unicodedata
from collections.abc import Callable
from pathlib import Path

from db.rules.refusal import Refusal

LONGEST_NAME = 120
_RESERVED = re.compile(r"(?:con|prn|aux|nul|clock\$|com[0-9¹²³]|lpt[0-9¹²³])(?:\..*)?", re.IGNORECASE)
_NOT_IN_NAMES = re.compile(r'[<>:"/\\|?*]+')
_PAUSES = (0.05, 0.1, 0.2, 0.4, 0.8)
"""Seconds between tries while another program (a virus scanner, a preview) holds the target."""


def safe_name(text: str, suffix: str, otherwise: str = "file") -> str:
    """A file name made of anyone's words that every system takes, without folders or hidden letters.

    The suffix, such as ".xlsx", is added; `otherwise` is used when nothing of the text can stand.
    """
    plain = unicodedata.normalize("NFC", text)
    visible = "".join(" " if letter.isspace() else letter for letter in plain if _can_stand(letter))
    words = " ".join(_NOT_IN_NAMES.sub("-", visible).split()).strip(" .-")
    stem = _shorten(words, LONGEST_NAME - len(suffix)).rstrip(" .-") or otherwise
    return f"_{stem}{suffix}" if _RESERVED.fullmatch(stem) else f"{stem}{suffix}"


def write_beside_then_replace(
    path: Path,
    content: bytes,
    verify: Callable[[Path], None] | None = None,
    wait: Callable[[float], None] = time.sleep,
) -> None:
    """Put content at a path so that there is, at every moment, the whole old file or the whole new one.

    Written under another name in the same folder, read back, checked by `verify`, then put in place.

    Raises:
        Refusal: it cannot be written, read back or put in place; the old file is as it was and nothing is left beside.
    """
    target = path.resolve() if path.is_symlink() else path
    beside = target.with_name(f".{target.name[:60]}.{secrets.token_hex(4)}.part")
    try:
        _write(beside, content)
        _read_back(beside, content, verify)
        _replace(beside, target, wait)
        _settle(target.parent)
    except OSError as trouble:
        raise _not_written(target, trouble) from trouble
    finally:
        beside.unlink(missing_ok=True)


def _can_stand(letter: str) -> bool:
    return letter.isspace() or unicodedata.category(letter)[0] != "C"


def _shorten(text: str, most_bytes: int) -> str:
    return text.encode("utf-8")[:most_bytes].decode("utf-8", "ignore")


def _write(beside: Path, content: bytes) -> None:
    with beside.open("xb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def _read_back(beside: Path, content: bytes, verify: Callable[[Path], None] | None) -> None:
    if beside.read_bytes() != content:
        raise OSError("what was read back differs from what was written")
    if verify is not None:
        verify(beside)


def _replace(beside: Path, target: Path, wait: Callable[[float], None]) -> None:
    if target.exists():
        beside.chmod(target.stat().st_mode & 0o777)
    for pause in _PAUSES:
        try:
            beside.replace(target)
        except PermissionError:
            wait(pause)
        else:
            return
    beside.replace(target)


def _settle(folder: Path) -> None:
    """Make the new name last through a power cut, where the system lets a folder be flushed."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _not_written(target: Path, trouble: OSError) -> Refusal:
    if isinstance(trouble, FileNotFoundError):
        return Refusal(f"There is no folder “{target.parent}” to write “{target.name}” into. Choose another folder.")
    if isinstance(trouble, PermissionError):
        return Refusal(
            f"“{target.name}” could not be replaced: it is open in another program, or the folder is not yours to "
            "write in. Close it there, or choose another name. What was there is as it was."
        )
    reason = trouble.strerror or str(trouble)
    return Refusal(
        f"“{target.name}” could not be written ({reason}). Choose another folder or make room. "
        "What was there is as it was."
    )
