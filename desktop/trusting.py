"""The certificates an officer trusts, and the lists of revoked ones: where their files are. No Qt."""

from collections.abc import Iterable
from pathlib import Path
from urllib.parse import quote, unquote

from desktop.checked_file import read_file
from desktop.session import Session

TRUSTED, REVOKED = "trusted certificates", "revocation lists"
"""The choices that are remembered: where the files are, and nothing of what is in them."""


def files_of(session: Session, kind: str) -> tuple[Path, ...]:
    """The files remembered, in the order they were added."""
    return tuple(Path(unquote(each)) for each in session.choice(kind).split())


def keep_files(session: Session, kind: str, files: Iterable[Path]) -> None:
    """Remember files instead of those before."""
    session.keep_choice(kind, " ".join(dict.fromkeys(quote(str(each)) for each in files)))


def contents(session: Session) -> tuple[tuple[bytes, ...], tuple[bytes, ...]]:
    """What the trusted certificates and the revocation lists hold.

    Raises:
        Refusal: a file cannot be read.
    """
    trusted, revoked = (tuple(map(read_file, files_of(session, kind))) for kind in (TRUSTED, REVOKED))
    return trusted, revoked
