"""What a verb says it changed, and who asked for it."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Author:
    """The officer who acts: name, post, and the moment in UTC."""

    name: str
    post: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Changed:
    """What a verb did: a sentence for people, the journal entry (None when nothing changed), the tables touched."""

    sentence: str
    entry: int | None
    tables: frozenset[str] = frozenset()
