"""Who acts: the name and post that stand in the journal beside everything a command changes."""

import getpass
from collections.abc import Callable
from functools import wraps
from typing import Any

import click

from db.changes import Author
from desktop.commands.moment import now
from desktop.session import Session

NOT_STATED = "not stated"


def as_officer(command: Callable[..., None]) -> Callable[..., None]:
    """Give a command the options --officer and --post, and their Author as its first argument."""

    @click.option(
        "--officer", envvar="CONTRACT_DESK_OFFICER", default="", metavar="NAME", help="Who acts, for the journal."
    )
    @click.option("--post", envvar="CONTRACT_DESK_POST", default="", metavar="POST", help="The post they hold.")
    @wraps(command)
    def run(officer: str, post: str, **given: Any) -> None:
        command(author(officer, post), **given)

    return run


def author(officer: str, post: str) -> Author:
    """The officer named; else the one the window was last used by; else the system's user, post not stated."""
    saved_name, saved_post = _saved()
    name = officer.strip() or saved_name or _system_user()
    same = name == saved_name
    return Author(name, post.strip() or (saved_post if same else "") or NOT_STATED, now())


def _saved() -> tuple[str, str]:
    officer = Session().officer
    return (officer.name, officer.post) if officer else ("", "")


def _system_user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return "unknown user"
