"""This sitting: the one clock, who the officer is, and what they chose. No Qt: the command line uses it too."""

import contextlib
import os
from collections.abc import Callable
from configparser import Error, RawConfigParser
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from platformdirs import user_config_path

from db.changes import Author
from db.rules.refusal import Refusal
from desktop.look.palette import Scheme

RECENT = 8


@dataclass(frozen=True, slots=True)
class Officer:
    """Who acts: a name and a post, as they stand in every journal entry."""

    name: str
    post: str


class Session:
    """What is known of the officer and the day. Choices are kept in one file of the officer's own."""

    def __init__(self, path: Path | None = None, clock: Callable[[], datetime] | None = None) -> None:
        """`path` is the file of choices, the officer's own settings folder without one; `clock` gives the moment,
        with its time zone, the computer's without one."""
        self.path = path or user_config_path("contract-desk", appauthor=False) / "settings.ini"
        self._clock = clock or (lambda: datetime.now(UTC))
        self._kept = _read(self.path)

    def moment(self) -> datetime:
        """This moment in UTC, as the journal keeps it."""
        return self._clock().astimezone(UTC)

    def now(self) -> datetime:
        """This moment by the clock on the wall."""
        return self._clock().astimezone()

    def today(self) -> date:
        """The day it is where the officer sits."""
        return self.now().date()

    @property
    def officer(self) -> Officer | None:
        """The officer, once they have said who they are."""
        name, post = self._get("officer", "name"), self._get("officer", "post")
        return Officer(name, post) if name and post else None

    def author(self) -> Author:
        """The officer at this moment, for the journal.

        Raises:
            Refusal: the officer has not said who they are.
        """
        officer = self.officer
        if officer is None:
            raise Refusal("The journal keeps who made each change. Enter your name and post in Settings first.")
        return Author(officer.name, officer.post, self.moment())

    def keep_officer(self, name: str, post: str) -> None:
        """Remember who the officer is.

        Raises:
            Refusal: the name or the post is empty.
        """
        if not name.strip() or not post.strip():
            raise Refusal("Enter your name and your post: both stand beside every change you make.")
        self._put("officer", name=_one_line(name), post=_one_line(post))

    @property
    def scheme(self) -> Scheme:
        """Light, dark, or as the system."""
        kept = self._get("look", "scheme")
        return Scheme(kept) if kept in set(Scheme) else Scheme.SYSTEM

    @property
    def text_size(self) -> float:
        """How many times the usual type, from 1 to 2."""
        try:
            return min(max(float(self._get("look", "text_size") or 1), 1.0), 2.0)
        except ValueError:
            return 1.0

    def keep_look(self, scheme: Scheme, text_size: float = 1.0) -> None:
        """Remember the scheme and the size of the type."""
        self._put("look", scheme=scheme.value, text_size=f"{text_size:g}")

    def recents(self) -> tuple[Path, ...]:
        """The registers opened last, the latest first; those that are gone are left out."""
        listed = (
            Path(self._get("recent", str(number))) for number in range(RECENT) if self._get("recent", str(number))
        )
        return tuple(path for path in listed if path.is_file())

    def remember(self, path: Path) -> None:
        """A register was opened."""
        path = path.resolve()
        kept = [path, *(each for each in self.recents() if each != path)][:RECENT]
        self._kept.remove_section("recent")
        self._put("recent", **{str(number): str(each) for number, each in enumerate(kept)})

    def layout(self, table: str) -> str:
        """How the officer left a table's columns."""
        return self._get("tables", table)

    def keep_layout(self, table: str, written: str) -> None:
        """Remember it."""
        self._put("tables", **{table: written})

    def choice(self, name: str) -> str:
        """A small choice by its name, such as whether the rail is folded; nothing where none was made."""
        return self._get("choices", name)

    def keep_choice(self, name: str, chosen: str) -> None:
        """Remember it."""
        self._put("choices", **{name: chosen})

    def _get(self, section: str, name: str) -> str:
        return self._kept.get(section, name, fallback="")

    def _put(self, section: str, **values: str) -> None:
        if not self._kept.has_section(section):
            self._kept.add_section(section)
        for name, value in values.items():
            self._kept.set(section, name, _one_line(value))
        _write(self.path, self._kept)


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _parser() -> RawConfigParser:
    parser = RawConfigParser(delimiters=("=",), comment_prefixes=("#",), strict=False)
    parser.optionxform = str  # type: ignore[assignment, method-assign]
    return parser


def _read(path: Path) -> RawConfigParser:
    """What was kept; a file that cannot be read counts as none, for choices are never worth a refusal to start."""
    parser = _parser()
    try:
        parser.read(path, encoding="utf-8")
    except (OSError, Error, UnicodeDecodeError):
        return _parser()
    return parser


def _write(path: Path, kept: RawConfigParser) -> None:
    """Keep choices whole or not at all; a folder that cannot be written costs the choice, never the work."""
    with contextlib.suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        beside = path.with_name(f"{path.name}.{os.getpid()}.new")
        with beside.open("w", encoding="utf-8") as out:
            kept.write(out)
        beside.replace(path)
