"""What a file states, taken name by name; what is missing, unknown or of another kind is refused with its place."""

from collections.abc import Mapping
from enum import StrEnum
from typing import TypeVar

from db.rules.refusal import Refusal

_V = TypeVar("_V", bound=StrEnum)


class Stated:
    """A part of a file. `place` names it in what is refused. What was asked for is gone from it."""

    def __init__(self, stated: object, place: str) -> None:
        if not isinstance(stated, Mapping):
            raise Refusal(f"{place} should be a group of lines such as heading = “…”.")
        self._left = dict(stated)
        self.place = place

    def words(self, name: str, otherwise: str | None = None) -> str:
        """Words that stand under a name; `otherwise` where there may be none."""
        said = self._left.pop(name, otherwise)
        if said is None:
            raise Refusal(f"{self.place} lacks “{name}”. Add it.")
        if not isinstance(said, str) or (otherwise is None and not said.strip()):
            raise Refusal(f"{self.place}: “{name}” should be words in quotation marks.")
        return said.strip()

    def answer(self, name: str) -> bool:
        """Whether something is so; not stated is no."""
        said = self._left.pop(name, False)
        if not isinstance(said, bool):
            raise Refusal(f"{self.place}: “{name}” should be true or false.")
        return said

    def several(self, name: str) -> tuple[str, ...]:
        """A list of words, which may be missing."""
        said = self._left.pop(name, [])
        if not isinstance(said, list) or not all(isinstance(each, str) and each.strip() for each in said):
            raise Refusal(f"{self.place}: “{name}” should be a list of words, such as [“reasons”].")
        return tuple(said)

    def one_of(self, name: str, said: str, known: tuple[str, ...]) -> str:
        """What was said under a name, if it is one of what is known."""
        if said not in known:
            raise Refusal(f"{self.place}: “{name}” names “{said}”, which is not known. Known are: {', '.join(known)}.")
        return said

    def choice(self, name: str, said: str, kind: type[_V]) -> _V:
        """What was said under a name, as one of an enum's members."""
        return kind(self.one_of(name, said, tuple(kind)))

    def part(self, name: str) -> "Stated":
        """The part with a name."""
        if name not in self._left:
            raise Refusal(f"{self.place} lacks the part [{name}]. Add it.")
        return Stated(self._left.pop(name), f"{self.place}, [{name}]")

    def parts(self, name: str) -> "list[Stated]":
        """The parts that share a name, each with its number in what it is called."""
        said = self._left.pop(name, [])
        if not isinstance(said, list):
            raise Refusal(f"{self.place}: “{name}” should be a list of groups, each begun by [[{name}]].")
        return [Stated(each, f"{self.place}, {name} {number}") for number, each in enumerate(said, 1)]

    def nothing_else(self) -> None:
        """Refuse what nobody asked for."""
        if self._left:
            raise Refusal(f"{self.place} states {', '.join(map(repr, self._left))}, which no record uses. Take it out.")
