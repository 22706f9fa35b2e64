"""Which words of a record stand in bold: those an officer made bold, and the verbs of the form."""

import re
from collections.abc import Iterator

from db.rules.rich_text import Words


def verbs_pattern(verbs: tuple[str, ...]) -> str:
    """A pattern for a form's verbs where they stand in capitals; empty for a form that has none."""
    return rf"\b(?:{'|'.join(map(re.escape, verbs))})\b" if verbs else ""


def bold_verbs(words: Words, verbs: tuple[str, ...]) -> Iterator[tuple[str, bool]]:
    """Words in stretches, each with whether it is bold."""
    pattern = verbs_pattern(verbs)
    for span in words:
        parts = re.split(f"({pattern})", span.text) if pattern else [span.text]
        yield from ((part, span.is_bold or bool(at % 2)) for at, part in enumerate(parts) if part)
