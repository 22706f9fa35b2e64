"""A passphrase on its way to the key it opens, which nothing shows by accident."""

from typing import final


@final
class Passphrase:
    """The words that open a key. Printing, logging or comparing it shows nothing; it is read in one place only."""

    __slots__ = ("_words",)

    def __init__(self, words: str) -> None:
        self._words = words

    def reveal(self) -> bytes:
        """The words as the key's file wants them; empty where the file has none."""
        return self._words.encode()

    def __bool__(self) -> bool:
        return bool(self._words)

    def __repr__(self) -> str:
        return "Passphrase(hidden)"
