"""Commands given as an officer gives them, at a moment of our own."""

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from click.testing import CliRunner, Result

from db.register import Register
from desktop.commands import desk

AT = datetime(2026, 1, 5, 9, 30, tzinfo=UTC)
NOBODY = {"CONTRACT_DESK_OFFICER": None, "CONTRACT_DESK_POST": None, "CONTRACT_DESK_TRACE": None}
OFFICER = ("--officer", "A. Officer", "--post", "Commissioner")


def give(*words: object, at: datetime = AT, env: dict[str, str | None] | None = None) -> Result:
    """Give a command and see what it said and how it ended."""
    return CliRunner(env={**NOBODY, **(env or {})}).invoke(desk, [str(word) for word in words], obj=at)


def done(*words: object, at: datetime = AT, env: dict[str, str | None] | None = None) -> str:
    """Give a command that must be done; gives what it said."""
    result = give(*words, at=at, env=env)
    assert result.exit_code == 0, result.output
    assert result.stderr == ""
    return result.stdout


def stated(*words: object) -> Any:
    """Give a command that must be done and speaks JSON."""
    return json.loads(done(*words, "--json"))


def refused(*words: object, at: datetime = AT) -> str:
    """Give a command that must be refused with one sentence and nothing else said; gives the sentence."""
    result = give(*words, at=at)
    assert result.exit_code == 1, result.output
    assert result.stderr.count("\n") == 1
    assert result.stdout == ""
    return result.stderr.strip()


def content(file: Path) -> str:
    """The fingerprint of everything officers entered."""
    with Register.open(file, writable=False) as register:
        return register.content_hash()
